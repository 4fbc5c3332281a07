package source

import "jikenbo/etl/notice"

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
