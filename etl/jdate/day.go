package jdate

// writtenDay goes on behind a bare 「24日」.
func (sc *scanner) writtenDay(m *Mention, n numeral, e int) int {
	if k := sc.daysAway(m, n, e); k >= 0 {
		return k
	}
	if n.value < 1 || n.value > 31 || n.digits > 2 || sc.isDuration(m.Start, n, e) {
		return -1
	}
	m.Day = n.value
	return sc.fromDay(m, e)
}

// daysAway reads 「3日後」 and 「2日前」.
func (sc *scanner) daysAway(m *Mention, n numeral, e int) int {
	sign := 1
	k := sc.has(e, "後")
	if k < 0 {
		k, sign = sc.has(e, "前"), -1
	}
	if k < 0 || n.value < 1 || n.value > 400 || sc.has(e, "前後") >= 0 || sc.has(e, "後半") >= 0 || sc.has(e, "前半") >= 0 ||
		sc.endsWith(sc.blanksBack(m.Start), daysAwayBefore) || sc.has(k, "まで") >= 0 {
		return -1
	}
	m.Rel = Offset{From: FromLast, Unit: Days, N: sign * n.value}
	return sc.fromDay(m, k)
}

// isDuration says that 「N日」 is no day of a month: 「3日間」「約10日」「2~3日」「1日3回」.
func (sc *scanner) isDuration(start int, n numeral, e int) bool {
	if sc.endsWith(sc.blanksBack(start), durationBefore) {
		return true
	}
	if j := sc.blanks(e); sc.hasAny(j, noDayAfter) >= 0 && sc.hasAny(j, dayAfterAll) < 0 {
		return true
	}
	if n.kanji && (sc.hasAny(e, noKanjiDayAfter) >= 0 || n.value == 1 && sc.hasAny(e, firstDayAfter) < 0) {
		return true
	}
	if sc.spanOfDays(e) {
		return true
	}
	if n.value == 1 && sc.hasAny(e, noFirstDayAfter) >= 0 {
		return true
	}
	if k, ok := sc.number(sc.blanks(e)); ok && sc.hasAny(k.end, []string{"回", "件", "人", "名", "通", "食", "杯", "万", "千", "時間", "晩"}) >= 0 {
		return true // 1日3回, 1日2万件
	}
	c, size := sc.before(start)
	if c == '~' || c == '-' || c == '、' || c == '・' || c == ',' {
		if d, _ := sc.before(start - size); isDigit(d) || kanjiValue(d) >= 0 {
			return !sc.hangsOn(start)
		}
	}
	return isDigit(c) || c == '.' || c == '/' || isLatin(c)
}

// spanOfDays says whether 「~20日程度」 or 「に2回」 follows at i.
func (sc *scanner) spanOfDays(i int) bool {
	c, size := sc.at(i)
	k := i + size
	if j := sc.hasAny(i, []string{"から", "または", "又は", "か", "ないし", "に"}); j >= 0 {
		k = j
	} else if c != '~' && c != '-' && c != '、' && c != '・' {
		return false
	}
	n, ok := sc.number(k)
	if !ok {
		return false
	}
	if c == 'に' {
		return sc.hasAny(n.end, []string{"回", "度"}) >= 0
	}
	e := sc.unit(n.end, '日', false)
	return e >= 0 && sc.hasAny(e, noDayAfter) >= 0 && sc.hasAny(e, dayAfterAll) < 0 && sc.hasAny(e, []string{"以内", "以上", "曜", "経", "を経", "が経"}) < 0
}

// fromDay goes on behind the last sign of a day: weekday and clock time.
func (sc *scanner) fromDay(m *Mention, e int) int {
	sc.setKind(m)
	m.Precision = Day
	if m.Rel.Unit == "" && (m.Day < 1 || !(civil{m.fullYear(), m.Month, m.Day}).valid() || m.Month == 0 && m.Day > 31) {
		return sc.noDate(m, e)
	}
	if n, k := sc.weekday(e); k >= 0 {
		m.Weekday, e = n, k
	}
	return sc.about(m, sc.attachClock(m, e))
}
