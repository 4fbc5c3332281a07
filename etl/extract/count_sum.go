package extract

import (
	"strings"
	"unicode/utf8"

	"jikenbo/etl/notice"
	"jikenbo/etl/text"
)

// sureSum is the number from which a sum that fits is no accident (1+1+1=3 is one).
const sureSum = 30

// isPeopleOf says whether a counts the people of the records that b counts beside
// it: 「予約3,411件、予約者2,960名」.
func (t *tally) isPeopleOf(a, b *stated) bool {
	near := a.sent-b.sent <= 2 && b.sent-a.sent <= 2
	if !near || !a.counts() || !b.counts() || a.unit != unitPersons || b.unit != unitRecords || a.number > b.number {
		return false
	}
	behind := a.sent == b.sent && (t.words.ends(a.ctx.noun, wPeopleOf) && !strings.Contains(t.str(a.ctx.noun), "総") || a.ctx.follows && strings.HasPrefix(t.str(a.ctx.joined), "(") && len(t.str(a.ctx.joined)) <= len("(対象"))
	return behind || a.number*10 >= b.number*3
}

// refine prefers the exact number to the rounded one of the same people (約2万人 in
// the title, 20,345人 below), and of one number told with and without a bound the
// bound.
func (t *tally) refine() {
	for i := range t.all {
		for k := range t.all {
			a, b := &t.all[i], &t.all[k]
			if i == k || !a.counts() || !b.counts() || a.unit != b.unit {
				continue
			}
			switch off := a.number - b.number; {
			case off > 0 && a.qual == "at_most" && b.qual != "at_most" && !b.newer && a.sent-b.sent <= 1 && b.sent-a.sent <= 1:
				a.evidence = max(a.evidence, b.evidence+0.3)
			case off == 0 && a.qual == "at_most" && b.qual == "exact" && a.number > 9:
				a.evidence, a.newer, a.role = max(a.evidence, b.evidence)+0.3, a.newer || b.newer, betterRole(a.role, b.role)
			case off != 0 && a.qual == "exact" && b.qual == "about" && !b.newer && off < b.number/10 && -off < b.number/10:
				a.evidence, a.role = max(a.evidence, b.evidence)+0.5, betterRole(a.role, b.role)
			}
		}
	}
}

// listed gives a count between or beside affected ones of one list their role:
// 「正社員640名、契約社員215名、退職者160名の氏名」.
func (t *tally) listed() {
	for n := range t.all {
		for _, i := range []int{n, len(t.all) - 1 - n} {
			c := &t.all[i]
			if c.rule != ruleBare || unitWeight[c.unit] == 0 || !t.words.ends(c.ctx.who, wPeople) {
				continue
			}
			for _, k := range []int{i - 1, i + 1} {
				if k < 0 || k >= len(t.all) || !t.all[k].counts() || t.all[k].unit != c.unit || t.all[k].sent != c.sent {
					continue
				}
				a, b := &t.all[min(i, k)], &t.all[max(i, k)]
				if t.joinedBriefly(a, b) {
					c.role, c.rule, c.evidence = roleAffected, "count.listed", t.all[k].evidence
				}
			}
		}
	}
}

// counts says whether c may be the headline.
func (c *stated) counts() bool { return c.role == roleAffected || c.role == roleTotal }

func betterRole(a, b string) string {
	if a == roleTotal || b == roleTotal {
		return roleTotal
	}
	return a
}

// lastResort takes the best count that only its section put aside when nothing
// else of the notice is left: a heading such as 「お詫びとお願い」 at the top speaks
// for the whole text. Measures against a repetition stay aside.
func (t *tally) lastResort() {
	for i := range t.all {
		if r := t.all[i].role; r == roleAffected || r == roleTotal {
			return
		}
	}
	for i := range t.all {
		c := &t.all[i]
		if c.rule == ruleInPlace && c.evidence >= affectedFrom+2 && unitWeight[c.unit] > 0 && t.sents[c.sent].section != "prevention" && t.asideFrom(i) == "" {
			c.role, c.rule = roleAffected, "count.last_resort"
		}
	}
}

// asideFrom asks the rules behind the one of sections.
func (t *tally) asideFrom(i int) string {
	for _, r := range countRules[2:] {
		if role := r.role(t, i); role != "" {
			return role
		}
	}
	return ""
}

// addUp looks for a count that is the sum of at least two others just before or
// behind it: it is the total, they are its parts.
func (t *tally) addUp() {
	for i := range t.all {
		c := &t.all[i]
		if c.role != roleAffected && c.role != roleTotal || c.number < sureSum && c.role != roleTotal {
			continue
		}
		if parts := t.partsOf(i); parts != nil {
			c.evidence += 2
			c.role = roleTotal
			for _, k := range parts {
				t.all[k].role, t.all[k].rule = rolePart, "count.sums_up"
			}
		}
	}
}

// partsOf gives the counts whose sum is count i: two to eight in a row that end
// just before it or begin just behind it.
func (t *tally) partsOf(i int) []int {
	for _, step := range []int{-1, 1} {
		var sum int64
		var parts []int
		for k := i + step; k >= 0 && k < len(t.all) && len(parts) < 8; k += step {
			c := &t.all[k]
			if c.unit != t.all[i].unit && !(t.all[i].m.Total && unitWeight[c.unit] > 0) || c.role == roleSuperseded || c.role == roleOther && c.rule != ruleBare {
				continue
			}
			if c.number >= t.all[i].number {
				break
			}
			sum += c.number
			parts = append(parts, k)
			if off := sum - t.all[i].number; len(parts) > 1 && (off == 0 || t.all[i].qual == "about" && t.all[i].m.Total && off*50 < sum && -off*50 < sum) {
				return parts
			}
			if sum > t.all[i].number+t.all[i].number/20 {
				break
			}
		}
	}
	return nil
}

// sumOfParts adds up groups that the text lists side by side without a total: each
// one affected, of one unit, on lines of one list or joined in one sentence, and
// nothing else of the notice as large.
func (t *tally) sumOfParts() (notice.Fact, bool) {
	var parts []int
	for i := range t.all {
		c := &t.all[i]
		switch {
		case c.role == roleTotal || c.newer:
			return notice.Fact{}, false
		case c.role == roleAffected && !t.seen(parts, c):
			parts = append(parts, i)
		}
	}
	if len(parts) < 2 || len(parts) > 8 || !t.disjoint(parts) {
		return notice.Fact{}, false
	}
	var sum int64
	weight := 0.0
	for _, k := range parts {
		sum += t.all[k].number
		weight = max(weight, t.weightOf(k))
	}
	first, last := &t.all[parts[0]], &t.all[parts[len(parts)-1]]
	f := t.fact(notice.FieldCount, "count.sum_of_parts", text.Span{Start: first.at.Start, End: last.at.End})
	f.Number, f.Unit, f.Qualifier, f.Role = sum, first.unit, first.qual, roleTotal
	f.What, f.Weight, f.Confidence = "合計(本文に合計の記載なし)", weight+0.5, 0.5
	return f, true
}

// seen says whether the number of c is among the parts already.
func (t *tally) seen(parts []int, c *stated) bool {
	for _, k := range parts {
		if t.all[k].number == c.number && t.all[k].unit == c.unit && t.str(t.all[k].ctx.noun) == t.str(c.ctx.noun) {
			return true
		}
		if t.all[k].number == c.number && t.all[k].sent != c.sent && !sameList(t.all[k], *c) {
			return true
		}
	}
	return false
}

func sameList(a, b stated) bool { return b.sent-a.sent <= 1 }

// disjoint says whether the parts stand in one list and nothing hints at an overlap.
func (t *tally) disjoint(parts []int) bool {
	for n, k := range parts {
		c := &t.all[k]
		if c.unit == unitAccounts || c.unit != t.all[parts[0]].unit || c.qual != t.all[parts[0]].qual || c.m.Nobe || c.ctx.noun.End <= c.ctx.noun.Start || t.words.ends(c.ctx.noun, wItem) || c.evidence < affectedFrom || t.words.holds(c.ctx.clause, wDamage) || t.mayOverlap(c.ctx.sentence) {
			return false
		}
		if n > 0 && !t.sideBySide(&t.all[parts[n-1]], c) {
			return false
		}
	}
	return true
}

// sideBySide says whether two counts are items of one list: joined in one sentence,
// or on lines of their own under one heading that tell nothing but what they are.
func (t *tally) sideBySide(a, b *stated) bool {
	if t.str(a.ctx.noun) == t.str(b.ctx.noun) || a.ctx.heading != b.ctx.heading {
		return false
	}
	if a.sent == b.sent {
		between := text.Span{Start: a.at.End, End: max(a.at.End, b.at.Start)}
		return a.ctx.clause.Start == b.ctx.clause.Start && t.words.holds(between, wJoin) && !strings.Contains(t.str(between), "を") // 「…名の情報を、…名に」 is no list
	}
	lines := t.sents[b.sent].Line - t.sents[a.sent].Line
	return b.sent-a.sent <= 2 && lines <= 3 && !t.isSentence(a.ctx.sentence) && !t.isSentence(b.ctx.sentence)
}

// isSentence says whether a line ends in a verb, so that it is no item of a list.
func (t *tally) isSentence(line text.Span) bool {
	return t.words.ends(t.trimRight(line, "。)"), wSentenceEnd)
}

// mayOverlap says whether a sentence hints, outside of brackets, that its parts
// overlap.
func (t *tally) mayOverlap(sentence text.Span) bool {
	for at := sentence.Start; ; {
		word := t.words.find(text.Span{Start: at, End: sentence.End}, wOverlap)
		if word.Start < 0 {
			return false
		}
		before := t.norm[sentence.Start:word.Start]
		if strings.Count(before, "(") <= strings.Count(before, ")") {
			return true
		}
		at = word.End
	}
}

// joinedBriefly says whether little but a comma and the name of a group stands
// between two counts.
func (t *tally) joinedBriefly(a, b *stated) bool {
	between := text.Span{Start: a.at.End, End: max(a.at.End, b.at.Start)}
	words := t.str(between)
	return utf8.RuneCountInString(words) <= 15 && t.words.holds(between, wJoin) && !strings.ContainsAny(words, "をがはに。")
}
