package extract

import (
	"fmt"
	"strings"
)

// CueWord is one row of a seeds/cue_KIND.csv.
//
// Pattern is a literal in normalised text, or several joined by '+', which must
// stand in one sentence in that order (「個人情報保護委員会+報告」); a part that
// begins with '!' must not stand anywhere in the sentence (「報告+!予定」).
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
	parts  []int32 // literals that must stand in this order
	never  []int32 // literals that must not stand in the sentence
	text   string
}

// vocabulary is all patterns and the matcher of their literals.
type vocabulary struct {
	patterns []pattern
	byLast   [][]int32 // literal → patterns whose last part it is
	match    *matcher
}

func compile(cues []CueWord) (*vocabulary, error) {
	v := &vocabulary{match: newMatcher()}
	for _, c := range cues {
		p := pattern{kind: c.Kind, code: c.Code, weight: c.Weight, text: c.Pattern}
		for _, part := range strings.Split(c.Pattern, "+") {
			word, never := strings.CutPrefix(part, "!")
			if word == "" {
				return nil, fmt.Errorf("compile cue %s %q: an empty part", c.Kind, c.Pattern)
			}
			lit := v.match.add(word)
			if never {
				p.never = append(p.never, lit)
			} else {
				p.parts = append(p.parts, lit)
			}
		}
		if len(p.parts) == 0 {
			return nil, fmt.Errorf("compile cue %s %q: nothing to find", c.Kind, c.Pattern)
		}
		v.patterns = append(v.patterns, p)
	}
	v.byLast = make([][]int32, v.match.size())
	for i, p := range v.patterns {
		last := p.parts[len(p.parts)-1]
		v.byLast[last] = append(v.byLast[last], int32(i))
	}
	return v, nil
}
