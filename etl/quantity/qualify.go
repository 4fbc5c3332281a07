package quantity

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// prefix is a word before the number.
type prefix struct {
	word  string
	q     Qualifier
	total bool
	nobe  bool
	adds  bool   // a conjunction too, at the beginning of a sentence
	not   string // characters before it that make another word of it: 予約, 集計
}

var prefixes = []prefix{
	{word: "約", q: About, not: "予契解規要節制公条確誓特成婚集簡倹盟密旧新先売口"},
	{word: "およそ", q: About}, {word: "おおよそ", q: About}, {word: "凡そ", q: About}, {word: "大凡", q: About},
	{word: "概ね", q: About}, {word: "おおむね", q: About}, {word: "ほぼ", q: About}, {word: "大体", q: About},
	{word: "だいたい", q: About}, {word: "ざっと", q: About}, {word: "推定", q: About}, {word: "推計", q: About}, {word: "概算", q: About},
	{word: "最大", q: AtMost}, {word: "最大で", q: AtMost}, {word: "最大でも", q: AtMost}, {word: "最大限", q: AtMost},
	{word: "多くて", q: AtMost}, {word: "多くても", q: AtMost}, {word: "多くとも", q: AtMost}, {word: "上限", q: AtMost}, {word: "最多", q: AtMost}, {word: "最多で", q: AtMost},
	{word: "少なくとも", q: AtLeast}, {word: "少なくも", q: AtLeast}, {word: "最低", q: AtLeast}, {word: "最低でも", q: AtLeast}, {word: "最小", q: AtLeast}, {word: "最少", q: AtLeast}, {word: "最少で", q: AtLeast},
	{word: "計", total: true, not: "集統会設推家時小余寒温累総合主"},
	{word: "合計", total: true}, {word: "総計", total: true}, {word: "累計", total: true}, {word: "総数", total: true}, {word: "総勢", total: true},
	{word: "トータル", total: true}, {word: "全部で", total: true}, {word: "全体で", total: true}, {word: "都合", total: true, not: "好不御ご"},
	{word: "あわせて", total: true, adds: true, not: "にみ"}, {word: "合わせて", total: true, adds: true, not: "にい問み打待照組"}, {word: "併せて", total: true, adds: true, not: "に"}, {word: "合せて", total: true, adds: true, not: "にい問み打待照組"},
	{word: "全", total: true, not: "安完万保健十"},
	{word: "延べ", nobe: true, not: "り繰"}, {word: "のべ", nobe: true}, {word: "延べで", nobe: true},
	{word: "実数", total: false}, {word: "実人数", total: false},
}

// suffix is a word behind the number or its unit.
type suffix struct {
	word string
	q    Qualifier
	not  string // characters behind it that make another word of it: 強化, 超過
}

var suffixes = []suffix{
	{word: "以上", q: AtLeast}, {word: "もしくはそれ以上", q: AtLeast}, {word: "またはそれ以上", q: AtLeast}, {word: "あるいはそれ以上", q: AtLeast}, {word: "かそれ以上", q: AtLeast}, {word: "、またはそれ以上", q: AtLeast},
	{word: "以下", q: AtMost, not: "、"}, {word: "以内", q: AtMost}, {word: "もしくはそれ以下", q: AtMost}, {word: "またはそれ以下", q: AtMost}, {word: "あるいはそれ以下", q: AtMost}, {word: "かそれ以下", q: AtMost},
	{word: "未満", q: LessThan}, {word: "に満たない", q: LessThan}, {word: "を下回る", q: LessThan}, {word: "より少ない", q: LessThan}, {word: "より小さい", q: LessThan}, {word: "足らず", q: LessThan},
	{word: "を超えない", q: AtMost}, {word: "を上回らない", q: AtMost}, {word: "を下回らない", q: AtLeast},
	{word: "を超える", q: MoreThan}, {word: "を超え", q: MoreThan}, {word: "を超す", q: MoreThan}, {word: "を越える", q: MoreThan}, {word: "を越え", q: MoreThan}, {word: "をこえる", q: MoreThan}, {word: "を上回る", q: MoreThan},
	{word: "より大きい", q: MoreThan}, {word: "より小さくない", q: AtLeast}, {word: "より上", q: MoreThan}, {word: "より下", q: LessThan}, {word: "を下回り", q: LessThan}, {word: "を上回り", q: MoreThan}, {word: "に達しない", q: LessThan}, {word: "より多い", q: MoreThan}, {word: "超え", q: MoreThan}, {word: "超", q: MoreThan, not: "過音高大伝越"}, {word: "超える", q: MoreThan},
	{word: "余り", q: About}, {word: "あまり", q: About}, {word: "余", q: About, not: "地剰儀暇白震談罪技波"},
	{word: "強", q: About, not: "化制い調力く要盗奪固引行"}, {word: "弱", q: About, not: "い性点者く体視"},
	{word: "前後", q: About}, {word: "程度", q: About}, {word: "ほど", q: About}, {word: "くらい", q: About}, {word: "ぐらい", q: About},
	{word: "近く", q: About}, {word: "近い", q: About}, {word: "内外", q: About}, {word: "程", q: About, not: "度近遠"},
}

var (
	prefixByByte = indexPrefixes()
	suffixByRune = indexSuffixes()
)

// indexPrefixes holds the words by their last byte, the longest first.
func indexPrefixes() (out [256][]prefix) {
	for _, p := range prefixes {
		b := p.word[len(p.word)-1]
		out[b] = append(out[b], p)
	}
	for _, list := range out {
		sort.SliceStable(list, func(i, j int) bool { return len(list[i].word) > len(list[j].word) })
	}
	return out
}

func indexSuffixes() map[rune][]suffix {
	out := make(map[rune][]suffix)
	for _, x := range suffixes {
		r, _ := utf8.DecodeRuneInString(x.word)
		out[r] = append(out[r], x)
	}
	for _, list := range out {
		sort.SliceStable(list, func(i, j int) bool { return len(list[i].word) > len(list[j].word) })
	}
	return out
}

// before walks back over the words that belong to the number: 「合計で最大約」.
func (f *finder) before(m *Mention) {
	for range 4 {
		p, start := prefixBefore(f.s, m.Start)
		if start == m.Start || len(f.out) > 0 && start < f.out[len(f.out)-1].End {
			break
		}
		m.Start = start
		if p.q != Exact {
			m.bound2(p.q)
		}
		m.Total = m.Total || p.total
		m.Nobe = m.Nobe || p.nobe
	}
	if r, size := runeBefore(f.s, m.Start); m.Unit == None && (r == '¥' || r == '￥' || r == '$' || r == '＄' || r == '€') {
		m.Unit, m.UnitWord, m.Start = Amount, f.s[m.Start-size:m.Start], m.Start-size
	}
}

// bound2 joins a qualifier from before: it gives way to a bound behind the number.
func (m *Mention) bound2(q Qualifier) {
	if m.Qualifier == Exact || m.Qualifier == About {
		m.Qualifier = q
	}
}

// joiners may stand between a word of total or bound and the number: 「合計:1,531名」.
var joiners = []string{"で、", "は、", "で", "は", ":", "：", "、", "の"}

// prefixBefore gives the word that ends at i, over blanks and one joiner; start
// is i when there is none.
func prefixBefore(s string, i int) (prefix, int) {
	at := i
	for at > 0 && s[at-1] == ' ' {
		at--
	}
	if p, start := wordBefore(s, at); start < at {
		return p, start
	}
	for _, j := range joiners {
		if !hasSuffixBefore(s, at, j) {
			continue
		}
		p, start := wordBefore(s, at-len(j))
		if start < at-len(j) && p.takes(j) {
			return p, start
		}
	}
	return prefix{}, i
}

// takes says whether the joiner may stand between the word and the number.
// 「併せて、82名に」 begins a sentence and adds nothing up.
func (p prefix) takes(joiner string) bool {
	switch {
	case p.adds || p.word == "全":
		return false
	case p.total:
		return true
	case p.q == AtMost:
		return joiner != "の" && joiner != "は"
	}
	return p.q == AtLeast && joiner == "、"
}

func wordBefore(s string, i int) (prefix, int) {
	if i == 0 {
		return prefix{}, i
	}
	for _, p := range prefixByByte[s[i-1]] {
		if !hasSuffixBefore(s, i, p.word) {
			continue
		}
		start := i - len(p.word)
		if r, _ := runeBefore(s, start); inSet(r, p.not) {
			continue
		}
		return p, start
	}
	return prefix{}, i
}

// suffixAt gives the qualifier at i and where it ends; end is i when there is none.
func suffixAt(s string, i int) (Qualifier, int) {
	r, _ := runeAt(s, i)
	if r < utf8.RuneSelf {
		return Exact, i
	}
	for _, x := range suffixByRune[r] {
		if !hasPrefixAt(s, i, x.word) {
			continue
		}
		end := i + len(x.word)
		if r, _ := runeAt(s, end); inSet(r, x.not) || x.word == "以下" && isFollowing(s, end) {
			continue
		}
		return x.q, end
	}
	return Exact, i
}

// isFollowing says whether 以下 means what follows: 以下のとおり.
func isFollowing(s string, i int) bool {
	for _, w := range []string{"のとおり", "の通り", "のように", "に示", "に記", "の内容", "の項目", "の情報"} {
		if hasPrefixAt(s, i, w) {
			return true
		}
	}
	return false
}

func hasPrefixAt(s string, i int, w string) bool {
	return i <= len(s) && strings.HasPrefix(s[i:], w)
}

func hasSuffixBefore(s string, i int, w string) bool {
	return i >= 0 && strings.HasSuffix(s[:i], w)
}

func nextIn(s string, i int, set string) bool {
	r, _ := runeAt(s, i)
	return inSet(r, set)
}

func inSet(r rune, set string) bool { return r != 0 && strings.ContainsRune(set, r) }
