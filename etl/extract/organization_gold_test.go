package extract_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"jikenbo/etl"
	"jikenbo/etl/extract"
	"jikenbo/etl/notice"
	"jikenbo/etl/source"
	"jikenbo/seeds"
)

// whoLabel is what a label says of the organizations of a post.
type whoLabel struct {
	Doc            string
	Ordinal        int
	Kind           string
	Organizations  []string
	Contractor     string
	ContractorAlso []string `json:"contractor_alternatives"`
	Sector         string
	SectorAlso     []string `json:"sector_alternatives"`
}

// TestWhoOnLabelledPosts scores discloser, sector and contractor on every labelled
// set; where the sets lie outside the project it scores those that are there.
func TestWhoOnLabelledPosts(t *testing.T) {
	x := newExtractor(t)
	for _, set := range []struct {
		dir, labels string
		quiet       bool // print no misses: a set that nobody may learn from
	}{
		{"../../seeds/notices", "../../seeds/notices/labels.jsonl", false},
		{"../../../shared/notices", "../../../shared/accuracy/gold.jsonl", false},
		{"../../../shared/invented", "../../../shared/accuracy/gold_invented.jsonl", false},
		{"../testdata/blind", "../testdata/blind/labels.jsonl", true},
		{"../testdata/blind2", "../testdata/blind2/labels.jsonl", true},
	} {
		labels, err := readWho(set.labels)
		if err != nil || len(labels) == 0 {
			t.Logf("no labels in %s", set.labels)
			continue
		}
		var s whoScore
		for _, g := range labels {
			if post, ok := postOf(t, set.dir, g); ok {
				s.mark(t, g, whoIn(x, post), set.quiet)
			}
		}
		t.Logf("%s: %d posts, organization %.3f, sector %.3f, contractor %.3f", set.dir, s.all, s.rate(s.name), s.rate(s.sector), s.rate(s.contractor))
		name, sector := 0.97, 0.95
		if set.quiet {
			name, sector = 0.95, 0.90
		}
		if s.all > 0 && (s.rate(s.name) < name || s.rate(s.sector) < sector || s.rate(s.contractor) < 0.94) {
			t.Errorf("%s: below the bar", set.dir)
		}
	}
}

type whoScore struct{ all, name, sector, contractor int }

func (s *whoScore) rate(n int) float64 { return float64(n) / float64(max(1, s.all)) }

func (s *whoScore) mark(t *testing.T, g whoLabel, got who, quiet bool) {
	s.all++
	miss := func(ok bool, n *int, field, have string, want ...string) {
		if ok {
			*n++
		} else if !quiet {
			t.Logf("%s/%d %s: %q, want %q", g.Doc, g.Ordinal, field, have, want)
		}
	}
	miss(slices.Contains(plainAll(g.Organizations), plain(got.name)), &s.name, "organization", got.name, g.Organizations...)
	miss(slices.Contains(append(g.SectorAlso, g.Sector), got.sector), &s.sector, "sector", got.sector+" of "+got.name, append([]string{g.Sector}, g.SectorAlso...)...)
	also := plainAll(append(g.ContractorAlso, g.Contractor))
	miss(slices.Contains(also, plain(got.contractor)), &s.contractor, "contractor", got.contractor, also...)
}

// who is what SQL would take from the facts of a post.
type who struct{ name, sector, contractor, prefecture string }

func whoIn(x *extract.Extractor, post notice.Post) who {
	if post.CaseNumber == "" {
		post.CaseNumber = "2024-000" // an incident, whatever its title
	}
	var got who
	best := map[string]float64{}
	sums := map[string]float64{}
	for _, f := range x.Read(post).Facts {
		switch {
		case f.Field == notice.FieldOrganization && f.Role == "discloser" && f.Weight > best[f.Role]:
			got.name, best[f.Role] = f.Value, f.Weight
		case f.Field == notice.FieldOrganization && f.Role == "contractor" && f.Weight > best[f.Role]:
			got.contractor, best[f.Role] = f.Value, f.Weight
		case f.Field == notice.FieldSector:
			sums[f.Value] += f.Weight
		case f.Field == extract.FieldPrefecture:
			got.prefecture = f.Value
		}
	}
	for letter, sum := range sums {
		if sum > best["sector"] || sum == best["sector"] && letter < got.sector {
			got.sector, best["sector"] = letter, sum
		}
	}
	return got
}

func plain(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(norm.NFKC.String(s)), ""))
}

func plainAll(s []string) []string {
	var out []string
	for _, v := range s {
		out = append(out, plain(v))
	}
	return out
}

func readWho(path string) ([]whoLabel, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []whoLabel
	for line := range strings.Lines(string(data)) {
		var g whoLabel
		if err := json.Unmarshal([]byte(line), &g); err != nil {
			return nil, err
		}
		if g.Kind == "incident" {
			out = append(out, g)
		}
	}
	return out, nil
}

// postOf gives the labelled post of a text dump.
func postOf(t *testing.T, dir string, g whoLabel) (notice.Post, bool) {
	t.Helper()
	paths, _ := filepath.Glob(filepath.Join(dir, g.Doc+"*.txt"))
	if len(paths) != 1 {
		return notice.Post{}, false
	}
	data, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	posts := source.Posts(g.Doc, strings.ReplaceAll(string(data), "\r\n", "\n"))
	if g.Ordinal > len(posts) {
		return notice.Post{}, false
	}
	return posts[g.Ordinal-1], true
}

func newExtractor(t testing.TB) *extract.Extractor {
	t.Helper()
	lex, err := etl.Lexicon(seeds.Files)
	if err != nil {
		t.Fatal(err)
	}
	x, err := extract.New(lex)
	if err != nil {
		t.Fatal(err)
	}
	return x
}
