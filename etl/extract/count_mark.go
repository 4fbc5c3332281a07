package extract

import (
	"sort"
	"strings"
	"unicode/utf8"

	"jikenbo/etl/text"
)

// tally is a page while its counts are read: every word that speaks of a count was
// found once, and the rules ask by place and code.
type tally struct {
	*page
	words countedWords
	all   []stated
}

// countedWords are the words of counts found in a page, by start, then by length.
type countedWords struct {
	hits  []hit
	codes []codeSet // of each literal
}

// longestWord is how many bytes the longest word of counts has at most.
const longestWord = 90

// from gives the index of the first word that starts at or behind at.
func (w *countedWords) from(at int) int {
	return sort.Search(len(w.hits), func(i int) bool { return int(w.hits[i].start) >= at })
}

// find gives the first word of a code in s, or an empty span at -1.
func (w *countedWords) find(s text.Span, code countCode) text.Span {
	for i := w.from(s.Start); i < len(w.hits) && int(w.hits[i].start) < s.End; i++ {
		if h := w.hits[i]; int(h.end) <= s.End && w.codes[h.lit].has(code) {
			return text.Span{Start: int(h.start), End: int(h.end)}
		}
	}
	return text.Span{Start: -1, End: -1}
}

// all gives the ends of all words of a code in s.
func (w *countedWords) all(s text.Span, code countCode) []int {
	var ends []int
	for i := w.from(s.Start); i < len(w.hits) && int(w.hits[i].start) < s.End; i++ {
		if h := w.hits[i]; int(h.end) <= s.End && w.codes[h.lit].has(code) {
			ends = append(ends, int(h.end))
		}
	}
	return ends
}

// holds says whether s holds a word of any of the codes.
func (w *countedWords) holds(s text.Span, codes ...countCode) bool {
	for i := w.from(s.Start); i < len(w.hits) && int(w.hits[i].start) < s.End; i++ {
		if h := &w.hits[i]; int(h.end) <= s.End && w.isOf(h, codes) {
			return true
		}
	}
	return false
}

// begins says whether s begins with a word of any of the codes.
func (w *countedWords) begins(s text.Span, codes ...countCode) bool {
	for i := w.from(s.Start); i < len(w.hits) && int(w.hits[i].start) == s.Start; i++ {
		if h := &w.hits[i]; int(h.end) <= s.End && w.isOf(h, codes) {
			return true
		}
	}
	return false
}

// ends says whether s ends with a word of any of the codes.
func (w *countedWords) ends(s text.Span, codes ...countCode) bool {
	for i := w.from(max(s.Start, s.End-longestWord)); i < len(w.hits) && int(w.hits[i].start) < s.End; i++ {
		if h := &w.hits[i]; int(h.end) == s.End && w.isOf(h, codes) {
			return true
		}
	}
	return false
}

// last gives the last word of a code in s, the longest that starts there, or an
// empty span at -1.
func (w *countedWords) last(s text.Span, code countCode) text.Span {
	out := text.Span{Start: -1, End: -1}
	for i := w.from(s.Start); i < len(w.hits) && int(w.hits[i].start) < s.End; i++ {
		if h := w.hits[i]; int(h.end) <= s.End && w.codes[h.lit].has(code) {
			out = text.Span{Start: int(h.start), End: int(h.end)}
		}
	}
	return out
}

// strip takes words of a code off the end of s until none is left.
func (w *countedWords) strip(s text.Span, code countCode) text.Span {
	for again := true; again && s.End > s.Start; {
		again = false
		for i := w.from(max(s.Start, s.End-longestWord)); i < len(w.hits) && int(w.hits[i].start) < s.End; i++ {
			if h := w.hits[i]; int(h.end) == s.End && w.codes[h.lit].has(code) {
				s.End, again = int(h.start), true
				break
			}
		}
	}
	return s
}

// stripFront takes words of a code off the beginning of s, the longest first.
func (w *countedWords) stripFront(s text.Span, code countCode) text.Span {
	for again := true; again; {
		again = false
		at := s.Start
		for i := w.from(at); i < len(w.hits) && int(w.hits[i].start) == at; i++ {
			if h := w.hits[i]; int(h.end) <= s.End && w.codes[h.lit].has(code) {
				s.Start, again = int(h.end), true
			}
		}
	}
	return s
}

func (w *countedWords) isOf(h *hit, codes []countCode) bool {
	for _, c := range codes {
		if w.codes[h.lit].has(c) {
			return true
		}
	}
	return false
}

// str gives the words of a span.
func (t *tally) str(s text.Span) string { return t.norm[s.Start:s.End] }

// head gives at most n runes from the beginning of a span.
func (t *tally) head(s text.Span, n int) text.Span {
	end := s.Start
	for ; n > 0 && end < s.End; n-- {
		_, size := utf8.DecodeRuneInString(t.norm[end:s.End])
		end += size
	}
	return text.Span{Start: s.Start, End: end}
}

// tail gives at most n runes from the end of a span.
func (t *tally) tail(s text.Span, n int) text.Span {
	start := s.End
	for ; n > 0 && start > s.Start; n-- {
		_, size := utf8.DecodeLastRuneInString(t.norm[s.Start:start])
		start -= size
	}
	return text.Span{Start: start, End: s.End}
}

// trimLeft takes the characters of cut off the beginning of a span.
func (t *tally) trimLeft(s text.Span, cut string) text.Span {
	return text.Span{Start: s.End - len(strings.TrimLeft(t.str(s), cut)), End: s.End}
}

// trimRight takes the characters of cut off the end of a span.
func (t *tally) trimRight(s text.Span, cut string) text.Span {
	return text.Span{Start: s.Start, End: s.Start + len(strings.TrimRight(t.str(s), cut))}
}
