package warehouse

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"jikenbo/etl/notice"
)

// BenchmarkLoad writes JIKENBO_BENCH notices (1,000 if not set), five to a
// document, and builds everything; BenchmarkBuild builds alone.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		db := benchDB(b, filepath.Join(b.TempDir(), "w.duckdb"))
		load(b, db, 0, benchSize())
		db.Close()
	}
}

func BenchmarkAdd100(b *testing.B) {
	db := benchDB(b, filepath.Join(b.TempDir(), "w.duckdb"))
	defer db.Close()
	n := benchSize()
	load(b, db, 0, n)
	for b.Loop() {
		load(b, db, n, n+100)
		n += 100
	}
}

func BenchmarkUnchanged(b *testing.B) {
	db := benchDB(b, filepath.Join(b.TempDir(), "w.duckdb"))
	defer db.Close()
	load(b, db, 0, benchSize())
	for b.Loop() {
		load(b, db, 0, 5)
	}
}

func benchSize() int {
	if n, err := strconv.Atoi(os.Getenv("JIKENBO_BENCH")); err == nil {
		return n
	}
	return 1000
}

func benchDB(b *testing.B, path string) *DB {
	db, err := Open(context.Background(), path, Options{})
	if err != nil {
		b.Fatal(err)
	}
	return db
}

func load(b *testing.B, db *DB, from, to int) {
	l, err := db.Begin(context.Background(), RunInfo{StartedAt: runAt})
	if err != nil {
		b.Fatal(err)
	}
	for n := from; n < to; n += 5 {
		id := fmt.Sprintf("%032x", n)
		doc := notice.Document{ID: id, Path: fmt.Sprintf("pages/%d.txt", n), SHA256: id}
		if l.Unchanged(doc.Path, doc.SHA256) {
			continue
		}
		var ns []notice.Notice
		for i := range 5 {
			ns = append(ns, made(id, i+1, n+i))
		}
		if err := l.Add(doc, ns); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := l.Finish(context.Background(), runAt); err != nil {
		b.Fatal(err)
	}
}
