package extract

import (
	"strings"
	"unicode/utf8"
)

// clauseEnd gives where the clause at from ends: after a 「、」 that follows a
// predicate, outside brackets; else end.
func clauseEnd(norm string, from, end int) int {
	depth := 0
	for i := from; i < end; i++ {
		switch {
		case norm[i] == '(':
			depth++
		case norm[i] == ')':
			depth = max(0, depth-1)
		case depth == 0 && commaAt(norm[:end], i) > 0 && endsPredicate(norm[:i]):
			return i
		}
	}
	return end
}

// clauseStart gives where the clause that holds at begins.
func clauseStart(norm string, start, at int) int {
	for begin := start; ; {
		end := clauseEnd(norm, begin, at)
		if end >= at {
			return begin
		}
		begin = end + commaAt(norm, end)
	}
}

// commaAt gives the width of the comma at i: 「、」, or 「,」 behind a Japanese letter,
// as courts and universities write it; 0 where there is none.
func commaAt(norm string, i int) int {
	switch {
	case strings.HasPrefix(norm[i:], "、"):
		return len("、")
	case norm[i] == ',' && i > 0 && norm[i-1] >= utf8.RuneSelf:
		return 1
	}
	return 0
}

// endsPredicate says whether the words before a 「、」 end in a predicate, so that
// the 「、」 ends a clause and does not part the items of a list.
func endsPredicate(before string) bool {
	for _, no := range notPredicates {
		if strings.HasSuffix(before, no) {
			return false
		}
	}
	for _, yes := range predicateEnds {
		if strings.HasSuffix(before, yes) {
			return true
		}
	}
	return false
}

// The words a clause ends in before its 「、」, and those that only look so. They
// are grammar, not vocabulary of the field.
var (
	predicateEnds = []string{"ますが", "ましたが", "ですが", "でしたが", "せんが", "したが", "いたが", "るが", "ないが", "だが", "であるが",
		"ものの", "一方", "一方で", "おり", "あり", "なり", "たり", "まり", "ため", "ので", "ますから", "たことから", "ることから", "ところ",
		"され", "われ", "られ", "なされ", "し", "して", "いて", "って", "んで", "なく", "ず", "結果", "であって", "ますし", "うえ", "うえで", "上で", "ますので", "れば", "のみで", "だけで", "もので", "限りで", "までで"}
	notPredicates = []string{"に対し", "に関し", "に際し", "写し", "控え", "ついて", "おいて", "つきまして", "関して", "関しまして", "対して", "対しまして", "として", "としまして",
		"よって", "よりまして", "加えて", "併せて", "合わせて", "あわせて", "従って", "したがって", "とって", "通じて", "含めて", "もって",
		"なし", "お知らせ", "ただし", "但し", "もし", "もしくは", "まず", "必ず", "のみならず", "見直し", "かかわらず", "及び", "および", "あり得", "引き続いて", "続いて", "だけでなく", "だけではなく", "次に", "改めて", "はじめて", "初めて", "また"}
)
