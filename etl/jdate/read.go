package jdate

import (
	"strings"
	"unicode/utf8"
)

// reader reads signs and numerals of a text; every method is told where.
type reader struct{ s string }

// at gives the sign at i with its width narrowed, and its length in bytes; 0, 0 at the end.
func (r reader) at(i int) (rune, int) {
	if i < 0 || i >= len(r.s) {
		return 0, 0
	}
	if b := r.s[i]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	c, size := utf8.DecodeRuneInString(r.s[i:])
	switch {
	case c >= 0xff01 && c <= 0xff5e:
		c -= 0xfee0
	case c == '\u3000' || c == '\u00a0':
		c = ' '
	case c == '〜':
		c = '~'
	case c == '−' || c >= 0x2010 && c <= 0x2015:
		c = '-'
	}
	return c, size
}

// before gives the sign that ends at i, as at does.
func (r reader) before(i int) (rune, int) {
	if i <= 0 || i > len(r.s) {
		return 0, 0
	}
	_, size := utf8.DecodeLastRuneInString(r.s[:i])
	c, _ := r.at(i - size)
	return c, size
}

// has gives the end of word where the text goes on with it at i, else -1.
func (r reader) has(i int, word string) int {
	if i >= 0 && i <= len(r.s) && strings.HasPrefix(r.s[i:], word) {
		return i + len(word)
	}
	return -1
}

// hasAny gives the end of the first of words that stands at i, else -1.
func (r reader) hasAny(i int, words []string) int {
	for _, w := range words {
		if e := r.has(i, w); e >= 0 {
			return e
		}
	}
	return -1
}

// endsWith says whether one of words stands just before i.
func (r reader) endsWith(i int, words []string) bool {
	for _, w := range words {
		if strings.HasSuffix(r.s[:i], w) {
			return true
		}
	}
	return false
}

// blanks skips blanks within a line.
func (r reader) blanks(i int) int {
	for {
		c, size := r.at(i)
		if c != ' ' && c != '\t' {
			return i
		}
		i += size
	}
}

// blanksBack is blanks to the left.
func (r reader) blanksBack(i int) int {
	for {
		c, size := r.before(i)
		if c != ' ' && c != '\t' {
			return i
		}
		i -= size
	}
}

// gap skips blanks and, where wraps is set, one line end that cuts a date in two.
func (r reader) gap(i int, wraps bool) int {
	i = r.blanks(i)
	if wraps && i < len(r.s) && r.s[i] == '\n' {
		return r.blanks(i + 1)
	}
	return i
}

// unit gives the end of the sign u behind a number that ends at i, else -1.
func (r reader) unit(i int, u rune, wraps bool) int {
	j := r.blanks(i)
	if c, size := r.at(j); c == u {
		return j + size
	} else if !wraps || c != '\n' {
		return -1
	}
	j = r.blanks(j + 1)
	if c, size := r.at(j); c == u {
		return j + size
	}
	return -1
}

// numeral is a number as written.
type numeral struct {
	value  int
	digits int  // digits of an arabic number, 0 for kanji
	end    int  // where it ends
	kanji  bool // written in kanji
}

// number reads the whole run of digits, or of kanji numerals, at i.
func (r reader) number(i int) (numeral, bool) {
	n := numeral{end: i}
	for {
		c, size := r.at(n.end)
		if c < '0' || c > '9' {
			break
		}
		if n.digits++; n.digits < 10 {
			n.value = n.value*10 + int(c-'0')
		}
		n.end += size
	}
	if n.digits > 0 {
		return n, true
	}
	return r.kanjiNumber(i)
}

// kanjiNumber reads 二〇二四, 二千二十四, 十二, 廿, 零 and 元.
func (r reader) kanjiNumber(i int) (numeral, bool) {
	n := numeral{end: i, kanji: true}
	section, run, signs := 0, 0, 0 // run: digits since the last 十, 百 or 千
	for signs < 10 {
		c, size := r.at(n.end)
		v := kanjiValue(c)
		if v < 0 {
			break
		}
		switch {
		case v < 10:
			section = section*10 + v
			run++
		case v == 20 || v == 30:
			n.value += v
			section, run = 0, 0
		default:
			n.value += max(section, 1) * v
			if run > 0 && section == 0 {
				return n, false
			}
			section, run = 0, 0
		}
		signs++
		n.end += size
	}
	n.value += section
	return n, signs > 0
}

// kanjiValue is the value of a numeral, -1 for any other sign.
func kanjiValue(c rune) int {
	switch c {
	case '〇', '零':
		return 0
	case '一', '元':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	case '十':
		return 10
	case '廿':
		return 20
	case '卅':
		return 30
	case '百':
		return 100
	case '千':
		return 1000
	}
	return -1
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

func isLatin(c rune) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func isKanji(c rune) bool { return c >= 0x4e00 && c <= 0x9fff || c == '々' }

func isKatakana(c rune) bool { return c >= 0x30a1 && c <= 0x30fc }
