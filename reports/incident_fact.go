package reports

import (
	"fmt"
	"strings"
)

// A fact lists so many different words of evidence, and links so many places of the
// same words; all places are marked in the text.
const (
	quotesShown = 3
	marksShown  = 4
)

// facts are the rows of an incident's table: what is known, and the words for it.
func (s *site) facts(r record) []factView {
	rows := []factView{
		s.fact(r, "organization_id", clean(r.Org)),
		s.fact(r, "contractor_id", clean(r.Contractor)),
		s.fact(r, "sector_code", s.nameOrEmpty("sector", r.Sector)),
		s.fact(r, "cause_code", s.nameOrEmpty("cause", r.Cause)),
		s.recordsFact(r),
	}
	for _, c := range r.Categories {
		row := s.fact(r, "data_category:"+c, s.name("category", c))
		row.Name = s.t("fact.data_category")
		rows = append(rows, row)
	}
	for _, m := range milestones() {
		rows = append(rows, s.milestone(r, m))
	}
	return rows
}

func (s *site) nameOrEmpty(kind, c string) string {
	if c == "" {
		return ""
	}
	return s.name(kind, c)
}

func (s *site) recordsFact(r record) factView {
	if r.N == nil {
		return s.fact(r, "records_affected", "")
	}
	return s.fact(r, "records_affected", s.records(r.N, r.Unit, r.Qualifier))
}

// milestone is the row of a date; where only the deed is stated, it says so.
func (s *site) milestone(r record, m string) factView {
	on, precision := r.date(m)
	row := s.fact(r, m+"_on", longDate(s.lang, on, precision))
	row.Title = eraDate(s.eras, on, precision)
	if on == "" && r.Done[m] {
		done := s.fact(r, m, s.t("fact.undated"))
		row.Value, row.Quotes, row.More = done.Value, done.Quotes, done.More
	}
	return row
}

// fact is a row with its evidence; a fact without a value is not stated.
func (s *site) fact(r record, field, value string) factView {
	row := factView{Name: s.t("fact." + field), Value: value}
	if value == "" {
		row.Value = s.t("fact.none")
	}
	places := 0
	seen := map[[2]any]bool{}
	for _, q := range r.evidenceOf(field) {
		place := [2]any{q.Post, q.Start}
		if seen[place] {
			continue
		}
		seen[place] = true
		if !row.add(r, q) {
			places++
		}
	}
	if places > 0 {
		row.More = s.t("fact.more", places)
	}
	return row
}

// add lists a place of evidence, the same words once with a link to each place;
// false where there is no room for it.
func (f *factView) add(r record, q quoted) bool {
	words, mark := clean(q.Words), markOf(r, q)
	for i := range f.Quotes {
		if v := &f.Quotes[i]; v.Words == words {
			if len(v.Marks) >= marksShown || mark == "" {
				return false
			}
			v.Marks = append(v.Marks, mark)
			return true
		}
	}
	if len(f.Quotes) >= quotesShown {
		return false
	}
	v := quoteView{Words: words, Rule: q.Rule, Brief: briefRule(q.Rule)}
	if mark != "" {
		v.Marks = []string{mark}
	}
	f.Quotes = append(f.Quotes, v)
	return true
}

// briefRule is the id of a rule without what it looks for.
func briefRule(rule string) string {
	kind, _, _ := strings.Cut(rule, ":")
	return kind
}

// markOf is the id of the mark where a quote begins: e-START in the first text,
// e-NUMBER-START in a later one; empty where it stands in none of them.
func markOf(r record, q quoted) string {
	for i, text := range r.texts() {
		if q.Post == text.ID {
			if q.Start < 0 || q.End > len(text.Body) || q.Start >= q.End {
				return ""
			}
			return markID(i, q.Start)
		}
	}
	return ""
}

// markID names a place in text i.
func markID(i, start int) string {
	if i == 0 {
		return fmt.Sprintf("e-%d", start)
	}
	return fmt.Sprintf("e-%d-%d", i, start)
}

// events are the rows of the timeline.
func (s *site) events(r record) []eventView {
	marks := map[string]string{}
	for _, q := range r.Evidence {
		if _, known := marks[q.Field]; !known {
			marks[q.Field] = markOf(r, q)
		}
	}
	views := make([]eventView, 0, len(r.Events))
	for _, e := range r.Events {
		when := cutDate(e.On, e.Precision)
		if e.Clock != "" {
			when += " " + e.Clock
		}
		views = append(views, eventView{
			ISO: cutDate(e.On, e.Precision), When: when, Era: eraDate(s.eras, e.On, e.Precision),
			Kind: e.Type, Name: s.name("event", e.Type), What: clean(e.What), Mark: marks["timeline_event:"+e.ID],
		})
	}
	return views
}

// counts are the numbers that the notice states, with what became of each.
func (s *site) counts(r record) []countView {
	var views []countView
	for _, c := range r.Counts {
		what := clean(c.What)
		if c.Superseded {
			what += " (" + s.t("incident.superseded") + ")"
		}
		views = append(views, countView{s.unit(c.Value, c.Unit), what, clean(c.Words)})
	}
	return views
}
