package jdate

import "strings"

// surround reads what stands around a mention that has just been found.
func (sc *scanner) surround(m *Mention) {
	m.Opens = sc.opens(m.Start)
	m.Alone = m.Opens && sc.closes(m.End)
	if m.Kind == Calendar || m.Kind == Relative {
		sc.notADate(m)
	}
	if m.Kind == Clock && sc.isOfficeHour(m) {
		m.Kind = Recurring
		if n := len(sc.out); n > 0 && sc.out[n-1].Kind == Clock && isRangeGap(sc.s[sc.out[n-1].End:m.Start]) {
			sc.out[n-1].Kind = Recurring
		}
	}
	if !m.IsMoment() {
		return
	}
	sc.bound(m)
	m.AsOf = sc.hasAny(sc.blanks(m.End), asOf) >= 0
	m.Planned = sc.isPlanned(m.End) || sc.endsWith(m.Start, []string{"来る", "来たる"})
	m.Present = sc.sentenceAt(m.End).present
}

// closes says whether nothing but closing signs stands on the line from i on.
func (sc *scanner) closes(i int) bool {
	for i < len(sc.s) && sc.s[i] != '\n' {
		c, size := sc.at(i)
		switch c {
		case ' ', '\t', ')', ']', '】', '》', '>', '」', '〕', ':', '。', '、', '|':
			i += size
		default:
			return false
		}
	}
	return true
}

// notADate changes the kind where the date is part of something else.
func (sc *scanner) notADate(m *Mention) {
	j := sc.blanks(m.End)
	switch {
	case sc.endsWith(sc.blanksBack(m.Start), recurring) || sc.afterRecurring(m.Start):
		m.Kind = Recurring
	case sc.hasAny(j, citations) >= 0 && m.Year > 0:
		m.Kind = Citation
	case m.Precision != Day && m.Year > 0 && m.Part == "" && m.Clock == "":
		sc.named(m)
	}
}

// named looks through the word that goes on right behind a year or month for what
// makes it a name: 令和6年能登半島地震, 平成17年◯◯市条例第1号.
func (sc *scanner) named(m *Mention) {
	i := m.End
	for range 14 {
		c, size := sc.at(i)
		if !isKanji(c) && !isKatakana(c) {
			return
		}
		if sc.hasAny(i, citations) >= 0 && i > m.End {
			m.Kind = Citation
			return
		}
		if sc.hasAny(i, names) >= 0 {
			m.Kind = Name
			return
		}
		i += size
	}
}

// afterRecurring says whether the mention goes on a list that recurs: 毎年1月、4月.
func (sc *scanner) afterRecurring(start int) bool {
	if len(sc.out) == 0 {
		return false
	}
	last := sc.out[len(sc.out)-1]
	if last.Kind != Recurring || last.Clock != "" {
		return false
	}
	switch sc.s[last.End:start] {
	case "、", "・", "と", "及び", "および", "並びに", "~", "から", ",", "-":
		return true
	}
	return false
}

// isOfficeHour says whether the clock time at m is one of office hours.
func (sc *scanner) isOfficeHour(m *Mention) bool {
	from := max(sc.lineStart, m.Start-90)
	if n := len(sc.out); n > 0 && sc.out[n-1].End > from {
		last := sc.out[n-1]
		if gap := sc.s[last.End:m.Start]; last.Kind == Recurring && last.Clock != "" && len(gap) < 16 && !strings.Contains(gap, "。") {
			return true
		}
		from = last.End
	}
	if c, size := sc.before(m.Start); c == '(' {
		if d, _ := sc.before(m.Start - size); isDigit(d) { // 0120-000-000(9時~17時)
			return true
		}
	}
	if sc.daysFollow(m.End) {
		return true
	}
	before := sc.s[from:m.Start]
	before = before[strings.LastIndex(before, "。")+1:]
	for _, w := range officeHours {
		if strings.Contains(before, w) {
			return true
		}
	}
	return false
}

// daysFollow says whether the words in brackets at i, or just behind, say on which days: (土日祝を除く).
func (sc *scanner) daysFollow(i int) bool {
	rest := sc.s[i:min(len(sc.s), i+36)]
	if k := strings.IndexAny(rest, "。\n"); k >= 0 {
		rest = rest[:k]
	}
	for _, w := range officeDays {
		if k := strings.Index(rest, w); k >= 0 && k <= 8 {
			return true
		}
	}
	return false
}

// bound reads から, まで and their like behind m.
func (sc *scanner) bound(m *Mention) {
	j := sc.blanks(m.End)
	c, _ := sc.at(j)
	switch {
	case sc.hasAny(j, []string{"から", "より前", "より", "以降", "以後", "以來", "からの"}) >= 0:
		m.Bound = Since
		if sc.has(j, "より前") >= 0 {
			m.Bound = Before
		}
	case sc.hasAny(j, []string{"まで", "迄", "以前"}) >= 0:
		m.Bound = Until
	case sc.hasAny(j, []string{"の前に", "前に", "前の"}) >= 0:
		m.Bound = Before
	case c == '~':
		m.Bound = Since
	default:
		if c, _ = sc.before(sc.blanksBack(m.Start)); c == '~' {
			m.Bound = Until
		}
	}
}

// sentence is what was read of the sentence that ends at end.
type sentence struct {
	end     int
	present bool // it ends in the present tense
	plans   bool // it holds a word of a plan
}

// sentenceAt reads the sentence that i stands in, up to 300 bytes on.
func (sc *scanner) sentenceAt(i int) sentence {
	if i < sc.sentence.end {
		return sc.sentence
	}
	rest := sc.s[i:min(len(sc.s), i+300)]
	if k := strings.IndexByte(rest, '\n'); k >= 0 {
		rest = rest[:k]
	}
	k := strings.Index(rest, "。")
	if k >= 0 {
		rest = rest[:k]
	}
	st := sentence{end: i + len(rest)}
	st.present = sc.endsWith(st.end, present) && !sc.endsWith(st.end, notPresent)
	for _, w := range plans {
		st.plans = st.plans || strings.Contains(rest, w)
	}
	sc.sentence = st
	return st
}

// isPlanned looks for 予定 and its like in the clause that goes on at i.
func (sc *scanner) isPlanned(i int) bool {
	st := sc.sentenceAt(i)
	if !st.plans {
		return false
	}
	rest := sc.s[i:min(st.end, i+120)]
	for _, w := range plans {
		if strings.Contains(rest, w) {
			return true
		}
	}
	return false
}

// link joins the two ends of ranges and the dates that are said twice.
func (sc *scanner) link() {
	for i := 0; i+1 < len(sc.out); i++ {
		a, b := &sc.out[i], &sc.out[i+1]
		gap := sc.s[a.End:b.Start]
		if len(gap) > 40 || !a.IsMoment() || !b.IsMoment() {
			continue
		}
		if a.Kind == Relative && (gap == "(" || gap == "中(" || gap == "付(" || gap == "にあたる" || gap == "に当たる" || gap == "である" || gap == "の") && b.Kind == Calendar && b.Precision == a.Precision {
			a.Restated = i + 1
			continue
		}
		if isRangeGap(gap) && !a.RangeEnd {
			a.RangeStart, b.RangeEnd = true, true
			a.Peer, b.Peer = i+1, i
			a.Bound, b.Bound = Since, Until
			sc.sameHalf(a, b)
		}
	}
	sc.dropLeftOut()
}

// sameHalf carries 午後 over to the end of a range: 午後3時から5時まで.
func (sc *scanner) sameHalf(a, b *Mention) {
	if b.Kind != Clock || a.Clock < "12:00" || b.Clock >= "12:00" {
		return
	}
	if c, _ := sc.at(b.Start); !isDigit(c) && kanjiValue(c) < 0 {
		return
	}
	said := sc.s[a.Start:a.End]
	if !strings.Contains(said, "午後") && !strings.Contains(said, "PM") && !strings.Contains(said, "夜") {
		return
	}
	hours := []byte(b.Clock)
	h := int(hours[0]-'0')*10 + int(hours[1]-'0') + 12
	hours[0], hours[1] = byte('0'+h/10), byte('0'+h%10)
	if string(hours) > a.Clock {
		b.Clock = string(hours)
	}
}

// isRangeGap says whether the words between two mentions make them a range.
func isRangeGap(gap string) bool {
	switch strings.Trim(gap, " \n\t()") {
	case "~", "〜", "～", "-", "–", "−", "から", "より", "から翌", "以降", "以降、", "ないし", "~~":
		return true
	}
	return false
}

// isLeftOut says whether the words at i leave out what stands before them.
func (sc *scanner) isLeftOut(i int) bool {
	for _, w := range []string{"まで", "の間", "は", "、"} {
		if k := sc.has(i, w); k >= 0 {
			i = k
		}
	}
	return sc.hasAny(i, leftOut) >= 0
}

// dropLeftOut marks days that office hours leave out: 12月30日~1月3日を除く.
func (sc *scanner) dropLeftOut() {
	for i := range sc.out {
		m := &sc.out[i]
		if m.Kind == Calendar && m.Year == 0 && sc.isLeftOut(m.End) {
			m.Kind = Recurring
		}
		if m.Kind == Recurring && m.RangeEnd {
			sc.out[m.Peer].Kind = Recurring
		}
	}
}
