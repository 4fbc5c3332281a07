package quantity

import (
	"strings"
	"unicode/utf8"
)

// startsNumber marks the first bytes of the characters that may begin a number
// and are not ASCII; width is how many bytes a character beginning so has.
var startsNumber, width = firstBytes()

func firstBytes() (starts [256]bool, wide [256]uint8) {
	for _, r := range "〇零一壱壹二弐貳三参參四肆五伍六陸七漆八捌九玖拾十百佰陌千仟阡万萬億兆数０９" {
		starts[string(r)[0]] = true
	}
	for b := range wide {
		switch {
		case b < 0xc0:
			wide[b] = 1
		case b < 0xe0:
			wide[b] = 2
		case b < 0xf0:
			wide[b] = 3
		default:
			wide[b] = 4
		}
	}
	return starts, wide
}

// idioms are words that begin with a Chinese numeral and count nothing, although
// a counter or nothing but kana follows the numeral; by their first character.
var idioms = indexIdioms(`一人ひとり 一人一人 一人ひとり 一人暮らし 一人称 一人前 一人親 一人芝居 一人当たり 一人あたり 一部 一件書類 一件落着
一同 一切 一通り 一本化 一体 一面 一点張り 一式 一社会人 一市民 一口 一段 一種 一歩 一行 一番 一号 一級 一例 一室 一戸建 一軒家 一円 一度 一つひとつ 一つ一つ
一個人 一社員 一からの 一から 一斉 一般 一覧 一定 一時 一旦 一括 一層 一連 一昨 一因 一環 一員 一気 一目 一言 一回り 一役 一手 一元 一律 一致 一両日 一ノ 一ヶ谷 一箇所に
二度 二重 二次 二要素 二段階 二の次 二人三脚 二世帯住宅 二本松 二ノ 三者 三重 三人称 三つ葉 三ツ 三ノ 三本柱 三種町 三種の 三日月 三社祭 三店方式 三本木 三菱 三井
四半期 四つ葉 四ツ 四万十 四国 四日市 五十嵐 五十音 五輪 五ヶ瀬 五個荘 五所川原 五分五分 六本木 六ヶ所村 六ヶ所 六甲 七夕 七つ道具 八王子 八千代 八百屋 八百万 八本松 八つ当たり 八ヶ岳 八頭
九州 九十九里 九十九島 十分 十二分 十人十色 十日町 十字 十和田 十勝 十数年来 百人一首 百貨 百科 百も承知 百点満点 千葉 千代 千歳 千曲 千種 千差 千本 千駄 千石 千住 千里 千人針 千秋 千客 千社
万一 万が一 万全 万能 万博 万引 数学 数字 数値 数式 数量 数々 数理 数多 数人称`)

func indexIdioms(list string) map[rune][]string {
	out := make(map[rune][]string)
	for _, w := range strings.Fields(list) {
		r, _ := utf8.DecodeRuneInString(w)
		out[r] = append(out[r], w)
	}
	return out
}

// idiomAt gives the length of the idiom at i, or 0.
func idiomAt(s string, i int, r rune) int {
	best := 0
	for _, w := range idioms[r] {
		if len(w) > best && strings.HasPrefix(s[i:], w) {
			best = len(w)
		}
	}
	return best
}

// skip gives the end of what the number is a part of when that is no quantity
// (a date, a code, a telephone number), else 0.
func (f *finder) skip(n num) int {
	if n.kanji {
		return f.skipDate(n)
	}
	if end := f.skipCode(n); end > 0 {
		return end
	}
	return f.skipDate(n)
}

// skipCode knows numbers joined with others by signs, and those with a leading 0.
func (f *finder) skipCode(n num) int {
	prev, _ := runeBefore(f.s, n.start)
	next, size := runeAt(f.s, n.end)
	follow, _ := runeAt(f.s, n.end+size)
	joined := isDigitRune(follow) && inSet(next, "-/:.(−－／：．（")
	if joined && (next == '-' || next == '－') && !n.lead0 && f.hyphenRange(n) {
		joined = false
	}
	if next == '(' && joined && !f.phoneBrackets(n.end) {
		joined = false
	}
	switch {
	case inSet(prev, "#_@〒＃＠"), hasSuffixBefore(f.s, n.start, "内線"), n.lead0, joined:
		return f.codeEnd(n.end)
	case next < utf8.RuneSelf && isLetterByte(byte(next)):
		if _, _, ok := unitAfter(f.s, n.end, n); !ok {
			return f.codeEnd(n.end)
		}
	}
	return 0
}

// hyphenRange says whether 「10-20名」 stands there: rising, and with a counter.
func (f *finder) hyphenRange(n num) bool {
	_, size := runeAt(f.s, n.end)
	m, ok := parseNumber(f.s, n.end+size)
	if !ok || m.lead0 || m.value <= n.value {
		return false
	}
	u, _, ok := unitAfter(f.s, m.end, m)
	return ok && u.kind != Ordinal
}

// phoneBrackets says whether 「03(1234)5678」 goes on at i.
func (f *finder) phoneBrackets(i int) bool {
	_, end, digits := digitRun(f.s, i+1)
	_, _, more := digitRun(f.s, end+1)
	return digits >= 2 && hasPrefixAt(f.s, end, ")") && more >= 2
}

// codeEnd walks to the end of a code: letters, figures and the signs that join them.
func (f *finder) codeEnd(i int) int {
	for i < len(f.s) {
		r, size := runeAt(f.s, i)
		if isWordRune(r) {
			i += size
			continue
		}
		next, _ := runeAt(f.s, i+size)
		if !inSet(r, "-/:.,()_@#−－／：．") || !isWordRune(next) {
			break
		}
		i += size
	}
	return f.overDateSign(i)
}

const dateSigns = "年月日時分秒号条項章節"

// overDateSign steps over 年, 月, 日 … behind a code.
func (f *finder) overDateSign(i int) int {
	if r, size := runeAt(f.s, i); inSet(r, dateSigns) {
		return i + size
	}
	return i
}

// skipDate knows the numbers before 年, 月, 日, 時, 分, 条 …, and those behind an era.
func (f *finder) skipDate(n num) int {
	at := skipBlanks(f.s, n.end)
	r, size := runeAt(f.s, at)
	if inSet(r, dateSigns) {
		if _, _, ok := unitAt(f.s, at, n); !ok {
			return f.fraction(at, size)
		}
		return 0
	}
	for _, w := range []string{"丁目", "番地", "番号", "番線", "番", "週目", "号室", "親等", "限目"} {
		if hasPrefixAt(f.s, at, w) && !hasPrefixAt(f.s, at, "番目") {
			return at + len(w)
		}
	}
	for _, era := range []string{"令和", "平成", "昭和", "大正", "明治", "西暦"} {
		if hasSuffixBefore(f.s, n.start, era) {
			return n.end
		}
	}
	return 0
}

// fraction steps over 分 and, in 「3分の1」, over the second number too.
func (f *finder) fraction(at, size int) int {
	end := at + size
	if hasPrefixAt(f.s, at, "分の") {
		if n, ok := parseNumber(f.s, at+len("分の")); ok {
			return n.end
		}
	}
	return end
}

// partOfDate says whether a bare number is the first of several before one date
// sign: 「1~3月」, 「10、11日」.
func (f *finder) partOfDate(m *Mention) bool {
	if m.Unit != None {
		return false
	}
	r, size := runeAt(f.s, m.End)
	if !inSet(r, "~～〜-－、,・/") {
		return false
	}
	n, ok := parseNumber(f.s, m.End+size)
	if !ok {
		return false
	}
	at := skipBlanks(f.s, n.end)
	if r, _ := runeAt(f.s, at); !inSet(r, dateSigns) {
		return false
	}
	_, _, unit := unitAt(f.s, at, n)
	return !unit
}

// ordinal reads 第2報 and steps over 第26条, 第三者, 第一中学校.
func (f *finder) ordinal(m *Mention) bool {
	if !hasSuffixBefore(f.s, m.Start, "第") && !hasSuffixBefore(f.s, m.Start, "第 ") {
		return false
	}
	m.Start = strings.LastIndex(f.s[:m.Start], "第")
	m.Unit = Ordinal
	r, size := runeAt(f.s, m.End)
	if inSet(r, "報回次弾期位版章") {
		m.UnitWord = f.s[m.End : m.End+size]
		m.End += size
	}
	f.take(m, "目")
	return true
}

// repeated knows 「1人1人」, 「一件一件」, 「1人ひとり」: each single one.
func (f *finder) repeated(m *Mention) bool {
	if m.Unit == None || m.Value != 1 {
		return false
	}
	again := f.s[m.NumStart:m.End]
	for _, w := range []string{again, "ひとり", "ひとつ"} {
		if hasPrefixAt(f.s, m.End, w) {
			m.End += len(w)
			return true
		}
	}
	return false
}

// namesOnly says whether a Chinese numeral is part of a word or a name: it has
// no counter and touches other Chinese characters or katakana.
func (f *finder) namesOnly(m *Mention, n num) bool {
	if !n.kanji {
		return false
	}
	prev, _ := runeBefore(f.s, n.start)
	if inSet(prev, "何幾") { // 何十回: how many is not said
		return true
	}
	if m.Unit != None {
		return n.value == 1 && inSet(prev, "同統唯単均随画逐純万択") || inSet(prev, "々")
	}
	next, size := runeAt(f.s, n.start)
	if n.end == n.start+size && inSet(next, "参參拾壱壹弐貳伍肆陸漆捌玖佰陌仟阡零") { // 参ります, 拾う
		return true
	}
	next, _ = runeAt(f.s, m.End)
	return isHan(prev) || isKatakana(prev) || isHan(next) || isKatakana(next)
}

// word steps over Latin letters and what is joined to them: URLs, addresses,
// versions, names of products. A number glued to letters counts only with a plain
// counter behind it (「PC3台」).
func (f *finder) word() {
	if f.url() {
		return
	}
	i := f.i
	for i < len(f.s) && isLetterByte(f.s[i]) {
		i++
	}
	if i < len(f.s) && isDigitByte(f.s[i]) {
		if n, ok := parseNumber(f.s, i); ok && !n.lead0 {
			if u, _, ok := unitAfter(f.s, n.end, n); ok && !u.noun && u.word[0] >= utf8.RuneSelf && u.kind != Ordinal && u.kind != Other {
				f.number(i)
				return
			}
		}
	}
	f.i = f.codeEnd(i)
}

// url steps over http://… and www.….
func (f *finder) url() bool {
	rest := f.s[f.i:]
	if !strings.HasPrefix(rest, "http://") && !strings.HasPrefix(rest, "https://") && !strings.HasPrefix(rest, "www.") {
		return false
	}
	for f.i < len(f.s) && f.s[f.i] > ' ' && f.s[f.i] < utf8.RuneSelf && f.s[f.i] != '"' && f.s[f.i] != '<' && f.s[f.i] != '>' {
		f.i++
	}
	return true
}

func isDigitByte(b byte) bool  { return b >= '0' && b <= '9' }
func isLetterByte(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }

func isDigitRune(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

func isWordRune(r rune) bool {
	return isDigitRune(r) || r < utf8.RuneSelf && isLetterByte(byte(r)) || r >= 'Ａ' && r <= 'ｚ'
}

func isHan(r rune) bool { return r >= 0x4e00 && r <= 0x9fff || r == '々' || r == '〆' }

func isKatakana(r rune) bool { return r >= 0x30a1 && r <= 0x30fa || r == 'ー' }
