package warehouse

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// LockedError says that another process holds the database.
type LockedError struct {
	PID     int    // of the holder; 0 where DuckDB does not name it
	Program string // the holder's program; empty where DuckDB does not name it
}

func (e *LockedError) Error() string {
	holder := "another process holds it"
	if e.PID > 0 {
		holder = fmt.Sprintf("process %d (%s) holds it", e.PID, e.Program)
	}
	return holder + ": wait for it to end (--wait 30s), or close it, and try again"
}

// holder finds the process in DuckDB's message: "Conflicting lock is held in
// /usr/bin/duckdb (PID 4711) by user …".
var holder = regexp.MustCompile(`held in (.*?) \(PID (\d+)\)`)

// explain makes a clear line of what DuckDB says when it cannot open a file.
func explain(err error) error {
	msg := err.Error()
	switch {
	case strings.Contains(msg, "Could not set lock on file"):
		locked := &LockedError{}
		if m := holder.FindStringSubmatch(msg); m != nil {
			locked.Program = m[1]
			locked.PID, _ = strconv.Atoi(m[2])
		}
		return locked
	case strings.Contains(msg, "not a valid DuckDB database file"):
		return errors.New("it is not a DuckDB database: name another file")
	case strings.Contains(msg, "different configuration"):
		return errors.New("this process has it open already, in another way")
	case strings.Contains(msg, "Permission denied"):
		return errors.New("permission denied: check the rights of the file and its folder")
	case strings.Contains(msg, "newer version"), strings.Contains(msg, "storage version"):
		return fmt.Errorf("a newer DuckDB wrote it: use a newer jikenbo, or name another file (%s)", firstLine(msg))
	case strings.Contains(msg, "Corrupt"), strings.Contains(msg, "checksum"), strings.Contains(msg, "Serialization Error"):
		return fmt.Errorf("the file is damaged: take it from a copy, or name a new file and load again (%s)", firstLine(msg))
	}
	return err
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
