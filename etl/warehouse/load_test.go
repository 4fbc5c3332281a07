package warehouse

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
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

// newDB opens an empty database of its own. It is a copy of one that was built
// once, so that a test does not pay for the views and their comments again.
func newDB(t *testing.T) *DB {
	t.Helper()
	path := filepath.Join(t.TempDir(), "w.duckdb")
	if err := os.WriteFile(path, emptyDB(t), 0o600); err != nil {
		t.Fatal(err)
	}
	return open(t, path, Options{})
}

var empty struct {
	once sync.Once
	file []byte
}

func emptyDB(t *testing.T) []byte {
	empty.once.Do(func() {
		path := filepath.Join(t.TempDir(), "empty.duckdb")
		db, err := Open(context.Background(), path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		finish(t, begin(t, db))
		if _, err := db.sql.Exec("delete from load_run"); err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		empty.file, err = os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
	})
	return empty.file
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

// page is a document of made notices.
type page struct {
	path, content string
	notices       []notice.Notice
}

func (p page) document() notice.Document {
	return notice.Document{ID: shortHash(p.path, p.content), Path: p.path, SHA256: shortHash(p.content)}
}

// madePage is a page of n notices from number first; the same numbers are the
// same content.
func madePage(path string, first, n int) page {
	p := page{path: path, content: fmt.Sprint(first, n)}
	for i := range n {
		p.notices = append(p.notices, made("", i+1, first+i))
	}
	return p
}

// run loads pages as the etl does, skipping those that are known.
func run(t *testing.T, db *DB, pages ...page) Summary {
	t.Helper()
	l := begin(t, db)
	for _, p := range pages {
		add(t, l, p)
	}
	return finish(t, l)
}

func add(t *testing.T, l *Load, p page) {
	t.Helper()
	if l.Unchanged(p.path, p.document().SHA256) {
		return
	}
	if err := l.Add(p.document(), p.notices); err != nil {
		t.Fatal(err)
	}
}

// dump is every row of every table but load_run, and of the evidence, without
// what only says in which run a row was written.
func dump(t *testing.T, db *DB) string {
	t.Helper()
	var b strings.Builder
	for _, name := range rowsOf(t, db, `select table_name from information_schema.tables
		where table_schema = 'main' and table_name <> 'load_run' and (table_type = 'BASE TABLE' or table_name = 'evidence') order by table_name`) {
		columns := rowsOf(t, db, "select column_name from duckdb_columns() where table_name = '"+name+"' and column_name <> 'load_run_id' order by column_index")
		query := "select " + strings.Join(columns, ", ") + " from " + name + " order by all"
		fmt.Fprintf(&b, "== %s\n%s\n", name, strings.Join(rowsOf(t, db, query), "\n"))
	}
	return b.String()
}

// sameTables fails where two dumps differ, naming the first line that does.
func sameTables(t *testing.T, got, want string) {
	t.Helper()
	g, w, table := strings.Split(got, "\n"), strings.Split(want, "\n"), ""
	for i := range min(len(g), len(w)) {
		if strings.HasPrefix(w[i], "==") {
			table = w[i]
		}
		if g[i] != w[i] {
			t.Fatalf("%s differs\n got %s\nwant %s", table, g[i], w[i])
		}
	}
	if len(g) != len(w) {
		t.Fatalf("%d lines, want %d", len(g), len(w))
	}
}

func TestLoadTwiceChangesNothing(t *testing.T) {
	db := newDB(t)
	pages := []page{madePage("a.txt", 0, 4), madePage("b.txt", 2, 3)}
	reject := notice.Reject{Path: "c.bin", SHA256: "c", Code: notice.RejectBinary, Reason: "it is binary"}
	load := func() (Summary, string) {
		l := begin(t, db)
		for _, p := range pages {
			add(t, l, p)
		}
		if err := l.Reject(reject); err != nil {
			t.Fatal(err)
		}
		return finish(t, l), dump(t, db) + strings.Join(rowsOf(t, db, "select path, load_run_id from document union all select path, load_run_id from rejected_document order by all"), "\n")
	}
	first, before := load()
	second, after := load()
	sameTables(t, after, before)
	if first.Inserted != 2 || first.Rejected != 1 || first.Seen != 3 || first.Posts != 7 || first.Incidents != 5 {
		t.Errorf("first run: %+v", first)
	}
	if second.Loaded() != 0 || second.Unchanged != 2 || second.Rejected != 1 || second.Incidents != 5 {
		t.Errorf("second run: %+v", second)
	}
	if got := rowsOf(t, db, "select load_run_id, started_at, finished_at, documents_seen, documents_loaded, documents_unchanged, documents_rejected, posts, incidents from load_run order by all"); strings.Join(got, "; ") !=
		"1 / 2024-06-01T09:00:00Z / 2024-06-01T09:01:00Z / 3 / 2 / 0 / 1 / 7 / 5; 2 / 2024-06-01T09:00:00Z / 2024-06-01T09:01:00Z / 3 / 0 / 2 / 1 / 7 / 5" {
		t.Errorf("load_run: %s", got)
	}
}

func TestEveryWayToTheSameStateGivesTheSameTables(t *testing.T) {
	want := newDB(t)
	run(t, want, madePage("a.txt", 0, 3), madePage("b.txt", 10, 2))
	test := func(name string, way func(t *testing.T, db *DB)) {
		t.Run(name, func(t *testing.T) {
			db := newDB(t)
			way(t, db)
			sameTables(t, dump(t, db), dump(t, want))
		})
	}
	test("in the other order", func(t *testing.T, db *DB) {
		run(t, db, madePage("b.txt", 10, 2), madePage("a.txt", 0, 3))
	})
	test("a changed document replaces what came from it", func(t *testing.T, db *DB) {
		run(t, db, madePage("a.txt", 5, 4), madePage("b.txt", 10, 2))
		if s := run(t, db, madePage("a.txt", 0, 3)); s.Updated != 1 || s.Inserted != 0 {
			t.Errorf("%+v", s)
		}
	})
	test("a document that is gone is removed", func(t *testing.T, db *DB) {
		run(t, db, madePage("a.txt", 0, 3), madePage("b.txt", 10, 2), madePage("gone.txt", 20, 2))
		l := begin(t, db)
		if err := errors.Join(l.Remove("gone.txt"), l.Remove("never.txt")); err != nil {
			t.Fatal(err)
		}
		if s := finish(t, l); s.Removed != 1 {
			t.Errorf("%+v", s)
		}
	})
	test("from scratch over an old state", func(t *testing.T, db *DB) {
		run(t, db, madePage("old.txt", 30, 2), madePage("a.txt", 0, 3))
		l := begin(t, db)
		if err := l.Clear(t.Context()); err != nil {
			t.Fatal(err)
		}
		add(t, l, madePage("a.txt", 0, 3))
		add(t, l, madePage("b.txt", 10, 2))
		finish(t, l)
	})
	test("the same document again, without asking Unchanged", func(t *testing.T, db *DB) {
		run(t, db, madePage("a.txt", 0, 3), madePage("b.txt", 10, 2))
		l := begin(t, db)
		if err := l.Add(madePage("a.txt", 0, 3).document(), madePage("a.txt", 0, 3).notices); err != nil {
			t.Fatal(err)
		}
		finish(t, l)
	})
	test("a document named twice in a run", func(t *testing.T, db *DB) {
		l := begin(t, db)
		for _, p := range []page{madePage("a.txt", 0, 3), madePage("a.txt", 0, 3), madePage("b.txt", 10, 2)} {
			if err := l.Add(p.document(), p.notices); err != nil {
				t.Fatal(err)
			}
		}
		finish(t, l)
	})
	test("a document that changes during the run", func(t *testing.T, db *DB) {
		run(t, db, madePage("a.txt", 40, 1), madePage("b.txt", 10, 2), madePage("a.txt", 0, 3))
	})
	test("a long document in pieces", func(t *testing.T, db *DB) {
		l := begin(t, db)
		a := madePage("a.txt", 0, 3)
		if err := errors.Join(l.Add(a.document(), a.notices[:1]), l.Add(a.document(), a.notices[1:])); err != nil {
			t.Fatal(err)
		}
		add(t, l, madePage("b.txt", 10, 2))
		finish(t, l)
	})
	test("after a load that was given up", func(t *testing.T, db *DB) {
		run(t, db, madePage("a.txt", 0, 3))
		l := begin(t, db)
		add(t, l, madePage("a.txt", 50, 3))
		if err := l.Abort(); err != nil {
			t.Fatal(err)
		}
		run(t, db, madePage("b.txt", 10, 2))
	})
	test("after a load that was interrupted at its end", func(t *testing.T, db *DB) {
		run(t, db, madePage("a.txt", 0, 3))
		l := begin(t, db)
		add(t, l, madePage("a.txt", 50, 3))
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := l.Finish(ctx, runAt); !errors.Is(err, context.Canceled) {
			t.Errorf("interrupted: %v", err)
		}
		if err := l.Add(madePage("b.txt", 10, 2).document(), nil); !errors.Is(err, ErrEnded) {
			t.Errorf("added after the end: %v", err)
		}
		run(t, db, madePage("b.txt", 10, 2))
	})
}

func TestReject(t *testing.T) {
	db := newDB(t)
	run(t, db, madePage("a.txt", 0, 1), madePage("b.txt", 1, 1))
	step := func(want string, does func(l *Load)) {
		t.Helper()
		l := begin(t, db)
		does(l)
		finish(t, l)
		got := strings.Join(rowsOf(t, db, "select path, reason_code, load_run_id from rejected_document order by all"), "; ") +
			" | " + strings.Join(rowsOf(t, db, "select path from document order by all"), " ")
		if got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	reject := func(path, sha, code string) func(l *Load) {
		return func(l *Load) { l.Reject(notice.Reject{Path: path, SHA256: sha, Code: code, Reason: "…"}) }
	}
	step("a.txt / unreadable / 2 | a.txt b.txt", reject("a.txt", "", notice.RejectUnreadable)) // what it gave is kept
	step("a.txt / unreadable / 2 | a.txt b.txt", reject("a.txt", "", notice.RejectUnreadable)) // met again
	step(" | a.txt b.txt", func(l *Load) { add(t, l, madePage("a.txt", 0, 1)) })               // readable again
	step("b.txt / empty / 5 | a.txt", reject("b.txt", "00", notice.RejectEmpty))               // the file no longer says it
	step("a.txt / broken / 6; b.txt / empty / 5 | a.txt", func(l *Load) {                      // a part of it could not be taken
		p := madePage("a.txt", 7, 2)
		add(t, l, p)
		reject("a.txt", p.document().SHA256, notice.RejectBroken)(l)
	})
	step("a.txt / broken / 6 | a.txt b.txt", func(l *Load) {
		add(t, l, madePage("a.txt", 7, 2)) // unchanged: its reject stands
		add(t, l, madePage("b.txt", 1, 1))
	})
}

func TestRulesOfReading(t *testing.T) {
	db := newDB(t)
	by := func(rules string) Summary {
		l, err := db.Begin(t.Context(), RunInfo{StartedAt: runAt, Rules: rules})
		if err != nil {
			t.Fatal(err)
		}
		add(t, l, madePage("a.txt", 0, 2))
		return finish(t, l)
	}
	if s := by("1"); s.Inserted != 1 {
		t.Errorf("new: %+v", s)
	}
	if s := by("1"); s.Unchanged != 1 {
		t.Errorf("same rules: %+v", s)
	}
	if s := by("2"); s.Updated != 1 || s.Posts != 2 || s.Incidents != 2 {
		t.Errorf("other rules: %+v", s)
	}
	if got := rowsOf(t, db, "select count(*), count(distinct fact_id), min(load_run_id) from fact")[0]; !strings.HasSuffix(got, " / 3") || strings.Split(got, " / ")[0] != strings.Split(got, " / ")[1] {
		t.Errorf("facts: %s", got)
	}
}

func TestDryRunWritesNothing(t *testing.T) {
	db := newDB(t)
	run(t, db, madePage("a.txt", 0, 2))
	before := dump(t, db)
	l, err := db.Begin(t.Context(), RunInfo{StartedAt: runAt, DryRun: true})
	if err != nil {
		t.Fatal(err)
	}
	add(t, l, madePage("a.txt", 0, 2))
	add(t, l, madePage("b.txt", 5, 2))
	l.Remove("a.txt")
	if s := finish(t, l); s.Inserted != 1 || s.Posts != 2 || s.Removed != 1 {
		t.Errorf("%+v", s)
	}
	sameTables(t, dump(t, db), before)
}

func TestOddWords(t *testing.T) {
	db := newDB(t)
	n := titled("題\x00名").organization("株式会社\xff見本").fact("24時\xe3\x81", notice.Fact{Field: notice.FieldEvent, Value: "occurred", On: "2024-02-30", Clock: "25:99"}).
		say(strings.Repeat("あ", 100_000)).notice()
	n.Post.CaseNumber, n.Post.Published = "2024-'; drop table post; --", "yesterday"
	n.Post.Struck = []notice.Struck{{At: 3, Words: "470名"}}
	l := begin(t, db)
	if err := l.Add(notice.Document{ID: "d", Path: "名\n前.txt"}, []notice.Notice{n}); err != nil {
		t.Fatal(err)
	}
	s := finish(t, l)
	if s.Incidents != 1 || len(s.Findings) != 1 || s.Findings[0].Check != "event_without_date" {
		t.Errorf("%+v", s)
	}
	g := given{db}
	g.expect(t, "select incident_id, title, organization from incident_wide", "2024-'; drop table post; -- / 題\x00名 / 株式会社?見本")
	g.expect(t, "select event_on, event_time, quote from fact where field = 'event'", "- / - / 24時??")
	g.expect(t, "select at_offset, words from struck", "3 / 470名")
	g.expect(t, "select published_on, length(body) > 100000 from post", "- / true")
}

func TestFactOutsideItsPost(t *testing.T) {
	l := begin(t, newDB(t))
	n := titled("題名").notice()
	n.Facts = []notice.Fact{{Field: notice.FieldCause, Value: "loss", Start: 5, End: 900, Rule: "r1"}}
	err := l.Add(notice.Document{ID: "d", Path: "a.txt"}, []notice.Notice{n})
	if err == nil || !strings.Contains(err.Error(), "load post 1 of a.txt: fact 1 of rule r1: words at 5..900") {
		t.Errorf("got %v", err)
	}
	if err := l.Abort(); err != nil {
		t.Error(err)
	}
}
