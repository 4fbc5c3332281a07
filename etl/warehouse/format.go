package warehouse

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/jedib0t/go-pretty/v6/table"
	align "github.com/jedib0t/go-pretty/v6/text"
)

// Write writes a result as table (for people; East Asian widths are heeded),
// json (an array of objects), csv or markdown. What a notice could use to steer
// a terminal is encoded in table and markdown. Another format is ErrFormat.
func Write(w io.Writer, r *Result, format string) error {
	var err error
	switch format {
	case "table":
		err = writeTable(w, r)
	case "json":
		err = writeJSON(w, r)
	case "csv":
		err = writeCSV(w, r)
	case "markdown":
		err = writeMarkdown(w, r)
	default:
		return fmt.Errorf("write as %q: %w", format, ErrFormat)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", format, err)
	}
	return nil
}

func writeTable(w io.Writer, r *Result) error {
	t := table.NewWriter()
	style := table.StyleLight
	style.Format.Header = align.FormatDefault // names as they are
	t.SetStyle(style)
	t.AppendHeader(cells(r.Columns, printable))
	var numbers []table.ColumnConfig
	for i, typ := range r.Types {
		if isNumber(typ) {
			numbers = append(numbers, table.ColumnConfig{Number: i + 1, Align: align.AlignRight, AlignHeader: align.AlignRight})
		}
	}
	t.SetColumnConfigs(numbers)
	for i := range r.Rows {
		t.AppendRow(cells(r.texts(i, "NULL"), printable))
	}
	_, err := fmt.Fprintf(w, "%s\n%s\n", t.Render(), plural(len(r.Rows)))
	return err
}

func plural(n int) string {
	if n == 1 {
		return "1 row"
	}
	return fmt.Sprintf("%d rows", n)
}

func cells(words []string, made func(string) string) table.Row {
	row := make(table.Row, len(words))
	for i, s := range words {
		row[i] = made(s)
	}
	return row
}

func isNumber(typ string) bool {
	switch typ {
	case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT", "FLOAT", "DOUBLE":
		return true
	}
	return strings.HasPrefix(typ, "DECIMAL")
}

func writeCSV(w io.Writer, r *Result) error {
	c := csv.NewWriter(w)
	c.Write(r.Columns)
	for i := range r.Rows {
		c.Write(r.texts(i, ""))
	}
	c.Flush()
	return c.Error()
}

func writeMarkdown(w io.Writer, r *Result) error {
	var b strings.Builder
	line := func(words []string) {
		for _, s := range words {
			b.WriteString("| " + markdown(s) + " ")
		}
		b.WriteString("|\n")
	}
	line(r.Columns)
	for _, typ := range r.Types {
		if isNumber(typ) {
			b.WriteString("| ---: ")
		} else {
			b.WriteString("| --- ")
		}
	}
	b.WriteString("|\n")
	for i := range r.Rows {
		line(r.texts(i, ""))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// markdownEscapes keep a cell in its cell, and its words from becoming HTML.
var markdownEscapes = strings.NewReplacer("|", `\|`, "<", "&lt;", ">", "&gt;", "&", "&amp;", "\\", `\\`)

func markdown(s string) string { return markdownEscapes.Replace(printable(s)) }

// printable writes what steers a terminal, or turns the direction of text, as
// an escape: \n, \x1b, \u202e.
func printable(s string) string {
	if strings.IndexFunc(s, steers) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case !steers(r):
			b.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&b, `\x%02x`, r)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

func steers(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029'
}
