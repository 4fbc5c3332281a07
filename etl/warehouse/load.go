package warehouse

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"time"

	"jikenbo/etl/notice"
)

// RunInfo is what a load says of itself.
type RunInfo struct {
	StartedAt   time.Time
	ToolVersion string
	Rules       string // fingerprint of what reads the notices; a document that was read by other rules counts as changed
	DryRun      bool   // nothing is written, not even by Finish, whose Summary says what would have been; the database may be read-only
}

// Load is one run of the ETL: a transaction that takes documents with their
// notices and ends in Finish or Abort. Its methods may be called from several
// goroutines; they take turns.
type Load struct {
	mu          sync.Mutex
	db          *DB
	conn        *sql.Conn
	run         RunInfo
	id          int64 // of the run
	keys        *keys
	out         *batch
	known       map[string]version // by path, as the database had it when the load began
	added       map[string]int     // document id → highest ordinal written by this run
	outcome     map[string]outcome // by path
	posts       int                // given to Add
	stale       []string           // ids of documents to take out
	again       []string           // ids of documents that were written again: what earlier runs wrote of them is to be taken out
	rejects     []notice.Reject
	corrections map[string][]notice.Correction // by the file that gives them
	corrected   bool                           // the corrections have changed
	cleared     bool
	done        bool
}

// version is a document's content as the database knows it.
type version struct{ documentID, sha256, rules string }

// outcome is what became of a path in this run.
type outcome struct{ inserted, updated, unchanged, removed, rejected bool }

// ErrEnded is the error of a Load used after Finish or Abort.
var ErrEnded = errors.New("the load has ended")

// Begin starts a load. The database must have been opened for writing; one load
// at a time.
func (db *DB) Begin(ctx context.Context, run RunInfo) (*Load, error) {
	l, err := db.begin(ctx, run)
	if err != nil {
		return nil, fmt.Errorf("begin load: %w", err)
	}
	return l, nil
}

func (db *DB) begin(ctx context.Context, run RunInfo) (*Load, error) {
	if db.opts.ReadOnly && !run.DryRun {
		return nil, errors.New("the database is open for reading only")
	}
	k, err := readKeys(db.seeds)
	if err != nil {
		return nil, err
	}
	conn, err := db.sql.Conn(ctx)
	if err != nil {
		return nil, err
	}
	l := &Load{db: db, conn: conn, run: run, keys: k,
		added: map[string]int{}, outcome: map[string]outcome{}}
	if err := l.start(ctx); err != nil {
		conn.ExecContext(context.WithoutCancel(ctx), "rollback")
		conn.Close()
		return nil, err
	}
	return l, nil
}

func (l *Load) start(ctx context.Context) error {
	if _, err := l.conn.ExecContext(ctx, "begin transaction"); err != nil {
		return err
	}
	if err := l.conn.QueryRowContext(ctx, "select coalesce(max(load_run_id), 0) + 1 from load_run").Scan(&l.id); err != nil {
		return err
	}
	if err := l.readKnown(ctx); err != nil {
		return err
	}
	if l.run.DryRun {
		l.out = &batch{}
		return nil
	}
	var err error
	l.out, err = newBatch(l.conn, l.id)
	return err
}

func (l *Load) readKnown(ctx context.Context) error {
	rows, err := l.conn.QueryContext(ctx, "select path, document_id, coalesce(sha256, ''), coalesce(rules, '') from document")
	if err != nil {
		return err
	}
	defer rows.Close()
	l.known = map[string]version{}
	for rows.Next() {
		var path string
		var v version
		if err := rows.Scan(&path, &v.documentID, &v.sha256, &v.rules); err != nil {
			return err
		}
		l.known[path] = v
	}
	return rows.Err()
}

// Unchanged says whether the document at path is known with the same content as
// read by the same rules, so that it need not be read again, and if so counts it
// as unchanged.
func (l *Load) Unchanged(path, sha256 string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	v, ok := l.known[path]
	if !ok || v.sha256 != sha256 || v.rules != l.run.Rules {
		return false
	}
	o := l.outcome[path]
	if !o.inserted && !o.updated {
		o.unchanged = true
		l.outcome[path] = o
	}
	return true
}

// Add writes a document and its notices. It replaces what came from the same
// path before. A long document may be given in several calls, its notices in the
// order of their ordinals; a notice whose ordinal has been written in this load
// is not written again, so a document named twice is loaded once.
func (l *Load) Add(doc notice.Document, ns []notice.Notice) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.done {
		return ErrEnded
	}
	if _, again := l.added[doc.ID]; !again {
		if err := l.addDocument(doc); err != nil {
			return fmt.Errorf("load document %s: %w", doc.Path, err)
		}
	}
	for _, n := range ns {
		if n.Post.Ordinal <= l.added[doc.ID] {
			continue
		}
		l.added[doc.ID] = n.Post.Ordinal
		l.posts++
		if err := l.out.notice(l.keys, doc.ID, n); err != nil {
			return fmt.Errorf("load post %d of %s: %w", n.Post.Ordinal, doc.Path, err)
		}
	}
	return nil
}

func (l *Load) addDocument(doc notice.Document) error {
	o := outcome{inserted: true, rejected: l.outcome[doc.Path].rejected}
	if v, known := l.known[doc.Path]; known {
		o = outcome{updated: true, rejected: o.rejected}
		l.drop(v.documentID, doc.ID)
	}
	l.outcome[doc.Path] = o
	l.known[doc.Path] = version{doc.ID, doc.SHA256, l.run.Rules}
	l.added[doc.ID] = 0
	return l.out.document(doc, l.run.Rules)
}

// drop takes out, at the end of the load, what was written of a document
// before; of a document that is the same as the new one, by earlier runs alone.
func (l *Load) drop(old, id string) {
	if old == id {
		l.again = append(l.again, old)
		return
	}
	l.stale = append(l.stale, old)
}

// Paths gives the paths of the documents that the database holds, this load's
// among them.
func (l *Load) Paths() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	paths := make([]string, 0, len(l.known))
	for p := range l.known {
		paths = append(paths, p)
	}
	return paths
}

// Remove takes out what came from a path: its file is gone. A path that is not
// known is no error.
func (l *Load) Remove(path string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.done {
		return ErrEnded
	}
	l.forget(path)
	return nil
}

func (l *Load) forget(path string) {
	v, known := l.known[path]
	if !known {
		return
	}
	delete(l.known, path)
	l.stale = append(l.stale, v.documentID)
	o := l.outcome[path]
	l.outcome[path] = outcome{removed: true, rejected: o.rejected}
}

// Clear takes out everything that was loaded before, so that what follows is a
// load from scratch. It must come before any Add.
func (l *Load) Clear(ctx context.Context) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.done {
		return ErrEnded
	}
	l.known, l.cleared = map[string]version{}, true
	if l.run.DryRun {
		return nil
	}
	for _, t := range append([]string{"rejected_document"}, writtenTables...) {
		if _, err := l.conn.ExecContext(ctx, "truncate "+t); err != nil {
			return fmt.Errorf("clear %s: %w", t, err)
		}
	}
	return nil
}

// Reject records an input, or a part of one, that could not be taken. Where its
// content was read and is other than what is known of the path, what came from
// the path before is taken out: the file no longer says it. A file that merely
// could not be read keeps what it gave before.
func (l *Load) Reject(r notice.Reject) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.done {
		return ErrEnded
	}
	if v, known := l.known[r.Path]; known && r.SHA256 != "" && r.SHA256 != v.sha256 {
		l.forget(r.Path)
	}
	o := l.outcome[r.Path]
	o.rejected = true
	l.outcome[r.Path] = o
	l.rejects = append(l.rejects, r)
	return nil
}

// Abort ends the load and leaves the database as it was.
func (l *Load) Abort() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.done {
		return nil
	}
	return l.end("rollback")
}

// end closes the transaction with the statement given and lets go of the
// connection.
func (l *Load) end(statement string) error {
	l.done = true
	l.out.close()
	_, err := l.conn.ExecContext(context.Background(), statement)
	return errors.Join(err, l.conn.Close())
}
