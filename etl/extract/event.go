package extract

import (
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
	w := walk{p: p}
	w.titleDate()
	for i := range p.sents {
		w.sentence(i)
	}
	return w.facts
}

// walk goes through the sentences once and carries the date that governs.
type walk struct {
	p     *page
	facts []notice.Fact
	carry carried
}

// carried is the date that governs words which have none of their own.
type carried struct {
	ok    bool
	when  jdate.Date
	until *jdate.Date // other end of a range
	line  int
	alone bool // it stood alone on its line: it governs the lines below
	item  bool // its line was a line of a chronology
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
	if s.section == sectionTitle {
		return
	}
	dates := w.usable(s)
	w.release(i, len(dates) > 0)
	start := s.Start
	if w.carry.ok && (len(dates) == 0 || dates[0].Start > s.Start) {
		end := s.End
		if len(dates) > 0 {
			end = dates[0].Start
		}
		w.segment(segment{text.Span{Start: start, End: end}, w.carry.when, w.carry.until, true, s})
	}
	for k := 0; k < len(dates); k++ {
		d := dates[k]
		var until *jdate.Date
		if d.RangeStart && k+1 < len(dates) && dates[k+1].RangeEnd {
			until = &dates[k+1]
			k++
		}
		end := s.End
		if k+1 < len(dates) {
			end = dates[k+1].Start
		}
		seg := segment{text.Span{Start: d.Start, End: end}, d, until, false, s}
		if k == 0 || until != nil && k == 1 {
			seg.Start = s.Start // the object may stand before the date: 「委員会には6月7日に報告」
		}
		w.segment(seg)
		w.carry = carried{true, d, until, s.Line, w.alone(s), s.section == "chronology" || s.item}
	}
}

// usable gives the dates of a sentence that can be the date of an event.
func (w *walk) usable(s *sentence) []jdate.Date {
	var out []jdate.Date
	for _, d := range w.p.datesIn(s) {
		if d.Resolved && d.IsMoment() {
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
		w.carry.ok = false
	case w.carry.alone:
	case gap || !w.carry.item || s.item:
		w.carry.ok = false
	}
}

// alone says whether the line of s holds dates and clock times and nothing else.
func (w *walk) alone(s *sentence) bool {
	rest := []byte(w.p.norm[s.Start:s.End])
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
	if w.period(g, cues) {
		return
	}
	best := strongest(w.p, g, cues)
	if len(best) == 0 {
		w.plain(g)
		return
	}
	for _, c := range best {
		w.emit(g, c)
	}
}

// cuesOf gives the event cues whose verb stands in the stretch.
func (w *walk) cuesOf(g segment) []cue {
	var out []cue
	for _, c := range w.p.cuesIn(g.line) {
		if c.kind == cueEvent && c.last >= g.Start && c.last < g.End && allowed(c.code, g.line.section) {
			out = append(out, c)
		}
	}
	return out
}

// allowed says in which sections an event of a type may be told. What stands under
// prevention, requests and contacts is no event of the case; but the reports to
// authorities are often told at the very end, under whatever heading is the last.
func allowed(code, section string) bool {
	switch section {
	case "prevention", "plan":
		return code == "reported_regulator" || code == "reported_police"
	case "request", "contact", "delay":
		return false
	}
	return true
}
