package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jikenbo/etl/notice"
)

// piece is a part of a page. The pieces of a page follow each other without a gap
// and cover it: no byte is lost.
type piece struct {
	start, end int  // bytes of the page
	post       bool // else furniture of the blog: lines of no post
	heading    heading
}

// Posts cuts the text of a page dump, or of one saved notice, into its posts, in
// order and numbered from 1. Line ends must be '\n'.
//
// A post begins at a line with a header 【セキュリティ事件簿#2024-019】, or at a line
// that stands as titles do: blank lines above, usually two below, no sentence, no
// bullet, no number, no heading of the kind notices have inside. Its Body runs from
// that line, header and date included, to the next post. What is left out of the
// Bodies: blank lines and blanks between posts, the blog's own lines (「すべての
// 投稿を表示」, cues.csv) above the first post and after a post, and words above the first
// title that are too few for a post. A text that has no such line but reads as a
// notice is one post; any other gives none.
func Posts(documentID, text string) []notice.Post {
	var posts []notice.Post
	for _, p := range split(text) {
		if !p.post {
			continue
		}
		posts = append(posts, notice.Post{
			DocumentID: documentID,
			Ordinal:    len(posts) + 1,
			CaseNumber: p.heading.CaseNumber,
			Title:      p.heading.Title,
			Body:       trimSpace(text[p.start:p.end]),
		})
	}
	return posts
}

// split cuts a page into pieces.
func split(page string) []piece {
	s := newSplitter(page)
	starts := s.boundaries()
	if len(starts) == 0 {
		return []piece{s.single()}
	}
	var out []piece
	if first := s.rows[starts[0].row].start; first > 0 {
		out = append(out, s.preamble(first))
	}
	for i, b := range starts {
		end := len(page)
		if i+1 < len(starts) {
			end = s.rows[starts[i+1].row].start
		}
		out = append(out, s.withoutFurniture(piece{start: s.rows[b.row].start, end: end, post: true, heading: b.heading})...)
	}
	return out
}

// boundary is a row at which a post begins.
type boundary struct {
	row     int
	heading heading
}

// splitter holds a page while it is cut, and what its sure titles teach about the
// rest: how many blank lines this dump sets below a title, and whether bodies have
// such gaps too (where an image stood).
type splitter struct {
	page  string
	rows  []row
	gap   int            // blank lines below sure titles, mostly
	cases map[string]int // case number → most blank lines below one of its headers
	loose []int          // rows of bodies with two blank lines below
}

func newSplitter(page string) *splitter {
	s := &splitter{page: page, rows: rowsOf(page), gap: 2, cases: map[string]int{}}
	counts := map[int]int{}
	for i, r := range s.rows {
		switch {
		case r.kind == headed:
			number, _ := caseHeader(s.text(i))
			s.cases[number] = max(s.cases[number], min(r.after, farBlank-1))
			counts[r.after]++
		case r.after >= 2 && r.after < farBlank && (r.kind == prose || r.kind == listed):
			s.loose = append(s.loose, i)
		}
	}
	for gap, n := range counts {
		if gap >= 2 && gap < farBlank && n > counts[s.gap] {
			s.gap = gap
		}
	}
	return s
}

func (s *splitter) text(i int) string { return s.page[s.rows[i].start:s.rows[i].end] }

// boundaries finds the rows at which posts begin.
func (s *splitter) boundaries() []boundary {
	var out []boundary
	last, told := -1, true // told: the post that began at row last has said something
	for i := 0; i < len(s.rows); i++ {
		r := s.rows[i]
		if r.kind == prose {
			told = true
		}
		h, n := s.titleAt(i)
		if n == 0 || !h.Headed && !told || !h.Headed && !h.Dated && !s.sure(i, n, last, out) {
			continue
		}
		out = append(out, boundary{i, h})
		last, told = i, false
		i += n - 1
	}
	return out
}

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
	if h.Title == "" && i+n < len(s.rows) && s.rows[i+n].kind != headed { // the header stands alone
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
		next := readHeading(s.text(i + k))
		h.Title = trimSpace(h.Title + " " + next.Title)
		h.Dated = next.Dated
		if s.rows[i+k].kind == listed && !isDateOnly(s.text(i+k)) {
			return heading{}, 0
		}
	}
	after := s.rows[i+n-1].after
	switch {
	case after >= 2 && n == 1:
	case after >= 2 && endsTitle(h.Title) && containsAny(h.Title, words.incident):
	case after == 1 && h.Dated && n == 1:
	default:
		return heading{}, 0
	}
	if h.Dated {
		if !s.datedTitle(i, h, after) {
			return heading{}, 0
		}
		return h, n
	}
	if h.Title == "" || i+n >= len(s.rows) {
		return heading{}, 0
	}
	return h, n
}

// datedTitle says whether a line with a date at its end is a title: signatures,
// chronologies and lists of earlier releases have such lines too.
func (s *splitter) datedTitle(i int, h heading, after int) bool {
	long := utf8.RuneCountInString(h.Title)
	if long < 8 || endsWithAny(h.Title, []string{"は", "が", "を", "に", "へ", "の", "と", ":", "：", "日時", "期間", "現在"}) {
		return false
	}
	if after >= 2 && after < farBlank {
		return containsAny(h.Title, words.incident) || endsTitle(h.Title) || long >= 15
	}
	if i+1 < len(s.rows) && s.rows[i+1].kind == plain && readHeading(s.text(i+1)).Dated {
		return false // one of several
	}
	return long >= 12 && containsAny(h.Title, words.incident) && s.proseSoon(i+1)
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

// sure weighs whether the bare, undated line at row i with two or more blank lines
// below is a title and no heading above an image. last is the row at which the
// current post began, -1 at the top of the page.
func (s *splitter) sure(i, n, last int, out []boundary) bool {
	line := s.text(i)
	end := s.rows[i+n-1]
	score := lengthScore(line)
	if end.after == s.gap {
		score++
	} else if end.after > s.gap {
		score--
	}
	if end.soft {
		score--
	}
	title := containsAny(line, words.incident)
	if title {
		score++
	}
	if endsTitle(line) {
		score++
	}
	if startsWithAny(line, words.headingStart) || endsWithAny(line, words.headingEnd) {
		score -= 3
	}
	if startsWithAny(line, words.opening) {
		score -= 2
	}
	if !hasJapanese(line) {
		score -= 2
	}
	score += s.aroundScore(i, n, last, out)
	return score >= 3
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

// aroundScore weighs what stands around the line: prose below speaks for a title; a
// list below, or gaps elsewhere in this post, for a heading.
func (s *splitter) aroundScore(i, n, last int, out []boundary) int {
	score := 0
	if i+n < len(s.rows) {
		switch s.rows[i+n].kind {
		case prose:
			score++
		case listed:
			score--
		}
	}
	if last < 0 {
		return score + 1
	}
	if h := out[len(out)-1].heading; !h.Headed && !h.Dated && !containsAny(h.Title, words.incident) {
		score-- // inside an article, headings look like titles
	}
	for _, k := range s.loose {
		if k > last && k < i {
			return score - 2
		}
	}
	if len(s.loose) > 0 {
		return score - 1
	}
	return score + 1
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
