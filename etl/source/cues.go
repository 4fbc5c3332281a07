package source

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed cues.csv
var cuesCSV string

// cues are the words that tell a title line from a heading, a notice from any
// other text and a blog's furniture from its posts. Columns of cues.csv: kind
// (what the word says), word.
type cues struct {
	incident       []string // words of the field: the line speaks of an incident
	topic          []string // words of the field that need no incident
	titleEnd       []string // how titles end
	headingStart   []string // how headings inside a notice begin
	headingEnd     []string // how headings inside a notice end
	opening        []string // how the prose of a notice begins
	whole          []string // whole lines that stand in bodies and are never titles
	ending         []string // whole lines that the blog sets at the end of a post
	signature      []string // offices of those who sign
	around         []string // classes and ids of what stands around the main part of an HTML page
	main           []string // classes and ids of the main part
	furniture      []string // whole lines of the blog, of no post
	furnitureStart []string
	furnitureEnd   []string
}

var words = mustReadCues(cuesCSV)

func mustReadCues(csv string) *cues {
	c, err := readCues(csv)
	if err != nil {
		panic(err) // the file is compiled in: a test of this package would have failed
	}
	return c
}

func readCues(csv string) (*cues, error) {
	c := new(cues)
	kinds := map[string]*[]string{
		"incident": &c.incident, "topic": &c.topic, "title_end": &c.titleEnd,
		"heading_start": &c.headingStart, "heading_end": &c.headingEnd,
		"opening": &c.opening, "whole": &c.whole, "ending": &c.ending, "signature": &c.signature, "around": &c.around, "main": &c.main, "furniture": &c.furniture,
		"furniture_start": &c.furnitureStart, "furniture_end": &c.furnitureEnd,
	}
	for i, line := range strings.Split(strings.TrimSpace(csv), "\n") {
		kind, word, ok := strings.Cut(line, ",")
		if i == 0 {
			continue
		}
		list := kinds[kind]
		if !ok || list == nil || word == "" {
			return nil, fmt.Errorf("read cues.csv: line %d: kind %q or its word is not known", i+1, kind)
		}
		*list = append(*list, word)
	}
	return c, nil
}

func containsAny(s string, list []string) bool {
	for _, w := range list {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func startsWithAny(s string, list []string) bool {
	for _, w := range list {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

func endsWithAny(s string, list []string) bool {
	for _, w := range list {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

func isAny(s string, list []string) bool {
	for _, w := range list {
		if s == w {
			return true
		}
	}
	return false
}
