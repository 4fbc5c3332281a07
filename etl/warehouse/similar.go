package warehouse

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
)

// similarFiles make similar_incident, in this order.
var similarFiles = [...]string{"similar_incident", "similar_vector", "similar_chunk"}

// pairsAtOnce is about how many pairs of incidents are compared at once: what
// bounds the memory of it.
const pairsAtOnce = 4_000_000

// IndexSimilar makes similar_incident from the terms and the incidents as they
// are. IndexTerms comes before it. The database must have been opened for writing.
func (db *DB) IndexSimilar(ctx context.Context) error {
	if err := db.indexSimilar(ctx); err != nil {
		return fmt.Errorf("find similar incidents: %w", err)
	}
	return nil
}

func (db *DB) indexSimilar(ctx context.Context) error {
	if db.opts.ReadOnly {
		return errors.New("the database is open for reading only")
	}
	of, err := db.similarOf(ctx)
	if err != nil {
		return err
	}
	conn, err := db.sql.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	return inTransaction(ctx, conn, func() error { return buildSimilar(ctx, conn, of) })
}

func buildSimilar(ctx context.Context, conn *sql.Conn, of string) error {
	made, err := searchModels(similarFiles[:]...)
	if err != nil {
		return err
	}
	table, vector, chunk := made[0], made[1], made[2]
	if err := runSearch(ctx, conn, table.name, table.text); err != nil {
		return err
	}
	if err := runSearch(ctx, conn, vector.name, "create or replace temp table similar_vector as "+vector.text); err != nil {
		return err
	}
	chunks, err := numbers(ctx, conn, fmt.Sprintf(`select 1 + coalesce(sum(n * n), 0)::bigint // %d
		from (select count(*) as n from similar_vector group by term_no)`, pairsAtOnce))
	if err != nil {
		return err
	}
	for i := range chunks[0] {
		if err := runSearch(ctx, conn, chunk.name, "insert into similar_incident "+chunk.text, chunks[0], i); err != nil {
			return err
		}
	}
	if _, err := conn.ExecContext(ctx, "drop table similar_vector"); err != nil {
		return err
	}
	if _, err := conn.ExecContext(ctx, "update search_index set similar_of = ?", of); err != nil {
		return err
	}
	return comment(ctx, conn, made[:1])
}

// similarOf stands for everything similar_incident depends on: which posts there
// are, of which incidents, and the SQL.
func (db *DB) similarOf(ctx context.Context) (string, error) {
	h := sha256.New()
	for _, name := range similarFiles {
		text, err := searchSQL(name)
		if err != nil {
			return "", err
		}
		fmt.Fprintln(h, text)
	}
	var posts string
	err := db.sql.QueryRowContext(ctx, `select count(*) || ' ' || coalesce(bit_xor(hash(post_no, load_run_id, incident_id)), 0)
		from incident_post join post using (post_no)`).Scan(&posts)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%x %s", h.Sum(nil)[:8], posts), nil
}
