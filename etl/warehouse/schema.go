package warehouse

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// schemaVersion is the shape of the tables that Go writes. It grows by one when
// a written table changes, with an upgrade of older files.
const schemaVersion = 1

// prepare makes the tables of a new file and refuses a file that is not ours.
func (db *DB) prepare(ctx context.Context) error {
	found, err := db.version(ctx)
	switch {
	case err != nil:
		return err
	case found > schemaVersion:
		return fmt.Errorf("a newer jikenbo wrote it (tables of version %d, this one knows %d): use that one, or name another file",
			found, schemaVersion)
	case found > 0 && db.opts.ReadOnly:
		return nil
	case found > 0:
		return db.makeTables(ctx, db.sql) // those that an older jikenbo of the same version did not know
	case db.opts.ReadOnly:
		return errors.New("nothing has been loaded into it yet: load notices first (jikenbo etl)")
	}
	return db.create(ctx)
}

// version reads the version of the file's tables; 0 where it has none at all.
func (db *DB) version(ctx context.Context) (int, error) {
	var tables, ours int
	err := db.sql.QueryRowContext(ctx, `select count(*), count(*) filter (table_name = 'schema_version')
		from duckdb_tables() where schema_name = 'main' and database_name = current_database()`).Scan(&tables, &ours)
	if err != nil {
		return 0, explain(err)
	}
	if tables == 0 {
		return 0, nil
	}
	if ours == 0 {
		return 0, errors.New("it holds tables of another program: name another file")
	}
	var v sql.NullInt64
	if err := db.sql.QueryRowContext(ctx, "select max(version) from schema_version").Scan(&v); err != nil {
		return 0, explain(err)
	}
	return int(v.Int64), nil
}

// create makes the written tables in one transaction.
func (db *DB) create(ctx context.Context) error {
	tx, err := db.sql.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := db.makeTables(ctx, tx); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "insert into schema_version values (?, null)", schemaVersion); err != nil {
		return err
	}
	return tx.Commit()
}

// execer runs statements: a database, or a transaction on it.
type execer interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// makeTables makes the written tables that are missing.
func (db *DB) makeTables(ctx context.Context, on execer) error {
	plan, err := readPlan()
	if err != nil {
		return err
	}
	for _, m := range plan {
		if m.verb != verbSchema && m.verb != verbSeed {
			continue
		}
		if _, err := on.ExecContext(ctx, m.text); err != nil {
			return fmt.Errorf("run sql/%s: %w", m.file, err)
		}
	}
	return nil
}
