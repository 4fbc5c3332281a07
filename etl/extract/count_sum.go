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
func (a *stated) isPeopleOf(b *stated) bool {
	near := a.sent-b.sent <= 2 && b.sent-a.sent <= 2
	if !near || !a.counts() || !b.counts() || a.unit != unitPersons || b.unit != unitRecords || a.number > b.number {
		return false
	}
	behind := a.sent == b.sent && (hasSuffixAny(a.ctx.noun, "ユーザー数", "利用者数", "会員数", "人数", "者数") && !strings.Contains(a.ctx.noun, "総") || a.ctx.joined == "(" || a.ctx.joined == "(対象" || a.ctx.joined == "件(")
	return behind || a.number*10 >= b.number*3
}

// refine prefers the exact number to the rounded one of the same people (約2万人 in
// the title, 20,345人 below), and of one number told with and without a bound the
// bound.
func (p *page) refine(all []stated) {
	for i := range all {
		for k := range all {
			a, b := &all[i], &all[k]
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
func (p *page) listed(all []stated) {
	for n := range all {
		for _, i := range []int{n, len(all) - 1 - n} {
			c := &all[i]
			if c.rule != "bare" || unitWeight[c.unit] == 0 || !hasSuffixAny(c.ctx.who, peopleNouns...) {
				continue
			}
			for _, k := range []int{i - 1, i + 1} {
				if k < 0 || k >= len(all) || !all[k].counts() || all[k].unit != c.unit || all[k].sent != c.sent {
					continue
				}
				a, b := &all[min(i, k)], &all[max(i, k)]
				if between := p.norm[a.at.End:b.at.Start]; utf8.RuneCountInString(between) <= 15 && holdsAny(between, joinWords) && !strings.ContainsAny(between, "をがはに。") {
					c.role, c.rule, c.evidence = roleAffected, "listed", all[k].evidence
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
func (p *page) lastResort(all []stated) {
	for i := range all {
		if r := all[i].role; r == roleAffected || r == roleTotal {
			return
		}
	}
	for i := range all {
		c := &all[i]
		if c.rule == "section" && c.evidence >= affectedFrom+2 && unitWeight[c.unit] > 0 && p.sents[c.sent].section != "prevention" && p.asideFrom(all, i) == "" {
			c.role, c.rule = roleAffected, "last_resort"
		}
	}
}

// asideFrom asks the rules behind the one of sections.
func (p *page) asideFrom(all []stated, i int) string {
	for _, r := range countRules[2:] {
		if role := r.role(p, all, i); role != "" {
			return role
		}
	}
	return ""
}

// addUp looks for a count that is the sum of at least two others just before or
// behind it: it is the total, they are its parts.
func (p *page) addUp(all []stated) {
	for i := range all {
		c := &all[i]
		if c.role != roleAffected && c.role != roleTotal || c.number < sureSum && c.role != roleTotal {
			continue
		}
		if parts := partsOf(all, i); parts != nil {
			c.evidence += 2
			c.role = roleTotal
			for _, k := range parts {
				all[k].role, all[k].rule = rolePart, "sums_up"
			}
		}
	}
}

// partsOf gives the counts whose sum is count i: two to eight in a row that end
// just before it or begin just behind it.
func partsOf(all []stated, i int) []int {
	for _, step := range []int{-1, 1} {
		var sum int64
		var parts []int
		for k := i + step; k >= 0 && k < len(all) && len(parts) < 8; k += step {
			c := &all[k]
			if c.unit != all[i].unit && !(all[i].m.Total && unitWeight[c.unit] > 0) || c.role == roleSuperseded || c.role == roleOther && c.rule != "bare" {
				continue
			}
			if c.number >= all[i].number {
				break
			}
			sum += c.number
			parts = append(parts, k)
			if off := sum - all[i].number; len(parts) > 1 && (off == 0 || all[i].qual == "about" && all[i].m.Total && off*50 < sum && -off*50 < sum) {
				return parts
			}
			if sum > all[i].number+all[i].number/20 {
				break
			}
		}
	}
	return nil
}

// sumOfParts adds up groups that the text lists side by side without a total: each
// one affected, of one unit, on lines of one list or joined in one sentence, and
// nothing else of the notice as large.
func (p *page) sumOfParts(all []stated) (notice.Fact, bool) {
	var parts []int
	for i := range all {
		c := &all[i]
		switch {
		case c.role == roleTotal || c.newer:
			return notice.Fact{}, false
		case c.role == roleAffected && !seen(all, parts, c):
			parts = append(parts, i)
		}
	}
	if len(parts) < 2 || len(parts) > 8 || !p.disjoint(all, parts) {
		return notice.Fact{}, false
	}
	var sum int64
	weight := 0.0
	for _, k := range parts {
		sum += all[k].number
		weight = max(weight, weightOf(all, k))
	}
	first, last := &all[parts[0]], &all[parts[len(parts)-1]]
	f := p.fact(notice.FieldCount, "count.sum_of_parts", text.Span{Start: first.at.Start, End: last.at.End})
	f.Number, f.Unit, f.Qualifier, f.Role = sum, first.unit, first.qual, roleTotal
	f.What, f.Weight, f.Confidence = "合計(本文に合計の記載なし)", weight+0.5, 0.5
	return f, true
}

// seen says whether the number of c is among the parts already.
func seen(all []stated, parts []int, c *stated) bool {
	for _, k := range parts {
		if all[k].number == c.number && all[k].unit == c.unit && all[k].ctx.noun == c.ctx.noun {
			return true
		}
		if all[k].number == c.number && all[k].sent != c.sent && !sameList(all[k], *c) {
			return true
		}
	}
	return false
}

func sameList(a, b stated) bool { return b.sent-a.sent <= 1 }

// disjoint says whether the parts stand in one list and nothing hints at an overlap.
func (p *page) disjoint(all []stated, parts []int) bool {
	for n, k := range parts {
		c := &all[k]
		if c.unit != all[parts[0]].unit || c.qual != all[parts[0]].qual || c.m.Nobe || c.ctx.noun == "" || hasSuffixAny(c.ctx.noun, itemNouns...) || c.evidence < affectedFrom || holdsAny(c.ctx.clause, damageNouns) || holdsAny(withoutBrackets(c.ctx.sentence), overlapWords) {
			return false
		}
		if n > 0 && !p.sideBySide(&all[parts[n-1]], c) {
			return false
		}
	}
	return true
}

// sideBySide says whether two counts are items of one list: joined in one sentence,
// or on lines of their own under one heading that tell nothing but what they are.
func (p *page) sideBySide(a, b *stated) bool {
	if a.ctx.noun == b.ctx.noun || a.ctx.heading != b.ctx.heading {
		return false
	}
	if a.sent == b.sent {
		between := p.norm[a.at.End:b.at.Start]
		return holdsAny(between, joinWords) && !strings.Contains(between, "を") // 「…名の情報を、…名に」 is no list
	}
	lines := p.sents[b.sent].Line - p.sents[a.sent].Line
	return b.sent-a.sent <= 2 && lines <= 3 && !isSentence(a.ctx.sentence) && !isSentence(b.ctx.sentence)
}

// isSentence says whether a line ends in a verb, so that it is no item of a list.
func isSentence(line string) bool {
	return hasSuffixAny(strings.TrimRight(line, "。)"), "ました", "ます", "です", "でした", "ません", "でしょう", "である", "ていた", "ている", "であった", "した", "された", "いる")
}

var joinWords = wordList(`、 及び 並びに および ならびに と , ・`)

var overlapWords = wordList(`複製 コピー 写し 一部を 重複 うち 含む 含み 同じ 延べ のべ 同一 さらに 上記 前記`)
