package warehouse

import (
	"context"
	"database/sql"

	"jikenbo/etl/notice"
)

// writeRejects makes rejected_document say what this run found: for the paths
// that it read, this run's rejects take the place of the older ones; a reject
// met again keeps its row.
func (l *Load) writeRejects(ctx context.Context) error {
	old, err := l.oldRejects(ctx)
	if err != nil {
		return err
	}
	now := map[notice.Reject]bool{}
	for _, r := range l.rejects {
		r.Path, r.Reason = valid(r.Path), valid(r.Reason)
		if now[r] {
			continue
		}
		now[r] = true
		if !old[r] {
			if err := l.insertReject(ctx, r); err != nil {
				return err
			}
		}
	}
	for r := range old {
		if !now[r] && l.settled(r) {
			if err := l.deleteReject(ctx, r); err != nil {
				return err
			}
		}
	}
	return nil
}

// settled says whether this run has seen the path of an older reject anew: it
// was read again, or is known with the content it has, so that a reject for a
// file that was missing or unreadable no longer holds.
func (l *Load) settled(r notice.Reject) bool {
	o := l.outcome[r.Path]
	return o.inserted || o.updated || o.removed || o.rejected || (o.unchanged && r.SHA256 == "")
}

func (l *Load) oldRejects(ctx context.Context) (map[notice.Reject]bool, error) {
	rows, err := l.conn.QueryContext(ctx, "select path, sha256, reason_code, reason from rejected_document")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := map[notice.Reject]bool{}
	for rows.Next() {
		var r notice.Reject
		var sha sql.NullString
		if err := rows.Scan(&r.Path, &sha, &r.Code, &r.Reason); err != nil {
			return nil, err
		}
		r.SHA256 = sha.String
		all[r] = true
	}
	return all, rows.Err()
}

// Rejects gives rejected_document, by run and path.
func (db *DB) Rejects(ctx context.Context) (*Result, error) {
	return db.Query(ctx, "select path, reason_code, reason, load_run_id from rejected_document order by load_run_id, path, reason")
}

func (l *Load) insertReject(ctx context.Context, r notice.Reject) error {
	_, err := l.conn.ExecContext(ctx, "insert into rejected_document values (?, ?, ?, ?, ?)",
		r.Path, text(r.SHA256), r.Code, r.Reason, l.id)
	return err
}

func (l *Load) deleteReject(ctx context.Context, r notice.Reject) error {
	_, err := l.conn.ExecContext(ctx, `delete from rejected_document
		where path = ? and sha256 is not distinct from ? and reason_code = ? and reason = ?`,
		r.Path, text(r.SHA256), r.Code, r.Reason)
	return err
}
