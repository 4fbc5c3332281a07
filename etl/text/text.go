package text

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// Span is a half-open range [Start, End) of byte offsets. Which text it cuts,
// raw or normalised, is said where it is used.
type Span struct{ Start, End int }

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Text is one raw text beside its normalised reading.
//
// Norm differs from Raw in these ways only: full-width letters, digits and
// punctuation are narrow, half-width kana are wide, radicals and compatibility
// ideographs are the plain ones, 〜 and ～ are '~', the dashes are '-', (株) is
// written out from ㈱, invisible and direction marks are gone, and a blank that
// a page layout put between Japanese words (「メール アドレス」, 「2023 年 12 月」)
// is gone too. A newline stays a newline.
type Text struct {
	Raw  string
	Norm string
	back []int32 // for each byte of Norm the start in Raw of the rune it came from; one more for the end
}

// Normalize reads raw. Bytes that are no UTF-8 become U+FFFD in Norm.
func Normalize(raw string) *Text {
	n := normalizer{raw: raw, out: make([]byte, 0, len(raw)), back: make([]int32, 0, len(raw)+1)}
	n.run()
	n.back = append(n.back, int32(len(raw)))
	return &Text{Raw: raw, Norm: string(n.out), back: n.back}
}

// RawSpan translates a span of Norm to the span of Raw that it was read from.
func (t *Text) RawSpan(s Span) Span {
	if s.End <= s.Start {
		return Span{t.RawAt(s.Start), t.RawAt(s.Start)}
	}
	last := int(t.back[s.End-1])
	_, size := utf8.DecodeRuneInString(t.Raw[last:])
	end := last + size
	for end < len(t.Raw) { // the voiced mark of a half-width or decomposed kana belongs to it
		r, size := utf8.DecodeRuneInString(t.Raw[end:])
		if !isVoicedMark(r) {
			break
		}
		end += size
	}
	return Span{int(t.back[s.Start]), end}
}

// RawAt translates one offset of Norm to Raw.
func (t *Text) RawAt(i int) int { return int(t.back[i]) }

// Quote gives the raw words of a span of Norm.
func (t *Text) Quote(s Span) string {
	r := t.RawSpan(s)
	return t.Raw[r.Start:r.End]
}

// NormAt translates an offset of Raw to the first offset of Norm that was read
// from there or later.
func (t *Text) NormAt(raw int) int {
	lo, hi := 0, len(t.back)-1
	for lo < hi {
		if mid := (lo + hi) / 2; int(t.back[mid]) < raw {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// GapBefore says whether blanks of Raw were left out just before offset i of Norm.
func (t *Text) GapBefore(i int) bool {
	if i <= 0 || i >= len(t.Norm) {
		return false
	}
	return t.RawSpan(Span{i - 1, i}).End < int(t.back[i])
}

// normalizer walks over raw once.
type normalizer struct {
	raw  string
	out  []byte
	back []int32
}

func (n *normalizer) run() {
	for i := 0; i < len(n.raw); {
		r, size := rune(n.raw[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(n.raw[i:])
		}
		switch {
		case isBlank(r):
			size = n.blanks(i)
		case r == '\r' || isInvisible(r):
		case isVoicedMark(r) && n.compose(r):
		default:
			n.fold(r, i)
		}
		i += size
	}
}

// blanks handles the run of blanks at i and gives its length in bytes.
func (n *normalizer) blanks(i int) int {
	end := i
	for end < len(n.raw) {
		r, size := utf8.DecodeRuneInString(n.raw[end:])
		if !isBlank(r) && !isInvisible(r) {
			break
		}
		end += size
	}
	next, _ := utf8.DecodeRuneInString(n.raw[end:])
	if end < len(n.raw) && n.keepsBlank(foldRune(next)) {
		n.put(' ', i)
	}
	return end - i
}

// keepsBlank decides whether the blank between what was put last and next says
// anything: between two words in Latin letters or digits, and between the number
// of a heading and its words (「2 名簿」 is no two persons).
func (n *normalizer) keepsBlank(next rune) bool {
	if len(n.out) == 0 || n.out[len(n.out)-1] == '\n' || next == '\n' || next == '\r' {
		return false
	}
	last := n.out[len(n.out)-1]
	if last >= utf8.RuneSelf {
		return false
	}
	if isWordByte(last) && next < utf8.RuneSelf {
		return true
	}
	if next < utf8.RuneSelf {
		return isWordByte(last) || last == ',' || last == '.'
	}
	return n.endsInHeadingNumber() && !strings.ContainsRune("年月日時分", next)
}

// endsInHeadingNumber says whether the line so far is nothing but a short number.
func (n *normalizer) endsInHeadingNumber() bool {
	digits := 0
	for i := len(n.out) - 1; i >= 0 && n.out[i] != '\n'; i-- {
		if n.out[i] < '0' || n.out[i] > '9' {
			return false
		}
		digits++
	}
	return digits == 1 || digits == 2
}

func (n *normalizer) put(r rune, at int) {
	before := len(n.out)
	n.out = utf8.AppendRune(n.out, r)
	for range len(n.out) - before {
		n.back = append(n.back, int32(at))
	}
}

// fold puts the reading of the rune r, which stands at offset at of raw.
func (n *normalizer) fold(r rune, at int) {
	if s, ok := written[r]; ok {
		for _, w := range s {
			n.put(w, at)
		}
		return
	}
	n.put(foldRune(r), at)
}

// compose joins a voiced mark with the kana put last, and says whether it could.
func (n *normalizer) compose(mark rune) bool {
	last, size := utf8.DecodeLastRune(n.out)
	if size != 3 {
		return false
	}
	combining := '\u3099'
	if mark == '\uff9f' || mark == '\u309a' || mark == '\u309c' {
		combining = '\u309a'
	}
	joined := norm.NFC.String(string([]rune{last, combining}))
	r, n2 := utf8.DecodeRuneInString(joined)
	if n2 != len(joined) {
		return false
	}
	copy(n.out[len(n.out)-3:], string(r))
	return true
}

// written holds the signs that stand for several characters.
var written = map[rune]string{'㈱': "(株)", '㈲': "(有)", '㈳': "(社)", '㈶': "(財)", '㈻': "(学)", '㍿': "株式会社", '㍻': "平成", '㍼': "昭和", '㍽': "大正", '㋿': "令和", '℡': "TEL", '№': "No"}

func foldRune(r rune) rune {
	switch {
	case r < 0x80, r >= 0x3041 && r <= 0x30fa, r == 'ー', r >= 0x4e00 && r <= 0x9fff:
		return r
	case r == '〜', r == '∼', r == '～':
		return '~'
	case r >= 0x2010 && r <= 0x2015, r == '−', r == '－', r == '─', r == '━':
		return '-'
	case r >= 0xff00 && r <= 0xffef:
		if f := width.LookupRune(r).Folded(); f != 0 {
			return f
		}
	case r >= 0x2e80 && r <= 0x2fdf, r >= 0xf900 && r <= 0xfaff:
		s := norm.NFKC.String(string(r))
		f, _ := utf8.DecodeRuneInString(s)
		return f
	}
	return r
}

func isBlank(r rune) bool {
	return r == ' ' || r == '\u3000' || r == '\t' || r == '\u00a0' || r >= 0x2000 && r <= 0x200a || r == '\u202f' || r == '\v' || r == '\f'
}

func isInvisible(r rune) bool {
	return r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x2069 || r == '\ufeff' || r == '\u00ad' || r >= 0xfe00 && r <= 0xfe0f
}

func isVoicedMark(r rune) bool {
	return r == '\uff9e' || r == '\uff9f' || r == '\u3099' || r == '\u309a'
}

func isWordByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}
