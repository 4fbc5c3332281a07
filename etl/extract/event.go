package extract

import (
	"fmt"
	"slices"
	"strings"

	"jikenbo/etl/jdate"
	"jikenbo/etl/notice"
	"jikenbo/etl/text"
)

// events gives every dated event that the post states, typed by the verbs that
// its date governs. A date governs the words up to the next date of its sentence,
// the sentences after it in the same paragraph, and, where it stands alone on a
// line, the lines below it. SQL takes the earliest of the strongest as milestone;
// Weight is that of the cue word, halved where the date is carried from another
// sentence.
func (x *Extractor) events(p *page) []notice.Fact {
	w := walk{p: p, letter: -1}
	if year := p.anchor().CaseYear; year > 0 {
		w.lastDay = fmt.Sprintf("%04d-03-31", year+1) // the last notices of a year are numbered in the next spring at the latest
	}
	w.titleDate()
	for i := range p.sents {
		w.sentence(i)
	}
	w.settle()
	return w.facts
}

// walk goes through the sentences once and carries the date that governs.
type walk struct {
	p     *page
	facts []notice.Fact
	carry carried

	last    *jdate.Date // date named last, whatever it governs
	outer   *jdate.Date // date of the sentence of whose stretch no event was made yet
	dropped []cue       // findings that the date of a stretch does not date, which the outer date may

	published string // day of the notice where it is known: what lies behind it is planned
	lastDay   string // latest day the case number allows where the day of the notice is not known
	letter    int    // where the day of the letter stands, which dates nothing else
}

// carried is the date that governs words which have none of their own.
type carried struct {
	ok    bool
	when  jdate.Date
	until *jdate.Date // other end of a range
	line  int
	alone bool      // it stood alone on its line: it governs the lines below
	item  bool      // its line was a line of a chronology
	used  bool      // an event was made of it
	first *sentence // first line below that has words of its own
}

// segment is a stretch of one sentence under one date.
type segment struct {
	text.Span
	when    jdate.Date
	until   *jdate.Date
	carried bool
	line    *sentence
}

func (w *walk) sentence(i int) {
	s := &w.p.sents[i]
	if s.section == sectionTitle || w.p.asks(s) {
		return
	}
	if i+1 < len(w.p.sents) && w.p.labelAbove(i+1) == s && w.alone(&w.p.sents[i+1]) {
		w.settle()
		return
	}
	dates := w.usable(s)
	w.release(i, len(dates) > 0)
	if !w.carry.ok && len(dates) == 0 {
		w.hoursLater(s)
	}
	if w.carry.ok {
		w.underCarried(s, dates)
	}
	from := s.Start
	w.outer = nil
	for k := 0; k < len(dates); k++ {
		d := w.sinceFound(s, dates[k])
		var until *jdate.Date
		if d.RangeStart && k+1 < len(dates) && dates[k+1].RangeEnd {
			until = &dates[k+1]
			k++
		}
		end := s.End
		if k+1 < len(dates) {
			end = w.ownClause(d.End, dates[k+1])
		}
		if d.Bound == jdate.Since && until == nil { // 「6月1日より受付中ですが、…が判明」: it dates its own clause
			end = min(end, clauseEnd(w.p.norm, d.End, end))
		}
		if in := w.bracketEnd(s, d); in > 0 { // 「(本年3月に退職)」 dates what the brackets hold
			w.aside(segment{text.Span{Start: d.Start, End: min(end, in)}, d, until, false, s})
			continue
		}
		w.settle()
		w.last = &d
		w.carry = carried{ok: true, when: d, until: until, line: s.Line, alone: w.alone(s), item: s.section == "chronology" || s.item}
		known := len(w.facts)
		w.segment(segment{text.Span{Start: w.begin(s, d, k, from), End: end}, d, until, false, s})
		if w.outer = nil; !typed(w.facts[known:]) {
			w.outer = &d
		}
		if w.carry.alone {
			w.underLabel(i, d, until)
		}
		from = end
	}
}

// usable gives the dates of a sentence that can be the date of an event.
func (w *walk) usable(s *sentence) []jdate.Date {
	var out []jdate.Date
	for i, d := range w.p.datesIn(s) {
		if w.p.restates(s, i) {
			continue
		}
		if d.Resolved && d.IsMoment() && !d.AsOf && d.Start != w.letter && w.p.governs(s, d) {
			out = append(out, d)
		}
	}
	return out
}

// release lets go of the carried date where its reach ends: at a heading, and
// unless it stood alone on its line, at the end of its paragraph.
func (w *walk) release(i int, dated bool) {
	s := &w.p.sents[i]
	if !w.carry.ok || s.Line == w.carry.line {
		return
	}
	gap := i > 0 && s.Line-w.p.sents[i-1].Line > 1
	switch {
	case s.heading && !dated:
		w.settle()
	case w.carry.alone:
	case gap || !w.carry.item || s.item:
		w.settle()
	}
}

// tellsLater says whether a sentence moves on from the day named before.
func tellsLater(words string) bool {
	return startsWithAny(words, "現在", "現時点", "今後", "引き続き", "以後", "後日", "これまで", "なお、現在", "なお、現時点", "なお、これまで")
}

// settle makes an event of no known type of a date that stood alone above lines
// of which no type could be told.
func (w *walk) settle() {
	c := w.carry
	w.carry.ok = false
	if !c.ok || !c.alone || c.used || c.first == nil || !c.item && c.first.section != "chronology" && c.first.section != "response" {
		return
	}
	if c.when.Precision != jdate.Day || !allowed("other", c.first.section) {
		return
	}
	w.add(segment{c.first.Span, c.when, nil, true, c.first}, "other", c.when, "", 0.5, "event.untyped")
}

// underCarried handles the words of a sentence before its first date.
func (w *walk) underCarried(s *sentence, dates []jdate.Date) {
	end := s.End
	if len(dates) > 0 {
		if end = dates[0].Start; end <= s.Start {
			return
		}
	}
	if len(dates) > 0 && opensClause(w.p.norm[s.Start:dates[0].Start]) {
		return
	}
	if strings.HasPrefix(w.p.norm[s.Start:], "※") || !w.carry.alone && tellsLater(w.p.words(s.Span)) { // a remark tells of no deed
		return
	}
	if w.carry.alone && w.carry.first == nil && !s.heading {
		w.carry.first = s
	}
	w.segment(segment{text.Span{Start: s.Start, End: end}, w.carry.when, w.carry.until, true, s})
}

// alone says whether the line of s holds dates and clock times and nothing else.
func (w *walk) alone(s *sentence) bool {
	rest := []byte(w.p.between(s.Start, s.End))
	for _, d := range w.p.datesIn(s) {
		for i := d.Start; i < min(d.End, s.End); i++ {
			rest[i-s.Start] = ' '
		}
	}
	left := strings.TrimFunc(string(rest), func(r rune) bool {
		return strings.ContainsRune(" ・■□●◆▼▽○◎【】[]<>〈〉~-から:。、頃ごろ", r)
	})
	return left == ""
}

// segment turns the cues of a stretch into events.
func (w *walk) segment(g segment) {
	cues := w.cuesOf(g)
	if slices.ContainsFunc(cues, func(c cue) bool { return c.code == pastCase }) {
		return
	}
	if w.period(g, cues) {
		return
	}
	best := w.strongest(g, cues)
	w.nested(g)
	if len(best) == 0 {
		w.plain(g)
		return
	}
	for _, c := range best {
		w.emit(g, c)
	}
}

// typed says whether facts tell more than that something happened.
func typed(facts []notice.Fact) bool {
	return slices.ContainsFunc(facts, func(f notice.Fact) bool { return f.Value != "other" || f.Weight > 0.5 })
}

// nested gives the findings that a stretch cannot date to the date before it: 「6月3日、
// 委託先から、5月20日に攻撃を受けたとの連絡があった」.
func (w *walk) nested(g segment) {
	if w.outer == nil || len(w.dropped) == 0 {
		return
	}
	g.when, g.until = *w.outer, nil
	untyped := func(f notice.Fact) bool { return f.Role == roleUntyped && f.On == g.when.On }
	w.facts = slices.DeleteFunc(w.facts, untyped)
	for _, c := range w.dropped {
		w.emit(g, c)
	}
	w.outer = nil
}

// emit adds the events of a cue: one, or one for each end of a period.
func (w *walk) emit(g segment, c cue) {
	role, weight, rule := "", c.weight, "event.cue:"+c.pattern
	if g.carried {
		weight, rule = weight*w.reach(), "event.carried:"+c.pattern
	}
	w.carry.used = true
	switch {
	case c.code == "occurred" && w.embedded(g, c) && (g.carried || c.End <= g.when.Start || w.p.topical(g.when, g.End)):
		role, weight = roleEmbedded, weight*0.3
	case c.code != typeOf(c.code):
		role = c.code
	case c.code == "occurred" && w.lastedUntil(g, c):
		c.code, role = "ended", roleEnd
	}
	if g.until == nil || g.carried && !w.carry.alone {
		w.addCue(g, c, g.when, role, weight, rule)
		return
	}
	switch typeOf(c.code) {
	case "occurred", "discovered": // nothing is found for days: what was found went on for them
		w.add(g, "occurred", g.when, roleStart, weight, rule)
		w.add(g, "ended", *g.until, roleEnd, weight, rule)
	case "ended": // nothing is contained for days but by the last
		w.addCue(g, c, *g.until, roleEnd, weight, rule)
	default:
		w.addCue(g, c, g.when, roleStart, weight, rule)
		w.addCue(g, c, *g.until, roleEnd, weight, rule)
	}
}

// lastedUntil says whether a state went on until the date: 「6月3日に修正するまでの間、
// 閲覧可能となっていた」.
func (w *walk) lastedUntil(g segment, c cue) bool {
	return !g.carried && g.until == nil && containsAny(w.p.between(g.when.End, c.Start), "るまでの間", "るまで、", "るまでは")
}

// reach is how much of a cue's weight is left under a date from another sentence:
// nearly all below a date that stands alone on its line.
func (w *walk) reach() float64 {
	if w.carry.alone {
		return 0.9
	}
	return 0.6
}
