package extract

import (
	"fmt"
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
	if s.section == sectionTitle {
		return
	}
	dates := w.usable(s)
	w.release(i, len(dates) > 0)
	if w.carry.ok {
		w.underCarried(s, dates)
	}
	from := s.Start
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
			w.segment(segment{text.Span{Start: d.Start, End: min(end, in)}, d, until, false, s})
			continue
		}
		w.settle()
		w.carry = carried{ok: true, when: d, until: until, line: s.Line, alone: w.alone(s), item: s.section == "chronology" || s.item}
		w.segment(segment{text.Span{Start: w.begin(s, d, k, from), End: end}, d, until, false, s})
		from = end
	}
}

// ownClause gives where the stretch of a date begins that stands behind another:
// at the date, or at its clause where that only names what it dates (「5日に省へ一報を
// 入れ、委員会への速報は10日に…」).
func (w *walk) ownClause(from int, d jdate.Date) int {
	if start := clauseStart(w.p.norm, from, d.Start); start > from && opensClause(w.p.norm[start:d.Start]) {
		return start
	}
	return d.Start
}

// sinceFound takes 「判明後、当日中に」 for the day of the finding, which need not be the
// day named last.
func (w *walk) sinceFound(s *sentence, d jdate.Date) jdate.Date {
	if d.How != jdate.HowSame || !startsWithAny(w.p.norm[d.Start:], "当日", "同日") {
		return d
	}
	before := w.p.norm[s.Start:d.Start]
	for _, word := range []string{"判明後", "発覚後", "把握後", "検知後", "判明した", "発覚した", "認知後", "覚知後"} {
		if !strings.Contains(before, word) {
			continue
		}
		for _, f := range w.facts {
			if f.Value == "discovered" {
				d.On, d.Precision = f.On, jdate.Precision(f.Precision)
				return d
			}
		}
	}
	return d
}

// bracketEnd gives where the brackets around a date close, or 0 where none are open.
// 「現時点(1月26日15時)」 is no aside.
func (w *walk) bracketEnd(s *sentence, d jdate.Date) int {
	open := strings.LastIndexByte(w.p.norm[s.Start:d.Start], '(')
	if open < 0 || depthBetween(w.p.norm[s.Start:d.Start]) <= 0 || strings.HasSuffix(w.p.norm[s.Start:d.Start], "現時点(") || open == 0 {
		return 0
	}
	return closing(w.p.norm, d.End, s.End)
}

// opensClause says whether the words before a date only name what it dates:
// 「委員会への報告も、2月16日に行いました」.
func opensClause(before string) bool {
	before = strings.TrimRight(before, "、, ")
	if before == "" || endsPredicate(before) {
		return false
	}
	for _, particle := range []string{"は", "も", "を", "へ", "には", "にも", "については", "につきましては"} {
		if strings.HasSuffix(before, particle) {
			return true
		}
	}
	return false
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
	if strings.HasPrefix(w.p.norm[s.Start:], "※") { // a remark tells of no deed
		return
	}
	if w.carry.alone && w.carry.first == nil && !s.heading {
		w.carry.first = s
	}
	w.segment(segment{text.Span{Start: s.Start, End: end}, w.carry.when, w.carry.until, true, s})
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

// usable gives the dates of a sentence that can be the date of an event.
func (w *walk) usable(s *sentence) []jdate.Date {
	var out []jdate.Date
	for _, d := range w.p.datesIn(s) {
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
	best := w.strongest(g, cues)
	if len(best) == 0 {
		w.plain(g)
		return
	}
	for _, c := range best {
		w.emit(g, c)
	}
}

// begin gives where the stretch of the first date of a sentence begins: at the
// date, or before it where the verb comes first (「判明したのは6月5日」) or the day is
// the one spoken of (「指摘があり、同日…停止」).
func (w *walk) begin(s *sentence, d jdate.Date, k, from int) int {
	if k > 0 {
		return min(from, d.Start)
	}
	before := w.p.norm[s.Start:d.Start]
	if k == 0 && opensClause(before) {
		return s.Start
	}
	if k == 0 && (d.How == jdate.HowSame || d.How == jdate.HowClock && !w.carry.ok || strings.HasSuffix(before, "のは") || strings.HasSuffix(before, "のが") || strings.HasSuffix(before, "現時点(")) {
		return s.Start
	}
	return d.Start
}

// cuesOf gives the event cues whose verb stands in the stretch, without those that
// stand within the words of another (「削除されたことを確認」 is no finding).
func (w *walk) cuesOf(g segment) []cue {
	var out []cue
	all := w.p.cuesIn(g.line)
	for _, c := range all {
		if c.kind == cueEvent && c.last >= g.Start && c.last < g.End && allowed(c.code, g.line.section) && !swallowed(c, all) && (!g.carried || w.carries(c.code, g.line.section)) {
			out = append(out, c)
		}
	}
	return out
}

// swallowed says whether the verb of c is but a piece of a longer one, or whether
// another pattern reads the same verb better: with more weight, or, of two
// authorities, with the nearer.
func swallowed(c cue, all []cue) bool {
	for _, o := range all {
		if o.kind != cueEvent || o.code == c.code || marksOnly(o.code) || marksOnly(c.code) {
			continue
		}
		if told(c, o) {
			continue
		}
		if o.last <= c.last && o.End >= c.End && o.End-o.last > c.End-c.last {
			return true
		}
		if o.last == c.last && o.End == c.End && (o.weight > c.weight || o.weight == c.weight && o.Start > c.Start) {
			return true
		}
	}
	return false
}

// told says whether two readings of one verb may both hold: the letter that was sent
// may be the slip or the apology (SQL knows which, by the day of the finding), and
// one report may go to two authorities named together.
func told(c, o cue) bool {
	pair := c.code + " " + o.code
	switch pair {
	case "occurred notified_subjects", "notified_subjects occurred":
		return true
	case "reported_police reported_regulator", "reported_regulator reported_police":
		return max(c.Start, o.Start)-min(c.Start, o.Start) <= 45
	}
	return false
}

// marksOnly says whether a code only marks words and is no deed.
func marksOnly(code string) bool {
	return code == periodExposure || code == periodTarget || code == codeInquiry || authorities[code] != ""
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

// carries says whether an event of a type may take its date from another sentence.
// A publication or a correction names its day; under damage nothing is dated so.
func (w *walk) carries(code, section string) bool {
	if w.carry.alone {
		return true
	}
	return code != "disclosed" && code != "updated" && code != "sanctioned" && section != "damage" && section != "count"
}
