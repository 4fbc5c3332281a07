package jdate

// walker holds what is known at one point of the text.
type walker struct {
	ms     []Mention
	out    []Date
	anchor Anchor

	published civil // day of the notice, as the anchor says; y 0 = unknown
	letter    civil // day of the notice, as a line of its own at the top or the end says
	caseYear  int
	rollsOver bool // the months without a year run over the end of a year

	last      civil // the day or month named last
	lastIs    Precision
	lastSure  float64 // that last is right
	yearSure  float64 // that its year is
	lastLine  int
	clockDay  civil // the day named last, planned or not, on which a clock time falls
	clockLine int
	clockSure float64
	lastYear  int // the year named last, with or without a month
	eraBase   int // the era a year was last written in
	heading   int // year of the heading in force, 0 = none
	fresh     bool
	refs      []ref // days and months resolved so far
	ahead     []ref // days and months written in full, in order of place, from the mention at hand on
	newest    int   // the latest day written in full that may have been when the notice came out
}

// ref is a date that others can be near to.
type ref struct {
	day, line, at int
	compared      bool    // said only to compare: 前年6月
	sure          float64 // that its year is right
	began         bool    // the start of a long period, which goes on at its end
}

// prepare reads the anchor and the dates that are written in full.
func (w *walker) prepare() {
	w.published, _ = parseDay(w.anchor.Published)
	w.caseYear = w.anchor.CaseYear
	alone, letter := 0, -1
	for i, m := range w.ms {
		if m.Kind != Calendar || m.fullYear() == 0 || m.Month == 0 {
			continue
		}
		c := civil{m.Year, m.Month, m.Day}
		w.ahead = append(w.ahead, ref{day: c.number(), line: m.Line, at: i, sure: 0.98})
		if n := c.number(); n > w.newest && w.mayBePast(m) {
			w.newest = n
		}
		if m.Alone && m.Precision == Day && m.Clock == "" {
			alone++
			if m.Weekday == 0 && (i == 0 || i == len(w.ms)-1) {
				letter = i
			}
		}
	}
	if alone == 1 && letter >= 0 {
		m := w.ms[letter]
		w.letter = civil{m.Year, m.Month, m.Day}
	}
	w.rollsOver = w.runsOver()
}

// mayBePast says whether the day of m, written in full, can lie before the notice.
func (w *walker) mayBePast(m Mention) bool {
	switch {
	case m.Precision != Day || m.Planned || m.aims() && m.Bound == Until:
		return false
	case w.published.y > 0:
		return civil{m.Year, m.Month, m.Day}.number() <= w.published.number()
	}
	return w.caseYear == 0 || m.Year <= w.caseYear
}

// runsOver says whether a month from October on, without a year, is followed by one up to March.
func (w *walker) runsOver() bool {
	late := false
	for _, m := range w.ms {
		if m.Kind != Calendar || m.Month == 0 {
			continue
		}
		if m.Year > 0 {
			late = false
			continue
		}
		if ahead := m.Planned || m.aims(); m.Month >= 10 && !ahead {
			late = true
		} else if m.Month <= 3 && late && !ahead {
			return true
		}
	}
	return false
}

// notice is the best guess of the day of the notice, good enough to choose a year by.
func (w *walker) notice() civil {
	if w.published.y > 0 {
		return w.published
	}
	return w.letter
}

// recent is the day number that everything old is old by.
func (w *walker) recent() int {
	if n := w.notice(); n.y > 0 {
		return n.number()
	}
	return max(w.newest, civil{w.caseYear, 1, 1}.number())
}

func (w *walker) done(i int) bool { return w.out[i].Resolved }

// remember makes mention i the context of what follows.
func (w *walker) remember(i int) {
	d := w.out[i]
	if !d.Resolved || d.Kind == Clock {
		return
	}
	c, _ := parseDay(d.On)
	w.lastYear = c.y
	if d.Kind == Calendar && d.Year > 0 && !d.ShortYear {
		w.eraBase = d.Era
	}
	if d.Precision == Year {
		if d.Alone || w.opensNext(i) {
			w.heading, w.fresh = c.y, true
		}
		return
	}
	if d.Precision == Month {
		c.d = 0
	}
	if c.y != w.heading && d.fullYear() > 0 {
		w.heading = 0
	}
	w.fresh = false
	w.refs = append(w.refs, ref{day: c.number(), line: d.Line, at: i, sure: w.yearOf(d), compared: d.Rel.Unit == Years && d.Rel.N != 0})
	w.endPeriod(d)
	if d.Precision == Day {
		w.clockDay, w.clockLine, w.clockSure = c, d.Line, d.Confidence
	}
	n := w.notice()
	if w.last.y > 0 && (d.Planned && c.number() > w.last.number() || n.y > 0 && c.number() > n.number()+15) {
		return // 「同日」 after 「22日に開催する講座」 is not the 22nd
	}
	w.last, w.lastIs, w.lastLine, w.lastSure = c, d.Precision, d.Line, d.Confidence
	w.yearSure = w.refs[len(w.refs)-1].sure
}

// yearOf says how sure the year of d is: a day counted from another is as sure as
// that one's year, however doubtful the day.
func (w *walker) yearOf(d Date) float64 {
	switch d.How {
	case HowMonth, HowSame, HowShifted:
		if w.yearSure > 0 {
			return w.yearSure
		}
	}
	if d.fullYear() > 0 && d.Kind == Calendar {
		return 0.98
	}
	return d.Confidence
}

// endPeriod marks the start of a period that ends with d as left behind.
func (w *walker) endPeriod(d Date) {
	n := len(w.refs)
	if d.RangeEnd && n > 1 && w.refs[n-2].at == d.Peer && w.refs[n-1].day-w.refs[n-2].day > 60 {
		w.refs[n-2].began = true
	}
}

// opensNext says whether the year at i was cut off from the month that opens the next line.
func (w *walker) opensNext(i int) bool {
	if i+1 >= len(w.ms) {
		return false
	}
	m, next := w.ms[i], w.ms[i+1]
	return m.Kind == Calendar && next.Opens && next.Line == m.Line+1 && next.Month > 0 && next.Year == 0 && (m.Opens || next.Start-m.End <= 2)
}
