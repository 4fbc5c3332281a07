package extract

import (
	"sort"
	"strings"
	"unicode/utf8"

	"jikenbo/etl/text"
)

// nameRun is a run of characters of one sentence that may be a name: it ends at
// punctuation, at a blank of the raw text, at a particle, at a word that no name holds.
type nameRun struct {
	text.Span
	form text.Span // the legal form in it; empty where there is none
}

// namer cuts the sentences of a page into segments.
type namer struct {
	p      *page
	orgs   *orgIndex
	forms  []text.Span // legal forms of the page, longest at each place, in order
	stops  []text.Span // words before which a name ends, in order
	leads  []text.Span // words that stand before names, in order
	marks  []byte      // for each byte of the text whether one of these starts there
	taught []string    // names that the title has shown, the longest first
}

// Marks of namer.
const (
	markForm = 1 << iota
	markStop
	markLead
)

func newNamer(p *page, orgs *orgIndex) *namer {
	n := &namer{p: p, orgs: orgs}
	for i := range p.cues {
		c := &p.cues[i]
		if c.kind != cueOrg {
			continue
		}
		switch {
		case c.code == cueLegalForm:
			n.forms = append(n.forms, c.Span)
		case c.code == "after_name":
			n.stops = append(n.stops, c.Span)
		case c.code == "before_name" || c.code == "descriptor":
			n.leads = append(n.leads, c.Span)
		}
	}
	n.forms = longestOnly(n.forms)
	sortSpans(n.stops)
	sortSpans(n.leads)
	n.marks = make([]byte, len(p.norm)+1)
	for mark, list := range map[byte][]text.Span{markForm: n.forms, markStop: n.stops, markLead: n.leads} {
		for _, s := range list {
			n.marks[s.Start] |= mark
		}
	}
	return n
}

// formAt gives the legal form that starts at i and ends at end or before.
func (n *namer) formAt(i, end int) (text.Span, bool) {
	if n.marks[i]&markForm == 0 {
		return text.Span{}, false
	}
	f, ok := spanAt(n.forms, i)
	return f, ok && f.End <= end
}

// leadAt gives the longest word that stands before names and starts at i.
func (n *namer) leadAt(i int) (text.Span, bool) {
	if n.marks[i]&markLead == 0 {
		return text.Span{}, false
	}
	return spanAt(n.leads, i)
}

func sortSpans(s []text.Span) {
	sort.Slice(s, func(i, j int) bool {
		return s[i].Start < s[j].Start || s[i].Start == s[j].Start && s[i].End > s[j].End
	})
}

// longestOnly drops the spans that lie in another.
func longestOnly(s []text.Span) []text.Span {
	sortSpans(s)
	out, end := s[:0], -1
	for _, f := range s {
		if f.End > end {
			out = append(out, f)
			end = f.End
		}
	}
	return out
}

// spanAt gives the span of an ordered list that starts at i.
func spanAt(s []text.Span, i int) (text.Span, bool) {
	k := sort.Search(len(s), func(k int) bool { return s[k].Start >= i })
	if k < len(s) && s[k].Start == i {
		return s[k], true
	}
	return text.Span{}, false
}

// within gives the spans of an ordered list that lie in s.
func within(list []text.Span, s text.Span) []text.Span {
	a := sort.Search(len(list), func(k int) bool { return list[k].Start >= s.Start })
	b := a
	for b < len(list) && list[b].Start < s.End {
		b++
	}
	return list[a:b]
}

// segments cuts s, a part of one sentence.
func (n *namer) segments(s text.Span, out []nameRun) []nameRun {
	for i := s.Start; i < s.End; {
		r, size := utf8.DecodeRuneInString(n.p.norm[i:])
		_, form := n.formAt(i, s.End)
		if !form && !isNameRune(r) {
			i += size
			continue
		}
		if w := functionWord(n.p.norm[i:s.End]); w > 0 {
			i += w
			continue
		}
		c := cutter{n: n, start: i, at: i, nameAt: i, end: s.End}
		seg, next := c.read()
		if seg.End > seg.Start {
			out = append(out, seg)
		}
		i = max(next, i+size)
	}
	return out
}

// cutter reads one nameRun.
type cutter struct {
	n      *namer
	start  int
	nameAt int // where the name begins: after a legal form at the start
	at     int
	end    int
	form   text.Span
}

// read gives the nameRun and where to go on; the nameRun is empty when what stands
// there is no name (「運営する」).
func (c *cutter) read() (nameRun, int) {
	norm := c.n.p.norm
	c.skipTaught()
	for c.at < c.end {
		if c.at > c.start && c.n.p.t.GapBefore(c.at) && norm[c.at-1] != '&' && !c.overGap() {
			break
		}
		if f, ok := c.n.formAt(c.at, c.end); ok {
			if c.form.Len() > 0 && c.form.Start > c.start {
				break
			}
			c.takeForm(f)
			continue
		}
		if c.n.marks[c.at]&markStop != 0 && c.at > c.nameAt {
			break
		}
		r, size := utf8.DecodeRuneInString(norm[c.at:])
		if isHiragana(r) {
			more, verb := c.hiragana()
			if verb > 0 {
				return nameRun{}, verb
			}
			if !more {
				break
			}
			continue
		}
		if !isNameRune(r) && !c.joins(r, size) {
			break
		}
		c.at += size
	}
	return nameRun{text.Span{Start: c.start, End: c.at}, c.form}, c.at + c.n.skipParticle(c.at, c.end)
}

// skipTaught moves over a name that the title has taught: 「農事組合法人たかむら野の里」.
func (c *cutter) skipTaught() {
	rest := c.n.p.norm[c.at:c.end]
	for _, name := range c.n.taught {
		if strings.HasPrefix(rest, name) {
			c.at += len(name)
			if f := within(c.n.forms, text.Span{Start: c.start, End: c.at}); len(f) > 0 && f[0].End <= c.at {
				c.form = f[0]
			}
			return
		}
	}
}

func (c *cutter) takeForm(f text.Span) {
	if c.form.Len() == 0 || c.form.Start == c.start {
		c.form = text.Span{Start: f.Start, End: f.End}
	}
	c.at = f.End
	if f.Start == c.start {
		c.nameAt = c.at
		c.skipKnown()
	}
}

// skipKnown moves over a known name behind a legal form: particles in it are its own.
func (c *cutter) skipKnown() {
	rest := c.n.p.norm[c.at:c.end]
	for _, name := range c.n.taught {
		if strings.HasPrefix(rest, name) {
			c.at += len(name)
			return
		}
	}
	c.at += c.n.orgs.longestKnown(rest)
}

// overGap says whether the nameRun goes on over a blank: between a legal form and
// its name.
func (c *cutter) overGap() bool {
	if c.form.Start == c.start && c.form.End == c.at && c.form.Len() > 0 {
		return true
	}
	f, ok := c.n.formAt(c.at, c.end)
	if !ok || c.form.Len() > 0 || c.n.orgs.forms[c.n.p.norm[f.Start:f.End]].Place == "prefix" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(c.n.p.norm[f.End:])
	return f.End >= c.end || c.n.p.t.GapBefore(f.End) || !isNameRune(r) || isHiragana(r) && skipParticleIn(c.n.p.norm[f.End:c.end]) > 0
}

// skipParticle gives the length of the particle at i behind which a name may begin,
// and of the rest of its kana where that begins no name.
func (n *namer) skipParticle(i, end int) int {
	if r, _ := utf8.DecodeRuneInString(n.p.norm[i:]); i >= end || !isHiragana(r) {
		return 0
	}
	run := kanaRun(n.p.norm[i:end])
	k := skipParticleIn(run)
	if rest := run[k:]; rest != "" && (isVerbEnd(rest) || isParticle(rest)) {
		return len(run)
	}
	return k
}

// skipParticleIn gives the length of the longest particle that s begins with.
func skipParticleIn(s string) int { return linking.of(s) }

// linking are particles and what works like one, the longest first.
var linking = newPrefixSet("におきまして", "における", "において", "につきまして", "について", "によります", "によれば", "によると", "によって", "に対する", "に対して", "に関する", "とともに", "という", "として", "とする", "による", "により", "にある", "である", "であり", "では", "には", "とは", "との", "への", "での", "からの", "までの", "から", "より", "まで", "など", "は", "が", "を", "に", "で", "と", "の", "も", "へ", "や")

// kanaRun gives the hiragana that s begins with.
func kanaRun(s string) string {
	for i, r := range s {
		if !isHiragana(r) || i >= maxKana {
			return s[:i]
		}
	}
	return s
}

// maxKana is how many bytes of kana are read as one run, so that a text of nothing
// else costs no more than its length.
const maxKana = 240

// joins says whether a sign belongs to the name it stands in.
func (c *cutter) joins(r rune, size int) bool {
	if c.at == c.nameAt || c.at+size >= c.end {
		return false
	}
	norm := c.n.p.norm
	if _, ok := c.n.formAt(c.at+size, c.end); ok && c.form.Len() > 0 {
		return false // the next of two companies
	}
	next, _ := utf8.DecodeRuneInString(norm[c.at+size:])
	prev := norm[c.at-1]
	switch r {
	case '・', '&', '×', '’', '\'', '!', '=':
		return isNameRune(next) || r == '&' && next == ' '
	case '-', '.', '@', '+':
		return prev < utf8.RuneSelf && isNameRune(next)
	case ' ':
		return next < utf8.RuneSelf && c.latinWordEnds(c.at+1)
	}
	return false
}

// latinWordEnds says whether the Latin word at i belongs to a Latin name: it is no
// beginning of a Japanese word (「株式会社ABC Googleドライブ」).
func (c *cutter) latinWordEnds(i int) bool {
	norm := c.n.p.norm
	limit := min(c.end, i+maxKana)
	for i < limit && norm[i] < utf8.RuneSelf {
		i++
	}
	if i >= limit || c.n.p.t.GapBefore(i) {
		return true
	}
	if _, ok := c.n.formAt(i, c.end); ok {
		return true
	}
	r, _ := utf8.DecodeRuneInString(norm[i:])
	return !isNameRune(r) || isHiragana(r)
}
