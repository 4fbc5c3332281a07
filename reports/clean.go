package reports

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// jsMarker is what go-echarts puts around a function in its options. In a text of
// ours it could only come from a notice, so it is taken out.
const jsMarker = "__f__"

// clean makes a text of a notice fit for a label: one line, without control
// characters, without the marks that turn the direction of what follows, and
// without the marker that go-echarts reads as script.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), directional(r), r == utf8.RuneError:
			return -1
		}
		return r
	}, s)
	for strings.Contains(s, jsMarker) {
		s = strings.ReplaceAll(s, jsMarker, "")
	}
	return strings.TrimSpace(s)
}

// directional tells the invisible marks that set or override the direction of text.
func directional(r rune) bool {
	return r == 0x200E || r == 0x200F || r == 0x061C || 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069
}

// short cuts a cleaned text to n runes, the last an ellipsis where it was longer.
func short(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}
