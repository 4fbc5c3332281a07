package extract

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// CueWord is one row of a seeds/cue_KIND.csv.
//
// Pattern is a literal in normalised text, or several joined by '+', which must
// stand in one sentence in that order (「個人情報保護委員会+報告」); a part that
// begins with '!' must not stand anywhere in the sentence (「報告+!予定」). A part may
// be a choice of words parted by '|', and @NAME in it stands for the words of that
// group (「@police+相談|通報」); '&' joins words and groups without a gap
// (「からの&@tell」).
type CueWord struct {
	Kind    string  // section, hedge, event, cause, data, count, org, kind …
	Code    string  // what it speaks for: a code of the kind
	Pattern string  // see above
	Weight  float64 // how strongly, comparable within the kind
}

// Organization is a known organization of the reference seeds.
type Organization struct {
	Name       string   // formal name
	Aliases    []string // other forms
	Sector     string   // JSIC division letter, or empty
	Prefecture string   // or empty
	Kind       string   // company, prefecture, city, town, village, ward, university …
}

// Lexicon is the vocabulary an Extractor works with.
type Lexicon struct {
	Cues          []CueWord
	Groups        map[string][]string // words that patterns call by @NAME
	Organizations []Organization
	NameEndings   []NameEnding
}

// NameEnding says what the end (or the beginning) of an organization's name tells.
type NameEnding struct {
	Word   string // 「病院」「株式会社」
	Sector string // JSIC division letter, or empty where the form says nothing of the sector
	Place  string // suffix, prefix, either or inside
	Kind   string // legal_form, school, hospital, …
	Weight float64
}

// Cue kinds that the package itself knows.
const (
	cueSection = "section"
	cueHedge   = "hedge"
	cueEvent   = "event"
	cueCause   = "cause"
	cueData    = "data"
	cueCount   = "count"
	cueOrg     = "org"
	cueSector  = "sector"
	cueKind    = "kind"
)

// pattern is a compiled CueWord.
type pattern struct {
	kind   string
	code   string
	weight float64
	parts  []int32 // sets of literals of which one each must stand in this order
	never  []int32 // sets of literals that must not stand in the sentence
	text   string
}

// vocabulary is all patterns and the matcher of their literals.
type vocabulary struct {
	patterns []pattern
	byLast   [][]int32 // literal → patterns whose last part it is
	sets     literalSets
	match    *matcher
}

func compile(lex Lexicon) (*vocabulary, error) {
	v := &vocabulary{match: newMatcher(), sets: newLiteralSets()}
	for _, c := range lex.Cues {
		p := pattern{kind: c.Kind, code: c.Code, weight: c.Weight, text: c.Pattern}
		for _, part := range strings.Split(c.Pattern, "+") {
			choice, never := strings.CutPrefix(part, "!")
			lits, err := v.literals(choice, lex.Groups)
			if err != nil {
				return nil, fmt.Errorf("compile cue %s %q: %w", c.Kind, c.Pattern, err)
			}
			if set := v.sets.add(lits); never {
				p.never = append(p.never, set)
			} else {
				p.parts = append(p.parts, set)
			}
		}
		if len(p.parts) == 0 {
			return nil, fmt.Errorf("compile cue %s %q: nothing to find", c.Kind, c.Pattern)
		}
		v.patterns = append(v.patterns, p)
	}
	v.byLast = make([][]int32, v.match.size())
	v.sets.index(v.match.size(), v.patterns)
	for i, p := range v.patterns {
		for _, last := range v.sets.lits[p.parts[len(p.parts)-1]] {
			v.byLast[last] = append(v.byLast[last], int32(i))
		}
	}
	return v, nil
}

// literals gives the literals of one part of a pattern: each choice, with the words
// of its groups.
func (v *vocabulary) literals(choices string, groups map[string][]string) ([]int32, error) {
	var lits []int32
	for _, choice := range strings.Split(choices, "|") {
		words := []string{""}
		for _, piece := range strings.Split(choice, "&") {
			ends, err := wordsOf(piece, groups)
			if err != nil {
				return nil, err
			}
			words = joined(words, ends)
		}
		for _, w := range words {
			if lit := v.match.add(w); !slices.Contains(lits, lit) {
				lits = append(lits, lit)
			}
		}
	}
	return lits, nil
}

// wordsOf gives the word itself, or the words of the group that @NAME calls.
func wordsOf(piece string, groups map[string][]string) ([]string, error) {
	if piece == "" {
		return nil, errors.New("an empty part")
	}
	name, ok := strings.CutPrefix(piece, "@")
	if !ok {
		return []string{piece}, nil
	}
	if len(groups[name]) == 0 {
		return nil, fmt.Errorf("no words of group %q", name)
	}
	return groups[name], nil
}

// joined puts each end to each beginning.
func joined(begins, ends []string) []string {
	out := make([]string, 0, len(begins)*len(ends))
	for _, b := range begins {
		for _, e := range ends {
			out = append(out, b+e)
		}
	}
	return out
}
