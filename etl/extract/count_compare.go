package extract

import (
	"strings"

	"jikenbo/etl/quantity"
)

// correct finds the counts that others replace, and marks both.
func (p *page) correct(all []stated) {
	edited := p.editedNumbers(all)
	for i := range all {
		c := &all[i]
		if c.role == roleSuperseded {
			p.markNewer(all, i)
		}
		if c.counts() && strings.Contains(headRunes(c.ctx.after, 12), "確定") {
			p.promote(c)
		}
		if i+1 < len(all) && p.replacedBy(c, &all[i+1], edited) {
			c.role, c.rule = roleSuperseded, "replaced"
			next := &all[i+1]
			next.evidence = max(next.evidence, c.evidence)
			if next.unit == unitRecords && c.unit != unitPersons {
				next.unit = c.unit
			}
			p.promote(next)
		}
	}
	for i := range all {
		if all[i].role == roleSuperseded {
			spread(all, i)
		}
	}
	restate(all)
}

// markNewer finds what replaces a superseded count: a count of its unit in its
// sentence, before or behind it, or in the next sentences with words of change.
func (p *page) markNewer(all []stated, i int) {
	old := &all[i]
	for k := i + 1; k < len(all) && all[k].sent <= old.sent+2; k++ {
		c := &all[k]
		if !sameKind(c.unit, old.unit) || c.number == old.number || c.role == roleSuperseded || c.role == rolePopulation {
			continue
		}
		if hasSuffixAny(c.ctx.noun, "新た", "追加", "別") || strings.Contains(tailRunes(c.ctx.before, 8), "新たに") {
			continue // what came to the old number
		}
		right := c.right()
		if (right || holdsAny(headRunes(c.ctx.after, 20), newWords) || c.sent == old.sent) && p.promote(c) {
			return
		}
	}
	for k := i - 1; k >= 0 && all[k].sent == old.sent; k-- {
		if c := &all[k]; c.unit == old.unit && c.number != old.number && strings.Contains(p.norm[c.at.End:old.at.Start], "(") && p.promote(c) {
			return
		}
	}
}

// promote makes a count the one that stands after a correction.
func (p *page) promote(c *stated) bool {
	if unitWeight[c.unit] == 0 || c.role == rolePart || c.role == roleRecipient || c.role == roleOther && c.rule != "bare" && c.rule != "particle" {
		return false
	}
	c.newer = true
	if c.role != roleTotal {
		c.role, c.rule = roleAffected, "corrected"
	}
	c.evidence = max(c.evidence, affectedFrom+1)
	return true
}

// sameKind says whether a count of one unit can replace one of the other: people
// and their records are told in each other's place, other things are not.
func sameKind(a, b string) bool {
	return a == b || unitWeight[a] > 0 && unitWeight[b] > 0
}

// replacedBy says whether next stands in the place of c: 「1,064件→918件」,
// 「100件から150件に訂正」, or side by side where a page showed c struck out.
func (p *page) replacedBy(c, next *stated, edited map[int64]bool) bool {
	if c.sent != next.sent || !sameKind(c.unit, next.unit) || c.number == next.number || unitWeight[c.unit] == 0 {
		return false
	}
	between := p.norm[c.at.End:next.at.Start]
	after := p.rest(next)
	switch strings.Trim(between, " 「」()") {
	case "→", "⇒", "->", "=>", "➡":
		return true
	case "から", "より", "を", "との記載を", "としていましたが", "としておりましたが", "は誤りで", "ではなく":
		return startsWithAny(strings.TrimLeft(after, "」)"), "に訂正", "に修正", "に変更", "へ訂正", "へ修正", "へ変更", "に更新", "に増", "に減", "へ増", "へ減", "に改め", "が正し", "です", "でした", "に拡大")
	case "":
		return edited[next.number] && strings.TrimSpace(between) == "" && c.m.UnitWord == next.m.UnitWord
	}
	return edited[next.number] && len(between) > 3 && strings.HasPrefix(after, between) && !strings.ContainsAny(between, "、・")
}

// editedNumbers are the counts named in a sentence that tells of an edit: 「(6月19日
// 追記:最大57名に修正しました)」. Side by side they stand beside what they replace.
func (p *page) editedNumbers(all []stated) map[int64]bool {
	out := map[int64]bool{}
	for i := range all {
		if holdsAny(all[i].ctx.sentence, markWords) {
			out[all[i].number] = true
		}
	}
	return out
}

// spread marks the other statements of a superseded number.
func spread(all []stated, i int) {
	old := &all[i]
	for k := range all {
		c := &all[k]
		if c.number == old.number && c.unit == old.unit && !c.newer && (c.role == roleAffected || c.role == roleTotal) {
			c.role, c.rule = roleSuperseded, "restated"
		}
	}
}

// restate supersedes the counts of a passage that repeats an earlier notice when
// the text outside it has its own.
func restate(all []stated) {
	for i := range all {
		if !all[i].restated || all[i].role != roleAffected && all[i].role != roleTotal {
			continue
		}
		for k := i + 1; k < len(all); k++ {
			c := &all[k]
			if !c.restated && c.role == roleAffected && c.number != all[i].number && c.evidence >= affectedFrom+1 && sameKind(c.unit, all[i].unit) {
				all[i].role, all[i].rule = roleSuperseded, "restated"
				c.newer = true
				break
			}
		}
	}
}

// pair gives the counts of one number told in two units (3,909件, 3,909名) the same
// evidence, so that the preferred unit decides.
func (p *page) pair(all []stated) {
	for i := range all {
		for k := range all {
			a, b := &all[i], &all[k]
			if a.isPeopleOf(b) {
				a.evidence = max(a.evidence, b.evidence)
			}
			if i == k || a.number != b.number || a.number < 10 && a.sent != b.sent || !a.counts() || !b.counts() {
				continue
			}
			a.role = betterRole(a.role, b.role)
			a.evidence = max(a.evidence, b.evidence)
			a.newer = a.newer || b.newer
			if a.unit == unitPersons && b.unit == unitAccounts && b.m.Unit == quantity.Persons { // 57名のアカウント
				a.unit = unitAccounts
			}
		}
	}
}

// mailedOpenly turns the recipients of a mail into the affected where the notice
// tells that their addresses were shown to each other (CC instead of BCC), or that
// each got what was meant for another, unless it counts the exposed itself.
func mailedOpenly(p *page, all []stated) {
	if !holdsAny(p.norm, openMailWords) && !holdsAny(p.norm, swapWords) {
		return
	}
	swapped := !holdsAny(p.norm, openMailWords)
	for i := range all {
		if c := &all[i]; c.counts() && (c.evidence >= affectedFrom+1 || swapped) {
			return
		}
	}
	for i := range all {
		if c := &all[i]; c.role == roleRecipient && unitWeight[c.unit] > 0 {
			c.role, c.rule = roleAffected, "open_mail"
			c.evidence = max(c.evidence, affectedFrom)
		}
	}
}
