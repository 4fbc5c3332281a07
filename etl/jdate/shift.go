package jdate

// relative resolves a mention that is said by another date.
func (w *walker) relative(i int) {
	m := w.ms[i]
	if m.Rel.From == FromPublished {
		w.ofNotice(i)
		return
	}
	switch m.Rel.Unit {
	case Years:
		if w.lastYear > 0 {
			w.set(i, civil{w.lastYear + m.Rel.N, m.Month, m.Day}, m.Precision, howShifted(m), 0.9)
		}
	case Months:
		w.month(i)
	case Days:
		w.day(i)
	}
}

func howShifted(m Mention) string {
	if m.Rel.N == 0 {
		return HowSame
	}
	return HowShifted
}

// month resolves 同月, 同月23日, 同23日, 翌月.
func (w *walker) month(i int) {
	m := w.ms[i]
	if w.last.m == 0 {
		if m.Day > 0 && w.notice().y > 0 { // 同4日 where nothing but the notice is known
			w.dayWithoutMonth(i)
		}
		return
	}
	c := w.last.addMonths(m.Rel.N)
	c.d = m.Day
	w.set(i, c, m.Precision, howShifted(m), min(0.92, w.yearSure))
}

// day resolves 同日, 翌日, 翌21日, 3日後.
func (w *walker) day(i int) {
	m := w.ms[i]
	base := w.last
	if w.lastIs != Day || base.y == 0 {
		return
	}
	if m.Day == 0 {
		confidence := 0.92
		if m.Rel.Loose && m.Line != w.lastLine { // 当日 is the day of the matter, which need not be named last
			confidence = 0.5
		}
		if m.Rel.N < -1 || m.Rel.N > 2 {
			confidence = 0.7
		}
		if w.turnsBack(m) {
			confidence = 0.6
		}
		w.set(i, base.addDays(m.Rel.N), Day, howShifted(m), min(confidence, w.lastSure))
		return
	}
	for k := len(w.refs) - 1; k >= 0 && k >= len(w.refs)-8; k-- { // the day before it was named, perhaps not last
		next := fromNumber(w.refs[k].day).addDays(1)
		if next.d == m.Day && w.out[w.refs[k].at].Precision == Day && (m.Weekday == 0 || next.weekday() == m.Weekday) {
			w.set(i, next, Day, HowShifted, 0.95)
			return
		}
	}
	c := civil{base.y, base.m, m.Day}
	if m.Day <= base.d {
		c = base.addMonths(1)
		c.d = m.Day
	}
	w.set(i, c, Day, HowShifted, 0.7)
}

// turnsBack says whether the day named last lies before the one named ahead of it
// in the same paragraph: 「23日に連絡があり、15日以降の侵入と分かった。同日…」 may mean either.
func (w *walker) turnsBack(m Mention) bool {
	n := len(w.refs)
	return n > 1 && w.refs[n-1].line == m.Line && w.refs[n-2].line == m.Line && w.refs[n-1].day < w.refs[n-2].day
}

// ofNotice resolves 本日, 昨年11月, 先月.
func (w *walker) ofNotice(i int) {
	m := w.ms[i]
	switch m.Rel.Unit {
	case Days:
		if w.published.y > 0 {
			w.set(i, w.published.addDays(m.Rel.N), Day, HowOfNotice, 0.95)
		}
	case Months:
		if n := w.notice(); n.y > 0 {
			c := n.addMonths(m.Rel.N)
			c.d = m.Day
			w.set(i, c, m.Precision, HowOfNotice, 0.95)
		}
	case Years:
		y, confidence := w.noticeYear()
		if y > 0 {
			w.set(i, civil{y + m.Rel.N, m.Month, m.Day}, m.Precision, HowOfNotice, confidence)
		}
	}
}

// noticeYear is the year in which the notice speaks.
func (w *walker) noticeYear() (int, float64) {
	switch {
	case w.published.y > 0:
		return w.published.y, 0.95
	case w.letter.y > 0:
		return w.letter.y, 0.85
	case w.caseYear > 0 && w.newest > 0 && fromNumber(w.newest).y == w.caseYear:
		return w.caseYear, 0.75
	case w.caseYear > 0:
		return w.caseYear, 0.6
	case w.newest > 0:
		return fromNumber(w.newest).y, 0.6
	}
	return 0, 0
}
