package jdate

// The from functions read a mention into m and give its end, or -1 where there is
// none. An end with an empty m.Kind means: this is no date, and no part of it is.

// fromNumber reads a mention that begins with a number.
func (sc *scanner) fromNumber(m *Mention) int {
	if sc.has(m.Start, "一昨") >= 0 {
		return sc.fromWord(m)
	}
	n, ok := sc.number(m.Start)
	if !ok {
		return -1
	}
	wraps := m.Start > sc.lineStart
	if e := sc.unit(n.end, '年', wraps); e >= 0 {
		return sc.writtenYear(m, n, e)
	}
	if e := sc.unit(n.end, '月', wraps); e >= 0 {
		return sc.writtenMonth(m, n, e)
	}
	if e := sc.unit(n.end, '日', false); e >= 0 {
		return sc.writtenDay(m, n, e)
	}
	if e := sc.splitYear(m, n); e >= 0 {
		return e
	}
	switch c, _ := sc.at(n.end); c {
	case '/', '.', '-':
		if e := sc.fromSlashes(m, n); e >= 0 {
			return e
		}
	case '(':
		return sc.doubleYear(m, n)
	case '、', '・', '~', ',':
		if e := sc.listedDay(m, n); e >= 0 {
			return e
		}
	}
	if c, _ := sc.at(n.end); c == ':' || sc.unit(n.end, '時', false) >= 0 {
		return sc.fromClock(m)
	}
	return -1
}

// writtenYear goes on behind 「2024年」 or 「24年」.
func (sc *scanner) writtenYear(m *Mention, n numeral, e int) int {
	switch {
	case n.value >= 1000 && n.value <= 2999 && (n.kanji || n.digits == 4):
		m.Year = n.value
		return sc.fromYear(m, e)
	case n.value > 0 && n.value <= 99 && n.digits <= 2:
		if sc.endsWith(sc.blanksBack(m.Start), durationBefore) {
			return sc.noDate(m, e) // 懲役1年6月
		}
		m.Year, m.ShortYear = n.value, true
		if sc.hasAny(e, fiscalAfterYear) >= 0 && n.value > 20 {
			m.Kind = Fiscal
			return e
		}
		if end := sc.fromYear(m, e); m.Month > 0 {
			return end
		}
		*m = Mention{Start: m.Start, Line: m.Line}
		return -1
	}
	return -1
}

// splitYear reads a year that the layout cut in two lines: 「20⏎22年7月5日」.
func (sc *scanner) splitYear(m *Mention, n numeral) int {
	if m.Start == sc.lineStart || n.digits == 0 || n.digits > 3 || n.end >= len(sc.s) || sc.s[n.end] != '\n' {
		return -1
	}
	rest, ok := sc.number(n.end + 1)
	if !ok || rest.digits+n.digits != 4 {
		return -1
	}
	for range rest.digits {
		n.value *= 10
	}
	n.value += rest.value
	e := sc.unit(rest.end, '年', false)
	if e < 0 || n.value < 1900 || n.value > 2100 {
		return -1
	}
	m.Year = n.value
	return sc.fromYear(m, e)
}

// doubleYear reads 「2023(令和5)年」.
func (sc *scanner) doubleYear(m *Mention, n numeral) int {
	e := sc.yearInBrackets(n.end)
	if e < 0 || n.value < 1000 || n.value > 2999 {
		return -1
	}
	if e = sc.unit(e, '年', false); e < 0 {
		return -1
	}
	m.Year = n.value
	return sc.fromYear(m, e)
}

// yearInBrackets gives the end of 「(令和5年)」 「(2023)」 at i, else -1.
func (sc *scanner) yearInBrackets(i int) int {
	c, size := sc.at(i)
	if c != '(' {
		return -1
	}
	i = sc.blanks(i + size)
	era, e := sc.era(i)
	if era == 0 {
		e = i
	}
	n, ok := sc.number(sc.blanks(e))
	if !ok || era == 0 && (n.value < 1900 || n.value > 2100) {
		return -1
	}
	i = n.end
	if e := sc.unit(i, '年', false); e >= 0 {
		i = e
	}
	if c, size = sc.at(sc.blanks(i)); c != ')' {
		return -1
	}
	return sc.blanks(i) + size
}

// fromYear goes on behind the 年 of m.Year, or behind 昨年 and its like.
func (sc *scanner) fromYear(m *Mention, e int) int {
	sc.setKind(m)
	m.Precision = Year
	if b := sc.yearInBrackets(e); b >= 0 {
		e = b
	}
	j := sc.gap(e, m.Start > sc.lineStart)
	if k := sc.has(j, "の"); k >= 0 {
		j = sc.blanks(k)
	}
	n, ok := sc.number(j)
	if !ok || n.value > 99 || n.digits > 2 {
		return sc.yearOnly(m, e)
	}
	if k := sc.unit(n.end, '月', true); k >= 0 {
		if n.value < 1 || n.value > 12 {
			return sc.noDate(m, k)
		}
		m.Month = n.value
		return sc.fromMonth(m, k)
	}
	if n.value >= 1 && n.value <= 12 && sc.listedMonth(n.end) {
		m.Month, m.Precision = n.value, Month
		return n.end
	}
	if c, size := sc.at(n.end); c == '/' {
		if d, ok := sc.number(n.end + size); ok && d.digits > 0 && d.digits <= 2 {
			m.Month, m.Day = n.value, d.value
			return sc.fromDay(m, d.end)
		}
	}
	return sc.yearOnly(m, e)
}

// yearOnly ends a mention that says no month.
func (sc *scanner) yearOnly(m *Mention, e int) int {
	switch {
	case sc.hasAny(e, fiscalAfterYear) >= 0:
		m.Kind = Fiscal
		return sc.hasAny(e, fiscalAfterYear)
	case sc.part(m, e, partsOfYear) > e:
		return sc.about(m, sc.part(m, e, partsOfYear))
	case sc.hasAny(e, fiscalPeriod) >= 0:
		m.Kind = Fiscal
		return sc.hasAny(e, fiscalPeriod)
	case sc.hasAny(e, noYearAfter) >= 0:
		return sc.noDate(m, e)
	case sc.hasAny(e, nameAfterYear) >= 0:
		m.Kind = Name
		return e
	}
	return sc.about(m, e)
}

// writtenMonth goes on behind a bare 「1月」.
func (sc *scanner) writtenMonth(m *Mention, n numeral, e int) int {
	if n.value < 1 || n.value > 12 || n.digits > 2 || sc.endsWith(m.Start, noMonthBefore) {
		return -1
	}
	m.Month = n.value
	end := sc.fromMonth(m, e)
	if n.kanji && m.Day == 0 && m.Part == "" && sc.hasAny(e, noKanjiMonthAfter) >= 0 {
		return sc.noDate(m, e)
	}
	return end
}

// fromMonth goes on behind the 月 of m.Month, or behind 同月 and its like.
func (sc *scanner) fromMonth(m *Mention, e int) int {
	sc.setKind(m)
	m.Precision = Month
	j := sc.gap(e, m.Start > sc.lineStart)
	if k := sc.has(j, "の"); k >= 0 {
		j = sc.blanks(k)
	}
	n, ok := sc.number(j)
	if !ok || n.digits > 2 || n.value > 99 {
		return sc.monthOnly(m, e)
	}
	if k := sc.unit(n.end, '日', true); k >= 0 {
		if sc.hasAny(k, noDayOfMonth) >= 0 && sc.hasAny(k, dayAfterAll) < 0 {
			return sc.monthOnly(m, e)
		}
		m.Day = n.value
		return sc.fromDay(m, k)
	}
	if sc.listed(n.end) {
		m.Day = n.value
		return sc.fromDay(m, n.end)
	}
	return sc.monthOnly(m, e)
}

// listed says whether what follows the number ending at i makes it a day that
// shares its 日 with the next: 「3月4、5日」「3月4~6日」.
func (sc *scanner) listed(i int) bool {
	for range 3 {
		c, size := sc.at(i)
		if c != '、' && c != '・' && c != '~' && c != ',' && c != '-' {
			return false
		}
		n, ok := sc.number(sc.blanks(i + size))
		if !ok || n.value < 1 || n.value > 31 {
			return false
		}
		if k := sc.unit(n.end, '日', false); k >= 0 {
			return sc.hasAny(k, noDayAfter) < 0
		}
		i = n.end
	}
	return false
}

// listedDay reads the days within such a list, when a day or month was named just before it.
func (sc *scanner) listedDay(m *Mention, n numeral) int {
	if n.value < 1 || n.value > 31 || n.digits > 2 || !sc.listed(n.end) || !sc.hangsOn(m.Start) {
		return -1
	}
	m.Day = n.value
	return sc.fromDay(m, n.end)
}

// listedMonth says whether a number that ends at i shares its 月 with the next: 「1~3月」.
func (sc *scanner) listedMonth(i int) bool {
	c, size := sc.at(i)
	if c != '、' && c != '・' && c != '~' && c != '-' {
		return false
	}
	n, ok := sc.number(sc.blanks(i + size))
	if !ok || n.value < 1 || n.value > 12 || n.digits > 2 {
		return false
	}
	e := sc.unit(n.end, '月', false)
	return e >= 0 && sc.hasAny(e, noMonthAfter) < 0 && sc.hasAny(e, fiscalAfterMonth) < 0
}

// hangsOn says whether the mention before ends where 、 ~ or ・ leads on to i.
func (sc *scanner) hangsOn(i int) bool {
	if len(sc.out) == 0 {
		return false
	}
	last := sc.out[len(sc.out)-1]
	c, size := sc.before(i)
	return (c == '、' || c == '・' || c == '~' || c == ',' || c == '-') && last.End == i-size && last.Day > 0
}

// monthOnly ends a mention that says no day.
func (sc *scanner) monthOnly(m *Mention, e int) int {
	if k := sc.part(m, e, partsOfMonth); k > e {
		return sc.about(m, k)
	}
	if k := sc.hasAny(e, fiscalAfterMonth); k >= 0 {
		m.Kind = Fiscal
		return k
	}
	if sc.hasAny(e, noMonthAfter) >= 0 {
		return sc.noDate(m, e)
	}
	return sc.about(m, e)
}

// fullYear is the year where it is written in full, else 0.
func (m *Mention) fullYear() int {
	if m.ShortYear {
		return 0
	}
	return m.Year
}

// noDate drops m and what hangs on it up to e and further: of 「平成12年13月3日」
// nothing is a date.
func (sc *scanner) noDate(m *Mention, e int) int {
	m.Kind = ""
	for {
		n, ok := sc.number(sc.blanks(e))
		if !ok {
			return e
		}
		c, size := sc.at(n.end)
		if c != '月' && c != '日' {
			return e
		}
		e = n.end + size
	}
}

func (sc *scanner) setKind(m *Mention) {
	m.Kind = Calendar
	if m.Rel.Unit != "" {
		m.Kind = Relative
	}
}

// part reads 上旬 and its like at e, sets m.Part and gives its end, or e.
func (sc *scanner) part(m *Mention, e int, parts [][]string) int {
	j := sc.blanks(e)
	if k := sc.has(j, "の"); k >= 0 {
		j = k
	}
	for k, words := range parts {
		if end := sc.hasAny(j, words); end >= 0 {
			m.Part = [...]string{Early, Mid, Late}[k]
			return end
		}
	}
	return e
}

// about reads 頃 at e and gives its end, or e.
func (sc *scanner) about(m *Mention, e int) int {
	if k := sc.hasAny(sc.blanks(e), approxAfter); k >= 0 {
		m.Approx = true
		return k
	}
	return e
}
