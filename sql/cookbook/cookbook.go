// Package cookbook holds queries that an analyst may want, each a file that can be
// pasted into the DuckDB shell.
//
// Flow: jikenbo sql lists and runs them over a warehouse. A file begins with its
// title in Japanese, its title in English, and notes. Some ask for a variable
// (set variable word = '病院') and do without it.
package cookbook

import (
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
)

// Files are the queries, NAME.sql.
//
//go:embed *.sql
var Files embed.FS

// Query is one of the cookbook.
type Query struct {
	Name      string // of its file, without .sql
	TitleJA   string
	TitleEN   string
	Notes     []string // the other lines of its header
	Variables []string // that it asks for, in the order of the text
	SQL       string   // the whole file
}

// All gives every query, by name. An error names the file whose header is wrong.
func All() ([]Query, error) { return all(Files) }

func all(files fs.FS) ([]Query, error) {
	names, err := fs.Glob(files, "*.sql")
	if err != nil {
		return nil, fmt.Errorf("list cookbook: %w", err)
	}
	var qs []Query
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("read cookbook: %w", err)
		}
		q, err := read(strings.TrimSuffix(name, ".sql"), string(text))
		if err != nil {
			return nil, fmt.Errorf("read sql/cookbook/%s: %w", name, err)
		}
		qs = append(qs, q)
	}
	return qs, nil
}

var variable = regexp.MustCompile(`getvariable\('(\w+)'\)`)

func read(name, text string) (Query, error) {
	q := Query{Name: name, SQL: text}
	var header []string
	for line := range strings.Lines(text) {
		words, ok := strings.CutPrefix(line, "-- ")
		if !ok {
			break
		}
		header = append(header, strings.TrimSpace(words))
	}
	if len(header) < 2 {
		return q, fmt.Errorf("the header has %d lines, want a title in Japanese and one in English", len(header))
	}
	q.TitleJA, q.TitleEN, q.Notes = header[0], header[1], header[2:]
	seen := map[string]bool{}
	for _, m := range variable.FindAllStringSubmatch(text, -1) {
		if !seen[m[1]] {
			q.Variables = append(q.Variables, m[1])
		}
		seen[m[1]] = true
	}
	return q, nil
}
