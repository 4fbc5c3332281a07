package extract

import (
	"strings"
	"unicode/utf8"

	"jikenbo/etl/notice"
	"jikenbo/etl/text"
)

// Weights of what calls a mention the contractor at which it happened.
const (
	contractorNamed   = 6 // 委託先である株式会社X, X(以下「受託者」)
	contractorTrusted = 5 // 保守を委託している株式会社X
	contractorGiven   = 4 // 株式会社Xに運用を委託
	contractorAgain   = 4 // 再委託先
)

// weighContractor reads what stands directly before and behind a mention. Words of
// an investigation (調査を委託した) and of a client (Xから委託を受け) take it back.
func (w *who) weighContractor(m *mention, s *sentence, before, after string) {
	if skipsContractors(s.section) {
		return
	}
	if w.isClient(m, after) {
		m.other = true
		return
	}
	weight := w.namedContractor(m, s, before, after)
	if strings.HasPrefix(after, "から") && !w.tellsOfIncident(after) {
		weight = 0 // who only told of it
	}
	if weight == 0 {
		weight = w.givenContractor(m, s, after)
	}
	if weight > 0 && w.investigates(m, s) {
		m.other, weight = true, 0
	}
	m.contractor = weight
}

// skipsContractors says whether names in a section are those of helpers after the
// fact.
func skipsContractors(section string) bool {
	switch section {
	case "prevention", "request", "contact", "plan", "faq":
		return true
	}
	return false
}

// isClient says whether the words behind a mention make it the one who entrusted:
// 「X市から委託を受けた」.
func (w *who) isClient(m *mention, after string) bool {
	s := &w.p.sents[m.sent]
	for _, c := range w.p.cuesIn(s) {
		if c.kind == cueOrg && c.code == "client" && (c.Start == m.End || c.Start > m.End && c.Start-m.End <= 45 && !strings.Contains(w.p.norm[m.End:c.Start], "、") && strings.HasPrefix(after, "から")) {
			return true
		}
	}
	return strings.HasPrefix(after, "から") && inClause(after, "受託", "委託を受け", "請け負")
}

// tellsOfIncident says whether what somebody told of happened at his place.
func (w *who) tellsOfIncident(after string) bool {
	for _, word := range []string{"攻撃", "感染", "不正アクセス", "漏えい", "漏洩", "流出", "紛失", "誤", "ランサム", "障害", "不具合", "盗難", "事故", "被害", "報告", "侵入"} {
		if strings.Contains(after, word) {
			return true
		}
	}
	return false
}

// inClause says whether one of the words stands in s before its first comma.
func inClause(s string, words ...string) bool {
	if i := strings.Index(s, "、"); i >= 0 {
		s = s[:i]
	}
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// namedContractor reads 「委託先である」 before and 「(以下「受託者」」 behind a mention.
func (w *who) namedContractor(m *mention, s *sentence, before, after string) float64 {
	best := 0.0
	for _, c := range w.p.cuesIn(s) {
		if c.kind != cueOrg {
			continue
		}
		switch {
		case c.code == "defines_other" && (c.Start == m.End || strings.HasPrefix(after, "(") && c.Start > m.End && c.Start-m.End < 60 && !strings.Contains(w.p.norm[m.End:c.Start], "。")):
			best = max(best, contractorNamed)
		case c.code == "contractor" && c.Start == m.End+1 && after[0] == '(': // 株式会社X(委託業者)
			best = max(best, contractorNamed)
		case c.code == "contractor" && c.End <= m.Start && w.leadsTo(c.Span, m):
			worth := float64(contractorNamed)
			if strings.HasPrefix(w.p.norm[c.Start:], "再委託") || strings.HasSuffix(w.p.norm[:c.Start], "再") {
				worth = contractorAgain
			}
			best = max(best, worth)
		case c.code == "entrusts" && c.End <= m.Start && onlyFiller(w.p.norm[c.End:m.Start]) && !w.heldByUs(c, before):
			best = max(best, contractorTrusted)
		}
	}
	return best
}

// heldByUs says whether it is the speaker who holds the commission: 「当社が受託して
// いる株式会社X様の業務」.
func (w *who) heldByUs(c cue, before string) bool {
	if !strings.Contains(c.pattern, "受") && !strings.Contains(c.pattern, "請") && !strings.Contains(c.pattern, "担") {
		return false
	}
	for _, word := range []string{"当社が", "弊社が", "当社で", "弊社で", "当社は", "弊社は", "当法人が", "当財団が", "当会が"} {
		if strings.Contains(before, word) {
			return true
		}
	}
	return false
}

// leadsTo says whether a word such as 委託先 is said of the mention behind it:
// 「委託先である」「委託先の」「委託先(」, 「システム開発会社「X」」.
func (w *who) leadsTo(c text.Span, m *mention) bool {
	return onlyFiller(w.p.norm[c.End:m.Start])
}

// onlyFiller says whether nothing but what links two names for one stands in s.
func onlyFiller(s string) bool {
	if len(s) > 30 {
		return false
	}
	for s != "" {
		rest := s
		for _, w := range []string{"である", "であった", "でもある", "の", "「", "(", ":", "、", " ", "『", "たる"} {
			rest = strings.TrimPrefix(rest, w)
		}
		if rest == s {
			return false
		}
		s = rest
	}
	return true
}

// givenContractor reads 「Xに…業務を委託」「Xへ委託」 behind a mention.
func (w *who) givenContractor(m *mention, s *sentence, after string) float64 {
	if !m.formal || !strings.HasPrefix(after, "に") && !strings.HasPrefix(after, "へ") && !strings.HasPrefix(after, "(") {
		return 0
	}
	from := m.End
	if strings.HasPrefix(after, "(") {
		i := strings.IndexByte(after, ')')
		if i < 0 || i > 120 || !strings.HasPrefix(after[i+1:], "に") && !strings.HasPrefix(after[i+1:], "へ") {
			return 0
		}
		from += i + 1
	}
	for _, c := range w.p.cuesIn(s) {
		if c.kind != cueOrg || c.code != "entrusts_to" && c.code != "entrusts" || c.Start < from {
			continue
		}
		between := w.p.norm[from:c.Start]
		if utf8.RuneCountInString(between) <= 40 && !strings.Contains(between, "、") {
			return contractorGiven
		}
	}
	return 0
}

// investigates says whether the clause around a mention speaks of investigating.
func (w *who) investigates(m *mention, s *sentence) bool {
	from := m.Start - 90
	to := m.End + 90
	for _, c := range w.p.cuesIn(s) {
		if c.kind == cueOrg && c.code == "not_contractor" && c.Start >= from && c.End <= to {
			between := ""
			if c.End <= m.Start {
				between = w.p.norm[c.End:m.Start]
			} else if c.Start >= m.End {
				between = w.p.norm[m.End:c.Start]
			}
			if !strings.Contains(between, "、") && !strings.Contains(between, "。") {
				return true
			}
		}
	}
	return false
}

// doers adds the names without a legal form that the text calls contractors outright:
// 「業務委託先であるX」「委託先「X」」, 「移行を担当したのはシステム開発のXで」.
func (w *who) doers() {
	for i := range w.p.cues {
		c := &w.p.cues[i]
		if c.kind != cueOrg || c.code != "contractor" {
			continue
		}
		at := w.p.sentenceAt(c.Start)
		if at < w.body || skipsContractors(w.p.sents[at].section) {
			continue
		}
		s := text.Span{Start: c.End, End: w.p.sents[at].End}
		if strings.HasSuffix(c.pattern, "のは") {
			w.doer(s, at)
			continue
		}
		for _, link := range []string{"である", "「", "の「", "(「"} {
			if strings.HasPrefix(w.p.norm[s.Start:s.End], link) {
				w.entrusted(text.Span{Start: s.Start + len(link), End: s.End}, at)
			}
		}
	}
}

// doer takes the last name before 「で」 or 「だ」.
func (w *who) doer(s text.Span, at int) {
	for _, run := range w.n.segments(s, nil) {
		after := w.p.norm[run.End:s.End]
		switch {
		case strings.HasPrefix(after, "の"), strings.HasPrefix(after, "「"):
			continue
		case strings.HasPrefix(after, "で"), strings.HasPrefix(after, "だ"), strings.HasPrefix(after, "」"):
			w.addContractor(run.Span, at, contractorGiven)
		}
		return
	}
}

// entrusted takes the name at the beginning of s.
func (w *who) entrusted(s text.Span, at int) {
	runs := w.n.segments(s, w.buf[:0])
	if len(runs) == 0 || runs[0].Start != s.Start || runs[0].form.Len() > 0 {
		return
	}
	after := w.p.norm[runs[0].End:s.End]
	for _, word := range []string{"において", "における", "が", "で", "の", "に", "から", "より", "は", "へ", "」", "("} {
		if strings.HasPrefix(after, word) {
			w.addContractor(runs[0].Span, at, contractorAgain)
			return
		}
	}
}

// addContractor adds a name that nothing but its place shows to be one.
func (w *who) addContractor(s text.Span, at int, weight float64) {
	m := w.newMention(s, at)
	if utf8.RuneCountInString(m.name) < 3 || w.orgs.isGeneric(m.name) {
		return
	}
	for _, kind := range []string{"社", "業者", "企業", "団体", "法人", "機関", "先", "センター", "担当", "員", "スタッフ", "店", "事務所", "者", "部門"} {
		if strings.HasSuffix(m.name, kind) {
			return
		}
	}
	m.contractor, m.organ = weight, true
	w.mentions = append(w.mentions, m)
}

// shortName is what a notice calls an organization after its first mention.
type shortName struct {
	words string // 「KVN社」
	of    int    // index of the mention
}

// abbreviate keeps the short name in the brackets behind a mention: 「株式会社X(以下
// 「X社」)」.
func (w *who) abbreviate(m mention) {
	after, ok := strings.CutPrefix(w.p.norm[m.End:w.p.sents[m.sent].End], "(以下")
	if !ok {
		return
	}
	after = strings.TrimLeft(after, "、,")
	if !strings.HasPrefix(after, "「") && !strings.HasPrefix(after, "『") {
		return
	}
	after = after[len("「"):]
	end := strings.IndexAny(after, "」』")
	if end < 4 || end > 60 || strings.HasPrefix(after, "当") || strings.HasPrefix(after, "弊") || strings.HasPrefix(after, "同社") {
		return
	}
	w.short = append(w.short, shortName{after[:end], len(w.mentions) - 1})
}

// entrustedShort looks where short names are called contractors: 「発送業務をX社に委託」.
func (w *who) entrustedShort() {
	for _, s := range w.short {
		full := &w.mentions[s.of]
		if full.contractor > 0 || full.other {
			continue
		}
		for i := w.body; i < len(w.p.sents); i++ {
			line := &w.p.sents[i]
			at := strings.Index(w.p.norm[line.Start:line.End], s.words)
			if at < 0 || !w.mayEntrust(line) {
				continue
			}
			m := *full
			m.Span = text.Span{Start: line.Start + at, End: line.Start + at + len(s.words)}
			m.sent, m.other = i, false
			w.weighContractor(&m, line, w.p.norm[line.Start:m.Start], w.p.norm[m.End:line.End])
			if m.contractor > 0 {
				full.contractor = m.contractor
				full.score += scoreOther
				break
			}
		}
	}
}

// mayEntrust says whether a sentence holds a word of commission at all.
func (w *who) mayEntrust(s *sentence) bool {
	for _, c := range w.p.cuesIn(s) {
		if c.kind == cueOrg && (c.code == "contractor" || c.code == "entrusts" || c.code == "entrusts_to") {
			return true
		}
	}
	return false
}

// contractors gives the contractors other than the discloser, each once with its
// best evidence.
func (w *who) contractors(stem string) []notice.Fact {
	w.doers()
	best := map[string]int{}
	var order []string
	for i := range w.mentions {
		m := &w.mentions[i]
		if m.contractor <= 0 || m.stem == stem || !m.formal && !m.organ && m.known == nil {
			continue
		}
		at, seen := best[m.stem]
		if !seen {
			order = append(order, m.stem)
		}
		if !seen || m.contractor > w.mentions[at].contractor {
			best[m.stem] = i
		}
	}
	var out []notice.Fact
	for _, k := range order {
		m := &w.mentions[best[k]]
		f := w.p.fact(notice.FieldOrganization, "organization.contractor", m.Span)
		f.Value, f.Role, f.Weight, f.Confidence = m.name, "contractor", m.contractor, 0.7
		out = append(out, f)
	}
	return out
}
