package extract

import (
	"strings"
	"unicode/utf8"

	"jikenbo/etl/notice"
	"jikenbo/etl/text"
)

// Codes of seeds/cue_data.csv that are no data category but say how one is meant.
const (
	dataIgnore  = "ignore"  // looks like an item and is none: 「メールアドレス宛」
	dataUse     = "use"     // right behind items: what is done with them is no exposure: 「を入力」
	dataExposed = "exposed" // 「漏えい」「表示」「記載」
	dataSubject = "subject" // 「情報」「項目」「書類」
	dataLeadIn  = "leadin"  // 「以下のとおり」
	dataMisuse  = "misuse"  // harm, whose denial says nothing of the data: 「不正利用」
)

// Roles of a data category fact.
const (
	roleIncluded = "included"
	roleExcluded = "excluded"
)

// Weights of data category facts. What is said where the notice lists its items
// beats a denial elsewhere (of another part, another system); a denial beats what
// is said in passing.
const (
	weightListed   = 3.0 // under the heading of the data, or in a list that a sentence announces
	weightDenied   = 2.5
	weightLine     = 2.2 // a line of items elsewhere
	weightProse    = 2.0 // in a sentence that says it was exposed
	weightTold     = 1.9 // in a sentence of the data section that does not say so
	weightPartly   = 1.4 // a denial of one part of the data
	weightPassing  = 1.5 // in a sentence of the response or the damage
	weightVague    = 1.0 // named, but not said to be exposed; only where nothing else is
	weightRepeated = 0.05
)

// Weights of words in seeds/cue_data.csv: at least wordStrong names an item by
// itself; at least wordWeak does so beside another item or on a line of its own;
// a kind of information (「登録情報」) is an item where items are listed; less only
// implies one.
const (
	wordStrong = 0.8
	wordKind   = 0.6
	wordWeak   = 0.4
)

// categories reads which data was or may have been exposed: one fact for each
// mention, Role included or excluded. SQL is to sum Weight by Value and Role; a
// category counts when included is more than excluded. Of several mentions of the
// same Value and Role only the strongest has its full weight, so repetition does
// not add up.
func (x *Extractor) categories(p *page) []notice.Fact {
	r := categoryReader{p: p}
	for i := range p.sents {
		r.sentence(i)
	}
	return r.facts()
}

// categoryReader walks over the sentences of a page.
type categoryReader struct {
	p     *page
	list  listState
	marks []cue // of the sentence: exposed, subject, leadin, use, misuse
	items []cue // of the sentence: items, none within another
	out   []dataMention
}

// listState says whether the lines that follow are items that a sentence or a
// heading announced.
type listState struct {
	on     bool
	denied bool // 「含まれていない情報は以下のとおりです」
}

// dataMention is one reading of one item.
type dataMention struct {
	text.Span
	code   string
	role   string
	hedge  string
	rule   string
	weight float64
	word   string // the pattern
}

// sentence reads the items of one sentence.
func (r *categoryReader) sentence(i int) {
	s := &r.p.sents[i]
	r.split(s)
	if s.heading {
		r.list = listState{}
	}
	if !silentSection(s.section) {
		m := r.mode(s)
		for _, c := range r.chains(s) {
			r.chain(s, c, m)
		}
	}
	r.announce(s)
}

// silentSection says whether a section never speaks of what was exposed: there
// items are asked for, or are to be protected.
func silentSection(section string) bool {
	switch section {
	case "prevention", "request", "contact", "plan", "delay", "business", "faq":
		return true
	}
	return false
}

// split sorts the data cues of a sentence into items and marks.
func (r *categoryReader) split(s *sentence) {
	r.items, r.marks = r.items[:0], r.marks[:0]
	cues := r.p.firstCuesIn(s)
	for _, c := range cues {
		if c.kind != cueData {
			continue
		}
		switch c.code {
		case dataUse, dataExposed, dataSubject, dataLeadIn, dataMisuse:
			r.marks = append(r.marks, c)
		case dataIgnore:
		default:
			if !insideLonger(c, cues) {
				r.items = append(r.items, c)
			}
		}
	}
	sortByStart(r.items)
}

// insideLonger says whether a longer item, or a phrase that is none, holds c.
func insideLonger(c cue, cues []cue) bool {
	for _, o := range cues {
		if o.kind == cueData && o.Len() > c.Len() && o.Start <= c.Start && o.End >= c.End && !isMark(o.code) {
			return true
		}
	}
	return false
}

func isMark(code string) bool {
	switch code {
	case dataUse, dataExposed, dataSubject, dataLeadIn, dataMisuse:
		return true
	}
	return false
}

// sortByStart puts cues, which come by their ends, in order of their beginnings.
func sortByStart(cues []cue) {
	for i := 1; i < len(cues); i++ {
		for k := i; k > 0 && cues[k].Start < cues[k-1].Start; k-- {
			cues[k], cues[k-1] = cues[k-1], cues[k]
		}
	}
}

// chain reads one row of items.
func (r *categoryReader) chain(s *sentence, c chain, m mode) {
	later := r.deniedLater(s, c)
	used := r.markAt(dataUse, c.end) || r.markAt(dataUse, c.items[len(c.items)-1].End)
	for _, it := range c.items {
		if it.weight < wordKind && (!c.strong && !r.ownLine(s, it, m) || !r.standsAlone(it)) {
			continue
		}
		h := r.p.hedgingAt(it.Span)
		switch {
		case h.code == notice.Denied:
			r.denied(s, it, h)
		case h.code == notice.Planned:
		case later:
			r.add(it, roleExcluded, notice.Denied, "data.denied_later", r.denial(s))
		case r.list.on && r.list.denied:
			r.add(it, roleExcluded, notice.Denied, "data.denied_list", weightDenied)
		case !used:
			r.stated(s, it, c, m, h.code)
		}
	}
}

// standsAlone says whether a weak word is a word of its own: 「注文時」 and 「人数88人」
// are no items.
func (r *categoryReader) standsAlone(it cue) bool {
	next, _ := utf8.DecodeRuneInString(r.p.norm[it.End:])
	return it.End == len(r.p.norm) || strings.ContainsRune("、,・/()」\n 。:とやおまな及並等又はがをのにもかでだ]】", next)
}

// ownLine says whether a weak word is all that a line of a list says.
func (r *categoryReader) ownLine(s *sentence, it cue, m mode) bool {
	if it.weight < wordWeak {
		return m != modeListed // what only implies an item is kept as vague
	}
	if m != modeListed || strings.HasSuffix(r.p.norm[s.Start:s.End], "。") {
		return false
	}
	return utf8.RuneCountInString(r.p.norm[s.Start:s.End]) <= 2*utf8.RuneCountInString(r.p.norm[it.Start:it.End])+4
}

// stated adds an item that is not denied.
func (r *categoryReader) stated(s *sentence, it cue, c chain, m mode, hedge string) {
	exposed := it.weight >= wordWeak && r.exposes(s, c)
	switch {
	case it.weight >= wordKind && it.weight < wordStrong && !c.strong && m < modeLine:
		r.add(it, roleIncluded, hedge, "data.vague", weightVague)
	case m == modeTold && exposed:
		r.add(it, roleIncluded, hedge, "data.listed", weightListed)
	case m == modeTold:
		r.add(it, roleIncluded, hedge, "data.told", weightTold)
	case m == modeListed:
		r.add(it, roleIncluded, hedge, "data.listed", weightListed)
	case exposed && m == modePassing:
		r.add(it, roleIncluded, hedge, "data.passing", weightPassing)
	case m == modeLine:
		r.add(it, roleIncluded, hedge, "data.line", weightLine)
	case exposed && m == modeProse:
		r.add(it, roleIncluded, hedge, "data.prose", weightProse)
	case m == modeProse:
		r.add(it, roleIncluded, hedge, "data.vague", weightVague)
	}
}

func (r *categoryReader) hasMark(code string) bool {
	for _, m := range r.marks {
		if m.code == code {
			return true
		}
	}
	return false
}

// markAt says whether a mark of a code begins at an offset.
func (r *categoryReader) markAt(code string, at int) bool {
	for _, m := range r.marks {
		if m.code == code && m.Start == at {
			return true
		}
	}
	return false
}

func (r *categoryReader) add(it cue, role, hedge, rule string, weight float64) {
	r.out = append(r.out, dataMention{it.Span, it.code, role, hedge, rule, weight, it.pattern})
}
