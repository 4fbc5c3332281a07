package quantity

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

// peerSkips are cases of other readers that go against what a reader of notices needs.
var peerSkips = map[int]string{}

type peerNumber struct {
	Surface       string
	SourceSurface string `json:"source_surface"`
	Value         int64
	Upper         *int64
	Unit          *string
	Qualifier     string
	Alternatives  []string `json:"qualifier_alternatives"`
}

// TestPeerNumbers reads the cases of other number readers, where they lie beside
// the project.
func TestPeerNumbers(t *testing.T) {
	file, err := os.Open("../../../shared/accuracy/peer_numbers.jsonl")
	if err != nil {
		t.Skip("the cases of other readers are not beside the project")
	}
	defer file.Close()
	good, all := 0, 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var c struct {
			ID       int
			Text     string
			Expected []peerNumber
		}
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		if peerSkips[c.ID] != "" {
			continue
		}
		all++
		if got := Find(c.Text); peerAgrees(c.Text, c.Expected, got) {
			good++
		} else {
			t.Logf("%d %q: got %s", c.ID, c.Text, show(c.Text, got))
		}
	}
	t.Logf("%d of %d agree", good, all)
	if float64(good) < 0.95*float64(all) {
		t.Errorf("%d of %d agree, want 0.95", good, all)
	}
}

func peerAgrees(text string, want []peerNumber, got []Mention) bool {
	if len(want) != len(got) {
		return false
	}
	for i, w := range want {
		m := got[i]
		words := text[m.Start:m.End]
		unit := ""
		if w.Unit != nil {
			unit = *w.Unit
		}
		if words != w.Surface && (w.SourceSurface == "" || words != w.SourceSurface) ||
			m.Value != w.Value || m.UnitWord != unit ||
			w.Upper != nil && m.Upper != *w.Upper ||
			m.Qualifier.String() != w.Qualifier && !slices.Contains(w.Alternatives, m.Qualifier.String()) {
			return false
		}
	}
	return true
}

func show(text string, got []Mention) string {
	var b strings.Builder
	for _, m := range got {
		b.WriteString("[" + text[m.Start:m.End] + "|" + describe(m) + "]")
	}
	return b.String()
}
