package reports

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"
)

// messagesCSV holds every text of the pages in both languages: key, ja, en.
//
//go:embed messages.csv
var messagesCSV []byte

// messages are the texts of one language by key.
type messages map[string]string

// readMessages gives the texts of a language, "ja" or "en". A row without a text
// or a key that comes twice is an error that names the line.
func readMessages(data []byte, lang string) (messages, error) {
	column := map[string]int{"ja": 1, "en": 2}[lang]
	if column == 0 {
		return nil, fmt.Errorf("choose language: %q is neither ja nor en", lang)
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.Comment = '#'
	r.FieldsPerRecord = 3
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read messages.csv: %w", err)
	}
	m := messages{}
	for i, row := range rows[1:] {
		if _, twice := m[row[0]]; twice || row[column] == "" {
			return nil, fmt.Errorf("read messages.csv: record %d: %q comes twice or has no text", i+2, row[0])
		}
		m[row[0]] = row[column]
	}
	return m, nil
}

// get gives a text with its {0}, {1} … replaced. A key that is not in the
// catalogue is a mistake of the program; it is shown as itself, so that a page is
// never lost to it, and a test looks for it.
func (m messages) get(key string, args ...any) string {
	text, ok := m[key]
	if !ok {
		return "⟦" + key + "⟧"
	}
	for i, a := range args {
		text = strings.ReplaceAll(text, fmt.Sprintf("{%d}", i), fmt.Sprint(a))
	}
	return text
}

// or gives the text of a key, or the fallback where the catalogue has none: for
// codes that come from the warehouse.
func (m messages) or(key, fallback string) string {
	if text, ok := m[key]; ok {
		return text
	}
	return fallback
}

// withPrefix gives the texts whose keys begin with prefix, by the rest of the key.
func (m messages) withPrefix(prefix string) map[string]string {
	found := map[string]string{}
	for key, text := range m {
		if rest, ok := strings.CutPrefix(key, prefix); ok {
			found[rest] = text
		}
	}
	return found
}
