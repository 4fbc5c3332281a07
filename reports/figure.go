package reports

import (
	"encoding/json"
	"fmt"
	"html/template"
)

// figure is one chart with everything that belongs to it.
type figure struct {
	ID       string // of the element
	Query    string // in sql/report
	Title    string // what it shows
	Takeaway string // one sentence of what can be read from it; may be empty
	Note     string // what it rests on: n, how many known, what is left out and why
	Height   int    // pixels
	Span     int    // columns of twelve that it takes on a wide screen
	Least    int    // pixels that the chart needs in width; narrower screens scroll; 0 is any
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
