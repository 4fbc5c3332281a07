package reports

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"jikenbo/etl/warehouse"
	"jikenbo/sql/report"
)

// rows are the answer to a query of sql/report, read by row number and column.
type rows struct {
	at   map[string]int
	rows [][]any
}

// querySQL gives the text of a query of sql/report.
func querySQL(name string) (string, error) {
	data, err := report.Files.ReadFile(name + ".sql")
	if err != nil {
		return "", fmt.Errorf("read query %s: %w", name, err)
	}
	return string(data), nil
}

// query runs a query of sql/report, once for all the figures drawn from it.
func (s *site) query(ctx context.Context, name string) (rows, error) {
	if r, known := s.answers[name]; known {
		return r, nil
	}
	text, err := querySQL(name)
	if err != nil {
		return rows{}, err
	}
	r, err := run(ctx, s.db, name, text)
	if err == nil {
		s.answers[name] = r
	}
	return r, err
}

// run runs SQL; name stands for it in an error.
func run(ctx context.Context, db *warehouse.DB, name, text string) (rows, error) {
	r, err := db.Query(ctx, text)
	if err != nil {
		return rows{}, fmt.Errorf("run sql/report/%s.sql: %w", name, err)
	}
	at := make(map[string]int, len(r.Columns))
	for i, c := range r.Columns {
		at[c] = i
	}
	return rows{at, r.Rows}, nil
}

// len is the number of rows.
func (r rows) len() int { return len(r.rows) }

// value gives what stands in a column. A column that the query does not give is a
// mistake of the program and panics: every query is run by a test.
func (r rows) value(i int, column string) any {
	at, ok := r.at[column]
	if !ok {
		panic("reports: a query lacks its column " + column)
	}
	return r.rows[i][at]
}

// null tells whether a value is NULL.
func (r rows) null(i int, column string) bool { return r.value(i, column) == nil }

// text gives a text; NULL is empty.
func (r rows) text(i int, column string) string {
	switch v := r.value(i, column).(type) {
	case nil:
		return ""
	case string:
		return v
	case time.Time:
		return v.Format(time.DateOnly)
	default:
		return fmt.Sprint(v)
	}
}

// label gives a text that is fit to be shown: see clean.
func (r rows) label(i int, column string) string { return clean(r.text(i, column)) }

// number gives a number; NULL is zero, so ask null first where that matters.
func (r rows) number(i int, column string) float64 {
	switch v := r.value(i, column).(type) {
	case int64:
		return float64(v)
	case int32:
		return float64(v)
	case float64:
		return v
	case *big.Int:
		f, _ := new(big.Float).SetInt(v).Float64()
		return f
	}
	return 0
}

// count gives a whole number; NULL is zero.
func (r rows) count(i int, column string) int64 { return int64(r.number(i, column)) }

// yes gives a boolean; NULL is false.
func (r rows) yes(i int, column string) bool {
	v, _ := r.value(i, column).(bool)
	return v
}

// only gives the rows with a text in a column.
func (r rows) only(column, text string) rows {
	some := rows{at: r.at}
	for i := range r.len() {
		if r.text(i, column) == text {
			some.rows = append(some.rows, r.rows[i])
		}
	}
	return some
}

// distinct gives the texts of a column in the order in which they first come.
func (r rows) distinct(column string) []string {
	var texts []string
	seen := map[string]bool{}
	for i := range r.len() {
		if t := r.text(i, column); !seen[t] {
			seen[t] = true
			texts = append(texts, t)
		}
	}
	return texts
}
