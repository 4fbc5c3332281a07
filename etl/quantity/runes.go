package quantity

import "unicode/utf8"

// runeAt decodes the rune at i; beyond the end it gives 0 and size 0.
func runeAt(s string, i int) (rune, int) {
	if i >= len(s) {
		return 0, 0
	}
	if b := s[i]; b < utf8.RuneSelf {
		return rune(b), 1
	}
	return utf8.DecodeRuneInString(s[i:])
}

// runeBefore decodes the rune that ends at i.
func runeBefore(s string, i int) (rune, int) {
	if i <= 0 {
		return 0, 0
	}
	return utf8.DecodeLastRuneInString(s[:i])
}

func skipBlanks(s string, i int) int {
	for i < len(s) {
		r, size := runeAt(s, i)
		if r != ' ' && r != '\u3000' && r != '\u00a0' && r != '\t' && r != '\u2009' && r != '\u202f' {
			break
		}
		i += size
	}
	return i
}
