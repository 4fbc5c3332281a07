package extract

import (
	"strings"

	"jikenbo/etl/notice"
)

// countRule proposes a role for a count, or "" when it does not speak to it.
type countRule struct {
	id   string
	role func(p *page, all []stated, i int) string
}

// countRules are asked in this order; the first that answers decides. What none
// answers is weighed by its evidence.
var countRules = []countRule{
	{"unit", ruleUnit},
	{"section", ruleSection},
	{"past", rulePast},
	{"earlier_report", ruleEarlier},
	{"aside", ruleAside},
	{"not_data", ruleNotData},
	{"denied", ruleDenied},
	{"included", ruleIncluded},
	{"of_which", ruleOfWhich},
	{"whole", ruleWhole},
	{"population", rulePopulation},
	{"viewer", ruleViewer},
	{"particle", ruleParticle},
}

// roleOf finds the role of count i; those before it have theirs.
func (p *page) roleOf(all []stated, i int) {
	c := &all[i]
	c.evidence = p.evidenceOf(c)
	for _, r := range countRules {
		if role := r.role(p, all, i); role != "" {
			c.role, c.rule = role, r.id
			return
		}
	}
	switch {
	case c.evidence >= 1 && (c.m.Total || hasSuffixAny(c.ctx.noun, totalLabels...)):
		c.role, c.rule = roleTotal, "total"
	case c.distinct() && c.evidence >= affectedFrom+2:
		c.role, c.rule = roleTotal, "distinct"
	case c.evidence >= affectedFrom && c.labelled() && c.named():
		c.role, c.rule = roleTotal, "label"
	case c.evidence >= affectedFrom:
		c.role, c.rule = roleAffected, "affected"
	default:
		c.role, c.rule = roleOther, "bare"
	}
}

// evidenceOf sums up what says that the counted were or may have been exposed.
func (p *page) evidenceOf(c *stated) float64 {
	x, e := &c.ctx, 0.0
	s := &p.sents[c.sent]
	near := tailRunes(x.before, 20)
	if c.named() {
		e += 3
	}
	if hasSuffixAny(x.before, directAim...) {
		e += 2
	}
	if c.distinct() {
		e += 3
	}
	if holdsAny(x.clause, ifWords) {
		e -= 3
	}
	if !c.named() && strings.HasSuffix(x.before, "は") && !holdsAny(x.sentence, leakWords) {
		e -= 1.5 // 「受験者は1,208名です」 tells how many there were
	}
	if owns(x.after) && holdsAny(headRunes(x.after, 16), dataWords) || x.after == "の" || x.after == "分の" {
		e += 3
	}
	if c.m.Bun {
		e += 2
	}
	if holdsAny(x.clause, leakWords) {
		e += 2
	} else if holdsAny(x.sentence, leakWords) {
		e++
	}
	if tail := headRunes(x.after, 10); startsWithAny(tail, "が", "の") && holdsAny(tail, []string{"漏えい", "漏洩", "流出", "閲覧", "対象"}) {
		e += 1.5
	}
	if c.unit == unitPersons {
		if hasSuffixAny(x.who, peopleNouns...) || owns(x.after) && holdsAny(headRunes(x.after, 8), peopleNouns) {
			e++
		}
	} else if hasSuffixAny(x.noun, dataWords...) || holdsAny(tailRunes(x.noun, 10), dataWords) {
		e += 2
	}
	if strings.TrimSpace(near) == "" && holdsAny(x.previous, leakWords) {
		e++
	}
	if holdsAny(x.heading, leakWords) || strings.Contains(x.heading, "対象") {
		e++
	}
	return e + sectionEvidence[s.section]
}

// named says whether the words before the count name it as that of the exposed:
// 「対象者」「対象となる患者様の数」.
func (c *stated) named() bool {
	return hasSuffixAny(c.ctx.noun, exposedLabels...) || hasSuffixAny(c.ctx.who, exposedLabels...) || holdsAny(tailRunes(c.ctx.before, 12), aimedWords)
}

// distinct says whether the count is told to be without duplicates.
func (c *stated) distinct() bool {
	return holdsAny(tailRunes(c.ctx.before, 20)+c.ctx.words, distinctWords)
}

// labelled says whether a word names the count as what it is: 「対象者:」「対象となる
// 方は」, or a label on the line above.
func (c *stated) labelled() bool {
	return c.ctx.labelled && !c.m.Nobe
}

// sectionEvidence is what the place of a count says.
var sectionEvidence = map[string]float64{sectionTitle: 2, "data": 1, "count": 2, sectionLead: 0.5, "overview": 0.5, "damage": -1, "cause": -0.5}

// owns says whether the words after a count make it the owner of what follows:
// 「22名の個人情報」「187名分のメールアドレス」「40名に係る書類」.
func owns(after string) bool {
	return startsWithAny(after, "の", "分の", "に関する", "に係る", "にかかる", "様の", "さまの", "さんの", "ら", "及び", "と", "(", "、", "について", "に関し")
}

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
	if holdsAny(x.up, pastWords) || strings.Contains(x.sentence, "本件とは") && holdsAny(x.sentence, pastWords) {
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
	if strings.TrimSpace(from) == "" {
		return ""
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
	if holdsAny(headRunes(x.after, 12), []string{"研修", "訓練", "講習", "体制", "説明会"}) {
		return roleOther
	}
	return ""
}

// ruleNotData: 件 of inquiries, attempts, attacks, works.
func ruleNotData(_ *page, all []stated, i int) string {
	c := &all[i]
	if c.unit == unitPersons {
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

var notRecordAfter = wordList(`問い合わせ 問合せ 相談 苦情 申告 攻撃 事案 事故 手術 ドメイン リンク 不正アクセス`)

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
	if h.cue.Start > c.at.End && holdsAny(p.norm[c.at.End:h.cue.Start], damageDenied) {
		return ""
	}
	return rolePopulation
}

// excluded says whether the sentence ends by leaving the counted out, with nothing
// else told of them before: 「約24,000名の情報は別に管理しており、対象外です」.
func (p *page) excluded(c *stated) bool {
	rest := p.norm[c.at.End:p.sents[c.sent].End]
	k := firstIndex(rest, excludedWords)
	if k < 0 {
		return false
	}
	between := rest[:k]
	return !holdsAny(between, leakWords) && !strings.Contains(between, "が、") && !strings.Contains(between, "可能性") && strings.Count(between, "は") <= 1
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
	rest := p.norm[c.at.End:p.sents[c.sent].End]
	if !startsWithAny(rest, "中", "の中") && !ofWhich(rest) || startsWithAny(rest, "中学", "中等") {
		return ""
	}
	if i+1 >= len(all) || all[i+1].sent != c.sent || strings.HasPrefix(rest, "中") || strings.HasPrefix(rest, "の中") {
		return rolePopulation
	}
	between := p.norm[c.at.End:all[i+1].at.Start]
	later := p.norm[all[i+1].at.End:p.sents[c.sent].End]
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

// rulePopulation: how many there are in all, 「登録者は18,422名です」「全校生徒858名」.
func rulePopulation(_ *page, all []stated, i int) string {
	c := &all[i]
	x := &c.ctx
	if startsWithAny(x.words, "全体で", "全国で", "世界で") || hasSuffixAny(strip(x.noun, countTails), "全体", "全世界", "グループ全体", "全国") {
		return rolePopulation
	}
	if hasSuffixAny(x.who, employeeNouns...) && strings.HasSuffix(x.before, "は") && startsWithAny(x.after, "です", "でした", "でござ", "であ", "が在籍", "在籍") && !holdsAny(x.clause, leakWords) {
		return rolePopulation
	}
	if !hasSuffixAny(x.noun, populationNouns...) {
		return ""
	}
	if owns(x.after) && holdsAny(headRunes(x.after, 12), []string{"個人情報", "情報", "氏名", "データ", "アドレス", "住所"}) {
		return ""
	}
	if !hasSuffixAny(x.before, "は", "が", "数", ":", "(", "数は") && !startsWithAny(x.noun, "全") && !strings.Contains(tailRunes(x.noun, 6), "全") && !strings.Contains(x.after, "現在") {
		return ""
	}
	if holdsAny(x.clause, leakWords) && !strings.Contains(tailRunes(x.noun, 6), "全") || strings.Contains(x.before, "対象") || strings.Contains(x.before, "該当") {
		return ""
	}
	return rolePopulation
}

// ruleViewer: who got the data or could see it.
func ruleViewer(p *page, all []stated, i int) string {
	c := &all[i]
	x := &c.ctx
	if c.unit != unitPersons && c.unit != unitAddresses && c.unit != unitAccounts || c.m.Bun {
		return ""
	}
	if holdsAny(tailRunes(x.before, 15), recipientLabels) {
		return roleRecipient
	}
	if hasSuffixAny(x.noun, recipientNouns...) && !dataOf(x.after) {
		return roleRecipient
	}
	for _, w := range viewerEnds {
		k := strings.LastIndex(x.before, w)
		if k < 0 {
			continue
		}
		rest := nounOf(x.before[k+len(w):])
		for _, soft := range []string{"可能性", "おそれ", "恐れ", "が", "の", "ある", "と思われる", "と考えられる"} {
			rest = strings.TrimPrefix(rest, soft)
		}
		if who := strip(rest, politeTails); len(rest) <= 9*3 && (who == "" || hasSuffixAny(who, peopleNouns...)) && !strings.Contains(rest, "、") && !dataOf(x.after) {
			return roleRecipient
		}
	}
	return ""
}

// dataOf says whether the words after a count speak of the data of those counted.
func dataOf(after string) bool {
	return startsWithAny(after, "の", "分の", "様の") && holdsAny(headRunes(after, 12), dataWords)
}

// ruleParticle: what the counted do or are done to, by the particle behind them.
func ruleParticle(p *page, all []stated, i int) string {
	c := &all[i]
	if c.unit != unitPersons || c.ctx.bracket || c.named() {
		return ""
	}
	after := c.ctx.after
	for _, polite := range []string{"全員", "の方々", "の方", "の皆さま", "の皆様", "のお客様", "のお客さま", "様", "の生徒", "の保護者", "の会員", "の利用者", "の参加者", "の住民", "の皆さん"} {
		after = strings.TrimPrefix(after, polite)
	}
	clause := headRunes(after, 40)
	switch {
	case hasSuffixAny(c.ctx.who, staffNouns...) && startsWithAny(after, "いま", "おり", "いる", "いた", "い、", "ございま", "在籍", "あり"):
		return roleOther
	case startsWithAny(after, "に対し", "に", "へ", "宛", "あて"):
		return particleTo(c, clause)
	case startsWithAny(after, "から", "より"):
		return roleOther
	case startsWithAny(after, "が", "は", "も", "により", "による", "で") && !startsWithAny(after, "です", "でした", "であ", "でござ", "で、漏", "で、流"):
		return particleBy(c, after)
	}
	return ""
}

// particleTo: 「N名に」: sent to them, or told to them.
func particleTo(c *stated, clause string) string {
	if startsWithAny(clause, "について", "につき", "に関", "に係", "にのぼ", "に上", "に及", "にお", "になり", "になる", "にかか") {
		return ""
	}
	first, told := firstIndex(clause, toldTo), false
	if first >= 0 {
		told = true
	}
	if sent := firstIndex(clause, sentTo); sent >= 0 && (!told || sent < first) {
		return roleRecipient
	}
	if told && c.evidence >= affectedFrom {
		c.evidence = affectedFrom
		return ""
	}
	return roleOther
}

// particleBy: 「N名が」: the notice's own people act; others see or do something.
func particleBy(c *stated, after string) string {
	if holdsAny(headRunes(after, 10), []string{"対象", "該当", "含ま", "影響", "被害", "漏え", "漏洩", "流出", "特定", "掲載", "表示", "判明", "記載", "登録", "閲覧され", "閲覧可能な状態", "見え", "公開"}) {
		return ""
	}
	if strings.HasPrefix(after, "が") && holdsAny(headRunes(after, 12), []string{"閲覧", "アクセス", "ダウンロード", "受信", "開封", "見"}) {
		return roleRecipient
	}
	if hasSuffixAny(c.ctx.who, staffNouns...) || c.ctx.noun == "" || startsWithAny(after, "により", "による", "で", "が") {
		return roleOther
	}
	return ""
}

// firstIndex gives where the first of the words stands in s, or -1.
func firstIndex(s string, words []string) int {
	best := -1
	for _, w := range words {
		if k := strings.Index(s, w); k >= 0 && (best < 0 || k < best) {
			best = k
		}
	}
	return best
}
