package extract

import (
	"strings"

	"jikenbo/etl/quantity"
	"jikenbo/etl/text"
)

// correct finds the counts that others replace, and marks both.
func (t *tally) correct() {
	t.struckOut()
	edited := t.editedNumbers()
	for i := range t.all {
		c := &t.all[i]
		if c.role == roleSuperseded {
			t.markNewer(i)
		}
		if c.counts() && strings.Contains(t.str(t.head(c.ctx.after, 12)), "確定") {
			promote(c)
		}
		if i+1 < len(t.all) && t.replacedBy(c, &t.all[i+1], edited) {
			c.role, c.rule = roleSuperseded, "count.replaced"
			next := &t.all[i+1]
			next.evidence = max(next.evidence, c.evidence)
			if next.unit == unitRecords && c.unit != unitPersons {
				next.unit = c.unit
			}
			promote(next)
		}
	}
	for i := range t.all {
		if t.all[i].role == roleSuperseded {
			t.spread(i)
		}
	}
	t.restate()
}

// struckOut reads the numbers that the page showed struck out. They are no words of
// Body, so they make no fact; but the count just behind one stands in its place, and
// elsewhere the same number is the older reading.
func (t *tally) struckOut() {
	for _, s := range t.post.Struck {
		for _, old := range quantity.Find(s.Words) {
			if !counted(old) {
				continue
			}
			for i := range t.all {
				c := &t.all[i]
				behind := t.t.RawSpan(c.at).Start - s.At
				switch {
				case c.counts() && c.m.Unit == old.Unit && c.number == old.Value:
					c.role, c.rule = roleSuperseded, "count.struck_out"
				case behind >= 0 && behind <= nearStrike && c.m.Unit == old.Unit:
					promote(c)
				}
			}
		}
	}
}

// nearStrike is how many bytes behind struck-out words their correction begins at
// most.
const nearStrike = 30

// markNewer finds what replaces a superseded count: a count of its unit in its
// sentence, before or behind it, or in the next sentences with words of change.
func (t *tally) markNewer(i int) {
	old := &t.all[i]
	for k := i + 1; k < len(t.all) && t.all[k].sent <= old.sent+2; k++ {
		c := &t.all[k]
		if !sameKind(c.unit, old.unit) || c.number == old.number || c.role == roleSuperseded || c.role == rolePopulation {
			continue
		}
		if t.words.ends(c.ctx.noun, wAdded) || t.words.holds(t.tail(c.ctx.before, 8), wAdded) {
			continue // what came to the old number
		}
		if (c.sent == old.sent || t.right(c) || t.words.holds(t.head(c.ctx.after, 20), wNew)) && promote(c) {
			return
		}
	}
	for k := i - 1; k >= 0 && t.all[k].sent == old.sent; k-- {
		if c := &t.all[k]; c.unit == old.unit && c.number != old.number && strings.Contains(t.norm[c.at.End:old.at.Start], "(") && promote(c) {
			return
		}
	}
}

// promote makes a count the one that stands after a correction.
func promote(c *stated) bool {
	if unitWeight[c.unit] == 0 || c.role == rolePart || c.role == roleRecipient || c.role == roleOther && c.rule != ruleBare && c.rule != ruleByParticle {
		return false
	}
	c.newer = true
	if c.role != roleTotal {
		c.role, c.rule = roleAffected, "count.corrected"
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
func (t *tally) replacedBy(c, next *stated, edited []int64) bool {
	if c.sent != next.sent || !sameKind(c.unit, next.unit) || c.number == next.number || unitWeight[c.unit] == 0 {
		return false
	}
	between := t.norm[c.at.End:next.at.Start]
	rest := t.rest(next)
	switch strings.Trim(between, " 「」()") {
	case "→", "⇒", "->", "=>", "➡":
		return true
	case "から", "より", "を", "との記載を", "としていましたが", "としておりましたが", "は誤りで", "ではなく":
		return t.words.begins(t.trimLeft(rest, "」)"), wReplaced)
	case "":
		return strings.TrimSpace(between) == "" && c.m.UnitWord == next.m.UnitWord && holdsNumber(edited, next.number)
	}
	return len(between) > 3 && strings.HasPrefix(t.str(rest), between) && !strings.ContainsAny(between, "、・") && holdsNumber(edited, next.number)
}

// editedNumbers are the counts named in a sentence that tells of an edit: 「(6月19日
// 追記:最大57名に修正しました)」. Side by side they stand beside what they replace.
func (t *tally) editedNumbers() []int64 {
	var out []int64
	for i := range t.all {
		if t.words.holds(t.all[i].ctx.sentence, wEdit) {
			out = append(out, t.all[i].number)
		}
	}
	return out
}

func holdsNumber(numbers []int64, n int64) bool {
	for _, k := range numbers {
		if k == n {
			return true
		}
	}
	return false
}

// spread marks the other statements of a superseded number.
func (t *tally) spread(i int) {
	old := &t.all[i]
	for k := range t.all {
		c := &t.all[k]
		if c.number == old.number && c.unit == old.unit && !c.newer && c.counts() {
			c.role, c.rule = roleSuperseded, "count.restated"
		}
	}
}

// restate supersedes the counts of a passage that repeats an earlier notice when
// the text outside it has its own.
func (t *tally) restate() {
	for i := range t.all {
		old := &t.all[i]
		if !old.restated || !old.counts() {
			continue
		}
		for k := i + 1; k < len(t.all); k++ {
			c := &t.all[k]
			if !c.restated && c.role == roleAffected && c.number != old.number && c.evidence >= affectedFrom+1 && sameKind(c.unit, old.unit) {
				old.role, old.rule = roleSuperseded, "count.restated"
				c.newer = true
				break
			}
		}
	}
}

// pair gives the counts of one number told in two units (3,909件, 3,909名) the same
// evidence, so that the preferred unit decides.
func (t *tally) pair() {
	for i := range t.all {
		for k := range t.all {
			a, b := &t.all[i], &t.all[k]
			if t.isPeopleOf(a, b) {
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

// showsAddresses says whether a sentence tells that recipients saw each other's
// addresses: 「送信先のアドレスが相互に見える形で送信した」.
func (t *tally) showsAddresses() bool {
	for i := range t.sents {
		if s := t.sents[i].Span; t.words.holds(s, wMutual) && t.words.holds(s, wAddress) && t.words.holds(s, wShown) {
			return true
		}
	}
	return false
}

// mailedOpenly turns the recipients of a mail into the affected where the notice
// tells that their addresses were shown to each other (CC instead of BCC), or that
// each got what was meant for another, unless it counts the exposed itself.
func (t *tally) mailedOpenly() {
	body := text.Span{End: len(t.norm)}
	open := t.words.holds(body, wOpenMail) || t.showsAddresses()
	if !open && !t.words.holds(body, wSwap) {
		return
	}
	for i := range t.all {
		if c := &t.all[i]; c.counts() && (c.evidence >= affectedFrom+1 || !open) {
			return
		}
	}
	for i := range t.all {
		if c := &t.all[i]; c.role == roleRecipient && unitWeight[c.unit] > 0 {
			c.role, c.rule = roleAffected, "count.open_mail"
			c.evidence = max(c.evidence, affectedFrom)
		}
	}
}
