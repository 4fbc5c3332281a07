package warehouse

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"jikenbo/etl/notice"
)

// CorrectionError says which corrections mean nothing in the database, so that
// none of their file was taken.
type CorrectionError struct{ Faults []CorrectionFault }

// CorrectionFault is a correction that means nothing in the database.
type CorrectionFault struct {
	Path   string
	Line   int // 1.. in the file
	Reason string
}

// Error names every correction, a line each.
func (e *CorrectionError) Error() string {
	lines := []string{fmt.Sprintf("take corrections: %d bad rows, so nothing of this load was kept:", len(e.Faults))}
	if len(e.Faults) == 1 {
		lines[0] = "take corrections: 1 bad row, so nothing of this load was kept:"
	}
	for _, f := range e.Faults {
		lines = append(lines, fmt.Sprintf("%s:%d: %s", f.Path, f.Line, f.Reason))
	}
	return strings.Join(lines, "\n")
}

// Correct gives the corrections of a file, which take the place of those that
// the file at the same path gave before. Finish applies them; where one that is
// new means nothing in the database, such as an incident that there is not, it
// fails with a *CorrectionError that names all such.
func (l *Load) Correct(path string, cs []notice.Correction) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.done {
		return ErrEnded
	}
	if l.corrections == nil {
		l.corrections = map[string][]notice.Correction{}
	}
	l.corrections[path] = cs
	return nil
}

// writeCorrections replaces the corrections of the files that were given. One
// that the database has already keeps its run, so that only new ones can fail.
func (l *Load) writeCorrections(ctx context.Context) error {
	for path, cs := range l.corrections {
		old, runs, err := l.oldCorrections(ctx, path)
		if err != nil {
			return err
		}
		if slices.Equal(old, cs) {
			continue
		}
		l.corrected = true
		if _, err := l.conn.ExecContext(ctx, "delete from correction where path = ?", path); err != nil {
			return err
		}
		for _, c := range cs {
			run, known := runs[unplaced(c)]
			if !known {
				run = l.id
			}
			if err := l.insertCorrection(ctx, path, run, c); err != nil {
				return err
			}
		}
	}
	return nil
}

// unplaced is a correction wherever it stands in its file.
func unplaced(c notice.Correction) notice.Correction {
	c.Line = 0
	return c
}

// oldCorrections gives what the database has of a file, in the order of its
// lines, and which run took each first.
func (l *Load) oldCorrections(ctx context.Context, path string) (all []notice.Correction, runs map[notice.Correction]int64, err error) {
	rows, err := l.conn.QueryContext(ctx, `select path, line, incident_id, field, coalesce(written, ''), target, operation, coalesce(value, ''),
		coalesce(precision, ''), coalesce(strftime(date '2000-01-01' + event_time, '%H:%M'), ''), coalesce(event_type_code, ''), coalesce(description, ''),
		coalesce(note, ''), corrected_by, corrected_on::varchar, load_run_id from correction where path = ? order by line`, path)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	runs = map[notice.Correction]int64{}
	for rows.Next() {
		var c notice.Correction
		var run int64
		if err := rows.Scan(&c.Path, &c.Line, &c.IncidentID, &c.Field, &c.Written, &c.Target, &c.Operation, &c.Value,
			&c.Precision, &c.Clock, &c.EventType, &c.What, &c.Note, &c.By, &c.On, &run); err != nil {
			return nil, nil, err
		}
		all, runs[unplaced(c)] = append(all, c), run
	}
	return all, runs, rows.Err()
}

func (l *Load) insertCorrection(ctx context.Context, path string, run int64, c notice.Correction) error {
	var key any
	switch {
	case c.Value == "":
	case c.Field == "organization" || c.Field == "contractor":
		key = l.keys.name(c.Value)
	case c.Operation == notice.CorrectSplit:
		key = plain(c.Value)
	}
	_, err := l.conn.ExecContext(ctx, "insert into correction values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::time, ?, ?, ?, ?, ?::date, ?)",
		path, c.Line, c.IncidentID, c.Field, text(c.Written), c.Target, c.Operation, text(c.Value), key, text(c.Precision),
		text(c.Clock), text(c.EventType), text(c.What), text(c.Note), c.By, c.On, run)
	return err
}

// faults says what of the corrections that this run took means nothing.
func (l *Load) faults(ctx context.Context) error {
	if !l.corrected {
		return nil
	}
	rows, err := l.conn.QueryContext(ctx, "select distinct path, line, reason from correction_fault where load_run_id = ? order by all", l.id)
	if err != nil {
		return err
	}
	defer rows.Close()
	var e CorrectionError
	for rows.Next() {
		var f CorrectionFault
		if err := rows.Scan(&f.Path, &f.Line, &f.Reason); err != nil {
			return err
		}
		e.Faults = append(e.Faults, f)
	}
	if err := rows.Err(); err != nil || len(e.Faults) == 0 {
		return err
	}
	return &e
}

// CorrectionState is how many corrections are in a state.
type CorrectionState struct {
	State string // applied, caught_up, conflicting, superseded, orphaned
	Count int
}

func correctionStates(ctx context.Context, conn *sql.Conn) ([]CorrectionState, error) {
	rows, err := conn.QueryContext(ctx, `select state, count(*) from correction_applied group by state
		order by list_position(['applied', 'caught_up', 'superseded', 'conflicting', 'orphaned'], state)`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []CorrectionState
	for rows.Next() {
		var s CorrectionState
		if err := rows.Scan(&s.State, &s.Count); err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, rows.Err()
}
