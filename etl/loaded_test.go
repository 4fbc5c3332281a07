package etl_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"jikenbo/etl"
	"jikenbo/etl/warehouse"
)

var raise = flag.Bool("raise", false, "raise the floors of accuracy to what is reached now")

// set is a collection of labelled notices.
type set struct {
	name   string
	files  []string // patterns
	labels string
}

// sets are the labelled notices: those of the project, and those kept beside it,
// which may be absent.
var sets = []set{
	{"samples", []string{"../seeds/notices/*.txt", "../seeds/notices/*.html"}, "../seeds/notices/labels.jsonl"},
	{"blind", []string{"testdata/blind/*.txt"}, "testdata/blind/labels.jsonl"},
	{"blind2", []string{"testdata/blind2/*.txt"}, "testdata/blind2/labels.jsonl"},
	{"notices", []string{"../../shared/notices/*.txt"}, "../../shared/accuracy/gold.jsonl"},
	{"invented", []string{"../../shared/invented/*.txt"}, "../../shared/accuracy/gold_invented.jsonl"},
}

// databases holds the sets that were loaded, for all tests of this package.
var databases struct {
	sync.Mutex
	dir  string
	open map[string]*warehouse.DB
}

func TestMain(m *testing.M) {
	code := m.Run()
	for _, db := range databases.open {
		db.Close()
	}
	os.RemoveAll(databases.dir)
	os.Exit(code)
}

// loaded gives a set in a database of its own, loaded once.
func loaded(t *testing.T, s set) *warehouse.DB {
	t.Helper()
	var paths []string
	for _, pattern := range s.files {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, files...)
	}
	if _, err := os.Stat(s.labels); len(paths) == 0 || err != nil {
		t.Skipf("the notices %s are kept outside the project, and are not here", s.name)
	}
	databases.Lock()
	defer databases.Unlock()
	if db := databases.open[s.name]; db != nil {
		return db
	}
	if databases.open == nil {
		dir, err := os.MkdirTemp("", "jikenbo")
		if err != nil {
			t.Fatal(err)
		}
		databases.dir, databases.open = dir, map[string]*warehouse.DB{}
	}
	file := filepath.Join(databases.dir, s.name+".duckdb")
	load(t, etl.Options{DB: file, Paths: paths})
	db, err := warehouse.Open(context.Background(), file, warehouse.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	databases.open[s.name] = db
	return db
}

// load runs a load that must go well and pass every check.
func load(t *testing.T, o etl.Options) etl.Summary {
	t.Helper()
	o.ToolVersion = "test"
	o.Now = func() time.Time { return time.Date(2024, 6, 1, 9, 0, 0, 0, time.UTC) }
	s, err := etl.Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range s.Findings {
		if f.Severity == warehouse.Fail {
			t.Errorf("load %v: check %s failed: %s: %d", o.Paths, f.Check, f.Title, f.Offenders)
		}
	}
	return s
}

// ask runs a query.
func ask(t *testing.T, db *warehouse.DB, sql string) [][]any {
	t.Helper()
	r, err := db.Query(t.Context(), sql)
	if err != nil {
		t.Fatal(err)
	}
	return r.Rows
}
