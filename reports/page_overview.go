package reports

import "context"

// overviewPage is the front page.
func overviewPage(ctx context.Context, s *site) ([]block, error) {
	kpis, err := s.keyFigures(ctx)
	if err != nil {
		return nil, err
	}
	blocks, err := gather(ctx, s.monthFigure, s.causeFigure, s.sectorFigure, s.sectorTreemap,
		s.sectorPersonsFigure, s.largestTable, s.newestTable, s.categoryFigure, s.allTable)
	return append([]block{{KPIs: kpis}}, blocks...), err
}

// keyFigures are the numbers at the top, with their change on the year before
// where the notices reach back that far.
func (s *site) keyFigures(ctx context.Context) ([]kpi, error) {
	r, err := s.query(ctx, "overview")
	if err != nil {
		return nil, err
	}
	at := map[string]int{}
	for i := range r.len() {
		at[r.text(i, "period")] = i
	}
	all := at["all"]
	median := s.t("unknown")
	if !r.null(all, "median_days") {
		median = decimal(s.lang, r.number(all, "median_days"))
	}
	n := r.count(all, "n")
	return []kpi{
		{Name: s.t("kpi.incidents"), Value: s.num(n), Unit: s.t("kpi.incidents.unit"), Sub: s.span(), Change: s.change(r, at, "n")},
		{Name: s.t("kpi.persons"), Value: s.num(r.count(all, "persons")), Unit: s.t("kpi.persons.unit"),
			Sub:    s.t("kpi.persons.sub", s.num(r.count(all, "persons_known")), s.num(r.count(all, "other_unit")), s.num(r.count(all, "records_unknown"))),
			Change: s.change(r, at, "persons")},
		{Name: s.t("kpi.days"), Value: median, Unit: s.t("kpi.days.unit"),
			Sub: s.t("kpi.days.sub", s.num(r.count(all, "days_known")), s.num(n-r.count(all, "days_known"))), Change: s.change(r, at, "median_days")},
		{Name: s.t("kpi.regulator"), Value: s.num(r.count(all, "regulator_reported")), Unit: s.t("kpi.incidents.unit"),
			Sub: s.t("kpi.regulator.sub", s.share(r.count(all, "regulator_reported"), n))},
	}, nil
}

// span says which days the notices cover.
func (s *site) span() string {
	if s.info.FirstDay == "" {
		return ""
	}
	return s.t("kpi.span", longDate(s.lang, s.info.FirstDay, "day"), longDate(s.lang, s.info.LastDay, "day"))
}

// share writes a part of a whole in percent; of nothing there is none.
func (s *site) share(part, whole int64) string {
	if whole == 0 {
		return s.t("unknown")
	}
	return percent(float64(part) / float64(whole))
}

// change compares the last twelve months with the twelve before, where the notices
// cover both.
func (s *site) change(r rows, at map[string]int, column string) string {
	last, previous := at["last"], at["previous"]
	if r.null(last, column) || !r.yes(last, "is_covered") {
		return ""
	}
	now := decimal(s.lang, r.number(last, column))
	if r.null(previous, column) || !r.yes(previous, "is_covered") || r.number(previous, column) == 0 {
		return s.t("kpi.change.none", now)
	}
	before := r.number(previous, column)
	grown := (r.number(last, column) - before) / before
	sign := "+"
	switch {
	case grown == 0:
		sign = "±"
	case grown < 0:
		sign = "−"
		grown = -grown
	}
	return s.t("kpi.change", now, decimal(s.lang, before), sign+percent(grown))
}
