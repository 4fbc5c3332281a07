package extract

import (
	"strings"
	"unicode/utf8"
)

// Sections that the package itself sets; the others are codes of seeds/cue_section.csv:
// overview, chronology, cause, data, count, damage, response, prevention, request,
// contact, delay, plan, business, faq.
const (
	sectionTitle = "title" // the title line
	sectionLead  = "lead"  // before the first heading
	sectionOther = "other" // under a heading that no cue knows
)

// maxHeading is how many runes a heading has at most.
const maxHeading = 45

// markSections gives each sentence the class of the heading it stands under.
// A numbered or marked heading without a known word closes the section before it;
// one of a lower level ((1) under 1.) without a known word stays in it.
func markSections(p *page) {
	current, level := sectionLead, 0
	for i := range p.sents {
		s := &p.sents[i]
		if s.Line == 0 {
			s.section = sectionTitle
			continue
		}
		h := p.headingAt(i)
		s.item = h.item
		if h.is {
			s.heading = true
			switch {
			case h.class != "":
				current, level = h.class, h.level
			case h.level > 0 && (h.level <= level || level == 0 && h.level < levelBracket):
				current, level = sectionOther, h.level
			}
		}
		s.section = current
		if h.label != "" { // 「・原因:…」 speaks for its own line, and for those below when nothing follows it
			s.section = h.label
		}
	}
}

// heading is what a line looks like.
type heading struct {
	is    bool
	item  bool
	class string
	label string
	level int // one of the level constants, 0 unmarked
}

// Levels of headings by their marks: a number under 「■」 heads a part of it.
const (
	levelSign    = 1 // 「■」「【】」
	levelNumber  = 2 // 「1.」
	levelBracket = 3 // 「(1)」「①」「1)」
)

func (p *page) headingAt(i int) heading {
	s := &p.sents[i]
	line := p.norm[s.Start:s.End]
	body, level := stripMark(line)
	h := heading{level: level, item: level > 0 || strings.HasPrefix(line, "・") || strings.HasPrefix(line, "•") || strings.HasPrefix(line, "-") || strings.HasPrefix(line, "*")}
	whole := (i == 0 || p.sents[i-1].Line != s.Line) && (i+1 == len(p.sents) || p.sents[i+1].Line != s.Line)
	class, at := p.sectionCue(s)
	if label, rest, ok := cutLabel(body); ok && class != "" && at < s.Start+len(line)-len(body)+len(label) {
		if strings.TrimSpace(rest) == "" {
			h.is, h.class = true, class
		} else {
			h.label = class
		}
		return h
	}
	if !whole || !looksLikeHeading(body) || s.date[1] > s.date[0] && class == "" {
		return h
	}
	bullet := strings.HasPrefix(line, "・") || strings.HasPrefix(line, "•")
	switch {
	case class == "" && level > levelSign && (strings.Contains(body, "、") || s.quant[1] > s.quant[0]) || p.isItems(s):
		// 「(1) 学生312名 氏名、学籍番号」: a part of a list
	case level > 0 && !bullet:
		h.is, h.class = true, class
	case class != "" && !bullet && utf8.RuneCountInString(body) <= 25 && !p.tellsDeed(s) && !p.underDate(i):
		h.is, h.class = true, class
	}
	return h
}

// isItems says whether a line names several items of data and no section by a
// strong word: 「氏名、住所、連絡先」 heads nothing.
func (p *page) isItems(s *sentence) bool {
	items := 0
	for _, c := range p.cuesIn(s) {
		switch {
		case c.kind == cueData && c.weight >= wordStrong && !isMark(c.code) && c.code != dataIgnore:
			items++
		case c.kind == cueSection && c.weight >= 5:
			return false
		}
	}
	return items >= 2
}

// tellsDeed says whether a short line is an entry of a chronology rather than a
// heading: 「個人情報保護委員会へ報告(速報)」.
func (p *page) tellsDeed(s *sentence) bool {
	for _, c := range p.cuesIn(s) {
		if c.kind == cueEvent && c.weight >= 3.5 {
			return true
		}
	}
	return false
}

// underDate says whether the line above is a date and nothing else.
func (p *page) underDate(i int) bool {
	if i == 0 {
		return false
	}
	above := &p.sents[i-1]
	return above.date[1] > above.date[0] && p.dates[above.date[0]].Alone
}

// sectionCue gives the class of the strongest section cue of a sentence and where
// it starts.
func (p *page) sectionCue(s *sentence) (string, int) {
	class, at, best := "", 0, 0.0
	for _, c := range p.cuesIn(s) {
		if c.kind == cueSection && c.weight > best {
			class, at, best = c.code, c.Start, c.weight
		}
	}
	return class, at
}

// looksLikeHeading says whether the words alone may be a heading: short, and no
// sentence.
func looksLikeHeading(body string) bool {
	if utf8.RuneCountInString(body) > maxHeading || body == "" {
		return false
	}
	for _, end := range []string{"。", "、", "ます", "ました", "です", ",", "した", "ません"} {
		if strings.HasSuffix(body, end) {
			return false
		}
	}
	return true
}

// stripMark takes the number or sign off the beginning of a line and says its level.
func stripMark(line string) (string, int) {
	r, size := utf8.DecodeRuneInString(line)
	switch {
	case strings.ContainsRune("■□●◆◇▼▽◎★☆▪♦○【<〈《[≪", r):
		return strings.TrimLeft(line[size:], " "), levelSign
	case r >= '①' && r <= '⑳':
		return strings.TrimLeft(line[size:], " "), levelBracket
	case r == '(':
		if end := strings.IndexByte(line, ')'); end > 1 && end <= 7 && isNumbering(line[1:end]) {
			return strings.TrimLeft(line[end+1:], " "), levelBracket
		}
	case r >= '0' && r <= '9':
		n := 0
		for n < len(line) && line[n] >= '0' && line[n] <= '9' {
			n++
		}
		if n <= 2 && n < len(line) && strings.ContainsRune(".)、: -", rune(line[n])) || n <= 2 && strings.HasPrefix(line[n:], "、") || n <= 2 && strings.HasPrefix(line[n:], "．") {
			rest := line[n:]
			if len(rest) > 1 && rest[0] == '.' && rest[1] >= '0' && rest[1] <= '9' && !strings.Contains(rest, " ") {
				return line, 0 // 1.5
			}
			level := levelNumber
			if strings.HasPrefix(rest, ")") {
				level = levelBracket
			}
			return strings.TrimLeft(rest, ".)、: -．"), level
		}
	}
	return line, 0
}

func isNumbering(s string) bool {
	for _, r := range s {
		if !(r >= '0' && r <= '9' || strings.ContainsRune("一二三四五六七八九十アイウエオカキクケコabcdefghiABCDEFGHI-", r)) {
			return false
		}
	}
	return s != ""
}

// cutLabel splits 「原因:設定の誤り」 at its colon; the label is short.
func cutLabel(line string) (label, rest string, ok bool) {
	i := strings.IndexByte(line, ':')
	if i <= 0 || utf8.RuneCountInString(line[:i]) > 20 {
		return "", "", false
	}
	return line[:i], line[i+1:], true
}
