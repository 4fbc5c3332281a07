package extract

import (
	"cmp"
	"slices"
	"strings"

	"jikenbo/etl/notice"
	"jikenbo/etl/text"
)

// Weights of what speaks for a sector. A name of the seeds speaks louder than its
// ending, an ending louder than all that the notice says of the service.
const (
	sectorKnown   = 16.0 // set by hand, or a public body
	sectorListed  = 11.0 // from the exchange's 33 industries
	sectorService = 3.0  // … where they say サービス業
	sectorPublic  = 18.0 // a public school, hospital or office by its form
	sectorCues    = 6.5  // at most, of all cues for one letter
	sectorNothing = 0.1
)

// sectors gives what the name and the notice say of the discloser's line of
// business: one fact for each of the three likeliest letters, its Weight the sum of
// what speaks for it and its words those that speak loudest. SQL takes the letter of
// the greatest Weight.
func (w *who) sectors(m mention) []notice.Fact {
	var all []sectorSum
	add := func(letter, rule string, weight float64, s text.Span) {
		if letter != "" && weight != 0 {
			all = addTo(all, sectorSum{letter, rule, weight, weight, s})
		}
	}
	if m.name != "" {
		w.sectorOfName(m, add)
	}
	w.sectorOfCues(m, add)
	if len(all) == 0 && len(w.p.sents) > 0 {
		add("T", "sector.none", sectorNothing, w.p.sents[0].Span)
	}
	slices.SortStableFunc(all, func(a, b sectorSum) int { return cmp.Compare(b.sum, a.sum) })
	var out []notice.Fact
	for _, s := range all[:min(len(all), 3)] {
		f := w.p.fact(notice.FieldSector, s.rule, s.span)
		f.Value, f.Weight = s.letter, s.sum
		f.Confidence = min(0.95, 0.4+s.sum/30)
		out = append(out, f)
	}
	return out
}

// sectorSum is what speaks for one letter.
type sectorSum struct {
	letter string
	rule   string // of the loudest
	sum    float64
	best   float64
	span   text.Span // of the loudest
}

func addTo(all []sectorSum, s sectorSum) []sectorSum {
	for i := range all {
		if have := &all[i]; have.letter == s.letter {
			have.sum += s.sum
			if s.best > have.best {
				have.rule, have.best, have.span = s.rule, s.best, s.span
			}
			return all
		}
	}
	return append(all, s)
}

type addSector func(letter, rule string, weight float64, s text.Span)

func (w *who) sectorOfName(m mention, add addSector) {
	if letter := w.publicForm(m); letter != "" {
		add(letter, "sector.public", sectorPublic, m.Span)
		return
	}
	if o := m.known; o != nil && o.Sector != "" {
		weight := sectorKnown
		switch o.Kind {
		case "listed":
			weight = sectorListed
		case "listed_service":
			weight = sectorService
		}
		add(o.Sector, "sector.known", weight, m.Span)
		if weight > sectorListed {
			return
		}
	}
	w.sectorOfEnding(m, add)
}

// publicForm gives the letter that the form of a public body's name leaves no doubt
// of. A prefecture's name before it makes no school an office.
func (w *who) publicForm(m mention) string {
	switch m.end.Kind {
	case endSchool, endUniversity:
		return "O"
	case endHospital, "hospital_bureau":
		if strings.Contains(m.name, "立") || !m.formal || w.ownsFacilities(m) {
			return "P"
		}
	case "police":
		return "S"
	case endBoard:
		if w.schoolsMentioned() {
			return "O"
		}
		return "S"
	case endGovernment:
		if w.isPublicBody(&m) && w.schoolsMentioned() {
			return "O"
		}
		if m.organ || m.known != nil || !m.formal {
			return "S"
		}
	}
	return ""
}

// sectorOfEnding reads the end of the name, else its beginning and its inside, and
// the legal form.
func (w *who) sectorOfEnding(m mention, add addSector) {
	form, rest := w.orgs.splitForm(m.name)
	e, ok := w.orgs.ending(rest)
	for ok && (e.Kind == endGroup || e.Kind == endUnit) && len(e.Word) < len(rest) {
		rest = strings.TrimSuffix(strings.TrimSuffix(rest, e.Word), "・")
		e, ok = w.orgs.ending(rest)
	}
	switch {
	case w.orgs.forms[form].Sector == "R" && !organKinds[e.Kind]: // an association named 「…ネット」 sells none
	case ok && e.Sector != "" && len(e.Word) < len(rest):
		add(e.Sector, "sector.ending", e.Weight, m.Span)
	default:
		if b, ok := w.orgs.beginning(rest); ok && b.Sector != "" {
			add(b.Sector, "sector.beginning", b.Weight, m.Span)
			break
		}
		for _, in := range w.orgs.inside {
			if strings.Contains(rest, in.Word) {
				add(in.Sector, "sector.inside", in.Weight, m.Span)
			}
		}
	}
	if f, ok := w.orgs.forms[form]; ok {
		add(f.Sector, "sector.legal_form", f.Weight, m.Span)
	}
}

// sectorOfCues sums what the notice says of the service: each pattern once, capped
// per letter. That a company speaks of patients and pupils tells of its customers
// rather than of itself.
func (w *who) sectorOfCues(m mention, add addSector) {
	form, _ := w.orgs.splitForm(m.name)
	company := w.orgs.forms[form].Place == "either" && w.orgs.forms[form].Sector == ""
	seen := map[[2]string]bool{}
	sum := map[string]float64{}
	for i := range w.p.sents {
		s := &w.p.sents[i]
		if s.section == "prevention" || s.section == "request" {
			continue
		}
		for _, c := range w.p.cuesIn(s) {
			if c.kind != cueSector || seen[[2]string{c.code, c.pattern}] {
				continue
			}
			seen[[2]string{c.code, c.pattern}] = true
			weight := min(c.weight, sectorCues-sum[c.code])
			if company && strings.Contains("OPQS", c.code) {
				weight *= 0.6
			}
			if i >= w.body+6 {
				weight /= 2
			}
			if weight > 0 {
				sum[c.code] += weight
				add(c.code, "sector.cue", weight, c.Span)
			}
		}
	}
}
