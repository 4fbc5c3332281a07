package jdate

// Resolve works out what every mention means, walking in the order of the text.
// The result has one Date per mention, in the same order. A mention without a year
// takes it from the dates named around it, its weekday, and the anchor; what stays
// open is left unresolved with an empty On.
func Resolve(ms []Mention, a Anchor) []Date {
	w := walker{ms: ms, out: make([]Date, len(ms)), anchor: a}
	w.prepare()
	for i := range ms {
		w.out[i].Mention = ms[i]
	}
	for i := range ms {
		for len(w.ahead) > 0 && w.ahead[0].at < i {
			w.ahead = w.ahead[1:]
		}
		if !w.done(i) && ms[i].IsMoment() {
			w.resolve(i)
		}
		w.remember(i)
	}
	return w.out
}

// walker holds what is known at one point of the text.
type walker struct {
	ms     []Mention
	out    []Date
	anchor Anchor

	published civil // day of the notice, as the anchor says; y 0 = unknown
	letter    civil // day of the notice, as a line of its own at the top or the end says
	caseYear  int
	rollsOver bool // the months without a year run over the end of a year

	last     civil // the day or month named last
	lastIs   Precision
	lastLine int
	lastYear int // the year named last, with or without a month
	eraBase  int // the era a year was last written in
	heading  int // year of the heading in force, 0 = none
	fresh    bool
	refs     []ref // days and months resolved so far
	ahead    []ref // days and months written in full, in order of place, from the mention at hand on
	newest   int   // the latest day written in full that may have been when the notice came out
}

// ref is a date that others can be near to.
type ref struct {
	day, line, at int
	aside         bool // said only to compare: 前年6月
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
		w.ahead = append(w.ahead, ref{day: c.number(), line: m.Line, at: i})
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
		if m.Month >= 10 && !m.Planned {
			late = true
		} else if m.Month <= 3 && late && !m.Planned {
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

func (w *walker) done(i int) bool { return w.out[i].Resolved }

// set writes the result for mention i.
func (w *walker) set(i int, c civil, p Precision, how string, confidence float64) {
	if c.y <= 0 || c.y > 9999 || !c.valid() {
		return
	}
	d := &w.out[i]
	d.Mention = w.ms[i]
	if p == Month {
		c.d = 0
	} else if p == Year {
		c.m, c.d = 0, 0
	}
	if d.Weekday > 0 && p == Day {
		if c.weekday() == d.Weekday {
			confidence = max(confidence, 0.95)
		} else {
			confidence = min(confidence, 0.5)
		}
	}
	d.On, d.Precision, d.Resolved, d.How, d.Confidence = c.String(), p, true, how, confidence
}

// resolve handles mention i.
func (w *walker) resolve(i int) {
	m := w.ms[i]
	if m.Restated > i && m.Restated < len(w.ms) {
		if w.resolve(m.Restated); w.done(m.Restated) {
			d := w.out[m.Restated]
			c, _ := parseDay(d.On)
			w.set(i, c, d.Precision, HowRestated, d.Confidence)
			return
		}
	}
	switch m.Kind {
	case Clock:
		w.clock(i)
	case Relative:
		w.relative(i)
	default:
		w.calendar(i)
	}
}

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
	w.refs = append(w.refs, ref{c.number(), d.Line, i, d.Rel.Unit == Years && d.Rel.N != 0})
	if d.Planned && w.last.y > 0 && c.number() > w.last.number() {
		return // 「同日」 after 「22日に開催する講座」 is not the 22nd
	}
	w.last, w.lastIs, w.lastLine = c, d.Precision, d.Line
}

// opensNext says whether the year at i was cut off from the month that opens the next line.
func (w *walker) opensNext(i int) bool {
	if i+1 >= len(w.ms) {
		return false
	}
	m, next := w.ms[i], w.ms[i+1]
	return m.Kind == Calendar && next.Opens && next.Line == m.Line+1 && next.Month > 0 && next.Year == 0 && (m.Opens || next.Start-m.End <= 2)
}

// clock puts a clock time on the day named last, when it stands on the same line
// or opens one.
func (w *walker) clock(i int) {
	m := w.ms[i]
	if w.lastIs != Day {
		return
	}
	c, confidence := w.last, 0.9
	switch {
	case m.RangeEnd && w.out[m.Peer].Resolved:
		if m.Clock < w.ms[m.Peer].Clock {
			c = c.addDays(1)
		}
	case m.Line == w.lastLine:
	case m.Opens && m.Line-w.lastLine <= 12:
		confidence = 0.8
	default:
		return
	}
	w.set(i, c, Day, HowClock, confidence)
}

// calendar resolves a mention with a month, a day or a year of its own.
func (w *walker) calendar(i int) {
	m := w.ms[i]
	switch {
	case m.ShortYear:
		w.shortYear(i)
	case m.Year > 0:
		how := HowExplicit
		if m.Era > 0 {
			how = HowEra
		}
		w.set(i, civil{m.Year, m.Month, m.Day}, m.Precision, how, 0.98)
	case m.Peer >= 0 && w.byOtherEnd(i):
	case m.Month > 0:
		w.monthWithoutYear(i)
	default:
		w.dayWithoutMonth(i)
	}
}

// shortYear completes 「20年2月」 and 「6年1月」: in the era that was used before, else in this century.
func (w *walker) shortYear(i int) {
	m := w.ms[i]
	if base := w.eraBase; base > 0 && m.Year+base >= w.lastYear-5 && m.Year+base <= w.lastYear+5 {
		w.set(i, civil{m.Year + base, m.Month, m.Day}, m.Precision, HowShortYear, 0.9)
		return
	}
	if m.Year < 10 {
		return
	}
	near := max(w.lastYear, w.notice().y, w.caseYear)
	if c := 2000 + m.Year; near == 0 || c <= near+10 {
		w.set(i, civil{c, m.Month, m.Day}, m.Precision, HowShortYear, 0.85)
	} else if c := 1988 + m.Year; c <= near { // 30年4月, of 平成
		w.set(i, civil{c, m.Month, m.Day}, m.Precision, HowShortYear, 0.5)
	}
}

// byOtherEnd fills in what one end of a range says and the other does not.
func (w *walker) byOtherEnd(i int) bool {
	m, o := w.ms[i], w.ms[w.ms[i].Peer]
	if m.RangeEnd {
		if !w.out[m.Peer].Resolved || o.Kind == Clock {
			return false
		}
		c, _ := parseDay(w.out[m.Peer].On)
		return w.endAfter(i, c, w.out[m.Peer].Precision, w.out[m.Peer].Confidence)
	}
	if o.Month == 0 || o.Kind != Calendar || o.fullYear() == 0 && m.Month > 0 {
		return false
	}
	return w.startBefore(i, o)
}

// endAfter resolves the end of a range that began on from.
func (w *walker) endAfter(i int, from civil, p Precision, confidence float64) bool {
	m := w.ms[i]
	c := civil{from.y, m.Month, m.Day}
	switch {
	case m.Month == 0 && p == Year:
		return false
	case m.Month == 0:
		c.m = from.m
		if p == Day && m.Day < from.d {
			c = from.addMonths(1)
			c.d = m.Day
		}
	case p != Year && (m.Month < from.m || m.Month == from.m && m.Day > 0 && p == Day && m.Day < from.d):
		c.y++
	}
	if !c.valid() {
		return false
	}
	w.set(i, c, m.Precision, HowRange, min(confidence, 0.95))
	return w.out[i].Resolved
}

// startBefore resolves the start of a range from what its end o says in full.
func (w *walker) startBefore(i int, o Mention) bool {
	m := w.ms[i]
	c := civil{o.fullYear(), m.Month, m.Day}
	if m.Month == 0 {
		if w.last.y > 0 {
			return false // the context says the month
		}
		if c.y == 0 {
			y, _, _ := w.chooseYear(o)
			if y == 0 {
				return false
			}
			c.y = y
		}
		c.m = o.Month
		if o.Day > 0 && m.Day > o.Day {
			c = civil{c.y, c.m, 1}.addMonths(-1)
			c.d = m.Day
		}
	} else if m.Month > o.Month {
		c.y--
	}
	if !c.valid() {
		return false
	}
	w.set(i, c, m.Precision, HowRange, 0.9)
	return w.out[i].Resolved
}

// monthWithoutYear resolves 「1月23日」 and 「4月下旬」.
func (w *walker) monthWithoutYear(i int) {
	m := w.ms[i]
	if y, how, confidence := w.chooseYear(m); y > 0 {
		w.set(i, civil{y, m.Month, m.Day}, m.Precision, how, confidence)
	}
}

// dayWithoutMonth resolves 「24日」: near the date named last, else up to the day of the notice.
func (w *walker) dayWithoutMonth(i int) {
	m := w.ms[i]
	base, how, confidence := w.last, HowMonth, 0.9
	if base.y == 0 {
		base, how, confidence = w.notice(), HowPublished, 0.7
	}
	if base.y == 0 {
		return
	}
	best, bestCost := civil{}, 1<<30
	for shift := -1; shift <= 1; shift++ {
		c := base.addMonths(shift)
		if c.d = m.Day; !c.valid() {
			continue
		}
		if cost := w.dayCost(m, c, base, how); cost < bestCost {
			best, bestCost = c, cost
		}
	}
	if bestCost < 1<<30 {
		w.set(i, best, Day, how, confidence)
	}
}

// dayCost weighs one month for a day without one.
func (w *walker) dayCost(m Mention, c, base civil, how string) int {
	cost := 0
	if m.Weekday > 0 && c.weekday() != m.Weekday {
		cost += 1000
	}
	n := w.notice()
	if how == HowPublished {
		return cost + ahead(m, base.number()-c.number())
	}
	if n.y > 0 && c.number() > n.number() && !m.Planned && !m.aims() {
		cost += 40
	}
	if base.d == 0 { // only a month was named
		if c.m != base.m {
			cost += 100
		}
		return cost
	}
	days := c.number() - base.number()
	switch {
	case c.m == base.m && days >= 0:
		return cost
	case days < 0 && c.m == base.m:
		return cost - days
	case days < 0:
		return cost + 60 - days // back over the end of a month: never without a weekday
	}
	return cost + days + 3
}

// aims says whether the words let the date lie ahead without naming a plan:
// 「3月末までに入れ替えます」「6月に発送します」.
func (m Mention) aims() bool {
	return m.Present && m.Peer < 0 && (m.Bound != "" || m.Precision == Month)
}

// ahead weighs a day that lies past days before the notice: one that lies after it
// weighs much more, unless the words speak of a plan.
func ahead(m Mention, past int) int {
	switch {
	case past >= 0:
		return past
	case m.Planned:
		return -past
	case m.aims():
		return -past * 2
	}
	return -past*6 + 10
}
