package evaluate

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"jikenbo/etl/warehouse"
)

// Score is how right a field is over all labels. Wanted, Given and Right count
// values: one a post for a fact, one an item for data_categories and timeline;
// unknown is no value.
type Score struct {
	Field  string
	N      int // comparisons: labelled posts; of sets the items that either side has
	Agree  int // of N, those that are right, rightly unknown ones among them
	Wanted int // values that the labels have
	Given  int // values that the warehouse has
	Right  int // of Given, those that are right
}

// Precision is the share of the values given that are right; NaN where none is given.
func (s Score) Precision() float64 { return float64(s.Right) / float64(s.Given) }

// Recall is the share of the values wanted that are given; NaN where none is wanted.
func (s Score) Recall() float64 { return float64(s.Right) / float64(s.Wanted) }

// F1 is the harmonic mean of both; NaN where there are no values at all.
func (s Score) F1() float64 { return 2 * float64(s.Right) / float64(s.Given+s.Wanted) }

// Agreement is Agree of N, with the bounds of its Wilson interval at 95 %.
func (s Score) Agreement() (share, low, high float64) {
	low, high = wilson(s.Agree, s.N)
	return float64(s.Agree) / float64(s.N), low, high
}

// wilson gives the bounds of the 95 % score interval for k of n.
func wilson(k, n int) (low, high float64) {
	if n == 0 {
		return math.NaN(), math.NaN()
	}
	const z = 1.959963984540054
	share, size := float64(k)/float64(n), float64(n)
	middle := (share + z*z/(2*size)) / (1 + z*z/size)
	half := z / (1 + z*z/size) * math.Sqrt(share*(1-share)/size+z*z/(4*size*size))
	return max(0, middle-half), min(1, middle+half)
}

// Miss is a value that is not as labelled.
type Miss struct {
	Field, Doc, Ordinal, IncidentID string
	Got, Want                       string // empty: unknown; items of a set that are too many, or missing
	Sentence                        string // what was read; empty where nothing was
}

// Report is the outcome of an evaluation.
type Report struct {
	Labels   int // lines
	NotFound int // labelled posts that the warehouse does not have; all their values count as missing
	Scores   []Score
	Misses   []Miss
}

var (
	milestones = []string{"occurred_on", "ended_on", "discovered_on", "disclosed_on", "regulator_reported_on", "police_reported_on", "subjects_notified_on"}
	flags      = []string{"regulator_reported", "police_reported", "subjects_notified"}
)

// Run scores the warehouse against the labels of a file.
func Run(ctx context.Context, db *warehouse.DB, gold string) (Report, error) {
	labels, err := readLabels(gold)
	if err != nil {
		return Report{}, err
	}
	w, err := read(ctx, db)
	if err != nil {
		return Report{}, fmt.Errorf("evaluate: %w", err)
	}
	e := &evaluation{loaded: w, report: Report{Labels: len(labels)}, scores: map[string]*Score{}}
	for _, l := range labels {
		if err := e.label(l); err != nil {
			return Report{}, fmt.Errorf("evaluate: %w", err)
		}
	}
	for _, f := range e.order {
		e.report.Scores = append(e.report.Scores, *e.scores[f])
	}
	return e.report, nil
}

type evaluation struct {
	loaded *loaded
	report Report
	scores map[string]*Score
	order  []string // of the fields, as they are met first
}

func (e *evaluation) score(field string) *Score {
	if e.scores[field] == nil {
		e.scores[field] = &Score{Field: field}
		e.order = append(e.order, field)
	}
	return e.scores[field]
}

func (e *evaluation) label(l label) error {
	at, err := e.loaded.find(l)
	if err != nil {
		return err
	}
	if at == nil {
		e.report.NotFound++
		at = &post{}
	}
	right := at.fact["kind"] == l.text("kind") && at.fact["case_number"] == l.text("case_number") &&
		(l.text("title") == "" || oneOf(at.fact["title"], l.accepted("title")))
	e.fact(l, at, "posts", right, at.fact["title"], l.text("title"))
	if l.text("kind") != "incident" {
		return nil
	}
	at = e.loaded.same(l, at)
	for _, f := range []struct{ field, key, column string }{
		{"organization", "organizations", "organization"}, {"contractor", "contractor", "contractor"}, {"sector", "sector", "sector_code"}, {"cause", "cause", "cause_code"},
		{"records_affected", "records_affected", "records_affected"}, {"records_unit", "records_unit", "records_unit"}, {"records_qualifier", "records_qualifier", "records_qualifier"},
	} {
		e.value(l, at, f.field, f.key, f.column)
	}
	for _, f := range slices.Concat(milestones, flags) {
		e.value(l, at, f, f, f)
	}
	e.set(l, at, "data_categories", at.categories, l.list("data_categories"), l.list("data_categories_optional"))
	have, want, spare := at.events, l.events("timeline"), l.events("timeline_optional")
	e.set(l, at, "timeline", have, want, spare)
	e.set(l, at, "timeline_days", days(without(have, spare)), days(without(want, spare)), nil)
	return nil
}

// value scores one fact of an incident. Names are compared as a reader does.
func (e *evaluation) value(l label, at *post, field, key, column string) {
	if !l.has(key) {
		return
	}
	accepted := l.accepted(key)
	if key == "organizations" {
		accepted = l.list(key)
	}
	if len(accepted) == 0 {
		accepted = []string{""}
	}
	have := at.fact[column]
	right := at.incident != "" && slices.Contains(accepted, have)
	if field == "organization" || field == "contractor" {
		right = at.incident != "" && oneOf(have, accepted)
	}
	want := accepted[0]
	if slices.Contains(accepted, "") {
		want = ""
	}
	e.fact(l, at, field, right, have, want)
}

// fact counts a comparison; want is empty where unknown is right too.
func (e *evaluation) fact(l label, at *post, field string, right bool, have, want string) {
	s := e.score(field)
	s.N++
	if have != "" {
		s.Given++
	}
	if right {
		s.Agree++
		if have != "" {
			s.Right++
			s.Wanted++
		}
		return
	}
	if want != "" {
		s.Wanted++
	}
	e.miss(l, at, field, have, want)
}

func (e *evaluation) miss(l label, at *post, field, have, want string) {
	e.report.Misses = append(e.report.Misses, Miss{Field: field, Doc: l.text("doc"), Ordinal: l.text("ordinal"), IncidentID: at.incident,
		Got: have, Want: want, Sentence: at.sentence[columns[field]]})
}

// columns are the fields of evidence by the fields of labels, where they differ
// from a column of their name.
var columns = func() map[string]string {
	all := map[string]string{"organization": "organization_id", "contractor": "contractor_id", "sector": "sector_code", "cause": "cause_code",
		"records_affected": "records_affected", "records_unit": "records_affected", "records_qualifier": "records_affected"}
	for _, f := range slices.Concat(milestones, flags) {
		all[f] = f
	}
	return all
}()

// set scores the items of a set; spare ones count neither way.
func (e *evaluation) set(l label, at *post, field string, have, want, spare []string) {
	key := field
	if field == "timeline_days" {
		key = "timeline"
	}
	if !l.has(key) {
		return
	}
	have, want = without(have, spare), without(want, spare)
	extra, missing := without(have, want), without(want, have)
	hits := len(have) - len(extra)
	s := e.score(field)
	s.N += hits + len(extra) + len(missing)
	s.Agree += hits
	s.Right += hits
	s.Given += len(have)
	s.Wanted += len(want)
	if len(extra)+len(missing) > 0 && field != "timeline_days" {
		e.miss(l, at, field, strings.Join(extra, ", "), strings.Join(missing, ", "))
	}
}

func oneOf(have string, accepted []string) bool {
	return slices.ContainsFunc(accepted, func(a string) bool { return plain(a) == plain(have) })
}

func without(all, spare []string) []string {
	var left []string
	for _, s := range unique(all) {
		if !slices.Contains(spare, s) {
			left = append(left, s)
		}
	}
	return left
}

func days(events []string) []string {
	var all []string
	for _, e := range events {
		day, _, _ := strings.Cut(e, " ")
		all = append(all, day)
	}
	return unique(all)
}
