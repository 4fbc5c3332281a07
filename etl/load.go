package etl

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"jikenbo/etl/extract"
	"jikenbo/etl/notice"
	"jikenbo/etl/source"
	"jikenbo/etl/warehouse"
	"jikenbo/seeds"
)

// Options say what to load and where to.
type Options struct {
	DB          string
	Wait        time.Duration
	Paths       []string
	Stdin       io.Reader
	Prune       bool
	DryRun      bool
	FullRefresh bool
	ToolVersion string
	Now         func() time.Time
	Progress    func(done, total int64)
}

// Summary is what became of a load.
type Summary struct {
	warehouse.Summary
	Rejects []notice.Reject
}

// Run loads.
func Run(ctx context.Context, o Options) (Summary, error) {
	lex, err := Lexicon(seeds.Files)
	if err != nil {
		return Summary{}, err
	}
	x, err := extract.New(lex)
	if err != nil {
		return Summary{}, err
	}
	db, err := warehouse.Open(ctx, o.DB, warehouse.Options{Wait: o.Wait})
	if err != nil {
		return Summary{}, err
	}
	defer db.Close()
	l, err := db.Begin(ctx, warehouse.RunInfo{StartedAt: o.Now(), ToolVersion: o.ToolVersion})
	if err != nil {
		return Summary{}, err
	}
	defer l.Abort()
	for _, p := range o.Paths {
		filepath.WalkDir(p, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".txt") {
				return nil
			}
			b, _ := os.ReadFile(path)
			sum := sha256.Sum256(b)
			h := hex.EncodeToString(sum[:])
			id := sha256.Sum256([]byte(path + "\n" + h))
			doc := notice.Document{ID: hex.EncodeToString(id[:8]), Path: path, MediaType: "text/plain", Charset: "utf-8", ByteCount: int64(len(b)), SHA256: h}
			var ns []notice.Notice
			for _, post := range source.Posts(doc.ID, string(b)) {
				ns = append(ns, x.Read(post))
			}
			if err := l.Add(doc, ns); err != nil {
				fmt.Println(err)
			}
			return nil
		})
	}
	s, err := l.Finish(ctx, o.Now())
	return Summary{Summary: s}, err
}
