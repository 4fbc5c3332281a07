package warehouse

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// Severities of checks.
const (
	Fail = "fail" // the warehouse is wrong
	Warn = "warn" // odd, and to be looked at
)

// Finding is a check that found offenders.
type Finding struct {
	Check     string // name of its file in sql/checks
	Severity  string // Fail or Warn
	Title     string // what is wrong with the offenders
	Offenders int
	Examples  *Result // the first of them; nil in a Summary
}

// examples is how many offenders a Finding shows.
const examples = 20

// Check runs every check on the database as it is and gives those that found
// offenders, failures first, in the order of sql/order.txt.
func (db *DB) Check(ctx context.Context) ([]Finding, error) {
	plan, err := readPlan()
	if err != nil {
		return nil, fmt.Errorf("check warehouse: %w", err)
	}
	var fails, warns []Finding
	for _, m := range plan {
		if m.verb != verbCheck {
			continue
		}
		f, err := db.check(ctx, m)
		switch {
		case err != nil:
			return nil, fmt.Errorf("check warehouse: run sql/%s: %w", m.file, err)
		case f.Offenders == 0:
		case f.Severity == Fail:
			fails = append(fails, f)
		default:
			warns = append(warns, f)
		}
	}
	return append(fails, warns...), nil
}

func (db *DB) check(ctx context.Context, m model) (Finding, error) {
	f := m.finding()
	r, err := db.Query(ctx, m.text)
	if err != nil {
		return f, err
	}
	f.Offenders = len(r.Rows)
	r.Rows = r.Rows[:min(len(r.Rows), examples)]
	f.Examples = r
	return f, nil
}

// finding reads severity and title from the first line of a check: "-- fail:
// evidence whose words are not in the post".
func (m model) finding() Finding {
	severity, title, _ := strings.Cut(readHeader(m.text).title, ": ")
	return Finding{Check: m.name, Severity: severity, Title: title}
}

// runChecks counts the offenders of every check into check_result, and notes
// which models the database is now built from.
func runChecks(ctx context.Context, conn *sql.Conn, plan []model, hash string) error {
	if _, err := conn.ExecContext(ctx, "delete from check_result"); err != nil {
		return fmt.Errorf("empty check_result: %w", err)
	}
	order := 0
	for _, m := range plan {
		if m.verb != verbCheck {
			continue
		}
		order++
		f := m.finding()
		_, err := conn.ExecContext(ctx, "insert into check_result select ?, ?, ?, (select count(*) from (\n"+m.text+"\n)), ?",
			f.Check, f.Severity, f.Title, order)
		if err != nil {
			return fmt.Errorf("run sql/%s: %w", m.file, err)
		}
	}
	if _, err := conn.ExecContext(ctx, "update schema_version set model_hash = ?", hash); err != nil {
		return fmt.Errorf("write schema_version: %w", err)
	}
	return nil
}

// findings reads the checks that found offenders from check_result.
func findings(ctx context.Context, conn *sql.Conn) ([]Finding, error) {
	rows, err := conn.QueryContext(ctx, `select check_name, severity, title, offenders from check_result
		where offenders > 0 order by severity, sort_order`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []Finding
	for rows.Next() {
		var f Finding
		if err := rows.Scan(&f.Check, &f.Severity, &f.Title, &f.Offenders); err != nil {
			return nil, err
		}
		all = append(all, f)
	}
	return all, rows.Err()
}
