package jdate

import "unicode/utf8"

// Classes of signs at which a mention can begin.
const (
	nothing uint8 = iota
	numberSign
	eraSign
	latinSign
	wordSign
	daySign
	lineEnd
	colonSign
)

// classes tells for each sign of the basic plane whether a mention can begin at it.
var classes = func() (t [1 << 16]uint8) {
	put := func(class uint8, signs string) {
		for _, c := range signs {
			t[c] = class
		}
	}
	put(numberSign, "0123456789０１２３４５６７８９一二三四五六七八九十廿千零")
	put(eraSign, "令平昭大")
	put(latinSign, "RHSTMAPＲＨＳＴＭＡＰ'’")
	put(wordSign, "同翌前当本昨今去先来明")
	put(daySign, "正午夜朝深未早夕昼")
	put(lineEnd, "\n")
	put(colonSign, ":：")
	return t
}()

// scanner walks over a text once and gathers mentions.
type scanner struct {
	reader
	out       []Mention
	line      int
	lineStart int // where the line begins
	sentence  sentence
}

// Find gives every mention in s in order of place; mentions never overlap.
func Find(s string) []Mention {
	sc := scanner{reader: reader{s}}
	for i := 0; i < len(s); {
		i = sc.step(i)
	}
	sc.link()
	return sc.out
}

// step looks at the sign at i and gives the place to go on from.
func (sc *scanner) step(i int) int {
	b := sc.s[i]
	if b < utf8.RuneSelf {
		if classes[b] == nothing {
			return i + 1
		}
		return sc.begin(i, classes[b], 1)
	}
	if b < 0xe0 || b >= 0xf0 || i+2 >= len(sc.s) || sc.s[i+1] < 0x80 || sc.s[i+2] < 0x80 { // no Japanese
		return i + 1
	}
	if b == 0xe3 { // kana, punctuation
		return i + 3
	}
	c := rune(b&0xf)<<12 | rune(sc.s[i+1]&0x3f)<<6 | rune(sc.s[i+2]&0x3f)
	if classes[c] == nothing {
		return i + 3
	}
	return sc.begin(i, classes[c], 3)
}

// begin tries the mentions that can start with the sign of this class at i.
func (sc *scanner) begin(i int, class uint8, size int) int {
	m, end := Mention{Start: i, Line: sc.line}, -1
	switch class {
	case lineEnd:
		sc.line++
		sc.lineStart = i + 1
		return i + 1
	case colonSign:
		return sc.skipURL(i, size)
	case numberSign:
		if end = sc.fromNumber(&m); end < 0 {
			return sc.skipNumber(i)
		}
	case eraSign:
		end = sc.fromEra(&m)
	case latinSign:
		end = sc.fromLatin(&m)
	case wordSign:
		end = sc.fromWord(&m)
	case daySign:
		end = sc.fromDayWord(&m)
	}
	if end <= i {
		return i + size
	}
	return sc.keep(m, end)
}

// keep puts m, which ends at end, unless it was only read to be skipped.
func (sc *scanner) keep(m Mention, end int) int {
	if m.Kind != "" {
		m.End = end
		m.Peer, m.Restated = -1, -1
		sc.surround(&m)
		sc.out = append(sc.out, m)
	}
	for j := m.Start; j < end; j++ { // a wrapped date
		if sc.s[j] == '\n' {
			sc.line++
			sc.lineStart = j + 1
		}
	}
	return end
}

// skipURL skips what follows "://".
func (sc *scanner) skipURL(i, size int) int {
	if sc.has(i, "://") < 0 {
		return i + size
	}
	for i < len(sc.s) && sc.s[i] > ' ' && sc.s[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// headsDate says whether the number at start is that of a heading and what
// follows its dot at i a date: 「4.6月14日」.
func (sc *scanner) headsDate(start, i int) bool {
	n, ok := sc.number(i)
	return ok && sc.opens(start) && (sc.unit(n.end, '月', false) >= 0 || sc.unit(n.end, '年', false) >= 0)
}

// skipNumber skips a number that is no date with everything that hangs on it, so
// that no tail of it (12,345日, 03-1234-5678, 2.5時間) is read for itself.
func (sc *scanner) skipNumber(start int) int {
	i := start
	for {
		n, ok := sc.number(i)
		if !ok {
			break
		}
		i = n.end
		c, size := sc.at(i)
		if c != '.' && c != ',' && c != '-' && c != '/' && c != ':' && c != '_' {
			break
		}
		if next, _ := sc.at(i + size); !isDigit(next) || c == '.' && sc.headsDate(start, i+size) {
			break
		}
		i += size
	}
	for i < len(sc.s) && (isLatin(rune(sc.s[i])) || isDigit(rune(sc.s[i]))) { // 3Dセキュア, 0x24
		i++
	}
	if i == start {
		_, size := sc.at(i)
		i += size
	}
	return i
}
