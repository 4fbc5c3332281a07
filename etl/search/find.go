package search

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"jikenbo/etl/text"
	"jikenbo/etl/token"
	"jikenbo/etl/warehouse"
)

// Found is what a search came to.
type Found struct {
	Hits  []Hit    // best first
	Notes []string // what the reader should know of them: words left out, notices not searched
}

// Hit is an incident that was found.
type Hit struct {
	IncidentID   string
	Score        float64 // BM25; comparable within one search alone
	WordsFound   int     // of the words that were asked for
	Title        string
	Organization string // empty where not known
	On           string // disclosed, else discovered, else occurred: 2024-05-07, 2024-05 or 2024; empty where not known
	Sentence     string // the words of the notice: the sentence that has the most of what was asked
	At           int    // byte of Sentence at which the first of it begins, as far as it stands there as it was asked
}

// ErrNothingAsked is the error of a search for no word that could be found.
var ErrNothingAsked = errors.New("nothing to search for: name a word that carries meaning, such as 紛失 or 病院")

// Find lists the incidents whose notices have the words of a query, which blanks
// separate, at most limit of them. Notices that were loaded since the last search
// are indexed first; where the database cannot be written, those indexed before
// are searched and a note says so, and it is an error where there are none.
func Find(ctx context.Context, o Options, query string, limit int) (Found, error) {
	w, err := newWords()
	if err != nil {
		return Found{}, err
	}
	k, err := w.tokenizer()
	if err != nil {
		return Found{}, err
	}
	q := ask(k, query)
	if len(q.words) == 0 {
		return Found{}, ErrNothingAsked
	}
	db, notes, err := openIndexed(ctx, o, w)
	if err != nil {
		return Found{}, err
	}
	defer db.Close()
	r, err := db.Search(ctx, q.words, limit)
	if err != nil {
		return Found{}, err
	}
	f := Found{Notes: append(notes, q.notes()...)}
	for _, row := range r.Rows {
		f.Hits = append(f.Hits, q.hit(k, row))
	}
	return f, nil
}

// openIndexed opens the database for reading, its index made or brought up to date
// before. Notes say what could not be.
func openIndexed(ctx context.Context, o Options, w *words) (*warehouse.DB, []string, error) {
	db, err := open(ctx, o, true)
	if err != nil {
		return nil, nil, err
	}
	state, err := db.IndexState(ctx, w.version)
	if err == nil && state.Current() {
		return db, nil, nil
	}
	if err = errors.Join(err, db.Close()); err != nil {
		return nil, nil, err
	}
	failed := update(ctx, o, w, state, false)
	if failed != nil && (state.Indexed == 0 || ctx.Err() != nil) {
		return nil, nil, failed
	}
	if db, err = open(ctx, o, true); err != nil || failed == nil {
		return db, nil, err
	}
	return db, []string{fmt.Sprintf("%d notices are not searched: %v", state.Missing, failed)}, nil
}

// query is what is asked for.
type query struct {
	words   [][]string // the terms of each word
	written []string   // the words, normalised, in lower case
	left    []string   // words that no notice is found by
}

func ask(k *token.Tokenizer, s string) query {
	var q query
	for _, w := range strings.Fields(s) {
		norm := strings.ToLower(text.Normalize(w).Norm)
		var terms []string
		for _, t := range k.Asked(norm) {
			if !slices.Contains(terms, t) {
				terms = append(terms, t)
			}
		}
		if len(terms) == 0 {
			q.left = append(q.left, w)
			continue
		}
		q.words, q.written = append(q.words, terms), append(q.written, norm)
	}
	return q
}

func (q query) notes() []string {
	if len(q.left) == 0 {
		return nil
	}
	return []string{"left out, for no notice is told apart by it: " + strings.Join(q.left, " ")}
}

// hit reads a row of sql/search/search.sql.
func (q query) hit(k *token.Tokenizer, row []any) Hit {
	h := Hit{IncidentID: str(row[0]), Title: str(row[3]), Organization: str(row[4]), On: dated(row[5], str(row[6]))}
	if n, ok := row[1].(int64); ok {
		h.WordsFound = int(n)
	}
	h.Score, _ = row[2].(float64)
	h.Sentence, h.At = q.sentence(k, str(row[7]))
	return h
}

func str(v any) string {
	s, _ := v.(string)
	return s
}

// dated writes a date as far as it is known.
func dated(v any, precision string) string {
	t, ok := v.(time.Time)
	switch {
	case !ok:
		return ""
	case precision == "year":
		return t.Format("2006")
	case precision == "month":
		return t.Format("2006-01")
	}
	return t.Format(time.DateOnly)
}

// sentence finds the sentence of a text that has the most of the words, then of
// their terms, and one with a full stop before a heading; the title, which is shown
// beside it, only where nothing else has any.
func (q query) sentence(k *token.Tokenizer, body string) (string, int) {
	tx := text.Normalize(body)
	var best text.Span
	most := 0
	for _, s := range text.Sentences(tx.Norm) {
		worth := 2 * q.worth(k.Terms(tx.Norm[s.Start:s.End]))
		if worth > 0 && s.Line > 0 {
			worth += 1 << 20
		}
		if worth > 0 && strings.HasSuffix(tx.Norm[:s.End], "。") {
			worth++
		}
		if worth > most {
			best, most = s.Span, worth
		}
	}
	if most == 0 {
		return "", 0
	}
	at := best.Start + q.at(strings.ToLower(tx.Norm[best.Start:best.End]))
	return tx.Quote(best), tx.RawAt(min(at, best.End-1)) - tx.RawAt(best.Start)
}

// worth counts the words whose terms are all there tenfold, the terms once.
func (q query) worth(terms []string) int {
	worth := 0
	for _, w := range q.words {
		has := 0
		for _, t := range w {
			if slices.Contains(terms, t) {
				has++
			}
		}
		if worth += has; has == len(w) {
			worth += 10
		}
	}
	return worth
}

// at is where the first of the words stands in a sentence, in bytes; 0 where none
// stands there as it was written.
func (q query) at(sentence string) int {
	first := -1
	for _, w := range q.written {
		if i := strings.Index(sentence, w); i >= 0 && (first < 0 || i < first) {
			first = i
		}
	}
	return max(first, 0)
}
