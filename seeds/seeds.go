// Package seeds holds what jikenbo knows beforehand, as CSV that a reader can
// open and correct: codes with their labels, organizations, cue words.
//
// Flow: etl reads the word lists from here and passes them into extract;
// warehouse loads the tables of codes. The files stand beside this one, are
// embedded, and are read strictly: a wrong header or a short row is an error
// that names file and line.
package seeds

import (
	"embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// Files are the built-in seeds.
//
//go:embed *.csv notices
var Files embed.FS

// Row is one record of a seed file.
type Row struct {
	File string // base name
	Line int    // 1.. in the file
	cols []string
	vals []string
}

// Get gives the value of a column, without outer blanks; empty where the file
// leaves it empty. A column that the reader did not ask for is a mistake in the
// program and panics.
func (r Row) Get(column string) string {
	for i, c := range r.cols {
		if c == column {
			return strings.TrimSpace(r.vals[i])
		}
	}
	panic("seeds: " + r.File + " was read without its column " + column)
}

// Errorf makes an error that names the row's file and line.
func (r Row) Errorf(format string, args ...any) error {
	return fmt.Errorf("read %s:%d: %s", r.File, r.Line, fmt.Sprintf(format, args...))
}

// Read gives the rows of a seed file, which must have exactly the columns named,
// in that order, in its header. Lines that begin with # are comments.
func Read(fsys fs.FS, name string, columns ...string) ([]Row, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open seed %s: %w", name, err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	r.FieldsPerRecord = len(columns)
	header, err := r.Read()
	if err != nil && !errors.Is(err, csv.ErrFieldCount) {
		return nil, fmt.Errorf("read header of seed %s: %w", name, err)
	}
	if got, want := strings.TrimPrefix(strings.Join(header, ","), "\ufeff"), strings.Join(columns, ","); got != want {
		return nil, fmt.Errorf("read seed %s:1: header is %q, want %q", name, got, want)
	}
	var rows []Row
	for {
		vals, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read seed %s: %w", name, err)
		}
		line, _ := r.FieldPos(0)
		rows = append(rows, Row{File: name, Line: line, cols: columns, vals: vals})
	}
}
