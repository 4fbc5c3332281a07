package jdate

// A part of the day, and what it does to an hour of twelve.
type dayPart struct {
	word  string
	shift int  // 1: hours below 12 belong to the afternoon; 2: hours from 5 on do (夜); 3: hours below 6 do (夕方, 昼)
	alone bool // says something without an hour
}

// dayParts are tried in this order: a longer word before its beginning.
var dayParts = []dayPart{
	{"午前中", 0, true}, {"午前", 0, true}, {"午後", 1, true}, {"正午", 0, true},
	{"深夜", 2, true}, {"未明", 0, true}, {"早朝", 0, true}, {"早暁", 0, true}, {"真夜中", 2, true}, {"夜中", 2, true}, {"夜間", 2, true}, {"夜半", 2, true},
	{"明け方", 0, true}, {"夕方", 3, true}, {"夕刻", 3, true}, {"夕", 3, true}, {"朝方", 0, true}, {"朝", 0, true},
	{"昼過ぎ", 3, true}, {"昼すぎ", 3, true}, {"昼頃", 3, true}, {"昼ごろ", 3, true}, {"昼前", 0, true}, {"お昼", 3, true}, {"昼", 3, true}, {"夜", 2, true}, {"晩", 2, true},
	{"AM", 0, false}, {"PM", 1, false}, {"A.M.", 0, false}, {"P.M.", 1, false}, {"am", 0, false}, {"pm", 1, false}, {"a.m.", 0, false}, {"p.m.", 1, false},
}

// noDayPartAfter follow signs that only look like a part of the day: 朝礼, 夜勤.
var noDayPartAfter = []string{"刊", "礼", "食", "勤", "会", "日", "景", "行", "学", "光", "明け", "張", "鮮", "夜"}

// noHourAfter follow a number and 時 that are no clock time.
var noHourAfter = []string{"間", "点", "代", "限", "期", "給", "制", "報", "差", "短", "刻", "々", "価", "効", "折", "系", "事", "局", "勢", "世"}

// hour is a clock time as read.
type hour struct {
	clock, word string
	approx      bool
	end         int
}

// hourAt reads 午後6時40分, 14:06, 正午 or, where bare is false, also 夕方 at i.
func (sc *scanner) hourAt(i int, bare bool) (hour, bool) {
	part, j := sc.dayPart(i)
	if part.word == "正午" {
		h := hour{clock: "12:00", end: j}
		if k := sc.hasAny(j, approxAfter); k >= 0 {
			h.approx, h.end = true, k
		}
		return h, true
	}
	k := j
	if part.word != "" {
		if e := sc.has(k, "の"); e >= 0 {
			k = e
		}
		k = sc.blanks(k)
	}
	if h, ok := sc.numberHour(k, part); ok {
		return h, true
	}
	if part.word == "" || !part.alone || bare || sc.hasAny(j, noDayPartAfter) >= 0 {
		return hour{}, false
	}
	return hour{word: part.word, end: j}, true
}

func (sc *scanner) dayPart(i int) (dayPart, int) {
	for _, p := range dayParts {
		if e := sc.has(i, p.word); e >= 0 {
			return p, e
		}
	}
	return dayPart{}, i
}

// numberHour reads the hour, minute and second at i.
func (sc *scanner) numberHour(i int, part dayPart) (hour, bool) {
	n, ok := sc.number(i)
	if !ok || n.digits > 2 || n.value > 24 {
		return hour{}, false
	}
	if c, size := sc.at(n.end); c == ':' && !n.kanji {
		return sc.colonHour(n, n.end+size, part)
	}
	e := sc.unit(n.end, '時', false)
	if e < 0 || sc.hasAny(e, noHourAfter) >= 0 {
		return hour{}, false
	}
	h, minute := hour{end: e}, 0
	if k := sc.has(e, "半"); k >= 0 && sc.hasAny(e, []string{"半ば", "半年", "半数", "半分", "半日"}) < 0 {
		minute, h.end = 30, k
		if s, ok := sc.number(k); ok && sc.unit(s.end, '秒', false) >= 0 {
			h.end = sc.unit(s.end, '秒', false)
		}
	} else if v, k := sc.minute(e); k >= 0 {
		minute, h.end = v, k
	} else if n.kanji && n.value == 1 && part.word == "" { // 一時的, 一時停止
		return hour{}, false
	}
	return sc.finishHour(h, n.value, minute, part)
}

// minute reads 「40分25秒」 at i.
func (sc *scanner) minute(i int) (value, end int) {
	n, ok := sc.number(sc.blanks(i))
	if !ok || n.value > 59 {
		return 0, -1
	}
	e := sc.unit(n.end, '分', false)
	if e < 0 || sc.has(e, "間") >= 0 {
		return 0, -1
	}
	if s, ok := sc.number(sc.blanks(e)); ok && s.value < 60 {
		if k := sc.unit(s.end, '秒', false); k >= 0 && sc.has(k, "間") < 0 {
			e = k
		}
	}
	return n.value, e
}

// colonHour reads the minutes and seconds behind 「14:」.
func (sc *scanner) colonHour(n numeral, i int, part dayPart) (hour, bool) {
	minute, ok := sc.number(i)
	if !ok || minute.digits != 2 || minute.value > 59 {
		return hour{}, false
	}
	h := hour{end: minute.end}
	if c, size := sc.at(h.end); c == ':' {
		s, ok := sc.number(h.end + size)
		if !ok || s.digits != 2 || s.value > 59 {
			return hour{}, false
		}
		h.end = s.end
	}
	if c, _ := sc.at(h.end); c == ':' || c == '%' || c == '/' || isLatin(c) && c != 'A' && c != 'P' && c != 'a' && c != 'p' && c != 'J' && c != 'Z' {
		return hour{}, false
	}
	if part.word == "" {
		if p, e := sc.dayPart(sc.blanks(h.end)); p.word != "" && !p.alone {
			part, h.end = p, e
		}
	}
	return sc.finishHour(h, n.value, minute.value, part)
}

// finishHour turns the hour as written into one of 24.
func (sc *scanner) finishHour(h hour, value, minute int, part dayPart) (hour, bool) {
	switch {
	case value > 24 || value == 24 && minute > 0:
		return hour{}, false
	case part.shift == 1 && value < 12, part.shift == 2 && value >= 5 && value < 12, part.shift == 3 && value < 8:
		value += 12
	case value == 12 && (part.shift == 2 || part.shift == 0 && part.word != "" && (part.word != "午前" || minute > 0)):
		value = 0
	}
	h.clock = string([]byte{byte('0' + value/10), byte('0' + value%10), ':', byte('0' + minute/10), byte('0' + minute%10)})
	if k := sc.hasAny(sc.blanks(h.end), approxAfter); k >= 0 {
		h.approx, h.end = true, k
	}
	return h, true
}

// attachClock reads a clock time that stands right behind a day, and gives its end or e.
func (sc *scanner) attachClock(m *Mention, e int) int {
	j := sc.blanks(e)
	strict := false
	if c, size := sc.at(j); c == 'T' || c == '、' || c == ',' {
		j, strict = sc.blanks(j+size), true
	} else if k := sc.has(j, "の"); k >= 0 {
		j = sc.blanks(k)
	}
	h, ok := sc.hourAt(j, strict)
	if !ok {
		return e
	}
	m.Clock, m.ClockWord = h.clock, h.word
	m.Approx = m.Approx || h.approx
	return h.end
}

// fromClock reads a clock time that no date stands beside.
func (sc *scanner) fromClock(m *Mention) int {
	if c, _ := sc.before(m.Start); c == ':' || c == '.' || c == '/' || isDigit(c) || isLatin(c) {
		return -1
	}
	h, ok := sc.hourAt(m.Start, true)
	if !ok {
		return -1
	}
	m.Kind, m.Clock, m.Approx = Clock, h.clock, h.approx
	return h.end
}

// fromDayWord reads a clock time that begins with 午後, 夜 or the like.
func (sc *scanner) fromDayWord(m *Mention) int { return sc.fromClock(m) }

// weekdays in the order of their numbers, Monday first.
var weekdays = []rune("月火水木金土日")

// weekday reads 「(月)」「(月・祝)」「月曜日」「の金曜日」 at i; the number is 0 for 「(祝)」.
func (sc *scanner) weekday(i int) (number, end int) {
	j := sc.blanks(i)
	c, size := sc.at(j)
	if c == '(' || c == '[' || c == '<' || c == '【' || c == '〔' {
		return sc.bracketWeekday(sc.blanks(j + size))
	}
	if k := sc.has(j, "の"); k >= 0 {
		j = k
	}
	n, k := sc.weekdayName(j)
	if n == 0 || sc.has(k, "曜") < 0 {
		return 0, -1
	}
	return n, max(sc.has(k, "曜日"), sc.has(k, "曜"))
}

// weekdayName reads 月 or Mon at i.
func (sc *scanner) weekdayName(i int) (number, end int) {
	c, size := sc.at(i)
	for k, name := range weekdays {
		if c == name {
			return k + 1, i + size
		}
	}
	if !isLatin(c) || i+3 > len(sc.s) {
		return 0, -1
	}
	for k, name := range []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"} {
		if lower(sc.s[i:i+3]) == name {
			return k + 1, i + 3
		}
	}
	return 0, -1
}

func lower(s string) string {
	b := []byte(s)
	for i := range b {
		b[i] |= 0x20
	}
	return string(b)
}

// bracketWeekday reads what stands in the brackets behind a day, when it is a weekday or a holiday.
func (sc *scanner) bracketWeekday(i int) (number, end int) {
	for range 8 {
		c, size := sc.at(i)
		n, e := sc.weekdayName(i)
		switch {
		case c == ')' || c == ']' || c == '>' || c == '】' || c == '〕':
			return number, i + size
		case (c == '祝' || c == '休') && sc.has(i+size, "日") >= 0:
			i = sc.has(i+size, "日")
		case n > 0 && number == 0:
			number, i = n, e
		case c == '曜' || c == '日' || c == '祝' || c == '休' || c == '振' || c == '替' || c == '・' || c == '/' || c == '、' || c == ' ' || c == '.' || c == ',':
			i += size
		default:
			return 0, -1
		}
	}
	return 0, -1
}
