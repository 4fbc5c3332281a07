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
	if strings.HasPrefix(after, "から") && !w.tellsOfIncident(after) || onlyAsked(after) {
		weight = 0 // who only told of it, or was told
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

// onlyAsked says whether the words behind a name say no more than that it was
// spoken to: 「株式会社Xに復旧を依頼」.
func onlyAsked(after string) bool {
	if !strings.HasPrefix(after, "に") && !strings.HasPrefix(after, "へ") || strings.HasPrefix(after, "にお") || strings.HasPrefix(after, "によ") {
		return false
	}
	return inClause(after, "連絡", "依頼", "相談", "確認", "指示", "要請", "問い合わせ", "照会") && !inClause(after, "委託", "誤", "漏え", "送信")
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
		case c.code == "client" && c.Start > m.End && c.Start-m.End < 120 && m.formal && w.isOurselves(c.Start):
			best = max(best, contractorTrusted) // 株式会社Xの社員が、本市から受託した業務で
		case c.code == "entrusts" && c.End <= m.Start && onlyFiller(w.p.norm[c.End:m.Start]) && !w.heldByUs(c, before):
			best = max(best, contractorTrusted)
		}
	}
	return best
}

// isOurselves says whether a word for the speaker ends at i.
func (w *who) isOurselves(i int) bool {
	for _, word := range []string{"本市", "当市", "本県", "本町", "当町", "本村", "当社", "弊社", "本学", "当院", "当協会", "当財団", "当機構", "当行", "当局", "当組合", "市", "町", "県"} {
		if before, ok := strings.CutSuffix(w.p.norm[:i], word); ok {
			r, _ := utf8.DecodeLastRuneInString(before)
			return len(word) > 3 || !isNameRune(r) || isHiragana(r)
		}
	}
	return false
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
	between := w.p.norm[c.End:m.Start]
	if said, ok := strings.CutPrefix(between, "は"); ok && onlyFiller(said) {
		after := w.p.norm[m.End:]
		return strings.HasPrefix(after, "で") || strings.HasPrefix(after, "。") || strings.HasPrefix(after, "\n") || after == ""
	}
	return onlyFiller(between)
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
