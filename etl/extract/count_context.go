package extract

import (
	"strings"
	"unicode/utf8"

	"jikenbo/etl/quantity"
)

// countContext is what stands around a count.
type countContext struct {
	words    string // the count itself
	before   string // from the count before it, or the beginning of its clause, to it; or the label on the line above
	after    string // to the next count or the end of its clause, closing brackets taken off
	noun     string // before without particles and brackets at its end
	who      string // noun without polite endings: お客 of お客様, 該当する of 該当する方
	bracket  bool   // it stands alone in a bracket, so that what follows speaks of the words before
	up       string // its sentence up to it
	clause   string
	sentence string
	previous string // the sentence before it in the same paragraph
	heading  string // the heading it stands under
	labelled bool   // a colon, 「は」 or the line above says what the number is
	joined   string // what stands between the count before it in the sentence and it
}

// contextOf reads the surroundings of quantity k, which stands in sentence i.
func (p *page) contextOf(i, k int) countContext {
	s, m := &p.sents[i], p.quants[k]
	first, last := p.runeStart(max(s.Start, m.Start-window)), max(m.End, p.runeStart(min(s.End, m.End+window)))
	start := max(first, clauseStart(p.norm, first, m.Start))
	end := max(m.End, clauseEnd(p.norm, m.End, last))
	c := countContext{words: p.norm[m.Start:m.End], up: p.norm[first:m.Start], sentence: p.norm[first:last], clause: p.norm[start:end]}
	from, to := start, end
	for j := k - 1; j >= s.quant[0] && p.quants[j].End > first; j-- {
		if counted(p.quants[j]) {
			from = max(from, min(p.quants[j].End, m.Start))
			c.joined = p.norm[min(p.quants[j].End, m.Start):m.Start]
			break
		}
	}
	for j := k + 1; j < s.quant[1] && p.quants[j].Start < last; j++ {
		if counted(p.quants[j]) {
			to = min(to, max(p.quants[j].Start, m.End))
			break
		}
	}
	c.before = p.norm[from:m.Start]
	c.after = p.norm[m.End:to]
	c.bracket = startsWithAny(c.after, ")", "」", "』", "分)", "分」")
	c.after = strings.TrimLeft(strings.TrimPrefix(c.after, "分)"), ")」』 ")
	p.label(&c, i, from == s.Start)
	c.noun = nounOf(c.before)
	c.who = strip(c.noun, politeTails)
	if i > 0 && (s.Line == p.sents[i-1].Line || s.Line == p.sents[i-1].Line+1 && !p.sents[i-1].heading) {
		prev := &p.sents[i-1]
		c.previous = p.norm[p.runeStart(max(prev.Start, prev.End-window)):prev.End]
	}
	return c
}

// window is how many bytes of its sentence a count looks at on either side; the
// sentences of notices are shorter, those of hostile texts are not.
const window = 900

// runeStart moves offset i of Norm to the beginning of the rune it stands in.
func (p *page) runeStart(i int) int {
	for i > 0 && i < len(p.norm) && !utf8.RuneStart(p.norm[i]) {
		i--
	}
	return i
}

// rest gives what follows a count in its sentence.
func (p *page) rest(c *stated) string {
	end := p.runeStart(min(p.sents[c.sent].End, c.at.End+window))
	return p.norm[c.at.End:max(c.at.End, end)]
}

// counted says whether a mention is a count rather than a heading's number.
func counted(m quantity.Mention) bool {
	switch m.Unit {
	case quantity.None, quantity.Ordinal, quantity.Age, quantity.Duration, quantity.Percent:
		return false
	}
	return true
}

// label takes the short line above as what a count alone on its line is of, and
// notes a label on the same line.
func (p *page) label(c *countContext, i int, begins bool) {
	own, _ := stripMark(c.before)
	own = strings.Trim(own, " ・•-*※")
	c.labelled = strings.HasSuffix(own, ":") || strings.HasSuffix(own, "は") || strings.HasSuffix(own, "数")
	if own != "" || !begins || i == 0 || p.sents[i-1].Line == p.sents[i].Line {
		return
	}
	above := p.words(p.sents[i-1].Span)
	if p.sents[i].Line-p.sents[i-1].Line > 2 || utf8.RuneCountInString(above) > 40 || strings.HasSuffix(above, "。") {
		return
	}
	c.before, c.labelled = above, true
	c.up = above + " " + c.up
}

// nounOf takes particles and brackets off the end of the words before a count, so
// that the noun which is counted ends them.
func nounOf(before string) string {
	s, _ := stripMark(before)
	return strings.Trim(strip(withoutBracket(strip(strings.TrimRight(s, " "), nounTails)), nounTails), " ")
}

// withoutBracket takes a bracket off the end: 従業員 of 「従業員(退職者を含む)」.
func withoutBracket(s string) string {
	if !strings.HasSuffix(s, ")") {
		return s
	}
	if i := strings.LastIndexByte(s, '('); i > 0 {
		return s[:i]
	}
	return s
}

// withoutBrackets takes all brackets and what they hold out of s.
func withoutBrackets(s string) string {
	var b strings.Builder
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			depth = max(0, depth-1)
		default:
			if depth == 0 {
				b.WriteByte(s[i])
			}
		}
	}
	return b.String()
}

// strip takes the endings off s until none is left.
func strip(s string, endings []string) string {
	for {
		n := s
		for _, end := range endings {
			n = strings.TrimSuffix(n, end)
		}
		if n == s || n == "" {
			return n
		}
		s = n
	}
}

func holdsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func hasSuffixAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// lastRunes gives at most n runes from the end of s.
func tailRunes(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

// firstRunes gives at most n runes from the beginning of s.
func headRunes(s string, n int) string {
	i := 0
	for ; n > 0 && i < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return s[:i]
}

// cutRune splits s behind its first rune.
func cutRune(s string) (first, rest string, ok bool) {
	if s == "" {
		return "", "", false
	}
	_, size := utf8.DecodeRuneInString(s)
	return s[:size], s[size:], true
}
