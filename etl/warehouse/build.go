package warehouse

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strings"

	"jikenbo/seeds"
)

// extent says how much must be built.
type extent int

const (
	buildNothing extent = iota // neither the notices nor the models have changed
	buildTables                // the notices have: what is stored is made anew
	buildAll                   // the SQL or the seeds have: views, macros and codes too
)

// outdated says how much must be built to bring the star up to the notices and
// to models of the hash given.
func outdated(ctx context.Context, conn *sql.Conn, hash string, changed bool) (extent, error) {
	var built sql.NullString
	if err := conn.QueryRowContext(ctx, "select max(model_hash) from schema_version").Scan(&built); err != nil {
		return buildNothing, fmt.Errorf("read schema_version: %w", err)
	}
	switch {
	case built.String != hash:
		return buildAll, nil
	case changed:
		return buildTables, nil
	}
	return buildNothing, nil
}

// build makes the star and, for buildAll, fills the tables of codes and makes
// macros and views. What is made anew is commented anew.
func build(ctx context.Context, conn *sql.Conn, seedFiles fs.FS, plan []model, e extent) error {
	switch e {
	case buildNothing:
		return nil
	case buildAll:
		if err := clearKinds(ctx, conn, plan); err != nil {
			return err
		}
	}
	var made []model
	for _, m := range plan {
		if e != buildAll && m.verb != verbTable {
			continue
		}
		if err := buildModel(ctx, conn, seedFiles, m); err != nil {
			return err
		}
		made = append(made, m)
	}
	return comment(ctx, conn, made)
}

func buildModel(ctx context.Context, conn *sql.Conn, seedFiles fs.FS, m model) error {
	switch m.verb {
	case verbSchema, verbCheck:
		return nil
	case verbSeed:
		return fillSeed(ctx, conn, seedFiles, m)
	}
	if _, err := conn.ExecContext(ctx, m.statement()); err != nil {
		return fmt.Errorf("run sql/%s: %w", m.file, err)
	}
	return nil
}

// clearKinds drops a table that is now a view, or a view that is now a table:
// DuckDB does not replace the one by the other.
func clearKinds(ctx context.Context, conn *sql.Conn, plan []model) error {
	kinds, err := relationKinds(ctx, conn)
	if err != nil {
		return err
	}
	for _, m := range plan {
		was := kinds[m.name]
		if (m.verb != verbTable && m.verb != verbView) || was == "" || was == m.verb {
			continue
		}
		if _, err := conn.ExecContext(ctx, "drop "+was+" "+m.name); err != nil {
			return fmt.Errorf("drop %s %s: %w", was, m.name, err)
		}
	}
	return nil
}

// relationKinds says of each relation whether it is a table or a view.
func relationKinds(ctx context.Context, conn *sql.Conn) (map[string]string, error) {
	rows, err := conn.QueryContext(ctx, `select table_name, 'table' from duckdb_tables()
		where database_name = current_database() and schema_name = 'main'
		union all select view_name, 'view' from duckdb_views()
		where database_name = current_database() and schema_name = 'main' and not internal`)
	if err != nil {
		return nil, fmt.Errorf("list relations: %w", err)
	}
	defer rows.Close()
	kinds := map[string]string{}
	for rows.Next() {
		var name, kind string
		if err := rows.Scan(&name, &kind); err != nil {
			return nil, err
		}
		kinds[name] = kind
	}
	return kinds, rows.Err()
}

// modelHash stands for everything the star depends on besides the notices.
func modelHash(plan []model, seedFiles fs.FS) (string, error) {
	h := sha256.New()
	for _, m := range plan {
		fmt.Fprintf(h, "%s %s\n%s\n", m.verb, m.file, m.text)
		if m.verb != verbSeed {
			continue
		}
		b, err := fs.ReadFile(seedFiles, m.name+".csv")
		if err != nil {
			return "", fmt.Errorf("read seed of %s: %w", m.name, err)
		}
		h.Write(b)
	}
	return hex.EncodeToString(h.Sum(nil)[:8]), nil
}

// fillSeed puts the rows of seeds/NAME.csv into the table, whose columns are
// those of the file, in that order.
func fillSeed(ctx context.Context, conn *sql.Conn, seedFiles fs.FS, m model) error {
	cols, err := columnsOf(ctx, conn, m.name)
	if err != nil {
		return err
	}
	rows, err := seeds.Read(seedFiles, m.name+".csv", cols...)
	if err != nil {
		return err
	}
	if _, err := conn.ExecContext(ctx, "delete from "+m.name); err != nil {
		return fmt.Errorf("empty %s: %w", m.name, err)
	}
	if len(rows) == 0 {
		return nil
	}
	one := "(" + strings.TrimSuffix(strings.Repeat("?, ", len(cols)), ", ") + ")"
	var args []any
	for _, r := range rows {
		for _, c := range cols {
			args = append(args, text(r.Get(c)))
		}
	}
	query := "insert into " + m.name + " values " + strings.TrimSuffix(strings.Repeat(one+", ", len(rows)), ", ")
	if _, err := conn.ExecContext(ctx, query, args...); err != nil {
		return fmt.Errorf("fill %s from its seed: %w", m.name, err)
	}
	return nil
}

func columnsOf(ctx context.Context, conn *sql.Conn, table string) ([]string, error) {
	rows, err := conn.QueryContext(ctx, `select column_name from duckdb_columns()
		where database_name = current_database() and schema_name = 'main' and table_name = ? order by column_index`, table)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var cols []string
	for rows.Next() {
		var c string
		if err := rows.Scan(&c); err != nil {
			return nil, err
		}
		cols = append(cols, c)
	}
	return cols, rows.Err()
}
