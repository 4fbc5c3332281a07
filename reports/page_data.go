package reports

import (
	"context"
	"slices"
)

// dataPage shows which kinds of personal data were exposed.
func dataPage(ctx context.Context, s *site) ([]block, error) {
	return gather(ctx, s.categoryFigure, s.categoriesPerIncident, s.categoryCross)
}

// categoriesPerIncident draws how many kinds an incident exposed.
func (s *site) categoriesPerIncident(ctx context.Context) (block, error) {
	r, err := s.query(ctx, "categories_per_incident")
	if err != nil {
		return block{}, err
	}
	var bars []bar
	var unknown int64
	for i := range r.len() {
		if r.count(i, "categories") == 0 {
			unknown = r.count(i, "n")
			bars = append(bars, bar{s.t("unknown"), r.number(i, "n"), "c-other", listLink("category", "")})
			continue
		}
		bars = append(bars, bar{s.t("chart.kinds", s.num(r.count(i, "categories"))), r.number(i, "n"), "accent", listLink("kinds", raw(r.count(i, "categories")))})
	}
	kinds := field{column{Name: s.t("col.kinds"), Numeric: true}, func(i int) cell {
		return cell{Text: bars[i].Name, Raw: raw(r.count(i, "categories")), Href: s.href("", "incidents", bars[i].Link)}
	}}
	f, err := s.newFigure("categories_per_incident", 6, 300, standingBars(s.t("col.n"), bars, formatCount, nil),
		s.tableOf(r, kinds, s.countField(r, "col.n", "n"), s.shareField(r, "col.share", "n", sumOf(r, "n", nil))))
	if err != nil {
		return block{}, err
	}
	f.Note = s.t("note.kinds", s.num(sumOf(r, "n", nil)), s.num(unknown))
	return block{Figure: f}, nil
}

// categoryCross is the heat map of categories of data and groups of causes.
func (s *site) categoryCross(ctx context.Context) (block, error) {
	r, err := s.query(ctx, "cause_to_category")
	if err != nil {
		return block{}, err
	}
	groups := slices.DeleteFunc(causeGroups(), func(g string) bool { return !slices.Contains(r.distinct("cause_group"), g) })
	var categories []string
	for _, c := range s.codes["category"] {
		if slices.Contains(r.distinct("data_category_code"), c.Code) {
			categories = append(categories, c.Code)
		}
	}
	var squares []square
	for i := range r.len() {
		g, c := r.text(i, "cause_group"), r.text(i, "data_category_code")
		squares = append(squares, square{slices.Index(groups, g), slices.Index(categories, c), r.number(i, "n"), listLink("group", g, "category", c)})
	}
	xs, ys := make([]string, len(groups)), make([]string, len(categories))
	for i, g := range groups {
		xs[i] = s.t("group." + g)
	}
	for i, c := range categories {
		ys[i] = s.name("category", c)
	}
	t := s.tableOf(r, s.categoryField(r, "data_category_code"),
		field{column{Name: s.t("col.group")}, func(i int) cell { return cell{Text: s.msg.or("group."+r.text(i, "cause_group"), "")} }},
		s.countField(r, "col.n", "n"))
	for i := range t.Rows {
		t.Rows[i][0].Href = s.href("", "incidents", squares[i].Link)
	}
	f, err := s.newFigure("category_by_group", 12, len(ys)*28+120, heatMap(s.t("col.n"), xs, ys, squares, formatCount), t)
	if err != nil {
		return block{}, err
	}
	f.Query, f.Least = "cause_to_category", 640
	f.Note, err = s.flowNote(ctx, r)
	return block{Figure: f}, err
}
