package evaluate

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWilson(t *testing.T) {
	says := func(k, n int, want string) {
		t.Helper()
		low, high := wilson(k, n)
		if got := fmt.Sprintf("%.4f %.4f", low, high); got != want {
			t.Errorf("%d of %d: got %s, want %s", k, n, got, want)
		}
	}
	says(9, 10, "0.5958 0.9821")
	says(0, 10, "0.0000 0.2775")
	says(10, 10, "0.7225 1.0000")
	says(0, 0, "NaN NaN")
}

// scored compares one value with a label, and gives n, agree, wanted, given, right.
func scored(t *testing.T, have, line string) string {
	t.Helper()
	l, err := parseLabel([]byte(line))
	if err != nil {
		t.Fatal(err)
	}
	e := &evaluation{scores: map[string]*Score{}}
	e.value(l, &post{incident: "1", fact: map[string]string{"cause_code": have}}, "cause", "cause", "cause_code")
	if e.scores["cause"] == nil {
		return "not scored"
	}
	s := *e.scores["cause"]
	return fmt.Sprint(s.N, s.Agree, s.Wanted, s.Given, s.Right)
}

func TestValue(t *testing.T) {
	says := func(have, keys, want string) {
		t.Helper()
		if got := scored(t, have, `{"doc":"a","ordinal":1,"kind":"incident"`+keys+`}`); got != want {
			t.Errorf("%q against %s: got %s, want %s", have, keys, got, want)
		}
	}
	says("loss", `,"cause":"loss"`, "1 1 1 1 1")
	says("theft", `,"cause":"loss"`, "1 0 1 1 0")
	says("theft", `,"cause":"loss","cause_alternatives":["theft"]`, "1 1 1 1 1")
	says("", `,"cause":"loss"`, "1 0 1 0 0")
	says("loss", `,"cause":null`, "1 0 0 1 0") // made up
	says("", `,"cause":null`, "1 1 0 0 0")     // rightly unknown
	says("", `,"cause":"loss","cause_alternatives":[null]`, "1 1 0 0 0")
	says("theft", `,"cause":"loss","cause_alternatives":[null]`, "1 0 0 1 0")
	says("loss", ``, "not scored")
	says("12", `,"cause":12`, "1 1 1 1 1") // numbers are compared as they are written
}

func TestSet(t *testing.T) {
	says := func(have, want, spare, expected string) {
		t.Helper()
		e := &evaluation{scores: map[string]*Score{}}
		e.set(label{"timeline": []any{}}, &post{}, "timeline", strings.Fields(have), strings.Fields(want), strings.Fields(spare))
		s := e.scores["timeline"]
		if got := fmt.Sprint(s.N, s.Agree, s.Wanted, s.Given, s.Right); got != expected {
			t.Errorf("%s against %s: got %s, want %s", have, want, got, expected)
		}
	}
	says("a b", "a b", "", "2 2 2 2 2")
	says("a b", "a c", "", "3 1 2 2 1")
	says("a b", "a", "b", "1 1 1 1 1")
	says("", "", "", "0 0 0 0 0")
}

func TestScore(t *testing.T) {
	s := Score{N: 10, Agree: 8, Wanted: 8, Given: 5, Right: 4}
	if got := fmt.Sprintf("%.2f %.2f %.4f", s.Precision(), s.Recall(), s.F1()); got != "0.80 0.50 0.6154" {
		t.Errorf("got %s", got)
	}
	if !math.IsNaN((Score{}).F1()) {
		t.Error("of nothing there is no F1")
	}
}

func TestReadLabels(t *testing.T) {
	refuses := func(text, want string) {
		t.Helper()
		path := filepath.Join(t.TempDir(), "gold.jsonl")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := readLabels(path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
	refuses("{\"doc\":\"a\",\"ordinal\":1,\"kind\":\"article\"}\n\nnot json\n", "gold.jsonl:3: ")
	refuses(`{"doc":"a","kind":"incident"}`, "needs doc and ordinal")
	refuses(`{"doc":"a","ordinal":1,"kind":"case"}`, `not "case"`)
}

func TestDocument(t *testing.T) {
	w := &loaded{paths: []string{"x/s01.txt", "x/s02.txt", "y/s02b.txt", "y/t.txt"}}
	says := func(doc, want string) {
		t.Helper()
		got, err := w.document(doc)
		if err != nil {
			got = "ambiguous"
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", doc, got, want)
		}
	}
	says("s01", "x/s01.txt")
	says("s02.txt", "x/s02.txt")
	says("s02", "ambiguous")
	says("y/t.txt", "y/t.txt")
	says("z", "")
}
