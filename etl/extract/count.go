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
	t := &tally{page: p, words: countedWords{codes: x.counted.codes}}
	if !t.anyCount() {
		return nil
	}
	t.words.hits = x.counted.match.find(p.norm, make([]hit, 0, len(p.norm)/8))
	t.readStated()
	for i := range t.all {
		t.roleOf(i)
	}
	t.listed()
	t.correct()
	t.lastResort()
	t.pair()
	t.refine()
	t.addUp()
	t.mailedOpenly()
	facts := make([]notice.Fact, 0, len(t.all)+1)
	for i := range t.all {
		facts = append(facts, t.countFact(&t.all[i], t.weightOf(i)))
	}
	if f, ok := t.sumOfParts(); ok {
		facts = append(facts, f)
	}
	return facts
}

// maxCounts is how many counts of one notice are read; a text with more is a table
// or hostile.
const maxCounts = 300

// anyCount says whether the page has a count at all.
func (t *tally) anyCount() bool {
	for _, m := range t.quants {
		if counted(m) || t.mayBeLabelled(m) {
			return true
		}
	}
	return false
}

// mayBeLabelled says whether a bare number stands where a label names it: behind a
// colon or 「は」, or at the beginning of a line.
func (t *tally) mayBeLabelled(m quantity.Mention) bool {
	if m.Unit != quantity.None {
		return false
	}
	before := strings.TrimRight(t.norm[max(0, m.Start-8):m.Start], " ")
	return before == "" || strings.HasSuffix(before, "\n") || hasSuffixAny(before, ":", "は", "数")
}

// readStated collects the quantities that count something a reader may ask for.
func (t *tally) readStated() {
	heading, restated := text.Span{}, false
	for i := range t.sents {
		s := &t.sents[i]
		if t.headsCounts(s) {
			heading = s.Span
			restated = t.words.holds(heading, wRestated)
		}
		for k := s.quant[0]; k < s.quant[1]; k++ {
			m := t.quants[k]
			if len(t.all) == maxCounts || !counted(m) && !t.mayBeLabelled(m) {
				continue
			}
			c := stated{m: m, at: text.Span{Start: m.Start, End: m.End}, sent: i, restated: restated}
			c.ctx = t.contextOf(i, k)
			c.ctx.heading = heading
			if c.unit = t.countUnit(&c); c.unit == "" {
				continue
			}
			c.number, c.qual = m.Value, qualifierOf(m)
			if m.Qualifier == quantity.Range && c.qual == "at_most" {
				c.number = m.Upper
			}
			t.all = append(t.all, c)
		}
	}
}

// headsCounts says whether a line is the heading of the counts below it.
func (t *tally) headsCounts(s *sentence) bool {
	line := t.str(s.Span)
	body, level := stripMark(line)
	if level == levelSign && s.heading {
		return true
	}
	for k := s.quant[0]; k < s.quant[1]; k++ {
		if counted(t.quants[k]) {
			return false
		}
	}
	short := looksLikeHeading(body)
	if s.heading || level > 0 && short {
		return true
	}
	at := text.Span{Start: s.End - len(body), End: s.End}
	return (!s.item && short || t.words.holds(at, wFollow)) && (t.words.holds(at, wLeak) || strings.Contains(body, "対象"))
}

// countFact writes the fact of a count.
func (t *tally) countFact(c *stated, weight float64) notice.Fact {
	f := t.fact(notice.FieldCount, c.rule, c.at)
	f.Number, f.Unit, f.Qualifier, f.Role = c.number, c.unit, c.qual, c.role
	f.What = t.what(c)
	f.Weight = weight
	f.Hedge = t.hedgeAt(c.at)
	if c.counts() {
		if f.Hedge != notice.Possible { // a denial or a plan in its clause is of something else: misuse, a letter to come
			f.Hedge = notice.Stated
		}
		f.Confidence = min(0.95, 0.5+c.evidence*0.06)
	}
	return f
}

// what is a short phrase of the text that says what is counted: 「会員1,234名の氏名」.
func (t *tally) what(c *stated) string {
	before := nounRun(t.str(t.tail(c.ctx.noun, 16)))
	after := t.str(t.head(c.ctx.after, 10))
	if i := strings.IndexAny(after, "。、」):(・ "); i >= 0 {
		after = after[:i]
	}
	if !startsWithAny(after, "の", "分の") {
		after = ""
	}
	return before + t.str(c.at) + after
}

// nounRun gives the compound noun at the end of run.
func nounRun(run string) string {
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

// weightOf says how strongly count i is the headline among those of its notice.
func (t *tally) weightOf(i int) float64 {
	c := &t.all[i]
	if !c.counts() {
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
	for k := range t.all {
		if k != i && t.all[k].number == c.number && t.all[k].role == c.role {
			again++
		}
	}
	return w + 0.2*float64(min(again, 3))
}

// enough is the evidence beyond which more says nothing new.
const enough = 7

// unitWeight prefers people over what is kept of them.
var unitWeight = map[string]float64{unitPersons: 3, unitAccounts: 1.7, unitAddresses: 1.5, unitRecords: 1.4}
