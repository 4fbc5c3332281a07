package warehouse

import (
	"bufio"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"jikenbo/sql"
)

// The verbs of order.txt.
const (
	verbSchema = "schema"
	verbSeed   = "seed"
	verbMacro  = "macro"
	verbTable  = "table"
	verbView   = "view"
	verbCheck  = "check"
)

// model is one file of folder sql, in its place of the order.
type model struct {
	verb string
	file string // path in folder sql
	name string // of the relation or check
	text string
}

// readPlan reads order.txt and the files that it lists.
func readPlan() ([]model, error) {
	order, err := fs.ReadFile(sql.Files, "order.txt")
	if err != nil {
		return nil, fmt.Errorf("read sql/order.txt: %w", err)
	}
	var plan []model
	lines := bufio.NewScanner(strings.NewReader(string(order)))
	for n := 1; lines.Scan(); n++ {
		f := strings.Fields(lines.Text())
		if len(f) == 0 || strings.HasPrefix(f[0], "#") {
			continue
		}
		m, err := readModel(f)
		if err != nil {
			return nil, fmt.Errorf("read sql/order.txt:%d: %w", n, err)
		}
		plan = append(plan, m)
	}
	return plan, nil
}

func readModel(f []string) (model, error) {
	if len(f) != 2 {
		return model{}, fmt.Errorf("want a verb and a file, have %q", f)
	}
	switch f[0] {
	case verbSchema, verbSeed, verbMacro, verbTable, verbView, verbCheck:
	default:
		return model{}, fmt.Errorf("%q is no verb", f[0])
	}
	text, err := fs.ReadFile(sql.Files, f[1])
	if err != nil {
		return model{}, err
	}
	return model{verb: f[0], file: f[1], name: strings.TrimSuffix(path.Base(f[1]), ".sql"), text: string(text)}, nil
}

// statement is what DuckDB runs for a model. What is put before the file's text
// stays on its first line, so that the line numbers of DuckDB's errors are the
// file's.
func (m model) statement() string {
	switch m.verb {
	case verbTable:
		return "create or replace table " + m.name + " as " + m.text
	case verbView:
		return "create or replace view " + m.name + " as " + m.text
	}
	return m.text
}
