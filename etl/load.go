package etl

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"jikenbo/etl/correct"
	"jikenbo/etl/extract"
	"jikenbo/etl/notice"
	"jikenbo/etl/source"
	"jikenbo/etl/warehouse"
	"jikenbo/seeds"
)

// Options say what to load and where to.
type Options struct {
	DB          string                  // the database file, made where there is none
	Wait        time.Duration           // how long to wait while another process holds the database
	Paths       []string                // files, folders, archives; "-" is Stdin
	Stdin       io.Reader               // what "-" reads
	Corrections string                  // a file of corrections, which takes the place of what it gave before; empty: those that the database has stay
	Prune       bool                    // take out what came from files below Paths that are gone
	DryRun      bool                    // say what would happen and write nothing
	FullRefresh bool                    // take out all that was loaded before, and load from scratch
	ToolVersion string                  // recorded with the run; another version reads every document again
	Now         func() time.Time        // the clock; it says when the run began and ended, nothing else
	Progress    func(done, total int64) // bytes of input read so far, and in all as far as known; may be nil
}

// Summary is what became of a load.
type Summary struct {
	warehouse.Summary
	Rejects []notice.Reject // what this run could not take, in the order it was met
}

// ErrInterrupted is the error of a load whose context was cancelled.
var ErrInterrupted = errors.New("interrupted: nothing of this load was kept; run it again")

// Run loads what is found under o.Paths: documents that are known with the same
// content are passed over, the others are read, their posts extracted and written,
// and the warehouse is built and checked. All of it is one transaction: on an
// error, and where ctx is cancelled (ErrInterrupted), the database is as it was.
// Input that cannot be taken is no error but a reject.
func Run(ctx context.Context, o Options) (Summary, error) {
	s, err := run(ctx, o)
	if err != nil && ctx.Err() != nil {
		return Summary{}, ErrInterrupted
	}
	return s, err
}

func run(ctx context.Context, o Options) (Summary, error) {
	lex, err := Lexicon(seeds.Files)
	if err != nil {
		return Summary{}, err
	}
	x, err := extract.New(lex)
	if err != nil {
		return Summary{}, err
	}
	rules, err := fingerprint(seeds.Files, o.ToolVersion)
	if err != nil {
		return Summary{}, err
	}
	corrections, err := readCorrections(o.Corrections)
	if err != nil {
		return Summary{}, err
	}
	db, err := open(ctx, o)
	if err != nil {
		return Summary{}, err
	}
	l, err := db.Begin(ctx, warehouse.RunInfo{StartedAt: o.Now(), ToolVersion: o.ToolVersion, Rules: rules, DryRun: o.DryRun})
	if err != nil {
		return Summary{}, errors.Join(err, db.Close())
	}
	if o.Stdin != nil && slices.Contains(o.Paths, "-") {
		o.Stdin = interruptible(ctx, o.Stdin)
	}
	if o.Corrections != "" {
		err = l.Correct(filepath.Clean(o.Corrections), corrections)
	}
	var s Summary
	if err == nil {
		s, err = newLoader(o, x, l).load(ctx)
	}
	if err != nil {
		return Summary{}, errors.Join(err, l.Abort(), db.Close())
	}
	return s, db.Close()
}

// readCorrections reads a file of corrections before anything is loaded, so that
// a slip in it costs no time. Without a file there are none.
func readCorrections(file string) ([]notice.Correction, error) {
	if file == "" {
		return nil, nil
	}
	r, err := correct.NewReader(seeds.Files)
	if err != nil {
		return nil, err
	}
	return r.File(file)
}

// open opens the database. A dry run opens it for reading alone, and where there
// is none yet, plays on one in memory.
func open(ctx context.Context, o Options) (*warehouse.DB, error) {
	opt := warehouse.Options{Wait: o.Wait}
	if o.DryRun {
		if info, err := os.Stat(o.DB); err != nil || info.Size() == 0 {
			return warehouse.Open(ctx, ":memory:", opt)
		}
		opt.ReadOnly = true
	}
	return warehouse.Open(ctx, o.DB, opt)
}

// interruptible makes a reader whose Read returns when ctx is cancelled, though
// whoever writes may not write again.
func interruptible(ctx context.Context, r io.Reader) io.Reader {
	from, to := io.Pipe()
	go func() {
		_, err := io.Copy(to, r)
		to.CloseWithError(err)
	}()
	context.AfterFunc(ctx, func() { from.CloseWithError(ctx.Err()) })
	return from
}

// loader is one load on its way.
type loader struct {
	opt     Options
	extract *extract.Extractor
	into    *warehouse.Load
	sources source.Options
	known   map[string]bool // paths that the database held when the load began
	seen    map[string]bool // paths that the walk came upon, and something was there
	refused map[string]bool // those of them that the walk could not take
	rejects []notice.Reject
	meter   *meter // nil where nobody looks
}

func newLoader(o Options, x *extract.Extractor, l *warehouse.Load) *loader {
	ld := &loader{opt: o, extract: x, into: l, known: map[string]bool{}, seen: map[string]bool{}, refused: map[string]bool{}}
	ld.sources = source.Options{Stdin: o.Stdin}
	if o.Progress != nil {
		ld.meter = newMeter(o.Paths, o.Progress)
		ld.sources.Progress = ld.meter.add
	}
	return ld
}

func (ld *loader) load(ctx context.Context) (Summary, error) {
	if ld.opt.FullRefresh {
		if err := ld.into.Clear(ctx); err != nil {
			return Summary{}, err
		}
	}
	for _, p := range ld.into.Paths() {
		ld.known[p] = true
	}
	if err := ld.pump(ctx); err != nil {
		return Summary{}, err
	}
	if ld.opt.Prune {
		if err := ld.prune(); err != nil {
			return Summary{}, fmt.Errorf("prune: %w", err)
		}
	}
	s, err := ld.into.Finish(ctx, ld.opt.Now())
	return Summary{Summary: s, Rejects: ld.rejects}, err
}
