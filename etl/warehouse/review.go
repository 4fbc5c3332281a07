package warehouse

import (
	"context"
	"fmt"
)

// Review gives the first rows of review_queue: what deserves a look by a person,
// what changes the figures most first. It also says how many rows there are.
func (db *DB) Review(ctx context.Context, limit int) (r *Result, total int, err error) {
	if r, err = db.query(ctx, "from review_queue order by place limit $1", limit); err != nil {
		return nil, 0, fmt.Errorf("review: %w", err)
	}
	if err = db.sql.QueryRowContext(ctx, "select count(*) from review_queue").Scan(&total); err != nil {
		return nil, 0, fmt.Errorf("review: %w", err)
	}
	return r, total, nil
}
