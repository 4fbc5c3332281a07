package extract

import (
	"strings"
	"unicode/utf8"

	"jikenbo/etl/jdate"
)

// begin gives where the stretch of the first date of a sentence begins: at the
// date, or before it where the verb comes first (「判明したのは6月5日」) or the day is
// the one spoken of (「指摘があり、同日…停止」).
func (w *walk) begin(s *sentence, d jdate.Date, k, from int) int {
	if k > 0 {
		return min(from, d.Start)
	}
	before := w.p.between(s.Start, d.Start)
	if k == 0 && (opensClause(before) || w.labelled(s, d)) {
		return s.Start
	}
	if k == 0 && (d.How == jdate.HowSame || d.How == jdate.HowClock && !w.carry.ok || strings.HasSuffix(before, "のは") || strings.HasSuffix(before, "のが") || strings.HasSuffix(before, "現時点(")) {
		return s.Start
	}
	return d.Start
}

// ownClause gives where the stretch of a date begins that stands behind another:
// at the date, or at its clause where that only names what it dates (「5日に省へ一報を
// 入れ、委員会への速報は10日に…」).
func (w *walk) ownClause(from int, d jdate.Date) int {
	if start := clauseStart(w.p.norm, from, d.Start); start > from && opensClause(w.p.between(start, d.Start)) {
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
	before := w.p.between(s.Start, d.Start)
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
	open := strings.LastIndexByte(w.p.between(s.Start, d.Start), '(')
	if open < 0 || depthBetween(w.p.between(s.Start, d.Start)) <= 0 || strings.HasSuffix(w.p.between(s.Start, d.Start), "現時点(") || open == 0 {
		return 0
	}
	return closing(w.p.norm, d.End, s.End)
}

// labelled says whether a line is a label and its date: 「・発覚日:令和6年6月9日」.
func (w *walk) labelled(s *sentence, d jdate.Date) bool {
	label := utf8.RuneCountInString(w.p.between(s.Start, d.Start))
	last := w.p.dates[s.date[1]-1]
	return label > 0 && label <= 15 && utf8.RuneCountInString(w.p.between(last.End, s.End)) < 5
}

// underLabel dates what the line above names where this one is the date alone:
// 「発覚日時」 over 「6月4日 9時」.
func (w *walk) underLabel(i int, d jdate.Date, until *jdate.Date) {
	above := w.p.labelAbove(i)
	if above == nil || until != nil {
		return
	}
	s := &w.p.sents[i]
	g := segment{above.Span, d, nil, true, above}
	for _, c := range w.strongest(g, w.cuesOf(g)) {
		w.emit(segment{s.Span, d, nil, false, s}, c)
	}
}

// labelAbove gives the line above where it is a label of a day: 「発生日時」.
func (p *page) labelAbove(i int) *sentence {
	if i == 0 || p.sents[i-1].Line == 0 || p.sents[i-1].date[1] > p.sents[i-1].date[0] {
		return nil
	}
	above := strings.TrimRight(p.words(p.sents[i-1].Span), ":】〉》]) ")
	if utf8.RuneCountInString(above) > 15 || !endsWithAny(above, "日", "日時", "時刻", "時期", "年月日") {
		return nil
	}
	return &p.sents[i-1]
}

// aside handles a date in brackets. Where these hold nothing but dates and their
// labels, they date the deed before them: 「委員会への報告(速報:5月17日、確報:7月10日)」.
func (w *walk) aside(g segment) {
	open := strings.LastIndexByte(w.p.between(g.line.Start, g.Start), '(') + g.line.Start
	if deed, ok := w.deedBefore(g, open); ok && w.onlyLabels(g, open) {
		w.emit(g, deed)
		return
	}
	w.segment(g)
}

// deedBefore gives the event cue that ends where a bracket opens.
func (w *walk) deedBefore(g segment, open int) (cue, bool) {
	all := w.p.cuesIn(g.line)
	var found cue
	for _, c := range all {
		if c.kind == cueEvent && c.End <= open && open-c.End <= len("いたしました") && !marksOnly(c.code) && c.code != codeInquiry && allowed(c.code, g.line.section) &&
			!swallowed(c, all) && !w.p.fromAuthority(c) && c.weight > found.weight {
			found = c
		}
	}
	return found, found.code != ""
}

// onlyLabels says whether the brackets hold dates and short labels alone.
func (w *walk) onlyLabels(g segment, open int) bool {
	rest := 0
	from := open + 1
	end := closing(w.p.norm, open+1, g.line.End)
	for _, d := range w.p.datesIn(g.line) {
		if d.Start >= from && d.End <= end {
			rest += utf8.RuneCountInString(w.p.between(from, d.Start))
			from = d.End
		}
	}
	return rest+utf8.RuneCountInString(w.p.between(from, end)) <= 12
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

// hoursLater takes the date named last for a sentence that counts from it in hours or
// minutes: 「送信から2時間後、…連絡があり」.
func (w *walk) hoursLater(s *sentence) {
	if w.last == nil || w.last.Precision != jdate.Day {
		return
	}
	head := w.p.norm[s.Start:min(s.End, s.Start+60)]
	for _, word := range []string{"時間後", "分後", "直後"} {
		if at := strings.Index(head, word); at > 0 && startsWithAny(head[at+len(word):], "、", "に", "の") {
			w.carry = carried{ok: true, when: *w.last, line: s.Line}
			return
		}
	}
}
