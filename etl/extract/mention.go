package extract

import (
	"strings"
	"unicode/utf8"

	"jikenbo/etl/text"
)

// mention is one name of an organization in the text.
type mention struct {
	text.Span
	name       string        // canonical
	stem       string        // without legal form
	formal     bool          // has a legal form
	organ      bool          // its ending makes it an organization
	end        NameEnding    // its ending; no Word where there is none
	known      *Organization // or nil
	sent       int           // index of its sentence
	score      float64       // how much speaks for it as the discloser
	contractor float64       // how much speaks for it as the contractor
	other      bool          // the text says that it is somebody else
	brand      bool          // a known company's short name in the body: more often its service than itself
}

// mentionOf reads a run as a name: it has a legal form, is known, or ends as
// organizations do.
func (w *who) mentionOf(run nameRun, sent int) (mention, bool) {
	norm := w.p.norm
	if run.Len() > maxName || run.form.End > run.End {
		return mention{}, false
	}
	if run.form.Len() > 0 {
		return w.formalMention(run, sent)
	}
	s := w.cutUnit(run.Span)
	if lead, ok := w.n.leadAt(s.Start); ok && lead.End < s.End {
		s.Start = lead.End
	}
	name := norm[s.Start:s.End]
	if len(name) < 4 {
		return mention{}, false
	}
	e, _ := w.orgs.ending(name)
	organ := e.Word != "" && organKinds[e.Kind] && !w.orgs.isGeneric(strings.TrimSuffix(name, e.Word))
	if !organ {
		b, ok := w.orgs.beginning(name)
		organ = ok && organKinds[b.Kind] && len(name) > len(b.Word)
	}
	if !organ && w.orgs.find(name) == nil {
		return mention{}, false
	}
	m := w.newMention(s, sent)
	m.organ = organ
	m.brand = !organ && sent >= w.body && isCompany(m.known)
	return m, organ || utf8.RuneCountInString(name) > 1
}

func isCompany(o *Organization) bool {
	return o.Kind == "company" || o.Kind == "listed" || o.Kind == "listed_service"
}

func (w *who) newMention(s text.Span, sent int) mention {
	words := w.p.norm[s.Start:s.End]
	name := w.orgs.canonical(words)
	m := mention{Span: s, name: name, stem: w.orgs.stem(name), sent: sent, known: w.orgs.find(name)}
	m.end, _ = w.orgs.ending(name)
	if form, _ := w.orgs.splitForm(name); form != "" {
		m.formal = true
	}
	return m
}

// formalMention decides on which side of the legal form the name stands.
func (w *who) formalMention(run nameRun, sent int) (mention, bool) {
	norm := w.p.norm
	left := strings.TrimSpace(norm[run.Start:run.form.Start])
	right := strings.TrimSpace(norm[run.form.End:run.End])
	s := run.Span
	switch {
	case left == "" && right == "":
		return mention{}, false
	case left != "" && right != "":
		if w.formLeads(left, run.form, right) {
			s.Start = run.form.Start
		} else {
			s.End = run.form.End
		}
	}
	if s.Start < run.form.Start {
		s.Start = w.afterLead(s)
		if s.Start >= run.form.Start {
			return mention{}, false
		}
	} else {
		s = w.cutUnit(s)
	}
	if s.End <= run.form.End && s.Start >= run.form.Start {
		return mention{}, false
	}
	m := w.newMention(s, sent)
	return m, m.stem != "" && m.formal
}

// formLeads says whether the legal form in the middle of a run belongs to what
// stands behind it.
func (w *who) formLeads(left string, form text.Span, right string) bool {
	word := w.p.norm[form.Start:form.End]
	if w.orgs.forms[word].Place == "prefix" {
		return true
	}
	if w.orgs.find(left+word) != nil {
		return false
	}
	if w.orgs.find(word+right) != nil {
		return true
	}
	for _, lead := range w.n.leads {
		if lead.End == form.Start {
			return true
		}
	}
	e, _ := w.orgs.ending(right)
	return e.Kind != endUnit && (strings.HasSuffix(left, "会社") || strings.HasSuffix(left, "事業者") || strings.HasSuffix(left, "業者"))
}

// afterLead gives where the name begins behind words such as 委託先 and 旅行会社.
func (w *who) afterLead(s text.Span) int {
	if lead, ok := w.n.leadAt(s.Start); ok && lead.End < s.End && lead.Len() > 3 {
		return lead.End
	}
	return s.Start
}

// cutUnit takes a branch off the end of a name: 「株式会社ヒカリ横浜支店」.
func (w *who) cutUnit(s text.Span) text.Span {
	name := w.p.norm[s.Start:s.End]
	if r, _ := utf8.DecodeLastRuneInString(name); !w.orgs.unitRunes[r] {
		return s
	}
	e, ok := w.orgs.ending(name)
	if !ok || e.Kind != endUnit || len(name) <= len(e.Word) {
		return s
	}
	rest := strings.TrimSuffix(name, e.Word)
	for _, t := range w.n.taught {
		if strings.HasPrefix(rest, t) {
			return text.Span{Start: s.Start, End: s.Start + len(t)}
		}
	}
	return text.Span{Start: s.Start, End: s.Start + len(w.withoutPlace(rest))}
}

// withoutPlace takes the place off the end of what stood before 「支店」: the kanji
// behind kana or Latin letters, or the name of a known place.
func (w *who) withoutPlace(name string) string {
	i, kanji := len(name), 0
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(name[:i])
		if r < 0x4e00 || r > 0x9fff {
			if kanji > 0 && kanji <= 5 {
				return name[:i]
			}
			break
		}
		kanji++
		i -= size
	}
	for i := range name {
		if _, ok := w.orgs.place[name[i:]]; ok && i > 0 && len(name)-i >= 6 {
			return name[:i]
		}
	}
	return name
}

// lineOf gives the line that holds offset i, without its blanks.
func (p *page) lineOf(i int) text.Span {
	start := strings.LastIndexByte(p.norm[:i], '\n') + 1
	end := len(p.norm)
	if k := strings.IndexByte(p.norm[i:], '\n'); k >= 0 {
		end = i + k
	}
	for start < end && p.norm[start] == ' ' {
		start++
	}
	for end > start && p.norm[end-1] == ' ' {
		end--
	}
	return text.Span{Start: start, End: end}
}
