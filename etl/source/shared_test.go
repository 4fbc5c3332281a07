package source

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The labelled pages that stand beside the repository on some machines: exactly
// those posts, each with its case number and title.
func TestSharedPages(t *testing.T) {
	shared := filepath.Join("..", "..", "..", "shared")
	if _, err := os.Stat(filepath.Join(shared, "accuracy")); err != nil {
		t.Skip("no labelled pages beside the repository:", err)
	}
	for folder, gold := range map[string]string{"notices": "gold.jsonl", "invented": "gold_invented.jsonl"} {
		want := readGold(t, filepath.Join(shared, "accuracy", gold))
		files, _ := filepath.Glob(filepath.Join(shared, folder, "*.txt"))
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			comparePosts(t, file, string(text), want[filepath.Base(file)[:3]])
		}
	}
}

type label struct {
	Doc        string `json:"doc"`
	CaseNumber string `json:"case_number"`
	Title      string `json:"title"`
}

func readGold(t *testing.T, path string) map[string][]label {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string][]label{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var l label
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		out[l.Doc] = append(out[l.Doc], l)
	}
	return out
}

func comparePosts(t *testing.T, file, text string, want []label) {
	posts := Posts("d", text)
	if len(posts) != len(want) {
		t.Errorf("%s: %d posts, want %d", file, len(posts), len(want))
		for _, p := range posts {
			t.Log(p.Ordinal, p.CaseNumber, p.Title)
		}
		return
	}
	for i, p := range posts {
		if p.CaseNumber != want[i].CaseNumber {
			t.Errorf("%s/%d: case number %q, want %q", file, i+1, p.CaseNumber, want[i].CaseNumber)
		}
		if want[i].Title != "" && squeeze(p.Title) != squeeze(want[i].Title) {
			t.Errorf("%s/%d: title %q, want %q", file, i+1, p.Title, want[i].Title)
		}
	}
}

// squeeze leaves out blanks and differences of width.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, norm.NFKC.String(s))
}
