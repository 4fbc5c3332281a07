package reports

import (
	"cmp"
	"context"
	"slices"
)

// sectorFigure draws incidents by sector.
func (s *site) sectorFigure(ctx context.Context) (block, error) {
	r, err := s.query(ctx, "by_sector")
	if err != nil {
		return block{}, err
	}
	bars := s.sectorBars(r, "n")
	f, err := s.newFigure("by_sector", 6, barsHeight(bars), lyingBars(s.t("col.n"), bars, formatCount, false), s.sectorTable(r))
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
		return treemap(s.t("col.persons"), bars, formatCount), max(340, barsHeight(bars))
	})
}

// sectorPersonsFigure draws the persons affected on a logarithmic axis, where small
// sectors can be read too.
func (s *site) sectorPersonsFigure(ctx context.Context) (block, error) {
	return s.personsBySector(ctx, "persons_by_sector", func(bars []bar) (spec, int) {
		return lyingBars(s.t("col.persons"), bars, formatCount, true), barsHeight(bars)
	})
}

// personsBySector is a figure of the persons affected, largest sector first.
func (s *site) personsBySector(ctx context.Context, id string, draw func([]bar) (spec, int)) (block, error) {
	r, err := s.query(ctx, "by_sector")
	if err != nil {
		return block{}, err
	}
	bars := largestFirst(s.sectorBars(r, "persons"))
	c, height := draw(bars)
	behind := s.sectorTable(r)
	if len(bars) == 0 {
		behind.Rows = nil
	}
	f, err := s.newFigure(id, 6, height, c, behind)
	if err != nil {
		return block{}, err
	}
	f.Query, f.Note = "by_sector", s.personsNote(r)
	return block{Figure: f}, nil
}

// personsNote says what a sum of persons rests on.
func (s *site) personsNote(r rows) string {
	n, known, other := sumOf(r, "n", nil), sumOf(r, "n_known", nil), sumOf(r, "n_other_unit", nil)
	return s.t("note.persons", s.num(n), s.num(known), s.num(other), s.num(n-known-other))
}

// largestFirst orders bars by value and leaves out those of zero, which a
// logarithmic axis and a treemap cannot show.
func largestFirst(bars []bar) []bar {
	bars = slices.DeleteFunc(bars, func(b bar) bool { return b.Value == 0 })
	slices.SortStableFunc(bars, func(a, b bar) int { return cmp.Compare(b.Value, a.Value) })
	return bars
}

// sectorBars are bars of a column of a query by sector.
func (s *site) sectorBars(r rows, column string) []bar {
	var bars []bar
	for i := range r.len() {
		c := r.text(i, "sector_code")
		bars = append(bars, bar{s.brief("sector", c), r.number(i, column), sectorColor(c), listLink("sector", c)})
	}
	return bars
}

// sectorTable is the table behind the figures of sectors.
func (s *site) sectorTable(r rows) table {
	return s.tableOf(r, s.sectorField(r, "sector_code"), s.countField(r, "col.n", "n"), s.countField(r, "col.n_organizations", "n_organizations"),
		s.countField(r, "col.n_known", "n_known"), s.countField(r, "col.persons", "persons"),
		s.decimalField(r, "col.mean_persons", "mean_persons"), s.decimalField(r, "col.median_persons", "median_persons"))
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
