package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// single takes a page without any boundary as one post, if it reads as a notice.
func (s *splitter) single() piece {
	p := piece{end: len(s.page)}
	if isNotice(s.page) {
		p.post, p.heading = true, s.firstTitle(len(s.page))
	}
	return p
}

// preamble is what stands above the first boundary: a post where it reads as one,
// else the head of the page.
func (s *splitter) preamble(end int) piece {
	p := piece{end: end}
	if head := s.page[:end]; strings.Count(head, "。") >= 3 && isNotice(head) {
		p.post, p.heading = true, s.firstTitle(end)
	}
	return p
}

// firstTitle finds the title of a notice that stands alone: the first line that
// ends as titles do, before any sentence, else the first line that is no date,
// else the first.
func (s *splitter) firstTitle(end int) heading {
	first := -1
	for i, r := range s.rows {
		if int(r.start) >= end || r.kind == prose || i >= 15 {
			break
		}
		if r.kind != plain && r.kind != headed || startsWithAny(s.text(i), words.opening) {
			continue
		}
		h := readHeading(s.text(i))
		if endsTitle(h.Title) && containsAny(h.Title, words.incident) {
			return h
		}
		if first < 0 {
			first = i
		}
	}
	if first < 0 && len(s.rows) > 0 {
		first = 0
	}
	if first < 0 {
		return heading{}
	}
	h := readHeading(s.text(first))
	if h.Title == "" {
		h.Title = s.text(first)
	}
	return h
}

// isNotice says whether a text without any title line reads as a notice or an
// article of the field in Japanese, and not as a log, a table or source code.
func isNotice(text string) bool {
	const enough = 256 << 10 // bytes; nobody writes longer ones
	if len(text) > enough {
		text = strings.ToValidUTF8(text[:enough], "")
	}
	if !containsAny(text, words.incident) && !containsAny(text, words.topic) {
		return false
	}
	kana, japanese, all := 0, 0, 0
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			continue
		case unicode.In(r, unicode.Hiragana):
			kana++
			japanese++
		case unicode.In(r, unicode.Katakana, unicode.Han):
			japanese++
		}
		all++
	}
	return kana >= 10 && japanese*10 >= all*4 && strings.Contains(text, "。") && !isLog(text)
}

// isLog says whether most lines begin with a time or a level as log files have.
func isLog(text string) bool {
	stamped, lines := 0, 0
	for line := range strings.Lines(text) {
		line = trimSpace(line)
		if line == "" {
			continue
		}
		lines++
		if startsWithStamp(line) {
			stamped++
		}
	}
	return stamped >= 3 && stamped*2 > lines
}

// startsWithStamp: 2024-01-31 09:00:00 …, 2024-01-31T09:00, [INFO] …, 09:00:00.
func startsWithStamp(line string) bool {
	line = strings.TrimLeft(line, "[(")
	if strings.HasPrefix(line, "INFO") || strings.HasPrefix(line, "WARN") || strings.HasPrefix(line, "ERROR") || strings.HasPrefix(line, "DEBUG") {
		return true
	}
	n := 0
	for _, c := range []byte(line[:min(len(line), 19)]) {
		if c >= utf8.RuneSelf {
			break
		}
		if c == ':' {
			n++
		}
	}
	return n >= 2 && unicode.IsDigit(rune(line[0]))
}

// withoutFurniture cuts the blog's own lines, and the date header of the next post,
// off the end of a post.
func (s *splitter) withoutFurniture(p piece) []piece {
	end := p.end
	for i := s.rowBefore(p.end); i > 0 && int(s.rows[i].start) > p.start && (s.rows[i].kind == furniture || p.end < len(s.page) && isDateHeader(s.text(i))); i-- {
		end = int(s.rows[i].start)
	}
	if end == p.end {
		return []piece{p}
	}
	rest := piece{start: end, end: p.end}
	p.end = end
	return []piece{p, rest}
}

// rowBefore is the last row that begins before byte end.
func (s *splitter) rowBefore(end int) int {
	lo, hi := 0, len(s.rows)
	for lo < hi {
		if mid := (lo + hi) / 2; int(s.rows[mid].start) < end {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}
