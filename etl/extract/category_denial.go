package extract

import (
	"strings"
	"unicode/utf8"

	"jikenbo/etl/notice"
	"jikenbo/etl/text"
)

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
