package extract

import (
	"strings"
	"unicode/utf8"

	"jikenbo/etl/jdate"
	"jikenbo/etl/notice"
	"jikenbo/etl/text"
)

// anchor gives what is known of the notice's time from outside its prose: the date
// at the end of its title, else the one its source states, else the day of the
// letter, alone on a line; and the year of its case number.
func (p *page) anchor() jdate.Anchor {
	a := jdate.Anchor{Published: p.post.Published}
	if d, ok := p.titleDate(); ok {
		a.Published = d.On
	}
	if len(p.post.CaseNumber) >= 4 {
		for _, c := range p.post.CaseNumber[:4] {
			a.CaseYear = a.CaseYear*10 + int(c-'0')
		}
	}
	return a
}

// titleDate gives the date that ends the title line: the day of disclosure.
func (p *page) titleDate() (jdate.Date, bool) {
	end := p.titleEnd()
	found := jdate.Resolve(jdate.Find(p.norm[:end]), jdate.Anchor{})
	if len(found) == 0 {
		return jdate.Date{}, false
	}
	if d := found[0]; p.leadsTitle(d, end) {
		return d, true
	}
	d := found[len(found)-1]
	if !d.Resolved || d.Precision != jdate.Day || !onlyClosing(p.norm[d.End:end]) {
		return jdate.Date{}, false
	}
	return d, true
}

// leadsTitle says whether a title begins with the day of its notice: 「2024/05/20 お詫び」.
func (p *page) leadsTitle(d jdate.Date, end int) bool {
	before := p.norm[:d.Start]
	if i := strings.LastIndex(before, "】"); i >= 0 {
		before = before[i+len("】"):]
	}
	return d.Resolved && d.Precision == jdate.Day && strings.Trim(before, " (【[") == "" && startsWithAny(p.norm[d.End:end], " ", ")", "】", "]", ":")
}

// titleEnd is the offset of Norm at which the title line ends.
func (p *page) titleEnd() int {
	for i := range len(p.norm) {
		if p.norm[i] == '\n' {
			return i
		}
	}
	return len(p.norm)
}

// onlyClosing says whether nothing but brackets and blanks is left.
func onlyClosing(s string) bool {
	for _, r := range s {
		switch r {
		case ' ', ')', ']', '】', '」', '。':
		default:
			return false
		}
	}
	return true
}

// letterDate gives the day of the notice as it stands at its head or foot: alone on
// a line, as on a letter, or beside a label (「掲載日:2024年5月20日」) or a name. A day on
// which it was first published comes before one on which it was last changed.
func (p *page) letterDate(dates []jdate.Date) (jdate.Date, bool) {
	var best jdate.Date
	weight := 0.0
	for _, d := range dates {
		if !d.Resolved || d.Precision != jdate.Day || d.Line == 0 || d.Clock != "" && d.Alone || d.How != jdate.HowExplicit && d.How != jdate.HowEra {
			continue
		}
		if i := p.sentenceAt(d.Start); i >= 0 && (i <= 5 || i >= len(p.sents)-4) {
			if w := p.letterWeight(i, d); w > weight {
				best, weight = d, w
			}
		}
	}
	return best, weight > 0
}

// maxLabel is how many runes may stand beside the day of a letter.
const maxLabel = 25

// letterWeight says how surely the date is the day of a letter, 0 when it is not.
func (p *page) letterWeight(i int, d jdate.Date) float64 {
	if d.Alone {
		if p.headsEntries(i) || p.labelAbove(i) != nil {
			return 0
		}
		return 2.5
	}
	s := &p.sents[i]
	rest := p.between(s.Start, d.Start) + p.between(d.End, s.End)
	if utf8.RuneCountInString(rest) > maxLabel || containsAny(rest, "、", "。", "を", "に", "が", "は", "で", "から", "まで", "~") {
		return 0
	}
	best := 0.0
	for _, c := range p.cuesIn(s) {
		switch {
		case c.kind != cueEvent:
		case c.code == codePublication || c.code == codeLetterhead:
			best = max(best, c.weight)
		case c.code != "disclosed" && c.code != "updated" && c.code != periodExposure && c.code != periodTarget && c.weight >= 1.5:
			return 0
		}
	}
	return best
}

// headsEntries says whether the line below a date that stands alone tells what
// happened that day: an item, or prose right below it. A letter goes on with names.
func (p *page) headsEntries(i int) bool {
	if i+1 >= len(p.sents) {
		return false
	}
	below := p.words(p.sents[i+1].Span)
	_, level := stripMark(below)
	prose := p.sents[i+1].Line == p.sents[i].Line+1 && endsWithAny(below, "。")
	return level > 0 || prose || startsWithAny(below, "・", "•", "-", "*")
}

// titleDate adds the disclosure by the date at the end of the title, or by the day
// of the letter.
func (w *walk) titleDate() {
	letter, written := w.p.letterDate(w.p.dates)
	if written {
		w.letter = letter.Start
	}
	d, ok := w.p.titleDate()
	weight, rule := 5.0, "event.title_date"
	if !ok {
		if !written {
			return
		}
		d, weight, rule = letter, 3, "event.letter_date"
	}
	w.published = d.On
	f := w.p.fact(notice.FieldEvent, rule, text.Span{Start: d.Start, End: d.End})
	f.Value, f.On, f.Precision, f.Role = "disclosed", d.On, string(d.Precision), rolePublication
	f.Weight, f.Confidence = weight, 0.95
	f.What = "公表"
	w.facts = append(w.facts, f)
}
