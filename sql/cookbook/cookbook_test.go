package cookbook_test

import (
	"context"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"jikenbo/etl"
	"jikenbo/etl/warehouse"
	"jikenbo/sql/cookbook"
)

// samples loads the sample notices, and some of this folder: of an organization
// that comes twice, and of a case that was reported twice.
func samples(t *testing.T) *warehouse.DB {
	t.Helper()
	path := filepath.Join(t.TempDir(), "w.duckdb")
	now := func() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) }
	_, err := etl.Run(context.Background(), etl.Options{DB: path, Paths: []string{"../../seeds/notices", "testdata"}, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	db, err := warehouse.Open(context.Background(), path, warehouse.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func queries(t *testing.T) []cookbook.Query {
	t.Helper()
	qs, err := cookbook.All()
	if err != nil {
		t.Fatal(err)
	}
	return qs
}

func TestEveryQueryGivesRows(t *testing.T) {
	db := samples(t)
	for _, q := range queries(t) {
		first, err := db.Query(context.Background(), q.SQL)
		if err != nil {
			t.Errorf("%s: %v", q.Name, err)
			continue
		}
		if len(first.Rows) == 0 {
			t.Errorf("%s gives no rows on the samples", q.Name)
		}
		if len(first.Columns) < 2 {
			t.Errorf("%s gives the columns %v", q.Name, first.Columns)
		}
		again, err := db.Query(context.Background(), q.SQL)
		if err != nil || written(t, first) != written(t, again) {
			t.Errorf("%s gives other rows when it is run again: its order is not fixed (%v)", q.Name, err)
		}
	}
}

func written(t *testing.T, r *warehouse.Result) string {
	t.Helper()
	var b strings.Builder
	if err := warehouse.Write(&b, r, "csv"); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestHeaders(t *testing.T) {
	qs := queries(t)
	if len(qs) < 20 {
		t.Errorf("%d queries, want 20 or more", len(qs))
	}
	titles := map[string]string{}
	for _, q := range qs {
		if !strings.ContainsFunc(q.TitleJA, isJapanese) || strings.ContainsFunc(q.TitleEN, isJapanese) || q.TitleEN == "" {
			t.Errorf("%s: the titles are %q and %q", q.Name, q.TitleJA, q.TitleEN)
		}
		if other := titles[q.TitleEN]; other != "" {
			t.Errorf("%s has the title of %s", q.Name, other)
		}
		titles[q.TitleEN] = q.Name
		if !regexp.MustCompile(`(?m)^order by `).MatchString(q.SQL) {
			t.Errorf("%s does not say in which order its rows come", q.Name)
		}
	}
}

func isJapanese(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }

func TestVariables(t *testing.T) {
	db := samples(t)
	rows := func(name, set string) *warehouse.Result {
		t.Helper()
		for _, q := range queries(t) {
			if q.Name != name {
				continue
			}
			r, err := db.Query(context.Background(), set+q.SQL)
			if err != nil {
				t.Fatal(err)
			}
			return r
		}
		t.Fatalf("no query %s", name)
		return nil
	}
	for _, row := range rows("notices_with_word", "set variable word = 'サポート詐欺';").Rows {
		if !strings.Contains(row[3].(string), "サポート詐欺") {
			t.Errorf("the sentence is %q", row[3])
		}
	}
	if n := len(rows("notices_with_word", "set variable word = '100%_どこにもない';").Rows); n != 0 {
		t.Errorf("%d notices with words that are nowhere", n)
	}
	for _, row := range rows("timeline_of_an_incident", "set variable incident = '2023-410';").Rows {
		if row[8] != "2023-410" {
			t.Errorf("an event of %v", row[8])
		}
	}
}
