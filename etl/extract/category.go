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
	cues := r.p.cuesIn(s)
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

// chain is a row of items: 「氏名、住所及び電話番号」.
type chain struct {
	items  []cue
	strong bool // one of them names an item by itself
	end    int  // behind 「等の情報」
}

// chains groups the items of the sentence.
func (r *categoryReader) chains(s *sentence) []chain {
	var out []chain
	for _, c := range r.items {
		if n := len(out); n > 0 && adjoins(r.p.norm, out[n-1].end, c.Start) {
			last := &out[n-1]
			last.items = append(last.items, c)
			last.end = max(last.end, c.End)
			last.strong = last.strong || c.weight >= wordStrong
			continue
		}
		out = append(out, chain{items: []cue{c}, end: c.End, strong: c.weight >= wordStrong})
	}
	for i := range out {
		out[i].end += tailLen(r.p.norm[out[i].end:s.End])
	}
	return out
}

// maxBetween is how many bytes may stand between two items of a row.
const maxBetween = 36

// adjoins says whether two items stand in one row: a separator and no particle
// between them.
func adjoins(norm string, end, start int) bool {
	if start <= end {
		return true
	}
	if start-end > maxBetween {
		return false
	}
	between := norm[end:start]
	return !strings.ContainsAny(between, "はがをにで。") && !endsWithAny(between, "した", "れた", "った", "んだ") && (strings.ContainsAny(between, "、,・/(): とや及並又") || strings.Contains(between, "および") || strings.Contains(between, "または"))
}

// tailLen is the length of what closes a row of items: 「などの情報」「(一部)」.
func tailLen(rest string) int {
	at := 0
	for {
		n := 0
		for _, tail := range []string{"などの個人情報", "等の個人情報", "などの情報", "等の情報", "に関する情報", "の情報", "といった情報", "の個人情報", "など", "等", "の一部", "のデータ", ")", "」"} {
			if strings.HasPrefix(rest[at:], tail) {
				n = len(tail)
				break
			}
		}
		if n == 0 {
			return at
		}
		at += n
	}
}

// mode is how a sentence speaks of the items in it.
type mode int

const (
	modeProse   mode = iota // counts where it says that they were exposed
	modePassing             // the same, in a section that is about something else
	modeLine                // a line of items
	modeTold                // a sentence among what was exposed
	modeListed              // where the notice lists what was exposed
)

func (r *categoryReader) mode(s *sentence) mode {
	switch {
	case r.list.on && !r.isStatement(s):
		return modeListed
	case s.section == "data" && r.isTold(s):
		return modeTold
	case s.section == "data" || s.section == "count" && (r.isItemLine(s) || len(r.items) > 1 && !r.isStatement(s)):
		return modeListed
	case s.section == "response" || s.section == "damage":
		return modePassing
	case s.section != sectionTitle && r.isItemLine(s):
		return modeLine
	}
	return modeProse
}

// isStatement says whether a line is a whole sentence, not an item of a list.
func (r *categoryReader) isStatement(s *sentence) bool {
	return strings.HasSuffix(r.p.norm[s.Start:s.End], "。") && s.Len() > 60
}

// isTold says whether a sentence of the data section tells something, and does not
// itself give the items (「…は、氏名及び住所です。」).
func (r *categoryReader) isTold(s *sentence) bool {
	line := r.p.norm[s.Start:s.End]
	return r.isStatement(s) && !endsWithAny(line, "です。", "である。", "含まれます。", "でございます。", "になります。", "となります。", "含まれる。")
}

// isItemLine says whether a line is a list of items: mostly made of them, or a
// phrase with a row of at least three.
func (r *categoryReader) isItemLine(s *sentence) bool {
	if len(r.items) < 2 || strings.HasSuffix(r.p.norm[s.Start:s.End], "。") {
		return false
	}
	covered, to, row := 0, 0, 0
	for _, c := range r.items {
		covered += max(0, c.End-max(c.Start, to))
		if c.weight < wordStrong || c.Start < to {
			continue
		}
		if to == 0 || !adjoins(r.p.norm, to, c.Start) {
			row = 0
		}
		row++
		to = max(to, c.End)
	}
	return covered*2 >= s.Len() || row >= 3
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

// exposes says whether the sentence says of a row of items that they were exposed:
// behind it (「…が閲覧できる状態」) or before it (「流出したのは、…」).
func (r *categoryReader) exposes(s *sentence, c chain) bool {
	first, last := c.items[0].Start, c.items[len(c.items)-1].End
	for _, e := range r.marks {
		switch {
		case e.code == dataSubject && e.End == first && r.p.t.GapBefore(first):
			return true // 「ご覧いただけた内容 お名前、…」
		case e.code != dataExposed:
		case e.Start >= last && r.happened(e):
			return true
		case e.End <= first && (s.section == sectionTitle || strings.Contains(r.p.norm[e.End:first], "は") || strings.Contains(r.p.norm[e.End:first], ":")):
			return true
		}
	}
	return false
}

// happened says whether an exposure is neither denied nor planned.
func (r *categoryReader) happened(e cue) bool {
	h := r.p.hedgeAt(e.Span)
	return h != notice.Denied && h != notice.Planned
}

// denied adds an item that is said not to be among the data; the denial of misuse
// says nothing of it.
func (r *categoryReader) denied(s *sentence, it cue, h hedging) {
	for _, e := range r.marks {
		if e.code == dataMisuse && e.Start >= it.End && e.Start <= h.cue.Start {
			return
		}
	}
	weight := r.denial(s)
	if rest := r.p.norm[h.cue.End:s.End]; startsWithAny(rest, "と説明", "と医師", "と述べ", "と回答", "と報告") && strings.Contains(rest, "が、") {
		weight = weightRepeated // what was first said and then overturned
	}
	if it.weight < wordStrong || isPartial(r.p.words(h.cue)) {
		weight = min(weight, weightPartly)
	}
	r.add(it, roleExcluded, notice.Denied, "data.denied", weight)
}

// isPartial says whether the words of a hedge take out a part: 「以外」「を除く」.
func isPartial(words string) bool {
	return strings.Contains(words, "以外") || strings.Contains(words, "除")
}

// denial is the weight of a denial in a sentence: less where it speaks of one part.
func (r *categoryReader) denial(s *sentence) float64 {
	line := r.p.norm[s.Start:s.End]
	first, _ := utf8.DecodeRuneInString(line)
	if first >= '①' && first <= '⑳' || strings.Contains(line, "のうち") || strings.Contains(line, ")には") || strings.Contains(line, ")の方") {
		return weightPartly
	}
	return weightDenied
}

// deniedLater says whether the sentence denies a row of items in a later clause of
// which they are still the topic: 「カード番号は決済会社が保管しており、漏えいして
// おりません」.
func (r *categoryReader) deniedLater(s *sentence, c chain) bool {
	norm := r.p.norm
	if !isTopic(norm[c.end:s.End]) {
		return false
	}
	end := clauseEnd(norm, c.end, s.End)
	for _, e := range r.marks {
		if e.Start >= c.end && e.End <= end && e.code == dataExposed && strings.Contains("漏えい漏洩流出閲覧見られ公開送信", e.pattern) {
			return false
		}
	}
	for range 3 {
		start := end + len("、")
		if start >= s.End {
			return false
		}
		end = clauseEnd(norm, start, s.End)
		h := r.p.hedgingAt(text.Span{Start: start, End: start})
		if h.code == notice.Denied && !isPartial(r.p.words(h.cue)) {
			return !r.newTopic(start, h.cue.Start)
		}
	}
	return false
}

// isTopic says whether a row of items is the topic of its sentence: 「…は」, 「…に
// ついては」, 「…の記載された書類は」.
func isTopic(rest string) bool {
	n := 0
	for _, ch := range rest {
		switch ch {
		case 'は', 'も':
			return true
		case '、', 'が', 'を', '。':
			return false
		}
		if n++; n > 16 {
			break
		}
	}
	return false
}

// newTopic says whether a clause has a topic or subject of its own that is not the
// leak itself.
func (r *categoryReader) newTopic(start, end int) bool {
	clause := r.p.norm[start:end]
	for i, ch := range clause {
		if ch != 'は' && ch != 'が' {
			continue
		}
		before := clause[:i]
		if endsWithAny(before, "に", "で", "と", "へ", "から", "て", "では") {
			continue
		}
		if !endsWithAny(before, "漏えい", "漏洩", "流出", "形跡", "痕跡", "おそれ", "恐れ", "可能性", "閲覧", "事実", "影響", "アクセス", "記録", "持ち出し", "取得", "侵入", "こと", "対象") {
			return true
		}
	}
	return false
}

// announce updates the list state behind a sentence.
func (r *categoryReader) announce(s *sentence) {
	line := r.p.norm[s.Start:s.End]
	lead := r.hasMark(dataLeadIn) || strings.HasSuffix(line, ":")
	switch {
	case silentSection(s.section):
		r.list = listState{}
	case lead && (r.hasMark(dataExposed) || r.hasMark(dataSubject)) && s.section != "chronology" && s.section != "response":
		r.list = listState{on: true, denied: r.deniesSubject(s) || r.deniesLeadIn()}
	case s.heading && r.deniesSubject(s):
		r.list = listState{on: true, denied: true}
	case r.isCaption(s):
		r.list = listState{on: true, denied: r.deniesSubject(s)}
	case r.list.on && strings.HasSuffix(line, "。") && (len(r.items) == 0 || r.isStatement(s)):
		r.list = listState{}
	}
}

// maxCaption is how many runes a line has at most that announces a list by itself.
const maxCaption = 32

// isCaption says whether a line without a verb at its end names the data that were
// exposed: 「誤送付した文書に記載された情報」.
func (r *categoryReader) isCaption(s *sentence) bool {
	line := r.p.norm[s.Start:s.End]
	if len(r.items) > 0 || !r.hasMark(dataExposed) || utf8.RuneCountInString(line) > maxCaption {
		return false
	}
	for _, tail := range []string{"]", "】", ">", "〉", ")", "について", "等", "は"} {
		line = strings.TrimSuffix(line, tail)
	}
	return endsWithAny(line, "情報", "項目", "内容", "データ", "内訳", "書類", "もの")
}

// deniesLeadIn says whether a lead-in is denied: 「以下の情報は含まれておりません」.
func (r *categoryReader) deniesLeadIn() bool {
	for _, m := range r.marks {
		if m.code == dataLeadIn && r.p.hedgeAt(m.Span) == notice.Denied {
			return true
		}
	}
	return false
}

// deniesSubject says whether a heading or lead-in announces what was not exposed.
func (r *categoryReader) deniesSubject(s *sentence) bool {
	for _, m := range r.marks {
		if m.code != dataSubject {
			continue
		}
		before := r.p.norm[s.Start:m.Start]
		if endsWithAny(before, "ていない", "されない", "含まれない", "対象外の", "対象とならない", "ではない") {
			return true
		}
	}
	return false
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

// facts gives the mentions as facts. Vague ones count only where no item is said to
// be exposed at all.
func (r *categoryReader) facts() []notice.Fact {
	definite := r.weigh()
	best := map[[2]string]int{}
	for i, m := range r.out {
		key := [2]string{m.code, m.role}
		if b, ok := best[key]; !ok || m.weight > r.out[b].weight {
			best[key] = i
		}
	}
	var facts []notice.Fact
	for i, m := range r.out {
		if definite && m.weight == weightVague {
			continue
		}
		f := r.p.fact(notice.FieldDataCategory, m.rule, m.Span)
		f.Value, f.Role, f.Hedge, f.Weight, f.Confidence = m.code, m.role, m.hedge, m.weight, min(0.95, 0.35+0.2*m.weight)
		if best[[2]string{m.code, m.role}] != i {
			f.Weight = weightRepeated
		}
		facts = append(facts, f)
	}
	return facts
}

// weigh lowers the denial of one item of a broad category where another item of it
// was exposed (the diagnosis is not among the medical data, the examination is), and
// says whether any item is said to be exposed.
func (r *categoryReader) weigh() bool {
	definite := false
	for i := range r.out {
		m := &r.out[i]
		if m.role == roleIncluded {
			definite = definite || m.weight > weightVague
			continue
		}
		if isBroad(m.code) && r.otherIncluded(m) {
			m.weight = min(m.weight, weightPartly)
		}
	}
	return definite
}

// otherIncluded says whether a word of the same category that is nowhere denied is
// said to be exposed.
func (r *categoryReader) otherIncluded(denied *dataMention) bool {
	for _, m := range r.out {
		if m.code == denied.code && m.role == roleIncluded && m.weight > weightVague && m.word != denied.word && !r.isDenied(m) {
			return true
		}
	}
	return false
}

func (r *categoryReader) isDenied(m dataMention) bool {
	for _, d := range r.out {
		if d.role == roleExcluded && d.code == m.code && d.word == m.word {
			return true
		}
	}
	return false
}

// isBroad says whether a category holds items of different kinds.
func isBroad(code string) bool {
	switch code {
	case "name", "address", "phone", "email", "date_of_birth", "age", "gender", "my_number", "credential", "credit_card":
		return false
	}
	return true
}

func endsWithAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}
