package extract

import (
	"sort"
	"strings"

	"jikenbo/etl/quantity"
	"jikenbo/etl/text"
)

// ruleWhole: 「363名中240名」「会員1,000名のうち120名」: the first is the population,
// unless it is the exposed of whom something more is told (「漏えいした1,000名のうち
// 200名は口座番号も」「対象の589名のうち571名に連絡」).
func ruleWhole(t *tally, i int) string {
	c := &t.all[i]
	rest := t.rest(c)
	words := t.str(rest)
	among := startsWithAny(words, "中", "の中") && !startsWithAny(words, "中学", "中等")
	if !among && !ofWhich(t.str(t.head(rest, 14))) {
		return ""
	}
	if among || i+1 >= len(t.all) || t.all[i+1].sent != c.sent {
		return rolePopulation
	}
	next := &t.all[i+1]
	between, later := text.Span{Start: c.at.End, End: max(c.at.End, next.at.Start)}, t.rest(next)
	behind := t.str(later)
	if strings.Contains(t.str(t.tail(c.ctx.before, 10)), "のは") && startsWithAny(behind, "です", "でし", "だ", "であ", "と", "。", "\n") {
		return rolePopulation
	}
	if t.words.holds(t.tail(c.ctx.before, 20), wLeak) && !strings.Contains(t.str(c.ctx.before), "登録") {
		return ""
	}
	if t.words.holds(between, wLeak) || t.dataOf(later) && t.words.holds(t.head(later, 30), wLeak) {
		return rolePopulation
	}
	told := t.words.holds(t.head(later, 20), wTold) || startsWithAny(behind, "から", "より") || strings.Contains(t.str(t.head(later, 25)), "も")
	known := c.evidence >= affectedFrom+1 || t.repeatedBefore(i)
	if known && (told || strings.Contains(t.str(c.ctx.before), "対象")) {
		return ""
	}
	return rolePopulation
}

// ofWhich says whether 「うち」 takes a part of the count before rest: 「のうち」,
// 「のデータのうち」, not 「(うち」.
func ofWhich(rest string) bool {
	k := strings.Index(rest, "のうち")
	return k >= 0 && !strings.ContainsAny(rest[:k], "、。(")
}

// repeatedBefore says whether the same number was found affected before.
func (t *tally) repeatedBefore(i int) bool {
	for k := range t.all[:i] {
		if b := &t.all[k]; b.number == t.all[i].number && b.unit == t.all[i].unit && b.counts() {
			return true
		}
	}
	return false
}

// rulePopulation: how many there are in all, 「登録者は18,422名です」「全校生徒858名」.
func rulePopulation(t *tally, i int) string {
	c := &t.all[i]
	x := &c.ctx
	before := strings.TrimRight(t.str(x.before), " ")
	switch {
	case t.words.begins(c.at, wWholeAfter), t.words.ends(t.words.strip(x.noun, wCountTail), wWhole):
		return rolePopulation
	case t.words.holds(x.up, wElsewhere) && !strings.Contains(t.str(x.up), "うち"):
		return rolePopulation
	case strings.HasSuffix(before, "は") && t.words.ends(x.who, wEmployee) && t.words.begins(x.after, wEmployed) && !t.words.holds(x.clause, wLeak):
		return rolePopulation
	case t.ofClients(x):
		return rolePopulation
	case strings.HasPrefix(t.str(c.at), "総数") && t.words.ends(x.noun, wPopulation):
		return rolePopulation
	}
	if at := strings.LastIndex(before, "数は"); at >= 0 && (strings.Contains(before[at:], "時点") || strings.Contains(before[at:], "現在")) && !t.named(c) {
		return rolePopulation
	}
	if !t.words.ends(x.noun, wPopulation) || t.owns(x.after) && t.words.holds(t.head(x.after, 12), wPersonalData) {
		return ""
	}
	all := strings.Contains(t.str(t.tail(x.noun, 6)), "全") || strings.HasPrefix(t.str(x.noun), "全")
	if !all && !hasSuffixAny(before, "は", "が", "数", ":", "(") && !strings.Contains(t.str(x.after), "現在") {
		return ""
	}
	if !all && t.words.holds(x.clause, wLeak) || strings.Contains(before, "対象") || strings.Contains(before, "該当") {
		return ""
	}
	return rolePopulation
}

// ofClients says whether a count is that of many bodies together: 「同社に業務を委託
// している約30団体の計140万件」.
func (t *tally) ofClients(x *countContext) bool {
	if !x.follows || !strings.HasPrefix(t.str(x.joined), "の") || x.joined.End-x.joined.Start > len("の計約") || !t.words.holds(x.up, wClient) {
		return false
	}
	i := sort.Search(len(t.quants), func(i int) bool { return t.quants[i].End >= x.joined.Start })
	return i < len(t.quants) && t.quants[i].Unit == quantity.Facilities
}

// ruleViewer: who got the data or could see it.
func ruleViewer(t *tally, i int) string {
	c := &t.all[i]
	x := &c.ctx
	if c.unit == unitRecords || c.m.Bun {
		return ""
	}
	if t.words.holds(t.tail(x.before, 15), wRecipientLabel) || t.words.ends(x.noun, wRecipient) && !t.dataOf(x.after) {
		return roleRecipient
	}
	if strings.HasPrefix(t.str(x.after), "の") && t.words.begins(text.Span{Start: x.after.Start + len("の"), End: x.after.End}, wRecipient) {
		return roleRecipient
	}
	for _, end := range t.words.all(x.before, wViewerEnd) {
		if t.viewers(text.Span{Start: end, End: x.before.End}) && !t.dataOf(x.after) {
			return roleRecipient
		}
	}
	return ""
}

// viewers says whether the words between a verb of seeing and a count name nobody
// but those who saw: 「(閲覧した)可能性のある方」.
func (t *tally) viewers(rest text.Span) bool {
	rest = t.words.stripFront(t.nounOf(rest), wSoftener)
	who := t.words.strip(rest, wPoliteTail)
	return rest.End-rest.Start <= 9*3 && (who.End <= who.Start || t.words.ends(who, wPeople)) && !strings.Contains(t.str(rest), "、")
}

// dataOf says whether the words behind a count speak of the data of those counted.
func (t *tally) dataOf(after text.Span) bool {
	return startsWithAny(t.str(after), "の", "分の", "様の") && t.words.holds(t.head(after, 12), wData)
}

// ruleParticle: what the counted do or are done to, by the particle behind them.
func ruleParticle(t *tally, i int) string {
	c := &t.all[i]
	if c.unit != unitPersons || c.m.Bun || c.ctx.bracket || t.named(c) {
		return ""
	}
	if t.words.ends(c.ctx.who, wEmployee) && t.words.begins(c.ctx.after, wAccountThing) {
		return roleOther // whose account was taken over, not whose data was exposed
	}
	rest := t.words.stripFront(c.ctx.after, wPoliteAfter)
	if to := t.head(rest, 14); t.owns(rest) && t.words.holds(to, wData) && !t.words.holds(to, wSent) {
		return "" // 「3名あての書留郵便物」
	}
	after := t.str(rest)
	switch {
	case t.words.ends(c.ctx.who, wStaff) && t.words.begins(rest, wIsThere), startsWithAny(after, "から", "より"):
		return roleOther
	case startsWithAny(after, "に", "へ", "宛", "あて"):
		return t.particleTo(c, t.head(rest, 40))
	case startsWithAny(after, "が", "は", "も", "による", "で") && !startsWithAny(after, "です", "でした", "であ", "でござ", "で、漏", "で、流"):
		return t.particleBy(c, rest)
	}
	return ""
}

// particleTo: 「N名に」: sent to them, or told to them.
func (t *tally) particleTo(c *stated, clause text.Span) string {
	if t.words.begins(clause, wTopicAfter) {
		return ""
	}
	if t.words.holds(t.head(clause, 12), wAnother) {
		c.evidence = max(c.evidence, affectedFrom)
		return "" // 「9名の方に、別の方の証明書が」: as many as got another's
	}
	told, sent := t.words.find(clause, wTold), t.words.find(clause, wSent)
	switch {
	case sent.Start >= 0 && (told.Start < 0 || sent.Start < told.Start):
		return roleRecipient
	case told.Start >= 0 && c.evidence >= affectedFrom:
		c.evidence = affectedFrom
		return ""
	case told.Start >= 0 && sent.Start >= 0:
		return roleRecipient // 「86名に開催案内を送る際」
	}
	return roleOther
}

// particleBy: 「N名が」: the notice's own people act; others see or do something.
func (t *tally) particleBy(c *stated, rest text.Span) string {
	after := t.str(rest)
	if t.words.holds(t.head(rest, 10), wExposedAfter) {
		return ""
	}
	if strings.HasPrefix(after, "が") && t.words.holds(t.head(rest, 12), wSees) {
		return roleRecipient
	}
	if startsWithAny(after, "による", "で", "が") || c.ctx.noun.End <= c.ctx.noun.Start || t.words.ends(c.ctx.who, wStaff) {
		return roleOther
	}
	return ""
}
