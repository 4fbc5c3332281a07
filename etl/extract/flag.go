package extract

import (
	"strings"

	"jikenbo/etl/notice"
	"jikenbo/etl/text"
)

// flagOf says which flag an event type raises.
var flagOf = map[string]string{
	"reported_regulator": "regulator_reported",
	"reported_police":    "police_reported",
	"notified_subjects":  "subjects_notified",
}

// flags gives what the notice says was done about the regulator, the police and the
// persons concerned, dated or not: one fact a sentence and flag. SQL raises a flag
// when a reading is stated.
func (x *Extractor) flags(p *page) []notice.Fact {
	var out []notice.Fact
	for i := range p.sents {
		s := &p.sents[i]
		best := map[string]cue{}
		for _, c := range p.cuesIn(s) {
			flag := flagOf[c.code]
			if c.kind != cueEvent || flag == "" || s.heading && c.code == "notified_subjects" || c.weight < 1.5 || !flagAllowed(flag, s.section) || p.tellsNobody(c, s) || p.fromAuthority(c) || c.code == "notified_subjects" && p.fromSubject(c) {
				continue
			}
			if c.weight > best[flag].weight {
				best[flag] = c
			}
		}
		for _, flag := range []string{"regulator_reported", "police_reported", "subjects_notified"} {
			c, ok := best[flag]
			if !ok {
				continue
			}
			f := p.fact(notice.FieldFlag, "flag.cue:"+c.pattern, s.Span)
			f.Value, f.Weight, f.Section = flag, c.weight, s.section
			f.Hedge = p.doneAt(c)
			out = append(out, f)
		}
	}
	return out
}

// flagAllowed says in which sections a flag may be told: requests and excuses name
// the same things without saying that they were done.
func flagAllowed(flag, section string) bool {
	switch section {
	case sectionTitle, "contact", "request", "delay", "plan":
		return false
	case "prevention":
		return flag != "subjects_notified"
	}
	return true
}

// tellsNobody says whether a cue tells of no letter to the persons concerned: word
// that came in, or the notice's own apology to its readers 「皆様に深くお詫び申し上げます」.
func (p *page) tellsNobody(c cue, s *sentence) bool {
	if c.code != "notified_subjects" {
		return false
	}
	if startsWithAny(p.between(c.End, s.End), "いただ", "頂", "受け", "があ") { // 「参拝の方よりお知らせをいただき」 came in
		return true
	}
	if containsAny(p.words(c.Span), "深くお詫び", "深くおわび", "深く陳謝", "心よりお詫び", "心からお詫び", "心よりおわび", "心からおわび", "衷心より") && !p.has(s, "個別", "電話", "訪問", "書面", "書状", "郵送") {
		return true
	}
	words := p.between(c.last, s.End)
	if !startsWithAny(words, "お詫び", "おわび", "陳謝", "謝罪", "深くお詫び") {
		return false
	}
	rest := strings.TrimLeft(words, "お詫びわ陳謝罪")
	return startsWithAny(rest, "申し上げます", "を申し上げます", "いたします", "致します", "申しあげます", "します。", "申し上げるとともに", "を申し上げるとともに", "申し上げますとともに", "を申し上げますとともに") &&
		!p.inPerson(s)
}

// inPerson says whether a sentence names a way to reach each person.
func (p *page) inPerson(s *sentence) bool {
	return p.has(s, "個別", "電話", "訪問", "書面", "書状", "郵送", "メール")
}

// near is how many bytes after a verb's beginning its own inflection lies within.
const near = 48

// doneAt says whether what a cue tells of was done: a verb in the past or in
// progress (「しております」「済み」) is; a plain future or a plan is not, unless it
// begins today (「本日より…ご連絡申し上げます」).
func (p *page) doneAt(c cue) string {
	i := p.sentenceAt(c.Start)
	if i < 0 {
		return notice.Stated
	}
	s := &p.sents[i]
	rest := p.norm[c.last:min(clauseEnd(p.norm, c.End, s.End)+len("、"), s.End)]
	if containsAny(rest, "つきまして", "については", "に関して") { // 「ご連絡につきましては、準備が整い次第行います」
		rest = p.between(c.last, s.End)
	}
	for _, w := range []string{"本日より", "本日から", "本日付", "本日、"} {
		if strings.Contains(p.between(s.Start, c.End), w) && !strings.Contains(rest, "予定") {
			return notice.Stated
		}
	}
	done, future := firstOf(rest, doneForms), firstOf(rest, futureForms)
	switch {
	case done >= 0 && done < near && (future < 0 || done < future):
		return notice.Stated
	case future >= 0 && (done < 0 || future < done):
		return notice.Planned
	case done >= 0:
		return notice.Stated
	}
	if h := p.hedgeAt(text.Span{Start: c.last, End: c.End}); h == notice.Planned || h == notice.Denied {
		return h
	}
	return notice.Stated
}

// firstOf gives where the first of the words stands in s, or -1.
func firstOf(s string, words []string) int {
	first := -1
	for _, w := range words {
		if i := strings.Index(s, w); i >= 0 && (first < 0 || i < first) {
			first = i
		}
	}
	return first
}

// Verb forms, which are grammar: what was done or is being done, and what is still
// to come.
var (
	doneForms = []string{"ました", "した", "ており", "ている", "てい", "済", "でおり", "行い、", "行うとともに", "し、", "するとともに", "しつつ",
		"の上", "のうえ", "しながら", "しまして", "を行なって", "終え", "を受け"}
	futureForms = []string{"する。", "行う。", "いたします", "致します", "します", "申し上げます", "申しあげます", "差し上げます", "させていただき", "させて頂き", "させていただく",
		"させて頂く", "まいります", "参ります", "行います", "予定", "する方針", "することとし", "次第", "できるように", "すべき", "べき", "を検討", "を進め"}
)
