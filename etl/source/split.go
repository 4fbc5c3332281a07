package source

import (
	"slices"
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
	atTitle    bool // it begins at a title line
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
		post := p.in(text)
		post.DocumentID, post.Ordinal = documentID, len(posts)+1
		posts = append(posts, post)
	}
	return posts
}

// in makes the post of a piece of page.
func (p piece) in(page string) notice.Post {
	return notice.Post{
		CaseNumber: p.heading.CaseNumber,
		Title:      p.heading.Title,
		Body:       trimSpace(page[p.start:p.end]),
	}
}

// split cuts a page into pieces.
func split(page string) []piece { return newSplitter(page).pieces(false) }

// pieces cuts the page. begun says that it begins at a title found before, in a
// window of a larger text.
func (s *splitter) pieces(begun bool) []piece {
	starts := s.boundaries(begun)
	if len(starts) == 0 {
		return []piece{s.single()}
	}
	var out []piece
	if first := int(s.rows[starts[0].row].start); first > 0 {
		out = append(out, s.preamble(first))
	}
	for i, b := range starts {
		end := len(s.page)
		if i+1 < len(starts) {
			end = int(s.rows[starts[i+1].row].start)
		}
		out = append(out, s.withoutFurniture(piece{start: int(s.rows[b.row].start), end: end, post: true, atTitle: true, heading: b.heading})...)
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
	gap   uint8            // blank lines below sure titles, mostly
	cases map[string]uint8 // case number → most blank lines below one of its headers
	loose []int            // rows of bodies with two blank lines below
}

func newSplitter(page string) *splitter {
	s := &splitter{page: page, rows: rowsOf(page), gap: 2, cases: map[string]uint8{}}
	counts := map[uint8]int{}
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

// boundaries finds the rows at which posts begin. A bare title is looked for only
// once the post above has said something: the notice may repeat its own title, and
// name its date and sender, before it begins. begun: as of pieces.
func (s *splitter) boundaries(begun bool) []boundary {
	var out []boundary
	said, i := manyRows, 0
	if begun && len(s.rows) > 0 {
		h, n := s.titleAt(0)
		if n == 0 {
			h, n = readHeading(s.text(0)), 1
		}
		out = append(out, boundary{0, h})
		said, i = 0, n
	}
	for ; i < len(s.rows); i++ {
		if said++; s.rows[i].kind == prose {
			said = manyRows
		}
		h, n := s.titleAt(i)
		if n == 0 || !h.Headed && said < manyRows || !h.Headed && !s.bareTitle(i, n, h, out) {
			continue
		}
		out = append(out, boundary{i, h})
		said = 0
		i += n - 1
	}
	return out
}

// manyRows are enough lines to make a post even where none is a sentence.
const manyRows = 6

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
