package extract

import (
	"strings"

	"jikenbo/etl/notice"
	"jikenbo/etl/text"
)

// Codes of seeds/cue_cause.csv that are no cause.
const (
	causeIgnore = "ignore" // looks like a cause and is none: 「誤送信防止」
	causePast   = "past"   // the sentence speaks of another case: 「昨年6月にも」
)

// causeUnknown is the cause of a notice that says it does not know, or names none.
const causeUnknown = "unknown"

// weightSilent is less than any word for a cause weighs.
const weightSilent = 0.001

// Factors of the weight of a cause's words beside their section.
const (
	factorPossible = 0.6  // 「盗難の可能性も」
	factorPlanned  = 0.05 // what is to be prevented
	factorPast     = 0.05
	factorBeside   = 0.3  // a further word for the same cause in the same sentence
	factorNot      = -1.0 // 「不正アクセスによるものではございません」
)

// causes reads what led to the incident: one fact for each pattern of
// seeds/cue_cause.csv that speaks for a cause, at the place where it speaks
// loudest. SQL is to sum Weight by Value and take the greatest sum, by specificity
// where sums are equal; a negative Weight is a cause that the notice rules out.
func (x *Extractor) causes(p *page) []notice.Fact {
	r := causeReader{p: p, best: map[string]int{}}
	for i := range p.sents {
		r.sentence(&p.sents[i])
	}
	var facts []notice.Fact
	if !r.speaks() {
		facts = append(facts, r.silent()...)
	}
	for _, m := range r.out {
		f := p.fact(notice.FieldCause, "cause.cue", m.Span)
		f.Value, f.Weight, f.Hedge, f.Confidence = m.code, m.weight, m.hedge, min(0.95, 0.4+0.05*max(0, m.weight))
		facts = append(facts, f)
	}
	return facts
}

// speaks says whether any words speak for a cause.
func (r *causeReader) speaks() bool {
	for _, m := range r.out {
		if m.weight > 0 {
			return true
		}
	}
	return false
}

// silent gives the cause of a notice that names none: unknown, on its title.
func (r *causeReader) silent() []notice.Fact {
	if len(r.p.sents) == 0 {
		return nil
	}
	f := r.p.fact(notice.FieldCause, "cause.silent", r.p.sents[0].Span)
	f.Value, f.Weight, f.Confidence = causeUnknown, weightSilent, 0.3
	return []notice.Fact{f}
}

// causeReader walks over the sentences of a page.
type causeReader struct {
	p    *page
	best map[string]int // pattern → its place in out
	out  []causeMention
	row  []causeMention // of the sentence
}

// causeMention is one reading of one cue.
type causeMention struct {
	text.Span
	code, pattern, hedge string
	weight               float64
}

// sentence weighs the cause words of one sentence.
func (r *causeReader) sentence(s *sentence) {
	cues := r.p.firstCuesIn(s)
	factor := causeSection(s.section)
	r.row = r.row[:0]
	for _, c := range cues {
		if c.kind != cueCause {
			continue
		}
		switch c.code {
		case causePast:
			factor *= factorPast
		case causeIgnore:
		default:
			if !inIgnored(c, cues) && c.Len() <= maxCauseSpan {
				r.weigh(c)
			}
		}
	}
	r.keepLoudest()
	for _, m := range r.row {
		m.weight *= factor
		r.keep(m)
	}
}

// weigh adds the reading of one cue, by how its clause is hedged.
func (r *causeReader) weigh(c cue) {
	h := r.p.hedgingAt(text.Span{Start: c.last, End: c.End})
	m := causeMention{c.Span, c.code, c.pattern, h.code, c.weight}
	if c.code == causeUnknown { // 「原因は分かっておりません」 is what it says
		m.hedge = notice.Stated
		r.row = append(r.row, m)
		return
	}
	switch h.code {
	case notice.Denied:
		if !rulesOut(r.p.norm[min(c.End, h.cue.End):h.cue.End]) {
			return // 「紛失した書類は見つかっておりません」 denies something else
		}
		m.weight *= factorNot
	case notice.Planned:
		m.weight *= factorPlanned
	case notice.Possible:
		if !endsWithAny(r.p.words(c.Span), "漏えい", "漏洩", "流出", "漏れ") { // the cause is certain where only the leak is not
			m.weight *= factorPossible
		}
	}
	r.row = append(r.row, m)
}

// rulesOut says whether the words from a cause to its denial deny the cause itself.
func rulesOut(words string) bool {
	if len(words) > 60 {
		return false
	}
	for _, w := range []string{"ものではな", "ものではあり", "ものではござ", "ではな", "ではあり", "ではござ", "によらない"} {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}

// keepLoudest lets one reading of each cause in the sentence speak in full.
func (r *causeReader) keepLoudest() {
	for i := range r.row {
		m := &r.row[i]
		for k := range r.row {
			o := &r.row[k]
			if k != i && o.code == m.code && (o.weight > m.weight || o.weight == m.weight && k < i) {
				if o.Start < m.End && m.Start < o.End {
					m.pattern = "" // the same words again
				}
			}
		}
	}
	loudest := map[string]int{}
	for i, m := range r.row {
		if b, ok := loudest[m.code]; m.pattern != "" && (!ok || m.weight > r.row[b].weight) {
			loudest[m.code] = i
		}
	}
	kept := r.row[:0]
	for i, m := range r.row {
		if m.pattern == "" {
			continue
		}
		if loudest[m.code] != i {
			m.weight *= factorBeside
		}
		kept = append(kept, m)
	}
	r.row = kept
}

// keep puts a reading among the facts; of one pattern the loudest.
func (r *causeReader) keep(m causeMention) {
	if at, ok := r.best[m.pattern+m.code]; ok {
		if abs(m.weight) > abs(r.out[at].weight) {
			r.out[at] = m
		}
		return
	}
	r.best[m.pattern+m.code] = len(r.out)
	r.out = append(r.out, m)
}

func abs(f float64) float64 { return max(f, -f) }

// inIgnored says whether a phrase that is no cause holds c.
func inIgnored(c cue, cues []cue) bool {
	for _, o := range cues {
		if o.kind == cueCause && o.code == causeIgnore && o.Start <= c.Start && o.End >= c.End {
			return true
		}
	}
	return false
}

// maxCauseSpan is how many bytes a pattern of several parts may stretch over; parts
// further apart do not belong together.
const maxCauseSpan = 240

// causeSection is how much a cause word counts where it stands.
func causeSection(section string) float64 {
	switch section {
	case sectionTitle:
		return 1.7
	case "cause":
		return 1.3
	case sectionLead, "overview":
		return 1.2
	case "chronology":
		return 1
	case sectionOther:
		return 0.8
	case "data", "count":
		return 0.6
	case "response", "damage", "delay":
		return 0.25
	}
	return 0.05 // prevention, request, contact, plan, business, faq
}
