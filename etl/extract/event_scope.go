package extract

import (
	"strings"

	"jikenbo/etl/jdate"
)

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
