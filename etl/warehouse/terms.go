package warehouse

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"runtime"
	"slices"

	"github.com/duckdb/duckdb-go/v2"
	"golang.org/x/sync/errgroup"

	"jikenbo/sql/search"
)

// The index of the full-text search is no part of a load, which should not wait
// for a tokenizer: its tables are made when they are first asked for, and brought
// up to the posts that were loaded since.

// Terms says how a text is cut into the terms it is found by.
type Terms struct {
	Version string                     // stands for the vocabulary; under another one all posts are indexed again
	Of      func(body string) []string // called by several goroutines
}

// IndexState says how far the index follows the posts.
type IndexState struct {
	Indexed int  // posts of incidents whose terms are there
	Missing int  // posts of incidents that are new, or changed, since
	Gone    int  // posts whose terms are there and that are not
	Similar bool // similar_incident is made from the incidents as they are
}

// Current says whether every post can be found and none that is gone.
func (s IndexState) Current() bool { return s.Missing == 0 && s.Gone == 0 }

// postsAtOnce are held in memory while they are cut into terms, and written in
// one transaction: what was done stays when the rest is interrupted.
const postsAtOnce = 1000

// IndexState compares the index with the posts; version is that of the Terms.
func (db *DB) IndexState(ctx context.Context, version string) (IndexState, error) {
	s, err := db.indexState(ctx, version)
	if err != nil {
		return s, fmt.Errorf("look at the search index: %w", err)
	}
	return s, nil
}

func (db *DB) indexState(ctx context.Context, version string) (IndexState, error) {
	var s IndexState
	made, similarOf, err := db.indexMade(ctx, version)
	if err != nil {
		return s, err
	}
	if !made {
		err := db.sql.QueryRowContext(ctx, "select count(*) from post where kind = 'incident'").Scan(&s.Missing)
		return s, err
	}
	err = db.sql.QueryRowContext(ctx, `select count(*) filter (i.post_no is not null and p.post_no is not null),
		count(*) filter (i.post_no is null), count(*) filter (p.post_no is null)
		from (select post_no, load_run_id from post where kind = 'incident') as p
		full join indexed_post as i on i.post_no = p.post_no and i.load_run_id = p.load_run_id`).Scan(&s.Indexed, &s.Missing, &s.Gone)
	if err != nil {
		return s, err
	}
	of, err := db.similarOf(ctx)
	s.Similar = of == similarOf
	return s, err
}

// indexMade says whether there is an index made with that version of the terms,
// and what similar_incident was made from.
func (db *DB) indexMade(ctx context.Context, version string) (made bool, similarOf string, err error) {
	var tables int
	err = db.sql.QueryRowContext(ctx, `select count(*) from duckdb_tables()
		where table_name = 'search_index' and schema_name = 'main' and database_name = current_database()`).Scan(&tables)
	if err != nil || tables == 0 {
		return false, "", err
	}
	var of sql.NullString
	err = db.sql.QueryRowContext(ctx, "select similar_of from search_index where vocabulary = ?", version).Scan(&of)
	if errors.Is(err, sql.ErrNoRows) {
		return false, "", nil
	}
	return err == nil, of.String, err
}

// IndexTerms makes the index follow the posts: what is gone is taken out, and the
// posts that are new are cut into terms. progress, which may be nil, is told how
// many posts of how many are done. What was indexed before an error, or before
// ctx was cancelled, stays. The database must have been opened for writing.
func (db *DB) IndexTerms(ctx context.Context, t Terms, progress func(done, total int)) error {
	if err := db.indexTerms(ctx, t, progress); err != nil {
		return fmt.Errorf("index notices for the search: %w", err)
	}
	return nil
}

func (db *DB) indexTerms(ctx context.Context, t Terms, progress func(done, total int)) error {
	if db.opts.ReadOnly {
		return errors.New("the database is open for reading only")
	}
	conn, err := db.sql.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	made, _, err := db.indexMade(ctx, t.Version)
	if err != nil {
		return err
	}
	if err := inTransaction(ctx, conn, func() error { return clearIndex(ctx, conn, t.Version, made) }); err != nil {
		return err
	}
	rows, err := missingRows(ctx, conn)
	if err != nil {
		return err
	}
	done, total := 0, len(rows)
	for chunk := range slices.Chunk(rows, postsAtOnce) {
		if err := indexChunk(ctx, conn, t, chunk[0], chunk[len(chunk)-1]); err != nil {
			return err
		}
		if done += len(chunk); progress != nil {
			progress(done, total)
		}
	}
	return nil
}

// inTransaction runs what do does in a transaction of conn.
func inTransaction(ctx context.Context, conn *sql.Conn, do func() error) error {
	if _, err := conn.ExecContext(ctx, "begin transaction"); err != nil {
		return err
	}
	err := do()
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		_, rollback := conn.ExecContext(context.WithoutCancel(ctx), "rollback")
		return errors.Join(err, rollback)
	}
	_, err = conn.ExecContext(context.WithoutCancel(ctx), "commit")
	return err
}

// clearIndex makes the tables where they are missing and takes out what is
// outdated: all of it, where it was not made with this version of the terms.
func clearIndex(ctx context.Context, conn *sql.Conn, version string, made bool) error {
	tables, err := searchModels("indexed_post", "post_term", "search_index")
	if err != nil {
		return err
	}
	for _, m := range tables {
		if err := runSearch(ctx, conn, m.name, m.text); err != nil {
			return err
		}
	}
	statements := []string{
		"create or replace temp table gone as select post_no from indexed_post anti join (from post where kind = 'incident') using (post_no, load_run_id)",
		"delete from post_term where post_no in (from gone)",
		"delete from indexed_post where post_no in (from gone)",
		"drop table gone",
	}
	if !made {
		statements = []string{"truncate post_term", "truncate indexed_post", "truncate search_index",
			"insert into search_index values (" + literal(version) + ", null)"}
	}
	for _, s := range statements {
		if _, err := conn.ExecContext(ctx, s); err != nil {
			return fmt.Errorf("take out what is outdated: %w", err)
		}
	}
	if made {
		return nil
	}
	return comment(ctx, conn, tables)
}

// searchModels reads the tables of the index from sql/search.
func searchModels(names ...string) ([]model, error) {
	var ms []model
	for _, name := range names {
		text, err := searchSQL(name)
		if err != nil {
			return nil, err
		}
		ms = append(ms, model{verb: verbSchema, file: "search/" + name + ".sql", name: name, text: text})
	}
	return ms, nil
}

func searchSQL(name string) (string, error) {
	b, err := search.Files.ReadFile(name + ".sql")
	return string(b), err
}

func runSearch(ctx context.Context, conn *sql.Conn, name, text string, args ...any) error {
	if _, err := conn.ExecContext(ctx, text, args...); err != nil {
		return fmt.Errorf("run sql/search/%s.sql: %w", name, err)
	}
	return nil
}

// missingRows lists the rows of post that are not indexed, in the order in which
// they lie in the file.
func missingRows(ctx context.Context, conn *sql.Conn) ([]int64, error) {
	return numbers(ctx, conn, `select post.rowid from post anti join indexed_post using (post_no, load_run_id)
		where kind = 'incident' order by post.rowid`)
}

func numbers(ctx context.Context, conn *sql.Conn, query string) ([]int64, error) {
	rows, err := conn.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []int64
	for rows.Next() {
		var n int64
		if err := rows.Scan(&n); err != nil {
			return nil, err
		}
		all = append(all, n)
	}
	return all, rows.Err()
}

// toIndex is a post on its way into the index.
type toIndex struct {
	postNo, run int64
	body        string
	terms       []string // sorted
}

// indexChunk indexes the posts of a range of rows that are not indexed yet.
func indexChunk(ctx context.Context, conn *sql.Conn, t Terms, from, to int64) error {
	posts, err := readPosts(ctx, conn, from, to)
	if err != nil {
		return err
	}
	if err := cutAll(ctx, t, posts); err != nil {
		return err
	}
	return inTransaction(ctx, conn, func() error { return writeTerms(conn, posts) })
}

func readPosts(ctx context.Context, conn *sql.Conn, from, to int64) ([]toIndex, error) {
	rows, err := conn.QueryContext(ctx, `select post_no, load_run_id, body from post anti join indexed_post using (post_no, load_run_id)
		where kind = 'incident' and post.rowid between ? and ?`, from, to)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var posts []toIndex
	for rows.Next() {
		var p toIndex
		if err := rows.Scan(&p.postNo, &p.run, &p.body); err != nil {
			return nil, err
		}
		posts = append(posts, p)
	}
	return posts, rows.Err()
}

// cutAll cuts posts into terms, on every core.
func cutAll(ctx context.Context, t Terms, posts []toIndex) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i := range posts {
		g.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			posts[i].terms = t.Of(posts[i].body)
			slices.Sort(posts[i].terms)
			return nil
		})
	}
	return g.Wait()
}

// writeTerms appends posts with their terms, each term once with how often it stands.
func writeTerms(conn *sql.Conn, posts []toIndex) error {
	return conn.Raw(func(c any) error {
		terms, err := duckdb.NewAppenderFromConn(c.(driver.Conn), "", "post_term")
		if err != nil {
			return err
		}
		indexed, err := duckdb.NewAppenderFromConn(c.(driver.Conn), "", "indexed_post")
		if err != nil {
			return errors.Join(err, terms.Close())
		}
		for _, p := range posts {
			if err == nil {
				err = appendTerms(terms, p)
			}
			if err == nil {
				err = indexed.AppendRow(p.postNo, p.run, int32(len(p.terms)))
			}
		}
		return errors.Join(err, terms.Close(), indexed.Close())
	})
}

func appendTerms(a *duckdb.Appender, p toIndex) error {
	for i := 0; i < len(p.terms); {
		n := 1
		for i+n < len(p.terms) && p.terms[i+n] == p.terms[i] {
			n++
		}
		if err := a.AppendRow(p.postNo, valid(p.terms[i]), int32(n)); err != nil {
			return err
		}
		i += n
	}
	return nil
}
