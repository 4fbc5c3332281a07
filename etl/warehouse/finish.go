package warehouse

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Summary is what a load did, for the table at its end.
type Summary struct {
	LoadRunID   int64
	Seen        int // distinct documents that the run came upon
	Inserted    int // documents of paths not known before
	Updated     int // documents that replaced other content of their path
	Unchanged   int
	Removed     int // documents taken out, their file gone or no longer readable as what it was
	Rejected    int // documents of which nothing, or not everything, could be taken
	Posts       int // in the database; of a dry run, those it read
	Incidents   int // in the database; of a dry run, not known
	Coverage    []Coverage
	Corrections []CorrectionState // all that the database has, by what became of them
	Findings    []Finding         // of the checks; those without offenders are left out
}

// Loaded is the number of documents written.
func (s Summary) Loaded() int { return s.Inserted + s.Updated }

// Coverage says how many incidents state a fact.
type Coverage struct {
	Fact     string // column of incident, or data_category, timeline_event
	Stated   int
	OfTotals int // incidents in all
}

// Finish builds the star, the metrics and the check results from what is now
// written, records the run, and commits: all or nothing. On an error the load
// is rolled back, as by Abort.
func (l *Load) Finish(ctx context.Context, finishedAt time.Time) (Summary, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.done {
		return Summary{}, ErrEnded
	}
	if l.run.DryRun {
		s := l.count()
		s.Posts = l.posts
		return s, l.end("rollback")
	}
	s, err := l.finish(ctx, finishedAt)
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		l.end("rollback")
		return Summary{}, fmt.Errorf("finish load: %w", err)
	}
	if err := l.end("commit"); err != nil {
		return Summary{}, fmt.Errorf("commit load: %w", err)
	}
	if _, err := l.db.sql.ExecContext(context.WithoutCancel(ctx), "checkpoint"); err != nil {
		return Summary{}, fmt.Errorf("write the load into the file: %w", err)
	}
	return s, nil
}

func (l *Load) finish(ctx context.Context, finishedAt time.Time) (Summary, error) {
	if err := l.out.close(); err != nil {
		return Summary{}, err
	}
	if err := l.removeStale(ctx); err != nil {
		return Summary{}, fmt.Errorf("take out replaced documents: %w", err)
	}
	if err := l.writeRejects(ctx); err != nil {
		return Summary{}, fmt.Errorf("write rejected documents: %w", err)
	}
	if err := l.writeCorrections(ctx); err != nil {
		return Summary{}, fmt.Errorf("write corrections: %w", err)
	}
	return l.buildAndRecord(ctx, finishedAt)
}

// buildAndRecord builds what is outdated and writes the run. The run comes
// before the checks, which ask when the documents were loaded.
func (l *Load) buildAndRecord(ctx context.Context, finishedAt time.Time) (Summary, error) {
	plan, err := readPlan()
	if err != nil {
		return Summary{}, err
	}
	hash, err := modelHash(plan, l.db.seeds)
	if err != nil {
		return Summary{}, err
	}
	e, err := outdated(ctx, l.conn, hash, l.changed())
	if err == nil && e != buildNothing {
		err = l.db.makeRoom(ctx, l.conn)
	}
	if err == nil {
		err = build(ctx, l.conn, l.db.seeds, plan, e)
	}
	if err != nil {
		return Summary{}, err
	}
	if err := l.faults(ctx); err != nil {
		return Summary{}, err
	}
	s := l.count()
	if err := l.countTables(ctx, &s); err != nil {
		return Summary{}, fmt.Errorf("count what was loaded: %w", err)
	}
	if err := l.writeRun(ctx, s, finishedAt); err != nil {
		return Summary{}, err
	}
	if e != buildNothing {
		if err := runChecks(ctx, l.conn, plan, hash); err != nil {
			return Summary{}, err
		}
	}
	s.Findings, err = findings(ctx, l.conn)
	return s, err
}

// changed says whether the load wrote or took out anything that the star is
// built from.
func (l *Load) changed() bool {
	return len(l.added) > 0 || len(l.stale) > 0 || l.cleared || l.corrected
}

// writtenTables are those whose rows belong to a document; the readings, which
// know only their post, come before the posts.
var writtenTables = []string{"reading", "struck", "post", "document"}

// removeStale deletes what was replaced or is gone, in one pass over each table.
func (l *Load) removeStale(ctx context.Context) error {
	if err := l.remove(ctx, "", l.stale); err != nil {
		return err
	}
	return l.remove(ctx, fmt.Sprintf(" and load_run_id < %d", l.id), l.again)
}

func (l *Load) remove(ctx context.Context, and string, documentIDs []string) error {
	if len(documentIDs) == 0 {
		return nil
	}
	for _, t := range writtenTables {
		where := "document_id in (select unnest(?::varchar[]))"
		if t == "reading" {
			where = "post_no in (select post_no from post where " + where + ")"
		}
		if _, err := l.conn.ExecContext(ctx, "delete from "+t+" where "+where+and, documentIDs); err != nil {
			return err
		}
	}
	return nil
}

// count sums up what became of the paths.
func (l *Load) count() Summary {
	s := Summary{LoadRunID: l.id, Seen: len(l.outcome)}
	for _, o := range l.outcome {
		add := func(n *int, is bool) {
			if is {
				*n++
			}
		}
		add(&s.Inserted, o.inserted)
		add(&s.Updated, o.updated)
		add(&s.Unchanged, o.unchanged)
		add(&s.Removed, o.removed)
		add(&s.Rejected, o.rejected)
	}
	return s
}

func (l *Load) countTables(ctx context.Context, s *Summary) error {
	if err := l.conn.QueryRowContext(ctx, "select count(*) from post").Scan(&s.Posts); err != nil {
		return err
	}
	if err := l.conn.QueryRowContext(ctx, "select count(*) from incident").Scan(&s.Incidents); err != nil {
		return err
	}
	var err error
	if s.Corrections, err = correctionStates(ctx, l.conn); err != nil {
		return err
	}
	s.Coverage, err = coverage(ctx, l.conn)
	return err
}

func coverage(ctx context.Context, conn *sql.Conn) ([]Coverage, error) {
	rows, err := conn.QueryContext(ctx, "select fact, n_known, n from fact_coverage order by sort_order")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []Coverage
	for rows.Next() {
		var c Coverage
		if err := rows.Scan(&c.Fact, &c.Stated, &c.OfTotals); err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, rows.Err()
}

func (l *Load) writeRun(ctx context.Context, s Summary, finishedAt time.Time) error {
	_, err := l.conn.ExecContext(ctx, "insert into load_run values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		l.id, l.run.StartedAt.UTC(), finishedAt.UTC(), l.run.ToolVersion,
		s.Seen, s.Loaded(), s.Inserted, s.Updated, s.Unchanged, s.Removed, s.Rejected, s.Posts, s.Incidents)
	if err != nil {
		return fmt.Errorf("write load_run: %w", err)
	}
	return nil
}
