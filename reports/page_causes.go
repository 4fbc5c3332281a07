package reports

import (
	"cmp"
	"context"
	"slices"
)

// causesPage shows causes over time, the data they exposed, and their classes
// elsewhere.
func causesPage(ctx context.Context, s *site) ([]block, error) {
	blocks, err := gather(ctx, s.yearFigure, s.causeFigure, s.causePersonsFigure, s.flowFigure)
	if err != nil {
		return nil, err
	}
	cross, err := s.crosswalkTables(ctx)
	return append(blocks, cross...), err
}

// flowFigure is the sankey from groups of causes to categories of data.
func (s *site) flowFigure(ctx context.Context) (block, error) {
	r, err := s.query(ctx, "cause_to_category")
	if err != nil {
		return block{}, err
	}
	groups, categories := r.distinct("cause_group"), s.byCount(r)
	slices.SortFunc(groups, func(a, b string) int { return slices.Index(causeGroups(), a) - slices.Index(causeGroups(), b) })
	var nodes []bar
	for _, g := range groups {
		nodes = append(nodes, bar{Name: s.t("group." + g), Color: causeColor(g), Link: listLink("group", g)})
	}
	for _, c := range categories {
		k := s.codeOf("category", c)
		nodes = append(nodes, bar{Name: k.Name, Color: categoryColor(k.Parent), Link: listLink("category", c)})
	}
	var edges []edge
	for i := range r.len() {
		g, c := r.text(i, "cause_group"), r.text(i, "data_category_code")
		edges = append(edges, edge{slices.Index(groups, g), len(groups) + slices.Index(categories, c), r.number(i, "n"), listLink("group", g, "category", c)})
	}
	group := field{column{Name: s.t("col.group")}, func(i int) cell {
		g := r.text(i, "cause_group")
		return cell{Text: s.msg.or("group."+g, g), Color: causeColor(g), Href: s.href("", "incidents", edges[i].Link)}
	}}
	f, err := s.newFigure("cause_to_category", 12, max(360, len(categories)*30), sankey(s.t("col.n"), nodes, edges, formatCount),
		s.tableOf(r, group, s.categoryField(r, "data_category_code"), s.countField(r, "col.n", "n")))
	if err != nil {
		return block{}, err
	}
	f.Least = 640
	f.Note, err = s.flowNote(ctx, r)
	return block{Figure: f}, err
}

// flowNote says what a figure of causes and data rests on.
func (s *site) flowNote(ctx context.Context, r rows) (string, error) {
	c, err := s.query(ctx, "by_category")
	if err != nil || c.len() == 0 {
		return "", err
	}
	n, known := c.count(0, "n_all"), c.count(0, "n_known")
	return s.t("note.flow", s.num(n), s.num(known), s.num(n-known), s.num(sumOf(r, "n", nil))), nil
}

// byCount gives the categories of a query of flows, those in most incidents first.
func (s *site) byCount(r rows) []string {
	sums := map[string]int64{}
	for i := range r.len() {
		sums[r.text(i, "data_category_code")] += r.count(i, "n")
	}
	categories := r.distinct("data_category_code")
	slices.SortFunc(categories, func(a, b string) int {
		return cmp.Or(cmp.Compare(sums[b], sums[a]), cmp.Compare(a, b))
	})
	return categories
}

// crosswalkTables put the incidents into the classes of other series, one table each.
func (s *site) crosswalkTables(ctx context.Context) ([]block, error) {
	r, err := s.query(ctx, "crosswalk")
	if err != nil {
		return nil, err
	}
	var blocks []block
	for _, scheme := range r.distinct("scheme") {
		part := r.only("scheme", scheme)
		class := field{column{Name: s.t("col.class")}, func(i int) cell { return s.textCell(part.label(i, "name_"+s.lang)) }}
		causes := field{column{Name: s.t("col.causes"), Wide: true}, func(i int) cell { return s.textCell(part.label(i, "causes_"+s.lang)) }}
		t := s.tableOf(part, class, causes, s.countField(part, "col.n", "n"), s.shareField(part, "col.share", "n", part.count(0, "n_all")))
		t.ID, t.Caption = "crosswalk_"+fileName(scheme), s.t("figure.crosswalk", s.msg.or("scheme."+scheme, clean(scheme)))
		blocks = append(blocks, block{Span: 6, Table: &t, Note: s.t("note.crosswalk")})
	}
	if len(blocks) > 0 {
		blocks[0].Heading = s.t("heading.crosswalk")
	}
	return blocks, nil
}
