package main

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"jikenbo/etl/warehouse"
)

var sqlBlock = regexp.MustCompile("(?s)```sql\n(.*?)```")

// TestReadme runs the queries of the README on the samples: the manual cannot lie.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	db := filepath.Join(t.TempDir(), "w.duckdb")
	files, err := filepath.Glob("../../seeds/notices/s*.*")
	if err != nil {
		t.Fatal(err)
	}
	must(t, ".", append([]string{"etl", "-q", "--db", db}, files...)...)
	w, err := warehouse.Open(context.Background(), db, warehouse.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	blocks := sqlBlock.FindAllStringSubmatch(string(readme), -1)
	for _, b := range blocks {
		r, err := w.Query(t.Context(), b[1])
		if err != nil {
			t.Errorf("%s\n%v", b[1], err)
		} else if len(r.Rows) == 0 {
			t.Errorf("%s\ngives nothing on the samples", b[1])
		}
		if testing.Verbose() && err == nil {
			warehouse.Write(t.Output(), r, "table")
		}
	}
	if len(blocks) != 5 {
		t.Errorf("%d queries, want 5", len(blocks))
	}
}

// TestHelp asks every command for help: each shows examples, and the README names each.
func TestHelp(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range commands(streams{}) {
		if out := must(t, ".", c.Name, "--help"); !strings.Contains(out, "Example") {
			t.Errorf("jikenbo %s --help shows no example", c.Name)
		}
		if c.Name != "version" && !strings.Contains(string(readme), "jikenbo "+c.Name) {
			t.Errorf("the README does not name jikenbo %s", c.Name)
		}
	}
}
