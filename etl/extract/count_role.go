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

// evidenceOf sums up what says that the counted were or may have been exposed: the
// words before, the words behind, the clause, and the place.
func (p *page) evidenceOf(c *stated) float64 {
	return namingEvidence(c) + owningEvidence(c) + clauseEvidence(c) + p.placeEvidence(c)
}

// namingEvidence is what the words before a count say.
func namingEvidence(c *stated) float64 {
	x, e := &c.ctx, 0.0
	if c.named() {
		e += 3
	} else if strings.HasSuffix(x.before, "は") && !holdsAny(x.sentence, leakWords) {
		e -= 1.5 // 「受験者は1,208名です」 tells how many there were
	}
	if hasSuffixAny(x.before, directAim...) {
		e += 2
	}
	if c.distinct() || c.right() {
		e += 3
	}
	switch {
	case c.unit == unitPersons && (hasSuffixAny(x.who, peopleNouns...) || hasSuffixAny(x.noun, peopleNouns...) || owns(x.after) && holdsAny(headRunes(x.after, 8), peopleNouns)):
		e++
	case c.unit != unitPersons && (hasSuffixAny(x.noun, dataWords...) || holdsAny(tailRunes(x.noun, 10), dataWords)):
		e += 2
	}
	return e
}

// owningEvidence is what the words behind a count say: 「22名の個人情報」, 「分」,
// 「が漏えい」.
func owningEvidence(c *stated) float64 {
	x, e := &c.ctx, 0.0
	if owns(x.after) && holdsAny(headRunes(x.after, 16), dataWords) || x.after == "の" || x.after == "分の" {
		e += 3
	}
	if c.m.Bun {
		e += 2
	}
	if tail := headRunes(x.after, 10); startsWithAny(tail, "が", "の") && holdsAny(tail, exposedVerbs) {
		e += 1.5
	}
	return e
}

// clauseEvidence is what the clause tells, or else its sentence.
func clauseEvidence(c *stated) float64 {
	e := 0.0
	if holdsAny(c.ctx.clause, ifWords) {
		e -= 3
	}
	switch {
	case holdsAny(c.ctx.clause, leakWords):
		e += 2
	case holdsAny(c.ctx.sentence, leakWords):
		e++
	}
	return e
}

// placeEvidence is what the section, the heading and the sentence before say.
func (p *page) placeEvidence(c *stated) float64 {
	e := sectionEvidence[p.sents[c.sent].section]
	if strings.TrimSpace(c.ctx.before) == "" && holdsAny(c.ctx.previous, leakWords) {
		e++
	}
	if holdsAny(c.ctx.heading, leakWords) || strings.Contains(c.ctx.heading, "対象") {
		e++
	}
	return e
}

// named says whether the words before the count name it as that of the exposed:
// 「対象者」「対象となる患者様の数」.
func (c *stated) named() bool {
	return hasSuffixAny(c.ctx.noun, exposedLabels...) || hasSuffixAny(c.ctx.who, exposedLabels...) || holdsAny(tailRunes(c.ctx.before, 12), aimedWords)
}

// distinct says whether the count is told to be without duplicates.
func (c *stated) distinct() bool {
	return holdsAny(tailRunes(c.ctx.up, 20)+c.ctx.words, distinctWords)
}

// right says whether the count stands behind 「正:」 or 「訂正後」.
func (c *stated) right() bool {
	return startsWithAny(strings.TrimLeft(c.ctx.up, " ・"), rightMarks...)
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
