package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// prefixSet answers with which of some words a text begins, the longest first.
type prefixSet map[rune][]string

func newPrefixSet(words ...string) prefixSet {
	s := prefixSet{}
	for _, w := range words {
		s.add(w)
	}
	return s
}

func (s prefixSet) add(word string) {
	r, _ := utf8.DecodeRuneInString(word)
	s[r] = append(s[r], word)
	slices.SortStableFunc(s[r], func(a, b string) int { return len(b) - len(a) })
}

// of gives the length in bytes of the longest word that text begins with, or 0.
func (s prefixSet) of(text string) int {
	r, _ := utf8.DecodeRuneInString(text)
	for _, w := range s[r] {
		if strings.HasPrefix(text, w) {
			return len(w)
		}
	}
	return 0
}
