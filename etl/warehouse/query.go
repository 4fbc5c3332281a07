package warehouse

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Result is the answer to a query.
type Result struct {
	Columns []string
	Types   []string // DuckDB's names of the columns' types
	Rows    [][]any  // as the driver gives them: nil for NULL, time.Time for DATE, TIME and TIMESTAMP, *big.Int for HUGEINT …
}

// Query runs SQL and gives its rows, all in memory. On a database opened
// read-only it cannot write, read other files, or load extensions, whatever the
// SQL says.
func (db *DB) Query(ctx context.Context, query string) (*Result, error) {
	r, err := db.query(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("query: %w", err)
	}
	return r, nil
}

func (db *DB) query(ctx context.Context, query string, args ...any) (*Result, error) {
	rows, err := db.sql.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	r := &Result{}
	if r.Columns, err = rows.Columns(); err != nil {
		return nil, err
	}
	types, err := rows.ColumnTypes()
	if err != nil {
		return nil, err
	}
	for _, t := range types {
		r.Types = append(r.Types, t.DatabaseTypeName())
	}
	return r, r.read(rows)
}

func (r *Result) read(rows *sql.Rows) error {
	for rows.Next() {
		row, to := make([]any, len(r.Columns)), make([]any, len(r.Columns))
		for i := range row {
			to[i] = &row[i]
		}
		if err := rows.Scan(to...); err != nil {
			return err
		}
		r.Rows = append(r.Rows, row)
	}
	return rows.Err()
}

// ErrFormat is the error of Write for a format that there is not.
var ErrFormat = errors.New("no such format: table, json, csv or markdown")

// Record gives a row as texts by column, NULL as an empty one.
func (r *Result) Record(row int) map[string]string {
	all := make(map[string]string, len(r.Columns))
	for i, s := range r.texts(row, "") {
		all[r.Columns[i]] = s
	}
	return all
}
