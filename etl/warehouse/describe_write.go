package warehouse

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// WriteSchema writes a schema as text (for people), markdown, or mermaid (an entity
// relationship diagram of the tables that refer to each other). Another format is
// ErrSchemaFormat.
func WriteSchema(w io.Writer, s Schema, format string) error {
	var b bytes.Buffer
	switch format {
	case "text":
		schemaText(&b, s)
	case "markdown":
		schemaMarkdown(&b, s)
	case "mermaid":
		schemaMermaid(&b, s)
	default:
		return fmt.Errorf("write as %q: %w", format, ErrSchemaFormat)
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("write schema: %w", err)
	}
	return nil
}

func schemaText(b *bytes.Buffer, s Schema) {
	for i, r := range s.Relations {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(b, "%s (%s)\n", printable(r.Name), r.Kind)
		for line := range strings.SplitSeq(r.Comment, "\n") {
			fmt.Fprintf(b, "  %s\n", printable(line))
		}
		name, typ := 0, 0
		for _, c := range r.Columns {
			name, typ = max(name, len(c.Name)), max(typ, len(c.Type))
		}
		for _, c := range r.Columns {
			line := fmt.Sprintf("    %-*s  %-*s  %s", name, printable(c.Name), typ, c.Type, printable(c.Comment))
			b.WriteString(strings.TrimRight(line, " ") + "\n")
		}
	}
	if len(s.Relations) > 0 && len(s.Macros) > 0 {
		b.WriteByte('\n')
	}
	for _, m := range s.Macros {
		fmt.Fprintf(b, "%s(%s) (macro)\n  %s\n", printable(m.Name), strings.Join(m.Parameters, ", "), printable(m.Comment))
	}
}

func schemaMarkdown(b *bytes.Buffer, s Schema) {
	for i, r := range s.Relations {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(b, "## %s (%s)\n\n", markdown(r.Name), r.Kind)
		for line := range strings.SplitSeq(r.Comment, "\n") {
			fmt.Fprintf(b, "%s  \n", markdown(line))
		}
		b.WriteString("\n| column | type | |\n| --- | --- | --- |\n")
		for _, c := range r.Columns {
			fmt.Fprintf(b, "| %s | %s | %s |\n", markdown(c.Name), markdown(c.Type), markdown(c.Comment))
		}
	}
	if len(s.Macros) == 0 {
		return
	}
	if len(s.Relations) > 0 {
		b.WriteByte('\n')
	}
	b.WriteString("## Macros\n\n| macro | |\n| --- | --- |\n")
	for _, m := range s.Macros {
		fmt.Fprintf(b, "| %s(%s) | %s |\n", markdown(m.Name), markdown(strings.Join(m.Parameters, ", ")), markdown(m.Comment))
	}
}

// schemaMermaid draws the relations that refer to others, or are referred to.
func schemaMermaid(b *bytes.Buffer, s Schema) {
	b.WriteString("erDiagram\n")
	keys := map[[2]string]string{}
	linked := map[string]bool{}
	for _, l := range s.Links {
		one := "||"
		if l.Optional {
			one = "|o"
		}
		fmt.Fprintf(b, "    %s %s--o{ %s : %s\n", l.ToTable, one, l.FromTable, l.FromColumn)
		linked[l.FromTable], linked[l.ToTable] = true, true
		keys[[2]string{l.FromTable, l.FromColumn}] = " FK"
	}
	for _, l := range s.Links {
		to := [2]string{l.ToTable, l.ToColumn}
		if keys[to] == "" {
			keys[to] = " PK"
		}
	}
	for _, r := range s.Relations {
		if !linked[r.Name] {
			continue
		}
		fmt.Fprintf(b, "    %s {\n", r.Name)
		for _, c := range r.Columns {
			fmt.Fprintf(b, "        %s %s%s %s\n", mermaidType(c.Type), c.Name, keys[[2]string{r.Name, c.Name}], mermaidText(c.Comment))
		}
		b.WriteString("    }\n")
	}
}

// mermaidType is a type in one word.
func mermaidType(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z', r >= 'a' && r <= 'z', r >= '0' && r <= '9', strings.ContainsRune("_-()[]", r):
			return r
		}
		return '_'
	}, s)
}

// mermaidText is a comment in the quotes of Mermaid, which knows no escape.
func mermaidText(s string) string {
	return `"` + strings.NewReplacer(`"`, "'", "\n", " ").Replace(printable(s)) + `"`
}
