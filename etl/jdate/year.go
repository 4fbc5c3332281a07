package jdate

// chooseYear finds the year of a month or day that is written without one. It
// weighs each year that lies near: by how close that puts the day to the dates
// named around it, to the day of the notice and to the year of the case number;
// a weekday that fits outweighs all. It gives 0 when nothing speaks for any year.
func (w *walker) chooseYear(m Mention) (year int, how string, confidence float64) {
	if w.fresh && w.heading > 0 && (civil{w.heading, m.Month, m.Day}).valid() {
		return w.heading, HowHeading, 0.95
	}
	best, second := vote{cost: 1 << 30}, 1<<30
	for _, y := range w.candidates() {
		c := civil{y, m.Month, m.Day}
		if !c.valid() {
			continue
		}
		v := w.yearCost(m, c)
		if m.Weekday > 0 && m.Day > 0 && c.weekday() != m.Weekday {
			v.cost += 5000
		}
		if v.cost < best.cost {
			best, second, year = v, best.cost, y
		} else if v.cost < second {
			second = v.cost
		}
	}
	if year == 0 {
		return 0, "", 0
	}
	if second-best.cost < 60 {
		best.sure = min(best.sure, 0.67)
		if best.how == HowCaseYear {
			best.sure = 0.4
		}
	}
	return year, best.how, best.sure
}

// vote is what speaks for a year: the less it costs the better; sure is how far to trust it.
type vote struct {
	cost int
	how  string
	sure float64
}

// candidates gives the years that come into question, each once.
func (w *walker) candidates() []int {
	var years []int
	add := func(from, to int) {
		for y := from; y <= to; y++ {
			seen := false
			for _, have := range years {
				seen = seen || have == y
			}
			if !seen && y > 0 {
				years = append(years, y)
			}
		}
	}
	if w.heading > 0 {
		add(w.heading, w.heading+1)
	}
	for _, r := range w.near() {
		y := fromNumber(r.day).y
		add(y-1, y+1)
	}
	if n := w.notice(); n.y > 0 {
		add(n.y-1, n.y+1)
	}
	if w.caseYear > 0 {
		add(w.caseYear-1, w.caseYear+1)
	}
	return years
}

// near gives the dates to be compared with: the last eight, and the next four written in full.
func (w *walker) near() []ref {
	out := append([]ref(nil), w.refs[max(0, len(w.refs)-8):]...)
	at := len(out)
	last := -1
	if at > 0 {
		last = out[at-1].at
	}
	for _, r := range w.ahead {
		if r.at > last && len(out) < at+4 {
			out = append(out, r)
		}
	}
	return out
}

// yearCost weighs the day c for m, and says what spoke for it most.
func (w *walker) yearCost(m Mention, c civil) vote {
	day := c.number()
	best := vote{cost: 1 << 28}
	consider := func(cost int, how string, sure float64) {
		if cost < best.cost {
			best = vote{cost, how, sure}
		}
	}
	seen := len(w.refs)
	for k, r := range w.near() {
		consider(w.refCost(m, day, r, min(seen, 8)-1-k), HowContext, min(0.92, r.sure))
	}
	n := w.notice()
	if n.y > 0 {
		consider(ahead(m, n.number()-day)+40, HowPublished, 0.85)
	} else if w.caseYear > 0 {
		consider(w.caseCost(m, c), HowCaseYear, 0.6)
	}
	if n.y > 0 && day > n.number() && !m.Planned && !m.aims() {
		best.cost += 5 * (day - n.number())
	} else if n.y == 0 && w.caseYear > 0 && c.y > w.caseYear && !m.Planned {
		best.cost += 150
	}
	if w.heading > 0 && c.y < w.heading {
		best.cost += 400
	}
	if w.heading == 0 && (n.y > 0 && n.number()-day > 500 || n.y == 0 && w.caseYear > 0 && c.y < w.caseYear-1) {
		best.cost += 200 // what happened that long ago is told with its year
	}
	return best
}

// refCost is the distance of day from r, which was named rank mentions ago
// (below 0: it follows).
func (w *walker) refCost(m Mention, day int, r ref, rank int) int {
	cost := day - r.day
	if cost == 0 && m.Day > 0 && rank >= 0 {
		return -100 // the same day named again
	}
	if cost < 0 {
		cost = -cost * 3 / 2
	}
	if rank < 0 {
		cost += 60
	} else {
		cost += 10 * rank
	}
	if r.began || (r.compared || w.recent()-r.day > 300) && r.line != m.Line { // something old that the story began with
		cost += 150
	}
	return cost
}

// caseCost weighs c by the year of the case number alone: the notice came out in
// that year or just before, and tells what had happened until then.
func (w *walker) caseCost(m Mention, c civil) int {
	switch c.y - w.caseYear {
	case 0:
		if w.rollsOver && c.m >= 10 {
			return 300
		}
		return 150
	case -1:
		if w.rollsOver && c.m >= 10 {
			return 150
		}
		return 350 - 14*c.m
	}
	if (m.Planned || m.aims()) && c.m <= 3 {
		return 400
	}
	return 700
}
