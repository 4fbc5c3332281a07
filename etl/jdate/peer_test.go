package jdate

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"jikenbo/etl/text"
)

// peerCase is one line of the cases collected from other date readers.
type peerCase struct {
	ID        int
	Text      string
	Reference string
	Expected  []struct {
		Start, End, Precision, Time string
		EndTime                     string `json:"end_time"`
		EndPrecision                string `json:"end_precision"`
	}
	Source string
}

// points writes what a case expects as a sorted list of moments.
func (c peerCase) points() string {
	var out []string
	for _, e := range c.Expected {
		out = append(out, strings.TrimSpace(e.Start+" "+e.Time))
		if e.End != "" || e.EndTime != "" {
			out = append(out, strings.TrimSpace(e.End+" "+e.EndTime))
		}
	}
	sort.Strings(out)
	return strings.Join(out, ", ")
}

// found writes what the package reads in the case in the same way.
func (c peerCase) found() string {
	var out []string
	for _, d := range Resolve(Find(text.Normalize(c.Text).Norm), Anchor{Published: c.Reference}) {
		if !d.Resolved && d.Kind != Clock {
			continue
		}
		on := d.On[:min(len(d.On), map[Precision]int{Day: 10, Month: 7, Year: 4}[d.Precision])]
		out = append(out, strings.TrimSpace(on+" "+d.Clock))
	}
	sort.Strings(out)
	return strings.Join(out, ", ")
}

// peerSkips are cases that go against what the reader of a notice needs.
var peerSkips = map[int]string{}

func TestPeerDates(t *testing.T) {
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "accuracy", "peer_dates.jsonl"))
	if err != nil {
		t.Skip("the cases of other readers are not beside this checkout")
	}
	defer f.Close()
	right, all := 0, 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var c peerCase
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatalf("read a case: %v", err)
		}
		if peerSkips[c.ID] != "" {
			continue
		}
		all++
		if want, got := c.points(), c.found(); want == got {
			right++
		} else {
			t.Logf("%d %s (%s)\n  want %s\n  got  %s", c.ID, c.Text, c.Source, want, got)
		}
	}
	t.Logf("%d of %d", right, all)
	if float64(right) < 0.95*float64(all) {
		t.Errorf("%d of %d cases are read as their suite expects, less than 0.95", right, all)
	}
}
