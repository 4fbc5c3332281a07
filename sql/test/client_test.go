// Package test asks the database from a client that is not jikenbo's, npm's
// @duckdb/node-api: what an analyst sees who opens the file in a shell or notebook.
package test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jikenbo/etl"
	"jikenbo/etl/search"
	"jikenbo/etl/warehouse"
	"jikenbo/sql/cookbook"
)

type question struct {
	Name string `json:"name"`
	SQL  string `json:"sql"`
}

type answer struct {
	Name    string
	Rows    int
	Columns []string
	First   string // the first row, as JSON
	Error   string
}

// needClient skips a test where npm has not fetched the client.
func needClient(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("no Node.js: the database is not asked from a client that is not ours")
	}
	if _, err := os.Stat("node_modules/@duckdb/node-api"); err != nil {
		t.Skip("no @duckdb/node-api: the database is not asked from a client that is not ours; get it with: npm ci --prefix sql/test")
	}
}

// loaded makes a database of the sample notices, with the search index.
func loaded(t *testing.T) string {
	t.Helper()
	needClient(t)
	path := filepath.Join(t.TempDir(), "w.duckdb")
	now := func() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) }
	paths := []string{"../../seeds/notices", "../cookbook/testdata"}
	if _, err := etl.Run(context.Background(), etl.Options{DB: path, Paths: paths, Now: now}); err != nil {
		t.Fatal(err)
	}
	if err := search.Index(context.Background(), search.Options{DB: path}); err != nil {
		t.Fatal(err)
	}
	return path
}

func ask(t *testing.T, db string, questions []question) []answer {
	t.Helper()
	in, err := json.Marshal(questions)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", "client.mjs", db)
	cmd.Stdin = bytes.NewReader(in)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("run client.mjs: %v", err)
	}
	var answers []answer
	if err := json.Unmarshal(out, &answers); err != nil {
		t.Fatalf("read answers of client.mjs: %v", err)
	}
	if len(answers) != len(questions) {
		t.Fatalf("%d answers to %d questions", len(answers), len(questions))
	}
	return answers
}

func TestAnotherClient(t *testing.T) {
	path := loaded(t)
	t.Run("every relation and query", func(t *testing.T) { asksEverything(t, path) })
	t.Run("comments and macros", func(t *testing.T) { seesCommentsAndMacros(t, path) })
}

// asksEverything compares what another client reads with what we read.
func asksEverything(t *testing.T, path string) {
	db, err := warehouse.Open(context.Background(), path, warehouse.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	schema, err := db.Schema(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var all []question
	for _, r := range schema.Relations {
		all = append(all, question{r.Name, "from " + r.Name})
	}
	queries, err := cookbook.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range queries {
		all = append(all, question{q.Name, q.SQL})
	}
	for i, a := range ask(t, path, all) {
		ours, err := db.Query(context.Background(), all[i].SQL)
		switch {
		case err != nil:
			t.Errorf("%s: %v", a.Name, err)
		case a.Error != "":
			t.Errorf("%s from another client: %s", a.Name, a.Error)
		case a.Rows != len(ours.Rows) || strings.Join(a.Columns, " ") != strings.Join(ours.Columns, " "):
			t.Errorf("%s gives another client %d rows of %v, and us %d of %v", a.Name, a.Rows, a.Columns, len(ours.Rows), ours.Columns)
		}
	}
}

func seesCommentsAndMacros(t *testing.T, path string) {
	check := func(sql, want string) {
		t.Helper()
		if a := ask(t, path, []question{{"", sql}})[0]; a.Error != "" || a.First != want {
			t.Errorf("%s\n got %s %s\nwant %s", sql, a.First, a.Error, want)
		}
	}
	check("select count(*)::integer from duckdb_columns() where not internal and coalesce(comment, '') = ''", "[0]")
	check("select left(comment, 9) from duckdb_tables() where table_name = 'incident'", `["Incidents"]`)
	check("select left(comment, 9) from duckdb_views() where view_name = 'incident_wide'", `["Incidents"]`)
	check("select days_between(date '2024-05-07', date '2024-06-01')::integer", "[25]")
	check("select wareki(date '2024-05-07'), wareki(date '2019-05-01'), wareki(date '2019-04-30'), wareki(date '1926-12-25'), wareki(null::date)",
		`["令和6年5月7日","令和元年5月1日","平成31年4月30日","昭和元年12月25日",null]`)
	check("select cut('個人情報の漏えい', 0, 12), cut('a個', 1, 4)", `["個人情報","個"]`)
	check("select count(*) > 0 from evidence join post using (post_id) where cut(body, start_offset, end_offset) <> quote", "[false]")
}
