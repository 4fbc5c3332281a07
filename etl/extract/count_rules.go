package extract

import (
	"strings"

	"jikenbo/etl/notice"
	"jikenbo/etl/quantity"
)

// ruleUnit: what is no person and no record.
func ruleUnit(_ *page, all []stated, i int) string {
	switch all[i].unit {
	case unitFacilities, unitAmount, unitOther, unitHouseholds:
		return roleOther
	}
	return ""
}

// ruleSection: measures, requests and contacts tell of nobody exposed.
func ruleSection(p *page, all []stated, i int) string {
	at := all[i].sent
	if _, _, ok := cutLabel(strings.TrimLeft(all[i].ctx.sentence, "・•")); ok && at > 0 && p.sents[at-1].section != p.sents[at].section {
		return "" // the line's own label named the section: 「お問い合わせをされたお客様:321名」
	}
	switch p.sents[all[i].sent].section {
	case "prevention", "plan", "request", "contact", "delay", "business":
		return roleOther
	}
	return ""
}

// rulePast: another case, 「昨年11月にも」「過去に」「本件とは関係ありません」.
func rulePast(_ *page, all []stated, i int) string {
	x := &all[i].ctx
	if holdsAny(x.up, pastWords) || holdsAny(x.up, sameKindWords) || strings.Contains(x.sentence, "本件とは") && holdsAny(x.sentence, pastWords) {
		return roleOther
	}
	for rest := x.up; ; {
		k := strings.Index(rest, "にも")
		if k < 0 {
			return ""
		}
		if tail := tailRunes(rest[:k], 12); strings.Contains(tail, "年") && hasSuffixAny(tail, "年", "月", "日", "年度", "頃", "秋", "春", "夏", "冬") {
			return roleOther
		}
		if hasSuffixAny(rest[:k], "年前", "月前", "週間前", "昨年", "昨年度", "前年度", "先月", "昨秋", "昨夏", "昨春") {
			return roleOther
		}
		rest = rest[k+len("にも"):]
	}
}

// ruleEarlier: what an earlier report said, 「第一報では最大412件としていましたが」.
func ruleEarlier(p *page, all []stated, i int) string {
	x := &all[i].ctx
	if startsWithAny(strings.TrimLeft(x.up, " ・"), wrongMarks...) {
		return roleSuperseded
	}
	from := x.before
	if x.joined == "" && !strings.HasPrefix(x.up, from) {
		from = tailRunes(x.up, 45) // 「第3報を公表し、最大で約9万4千人とお知らせ」
	}
	word, at := lastOf(from, reportWords)
	if at < 0 || word != "" && x.labelled && strings.Contains(p.post.Title, word) {
		return ""
	}
	rest := from[at+len(word):]
	if len(rest) > 30*3 || strings.Contains(rest, "加え") {
		return ""
	}
	lead := strings.HasPrefix(rest, "では") || strings.HasPrefix(rest, "時点では") || strings.HasPrefix(rest, "においては") || strings.HasPrefix(rest, "は") || strings.HasPrefix(rest, "値")
	if lead && !strings.Contains(word, "した") || x.labelled && strings.HasPrefix(rest, "(") || x.labelled && strings.TrimSpace(nounOf(rest)) == "" || holdsAny(headRunes(x.after, 25), wasTold) && startsWithAny(x.after, "と", "より", "から", "を", "で", "(", "」", "の") {
		return roleSuperseded
	}
	return ""
}

// lastOf gives the word that stands last in s, and where; -1 when none does.
func lastOf(s string, words []string) (string, int) {
	best, at := "", -1
	for _, w := range words {
		if k := strings.LastIndex(s, w); k > at || k == at && len(w) > len(best) {
			if k >= 0 {
				best, at = w, k
			}
		}
	}
	return best, at
}

// ruleAside: training, staffing, averages, remainders, overlaps.
func ruleAside(p *page, all []stated, i int) string {
	x := &all[i].ctx
	if startsWithAny(p.norm[all[i].at.End:], asideAfter...) || startsWithAny(x.after, asideAfter...) || hasSuffixAny(x.noun, asideWords...) || hasSuffixAny(x.noun, "重複", "重複者", "重複分") || holdsAny(tailRunes(x.before, 8), asideNear) {
		return roleOther
	}
	if to := untilComma(headRunes(x.after, 12)); !x.bracket && holdsAny(to, trainingWords) && !holdsAny(to, dataWords) {
		return roleOther
	}
	if holdsAny(x.clause, workWords) && !holdsAny(x.clause, leakWords) {
		return roleOther
	}
	return ""
}

// untilComma gives the words before the first comma.
func untilComma(s string) string {
	if i := strings.Index(s, "、"); i >= 0 {
		return s[:i]
	}
	return s
}

var trainingWords = wordList(`研修 訓練 講習 体制 説明会 総点検 再教育`)

// ruleNotData: 件 of inquiries, attempts, attacks, works.
func ruleNotData(_ *page, all []stated, i int) string {
	c := &all[i]
	if c.unit == unitPersons || c.m.Unit == quantity.Accounts && c.number > 3 {
		return ""
	}
	noun := strip(c.ctx.noun, countTails)
	if c.unit == unitAccounts && c.number <= 3 && holdsAny(tailRunes(c.ctx.before, 15), ownAccounts) {
		return roleOther
	}
	switch {
	case hasSuffixAny(noun, damageNouns...):
		return rolePart
	case hasSuffixAny(c.ctx.noun, exposedLabels...) && !hasSuffixAny(noun, notRecordNouns...):
		return ""
	case hasSuffixAny(noun, notRecordNouns...), owns(c.ctx.after) && holdsAny(headRunes(c.ctx.after, 7), notRecordAfter):
		return roleOther
	}
	return ""
}

var notRecordAfter = wordList(`迷惑メール 不審なメール 不審メール スパムメール なりすましメール フィッシング 試行 アクセス 通信 エラー 遅延 入電 障害 誤送 漏えい事 不具合 問い合わせ 問合せ 相談 苦情 申告 攻撃 事案 事故 手術 ドメイン リンク 不正アクセス`)

// ruleDenied: who is said not to be affected. A denial of misuse denies nothing of
// the exposure.
func ruleDenied(p *page, all []stated, i int) string {
	c := &all[i]
	if p.excluded(c) {
		return rolePopulation
	}
	h := p.hedgingAt(c.at)
	if h.code != notice.Denied {
		return ""
	}
	if h.cue.Start >= c.at.End && !endsClause(p.norm[h.cue.End:]) { // 「BCCではなく宛先に」「必要がない職員26名」
		return ""
	}
	if h.cue.End <= c.at.Start && !strings.HasSuffix(p.norm[h.cue.Start:c.at.Start], ":") {
		return ""
	}
	if h.cue.Start > c.at.End && (holdsAny(p.norm[c.at.End:h.cue.Start], damageDenied) || newTopic(p.norm[c.at.End:h.cue.Start])) {
		return ""
	}
	if said := p.norm[min(c.at.End, h.cue.Start):h.cue.End]; !holdsAny(said, leakWords) && !holdsAny(said, concernWords) {
		return "" // 「宛名と中身が一致していませんでした」 denies no exposure
	}
	return rolePopulation
}

// excluded says whether the sentence ends by leaving the counted out, with nothing
// else told of them before: 「約24,000名の情報は別に管理しており、対象外です」.
func (p *page) excluded(c *stated) bool {
	rest := p.rest(c)
	k := firstIndex(rest, excludedWords)
	if k < 0 {
		return false
	}
	between := rest[:k]
	return !holdsAny(between, leakWords) && !strings.Contains(between, "が、") && !strings.Contains(between, "可能性") && !newTopic(between)
}

// newTopic says whether the words between a count and a denial turn to something
// else: 「821件のみであり、氏名や住所は(含まれておりません)」, not 「3万名については、
// 流出は(確認されておりません)」.
func newTopic(between string) bool {
	k := strings.LastIndexAny(between, "、,")
	if k < 0 {
		return false
	}
	topic := between[k:]
	end := strings.Index(topic, "は")
	return end >= 0 && !holdsAny(topic[:end], leakWords) && !holdsAny(topic[:end], concernWords)
}

// endsClause says whether a clause or what is quoted of it ends before rest.
func endsClause(rest string) bool {
	return rest == "" || startsWithAny(rest, "。", "、", ")", "\n", "が、", "こと", "ため", "ので", "と", "でし", "です", "ます", "ました", "もの", "旨", "状況", "状態", "見込", "し、", "か", "」", "おり", "であ")
}

// ruleIncluded: 「2,718件を含む」「上記の2,655名を含みます」.
func ruleIncluded(_ *page, all []stated, i int) string {
	x := &all[i].ctx
	if startsWithAny(x.after, "を含む", "を含み", "が含まれ", "も含まれ", "を含め", "分を含", "(内数", "は内数") {
		return rolePart
	}
	if strings.Contains(x.up, "内訳") || x.bracket && strings.Contains(tailRunes(x.before, 10), "該当") {
		return rolePart
	}
	return ""
}

// ruleOfWhich: うち. Of a count whose owner is exposed it is a part; of a
// population or of something without a number it speaks for itself.
func ruleOfWhich(p *page, all []stated, i int) string {
	x := &all[i].ctx
	up := x.before
	if !strings.Contains(up, "うち") && !hasSuffixAny(nounOf(up), "の内", "内") && !strings.Contains(up, "の中で") && !startsWithAny(x.joined, "中", "人中", "名中") {
		return ""
	}
	k := antecedent(p, all, i)
	if k < 0 {
		return ""
	}
	switch all[k].role {
	case rolePopulation, roleRecipient, roleOther:
		return ""
	case roleSuperseded:
		return roleSuperseded
	}
	return rolePart
}

// antecedent gives the count of people or records that 「うち」 takes a part of: the
// one before it in its sentence or in the sentence before.
func antecedent(p *page, all []stated, i int) int {
	for k := i - 1; k >= 0 && all[k].sent >= all[i].sent-2; k-- {
		if unitWeight[all[k].unit] > 0 && all[k].number >= all[i].number {
			return k
		}
	}
	return -1
}

// ruleWhole: 「363名中240名」「会員1,000名のうち120名」: the first is the population,
// unless it is the exposed of whom something more is told (「漏えいした1,000名のうち
// 200名は口座番号も」「対象の589名のうち571名に連絡」).
func ruleWhole(p *page, all []stated, i int) string {
	c := &all[i]
	rest := p.rest(c)
	if !startsWithAny(rest, "中", "の中") && !ofWhich(rest) || startsWithAny(rest, "中学", "中等") {
		return ""
	}
	if i+1 >= len(all) || all[i+1].sent != c.sent || strings.HasPrefix(rest, "中") || strings.HasPrefix(rest, "の中") {
		return rolePopulation
	}
	between := p.norm[c.at.End:all[i+1].at.Start]
	later := p.rest(&all[i+1])
	if strings.Contains(tailRunes(c.ctx.before, 10), "のは") && startsWithAny(later, "です", "でし", "だ", "であ", "と", "。", "\n") {
		return rolePopulation
	}
	if holdsAny(tailRunes(c.ctx.before, 20), leakWords) && !strings.Contains(c.ctx.before, "登録") {
		return ""
	}
	if holdsAny(between, leakWords) || dataOf(later) && holdsAny(headRunes(later, 30), leakWords) {
		return rolePopulation
	}
	told := holdsAny(headRunes(later, 20), toldTo) || startsWithAny(later, "から", "より") || strings.Contains(headRunes(later, 25), "も")
	if known := c.evidence >= affectedFrom+1 || repeatedBefore(all, i); known && (told || strings.Contains(c.ctx.before, "対象")) {
		return ""
	}
	return rolePopulation
}

// ofWhich says whether 「うち」 takes a part of the count before rest: 「のうち」,
// 「のデータのうち」, not 「(うち」.
func ofWhich(rest string) bool {
	k := strings.Index(headRunes(rest, 14), "のうち")
	return k >= 0 && !strings.ContainsAny(rest[:k], "、。(")
}

// repeatedBefore says whether the same number was found affected before.
func repeatedBefore(all []stated, i int) bool {
	for k := range all[:i] {
		if all[k].number == all[i].number && all[k].unit == all[i].unit && (all[k].role == roleAffected || all[k].role == roleTotal) {
			return true
		}
	}
	return false
}
