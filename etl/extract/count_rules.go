package extract

import (
	"strings"

	"jikenbo/etl/notice"
	"jikenbo/etl/quantity"
	"jikenbo/etl/text"
)

// ruleUnit: what is no person and no record.
func ruleUnit(t *tally, i int) string {
	switch t.all[i].unit {
	case unitFacilities, unitAmount, unitOther, unitHouseholds:
		return roleOther
	}
	return ""
}

// ruleSection: measures, requests and contacts tell of nobody exposed.
func ruleSection(t *tally, i int) string {
	at := t.all[i].sent
	switch t.sents[at].section {
	case "prevention", "plan", "request", "contact", "delay", "business":
	default:
		return ""
	}
	line := strings.TrimLeft(t.str(t.all[i].ctx.sentence), "・•")
	if _, _, ok := cutLabel(line); ok && at > 0 && t.sents[at-1].section != t.sents[at].section {
		return "" // the line's own label named the section: 「お問い合わせをされたお客様:321名」
	}
	return roleOther
}

// rulePast: another case, 「昨年11月にも」「過去に」「本件とは関係ありません」.
func rulePast(t *tally, i int) string {
	x := &t.all[i].ctx
	if t.words.holds(x.up, wPast) || strings.Contains(t.str(x.sentence), "本件とは") && t.words.holds(x.sentence, wPast) {
		return roleOther
	}
	up := t.str(x.up)
	for at := 0; ; {
		k := strings.Index(up[at:], "にも")
		if k < 0 {
			return ""
		}
		before := text.Span{Start: x.up.Start, End: x.up.Start + at + k}
		if t.words.ends(before, wAgo) || t.words.ends(before, wPartOfYear) && strings.Contains(t.str(t.tail(before, 12)), "年") {
			return roleOther
		}
		at += k + len("にも")
	}
}

// ruleEarlier: what an earlier report said, 「第一報では最大412件としていましたが」.
func ruleEarlier(t *tally, i int) string {
	x := &t.all[i].ctx
	if t.words.begins(t.trimLeft(x.up, " ・"), wWrongMark) {
		return roleSuperseded
	}
	from := x.before
	if !x.follows && !(from.Start == x.up.Start) {
		from = t.tail(x.up, 45) // 「第3報を公表し、最大で約9万4千人とお知らせ」
	}
	word := t.words.last(from, wReport)
	if word.Start < 0 || x.labelled && strings.Contains(t.post.Title, t.str(word)) {
		return ""
	}
	tail := text.Span{Start: word.End, End: from.End}
	rest := t.str(tail)
	if len(rest) > 30*3 || strings.Contains(rest, "加え") {
		return ""
	}
	leads := startsWithAny(rest, "では", "時点では", "においては", "は", "値") && !strings.Contains(t.str(word), "した")
	names := x.labelled && (strings.HasPrefix(rest, "(") || strings.TrimSpace(t.str(t.nounOf(tail))) == "")
	told := startsWithAny(t.str(x.after), "と", "より", "から", "を", "で", "(", "」", "の") && t.words.holds(t.head(x.after, 25), wWasTold)
	if leads || names || told {
		return roleSuperseded
	}
	return ""
}

// ruleAside: training, staffing, averages, remainders, overlaps; what was put off.
func ruleAside(t *tally, i int) string {
	c := &t.all[i]
	x := &c.ctx
	behind := text.Span{Start: c.at.End, End: t.sents[c.sent].End}
	if t.words.begins(behind, wAsideAfter) || t.words.begins(x.after, wAsideAfter) || t.words.ends(x.noun, wAside) || t.words.holds(t.tail(x.before, 8), wAsideNear) {
		return roleOther
	}
	if to := t.untilComma(t.head(x.after, 12)); !x.bracket && t.words.holds(to, wTraining) && !t.words.holds(to, wData) {
		return roleOther
	}
	if t.words.holds(x.clause, wWork) && !t.words.holds(x.clause, wLeak) {
		return roleOther
	}
	return ""
}

// untilComma gives the words before the first comma.
func (t *tally) untilComma(s text.Span) text.Span {
	if i := strings.Index(t.str(s), "、"); i >= 0 {
		s.End = s.Start + i
	}
	return s
}

// ruleNotData: 件 of inquiries, attempts, attacks, works.
func ruleNotData(t *tally, i int) string {
	c := &t.all[i]
	if c.unit == unitAccounts && c.number <= 3 && t.words.holds(t.tail(c.ctx.before, 15), wOwnAccount) {
		return roleOther
	}
	if c.unit == unitPersons || c.m.Unit == quantity.Accounts {
		return ""
	}
	noun := t.words.strip(c.ctx.noun, wCountTail)
	not := t.words.ends(noun, wNotRecord)
	switch {
	case t.words.ends(noun, wDamage):
		return rolePart
	case !not && t.words.ends(c.ctx.noun, wExposedLabel):
		return ""
	case not, t.owns(c.ctx.after) && t.words.holds(t.head(c.ctx.after, 7), wNotRecordAfter):
		return roleOther
	}
	return ""
}

// ruleDenied: who is said not to be affected. A denial of misuse denies nothing of
// the exposure.
func ruleDenied(t *tally, i int) string {
	c := &t.all[i]
	if t.excluded(c) {
		return rolePopulation
	}
	h := t.hedgingAt(c.at)
	if h.code != notice.Denied {
		return ""
	}
	if h.cue.Start >= c.at.End && !t.endsClause(h.cue.End, c.sent) { // 「BCCではなく宛先に」「必要がない職員26名」
		return ""
	}
	if h.cue.End <= c.at.Start && !strings.HasSuffix(t.norm[h.cue.Start:c.at.Start], ":") {
		return ""
	}
	between := text.Span{Start: c.at.End, End: max(c.at.End, h.cue.Start)}
	if t.words.holds(between, wDamageDenied) || t.newTopic(between) {
		return ""
	}
	if said := (text.Span{Start: min(c.at.End, h.cue.Start), End: h.cue.End}); !t.words.holds(said, wLeak, wConcern) {
		return "" // 「宛名と中身が一致していませんでした」 denies no exposure
	}
	return rolePopulation
}

// excluded says whether the sentence ends by leaving the counted out, with nothing
// else told of them before: 「約24,000名の情報は別に管理しており、対象外です」.
func (t *tally) excluded(c *stated) bool {
	rest := t.rest(c)
	out := t.words.find(rest, wExcluded)
	if out.Start < 0 {
		return false
	}
	between := text.Span{Start: rest.Start, End: out.Start}
	words := t.str(between)
	return !t.words.holds(between, wLeak) && !strings.Contains(words, "が、") && !strings.Contains(words, "可能性") && !t.newTopic(between)
}

// newTopic says whether the words between a count and a denial turn to something
// else: 「821件のみであり、氏名や住所は(含まれておりません)」, not 「3万名については、
// 流出は(確認されておりません)」.
func (t *tally) newTopic(between text.Span) bool {
	words := t.str(between)
	k := strings.LastIndexAny(words, "、,")
	if k < 0 {
		return false
	}
	end := strings.Index(words[k:], "は")
	return end >= 0 && !t.words.holds(text.Span{Start: between.Start + k, End: between.Start + k + end}, wLeak, wConcern)
}

// endsClause says whether a clause or what is quoted of it ends at a place of a
// sentence.
func (t *tally) endsClause(at, sent int) bool {
	end := t.sents[sent].End
	return at >= end || t.words.begins(text.Span{Start: at, End: end}, wClauseEnd)
}

// ruleIncluded: 「2,718件を含む」「上記の2,655名を含みます」.
func ruleIncluded(t *tally, i int) string {
	x := &t.all[i].ctx
	if t.words.begins(x.after, wIncluded) || strings.Contains(t.str(x.up), "内訳") ||
		x.bracket && strings.Contains(t.str(t.tail(x.before, 10)), "該当") {
		return rolePart
	}
	return ""
}

// ruleOfWhich: うち. Of a count whose owner is exposed it is a part; of a
// population or of something without a number it speaks for itself.
func ruleOfWhich(t *tally, i int) string {
	x := &t.all[i].ctx
	up := t.str(x.before)
	among := strings.Contains(up, "うち") || strings.Contains(up, "の中で") || strings.HasSuffix(t.str(t.nounOf(x.before)), "内")
	if !among && !startsWithAny(t.str(x.joined), "中", "人中", "名中") {
		return ""
	}
	k := t.antecedent(i)
	if k < 0 {
		return ""
	}
	switch t.all[k].role {
	case rolePopulation, roleRecipient, roleOther:
		return ""
	case roleSuperseded:
		return roleSuperseded
	}
	return rolePart
}

// antecedent gives the count of people or records that 「うち」 takes a part of: the
// one before it in its sentence or in the two before.
func (t *tally) antecedent(i int) int {
	for k := i - 1; k >= 0 && t.all[k].sent >= t.all[i].sent-2; k-- {
		if unitWeight[t.all[k].unit] > 0 && t.all[k].number >= t.all[i].number {
			return k
		}
	}
	return -1
}
