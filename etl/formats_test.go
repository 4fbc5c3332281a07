package etl_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"jikenbo/etl"
	"jikenbo/etl/warehouse"
)

// factsOf loads one file into a database of its own and lists what is known of each
// incident, but for what a format alone can say (the URL, the day of publishing) and
// where the words stand.
func factsOf(t *testing.T, file string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "w.duckdb")
	s := load(t, etl.Options{DB: name, Paths: []string{file}})
	if len(s.Rejects) > 0 {
		t.Errorf("%s: rejected %+v", file, s.Rejects)
	}
	db, err := warehouse.Open(context.Background(), name, warehouse.Options{ReadOnly: true, Wait: time.Second})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var b strings.Builder
	for _, sql := range []string{
		"select kind, case_number, title from post order by all",
		`select case_number, title, field, coalesce(f.value, ''), number, unit, qualifier, role, event_on, f.precision, event_time, hedge, replace(quote, ' ', '')
			from fact f join post using (post_id) order by all`,
		"select case_number, title, cause_code, columns('^(records|occurred|ended|discovered|disclosed|regulator|police|subjects)_') from incident order by all",
	} {
		for _, row := range ask(t, db, sql) {
			fmt.Fprintln(&b, row...)
		}
	}
	return b.String()
}

// TestFormatsGiveTheSameFacts loads the same four notices as text, as a page of a blog,
// as its export and as JSON Lines, and in every encoding.
func TestFormatsGiveTheSameFacts(t *testing.T) {
	const dump = "source/testdata/formats/dump.txt"
	want := factsOf(t, dump)
	if strings.Count(want, "\n") < 20 {
		t.Fatalf("too little to compare:\n%s", want)
	}
	same := func(file string) {
		t.Helper()
		if got := factsOf(t, file); got != want {
			t.Errorf("%s gives other facts than the text:\n%s", filepath.Base(file), firstDifference(got, want))
		}
	}
	same("source/testdata/formats/blogger.html")
	same("source/testdata/formats/export.xml")
	same("source/testdata/formats/posts.jsonl")
	same("source/testdata/formats/rss.xml")

	text, err := os.ReadFile(dump)
	if err != nil {
		t.Fatal(err)
	}
	for name, e := range map[string]encoding.Encoding{
		"utf-8 with BOM": unicode.UTF8BOM, "utf-16": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
		"shift_jis": japanese.ShiftJIS, "euc-jp": japanese.EUCJP, "iso-2022-jp": japanese.ISO2022JP,
	} {
		b, err := e.NewEncoder().Bytes(text)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), name+".txt")
		if err := os.WriteFile(file, b, 0o644); err != nil {
			t.Fatal(err)
		}
		same(file)
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}
