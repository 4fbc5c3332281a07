package text

import "unicode/utf8"

// Sentence is one sentence or line of a normalised text.
type Sentence struct {
	Span     // in Norm, without the newline
	Line int // 0.. number of the line it stands on
}

// Sentences cuts normalised text at line ends and after 。！？ outside brackets.
// Blank lines give no sentence; the spans never overlap and are in order.
func Sentences(norm string) []Sentence {
	var out []Sentence
	start, line, depth := 0, 0, 0
	cut := func(end int) {
		if s, e := trim(norm, start, end); s < e {
			out = append(out, Sentence{Span{s, e}, line})
		}
		start = end
	}
	for i := 0; i < len(norm); {
		r, size := rune(norm[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(norm[i:])
		}
		i += size
		switch r {
		case '\n':
			cut(i - 1)
			start = i
			line, depth = line+1, 0
		case '「', '『', '(', '〈', '《', '“':
			depth++
		case '」', '』', ')', '〉', '》', '”':
			depth = max(0, depth-1)
		case '。', '!', '?', '．':
			if depth == 0 {
				cut(i)
			}
		}
	}
	cut(len(norm))
	return out
}

func trim(s string, start, end int) (int, int) {
	for start < end && (s[start] == ' ' || s[start] == '\n') {
		start++
	}
	for start < end && (s[end-1] == ' ' || s[end-1] == '\n') {
		end--
	}
	return start, end
}
