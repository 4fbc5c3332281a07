package extract

import (
	"strings"
	"unicode/utf8"

	"jikenbo/etl/quantity"
	"jikenbo/etl/text"
)

// countContext is what stands around a count; all spans are of Norm.
type countContext struct {
	before   text.Span // from the count before it, or the beginning of its clause, to it; or the label on the line above
	after    text.Span // to the next count or the end of its clause, closing brackets taken off
	noun     text.Span // before without particles and brackets at its end
	who      text.Span // noun without polite endings: お客 of お客様, 該当する of 該当する方
	up       text.Span // its sentence up to it, with a label on the line above
	clause   text.Span
	sentence text.Span
	previous text.Span // the sentence before it in the same paragraph
	heading  text.Span // the heading it stands under
	joined   text.Span // what stands between the count before it in the sentence and it
	follows  bool      // there is such a count
	bracket  bool      // it stands alone in a bracket, so that what follows speaks of the words before
	labelled bool      // a colon, 「は」 or the line above says what the number is
}

// window is how many bytes of its sentence a count looks at on either side; the
// sentences of notices are shorter, those of hostile texts are not.
const window = 900

// contextOf reads the surroundings of quantity k, which stands in sentence i.
func (t *tally) contextOf(i, k int) countContext {
	s, m := &t.sents[i], t.quants[k]
	first, last := t.runeStart(max(s.Start, m.Start-window)), max(m.End, t.runeStart(min(s.End, m.End+window)))
	start := max(first, clauseStart(t.norm, first, m.Start))
	end := max(m.End, clauseEnd(t.norm, m.End, last))
	x := countContext{up: text.Span{Start: first, End: m.Start}, sentence: text.Span{Start: first, End: last}, clause: text.Span{Start: start, End: end}}
	x.before, x.after = text.Span{Start: start, End: m.Start}, text.Span{Start: m.End, End: end}
	t.betweenCounts(&x, s, k, first, last)
	after := t.str(x.after)
	x.bracket = startsWithAny(after, ")", "」", "』", "分)", "分」")
	if strings.HasPrefix(after, "分)") {
		x.after.Start += len("分)")
	}
	x.after = t.trimLeft(x.after, ")」』 ")
	t.label(&x, i, x.before.Start == s.Start)
	x.noun = t.nounOf(x.before)
	x.who = t.words.strip(x.noun, wPoliteTail)
	if i > 0 && (s.Line == t.sents[i-1].Line || s.Line == t.sents[i-1].Line+1 && !t.sents[i-1].heading) {
		prev := &t.sents[i-1]
		x.previous = text.Span{Start: t.runeStart(max(prev.Start, prev.End-window)), End: prev.End}
	}
	return x
}

// betweenCounts ends the words before and behind quantity k at its neighbours.
func (t *tally) betweenCounts(x *countContext, s *sentence, k, first, last int) {
	m := t.quants[k]
	for j := k - 1; j >= s.quant[0] && t.quants[j].End > first; j-- {
		if counted(t.quants[j]) {
			end := min(t.quants[j].End, m.Start)
			x.before.Start = max(x.before.Start, end)
			x.joined, x.follows = text.Span{Start: end, End: m.Start}, true
			break
		}
	}
	for j := k + 1; j < s.quant[1] && t.quants[j].Start < last; j++ {
		if counted(t.quants[j]) {
			x.after.End = min(x.after.End, max(t.quants[j].Start, m.End))
			break
		}
	}
}

// runeStart moves offset i of Norm to the beginning of the rune it stands in.
func (p *page) runeStart(i int) int {
	for i > 0 && i < len(p.norm) && !utf8.RuneStart(p.norm[i]) {
		i--
	}
	return i
}

// rest gives what follows a count in its sentence.
func (t *tally) rest(c *stated) text.Span {
	end := t.runeStart(min(t.sents[c.sent].End, c.at.End+window))
	return text.Span{Start: c.at.End, End: max(c.at.End, end)}
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
func (t *tally) label(x *countContext, i int, begins bool) {
	own, _ := stripMark(t.str(x.before))
	own = strings.Trim(own, " ・•-*※")
	x.labelled = hasSuffixAny(own, ":", "は", "数")
	if own != "" || !begins || i == 0 || t.sents[i-1].Line == t.sents[i].Line {
		return
	}
	above := &t.sents[i-1]
	if t.sents[i].Line-above.Line > 2 || utf8.RuneCountInString(t.str(above.Span)) > 40 || strings.HasSuffix(t.str(above.Span), "。") {
		return
	}
	x.before, x.labelled = above.Span, true
	x.up.Start = above.Start
}

// nounOf takes particles and brackets off the end of the words before a count, so
// that the noun which is counted ends them.
func (t *tally) nounOf(before text.Span) text.Span {
	body, _ := stripMark(t.str(before))
	s := t.trimRight(text.Span{Start: before.End - len(body), End: before.End}, " ")
	s = t.withoutBracket(t.words.strip(s, wNounTail))
	return t.trimLeft(t.trimRight(t.words.strip(s, wNounTail), " "), " ")
}

// withoutBracket takes a bracket off the end: 従業員 of 「従業員(退職者を含む)」.
func (t *tally) withoutBracket(s text.Span) text.Span {
	words := t.str(s)
	if !strings.HasSuffix(words, ")") {
		return s
	}
	if i := strings.LastIndexByte(words, '('); i > 0 {
		s.End = s.Start + i
	}
	return s
}

func hasSuffixAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}
