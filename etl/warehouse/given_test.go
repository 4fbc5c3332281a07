package warehouse

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"jikenbo/etl/notice"
)

// given is a database into which notices are loaded once, and what is expected
// of it afterwards.
type given struct {
	db *DB
}

// givenNotices loads notices as one document.
func givenNotices(t *testing.T, ns ...notice.Notice) given {
	t.Helper()
	return givenPages(t, map[string][]notice.Notice{"page.txt": ns})
}

// givenPages loads several documents, path to notices.
func givenPages(t *testing.T, pages map[string][]notice.Notice) given {
	t.Helper()
	db := newDB(t)
	l := begin(t, db)
	addPages(t, l, pages)
	s := finish(t, l)
	for _, f := range s.Findings {
		if f.Severity == Fail {
			t.Errorf("check %s finds %d offenders", f.Check, f.Offenders)
		}
	}
	return given{db}
}

func addPages(t *testing.T, l *Load, pages map[string][]notice.Notice) {
	t.Helper()
	for path, ns := range pages {
		id := shortHash(path, pageText(ns))
		for i := range ns {
			ns[i].Post.Ordinal = i + 1
		}
		err := l.Add(notice.Document{ID: id, Path: path, MediaType: "text/plain", Charset: "utf-8", SHA256: shortHash(pageText(ns))}, ns)
		if err != nil {
			t.Fatal(err)
		}
	}
}

func pageText(ns []notice.Notice) string {
	var b strings.Builder
	for _, n := range ns {
		b.WriteString(n.Post.CaseNumber + n.Post.Body + "\n")
	}
	return b.String()
}

// expect runs a query and compares its rows, written as CSV with / between the
// columns and - for NULL, with the ones wanted.
func (g given) expect(t *testing.T, query string, want ...string) {
	t.Helper()
	if got := rowsOf(t, g.db, query); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\n got %s\nwant %s", query, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
}

func rowsOf(t *testing.T, db *DB, query string) []string {
	t.Helper()
	r, err := db.Query(context.Background(), query)
	if err != nil {
		t.Fatalf("%s\n%v", query, err)
	}
	var rows []string
	for i := range r.Rows {
		rows = append(rows, strings.Join(r.texts(i, "-"), " / "))
	}
	return rows
}

// written is a result in a format.
func written(t *testing.T, r *Result, format string) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r, format); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// incident begins a made notice with a case number of its own.
func incident(caseNumber string) *maker {
	m := newMaker("", 1, "事例"+caseNumber)
	m.post.CaseNumber = caseNumber
	return m
}

// titled begins a made notice with a title and no case number.
func titled(title string) *maker { return newMaker("", 1, title) }
