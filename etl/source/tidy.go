package source

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// tidy makes text of decoded bytes: line ends become '\n', other control
// characters blanks (so that no terminal and no database meets them), bytes
// that are no UTF-8 become U+FFFD, a byte order mark at the start goes. It counts
// what failed. It is a transform.Transformer for streams; clean does the same
// for what is in memory.
type tidy struct {
	decoded bool // the bytes come from a decoder: U+FFFD is a failure of it
	started bool
	cr      bool // the last byte was a '\r', written as '\n'
	bad     int  // characters that failed to decode
	wide    int  // characters beyond ASCII
}

// garbled says whether too much failed to decode.
func (t *tidy) garbled() bool { return t.bad*maxGarbled > t.wide+maxGarbled }

func (t *tidy) Reset() { *t = tidy{decoded: t.decoded} }

// Transform implements transform.Transformer.
func (t *tidy) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		b := src[nSrc]
		if b < utf8.RuneSelf {
			if nDst == len(dst) {
				return nDst, nSrc, transform.ErrShortDst
			}
			if b != '\n' || !t.cr {
				dst[nDst] = plainByte(b)
				nDst++
			}
			t.cr = b == '\r'
			t.started = true
			nSrc++
			continue
		}
		if !atEOF && !utf8.FullRune(src[nSrc:]) {
			return nDst, nSrc, transform.ErrShortSrc
		}
		r, size := utf8.DecodeRune(src[nSrc:])
		if nDst+utf8.RuneLen(r) > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nSrc += size
		if t.rune(r, size) {
			nDst += utf8.EncodeRune(dst[nDst:], r)
		}
	}
	return nDst, nSrc, nil
}

// rune counts a character beyond ASCII and says whether it is kept.
func (t *tidy) rune(r rune, size int) bool {
	first := !t.started
	t.started, t.cr = true, false
	if r == utf8.RuneError && (size == 1 || t.decoded) {
		t.bad++
	}
	t.wide++
	return !(first && r == '\ufeff')
}

func plainByte(b byte) byte {
	switch {
	case b == '\n' || b == '\t' || b >= ' ' && b != 0x7f:
		return b
	case b == '\r' || b == '\f' || b == '\v':
		return '\n'
	}
	return ' '
}

// count reads data without writing it.
func (t *tidy) count(data []byte) {
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		t.rune(r, size)
		i += size
	}
}

// clean gives data as text.
func (t *tidy) clean(data []byte) string {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if isTidy(data) {
		t.count(data)
		return string(data)
	}
	out, _, _ := transform.Bytes(t, data)
	return string(out)
}

// isTidy says whether data would stay as it is, but for its UTF-8 being counted.
func isTidy(data []byte) bool {
	for _, b := range data {
		if b < ' ' && b != '\n' && b != '\t' || b == 0x7f {
			return false
		}
	}
	return utf8.Valid(data)
}
