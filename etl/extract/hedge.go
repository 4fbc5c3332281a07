package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jikenbo/etl/notice"
	"jikenbo/etl/text"
)

// Codes of seeds/cue_hedge.csv beside those of notice.Fact.Hedge.
const (
	hedgePartial = "partial" // 「以外」「を除く」: takes out what stands before it
	hedgeNone    = "none"    // looks like a hedge and is none: 「申し訳ございません」
)

// hedging is how a passage is put, and the words of Norm that say so (empty for
// notice.Stated).
type hedging struct {
	code string // notice.Stated, Possible, Denied, Planned
	cue  text.Span
}

// hedgeAt says how the clause at a span of Norm is put: notice.Stated, Possible,
// Denied or Planned. A Japanese clause says so at its end, so the nearest hedge
// after the span within its clause decides for it and for all that is listed
// before; without one a hedge that qualifies the clause from before (「可能性のある
// 情報は、氏名」) does. A bracket around the span is asked first. 「可能性を否定
// できません」 is possible; 「氏名以外は含まれません」 leaves 氏名 stated.
func (p *page) hedgeAt(at text.Span) string { return p.hedgingAt(at).code }

// hedgingAt is hedgeAt with the words that decide.
func (p *page) hedgingAt(at text.Span) hedging {
	i := p.sentenceAt(at.Start)
	if i < 0 {
		return hedging{code: notice.Stated}
	}
	s := &p.sents[i]
	cues := p.hedgesIn(s)
	if len(cues) == 0 {
		return hedging{code: notice.Stated}
	}
	around := text.Span{Start: max(s.Start, at.Start-maxClause), End: min(s.End, at.End+maxClause)}
	for _, r := range brackets(p.norm, around, at) {
		if h := p.hedgeWithin(r, at, cues); h.code != notice.Stated {
			return h
		}
		at = text.Span{Start: min(at.Start, r.Start), End: max(at.End, r.End)}
	}
	return hedging{code: notice.Stated}
}

// hedgedSentence keeps the hedges of a sentence, which is asked once for each of its
// items.
type hedgedSentence struct {
	of   *sentence
	cues []cue
}

// hedgesIn gives the hedges of a sentence; of one within another the longer counts,
// so that 「否定できません」 is no denial.
func (p *page) hedgesIn(s *sentence) []cue {
	if p.hedged.of != s {
		p.hedged = hedgedSentence{s, p.findHedges(s)}
	}
	return p.hedged.cues
}

func (p *page) findHedges(s *sentence) []cue {
	var all []cue
	for _, c := range p.firstCuesIn(s) {
		if c.kind == cueHedge && !crossesClause(p.norm, c.Span) {
			all = append(all, c)
		}
	}
	var kept []cue
	for _, c := range all {
		if c.code != hedgeNone && !covered(c, all) {
			kept = append(kept, c)
		}
	}
	return kept
}

// covered says whether another cue holds c and more, or the same words with more
// weight.
func covered(c cue, all []cue) bool {
	for _, o := range all {
		if o.Start <= c.Start && o.End >= c.End && (o.Len() > c.Len() || o.weight > c.weight) {
			return true
		}
	}
	return false
}

// crossesClause says whether a clause ends within a span.
func crossesClause(norm string, s text.Span) bool {
	end := clauseEnd(norm, s.Start, s.End)
	return end < s.End
}

// hedgeWithin asks one region (a bracket or the sentence) for the hedge of at.
func (p *page) hedgeWithin(region, at text.Span, cues []cue) hedging {
	end := clauseEnd(p.norm, at.End, region.End)
	if h, ok := p.hedgeAfter(at, end, cues); ok {
		return h
	}
	start := clauseStart(p.norm, region.Start, at.Start)
	for _, c := range cues {
		if c.Start >= start && c.End <= at.Start && p.qualifies(c, at, end) {
			return hedging{c.code, c.Span}
		}
	}
	return hedging{code: notice.Stated}
}

// hedgeAfter finds the first hedge that stands after the beginning of at and
// before end, outside brackets that do not hold at. One that only qualifies a noun
// (「流出した可能性のある情報は含まれておりません」, 「保存しない方式」) leaves the word to a
// later one.
func (p *page) hedgeAfter(at text.Span, end int, cues []cue) (hedging, bool) {
	found, ok := hedging{code: notice.Stated}, false
	for i, c := range cues {
		if c.Start < at.Start || c.Start >= end || c.pattern == "今後" || c.End <= at.End && c.code == hedgePartial {
			continue
		}
		from := min(at.End, c.Start)
		if depthBetween(p.norm[from:c.Start]) > 0 && (c.code == hedgePartial || !barePredicate(p.norm[from:c.Start])) {
			continue
		}
		switch {
		case c.code == hedgePartial:
			if isListing(p.norm[from:c.Start]) {
				return p.except(c, end, cues), true
			}
		case p.qualifiesNoun(c):
			if !ok && c.code != notice.Denied {
				found, ok = hedging{c.code, c.Span}, true
			}
		case c.code == notice.Denied && startsWithAny(p.norm[c.End:end], "ことを", "ことと", "よう"):
			return plannedAfter(c, end, cues[i+1:]), true
		default:
			return hedging{c.code, c.Span}, true
		}
	}
	return found, ok
}

// plannedAfter reads 「保存しないことを徹底してまいります」: what is denied there is planned.
func plannedAfter(denied cue, end int, later []cue) hedging {
	for _, c := range later {
		if c.code == notice.Planned && c.Start < end {
			return hedging{notice.Planned, c.Span}
		}
	}
	return hedging{notice.Denied, denied.Span}
}

// qualifiesNoun says whether a hedge stands before the noun it qualifies, and that
// noun does not itself carry the statement (「含まれていない事実」).
func (p *page) qualifiesNoun(c cue) bool {
	rest := p.norm[c.End:]
	if c.code == notice.Possible {
		for _, link := range []string{"のある", "がある", "の高い", "が高い"} {
			if after, ok := strings.CutPrefix(rest, link); ok {
				return startsNoun(after)
			}
		}
		return endsWithAny(p.words(c.Span), "のある", "がある") && startsNoun(rest)
	}
	return c.code == notice.Denied && endsWithAny(p.words(c.Span), "ない", "なかった") && startsNoun(rest) &&
		!startsWithAny(rest, "事実", "旨", "状態", "状況", "仕様", "仕組", "設定", "設計", "形", "限り", "点", "模様", "見込", "対象")
}

// startsNoun says whether words begin as a noun does: in kanji or katakana.
func startsNoun(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Han, r) || unicode.Is(unicode.Katakana, r) || startsWithAny(s, "お客", "ご", "もの", "ユーザ")
}

// except says how what stands before 「以外」 is put: the opposite of what is said
// of the rest.
func (p *page) except(partial cue, end int, cues []cue) hedging {
	for _, c := range cues {
		if c.Start >= partial.End && c.Start < end && c.code == notice.Denied {
			return hedging{code: notice.Stated}
		}
	}
	return hedging{notice.Denied, partial.Span}
}

// qualifies says whether a hedge before a span speaks of it: 「漏えいした可能性の
// ある情報は、」「含まれていない情報:」「今後、…いたします」.
func (p *page) qualifies(c cue, at text.Span, end int) bool {
	between := p.norm[c.End:at.Start]
	if depthBetween(between) != 0 {
		return false
	}
	switch c.code {
	case notice.Possible:
		return true
	case notice.Planned:
		return c.pattern == "今後" && !strings.Contains(p.norm[at.Start:end], "ました")
	case notice.Denied:
		return startsWithAny(between, "情報は", "情報:", "個人情報は", "個人情報:", "項目は", "項目:", "データは", "もの:", "ものは") ||
			startsWithAny(between, "情報", "個人情報", "項目", "データ", "もの") && isListing(between)
	}
	return false
}

// barePredicate says whether the words between an item and a hedge only open a
// bracket and begin a predicate: 「カード番号(保有しておりません)」 denies the item
// itself, 「会員情報(番地は含まれません)」 does not.
func barePredicate(between string) bool {
	rest, ok := strings.CutPrefix(between, "(")
	if !ok {
		return false
	}
	for _, lead := range []string{"※", "当社では", "弊社では", "本サイトでは"} {
		rest = strings.TrimPrefix(rest, lead)
	}
	return rest == "" || len(rest) <= len("保存され") && (strings.HasSuffix(rest, "し") || strings.HasSuffix(rest, "れ"))
}

// isListing says whether the words hold no particle that would end a list of items.
func isListing(s string) bool { return !strings.ContainsAny(s, "はがをもで。") }

// depthBetween is how many brackets opened in s are still open at its end, less
// those closed that were opened before.
func depthBetween(s string) int {
	return strings.Count(s, "(") - strings.Count(s, ")")
}

// maxClause is how many bytes around a word are asked for its hedge, and
// maxBrackets how many brackets: more than any sentence that a person wrote has.
const (
	maxClause   = 4096
	maxBrackets = 4
)

// brackets gives the regions that hold at, the innermost bracket first, the whole
// sentence last.
func brackets(norm string, s, at text.Span) []text.Span {
	var out []text.Span
	depth := 0
	for i := at.Start - 1; i >= s.Start && len(out) < maxBrackets; i-- {
		switch norm[i] {
		case ')':
			depth++
		case '(':
			if depth--; depth < 0 {
				out = append(out, text.Span{Start: i + 1, End: closing(norm, i+1, s.End)})
				depth = 0
			}
		}
	}
	return append(out, s)
}

// closing finds the bracket that closes the one opened before from, or end.
func closing(norm string, from, end int) int {
	depth := 1
	for i := from; i < end; i++ {
		switch norm[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return end
}

func startsWithAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func endsWithAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}
