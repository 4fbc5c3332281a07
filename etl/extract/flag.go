package extract

import (
	"strings"

	"jikenbo/etl/notice"
	"jikenbo/etl/text"
)

// flagOf says which flag an event type raises.
var flagOf = map[string]string{
	"reported_regulator": "regulator_reported",
	"reported_police":    "police_reported",
	"notified_subjects":  "subjects_notified",
}

// flags gives what the notice says was done about the regulator, the police and the
// persons concerned, dated or not. SQL raises a flag when a reading is stated.
func (x *Extractor) flags(p *page) []notice.Fact {
	var out []notice.Fact
	for i := range p.sents {
		s := &p.sents[i]
		if s.section == sectionTitle || s.section == "contact" {
			continue
		}
		for _, c := range p.cuesIn(s) {
			flag := flagOf[c.code]
			if c.kind != cueEvent || flag == "" || c.weight < 1.5 {
				continue
			}
			f := p.fact(notice.FieldFlag, "flag.cue", s.Span)
			f.Value, f.Weight = flag, c.weight
			f.Hedge = p.doneAt(c)
			f.Section = s.section
			out = append(out, f)
		}
	}
	return out
}

// doneAt says whether what a cue tells of was done: a verb in the past or in
// progress (「しております」「済み」) is; a plain future or a plan is not, unless it
// begins today (「本日より…ご連絡申し上げます」).
func (p *page) doneAt(c cue) string {
	if h := p.hedgeAt(text.Span{Start: c.last, End: c.End}); h == notice.Planned || h == notice.Denied {
		return h
	}
	i := p.sentenceAt(c.Start)
	if i < 0 {
		return notice.Stated
	}
	s := &p.sents[i]
	rest := p.norm[c.last:min(clauseEnd(p.norm, c.End, s.End)+len("、"), s.End)]
	for _, w := range []string{"本日より", "本日から", "本日付", "順次"} {
		if strings.Contains(p.norm[s.Start:c.End], w) && !strings.Contains(rest, "予定") {
			return notice.Stated
		}
	}
	for _, w := range doneForms {
		if strings.Contains(rest, w) {
			return notice.Stated
		}
	}
	for _, w := range futureForms {
		if strings.Contains(rest, w) {
			return notice.Planned
		}
	}
	return notice.Stated
}

// Verb forms, which are grammar: what was done or is being done, and what is still
// to come.
var (
	doneForms   = []string{"ました", "した", "ており", "ている", "てい", "済", "でおり", "行い、", "行うとともに", "し、", "するとともに", "しつつ"}
	futureForms = []string{"いたします", "致します", "します", "申し上げます", "差し上げます", "させていただきます", "させて頂きます", "まいります", "参ります", "行います", "予定"}
)
