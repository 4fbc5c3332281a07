package warehouse

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"regexp"
	"strings"

	"jikenbo/seeds"
	files "jikenbo/sql"
)

// header is what the comment at the top of an SQL file says.
type header struct {
	title   string            // first line
	notes   []string          // the other lines: grain, who publishes it
	columns map[string]string // comments of columns
}

// columnLine is a line of a header's list of columns.
var columnLine = regexp.MustCompile(`^  ([a-z][a-z0-9_]*): (.*)$`)

// readHeader reads the comment lines at the top of an SQL file: a title, notes,
// and after a line "Columns:" one line for each column that needs words of its
// own; a deeper line goes on with the one before.
func readHeader(text string) header {
	h := header{columns: map[string]string{}}
	column, inColumns := "", false
	lines := bufio.NewScanner(strings.NewReader(text))
	for lines.Scan() {
		line, ok := strings.CutPrefix(lines.Text(), "--")
		if !ok {
			break
		}
		line = strings.TrimPrefix(line, " ")
		m := columnLine.FindStringSubmatch(line)
		switch {
		case h.title == "":
			h.title = line
		case line == "Columns:":
			inColumns = true
		case !inColumns:
			h.notes = append(h.notes, line)
		case m != nil:
			column = m[1]
			h.columns[column] = m[2]
		case column != "":
			h.columns[column] += " " + strings.TrimSpace(line)
		}
	}
	return h
}

// about is the comment of the relation.
func (h header) about() string { return strings.Join(append([]string{h.title}, h.notes...), "\n") }

// comment puts COMMENT ON every table, view and column: DuckDB forgets those of
// a table that is replaced.
func comment(ctx context.Context, conn *sql.Conn, plan []model) error {
	shared, err := sharedColumns()
	if err != nil {
		return err
	}
	columns, err := allColumns(ctx, conn)
	if err != nil {
		return err
	}
	var s strings.Builder
	for _, m := range plan {
		if m.verb == verbMacro || m.verb == verbCheck {
			continue
		}
		h, kind := readHeader(m.text), "table"
		if m.verb == verbView {
			kind = "view"
		}
		fmt.Fprintf(&s, "comment on %s %s is %s;\n", kind, m.name, literal(h.about()))
		for _, c := range columns[m.name] {
			words := h.columns[c]
			if words == "" {
				words = shared[c]
			}
			fmt.Fprintf(&s, "comment on column %s.%s is %s;\n", m.name, c, literal(words))
		}
	}
	if _, err := conn.ExecContext(ctx, s.String()); err != nil {
		return fmt.Errorf("comment tables and columns: %w", err)
	}
	return nil
}

// sharedColumns reads the comments of columns that stand in many relations.
func sharedColumns() (map[string]string, error) {
	rows, err := seeds.Read(files.Files, "columns.csv", "name", "comment")
	if err != nil {
		return nil, err
	}
	shared := map[string]string{}
	for _, r := range rows {
		shared[r.Get("name")] = r.Get("comment")
	}
	return shared, nil
}

func allColumns(ctx context.Context, conn *sql.Conn) (map[string][]string, error) {
	rows, err := conn.QueryContext(ctx, `select table_name, column_name from duckdb_columns()
		where database_name = current_database() and schema_name = 'main' order by table_name, column_index`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := map[string][]string{}
	for rows.Next() {
		var t, c string
		if err := rows.Scan(&t, &c); err != nil {
			return nil, err
		}
		all[t] = append(all[t], c)
	}
	return all, rows.Err()
}

// literal is an SQL text literal; COMMENT ON takes no parameters.
func literal(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
