package extract

import "strings"

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
