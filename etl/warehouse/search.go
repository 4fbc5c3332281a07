package warehouse

import (
	"context"
	"fmt"
)

// Search ranks the incidents by the words asked for, each given as its terms:
// first those that have more of the words, then by BM25. The result has the
// columns of sql/search/search.sql, at most limit rows. IndexTerms comes before it.
func (db *DB) Search(ctx context.Context, words [][]string, limit int) (*Result, error) {
	text, err := searchSQL("search")
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	var terms []string
	var of []int32
	for i, w := range words {
		for _, t := range w {
			terms, of = append(terms, t), append(of, int32(i+1))
		}
	}
	r, err := db.query(ctx, text, terms, of, limit)
	if err != nil {
		return nil, fmt.Errorf("search: run sql/search/search.sql: %w", err)
	}
	return r, nil
}
