package source

import (
	"strings"
	"unicode/utf8"
)

// titleAt reads the title that begins at row i, and how many rows it takes; 0 where
// no title can begin.
func (s *splitter) titleAt(i int) (heading, int) {
	r := s.rows[i]
	switch {
	case r.kind == headed:
		if s.isReference(i) {
			return heading{}, 0
		}
		return s.wrapped(i)
	case r.kind != plain || !s.startsBlock(i):
		return heading{}, 0
	}
	return s.bare(i)
}

// startsBlock says whether row i stands below a blank line, the top of the page or
// furniture.
func (s *splitter) startsBlock(i int) bool {
	return s.rows[i].before > 0 || s.rows[i-1].kind == furniture
}

// isReference says whether a header line only names a case: an index of posts, a
// link to an earlier one.
func (s *splitter) isReference(i int) bool {
	r := s.rows[i]
	if !s.startsBlock(i) && r.after < 2 {
		return true
	}
	if r.after == 0 && i+1 < len(s.rows) && s.rows[i+1].kind == headed {
		return true
	}
	if r.before == 0 && i > 0 && s.rows[i-1].kind == headed {
		return true
	}
	number, _ := caseHeader(s.text(i))
	return r.after < 2 && s.cases[number] >= 2
}

// wrapped reads a headed title, which may go on in the next lines.
func (s *splitter) wrapped(i int) (heading, int) {
	h := readHeading(s.text(i))
	n := 1
	for n < 3 && s.goesOn(i+n-1, h) {
		next := readHeading(s.text(i + n))
		h.Title = trimSpace(h.Title + " " + next.Title)
		h.Dated = h.Dated || next.Dated
		n++
	}
	if h.Title == "" && i+n < len(s.rows) && (s.rows[i+n].kind == plain || s.rows[i+n].kind == listed) { // the header stands alone
		next := readHeading(s.text(i + n))
		h.Title, h.Dated = next.Title, next.Dated
		n++
	}
	return h, n
}

// goesOn says whether the title that h holds, up to row i, continues in the next row.
func (s *splitter) goesOn(i int, h heading) bool {
	if s.rows[i].after > 0 || i+1 >= len(s.rows) {
		return false
	}
	next := s.rows[i+1]
	line := s.text(i + 1)
	if isDateOnly(line) {
		return next.after >= 2
	}
	if next.kind != plain || startsWithAny(line, words.opening) || h.Dated {
		return false
	}
	ends := endsTitle(readHeading(line).Title)
	if endsTitle(h.Title) {
		return ends && next.after >= 2
	}
	return next.after >= 2 || ends && next.after == 1
}

// endsTitle says whether a title is complete at its end. What stands in brackets
// behind it does not count: 「…のお知らせ(第2報)」.
func endsTitle(title string) bool {
	for strings.HasSuffix(title, ")") || strings.HasSuffix(title, "）") || strings.HasSuffix(title, "~") || strings.HasSuffix(title, "】") {
		at := strings.LastIndexAny(title[:len(title)-1], "(（~【")
		if at <= 0 {
			break
		}
		title = trimSpace(title[:at])
	}
	return endsWithAny(title, words.titleEnd)
}

// bare reads a title without a header: one line, or two or three that hold together.
func (s *splitter) bare(i int) (heading, int) {
	n := 1
	for s.rows[i+n-1].after == 0 {
		if n == 3 || i+n >= len(s.rows) || s.rows[i+n].kind == prose || s.rows[i+n].kind == headed {
			return heading{}, 0
		}
		n++
	}
	h := readHeading(s.page[s.rows[i].start:s.rows[i].end])
	for k := 1; k < n; k++ {
		if h.Dated || s.rows[i+k].kind == listed && !isDateOnly(s.text(i+k)) {
			return heading{}, 0
		}
		next := readHeading(s.text(i + k))
		h.Title = trimSpace(h.Title + " " + next.Title)
		h.Dated = next.Dated
	}
	after := s.rows[i+n-1].after
	if i+n >= len(s.rows) || after == 1 && (!h.Dated || n > 1) && !s.belowEnd(i) ||
		n > 1 && !(endsTitle(h.Title) && containsAny(h.Title, words.incident)) {
		return heading{}, 0
	}
	return h, n
}

// bareTitle decides whether the line at row i, n rows, is a title.
func (s *splitter) bareTitle(i, n int, h heading, out []boundary) bool {
	if h.Dated && s.datedTitle(i, n, h) {
		return true
	}
	if s.belowEnd(i) && s.proseSoon(i+n) && lineScore(h) >= -1 {
		return true
	}
	return s.rows[i+n-1].after >= 2 && s.sure(i, n, h, out)
}

// belowEnd says whether row i stands below a line that ends a post.
func (s *splitter) belowEnd(i int) bool {
	return i > 0 && (s.rows[i-1].kind == furniture || isAny(s.text(i-1), words.ending) || isDateHeader(s.text(i-1)))
}

// datedTitle says whether a line with a date at its end is plainly a title:
// signatures, chronologies and lists of earlier releases have such lines too.
func (s *splitter) datedTitle(i, n int, h heading) bool {
	long := utf8.RuneCountInString(h.Title)
	if long < 8 || endsWithAny(h.Title, []string{"は", "が", "を", "に", "へ", "の", "と", ":", "：", "日時", "期間", "現在"}) {
		return false
	}
	incident := containsAny(h.Title, words.incident)
	if s.rows[i+n-1].after >= 2 {
		return incident || endsTitle(h.Title)
	}
	if s.isDatedLine(i+n) || i > 0 && s.isDatedLine(i-1) {
		return false // one of several
	}
	return long >= 12 && incident && s.proseSoon(i+n)
}

// isDatedLine says whether row i is words with a date behind them.
func (s *splitter) isDatedLine(i int) bool {
	h := readHeading(s.text(i))
	return h.Dated && h.Title != ""
}

// proseSoon says whether a sentence stands in the next few rows.
func (s *splitter) proseSoon(i int) bool {
	for k := i; k < min(i+6, len(s.rows)); k++ {
		if s.rows[k].kind == prose {
			return true
		}
	}
	return false
}
