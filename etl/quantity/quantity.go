// Package quantity finds the numbers of a Japanese text with what they count:
// 「約１万２千件」「最大3,000名」「延べ508事業所」「二百三十八名」. It tells what is no
// quantity (dates, clock times, telephone and article numbers, versions, words
// written with a numeral such as 一部 or 千葉) from what is one.
//
// Flow: text → quantity → extract, which decides what each number means for the
// notice. The package is pure and reads the text once, without regular
// expressions. All offsets are bytes of the text given.
package quantity

// Unit is the kind of thing that a number counts.
type Unit uint8

// The kinds of units.
const (
	None       Unit = iota // a bare number
	Persons                // 人, 名, 名様
	Records                // 件, レコード
	Addresses              // アドレス, メールアドレス
	Accounts               // アカウント, ユーザー, ID
	Households             // 世帯
	Facilities             // 事業所, 店舗, 校, 社, か所: places and bodies
	Devices                // 台, 個, 本
	Documents              // 通, 枚, 部, 冊, ファイル
	Amount                 // 円, ドル
	Duration               // 日間, か月, 時間
	Ordinal                // 第2報, 3回目: no count at all
	Percent                // %, 割
	Age                    // 歳, 50代
	Other                  // any other counter: 回, つ, 組
)

var unitNames = [...]string{"none", "persons", "records", "addresses", "accounts", "households", "facilities", "devices", "documents", "amount", "duration", "ordinal", "percent", "age", "other"}

// String gives the lower-case English name of the unit.
func (u Unit) String() string { return unitNames[u] }

// Qualifier says how the number bounds what it counts.
type Qualifier uint8

// The qualifiers. A bound outweighs an approximation: 「最大約」 is AtMost.
const (
	Exact    Qualifier = iota
	About              // 約, およそ, 程度, 余り, 弱, 強
	AtMost             // 最大, 以下, 以内
	AtLeast            // 少なくとも, 以上
	MoreThan           // を超える, 超
	LessThan           // 未満, に満たない
	Range              // 10~20名, 数十名: from Value to Upper
)

var qualifierNames = [...]string{"exact", "about", "at_most", "at_least", "more_than", "less_than", "range"}

// String gives the lower-case English name of the qualifier.
func (q Qualifier) String() string { return qualifierNames[q] }

// Mention is one number of the text with the words that belong to it.
type Mention struct {
	Start, End       int     // bytes: number with qualifier words and unit
	NumStart, NumEnd int     // bytes of the number alone; of a range, both numbers
	Value            int64   // rounded to an integer; the lower end of a range
	Upper            int64   // the upper end of a range, else equal to Value
	Float            float64 // the number as written: 0.5 of 0.5%
	IsInt            bool    // whether Float is a whole number
	UnitWord         string  // 人, 名様, アカウント …; empty when there is none
	Unit             Unit
	Qualifier        Qualifier
	Total            bool // a word of total stands before it: 計, 合計, 総数, あわせて, 全
	Nobe             bool // 延べ: occurrences, not distinct things
	Bun              bool // 分: 「100名分の」
}

// Find gives the quantities of s in order; they do not overlap. Blanks and
// full-width characters that normalising left over are read as well.
func Find(s string) []Mention {
	f := finder{s: s}
	for f.i < len(s) {
		b := s[f.i]
		switch {
		case isDigitByte(b):
			f.number(f.i)
		case isLetterByte(b):
			f.word()
		case !startsNumber[b]:
			f.i += int(width[b])
		default:
			f.wide()
		}
	}
	return f.out
}

// finder walks over s once; i never goes back.
type finder struct {
	s   string
	i   int
	out []Mention
}

// wide handles a character of three bytes that may begin a number.
func (f *finder) wide() {
	r, size := runeAt(f.s, f.i)
	k, _ := classify(r)
	if k == kindNone {
		f.i += max(size, 1)
		return
	}
	if n := idiomAt(f.s, f.i, r); n > 0 {
		f.i += n
		return
	}
	f.number(f.i)
}

// number reads the number at offset at and what belongs to it.
func (f *finder) number(at int) {
	n, ok := parseNumber(f.s, at)
	if !ok {
		_, size := runeAt(f.s, at)
		f.i = max(n.end, at+max(size, 1))
		return
	}
	if end := f.skip(n); end > 0 {
		f.i = end
		return
	}
	m, ok := f.mention(n)
	f.i = m.End
	if ok {
		f.out = append(f.out, m)
	}
}

// mention joins the number with its unit and qualifiers. Not ok: the words at
// m.Start..m.End are no quantity.
func (f *finder) mention(n num) (Mention, bool) {
	m := Mention{Start: n.start, End: n.end, NumStart: n.start, NumEnd: n.end,
		Value: n.value, Upper: n.upper, Float: n.float, IsInt: n.isInt}
	if n.some {
		m.Qualifier = Range
	}
	if f.ordinal(&m) {
		return m, true
	}
	f.tail(&m, n)
	if f.repeated(&m) || f.namesOnly(&m, n) || f.partOfDate(&m) {
		return m, false
	}
	f.rangeTo(&m, n)
	f.before(&m)
	return m, true
}

// tail reads what follows the number: 余, the unit, 分, 目 and a qualifier, in
// that order.
func (f *finder) tail(m *Mention, n num) {
	q, e := suffixAt(f.s, m.End)
	if u, end, ok := unitAfter(f.s, m.End, n); ok {
		m.setUnit(u, end)
	} else if e > m.End {
		m.bound(q, e)
		if u, end, ok := unitAfterSuffix(f.s, e, n); ok {
			m.setUnit(u, end)
		}
		return
	}
	m.Bun = f.take(m, "分", "ぶん")
	if f.take(m, "目") {
		m.Unit = Ordinal
	}
	for range 2 {
		if q, e := suffixAt(f.s, m.End); e > m.End {
			m.bound(q, e)
		}
	}
}

func (f *finder) take(m *Mention, words ...string) bool {
	if m.Unit == None {
		return false
	}
	for _, w := range words {
		if hasPrefixAt(f.s, m.End, w) && !(w == "分" && nextIn(f.s, m.End+len(w), "野類布担析割岐離")) {
			m.End += len(w)
			return true
		}
	}
	return false
}

func (m *Mention) setUnit(u unit, end int) {
	m.Unit, m.UnitWord, m.End = u.kind, u.word, end
}

// bound joins a qualifier: a bound outweighs an approximation, and a range stays.
func (m *Mention) bound(q Qualifier, end int) {
	m.End = max(m.End, end)
	if m.Qualifier == Exact || m.Qualifier == About {
		m.Qualifier = q
	}
}
