package extract

import (
	"strings"

	"jikenbo/etl/text"
)

// countRule proposes a role for a count, or "" when it does not speak to it.
type countRule struct {
	id   string // of the facts it makes
	role func(t *tally, i int) string
}

// countRules are asked in this order; the first that answers decides. What none
// answers is weighed by its evidence.
var countRules = []countRule{
	{"count.unit", ruleUnit},
	{"count.section", ruleSection},
	{"count.past", rulePast},
	{"count.earlier_report", ruleEarlier},
	{"count.aside", ruleAside},
	{"count.not_data", ruleNotData},
	{"count.denied", ruleDenied},
	{"count.included", ruleIncluded},
	{"count.of_which", ruleOfWhich},
	{"count.whole", ruleWhole},
	{"count.population", rulePopulation},
	{"count.viewer", ruleViewer},
	{"count.particle", ruleParticle},
}

// Rules that are asked for by name.
const (
	ruleBare       = "count.bare"
	ruleByParticle = "count.particle"
	ruleInPlace    = "count.section"
)

// roleOf finds the role of count i; those before it have theirs.
func (t *tally) roleOf(i int) {
	c := &t.all[i]
	c.evidence = t.evidenceOf(c)
	for _, r := range countRules {
		if role := r.role(t, i); role != "" {
			c.role, c.rule = role, r.id
			return
		}
	}
	switch {
	case c.evidence >= 1 && (c.m.Total || t.words.ends(c.ctx.noun, wTotalLabel)):
		c.role, c.rule = roleTotal, "count.total"
	case c.evidence >= affectedFrom+2 && t.distinct(c):
		c.role, c.rule = roleTotal, "count.distinct"
	case c.evidence >= affectedFrom && c.labelled() && t.named(c):
		c.role, c.rule = roleTotal, "count.label"
	case c.evidence >= affectedFrom:
		c.role, c.rule = roleAffected, "count.affected"
	default:
		c.role, c.rule = roleOther, ruleBare
	}
}

// evidenceOf sums up what says that the counted were or may have been exposed: the
// words before, the words behind, the clause, and the place.
func (t *tally) evidenceOf(c *stated) float64 {
	return t.namingEvidence(c) + t.owningEvidence(c) + t.clauseEvidence(c) + t.placeEvidence(c)
}

// namingEvidence is what the words before a count say.
func (t *tally) namingEvidence(c *stated) float64 {
	x, e := &c.ctx, 0.0
	if t.named(c) {
		e += 3
	} else if strings.HasSuffix(t.str(x.before), "は") && !t.words.holds(x.sentence, wLeak) {
		e -= 1.5 // 「受験者は1,208名です」 tells how many there were
	}
	if t.words.ends(x.before, wDirectAim) {
		e += 2
	}
	if t.distinct(c) || t.right(c) {
		e += 3
	}
	switch {
	case c.unit == unitPersons && (t.words.ends(x.who, wPeople) || t.words.ends(x.noun, wPeople) || t.owns(x.after) && t.words.holds(t.head(x.after, 8), wPeople)):
		e++
	case c.unit != unitPersons && t.words.holds(t.tail(x.noun, 10), wData):
		e += 2
	}
	return e
}

// owningEvidence is what the words behind a count say: 「22名の個人情報」, 「分」,
// 「が漏えい」.
func (t *tally) owningEvidence(c *stated) float64 {
	after, e := t.str(c.ctx.after), 0.0
	if after == "の" || after == "分の" || t.owns(c.ctx.after) && t.words.holds(t.head(c.ctx.after, 16), wData) {
		e += 3
	}
	if c.m.Bun {
		e += 2
	}
	if startsWithAny(after, "が", "の") && t.words.holds(t.head(c.ctx.after, 10), wExposedVerb) {
		e += 1.5
	}
	return e
}

// clauseEvidence is what the clause tells, or else its sentence.
func (t *tally) clauseEvidence(c *stated) float64 {
	e := 0.0
	if t.words.holds(c.ctx.clause, wIf) {
		e -= 3
	}
	switch {
	case t.words.holds(c.ctx.clause, wLeak):
		e += 2
	case t.words.holds(c.ctx.sentence, wLeak):
		e++
	}
	return e
}

// placeEvidence is what the section, the heading and the sentence before say.
func (t *tally) placeEvidence(c *stated) float64 {
	e := sectionEvidence[t.sents[c.sent].section]
	if strings.TrimSpace(t.str(c.ctx.before)) == "" && t.words.holds(c.ctx.previous, wLeak) {
		e++
	}
	if t.words.holds(c.ctx.heading, wLeak) || strings.Contains(t.str(c.ctx.heading), "対象") {
		e++
	}
	return e
}

// sectionEvidence is what the place of a count says.
var sectionEvidence = map[string]float64{sectionTitle: 2, "data": 1, "count": 2, sectionLead: 0.5, "overview": 0.5, "damage": -1, "cause": -0.5}

// named says whether the words before the count name it as that of the exposed:
// 「対象者」「対象となる患者様の数」.
func (t *tally) named(c *stated) bool {
	return t.words.ends(c.ctx.noun, wExposedLabel) || t.words.ends(c.ctx.who, wExposedLabel) || t.words.holds(t.tail(c.ctx.before, 12), wAimed)
}

// distinct says whether the count is told to be without duplicates.
func (t *tally) distinct(c *stated) bool {
	return t.words.holds(text.Span{Start: t.tail(c.ctx.up, 20).Start, End: c.at.End}, wDistinct)
}

// right says whether the count stands behind 「正:」 or 「訂正後」.
func (t *tally) right(c *stated) bool {
	return t.words.begins(t.trimLeft(c.ctx.up, " ・"), wRightMark)
}

// labelled says whether a word names the count as what it is: 「対象者:」「対象となる
// 方は」, or a label on the line above.
func (c *stated) labelled() bool { return c.ctx.labelled && !c.m.Nobe }

// owns says whether the words behind a count make it the owner of what follows:
// 「22名の個人情報」「187名分のメールアドレス」「40名に係る書類」.
func (t *tally) owns(after text.Span) bool { return t.words.begins(after, wOwner) }
