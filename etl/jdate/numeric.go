package jdate

// eras with the year before their first.
var eras = []struct {
	name   string
	letter rune
	before int
	last   int
}{
	{"令和", 'R', 2018, 99}, {"平成", 'H', 1988, 60}, {"昭和", 'S', 1925, 110}, {"大正", 'T', 1911, 15}, {"明治", 'M', 1867, 45},
}

// era reads 令和 or R at i: the year before its first, and where it ends; 0 when there is none.
func (sc *scanner) era(i int) (before, end int) {
	c, size := sc.at(i)
	for _, e := range eras {
		if k := sc.has(i, e.name); k >= 0 {
			return e.before, sc.blanks(k)
		}
		if c == e.letter {
			return e.before, i + size
		}
	}
	return 0, -1
}

// lastYear is the highest year that the era is written with.
func lastYear(before int) int {
	for _, e := range eras {
		if e.before == before {
			return e.last
		}
	}
	return 0
}

// fromEra reads 「令和6年1月5日」「令和3.7.18」「令和5(2023)年」.
func (sc *scanner) fromEra(m *Mention) int {
	before, e := sc.era(m.Start)
	if before == 0 {
		return -1
	}
	n, ok := sc.number(e)
	if !ok || n.digits > 3 {
		return -1
	}
	return sc.eraYear(m, before, n)
}

// eraYear goes on behind the number of the year.
func (sc *scanner) eraYear(m *Mention, before int, n numeral) int {
	e := sc.unit(n.end, '年', m.Start > sc.lineStart)
	if e < 0 {
		if b := sc.yearInBrackets(n.end); b >= 0 {
			e = sc.unit(b, '年', false)
		}
	}
	bad := n.value < 1 || n.value > lastYear(before)
	if e >= 0 && bad {
		return sc.noDate(m, e)
	}
	if bad {
		return -1
	}
	m.Year, m.Era = before+n.value, before
	if e >= 0 {
		return sc.fromYear(m, e)
	}
	if sc.has(n.end, "年度") >= 0 {
		return -1
	}
	if c, _ := sc.at(n.end); c == '.' || c == '/' || c == '-' {
		return sc.slashes(m, n.end, m.Year, sc.saysMonth(m, n.end))
	}
	return -1
}

// saysMonth says whether 「令和3.7」 may be a month: the era is written out, or
// it is the end of a range (H30.4~R5.3).
func (sc *scanner) saysMonth(m *Mention, i int) bool {
	if c, _ := sc.at(m.Start); !isLatin(c) {
		return true
	}
	_, size := sc.at(i)
	n, ok := sc.number(i + size)
	c, _ := sc.at(n.end)
	return ok && (c == '~' || sc.afterRange(m.Start))
}

// fromLatin reads 「R6.6.8」「H31年」「'23年6月」「PM11時」.
func (sc *scanner) fromLatin(m *Mention) int {
	if c, _ := sc.before(m.Start); isLatin(c) || isDigit(c) || c == '-' || c == '/' || c == '.' || c == '_' {
		return -1
	}
	c, size := sc.at(m.Start)
	if c == 'A' || c == 'P' {
		return sc.fromClock(m)
	}
	if c == '\'' || c == '’' {
		n, ok := sc.number(m.Start + size)
		if !ok || n.digits != 2 {
			return -1
		}
		if e := sc.unit(n.end, '年', false); e >= 0 {
			m.Year = 2000 + n.value
			return sc.fromYear(m, e)
		}
		return -1
	}
	before, e := sc.era(m.Start)
	n, ok := sc.number(e)
	if before == 0 || !ok || n.kanji || n.digits > 2 {
		return -1
	}
	if c, _ := sc.at(n.end); before < 1925 && (c == '.' || c == '/' || c == '-') { // M1.2.3, T4/5
		return -1
	}
	return sc.eraYear(m, before, n)
}

// fromSlashes reads 「2024/1/5」「2024.1.5」「2024-01-05」「2024/1」「1/5(金)」.
func (sc *scanner) fromSlashes(m *Mention, n numeral) int {
	if n.kanji || !sc.freeBefore(m.Start) {
		return -1
	}
	if n.digits == 4 && n.value >= 1900 && n.value <= 2100 {
		m.Year = n.value
		if e := sc.slashes(m, n.end, n.value, true); e >= 0 {
			return e
		}
		m.Year = 0
		return -1
	}
	if n.digits <= 2 && n.value >= 1 && n.value <= 12 {
		return sc.monthSlashDay(m, n)
	}
	return -1
}

// slashes reads month and day behind the year that ends at i; monthOnly allows a date without a day.
func (sc *scanner) slashes(m *Mention, i, year int, monthOnly bool) int {
	sep, size := sc.at(i)
	month, ok := sc.number(sc.blanks(i + size))
	if !ok || month.digits < 1 || month.digits > 2 || month.value < 1 || month.value > 12 {
		return -1
	}
	m.Month = month.value
	if c, size := sc.at(month.end); c == sep {
		day, ok := sc.number(sc.blanks(month.end + size))
		if ok {
			if day.digits > 2 || day.value < 1 || !(civil{year, month.value, day.value}).valid() || !sc.freeAfter(day.end, sep) {
				return -1
			}
			if sep == '.' && m.Era == 0 && sc.isVersion(m.Start) {
				if _, k := sc.weekday(day.end); k < 0 {
					return -1
				}
			}
			m.Day = day.value
			return sc.fromDay(m, day.end)
		}
	}
	if !monthOnly || !sc.freeAfter(month.end, sep) || sep == '.' && m.Era == 0 || sep == '-' && month.digits != 2 ||
		sc.endsWith(m.Start, []string{"第", "番号", "番号:"}) || sc.has(month.end, "号") >= 0 {
		return -1
	}
	sc.setKind(m)
	m.Precision = Month
	return sc.monthOnly(m, month.end)
}

// versionBefore stand before a number that names a release.
var versionBefore = []string{"バージョン", "ver", "Ver", "VER", "version", "Version", "ver.", "Ver.", "リリース", "版", "ビルド", "Release", "Rev", "rev", "プラグイン", "パッチ"}

// isVersion says whether the dotted number at i names a release: a word of that
// kind or a Latin name stands before it.
func (sc *scanner) isVersion(i int) bool {
	j := sc.blanksBack(i)
	c, _ := sc.before(j)
	return sc.endsWith(j, versionBefore) || isLatin(c)
}

// freeBefore says whether a number at i begins a token of its own.
func (sc *scanner) freeBefore(i int) bool {
	c, size := sc.before(i)
	switch c {
	case '/', '.', '_', '=', '#', '&', '%', '@', '+', '\\', '$':
		return false
	case '-':
		d, _ := sc.before(i - size)
		return !isDigit(d) && !isLatin(d) || len(sc.out) > 0 && sc.out[len(sc.out)-1].End == i-size
	}
	return !isLatin(c) && !isDigit(c)
}

// freeAfter says whether a date with the sign sep in it may end at i.
func (sc *scanner) freeAfter(i int, sep rune) bool {
	c, size := sc.at(i)
	next, _ := sc.at(i + size)
	switch c {
	case '/', '_', '@', '%', '=', '&', '?':
		return false
	case '-':
		return sep != '-' || !isDigit(next) && !isLatin(next)
	case '.', ',':
		return !isDigit(next) && !isLatin(next)
	case 'T':
		return isDigit(next)
	}
	return !isLatin(c) && !isDigit(c)
}

// monthSlashDay reads 「1/5(金)」, and 「11/28」 where something shows that it is no fraction.
func (sc *scanner) monthSlashDay(m *Mention, n numeral) int {
	sep, size := sc.at(n.end)
	day, ok := sc.number(n.end + size)
	if !ok || sep == '-' || day.digits < 1 || day.digits > 2 || day.value < 1 || !(civil{0, n.value, day.value}).valid() || !sc.freeAfter(day.end, sep) {
		return -1
	}
	_, k := sc.weekday(day.end)
	if k < 0 && (sep == '.' || !sc.isNoFraction(m.Start, n.value, day)) {
		return -1
	}
	m.Month, m.Day = n.value, day.value
	return sc.fromDay(m, day.end)
}

// isNoFraction decides on 「M/D」 without a weekday.
func (sc *scanner) isNoFraction(start, month int, day numeral) bool {
	i := sc.blanks(day.end)
	if _, ok := sc.hourAt(i, true); ok && i > day.end {
		return true // 11/28 10:05
	}
	if sc.endsWith(sc.blanksBack(start), durationBefore) {
		return false
	}
	c, size := sc.at(i)
	if c == '\n' || c == 0 {
		return day.value > 12 && sc.opens(start) || sc.afterRange(start)
	}
	if c == '~' || c == '-' { // 10/1~10/5
		_, ok := sc.number(i + size)
		return ok || day.value > 12
	}
	if sc.afterRange(start) {
		return true
	}
	fraction := month < day.value && month <= 3 && day.value <= 12
	if sc.opens(start) && sc.hasAny(i, noDateAfterSlash) < 0 && !(fraction && c == 'に') {
		return true // a line of a chronology
	}
	return sc.hasAny(i, dateParticles) >= 0 && !fraction
}

// noDateAfterSlash follow a fraction or a share.
var noDateAfterSlash = []string{"の", ")", "/", "名", "人", "件", "社", "点", "回", "台", "冊", "校", "個", "ページ", "頁", "以上", "以下", "程度", "を", "が", "は", "%", "枚"}

// dateParticles follow a date rather than a fraction.
var dateParticles = []string{"に", "から", "より", "まで", "以降", "付", "頃", "ごろ", "現在", "時点", "、", "夜", "朝", "未明", "午", "夕", "深夜"}

// afterRange says whether the mention before leads on to i with ~, - or から.
func (sc *scanner) afterRange(i int) bool {
	if len(sc.out) == 0 {
		return false
	}
	last := sc.out[len(sc.out)-1]
	return last.End < i && i-last.End <= 12 && isRangeGap(sc.s[last.End:i])
}

// opens says whether only blanks and bullets stand on the line before i.
func (sc *scanner) opens(i int) bool {
	for i > sc.lineStart {
		c, size := sc.before(i)
		switch c {
		case ' ', '\t', '・', '•', '-', '*', '■', '□', '◆', '◇', '●', '○', '▼', '▽', '▲', '◎', '※', '>', '(', '[', '【', '《', '<', '「', '〔', '|', '→', '⇒', '·', '➤', '✓', '約', '①':
			i -= size
		default:
			return false
		}
	}
	return true
}
