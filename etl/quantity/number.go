package quantity

import "math"

// num is one number as written, without unit.
type num struct {
	start, end int
	value      int64
	upper      int64   // above value for 数十, 十数
	float      float64 // as written
	isInt      bool
	kanji      bool // begins with a Chinese numeral
	some       bool // 数 stands in it
	lead0      bool // begins with 0 and goes on: a code, not a count
	scaled     bool // holds 万, 億 or 兆
	scale      int64
	short      bool // one digit
}

type kind uint8

const (
	kindNone  kind = iota
	kindDigit      // 0-9, full-width too
	kindKanji      // 〇一二三…
	kindSmall      // 十百千
	kindBig        // 万億兆
	kindSome       // 数
)

// classify gives what r is in a number, and its value.
func classify(r rune) (kind, int64) {
	switch {
	case r >= '0' && r <= '9':
		return kindDigit, int64(r - '0')
	case r >= '０' && r <= '９':
		return kindDigit, int64(r - '０')
	}
	switch r {
	case '〇', '零':
		return kindKanji, 0
	case '一', '壱', '壹':
		return kindKanji, 1
	case '二', '弐', '貳':
		return kindKanji, 2
	case '三', '参', '參':
		return kindKanji, 3
	case '四', '肆':
		return kindKanji, 4
	case '五', '伍':
		return kindKanji, 5
	case '六', '陸':
		return kindKanji, 6
	case '七', '漆':
		return kindKanji, 7
	case '八', '捌':
		return kindKanji, 8
	case '九', '玖':
		return kindKanji, 9
	case '十', '拾':
		return kindSmall, 10
	case '百', '佰', '陌':
		return kindSmall, 100
	case '千', '仟', '阡':
		return kindSmall, 1000
	case '万', '萬':
		return kindBig, 1e4
	case '億':
		return kindBig, 1e8
	case '兆':
		return kindBig, 1e12
	case '数':
		return kindSome, 0
	}
	return kindNone, 0
}

// parseNumber reads the number at i. Not ok: it is none, and end tells how far
// the reading got.
func parseNumber(s string, i int) (num, bool) {
	r, _ := runeAt(s, i)
	k, _ := classify(r)
	p := parser{s: s, n: num{start: i, end: i, isInt: true, kanji: k != kindDigit}}
	if k == kindBig || k == kindNone {
		return p.n, false
	}
	if k == kindSome {
		ok := p.several(0)
		return p.n, ok
	}
	ok := p.groups()
	p.n.value, p.n.float = int64(math.Round(p.total)), p.total
	p.n.upper = p.n.value
	p.n.isInt = p.total == math.Trunc(p.total)
	if ok {
		p.severalAfter()
	}
	return p.n, ok && p.total < 1e17
}

// parser reads groups of up to four figures, each closed by 万, 億 or 兆.
type parser struct {
	s     string
	n     num
	total float64
}

// groups reads 「1億2,345万6,789」: descending groups, blanks after 万.
func (p *parser) groups() bool {
	last, i := math.Inf(1), p.n.end
	for {
		g, end, ok := p.group(i)
		if !ok {
			return p.n.end > p.n.start
		}
		at := skipBlanks(p.s, end)
		r, size := runeAt(p.s, at)
		k, v := classify(r)
		if k != kindBig || wordOfUnit(p.s, at, r, at > end) {
			if p.n.scaled && g >= last {
				return true
			}
			p.total, p.n.end = p.total+g, end
			return true
		}
		if float64(v) >= last {
			return p.n.end > p.n.start
		}
		last = float64(v)
		p.total, p.n.end = p.total+g*last, at+size
		p.n.scaled, p.n.scale = true, v
		i = skipBlanks(p.s, p.n.end)
	}
}

// group reads 「4千6百」, 「6,789」, 「三百二十一」 or 「二〇」 at i.
func (p *parser) group(i int) (sum float64, end int, ok bool) {
	last := math.Inf(1)
	end = i
	for {
		d, at, has := p.figures(i)
		u := skipBlanks(p.s, at)
		r, size := runeAt(p.s, u)
		k, v := classify(r)
		if k != kindSmall || float64(v) >= last || wordOfUnit(p.s, u, r, u > at) {
			if has && d < last && (!ok || fits(d, last)) {
				return sum + d, at, true
			}
			return sum, end, ok
		}
		if !has || d == 0 {
			d = 1
		}
		last = float64(v)
		sum, end, ok = sum+d*last, u+size, true
		i = skipBlanks(p.s, end)
	}
}

// fits says whether d can stand after a figure of the size last: 百五十, not 百500.
func fits(d, last float64) bool { return d < last && d == math.Trunc(d) }

// figures reads Arabic figures with commas and a decimal part, or Chinese ones in
// their places (二〇二四).
func (p *parser) figures(i int) (float64, int, bool) {
	r, _ := runeAt(p.s, i)
	switch k, _ := classify(r); k {
	case kindDigit:
		return p.arabic(i)
	case kindKanji:
		return p.chinese(i)
	}
	return 0, i, false
}

func (p *parser) chinese(i int) (float64, int, bool) {
	v, digits := 0.0, 0
	for {
		r, size := runeAt(p.s, i)
		k, d := classify(r)
		if k != kindKanji {
			break
		}
		v, i, digits = v*10+float64(d), i+size, digits+1
	}
	if i-p.n.start == 3 {
		p.n.short = true
	}
	if r, size := runeAt(p.s, i); r == '・' && digits == 1 { // 三・五万
		if d, end, ok := p.tenth(i + size); ok {
			return v + d, end, true
		}
	}
	return v, i, true
}

// tenth reads one Chinese figure after the decimal point, when 万 or 億 follows.
func (p *parser) tenth(i int) (float64, int, bool) {
	r, size := runeAt(p.s, i)
	k, d := classify(r)
	next, _ := runeAt(p.s, i+size)
	if k2, _ := classify(next); k == kindKanji && k2 == kindBig {
		return float64(d) / 10, i + size, true
	}
	return 0, i, false
}

func (p *parser) arabic(i int) (float64, int, bool) {
	start := i
	v, end, digits := digitRun(p.s, i)
	if start == p.n.start {
		p.n.lead0 = v == 0 && digits > 1 || digits > 1 && (p.s[i] == '0' || hasPrefixAt(p.s, i, "０"))
		p.n.short = digits == 1
	}
	for digits <= 3 {
		g, e, ok := commaGroup(p.s, end)
		if !ok {
			break
		}
		v, end = v*1000+g, e
	}
	if d, e, ok := decimals(p.s, end); ok {
		return v + d, e, true
	}
	return v, end, true
}

// digitRun reads figures without any mark between them.
func digitRun(s string, i int) (v float64, end, digits int) {
	for {
		r, size := runeAt(s, i)
		k, d := classify(r)
		if k != kindDigit {
			return v, i, digits
		}
		v, i, digits = v*10+float64(d), i+size, digits+1
	}
}

// commaGroup reads a comma and exactly three figures; a blank after the comma
// (as PDF text has it) only when a unit's word follows at once.
func commaGroup(s string, i int) (float64, int, bool) {
	r, size := runeAt(s, i)
	if r != ',' && r != '，' && r != '٬' {
		return 0, i, false
	}
	at := skipBlanks(s, i+size)
	v, end, digits := digitRun(s, at)
	if digits != 3 {
		return 0, i, false
	}
	if at > i+size {
		if _, _, ok := unitAfter(s, end, num{}); !ok {
			return 0, i, false
		}
	}
	return v, end, true
}

// decimals reads 「.5」; 「.5.1」 is a version and is left to the caller.
func decimals(s string, i int) (float64, int, bool) {
	r, size := runeAt(s, i)
	if r != '.' && r != '．' {
		return 0, i, false
	}
	v, end, digits := digitRun(s, i+size)
	if digits == 0 || digits > 6 {
		return 0, i, false
	}
	return v / math.Pow10(digits), end, true
}

// several reads 「数十」, 「数百万」, 「数」 before a unit; base is what stands before 数.
func (p *parser) several(base float64) bool {
	at := p.n.end + len("数")
	unit, end := 1.0, at
	for range 2 {
		r, size := runeAt(p.s, end)
		k, v := classify(r)
		if k != kindSmall && k != kindBig {
			break
		}
		unit, end = unit*float64(v), end+size
	}
	if base == 0 && p.endsWordWithSome() {
		p.n.end = at
		return false
	}
	if _, _, ok := unitAfter(p.s, end, num{}); !ok && end == at {
		p.n.end = at
		return false
	}
	p.n.end, p.n.some = end, true
	p.n.value, p.n.upper = int64(base+unit), int64(base+9*unit)
	p.n.float = base + unit
	return true
}

// endsWordWithSome says whether 数 closes a word: 件数, 複数, 人数.
func (p *parser) endsWordWithSome() bool {
	r, _ := runeBefore(p.s, p.n.start)
	return inSet(r, "件人回複多半少奇偶個日年総実点枚台指係関定度整分端対算世戸箇頁字倍級口参票")
}

// severalAfter reads 数 behind a number: 十数名, 百数十件, 1万数千人.
func (p *parser) severalAfter() {
	if !hasPrefixAt(p.s, p.n.end, "数") || p.n.value%10 != 0 || p.n.value == 0 {
		return
	}
	before := p.n
	if !p.several(p.total) || p.n.value >= 2*before.value {
		p.n = before
	}
}

// wordOfUnit says whether the unit sign at i begins a word of its own: 千葉, 百貨店,
// and behind a blank any idiom (「2 万全の対策」).
func wordOfUnit(s string, i int, r rune, blank bool) bool {
	if blank {
		return idiomAt(s, i, r) > 0
	}
	return hasPrefixAt(s, i, "千葉") || hasPrefixAt(s, i, "百貨") || hasPrefixAt(s, i, "百科")
}
