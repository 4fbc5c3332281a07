package evaluate

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// label is a line of labels; its keys are many and have variants, so it is read
// by key.
type label map[string]any

// readLabels reads a file of labels; a bad line is an error that names it.
func readLabels(path string) ([]label, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read labels: %w", err)
	}
	defer f.Close()
	var all []label
	in := bufio.NewReader(f)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			l, bad := parseLabel(line)
			if bad != nil {
				return nil, fmt.Errorf("read labels %s:%d: %w", path, n, bad)
			}
			all = append(all, l)
		}
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read labels %s: %w", path, err)
		}
	}
}

func parseLabel(line []byte) (label, error) {
	d := json.NewDecoder(bytes.NewReader(line))
	d.UseNumber()
	var l label
	if err := d.Decode(&l); err != nil {
		return nil, err
	}
	if l.text("doc") == "" || l.text("ordinal") == "" {
		return nil, fmt.Errorf("a label needs doc and ordinal")
	}
	if k := l.text("kind"); k != "incident" && k != "article" {
		return nil, fmt.Errorf("kind is incident or article, not %q", k)
	}
	return l, nil
}

// asText writes a value as the tables do; null and false, which say nothing, are empty.
func asText(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case bool:
		if !v {
			return ""
		}
	}
	return fmt.Sprint(v)
}

func (l label) text(key string) string { return asText(l[key]) }

func (l label) has(key string) bool { _, ok := l[key]; return ok }

func (l label) list(key string) []string {
	vs, _ := l[key].([]any)
	var all []string
	for _, v := range vs {
		all = append(all, asText(v))
	}
	return all
}

// accepted are the values that are right for a key; the empty one among them
// where unknown is.
func (l label) accepted(key string) []string {
	return append([]string{l.text(key)}, l.list(key+"_alternatives")...)
}

// events are the days and types of a timeline: "2024-05-08 disclosed".
func (l label) events(key string) []string {
	vs, _ := l[key].([]any)
	var all []string
	for _, v := range vs {
		if e, ok := v.(map[string]any); ok {
			all = append(all, asText(e["on"])+" "+asText(e["type"]))
		}
	}
	return unique(all)
}

func unique(s []string) []string {
	s = slices.Clone(s)
	slices.Sort(s)
	return slices.Compact(s)
}

// plain is a text for comparing: NFKC, lower case, without blanks.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(s))
}
