package extract

import (
	"math"
	"strings"
	"unicode/utf8"

	"jikenbo/etl/notice"
	"jikenbo/etl/quantity"
	"jikenbo/etl/text"
)

// Roles of a count (notice.Fact.Role for notice.FieldCount).
const (
	roleTotal      = "total"      // the whole of what was or may have been exposed, by the notice's own word (計, 合計, 対象者は)
	roleAffected   = "affected"   // people or records that were or may have been exposed
	rolePart       = "part"       // a part of a count named beside it: うち, 内訳, を含む
	rolePopulation = "population" // of whom the affected are a part, or who are not affected: 363名中, 対象外
	roleRecipient  = "recipient"  // who got or could see the data: 送信先, 閲覧できた
	roleSuperseded = "superseded" // an older reading that the notice corrects
	roleOther      = "other"      // anything else: staff, devices, places, inquiries, attempts, money, other cases
)

// Units of a count (notice.Fact.Unit).
const (
	unitPersons    = "persons"
	unitRecords    = "records"
	unitAddresses  = "addresses"
	unitAccounts   = "accounts"
	unitHouseholds = "households"
	unitFacilities = "facilities"
	unitAmount     = "amount"
	unitOther      = "other"
)

// affectedFrom is the evidence from which a count is one of the affected.
const affectedFrom = 2

// stated is one count of the notice while its role is being found.
type stated struct {
	m        quantity.Mention
	at       text.Span // of Norm, number with qualifiers and unit
	sent     int       // index of its sentence
	unit     string
	qual     string
	number   int64
	ctx      countContext
	role     string
	rule     string
	evidence float64 // how much speaks for its being exposed people or data
	newer    bool    // it replaces a superseded count
	restated bool    // it stands in a passage that repeats an earlier notice
}

// counts gives every count that the notice states, with the role it plays. SQL
// takes the fact of role total or affected with the highest Weight as
// records_affected, the first of equals, among persons, records, addresses and
// accounts; Weight compares within a post: evidence that the counted were exposed,
// people over records, a total over its parts, a correction over what it corrects.
func (x *Extractor) counts(p *page) []notice.Fact {
	all := p.stated()
	for i := range all {
		p.roleOf(all, i)
	}
	p.listed(all)
	p.correct(all)
	p.lastResort(all)
	p.pair(all)
	p.refine(all)
	p.addUp(all)
	mailedOpenly(p, all)
	facts := make([]notice.Fact, 0, len(all)+1)
	for i := range all {
		facts = append(facts, p.countFact(&all[i], weightOf(all, i)))
	}
	if f, ok := p.sumOfParts(all); ok {
		facts = append(facts, f)
	}
	return facts
}

// maxCounts is how many counts of one notice are read; a text with more is a table
// or hostile.
const maxCounts = 300

// mayBeLabelled says whether a bare number stands where a label names it: behind a
// colon or 「は」, or at the beginning of a line.
func (p *page) mayBeLabelled(m quantity.Mention) bool {
	before := strings.TrimRight(p.norm[max(0, m.Start-8):m.Start], " ")
	return m.Unit == quantity.None && (before == "" || strings.HasSuffix(before, "\n") || hasSuffixAny(before, ":", "は", "数"))
}

// stated collects the quantities that count something a reader may ask for.
func (p *page) stated() []stated {
	var all []stated
	heading, restated := "", false
	for i := range p.sents {
		s := &p.sents[i]
		if p.headsCounts(s) {
			heading = p.words(s.Span)
			restated = holdsAny(heading, restatedWords)
		}
		for k := s.quant[0]; k < s.quant[1]; k++ {
			m := p.quants[k]
			if !counted(m) && !p.mayBeLabelled(m) || len(all) == maxCounts {
				continue
			}
			c := stated{m: m, at: text.Span{Start: m.Start, End: m.End}, sent: i, restated: restated}
			c.ctx = p.contextOf(i, k)
			c.ctx.heading = heading
			if c.unit = countUnit(m, &c.ctx); c.unit == "" {
				continue
			}
			c.number, c.qual = m.Value, qualifierOf(m)
			if m.Qualifier == quantity.Range && c.qual == "at_most" {
				c.number = m.Upper
			}
			all = append(all, c)
		}
	}
	return all
}

// headsCounts says whether a line is the heading of the counts below it.
func (p *page) headsCounts(s *sentence) bool {
	body, level := stripMark(p.words(s.Span))
	if level == 1 && s.heading {
		return true
	}
	for k := s.quant[0]; k < s.quant[1]; k++ {
		if counted(p.quants[k]) {
			return false
		}
	}
	if s.heading || level > 0 && looksLikeHeading(body) {
		return true
	}
	exposed := holdsAny(body, leakWords) || strings.Contains(body, "対象")
	return exposed && (!s.item && looksLikeHeading(body) || holdsAny(body, followWords))
}

// countUnit names the unit of a mention, or gives "" when it is no count. 件 is
// named by what is counted; a bare number counts only under a label that says so.
func countUnit(m quantity.Mention, c *countContext) string {
	switch m.Unit {
	case quantity.Persons:
		if startsWithAny(c.after, "のアカウント", "分のアカウント") {
			return unitAccounts
		}
		return unitPersons
	case quantity.Accounts:
		if strings.HasPrefix(m.UnitWord, "ユーザ") && !startsWithAny(c.after, "アカウント", "ID") {
			return unitPersons
		}
		return unitAccounts
	case quantity.Addresses:
		return unitAddresses
	case quantity.Records:
		return recordUnit(c)
	case quantity.Households:
		return unitHouseholds
	case quantity.Facilities:
		return unitFacilities
	case quantity.Amount:
		return unitAmount
	case quantity.Devices, quantity.Documents:
		return unitOther
	case quantity.Other:
		if m.UnitWord == "回" || m.UnitWord == "組" {
			return unitOther
		}
	case quantity.None:
		return labelUnit(m, c)
	}
	return ""
}

// recordUnit says what 件 counts: accounts or addresses where the word beside the
// number says so and no list of several items does.
func recordUnit(c *countContext) string {
	noun := strip(c.noun, countTails)
	alone := !strings.ContainsAny(tailRunes(noun, 12), "、・及")
	switch {
	case hasSuffixAny(noun, accountNouns...) && alone, startsWithAny(c.after, "のアカウント", "のユーザーアカウント", "のID", "の会員ID"):
		return unitAccounts
	case hasSuffixAny(noun, addressNouns...) && alone, startsWithAny(c.after, "のメールアドレス", "のアドレス", "分のメールアドレス", "のEメールアドレス"):
		return unitAddresses
	}
	return unitRecords
}

// labelUnit gives the unit of a bare number behind 「対象人数:」.
func labelUnit(m quantity.Mention, c *countContext) string {
	if !m.IsInt || m.Qualifier == quantity.Range || !c.labelled {
		return ""
	}
	colon := strings.HasSuffix(strings.TrimRight(c.before, " "), ":")
	switch {
	case colon && hasSuffixAny(c.noun, accountNouns...):
		return unitAccounts
	case colon && hasSuffixAny(c.noun, addressNouns...):
		return unitAddresses
	case colon && hasSuffixAny(c.who, "ユーザー", "利用者", "会員", "お客", "対象者"):
		return unitPersons
	case hasSuffixAny(c.noun, "人数", "者数", "名数", "会員数", "対象者", "ユーザー数", "顧客数", "患者数"):
		return unitPersons
	case hasSuffixAny(c.noun, "アカウント数", "ID数"):
		return unitAccounts
	case hasSuffixAny(c.noun, "アドレス数"):
		return unitAddresses
	case hasSuffixAny(c.noun, "件数", "データ数", "レコード数"):
		return unitRecords
	}
	return ""
}

// qualifierOf folds the bounds into the four of the schema. Both ends of a written
// range are known, so it is at most its upper end; 数十名 is at least ten.
func qualifierOf(m quantity.Mention) string {
	switch m.Qualifier {
	case quantity.About:
		return "about"
	case quantity.AtMost, quantity.LessThan:
		return "at_most"
	case quantity.AtLeast, quantity.MoreThan:
		return "at_least"
	case quantity.Range:
		if m.Upper == 9*m.Value || m.Upper-m.Value == 8 || m.Upper-m.Value == 80 {
			return "at_least"
		}
		return "at_most"
	}
	return "exact"
}

// countFact writes the fact of a count.
func (p *page) countFact(c *stated, weight float64) notice.Fact {
	f := p.fact(notice.FieldCount, "count."+c.rule, c.at)
	f.Number, f.Unit, f.Qualifier, f.Role = c.number, c.unit, c.qual, c.role
	f.What = c.what()
	f.Weight = weight
	f.Hedge = p.hedgeAt(c.at)
	if c.counts() {
		if f.Hedge != notice.Possible { // a denial or a plan in its clause is of something else: misuse, a letter to come
			f.Hedge = notice.Stated
		}
		f.Confidence = min(0.95, 0.5+c.evidence*0.06)
	}
	return f
}

// what is a short phrase of the text that says what is counted: 「会員1,234名の氏名」.
func (c *stated) what() string {
	after := headRunes(c.ctx.after, 10)
	if i := strings.IndexAny(after, "。、」):(・ "); i >= 0 {
		after = after[:i]
	}
	if !startsWithAny(after, "の", "分の") {
		after = ""
	}
	return nounRun(c.ctx.noun) + c.ctx.words + after
}

// nounRun gives the compound noun at the end of the words before a count, at most
// 16 runes of it.
func nounRun(s string) string {
	run := tailRunes(s, 16)
	cut := 0
	for i, r := range run {
		if !inNoun(r) {
			cut = i + utf8.RuneLen(r)
		}
	}
	return strings.TrimLeft(run[cut:], "のさまんやし")
}

// inNoun says whether r may stand within a compound noun: no kana but の and the
// polite お, ご, さま, さん.
func inNoun(r rune) bool {
	switch {
	case r >= 0x4e00 && r <= 0x9fff, r >= 0x30a1 && r <= 0x30fa, r == 'ー', r == '々':
		return true
	case r < utf8.RuneSelf:
		return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return strings.ContainsRune("のおごさまん", r)
}

// weightOf says how strongly a count is the headline among those of its notice.
func weightOf(all []stated, i int) float64 {
	c := &all[i]
	if c.role != roleAffected && c.role != roleTotal {
		return 0
	}
	w := unitWeight[c.unit] + 0.35*min(c.evidence, enough) + 0.5*math.Log10(float64(c.number)+1)
	if c.role == roleTotal {
		w++
	}
	if c.newer {
		w += 2
	}
	if c.restated {
		w--
	}
	if c.m.Nobe {
		w -= 1.5
	}
	again := 0
	for k := range all {
		if k != i && all[k].number == c.number && all[k].role == c.role {
			again++
		}
	}
	return w + 0.2*float64(min(again, 3))
}

// enough is the evidence beyond which more says nothing new.
const enough = 7

// unitWeight prefers people over what is kept of them.
var unitWeight = map[string]float64{unitPersons: 3, unitAccounts: 1.7, unitAddresses: 1.5, unitRecords: 1.4}
