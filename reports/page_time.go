package reports

import (
	"context"
	"fmt"
	"strconv"
)

// timePage shows how long things took, and beside which guidelines.
func timePage(ctx context.Context, s *site) ([]block, error) {
	lines, err := s.guidelines(ctx)
	if err != nil {
		return nil, err
	}
	var makers []func(context.Context) (block, error)
	for _, m := range []measure{
		{"time_to_disclosure", 12, lines}, {"time_to_discovery", 6, nil},
		{"regulator_report_delay", 6, lines}, {"exposure_duration", 6, nil}, {"subject_notice_delay", 6, nil},
	} {
		makers = append(makers, func(ctx context.Context) (block, error) { return s.durationFigure(ctx, m) })
	}
	for _, by := range []string{"cause", "sector", "year"} {
		makers = append(makers, func(ctx context.Context) (block, error) { return s.medianFigure(ctx, by, lines) })
	}
	return gather(ctx, append(makers, s.slowestTable)...)
}

// measure is one kind of duration: its name in the warehouse, the columns its
// figure takes and the guidelines it is compared with.
type measure struct {
	name  string
	span  int
	lines []guideline
}

// guidelines are the distinct periods of the law's reports, in days.
func (s *site) guidelines(ctx context.Context) ([]guideline, error) {
	r, err := s.query(ctx, "guidelines")
	var lines []guideline
	for i := range r.len() {
		days := r.number(i, "days_to")
		if len(lines) == 0 || lines[len(lines)-1].At != days {
			lines = append(lines, guideline{days, s.t("chart.guideline", s.num(int64(days)))})
		}
	}
	return lines, err
}

// durationFigure draws how many incidents took how many days.
func (s *site) durationFigure(ctx context.Context, m measure) (block, error) {
	r, err := s.query(ctx, "durations_in_bands")
	if err != nil {
		return block{}, err
	}
	r = r.only("measure", m.name)
	var bars []bar
	var lines []guideline
	for i := range r.len() {
		b := bar{s.bandName(r, i), r.number(i, "n_band"), "accent", listLink(m.name, bandRange(r, i))}
		for _, l := range m.lines {
			if !r.null(i, "upper") && r.number(i, "upper") == l.At {
				lines = append(lines, guideline{float64(i + 1), l.Name})
			}
		}
		bars = append(bars, b)
	}
	known := int64(0)
	if r.len() > 0 {
		known = r.count(0, "n_known")
	}
	t := s.tableOf(r, s.bandField(r, m.name), s.countField(r, "col.n", "n_band"), s.shareField(r, "col.share_known", "n_band", known))
	if known == 0 {
		t.Rows = nil
	}
	f, err := s.newFigure(m.name, m.span, 280, standingBars(s.t("col.n"), bars, formatCount, lines), t)
	if err != nil {
		return block{}, err
	}
	f.Query = "durations_in_bands"
	s.noteDuration(f, r, lines)
	return block{Figure: f}, nil
}

// noteDuration says what a figure of durations shows and what it rests on.
func (s *site) noteDuration(f *figure, r rows, lines []guideline) {
	if r.len() == 0 {
		return
	}
	if known := r.count(0, "n_known"); known > 0 {
		f.Takeaway = s.t("take.days", decimal(s.lang, r.number(0, "median_days")), decimal(s.lang, r.number(0, "p90_days")),
			s.share(r.count(0, "n_within_5"), known), s.share(r.count(0, "n_within_30"), known))
	}
	f.Note = s.t("note.days", s.num(r.count(0, "n")), s.num(r.count(0, "n_known")), s.num(r.count(0, "n_not_stated")),
		s.num(r.count(0, "n_not_to_the_day")), s.num(r.count(0, "n_reversed")))
	if len(lines) > 0 {
		f.Note += s.t("note.guideline")
	}
}

// bandName is the label of a band of days.
func (s *site) bandName(r rows, i int) string {
	lower, upper := r.count(i, "lower"), r.count(i, "upper")
	switch {
	case r.null(i, "upper"):
		return s.t("band.over", s.num(lower))
	case lower == upper:
		return s.t("band.same", s.num(lower))
	}
	return s.t("band.range", s.num(lower), s.num(upper))
}

// bandRange is a band as the list's filter has it: 31-45, 366-.
func bandRange(r rows, i int) string {
	if r.null(i, "upper") {
		return fmt.Sprintf("%d-", r.count(i, "lower"))
	}
	return fmt.Sprintf("%d-%d", r.count(i, "lower"), r.count(i, "upper"))
}

// bandField shows bands of days of a measure and leads to their incidents.
func (s *site) bandField(r rows, name string) field {
	return field{column{Name: s.t("col.days")}, func(i int) cell {
		return cell{Text: s.bandName(r, i), Raw: bandRange(r, i), Href: s.href("", "incidents", listLink(name, bandRange(r, i)))}
	}}
}

// medianFigure draws the median and the 90th percentile of the days from discovery
// to disclosure, by cause, sector or year.
func (s *site) medianFigure(ctx context.Context, by string, lines []guideline) (block, error) {
	id := "disclosure_days_by_" + by
	r, err := s.query(ctx, id)
	if err != nil {
		return block{}, err
	}
	var classes []spread
	for i := range r.len() {
		c := r.text(i, "code")
		k := spread{Name: s.t("unknown"), Median: r.number(i, "median_days"), P90: r.number(i, "p90_days"), Color: "accent", Link: listLink(by, c)}
		switch {
		case by == "year" && c != "":
			k.Name = c
		case by == "cause":
			k.Name, k.Color = s.name(by, c), causeColor(s.codeOf(by, c).Parent)
		case by == "sector":
			k.Name, k.Color = s.brief(by, c), sectorColor(c)
		}
		k.Name = s.t("chart.named", k.Name, s.num(r.count(i, "n_known")))
		classes = append(classes, k)
	}
	first := field{column{Name: s.t("col." + by)}, func(i int) cell {
		c := r.text(i, "code")
		name := orElse(c, s.t("unknown"))
		if by != "year" {
			name = s.name(by, c)
		}
		return cell{Text: name, Href: s.href("", "incidents", listLink(by, c))}
	}}
	t := s.tableOf(r, first, s.countField(r, "col.n", "n"), s.countField(r, "col.known", "n_known"), s.decimalField(r, "col.median", "median_days"),
		s.decimalField(r, "col.mean", "mean_days"), s.decimalField(r, "col.p90", "p90_days"),
		s.ratioField(r, "col.within7", "share_within_7_days"), s.ratioField(r, "col.within30", "share_within_30_days"))
	f, err := s.newFigure(id, 6, len(classes)*28+70, spreads(s.t("col.median"), s.t("col.p90"), classes, lines), t)
	if err != nil {
		return block{}, err
	}
	n, known := s.info.Incidents, sumOf(r, "n_known", nil) // classes of which nothing is known are not in the rows
	f.Note = s.t("note.median", s.num(n), s.num(known), s.num(n-known))
	return block{Figure: f}, nil
}

// slowestTable lists the incidents that took longest to be disclosed.
func (s *site) slowestTable(ctx context.Context) (block, error) {
	r, err := s.query(ctx, "slowest_incidents")
	if err != nil {
		return block{}, err
	}
	days := field{column{Name: s.t("list.days"), Numeric: true}, func(i int) cell {
		n := r.count(i, "days")
		return cell{Text: s.t("js.days", s.num(n)), Raw: strconv.FormatInt(n, 10)}
	}}
	t := s.tableOf(r, s.dateField(r, "col.discovered", "discovered_on", ""), s.dateField(r, "col.disclosed", "reference_on", "reference_precision"),
		s.titleField(r), s.causeField(r, "cause_code"), days)
	t.ID, t.Caption = "slowest_incidents", s.t("figure.slowest_incidents")
	return block{Span: 6, Table: &t, Note: s.t("note.slowest_incidents")}, nil
}
