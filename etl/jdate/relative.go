package jdate

// relWord is a word that names a date by another.
type relWord struct {
	word string
	off  Offset
	tail string // the ClockWord it says: 翌朝
	part string
}

// relWords are tried in this order: a longer word before its beginning.
var relWords = []relWord{
	{"同日", Offset{FromLast, Days, 0, false}, "", ""}, {"同夜", Offset{FromLast, Days, 0, false}, "夜", ""}, {"同月", Offset{FromLast, Months, 0, false}, "", ""}, {"同年", Offset{FromLast, Years, 0, false}, "", ""},
	{"翌々日", Offset{FromLast, Days, 2, false}, "", ""}, {"翌日", Offset{FromLast, Days, 1, false}, "", ""}, {"翌朝", Offset{FromLast, Days, 1, false}, "朝", ""}, {"翌未明", Offset{FromLast, Days, 1, false}, "未明", ""},
	{"翌晩", Offset{FromLast, Days, 1, false}, "晩", ""}, {"翌々月", Offset{FromLast, Months, 2, false}, "", ""}, {"翌月", Offset{FromLast, Months, 1, false}, "", ""}, {"翌々年", Offset{FromLast, Years, 2, false}, "", ""}, {"翌年", Offset{FromLast, Years, 1, false}, "", ""},
	{"翌営業日", Offset{FromLast, BusinessDays, 1, false}, "", ""}, {"翌平日", Offset{FromLast, BusinessDays, 1, false}, "", ""}, {"翌週", Offset{FromLast, Weeks, 1, false}, "", ""},
	{"前々日", Offset{FromLast, Days, -2, false}, "", ""}, {"前日", Offset{FromLast, Days, -1, false}, "", ""}, {"前夜", Offset{FromLast, Days, -1, false}, "夜", ""}, {"前月", Offset{FromLast, Months, -1, false}, "", ""}, {"前年", Offset{FromLast, Years, -1, false}, "", ""},
	{"当日", Offset{FromLast, Days, 0, true}, "", ""}, {"明くる日", Offset{FromLast, Days, 1, false}, "", ""}, {"明くる朝", Offset{FromLast, Days, 1, false}, "朝", ""},
	{"本日", Offset{FromPublished, Days, 0, false}, "", ""}, {"本年", Offset{FromPublished, Years, 0, false}, "", ""}, {"本月", Offset{FromPublished, Months, 0, false}, "", ""},
	{"一昨日", Offset{FromPublished, Days, -2, false}, "", ""}, {"一昨年", Offset{FromPublished, Years, -2, false}, "", ""}, {"昨日", Offset{FromPublished, Days, -1, false}, "", ""}, {"昨夜", Offset{FromPublished, Days, -1, false}, "夜", ""},
	{"昨晩", Offset{FromPublished, Days, -1, false}, "晩", ""}, {"昨夕", Offset{FromPublished, Days, -1, false}, "夕", ""}, {"昨年", Offset{FromPublished, Years, -1, false}, "", ""}, {"昨春", Offset{FromPublished, Years, -1, false}, "", Early}, {"昨夏", Offset{FromPublished, Years, -1, false}, "", Mid},
	{"昨秋", Offset{FromPublished, Years, -1, false}, "", Late}, {"今日", Offset{FromPublished, Days, 0, false}, "", ""}, {"今朝", Offset{FromPublished, Days, 0, false}, "朝", ""}, {"今年", Offset{FromPublished, Years, 0, false}, "", ""}, {"今月", Offset{FromPublished, Months, 0, false}, "", ""},
	{"今春", Offset{FromPublished, Years, 0, false}, "", Early}, {"今夏", Offset{FromPublished, Years, 0, false}, "", Mid}, {"今秋", Offset{FromPublished, Years, 0, false}, "", Late},
	{"去年", Offset{FromPublished, Years, -1, false}, "", ""}, {"先々月", Offset{FromPublished, Months, -2, false}, "", ""}, {"先月", Offset{FromPublished, Months, -1, false}, "", ""}, {"来月", Offset{FromPublished, Months, 1, false}, "", ""}, {"来年", Offset{FromPublished, Years, 1, false}, "", ""},
	{"来春", Offset{FromPublished, Years, 1, false}, "", Early}, {"明日", Offset{FromPublished, Days, 1, false}, "", ""},
}

// relByFirst sorts them by their first sign, in the same order.
var relByFirst = func() map[rune][]relWord {
	t := map[rune][]relWord{}
	for _, w := range relWords {
		first := []rune(w.word)[0]
		t[first] = append(t[first], w)
	}
	return t
}()

// Words in which the signs of a relative word stand by chance, by what stands
// before it (証明日, 日本年金) and behind it (同年代, 本日程).
var (
	relNotBefore = map[string][]string{
		"同日": {"共", "合", "協", "混", "一", "賛"}, "同月": {"年", "共", "合"}, "同年": {"前", "共", "合"}, "本日": {"日", "熊", "松", "山", "基", "資", "根", "橋", "標", "見", "旧", "各", "岡", "坂", "謄", "抄", "宮", "杉", "岸", "西", "藤"},
		"本年": {"日", "基", "資"}, "本月": {"日", "基"}, "当日": {"相", "担", "該", "本", "弁", "手", "配", "充", "正", "見", "割"}, "当月": {"該", "担"}, "前日": {"以", "名", "人", "午", "戦"}, "前月": {"以"}, "前年": {"以"},
		"明日": {"説", "証", "不", "判", "解", "発", "表", "声", "明", "透", "鮮", "透"}, "来年": {"従", "本", "未", "将"}, "来月": {"従", "本", "未", "将"}, "来春": {"従"}, "今日": {"昨"}, "昨年": {"一"}, "昨日": {"一"}, "先月": {"優", "連"}, "去年": {"過"}, "今年": {}, "前夜": {"以"},
	}
	relNotAfter = map[string][]string{
		"同日": {"本"}, "同月": {"分", "比", "号", "期"}, "同年": {"代", "齢", "輩", "生", "比"}, "翌年": {"以後"}, "前日": {"本", "比"}, "前月": {"比", "分", "同"}, "前年": {"比", "並", "同期", "同月", "実績"}, "当日": {"券"}, "本日": {"程", "経", "誌", "語", "本", "付け新聞"},
		"本年": {"金", "収", "俸"}, "今日": {"的", "において", "、情報化", "の情報化社会", "の社会"}, "明日": {"香"}, "今月": {"号"}, "本月": {}, "来月": {"号"}, "先月": {"号"}, "今年": {"次"}, "同夜": {"勤"}, "前夜": {"祭"}, "翌朝": {"刊"},
	}
)

// fromWord reads 同日, 翌21日, 昨年11月.
func (sc *scanner) fromWord(m *Mention) int {
	if sc.has(m.Start, "明治") >= 0 {
		return sc.fromEra(m)
	}
	first, _ := sc.at(m.Start)
	for _, w := range relByFirst[first] {
		if e := sc.has(m.Start, w.word); e >= 0 {
			if sc.endsWith(m.Start, relNotBefore[w.word]) || sc.hasAny(e, relNotAfter[w.word]) >= 0 {
				return -1
			}
			m.Rel, m.ClockWord, m.Part = w.off, w.tail, w.part
			return sc.fromUnit(m, e)
		}
	}
	return sc.fromSame(m)
}

// fromUnit goes on behind the word by what it counts.
func (sc *scanner) fromUnit(m *Mention, e int) int {
	switch m.Rel.Unit {
	case Years:
		if m.Part != "" {
			sc.setKind(m)
			m.Precision = Year
			return sc.about(m, e)
		}
		return sc.fromYear(m, e)
	case Months:
		return sc.fromMonth(m, e)
	}
	word := m.ClockWord
	e = sc.fromDay(m, e)
	if m.ClockWord == "" && m.Clock == "" {
		m.ClockWord = word
	}
	return e
}

// fromSame reads 「同23日」「同9月1日」「翌21日」「翌5時」「昨11月」.
func (sc *scanner) fromSame(m *Mention) int {
	word, off := "", Offset{}
	switch {
	case sc.has(m.Start, "同") >= 0:
		word, off = "同", Offset{From: FromLast, Unit: Months}
	case sc.has(m.Start, "翌") >= 0:
		word, off = "翌", Offset{From: FromLast, Unit: Days, N: 1}
	default:
		return -1
	}
	i := sc.blanks(m.Start + len(word))
	if h, ok := sc.hourAt(i, true); ok { // 翌5時, 同午後3時
		m.Rel = Offset{From: FromLast, Unit: Days, N: off.N}
		sc.setKind(m)
		m.Precision, m.Clock, m.Approx = Day, h.clock, h.approx
		return h.end
	}
	n, ok := sc.number(i)
	if !ok || n.digits > 2 {
		return -1
	}
	m.Rel = off
	if k := sc.unit(n.end, '日', true); k >= 0 && sc.hasAny(k, noDayOfMonth) < 0 && n.value <= 31 {
		m.Day = n.value
		return sc.fromDay(m, k)
	}
	if k := sc.unit(n.end, '月', false); k >= 0 && n.value >= 1 && n.value <= 12 {
		m.Rel = Offset{From: FromLast, Unit: Years}
		if word == "翌" { // 翌3月31日: the next one, as any month without a year
			m.Rel = Offset{}
		}
		m.Month = n.value
		return sc.fromMonth(m, k)
	}
	return -1
}
