package warehouse

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"jikenbo/etl/notice"
)

// explained gives field, outcome, value and reason of every reading.
func (g given) explained(t *testing.T, incident string) string {
	t.Helper()
	r, err := g.db.Explain(t.Context(), incident)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for i := range r.Rows {
		x := r.Record(i)
		lines = append(lines, strings.Join([]string{x["field"], x["outcome"], x["value"], x["because"]}, " | "))
	}
	return strings.Join(lines, "\n")
}

func TestExplain(t *testing.T) {
	g := givenNotices(t, incident("2024-701").organization("株式会社あお").cause("loss").with(weight(2)).cause("theft").cause("phishing").with(hedge(notice.Denied)).
		persons(12).with(weight(3)).persons(31).with(weight(1)).count(4, "persons", "part").
		event("discovered", "2024-03-05").event("discovered", "2024-03-09").event("disclosed", "2024-04-01").with(hedge(notice.Planned)).
		category("name").flag("police_reported").notice())
	got := g.explained(t, "2024-701")
	for _, want := range []string{
		"organization_id | won | 株式会社あお | the heaviest reading of the first report",
		"cause_code | won | loss | the largest sum of weights",
		"cause_code | lost | theft | weight 1.0 below 2.0 of the winner",
		"cause_code | lost | phishing | hedge denied",
		"records_affected | won | 12 persons exact | the heaviest total",
		"records_affected | lost | 31 persons exact | weight 1.0 below 3.0 of the winner",
		"records_affected | lost | 4 persons exact | role part: not the number of the incident",
		"discovered_on | won | 2024-03-05 discovered | of the first report",
		"disclosed_on | lost | 2024-04-01 disclosed | hedge planned",
		"police_reported | won | true | any place",
		"data_category:name | won | name | included where",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s\nis not explained in\n%s", want, got)
		}
	}
	g.mustCorrect(t, set("2024-701", "records_affected", "31"), set("2024-701", "cause_code", "other"))
	got = g.explained(t, "2024-701")
	for _, want := range []string{
		"records_affected | corrected | 31 | corrected by Sato on 2026-11-20; was 12",
		"records_affected | agrees | 31 persons exact | says the same",
		"records_affected | lost | 12 persons exact | an analyst says otherwise",
		"cause_code | corrected | other | corrected by Sato on 2026-11-20; was loss",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s\nis not explained in\n%s", want, got)
		}
	}
	if _, err := g.db.Explain(t.Context(), "2024-799"); !errors.Is(err, ErrNoIncident) {
		t.Errorf("got %v", err)
	}
}

// TestExplainFigure holds that behind every row of every metric stand exactly as
// many incidents as it says.
func TestExplainFigure(t *testing.T) {
	db := newDB(t)
	run(t, db, madePage("a.txt", 0, 60))
	all, err := figures()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, f := range all {
		known[f.metric] = true
		var keys []string
		for _, k := range f.keys {
			theirs, _, _ := strings.Cut(k, "=")
			keys = append(keys, theirs)
		}
		if len(keys) == 0 || keys[0] == "incident_id" {
			continue
		}
		r, err := db.Query(t.Context(), fmt.Sprintf("select n, %s from %s order by all limit 6", strings.Join(keys, ", "), f.metric))
		if f.metric == "duration_summary" {
			r, err = db.Query(t.Context(), "select n_known + n_left_out as n, measure from duration_summary order by all")
		}
		if err != nil {
			t.Fatal(err)
		}
		for i := range r.Rows {
			x := r.Record(i)
			var where []string
			for _, k := range keys {
				where = append(where, fmt.Sprintf("%s::varchar is not distinct from nullif(%s, '')", k, literal(x[k])))
			}
			got, err := db.ExplainFigure(t.Context(), f.metric, strings.Join(where, " and "))
			if err != nil {
				t.Fatal(err)
			}
			if fmt.Sprint(len(got.Rows)) != x["n"] {
				t.Errorf("%s where %s: %d incidents, the figure says %s", f.metric, strings.Join(where, " and "), len(got.Rows), x["n"])
			}
		}
	}
	plan, _ := readPlan()
	for _, m := range plan {
		if strings.HasPrefix(m.file, "metrics/") && !known[m.name] && m.name != "duration" {
			t.Errorf("metric %s is not in figure.csv", m.name)
		}
	}
	if _, err := db.ExplainFigure(t.Context(), "incident", ""); !errors.Is(err, ErrNoFigure) {
		t.Errorf("got %v", err)
	}
}
