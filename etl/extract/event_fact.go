package extract

import (
	"strings"

	"jikenbo/etl/jdate"
	"jikenbo/etl/notice"
	"jikenbo/etl/text"
)

func (w *walk) addCue(g segment, c cue, d jdate.Date, role string, weight float64, rule string) {
	hedge := w.p.eventHedge(c)
	if c.code == "notified_subjects" && hedge == notice.Stated && (w.published == "" || d.On > w.published) {
		hedge = w.p.doneAt(c)
	}
	if w.isPlanned(d, c.code) {
		hedge = notice.Planned
	}
	w.put(g, typeOf(c.code), d, role, weight, rule, hedge)
}

// isPlanned says whether what a date dates had still to come when the notice was
// written.
func (w *walk) isPlanned(d jdate.Date, code string) bool {
	if code == "disclosed" || code == "updated" {
		return d.Planned && d.On != w.published
	}
	if w.published == "" {
		return d.Planned || w.lastDay != "" && d.On > w.lastDay
	}
	return d.On > w.published || d.Planned && d.On == w.published
}

// eventHedge says how an event is put. A denial speaks of it only where it stands
// next to the verb: 「捜索も、見つからなかった」 is a search all the same.
func (p *page) eventHedge(c cue) string {
	h := p.hedgingAt(text.Span{Start: c.last, End: c.End})
	if h.code == notice.Denied && (h.cue.Start < c.End || h.cue.Start > c.End+24 || strings.Contains(p.norm[c.End:max(c.End, h.cue.Start)], "、")) {
		return notice.Stated
	}
	return h.code
}

func (w *walk) add(g segment, code string, d jdate.Date, role string, weight float64, rule string) {
	hedge := notice.Stated
	if w.isPlanned(d, code) {
		hedge = notice.Planned
	}
	w.put(g, code, d, role, weight, rule, hedge)
}

func (w *walk) put(g segment, code string, d jdate.Date, role string, weight float64, rule, hedge string) {
	span := text.Span{Start: min(g.Start, d.Start), End: g.End}
	if g.carried {
		span = g.Span
	}
	f := w.p.fact(notice.FieldEvent, rule, w.trim(span))
	f.Value, f.On, f.Precision, f.Clock = code, d.On, string(d.Precision), d.Clock
	f.Role, f.Weight, f.Hedge = role, weight, hedge
	f.Section = g.line.section
	f.Confidence = min(0.95, d.Confidence*(0.5+weight/6))
	f.What = w.phrase(g)
	w.facts = append(w.facts, f)
}

// trim takes blanks and line ends off a span of Norm.
func (w *walk) trim(s text.Span) text.Span {
	for s.Start < s.End && strings.ContainsRune(" \n", rune(w.p.norm[s.Start])) {
		s.Start++
	}
	for s.Start < s.End && strings.ContainsRune(" \n", rune(w.p.norm[s.End-1])) {
		s.End--
	}
	return s
}

// maxPhrase is how many runes What has at most.
const maxPhrase = 60

// phrase gives what the stretch says beside its date, short.
func (w *walk) phrase(g segment) string {
	from := g.Start
	if !g.carried {
		from = min(g.when.End, g.End)
		if g.until != nil {
			from = min(max(from, g.until.End), g.End)
		}
	}
	words := strings.TrimLeft(w.p.between(from, g.End), " 、,:にはのよりから~-")
	words = strings.TrimSpace(strings.ReplaceAll(words, "\n", " "))
	if words == "" {
		words = strings.TrimSpace(w.p.between(g.Start, g.End))
	}
	if r := []rune(words); len(r) > maxPhrase {
		words = string(r[:maxPhrase]) + "…"
	}
	return words
}
