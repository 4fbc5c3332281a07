package search

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"jikenbo/etl/text"
	"jikenbo/etl/token"
	"jikenbo/etl/warehouse"
	"jikenbo/seeds"
)

// Options say where to search and how to wait.
type Options struct {
	DB       string                // the database file
	Wait     time.Duration         // how long to wait while another process holds the database
	Progress func(done, total int) // notices indexed so far, and in all; may be nil
}

// ErrInterrupted is the error of a search, or of Index, whose context was cancelled
// while notices were indexed.
var ErrInterrupted = errors.New("interrupted while notices were indexed for the search: what was indexed stays, and the next search goes on from there")

// Index brings the index of the database up to its notices, with the similar
// incidents that the pages show. Where both are as they should be, nothing is
// opened for writing and no dictionary loaded.
func Index(ctx context.Context, o Options) error {
	w, err := newWords()
	if err != nil {
		return err
	}
	db, err := open(ctx, o, true)
	if err != nil {
		return err
	}
	state, err := db.IndexState(ctx, w.version)
	db.Close()
	if err != nil || state.Current() && state.Similar {
		return err
	}
	return update(ctx, o, w, state, true)
}

// update makes the index in a database opened for writing.
func update(ctx context.Context, o Options, w *words, state warehouse.IndexState, similar bool) error {
	db, err := open(ctx, o, false)
	if err != nil {
		return fmt.Errorf("the search index is not up to the notices (%d are missing), and to add them the database must be written: %w", state.Missing, err)
	}
	terms, err := w.terms(state.Missing > 0)
	if err == nil {
		err = db.IndexTerms(ctx, terms, o.Progress)
	}
	if err == nil && similar {
		err = db.IndexSimilar(ctx)
	}
	if err != nil && ctx.Err() != nil {
		err = ErrInterrupted
	}
	return errors.Join(err, db.Close())
}

func open(ctx context.Context, o Options, readOnly bool) (*warehouse.DB, error) {
	return warehouse.Open(ctx, o.DB, warehouse.Options{ReadOnly: readOnly, Wait: o.Wait})
}

// words cut texts into terms; the dictionary is loaded when it is first needed.
type words struct {
	version   string // stands for the vocabulary
	tokenizer func() (*token.Tokenizer, error)
}

func newWords() (*words, error) {
	v, err := version(seeds.Files)
	if err != nil {
		return nil, err
	}
	return &words{version: v, tokenizer: sync.OnceValues(func() (*token.Tokenizer, error) {
		v, err := vocabulary(seeds.Files)
		if err != nil {
			return nil, err
		}
		return token.New(v)
	})}, nil
}

// terms are what the warehouse indexes by. Where nothing is to be cut, the
// dictionary is not loaded for it.
func (w *words) terms(needed bool) (warehouse.Terms, error) {
	if !needed {
		return warehouse.Terms{Version: w.version}, nil
	}
	k, err := w.tokenizer()
	if err != nil {
		return warehouse.Terms{}, err
	}
	return warehouse.Terms{Version: w.version, Of: func(body string) []string { return termsOf(k, body) }}, nil
}

// termsOf cuts a text sentence by sentence, in its normalised reading.
func termsOf(k *token.Tokenizer, body string) []string {
	norm := text.Normalize(body).Norm
	var out []string
	for _, s := range text.Sentences(norm) {
		out = append(out, k.Terms(norm[s.Start:s.End])...)
	}
	return out
}
