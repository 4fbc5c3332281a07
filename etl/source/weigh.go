package source

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// sure weighs whether the bare line at row i, n rows with two or more blank lines
// below, is a title and no heading above an image. out are the posts so far.
func (s *splitter) sure(i, n int, h heading, out []boundary) bool {
	end := s.rows[i+n-1]
	score := lineScore(h)
	switch {
	case end.after == s.gap:
		score++
	case end.after > s.gap:
		score--
	default:
		score -= 2
	}
	if end.soft {
		score--
	}
	if i+n < len(s.rows) {
		switch s.rows[i+n].kind {
		case prose:
			score++
		case listed:
			score--
		}
	}
	if len(out) == 0 {
		return score >= 2
	}
	parent := out[len(out)-1]
	score += s.looseScore(parent.row, i)
	if parent.isArticle() {
		section := s.sectionScore(parent.row, i)
		if containsAny(h.Title, words.incident) && utf8.RuneCountInString(h.Title) >= 20 {
			section /= 2 // the headline of a short notice
		}
		return score+section >= 4
	}
	return score >= 3
}

// lineScore weighs the words of a bare line.
func lineScore(h heading) int {
	line := h.Title
	score := lengthScore(line)
	incident := containsAny(line, words.incident)
	if incident {
		score++
	}
	if endsTitle(line) {
		score++
	}
	if startsWithAny(line, words.headingStart) || endsWithAny(line, words.headingEnd) {
		score -= 3
	}
	if startsWithAny(line, words.opening) || isPolite(line) || !hasJapanese(line) {
		score -= 2
	}
	if !incident && containsAny(line, words.signature) {
		score -= 3
	}
	return score
}

func lengthScore(line string) int {
	switch n := utf8.RuneCountInString(line); {
	case n < 7:
		return -2
	case n < 10:
		return -1
	case n < 15:
		return 0
	case n < 20:
		return 1
	}
	return 2
}

// looseScore: gaps in the body of this post, or of others, say that a gap below a
// line proves little here.
func (s *splitter) looseScore(last, i int) int {
	if len(s.loose) == 0 {
		return 1
	}
	if k, _ := slices.BinarySearch(s.loose, last); k < len(s.loose) && s.loose[k] < i {
		return -2
	}
	return -1
}

// sectionScore weighs a line inside an article, where headings look like titles: a
// few lines below the title, or with a few lines of its own, it is a heading.
func (s *splitter) sectionScore(last, i int) int {
	const section = 300 * 3 // bytes of 300 kana or kanji
	score := 0
	if s.rows[i].start-s.rows[last].end < section {
		score -= 2
	}
	for k := i + 1; ; k++ {
		if k == len(s.rows) || s.rows[k].kind == headed || s.rows[k].kind == plain && s.rows[k].after >= 2 {
			end := len(s.page)
			if k < len(s.rows) {
				end = int(s.rows[k].start)
			}
			if end-int(s.rows[i].end) < section {
				score -= 2
			}
			return score
		}
	}
}

// isArticle says whether the post that begins here does not look like a notice.
func (b boundary) isArticle() bool {
	return !b.heading.Headed && !b.heading.Dated && !containsAny(b.heading.Title, words.incident)
}

// hasJapanese says whether s has at least two kana or kanji.
func hasJapanese(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han) {
			if n++; n == 2 {
				return true
			}
		}
	}
	return false
}
