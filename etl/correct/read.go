package correct

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"jikenbo/etl/notice"
	"jikenbo/seeds"
)

// header is the first line of a file of corrections.
const header = "incident_id,field,value,note,by,on"

// Bad says what is wrong with the rows of a file.
type Bad struct{ Rows []BadRow }

// BadRow is a row that cannot be taken.
type BadRow struct {
	Path   string
	Line   int // 1.. in the file
	Reason string
}

// Error names every bad row, a line each.
func (b *Bad) Error() string {
	lines := []string{fmt.Sprintf("take corrections: %d bad rows, so none was taken:", len(b.Rows))}
	if len(b.Rows) == 1 {
		lines[0] = "take corrections: 1 bad row, so none was taken:"
	}
	for _, r := range b.Rows {
		lines = append(lines, fmt.Sprintf("%s:%d: %s", r.Path, r.Line, r.Reason))
	}
	return strings.Join(lines, "\n")
}

// Reader knows the codes that corrections may use. It does not change.
type Reader struct{ codes map[string][]string }

// NewReader reads the lists of codes from the seeds.
func NewReader(fsys fs.FS) (*Reader, error) {
	r := &Reader{codes: map[string][]string{
		"records_unit":      {"persons", "records", "addresses", "accounts"},
		"records_qualifier": {"exact", "about", "at_most", "at_least"},
	}}
	for _, list := range []struct{ field, file, columns string }{
		{"cause_code", "cause.csv", "cause_code,name_ja,name_en,cause_group,veris_action,jnsa_cause,specificity,sort_order"},
		{"sector_code", "sector.csv", "sector_code,name_ja,name_en"},
		{"data_category", "data_category.csv", "data_category_code,name_ja,name_en,sensitivity,veris_variety,sort_order"},
		{"event_type_code", "event_type.csv", "event_type_code,name_ja,name_en,sort_order"},
		{"prefecture", "prefecture.csv", "prefecture,name_en,region,sort_order"},
	} {
		columns := strings.Split(list.columns, ",")
		rows, err := seeds.Read(fsys, list.file, columns...)
		if err != nil {
			return nil, fmt.Errorf("read codes for corrections: %w", err)
		}
		for _, row := range rows {
			r.codes[list.field] = append(r.codes[list.field], row.Get(columns[0]))
		}
	}
	return r, nil
}

// File reads a file of corrections. Where rows are bad the error is a *Bad that
// names all of them. Whether the incidents exist, the warehouse knows.
func (r *Reader) File(path string) ([]notice.Correction, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read corrections: %w", err)
	}
	defer f.Close()
	return r.Read(filepath.Clean(path), f)
}

// Read is File for a file that is open.
func (r *Reader) Read(path string, from io.Reader) ([]notice.Correction, error) {
	in := csv.NewReader(from)
	in.Comment, in.FieldsPerRecord = '#', -1
	first, err := in.Read()
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("read corrections %s: %w", path, err)
	}
	if got := strings.TrimPrefix(strings.Join(first, ","), "\ufeff"); got != header {
		return nil, fmt.Errorf("read corrections %s:1: the header is %q, want %q", path, got, header)
	}
	var all []notice.Correction
	var bad Bad
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("read corrections %s: %w", path, err)
		}
		line, _ := in.FieldPos(0)
		c, err := r.row(row)
		if err != nil {
			bad.Rows = append(bad.Rows, BadRow{path, line, err.Error()})
			continue
		}
		c.Path, c.Line = path, line
		all = append(all, c)
	}
	if len(bad.Rows) > 0 {
		return nil, &bad
	}
	return all, nil
}

func (r *Reader) row(row []string) (notice.Correction, error) {
	if want := strings.Count(header, ",") + 1; len(row) != want {
		return notice.Correction{}, fmt.Errorf("%d values, want %d (%s); a value with a comma stands in quotes", len(row), want, header)
	}
	for i := range row {
		if !utf8.ValidString(row[i]) {
			return notice.Correction{}, errors.New("the text is not UTF-8: save the file as CSV UTF-8")
		}
		row[i] = strings.TrimSpace(row[i])
	}
	c := notice.Correction{IncidentID: row[0], Field: row[1], Written: row[2], Note: row[3], By: row[4], On: row[5]}
	switch _, err := time.Parse(time.DateOnly, c.On); {
	case c.IncidentID == "":
		return c, errors.New("no incident_id")
	case c.By == "":
		return c, errors.New("by is empty: a correction says who made it")
	case err != nil:
		return c, fmt.Errorf("on is %q: a correction says on which day it was made, as 2026-11-21", c.On)
	}
	return c, r.judge(&c)
}
