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

// label is what these measurements use of a hand-made label.
type whatLabel struct {
	Doc               string   `json:"doc"`
	Ordinal           int      `json:"ordinal"`
	Kind              string   `json:"kind"`
	Title             string   `json:"title"`
	Cause             string   `json:"cause"`
	CauseAlternatives []string `json:"cause_alternatives"`
	Categories        []string `json:"data_categories"`
	Optional          []string `json:"data_categories_optional"`
}

// whatSet is one set of labelled pages.
type whatSet struct {
	name, labels, pages string
	blind               bool // print the numbers only
	cause, data         float64
}

var whatSets = []whatSet{
	{"samples", "../../seeds/notices/labels.jsonl", "../../seeds/notices", false, 0.95, 0.95},
	{"shared", "../../../shared/accuracy/gold.jsonl", "../../../shared/notices", false, 0.95, 0.95},
	{"invented", "../../../shared/accuracy/gold_invented.jsonl", "../../../shared/invented", false, 0.90, 0.90},
	{"blind", "../testdata/blind/labels.jsonl", "../testdata/blind", true, 0, 0},
}

// TestGoldCauseAndCategory measures the two rules on labelled pages.
func TestGoldCauseAndCategory(t *testing.T) {
	x, err := New(cueLexicon(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range whatSets {
		t.Run(set.name, func(t *testing.T) { measureWhat(t, x, set) })
	}
}

func measureWhat(t *testing.T, x *Extractor, set whatSet) {
	labels := readWhatLabels(t, set)
	posts := postsByTitle(t, set.pages)
	var hit, got, want, right, n int
	for _, l := range labels {
		if l.Kind != "incident" {
			continue
		}
		post, ok := posts[l.Doc+squeeze(l.Title)]
		if !ok {
			t.Logf("%s/%d: no post %q", l.Doc, l.Ordinal, l.Title)
			continue
		}
		p := x.read(&post)
		cats := decideCategories(x.categories(p))
		have, wanted := without(cats, l.Optional), without(l.Categories, l.Optional)
		hit += len(common(have, wanted))
		got += len(have)
		want += len(wanted)
		if extra, missing := without(have, wanted), without(wanted, have); !set.blind && len(extra)+len(missing) > 0 {
			t.Logf("data %s/%d %.40s extra %v missing %v", l.Doc, l.Ordinal, l.Title, extra, missing)
		}
		cause := decideCause(x.causes(p))
		n++
		if cause == l.Cause || slices.Contains(l.CauseAlternatives, cause) {
			right++
		} else if !set.blind {
			t.Logf("cause %s/%d %.60s got %s want %s", l.Doc, l.Ordinal, l.Title, cause, l.Cause)
		}
	}
	f1 := 2 * float64(hit) / float64(got+want)
	t.Logf("%s: data F1 %.3f (precision %.3f recall %.3f of %d), cause %.3f of %d", set.name, f1, ratio(hit, got), ratio(hit, want), want, ratio(right, n), n)
	if f1 < set.data || ratio(right, n) < set.cause {
		t.Errorf("below the bar: data %.2f, cause %.2f", set.data, set.cause)
	}
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func readWhatLabels(t *testing.T, set whatSet) []whatLabel {
	f, err := os.Open(filepath.FromSlash(set.labels))
	if err != nil {
		t.Skipf("no labels of %s here: %v", set.name, err)
	}
	defer f.Close()
	var out []whatLabel
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var l whatLabel
		if err := json.Unmarshal(sc.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		out = append(out, l)
	}
	return out
}

// postsByTitle reads all pages of a folder.
func postsByTitle(t *testing.T, dir string) map[string]notice.Post {
	names, err := filepath.Glob(filepath.FromSlash(dir) + "/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]notice.Post{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc := filepath.Base(name)[:3]
		for _, p := range source.Posts(doc, string(data)) {
			out[doc+squeeze(p.Title)] = p
		}
	}
	return out
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// decideCategories does what sql/star does with the facts.
func decideCategories(facts []notice.Fact) []string {
	sum := map[string]float64{}
	for _, f := range facts {
		if f.Role == roleIncluded {
			sum[f.Value] += f.Weight
		} else {
			sum[f.Value] -= f.Weight
		}
	}
	var out []string
	for code, w := range sum {
		if w > 0 {
			out = append(out, code)
		}
	}
	slices.Sort(out)
	return out
}

// decideCause does what sql/star does with the facts.
func decideCause(facts []notice.Fact) string {
	sum := map[string]float64{}
	for _, f := range facts {
		sum[f.Value] += f.Weight
	}
	best := "unknown"
	for _, code := range []string{"ransomware", "web_skimming", "support_scam", "domain_lapse", "phishing", "account_takeover", "misdelivery_email", "improper_disposal", "theft",
		"insider_exfiltration", "insider_snooping", "malware", "misdelivery_other", "publishing_error", "misconfiguration", "physical_exposure", "software_bug", "loss", "insider_disclosure",
		"site_compromise", "unauthorized_access", "other"} {
		if sum[code] > 0 && (best == "unknown" || sum[code] > sum[best]) {
			best = code
		}
	}
	return best
}

func without(a, b []string) []string {
	var out []string
	for _, v := range a {
		if !slices.Contains(b, v) {
			out = append(out, v)
		}
	}
	return out
}

func common(a, b []string) []string {
	var out []string
	for _, v := range a {
		if slices.Contains(b, v) {
			out = append(out, v)
		}
	}
	return out
}
