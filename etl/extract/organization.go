package extract

import (
	"sort"
	"strings"
	"unicode/utf8"

	"jikenbo/etl/notice"
	"jikenbo/etl/text"
)

// FieldPrefecture is the Field of a fact whose Value is the prefecture of the
// discloser, as 「埼玉県」.
const FieldPrefecture = "prefecture"

// organizations says who speaks, in what line of business and where, and at which
// contractor it happened.
//
// Of the facts with Role discloser SQL takes the one of the greatest Weight; alias
// holds other forms of that one's name. Of Role contractor and of sectors likewise.
func (x *Extractor) organizations(p *page) []notice.Fact {
	w := x.who(p)
	chosen, ranked := w.discloser()
	stem := ""
	var out []notice.Fact
	if chosen.name != "" {
		stem = chosen.stem
		out = append(out, w.discloserFacts(chosen, ranked)...)
		out = append(out, w.prefecture(chosen)...)
	}
	out = append(out, w.sectors(chosen)...)
	return append(out, w.contractors(stem)...)
}

// discloserFacts gives the chosen discloser, other forms of its name, and the
// candidates that lost.
func (w *who) discloserFacts(chosen mention, ranked []mention) []notice.Fact {
	f := w.p.fact(notice.FieldOrganization, w.rule(chosen), chosen.Span)
	f.Value, f.Role, f.Weight = chosen.name, "discloser", chosen.score
	f.Confidence = min(0.97, 0.5+chosen.score/60)
	out := []notice.Fact{f}
	seen := map[string]bool{chosen.name: true}
	for _, m := range ranked {
		if seen[m.name] {
			continue
		}
		seen[m.name] = true
		f := w.p.fact(notice.FieldOrganization, w.rule(m), m.Span)
		f.Value, f.Role, f.Weight, f.Confidence = m.name, "discloser", min(m.score, chosen.score-1), 0.3
		if m.stem == chosen.stem || strings.HasSuffix(chosen.name, m.name) || m.Start == w.head.Start && w.head.Len() > 0 {
			f.Role, f.Confidence = "alias", 0.8
		} else if m.score < scoreMinimum {
			continue
		}
		out = append(out, f)
		if len(out) == 4 {
			break
		}
	}
	if chosen.known != nil && !seen[chosen.known.Name] {
		f := w.p.fact(notice.FieldOrganization, "organization.known", chosen.Span)
		f.Value, f.Role, f.Weight = chosen.known.Name, "alias", 1
		out = append(out, f)
	}
	return out
}

// rule names what a mention was found by.
func (w *who) rule(m mention) string {
	switch {
	case m.Start == w.head.Start && w.head.Len() > 0:
		return "organization.title"
	case m.formal:
		return "organization.legal_form"
	}
	return "organization.ending"
}

// discloser chooses among the mentions, all in order of their weight.
func (w *who) discloser() (mention, []mention) {
	ranked := w.ranked()
	best := w.headMention()
	top := mention{score: -1}
	if len(ranked) > 0 {
		top = ranked[0]
	}
	if best.name != "" {
		ranked = append([]mention{best}, ranked...)
	}
	if best.name == "" || top.score > best.score && !w.sameAs(&top, &best) {
		best = top
	}
	if best.score < scoreMinimum {
		return mention{}, nil
	}
	if m, name, ok := w.facility(&best); ok {
		m.name, m.score = name, best.score+5
		m.stem = w.orgs.stem(name)
		return m, ranked
	}
	return w.fullest(best), ranked
}

// headMention is the head of the title as a mention; its name is empty where there
// is none.
func (w *who) headMention() mention {
	if w.head.Len() == 0 {
		return mention{}
	}
	m := w.newMention(w.head.Span, 0)
	m.score = scoreWeakHead
	switch e := m.end; {
	case w.head.strong:
		m.score = scoreHead
	case strings.Contains(w.p.norm, "「"+w.p.norm[m.Start:m.End]+"」"): // the body calls it a service
		m.score = scoreMinimum
	case e.Word != "" && e.Kind != endUnit && strings.Contains(w.p.norm[w.p.lineOf(m.Start).End:], m.name):
		m.score += scoreSubject
	}
	for i := range w.mentions {
		if w.mentions[i].Start == m.Start { // a regulator's 「Xに対する指導」
			m.score = max(m.score, w.mentions[i].score)
		}
	}
	return m
}

// ranked orders the names by their weight: what speaks for each mention of a name is
// summed, and a mention that calls it somebody else takes away.
func (w *who) ranked() []mention {
	at := map[string]int{}
	var out []mention
	for _, m := range w.mentions {
		if w.head.Len() > 0 && m.Start == w.head.Start || m.brand || !m.formal && !m.organ && m.known == nil {
			continue
		}
		k, ok := at[m.stem]
		if !ok {
			at[m.stem] = len(out)
			out = append(out, m)
			continue
		}
		out[k] = better(out[k], m)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].score > out[j].score })
	return out
}

// better joins two mentions of one name.
func better(a, b mention) mention {
	score := a.score + b.score
	if a.score >= 0 && b.score >= 0 && b.formal {
		score -= scoreFormal // that it is named again says little
	}
	if !a.formal && b.formal || a.formal == b.formal && b.score > a.score {
		a = b
	}
	a.score = score
	return a
}

// sameAs says whether two mentions name one organization.
func (w *who) sameAs(a, b *mention) bool {
	return a.stem == b.stem || abbreviates(a.stem, b.stem) || abbreviates(b.stem, a.stem)
}

// fullest gives the fullest formal name that the text writes for m.
func (w *who) fullest(m mention) mention {
	best := m
	for i := range w.mentions {
		c := w.mentions[i]
		if c.other || c.contractor > 0 || !c.formal || c.name == best.name {
			continue
		}
		if m.formal && best.formal {
			continue
		}
		if c.stem == m.stem || w.isLongForm(&m, &c) {
			c.score = m.score
			best = c
		}
	}
	return best
}

// isLongForm says whether c, which has a legal form, is m in full.
func (w *who) isLongForm(m, c *mention) bool {
	if m.formal {
		return false
	}
	if m.organ || m.known != nil && m.known.Sector == "S" {
		// 「学校法人桐葉学園桐葉台大学」 is 桐葉台大学
		return w.ownsFacilities(*c) && strings.HasSuffix(c.stem, m.stem)
	}
	if bare := strings.TrimSuffix(m.stem, "グループ"); bare != m.stem && c.stem == bare {
		return true
	}
	if m.known != nil {
		return false
	}
	return abbreviates(m.stem, c.stem) || len(c.stem) >= 9 && strings.HasSuffix(m.stem, c.stem)
}

// abbreviates says whether short is long without the end of its last word: 「レイクス」
// for 「レイクスターズ」.
func abbreviates(short, long string) bool {
	if utf8.RuneCountInString(short) < 4 || !strings.HasPrefix(long, short) || len(long) == len(short) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(short)
	next, _ := utf8.DecodeRuneInString(long[len(short):])
	return isKatakana(last) && isKatakana(next)
}

func isKatakana(r rune) bool { return r >= 0x30a1 && r <= 0x30fa || r == 'ー' }

// prefecture gives the prefecture of the discloser: of its name, else of the
// address that the text gives it.
func (w *who) prefecture(m mention) []notice.Fact {
	span := m.Span
	value := w.orgs.prefectureOf(m.name)
	if value == "" {
		value, span = w.addressOf(m)
	}
	if value == "" {
		return nil
	}
	f := w.p.fact(FieldPrefecture, "organization.prefecture", span)
	f.Value = value
	return []notice.Fact{f}
}

// addressOf looks for an address in the brackets behind a mention of m and behind
// words such as 所在地.
func (w *who) addressOf(m mention) (string, text.Span) {
	for i := range w.mentions {
		c := &w.mentions[i]
		if c.stem != m.stem || !strings.HasPrefix(w.p.norm[c.End:], "(") {
			continue
		}
		end := strings.IndexByte(w.p.norm[c.End:], ')')
		if end < 0 || end > 150 {
			continue
		}
		s := text.Span{Start: c.End, End: c.End + end}
		if p, at := w.placeIn(s); p != "" {
			return p, at
		}
	}
	for i := range w.p.cues {
		c := &w.p.cues[i]
		if c.kind == cueOrg && c.code == "address" && !w.inBracketOfOther(c.Start, m.stem) {
			if p, at := w.placeIn(text.Span{Start: c.End, End: min(len(w.p.norm), c.End+60)}); p != "" && at.Start-c.End < 16 {
				return p, at
			}
		}
	}
	return "", text.Span{}
}

// inBracketOfOther says whether i lies in the brackets behind the name of another.
func (w *who) inBracketOfOther(i int, stem string) bool {
	for k := range w.mentions {
		m := &w.mentions[k]
		if m.End <= i && m.stem != stem && strings.HasPrefix(w.p.norm[m.End:], "(") && !strings.Contains(w.p.norm[m.End:i], ")") {
			return true
		}
	}
	return false
}

// placeIn finds the first prefecture named in s.
func (w *who) placeIn(s text.Span) (string, text.Span) {
	words := w.p.norm[s.Start:s.End]
	if i := strings.IndexByte(words, '\n'); i >= 0 {
		words = words[:i]
	}
	at, name := -1, ""
	for _, p := range w.orgs.prefectures {
		if i := strings.Index(words, p); i >= 0 && (at < 0 || i < at) {
			at, name = i, p
		}
	}
	if at < 0 {
		return "", text.Span{}
	}
	return name, text.Span{Start: s.Start + at, End: s.Start + at + len(name)}
}
