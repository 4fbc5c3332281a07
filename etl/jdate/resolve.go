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

// clock puts a clock time on the day named last, when it stands on the same line
// or opens one.
func (w *walker) clock(i int) {
	m := w.ms[i]
	if w.clockDay.y == 0 {
		return
	}
	c, confidence := w.clockDay, 0.9
	switch {
	case m.RangeEnd && w.out[m.Peer].Resolved:
		if m.Clock < w.ms[m.Peer].Clock {
			c = c.addDays(1)
		}
	case m.Line == w.clockLine:
	case m.Opens && m.Line-w.clockLine <= 12:
		confidence = 0.8
	case m.Line-w.clockLine <= 4:
		confidence = 0.6
	default:
		return
	}
	w.set(i, c, Day, HowClock, min(confidence, w.clockSure))
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
	base, how, confidence := w.lastNear(m), HowMonth, min(0.9, w.yearSure)
	if base.y == 0 {
		base, how, confidence = w.notice(), HowPublished, 0.7
	}
	if base.y == 0 {
		return
	}
	best, bestCost := civil{}, 1<<30
	first := -1
	if how == HowPublished {
		first = -2
	}
	for shift := first; shift <= 1; shift++ {
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

// lastNear is the date named last that m can go on from: not one from long ago on
// another line, where the notice itself gives a better start.
func (w *walker) lastNear(m Mention) civil {
	n := w.notice()
	if w.last.y == 0 || n.y == 0 || w.lastLine == m.Line || n.number()-w.last.number() <= 300 {
		return w.last
	}
	for k := len(w.refs) - 1; k >= 0 && k >= len(w.refs)-8; k-- {
		if r := w.refs[k]; n.number()-r.day <= 300 && r.day <= n.number() {
			return fromNumber(r.day)
		}
	}
	if w.lastIs == Month || w.lastLine < m.Line-2 {
		return civil{}
	}
	return w.last
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
