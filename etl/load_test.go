package etl_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jikenbo/etl"
	"jikenbo/etl/warehouse"
)

// notices are n invented notices on one page.
func notices(n int) string {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&b, "【セキュリティ事件簿#2024-%04d】株式会社第%d製作所 メール誤送信による個人情報漏えいについて 2024年5月10日\n\n\n", i, i)
		fmt.Fprintf(&b, "2024年5月8日、弊社の担当者が、お客様%d名のメールアドレスが見える状態で電子メールを送信いたしました。\n\n", 10+i)
	}
	return b.String()
}

func writeFile(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func newOptions(t *testing.T, paths ...string) etl.Options {
	t.Helper()
	return etl.Options{DB: filepath.Join(t.TempDir(), "w.duckdb"), Paths: paths, ToolVersion: "test", Now: time.Now}
}

// A document that another version read is read again, once.
func TestAnotherVersionReadsAgain(t *testing.T) {
	o := newOptions(t, writeFile(t, "a.txt", notices(3)))
	run := func(version string, updated, unchanged int) {
		t.Helper()
		o.ToolVersion = version
		s, err := etl.Run(t.Context(), o)
		if err != nil {
			t.Fatal(err)
		}
		if s.Updated != updated || s.Unchanged != unchanged || s.Posts != 3 {
			t.Errorf("version %s: updated %d, unchanged %d, posts %d; want %d, %d, 3", version, s.Updated, s.Unchanged, s.Posts, updated, unchanged)
		}
	}
	run("1", 0, 0)
	run("1", 0, 1)
	run("2", 1, 0)
	run("2", 0, 1)
}

// Many posts are extracted by several goroutines, and come out in their order.
func TestPostsKeepTheirOrder(t *testing.T) {
	const n = 1500
	o := newOptions(t, writeFile(t, "a.txt", notices(n)), writeFile(t, "b.txt", notices(2)))
	load(t, o)
	db, err := warehouse.Open(t.Context(), o.DB, warehouse.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows := ask(t, db, `select ordinal, case_number from post join document using (document_id) where path like '%a.txt' order by ordinal`)
	if len(rows) != n {
		t.Fatalf("%d posts, want %d", len(rows), n)
	}
	for i, r := range rows {
		if want := fmt.Sprintf("2024-%04d", i+1); r[0] != int32(i+1) || r[1] != want {
			t.Fatalf("post %d is %v %v, want %s", i+1, r[0], r[1], want)
		}
	}
}

// Progress counts bytes up to the size of what is there, in whatever way it is passed.
func TestProgress(t *testing.T) {
	text := notices(400)
	o := newOptions(t, writeFile(t, "a.txt", text), writeFile(t, "b.txt", text), "-")
	size := int64(2 * len(text))
	for _, run := range []string{"first", "second, unchanged"} {
		var last, total int64
		o.Stdin = strings.NewReader(text)
		o.Progress = func(d, t int64) { last, total = max(last, d), t }
		load(t, o)
		if last < size || last != total {
			t.Errorf("%s load: %d of %d bytes, want %d and what came by standard input", run, last, total, size)
		}
	}
}

// A cancelled load says so and keeps nothing.
func TestCancelledLoad(t *testing.T) {
	o := newOptions(t, writeFile(t, "a.txt", notices(5)))
	load(t, o)
	ctx, cancel := context.WithCancel(t.Context())
	o.Paths = []string{writeFile(t, "b.txt", notices(2000))}
	o.Progress = func(int64, int64) { cancel() }
	if _, err := etl.Run(ctx, o); !errors.Is(err, etl.ErrInterrupted) {
		t.Errorf("error %v, want %v", err, etl.ErrInterrupted)
	}
	o.Progress = nil
	if _, err := etl.Run(ctx, o); !errors.Is(err, etl.ErrInterrupted) {
		t.Errorf("begun after the cancellation: error %v, want %v", err, etl.ErrInterrupted)
	}
	o.Paths = o.Paths[:0]
	if s := load(t, o); s.Posts != 5 {
		t.Errorf("%d posts, want the 5 of before", s.Posts)
	}
}
