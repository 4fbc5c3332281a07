package source

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	uni "golang.org/x/text/encoding/unicode"
)

// coding is the encoding of a document: its name in the WHATWG registry and how
// to decode it. A nil decoder means UTF-8.
type coding struct {
	name     string
	encoding encoding.Encoding
}

var (
	utf8Coding = coding{"utf-8", nil}
	utf16le    = coding{"utf-16le", uni.UTF16(uni.LittleEndian, uni.UseBOM)}
	utf16be    = coding{"utf-16be", uni.UTF16(uni.BigEndian, uni.UseBOM)}
	shiftJIS   = coding{"shift_jis", japanese.ShiftJIS}
	eucJP      = coding{"euc-jp", japanese.EUCJP}
	iso2022JP  = coding{"iso-2022-jp", japanese.ISO2022JP}
)

// maxGarbled is the share of characters beyond ASCII, one in so many, that may fail
// to decode before a document counts as undecodable: a few broken bytes in a
// long page are shown as U+FFFD, more would be garbled text.
const maxGarbled = 200

// detect finds the encoding of a document from its first bytes: by byte order
// mark; as UTF-8 if it is that, whatever it declares, for no other text is
// valid UTF-8 by accident; by what it declares, if it decodes so; else as the
// Japanese encoding in which it reads best. ok is false where none fits.
func detect(head []byte) (c coding, ok bool) {
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		return utf8Coding, true
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return utf16le, true
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return utf16be, true
	}
	if c, ok := wideText(head); ok {
		return c, true
	}
	sample := wholeLines(head)
	if hasEscapes(sample) {
		return iso2022JP, garbled(sample, iso2022JP) == 0
	}
	if garbled(sample, utf8Coding) == 0 {
		return utf8Coding, true
	}
	if c, ok := declared(sample); ok && bearable(sample, c) {
		return c, true
	}
	best := utf8Coding
	bestScore := score(sample, utf8Coding)
	for _, c := range []coding{shiftJIS, eucJP} {
		if s := score(sample, c); s > bestScore {
			best, bestScore = c, s
		}
	}
	return best, bearable(sample, best)
}

// wholeLines cuts a sample so that no character is cut through: a line end is never
// part of one in the encodings that are read so.
func wholeLines(head []byte) []byte {
	const sample = 64 << 10
	if len(head) <= sample {
		return head
	}
	head = head[:sample]
	if at := bytes.LastIndexByte(head, '\n'); at > 0 {
		return head[:at]
	}
	for i := 0; i < 4 && len(head) > 0 && head[len(head)-1] >= utf8.RuneSelf; i++ {
		head = head[:len(head)-1]
	}
	return head
}

// wideText recognises UTF-16 without a mark: every other byte is one of the few
// that lead kana, kanji and ASCII.
func wideText(head []byte) (coding, bool) {
	n := min(len(head)&^1, 4096)
	if n < 8 {
		return coding{}, false
	}
	var be, le, zeros int
	for i := 0; i < n; i += 2 {
		if leadsJapanese(head[i], head[i+1]) {
			be++
		}
		if leadsJapanese(head[i+1], head[i]) {
			le++
		}
		if head[i] == 0 || head[i+1] == 0 {
			zeros++
		}
	}
	units := n / 2
	switch {
	case zeros*50 < units: // ASCII blanks, digits and line ends are in every text
		return coding{}, false
	case be*100 >= units*97 && be > le:
		return utf16be, true
	case le*100 >= units*97 && le > be:
		return utf16le, true
	}
	return coding{}, false
}

func leadsJapanese(high, low byte) bool {
	switch {
	case high == 0:
		return low >= ' ' && low < 0x7f || low == '\n' || low == '\r' || low == '\t' || low == 0xa0 || low == 0xd7
	case high >= 0x4e && high <= 0x9f, high == 0x30, high == 0xff, high == 0x20, high == 0x21, high == 0x22, high == 0x24, high == 0x25, high == 0x26:
		return true
	}
	return false
}

// hasEscapes says whether head is ISO-2022-JP: 7-bit with its escape sequences.
func hasEscapes(head []byte) bool {
	if !bytes.Contains(head, []byte("\x1b$B")) && !bytes.Contains(head, []byte("\x1b$@")) {
		return false
	}
	high := 0
	for _, b := range head {
		if b >= utf8.RuneSelf {
			high++
		}
	}
	return high*100 <= len(head)
}

// declared reads the encoding that an XML declaration or a <meta> names.
func declared(head []byte) (coding, bool) {
	start := head[:min(len(head), 4096)]
	if bytes.HasPrefix(bytes.TrimLeft(start, " \t\r\n"), []byte("<?xml")) {
		if end := bytes.Index(start, []byte("?>")); end > 0 {
			if _, value, ok := strings.Cut(string(start[:end]), "encoding="); ok {
				value = strings.TrimLeft(value, " ")
				if len(value) > 1 {
					name, _, _ := strings.Cut(value[1:], value[:1])
					return named(name)
				}
			}
		}
	}
	if !bytes.Contains(start, []byte("<")) {
		return coding{}, false
	}
	if at := charsetOfMeta(start); at != "" {
		return named(at)
	}
	return coding{}, false
}

// charsetOfMeta finds charset=… in a <meta> tag.
func charsetOfMeta(start []byte) string {
	lower := strings.ToLower(string(start))
	for rest := lower; ; {
		_, after, ok := strings.Cut(rest, "<meta")
		if !ok {
			return ""
		}
		tag, _, _ := strings.Cut(after, ">")
		if _, value, ok := strings.Cut(tag, "charset="); ok {
			return strings.TrimFunc(strings.TrimLeft(value, "\"' ")[:nameLen(strings.TrimLeft(value, "\"' "))], unicode.IsSpace)
		}
		rest = after
	}
}

func nameLen(s string) int {
	n := 0
	for n < len(s) && (s[n] == '-' || s[n] == '_' || s[n] == ':' || s[n] >= '0' && s[n] <= '9' || s[n] >= 'a' && s[n] <= 'z') {
		n++
	}
	return n
}

func named(label string) (coding, bool) {
	e, name := charset.Lookup(label)
	switch name {
	case "", "replacement", "x-user-defined":
		return coding{}, false
	case "utf-8":
		return utf8Coding, true
	case "utf-16le", "utf-16be": // said in ASCII, so it cannot be true
		return coding{}, false
	}
	return coding{name, e}, true
}

// decode gives the text of data, without line ends of other systems and control
// characters, and whether so much of it failed to decode that it is garbled.
func decode(data []byte, c coding) (text string, isGarbled bool) {
	var t tidy
	if c.encoding != nil {
		t.decoded = true
		if out, err := c.encoding.NewDecoder().Bytes(data); err == nil {
			data = out
		}
	}
	return t.clean(data), t.garbled()
}

// garbled counts the characters of data that fail to decode.
func garbled(data []byte, c coding) int {
	var t tidy
	if c.encoding != nil {
		t.decoded = true
		data, _ = c.encoding.NewDecoder().Bytes(data)
	}
	t.count(data)
	return t.bad
}

// bearable says whether data decodes with few errors.
func bearable(data []byte, c coding) bool {
	_, isGarbled := decode(data, c)
	return !isGarbled
}

// score says how much like Japanese data reads in an encoding: the share of
// characters beyond ASCII that are kana, common kanji and punctuation, less those that fail.
// Half-width kana count against it: they are what one encoding's bytes
// look like in another.
func score(data []byte, c coding) float64 {
	var t tidy
	if c.encoding != nil {
		t.decoded = true
		data, _ = c.encoding.NewDecoder().Bytes(data)
	}
	good, all := 0.0, 0.0
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		i += size
		if r < utf8.RuneSelf {
			continue
		}
		all++
		switch {
		case r == utf8.RuneError:
			good -= 10
		case r >= 0x3040 && r <= 0x30ff:
			good++
		case r >= 0x3000 && r <= 0x303f, r >= 0xff01 && r <= 0xff5e:
			good += 0.8
		case unicode.Is(unicode.Han, r):
			good += 0.6
		case r >= 0xff61 && r <= 0xff9f:
			good -= 0.5
		default:
			good -= 0.2
		}
	}
	if all == 0 {
		return 0
	}
	return good / all
}
