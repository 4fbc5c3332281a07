package reports

import (
	"context"
	"slices"
	"strconv"
)

// sectorFigure draws incidents by sector.
func (s *site) sectorFigure(ctx context.Context) (block, error) {
	r, err := query(ctx, s.db, "by_sector")
	if err != nil {
		return block{}, err
	}
	bars := s.sectorBars(r, "n")
	f, err := s.newFigure("by_sector", 6, len(bars)*barRow+40, lyingBars(s.t("col.n"), bars, formatCount, false), s.sectorTable(r))
	if err != nil {
		return block{}, err
	}
	total, unknown := sumOf(r, "n", nil), sumOf(r, "n", func(i int) bool { return r.null(i, "sector_code") })
	if len(bars) > 0 {
		f.Takeaway = s.t("take.most", bars[0].Name, s.num(int64(bars[0].Value)), s.share(int64(bars[0].Value), total))
	}
	f.Note = s.t("note.sector", s.num(total), s.num(unknown))
	return block{Figure: f}, nil
}

// sectorTreemap draws the persons affected as areas.
func (s *site) sectorTreemap(ctx context.Context) (block, error) {
	return s.personsBySector(ctx, "persons_by_sector_area", func(bars []bar) (spec, int) {
		return treemap(s.t("col.persons"), bars, formatCount), 340
	})
}

// sectorPersonsFigure draws the persons affected on a logarithmic axis, where small
// sectors can be read too.
func (s *site) sectorPersonsFigure(ctx context.Context) (block, error) {
	return s.personsBySector(ctx, "persons_by_sector", func(bars []bar) (spec, int) {
		return lyingBars(s.t("col.persons"), bars, formatCount, true), len(bars)*barRow + 40
	})
}

// personsBySector is a figure of the persons affected, largest sector first.
func (s *site) personsBySector(ctx context.Context, id string, draw func([]bar) (spec, int)) (block, error) {
	r, err := query(ctx, s.db, "by_sector")
	if err != nil {
		return block{}, err
	}
	bars := s.sectorBars(r, "persons")
	bars = slices.DeleteFunc(bars, func(b bar) bool { return b.Value == 0 })
	slices.SortStableFunc(bars, func(a, b bar) int { return int(b.Value - a.Value) })
	c, height := draw(bars)
	behind := s.sectorTable(r)
	if len(bars) == 0 {
		behind.Rows = nil
	}
	f, err := s.newFigure(id, 6, height, c, behind)
	if err != nil {
		return block{}, err
	}
	n, known, other := sumOf(r, "n", nil), sumOf(r, "n_known", nil), sumOf(r, "n_other_unit", nil)
	f.Note = s.t("note.persons", s.num(n), s.num(known), s.num(other), s.num(n-known-other))
	return block{Figure: f}, nil
}

// sectorBars are bars of a column of by_sector.
func (s *site) sectorBars(r rows, column string) []bar {
	var bars []bar
	for i := range r.len() {
		c := r.text(i, "sector_code")
		bars = append(bars, bar{s.name("sector", c), r.number(i, column), sectorColor(c), listLink("sector", c)})
	}
	return bars
}

// sectorTable is the table behind the figures of sectors.
func (s *site) sectorTable(r rows) table {
	t := table{Columns: []column{
		{Name: s.t("col.sector")}, {Name: s.t("col.n"), Numeric: true}, {Name: s.t("col.n_organizations"), Numeric: true},
		{Name: s.t("col.n_known"), Numeric: true}, {Name: s.t("col.persons"), Numeric: true},
		{Name: s.t("col.mean_persons"), Numeric: true}, {Name: s.t("col.median_persons"), Numeric: true},
	}}
	for i := range r.len() {
		c := r.text(i, "sector_code")
		t.Rows = append(t.Rows, []cell{
			{Text: s.name("sector", c), Href: s.href("", "incidents", listLink("sector", c)), Color: sectorColor(c)},
			s.countCell(r.count(i, "n")), s.countCell(r.count(i, "n_organizations")), s.countCell(r.count(i, "n_known")),
			s.countCell(r.count(i, "persons")), s.decimalCell(r, i, "mean_persons"), s.decimalCell(r, i, "median_persons"),
		})
	}
	return t
}

// decimalCell is a number with one digit after the point; NULL is empty.
func (s *site) decimalCell(r rows, i int, column string) cell {
	if r.null(i, column) {
		return cell{Text: s.t("dash")}
	}
	x := r.number(i, column)
	return cell{Text: decimal(s.lang, x), Raw: strconv.FormatFloat(x, 'f', -1, 64)}
}

// sumOf adds up a column over the rows that are wanted; nil wants all.
func sumOf(r rows, column string, want func(int) bool) int64 {
	var sum int64
	for i := range r.len() {
		if want == nil || want(i) {
			sum += r.count(i, column)
		}
	}
	return sum
}

// raw writes a count as CSV holds it.
func raw(n int64) string { return strconv.FormatInt(n, 10) }

// ratio writes a share as CSV holds it, 0 to 1.
func ratio(part, whole int64) string {
	if whole == 0 {
		return ""
	}
	return strconv.FormatFloat(float64(part)/float64(whole), 'f', 4, 64)
}
