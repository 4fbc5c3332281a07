package warehouse

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"jikenbo/etl/notice"
)

var runAt = time.Date(2024, 6, 1, 9, 0, 0, 0, time.UTC)

// open opens a database of its own for a test.
func open(t *testing.T, path string, o Options) *DB {
	t.Helper()
	db, err := Open(context.Background(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// begin starts a load.
func begin(t *testing.T, db *DB) *Load {
	t.Helper()
	l, err := db.Begin(context.Background(), RunInfo{StartedAt: runAt, ToolVersion: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func finish(t *testing.T, l *Load) Summary {
	t.Helper()
	s, err := l.Finish(context.Background(), runAt.Add(time.Minute))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSmoke(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "w.duckdb"), Options{})
	l := begin(t, db)
	body := "個人情報漏えいについて\n2024年5月1日、当社のお客様120名の氏名が漏えいしました。"
	err := l.Add(notice.Document{ID: "d1", Path: "a.txt", SHA256: "s1"}, []notice.Notice{{
		Post: notice.Post{DocumentID: "d1", Ordinal: 1, Kind: notice.Incident, CaseNumber: "2024-001", Title: "個人情報漏えいについて", Body: body},
		Facts: []notice.Fact{
			{Field: notice.FieldEvent, Value: "occurred", On: "2024-05-01", Precision: "day", Hedge: "stated", Weight: 1, Quote: body[34:47], Start: 34, End: 47, Rule: "t", Confidence: 1},
		}}})
	if err != nil {
		t.Fatal(err)
	}
	s := finish(t, l)
	t.Logf("%+v", s)
	r, err := db.Query(context.Background(), "from incident_wide")
	if err != nil {
		t.Fatal(err)
	}
	Write(t.Output(), r, "json")
	r, err = db.Query(context.Background(), "select field, value, quote, start_offset, start_char from evidence")
	if err != nil {
		t.Fatal(err)
	}
	Write(t.Output(), r, "table")
}
