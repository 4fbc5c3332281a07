package extract

import "testing"

// TestCountWords holds that every code that the rules ask for has words in the
// seeds, and that words that nobody asks for are refused.
func TestCountWords(t *testing.T) {
	lex := cueLexicon(t)
	words, err := newCountWords(&lex)
	if err != nil {
		t.Fatal(err)
	}
	for code, name := range countCodeNames {
		used := false
		for _, set := range words.codes {
			used = used || set.has(countCode(code))
		}
		if !used {
			t.Errorf("no words of code %d %q", code, name)
		}
	}
	for _, c := range lex.Cues {
		if c.Kind == cueCount {
			t.Fatalf("%q is left among the cues", c.Pattern)
		}
	}
	for _, bad := range []CueWord{{Kind: cueCount, Code: "nonsense", Pattern: "名"}, {Kind: cueCount, Code: "leak", Pattern: "漏えい|"}} {
		if _, err := newCountWords(&Lexicon{Cues: []CueWord{bad}}); err == nil {
			t.Errorf("%+v was taken", bad)
		}
	}
}
