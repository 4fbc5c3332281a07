package reports

import (
	"encoding/json"
	"fmt"
	"html/template"
)

// figure is one chart with everything that belongs to it.
type figure struct {
	ID       string // of the element, and the name of its query in sql/report
	Title    string // what it shows
	Takeaway string // one sentence of what can be read from it; may be empty
	Note     string // what it rests on: n, how many known, what is left out and why
	Height   int    // pixels
	Span     int    // columns of twelve that it takes on a wide screen
	Spec     template.JS
	Table    table // the numbers behind it
}

// Empty tells that nothing can be drawn: the page then says so in words.
func (f figure) Empty() bool { return len(f.Table.Rows) == 0 }

// spec is what script/chart.js needs to draw a figure.
type spec struct {
	Option map[string]any `json:"option"`
	Links  links          `json:"links"`
}

// links say which incidents a click leads to, as parameters of the list's page.
// The parts that exist for what was clicked are joined.
type links struct {
	Data   []string `json:"data,omitempty"`   // by index of the datum
	Series []string `json:"series,omitempty"` // by index of the series
	Edge   []string `json:"edge,omitempty"`   // by index of the edge, for a sankey
}

// encode writes the spec so that it can stand inside a script element: json.Marshal
// escapes <, >, & and the line separators of Unicode.
func (s spec) encode() (template.JS, error) {
	data, err := json.Marshal(s)
	if err != nil {
		return "", fmt.Errorf("encode chart: %w", err)
	}
	return template.JS(data), nil // #nosec: escaped by json.Marshal
}

// table is rows behind a figure, or a list of a page by itself.
type table struct {
	ID       string // of the element; also the name of the file that CSV is saved as
	Caption  string
	Columns  []column
	Rows     [][]cell
	Sortable bool
}

// column is the head of a column.
type column struct {
	Name    string
	Numeric bool // set at the right, in tabular figures
	Wide    bool // holds long texts and takes what room there is
	Tight   bool // never breaks its lines
}

// cell is one value as it is shown and as it is sorted and saved.
type cell struct {
	Text  string // as shown
	Raw   string // as sorted and as it stands in CSV; the same as Text where empty
	Href  string // where it leads; may be empty
	Title string // on hover
	Share int    // 1..100 draws a bar of that many percent behind the number; 0 draws none
	Color string // name of the colour beside the text, such as c-insider; may be empty
}

// Value is what is sorted by and what CSV holds.
func (c cell) Value() string {
	if c.Raw != "" {
		return c.Raw
	}
	return c.Text
}
