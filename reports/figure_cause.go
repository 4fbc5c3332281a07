package reports

import (
	"context"
	"strings"
)

// monthFigure draws incidents by month and group of causes.
func (s *site) monthFigure(ctx context.Context) (block, error) {
	return s.periodFigure(ctx, "incidents_by_month", "month", "n_without_month", 12)
}

// yearFigure draws incidents by year and group of causes.
func (s *site) yearFigure(ctx context.Context) (block, error) {
	return s.periodFigure(ctx, "incidents_by_year", "year", "n_without_year", 12)
}

// periodFigure stacks the groups of causes over months or years. Periods that the
// notices cover only in part are shaded.
func (s *site) periodFigure(ctx context.Context, id, period, left string, span int) (block, error) {
	r, err := s.query(ctx, id)
	if err != nil {
		return block{}, err
	}
	st, total := s.stackPeriods(r, period)
	behind := s.stackTable(st, s.t("col."+period), "incidents")
	f, err := s.newFigure(id, span, 320, st.spec(), behind)
	if err != nil {
		return block{}, err
	}
	without := int64(0)
	if r.len() > 0 {
		without = r.count(0, left)
	}
	f.Note = s.t("note.period", s.num(total), s.num(without))
	if len(st.Shaded) > 0 {
		f.Note += s.t("note.partial", strings.Join(pick(st.Classes, st.Shaded), s.t("comma")))
	}
	return block{Figure: f}, nil
}

// stackPeriods gathers the rows of a query by period and group of causes.
func (s *site) stackPeriods(r rows, period string) (stack, int64) {
	st := stack{Format: formatCount}
	index := map[string]int{}
	for i := range r.len() {
		p := r.text(i, period)
		if _, known := index[p]; known {
			continue
		}
		index[p] = len(st.Classes)
		if r.yes(i, "is_partial") {
			st.Shaded = append(st.Shaded, len(st.Classes))
		}
		st.Classes = append(st.Classes, p)
		st.Links = append(st.Links, listLink(period, p))
	}
	var total int64
	for _, g := range causeGroups() {
		l := layer{Name: s.t("group." + g), Color: causeColor(g), Link: listLink("group", g), Values: make([]float64, len(st.Classes))}
		for i := range r.len() {
			if r.text(i, "cause_group") == g {
				l.Values[index[r.text(i, period)]] = r.number(i, "n")
				total += r.count(i, "n")
			}
		}
		st.Layers = append(st.Layers, l)
	}
	return st, total
}

// stackTable is the table behind a stack: a row for each class, a column for each
// layer. page is where its rows lead.
func (s *site) stackTable(st stack, first, page string) table {
	t := table{Columns: []column{{Name: first}}}
	for _, l := range st.Layers {
		t.Columns = append(t.Columns, column{Name: l.Name, Numeric: true})
	}
	for i, class := range st.Classes {
		row := []cell{{Text: class}}
		if i < len(st.Links) {
			row[0].Href = s.href("", page, st.Links[i])
		}
		for _, l := range st.Layers {
			row = append(row, s.countCell(int64(l.Values[i])))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// pick gives the texts at some indexes.
func pick(texts []string, at []int) []string {
	var picked []string
	for _, i := range at {
		picked = append(picked, texts[i])
	}
	return picked
}

// causeFigure draws incidents by cause.
func (s *site) causeFigure(ctx context.Context) (block, error) {
	r, err := s.query(ctx, "by_cause")
	if err != nil {
		return block{}, err
	}
	bars, total := s.causeBars(r, "n"), sumOf(r, "n", nil)
	f, err := s.newFigure("by_cause", 6, barsHeight(bars), lyingBars(s.t("col.n"), bars, formatCount, false), s.causeTable(r))
	if err != nil {
		return block{}, err
	}
	if len(bars) > 0 {
		f.Takeaway = s.t("take.most", bars[0].Name, s.num(int64(bars[0].Value)), s.share(int64(bars[0].Value), total))
	}
	f.Note = s.t("note.cause", s.num(total), s.num(sumOf(r, "n", func(i int) bool { return r.text(i, "cause_code") == "unknown" })))
	return block{Figure: f}, nil
}

// causePersonsFigure draws the persons affected by cause on a logarithmic axis.
func (s *site) causePersonsFigure(ctx context.Context) (block, error) {
	r, err := s.query(ctx, "by_cause")
	if err != nil {
		return block{}, err
	}
	bars := largestFirst(s.causeBars(r, "persons"))
	behind := s.causeTable(r)
	if len(bars) == 0 {
		behind.Rows = nil
	}
	f, err := s.newFigure("persons_by_cause", 6, barsHeight(bars), lyingBars(s.t("col.persons"), bars, formatCount, true), behind)
	if err != nil {
		return block{}, err
	}
	f.Query = "by_cause"
	f.Note = s.personsNote(r)
	return block{Figure: f}, nil
}

// causeBars are bars of a column of by_cause.
func (s *site) causeBars(r rows, column string) []bar {
	var bars []bar
	for i := range r.len() {
		c := s.codeOf("cause", r.text(i, "cause_code"))
		bars = append(bars, bar{c.Name, r.number(i, column), causeColor(c.Parent), listLink("cause", c.Code)})
	}
	return bars
}

// causeTable is the table behind the figures of causes.
func (s *site) causeTable(r rows) table {
	return s.tableOf(r, s.causeField(r, "cause_code"),
		field{column{Name: s.t("col.group")}, func(i int) cell { return cell{Text: s.msg.or("group."+r.text(i, "cause_group"), "")} }},
		s.countField(r, "col.n", "n"), s.shareField(r, "col.share", "n", sumOf(r, "n", nil)),
		s.countField(r, "col.n_known", "n_known"), s.countField(r, "col.persons", "persons"), s.decimalField(r, "col.median_persons", "median_persons"))
}
