package warehouse

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/duckdb/duckdb-go/v2"

	"jikenbo/seeds"
)

// Options say how to open a database.
type Options struct {
	ReadOnly    bool          // nothing can be written, no file besides the database can be read; several such may be open at once
	Wait        time.Duration // how long to wait for another process to let go of the database; zero: not at all
	Threads     int           // of DuckDB; zero: one per core
	MemoryLimit string        // of DuckDB, such as "2GB"; empty: enough for what is loaded, see writeMemory, and four fifths of the machine for reading
	Seeds       fs.FS         // tables of codes; nil: the built-in ones
}

// DB is an open database.
type DB struct {
	path  string
	opts  Options
	sql   *sql.DB
	seeds fs.FS
}

// writeMemory is what DuckDB may use, in MB, to write a database of so many
// posts: what was appended spills to disk, but the joins that build the star
// must find their place. Measured: 100,000 posts build in 640 MB and not in 500,
// 200,000 in 1,000 MB.
func writeMemory(posts int) int { return max(640, 290+posts*7/2000) }

// Open opens the database file at path and, unless it is read-only, makes its
// tables where the file is new. The error says what is wrong in one line: no
// such file or folder, held by another process (a LockedError), not a database,
// not one of jikenbo's, or written by a newer jikenbo.
func Open(ctx context.Context, path string, o Options) (*DB, error) {
	if err := lookAt(path, o.ReadOnly); err != nil {
		return nil, fmt.Errorf("open warehouse %s: %w", path, err)
	}
	db := &DB{path: path, opts: o, seeds: o.Seeds}
	if db.seeds == nil {
		db.seeds = seeds.Files
	}
	if err := db.connect(ctx); err != nil {
		return nil, fmt.Errorf("open warehouse %s: %w", path, err)
	}
	if err := db.prepare(ctx); err != nil {
		db.sql.Close()
		return nil, fmt.Errorf("open warehouse %s: %w", path, err)
	}
	return db, nil
}

// Path is the file of the database.
func (db *DB) Path() string { return db.path }

// Close writes what is pending into the file and closes it.
func (db *DB) Close() error {
	var err error
	if !db.opts.ReadOnly {
		_, err = db.sql.Exec("checkpoint")
	}
	if err = errors.Join(err, db.sql.Close()); err != nil {
		return fmt.Errorf("close warehouse %s: %w", db.path, err)
	}
	return nil
}

// makeRoom lets DuckDB use as much memory as the posts written need.
func (db *DB) makeRoom(ctx context.Context, conn *sql.Conn) error {
	if db.opts.MemoryLimit != "" {
		return nil
	}
	var posts int
	err := conn.QueryRowContext(ctx, "select count(*) from post").Scan(&posts)
	if err == nil {
		_, err = conn.ExecContext(ctx, fmt.Sprintf("set global memory_limit = '%dMB'", writeMemory(posts)))
	}
	if err != nil {
		return fmt.Errorf("set the memory limit: %w", err)
	}
	return nil
}

// lookAt finds what is wrong with the path before DuckDB does, whose words for
// it are longer.
func lookAt(path string, readOnly bool) error {
	if strings.Contains(path, "?") {
		return errors.New("a database's path cannot hold a question mark")
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return errors.New("it is a folder: name a file in it")
	case err == nil && info.Size() == 0 && readOnly:
		return errors.New("the file is empty: load notices first (jikenbo etl)")
	case err == nil && info.Size() == 0:
		return os.Remove(path) // left by a crash, or by touch: DuckDB makes a new one
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return errors.Unwrap(err)
	case readOnly:
		return errors.New("there is no such file: load notices first (jikenbo etl)")
	}
	if _, err := os.Stat(filepath.Dir(path)); err != nil {
		return fmt.Errorf("there is no folder %s: make it first", filepath.Dir(path))
	}
	return nil
}

// connect opens the file and fixes the settings, trying again while another
// process holds it and the wait lasts.
func (db *DB) connect(ctx context.Context) error {
	const pause = 100 * time.Millisecond
	for waited := time.Duration(0); ; waited += pause {
		err := db.try(ctx)
		var locked *LockedError
		if err == nil || !errors.As(err, &locked) || waited >= db.opts.Wait {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
	}
}

func (db *DB) try(ctx context.Context) error {
	connector, err := duckdb.NewConnector(db.path+"?"+db.settings(), nil)
	if err != nil {
		return explain(err)
	}
	db.sql = sql.OpenDB(connector)
	if err := db.fix(ctx); err != nil {
		db.sql.Close()
		return explain(err)
	}
	return nil
}

// fix makes the settings that hold whatever the machine's time zone or locale.
// A read-only database cannot reach other files, nor change that. DuckDB shares
// a file opened twice in one process, so they may be fixed already.
func (db *DB) fix(ctx context.Context) error {
	var fixed bool
	if err := db.sql.QueryRowContext(ctx, "select current_setting('lock_configuration')").Scan(&fixed); err != nil || fixed {
		return err
	}
	s := "set global TimeZone = 'UTC'; set global preserve_insertion_order = false;"
	if db.opts.ReadOnly {
		s = "set global TimeZone = 'UTC'; set enable_external_access = false; set lock_configuration = true;"
	}
	_, err := db.sql.ExecContext(ctx, s)
	return err
}

// settings are those that DuckDB takes when it opens. No extension is fetched or
// loaded from disk: what jikenbo needs is linked in.
func (db *DB) settings() string {
	s := []string{"autoinstall_known_extensions=false", "autoload_known_extensions=false"}
	if db.opts.ReadOnly {
		s = append(s, "access_mode=read_only")
	}
	if db.opts.Threads > 0 {
		s = append(s, fmt.Sprintf("threads=%d", db.opts.Threads))
	}
	switch {
	case db.opts.MemoryLimit != "":
		s = append(s, "memory_limit="+db.opts.MemoryLimit)
	case !db.opts.ReadOnly:
		s = append(s, fmt.Sprintf("memory_limit=%dMB", writeMemory(0)))
	}
	return strings.Join(s, "&")
}
