package extract

import "strings"

// rulePopulation: how many there are in all, 「登録者は18,422名です」「全校生徒858名」.
func rulePopulation(_ *page, all []stated, i int) string {
	c := &all[i]
	x := &c.ctx
	if startsWithAny(x.words, "全体で", "全国で", "世界で") || hasSuffixAny(strip(x.noun, countTails), "全体", "全世界", "グループ全体", "全国") {
		return rolePopulation
	}
	if holdsAny(x.up, elsewhereWords) && !strings.Contains(x.up, "うち") {
		return rolePopulation
	}
	if hasSuffixAny(x.who, employeeNouns...) && strings.HasSuffix(x.before, "は") && startsWithAny(x.after, "です", "でした", "でござ", "であ", "が在籍", "在籍") && !holdsAny(x.clause, leakWords) {
		return rolePopulation
	}
	if startsWithAny(x.words, "総数") && hasSuffixAny(x.noun, populationNouns...) {
		return rolePopulation
	}
	if at := strings.LastIndex(x.before, "数は"); at >= 0 && holdsAny(x.before[at:], []string{"時点", "現在"}) && !c.named() {
		return rolePopulation
	}
	if !hasSuffixAny(x.noun, populationNouns...) {
		return ""
	}
	if owns(x.after) && holdsAny(headRunes(x.after, 12), []string{"個人情報", "情報", "氏名", "データ", "アドレス", "住所"}) {
		return ""
	}
	if !hasSuffixAny(strings.TrimRight(x.before, " "), "は", "が", "数", ":", "(", "数は") && !startsWithAny(x.noun, "全") && !strings.Contains(tailRunes(x.noun, 6), "全") && !strings.Contains(x.after, "現在") {
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
	if who, ok := strings.CutPrefix(x.after, "の"); ok && startsWithAny(who, recipientNouns...) {
		return roleRecipient
	}
	for _, w := range viewerEnds {
		k := strings.LastIndex(x.before, w)
		if k < 0 {
			continue
		}
		rest := nounOf(x.before[k+len(w):])
		rest = withoutSofteners(rest)
		if who := strip(rest, politeTails); len(rest) <= 9*3 && (who == "" || hasSuffixAny(who, peopleNouns...)) && !strings.Contains(rest, "、") && !dataOf(x.after) {
			return roleRecipient
		}
	}
	return ""
}

// withoutSofteners takes 「可能性のある」「とみられる」 off the beginning of s.
func withoutSofteners(s string) string {
	for again := true; again; {
		again = false
		for _, soft := range softeners {
			if rest, ok := strings.CutPrefix(s, soft); ok {
				s, again = rest, true
			}
		}
	}
	return s
}

// dataOf says whether the words after a count speak of the data of those counted.
func dataOf(after string) bool {
	return startsWithAny(after, "の", "分の", "様の") && holdsAny(headRunes(after, 12), dataWords)
}

// ruleParticle: what the counted do or are done to, by the particle behind them.
func ruleParticle(p *page, all []stated, i int) string {
	c := &all[i]
	if c.unit != unitPersons || c.m.Bun || c.ctx.bracket || c.named() {
		return ""
	}
	after := c.ctx.after
	if hasSuffixAny(c.ctx.who, employeeNouns...) && startsWithAny(after, accountThings...) {
		return roleOther // whose account was taken over, not whose data was exposed
	}
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
	if told && firstIndex(clause, sentTo) >= 0 {
		return roleRecipient // 「86名に開催案内を送る際」
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
