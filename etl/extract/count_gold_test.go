package extract

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jikenbo/etl/notice"
	"jikenbo/etl/source"
)

// goldCount is what a label says of the headline number.
type goldCount struct {
	Doc          string
	Ordinal      int
	Kind         string
	Title        string
	Affected     *int64    `json:"records_affected"`
	Unit         *string   `json:"records_unit"`
	Qualifier    *string   `json:"records_qualifier"`
	AffectedAlso []*int64  `json:"records_affected_alternatives"`
	UnitAlso     []*string `json:"records_unit_alternatives"`
	QualAlso     []*string `json:"records_qualifier_alternatives"`
}

// TestCountsOnLabelledPosts scores the headline number on the labelled posts, where
// they lie beside the project.
func TestCountsOnLabelledPosts(t *testing.T) {
	x, err := New(cueLexicon(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range []struct {
		dir, gold string
		least     float64
	}{{"notices", "gold.jsonl", 0.95}, {"invented", "gold_invented.jsonl", 0.90}} {
		labels := readGold(t, "../../../shared/accuracy/"+set.gold)
		good, all := 0, 0
		for _, post := range sharedPosts(t, "../../../shared/"+set.dir) {
			g, ok := labels[key(post.DocumentID, post.Ordinal)]
			if !ok || g.Kind != "incident" {
				continue
			}
			all++
			facts := x.counts(x.read(&post))
			if h := headline(facts); agrees(h, g) {
				good++
			} else {
				t.Logf("%s %d %s\n  got %s want %s", post.DocumentID, post.Ordinal, post.Title, showHead(h), wantHead(g))
				for _, f := range facts {
					if f.Role != roleOther || f.Unit == unitPersons || f.Unit == unitRecords {
						t.Logf("    %v %s %s %s w%.2f %s %q", f.Number, f.Unit, f.Qualifier, f.Role, f.Weight, f.Rule, f.What)
					}
				}
			}
		}
		t.Logf("%s: %d of %d", set.dir, good, all)
		if float64(good) < set.least*float64(all) {
			t.Errorf("%s: %d of %d headline numbers right, want %.2f", set.dir, good, all, set.least)
		}
	}
}

func key(doc string, ordinal int) string { return doc + "#" + string(rune('0'+ordinal)) }

func readGold(t *testing.T, name string) map[string]goldCount {
	file, err := os.Open(name)
	if err != nil {
		t.Skip("the labelled posts are not beside the project")
	}
	defer file.Close()
	out := map[string]goldCount{}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var g goldCount
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		out[key(g.Doc, g.Ordinal)] = g
	}
	return out
}

func sharedPosts(t *testing.T, dir string) []notice.Post {
	names, _ := filepath.Glob(filepath.Join(dir, "*.txt"))
	var out []notice.Post
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc := strings.SplitN(filepath.Base(name), "_", 2)[0]
		out = append(out, source.Posts(strings.TrimSuffix(doc, ".txt"), string(b))...)
	}
	return out
}

// headline is the count that SQL takes.
func headline(facts []notice.Fact) *notice.Fact {
	var best *notice.Fact
	for i := range facts {
		f := &facts[i]
		if f.Role != roleTotal && f.Role != roleAffected || unitWeight[f.Unit] == 0 || f.Hedge != notice.Stated && f.Hedge != notice.Possible {
			continue
		}
		if best == nil || f.Weight > best.Weight {
			best = f
		}
	}
	return best
}

func agrees(h *notice.Fact, g goldCount) bool {
	if h == nil {
		return g.Affected == nil || slices.Contains(g.AffectedAlso, nil)
	}
	number := g.Affected != nil && *g.Affected == h.Number
	for _, also := range g.AffectedAlso {
		number = number || also != nil && *also == h.Number
	}
	return number && oneOf(h.Unit, g.Unit, g.UnitAlso) && oneOf(h.Qualifier, g.Qualifier, g.QualAlso)
}

func oneOf(got string, want *string, also []*string) bool {
	for _, w := range append([]*string{want}, also...) {
		if w != nil && *w == got {
			return true
		}
	}
	return false
}

func showHead(h *notice.Fact) string {
	if h == nil {
		return "none"
	}
	b, _ := json.Marshal([]any{h.Number, h.Unit, h.Qualifier, h.Rule})
	return string(b)
}

func wantHead(g goldCount) string {
	b, _ := json.Marshal([]any{g.Affected, g.Unit, g.Qualifier})
	return string(b)
}
