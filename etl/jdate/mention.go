package jdate

// Kind says what a mention is.
type Kind string

// The kinds of mentions. Only Calendar, Relative and Clock point at a moment;
// the others are found so that nobody takes them for one.
const (
	Calendar  Kind = "calendar"  // 2024年1月5日, 1月5日, 24日, R6.6.8, 2024/1/5
	Relative  Kind = "relative"  // 同日, 翌21日, 昨年11月, 3日後
	Clock     Kind = "clock"     // a clock time that no date stands beside: 午後6時
	Fiscal    Kind = "fiscal"    // 令和5年度, 2024年3月期, 令和5年分
	Recurring Kind = "recurring" // 毎月1日, 毎年3月末, 平日9時~17時
	Citation  Kind = "citation"  // 平成15年法律第57号
	Name      Kind = "name"      // 令和6年能登半島地震, 2024年版
)

// Precision says how much of a date is meant.
type Precision string

// The precisions; a Clock mention without a date has none.
const (
	Day   Precision = "day"
	Month Precision = "month"
	Year  Precision = "year"
)

// Parts of a month or a year.
const (
	Early = "early" // 上旬, 初旬, 初め, 頭, 前半
	Mid   = "mid"   // 中旬, 半ば
	Late  = "late"  // 下旬, 末, 終わり, 後半
)

// Bounds: what the words after a mention make of it.
const (
	Since  = "since"  // から, より, 以降, 以後, ~ at the end of a line
	Until  = "until"  // まで, までに, 以前
	Before = "before" // より前
)

// Origin is what a relative mention counts from.
type Origin string

// The origins.
const (
	FromLast      Origin = "last"      // 同日, 翌日, 前年: from the date named last
	FromPublished Origin = "published" // 本日, 昨年, 先月: from the day of the notice
)

// Unit is what the offset of a relative mention counts.
type Unit string

// The units. Nothing resolves a week or a business day.
const (
	Days         Unit = "day"
	Months       Unit = "month"
	Years        Unit = "year"
	Weeks        Unit = "week"
	BusinessDays Unit = "business_day"
)

// Offset is the meaning of a relative word: 翌日 is {FromLast, Days, 1}.
type Offset struct {
	From  Origin
	Unit  Unit
	N     int
	Loose bool // 当日: the day of the matter, named last more often than not
}

// Mention is one date or clock time as it is written.
type Mention struct {
	Start, End int  // bytes of the text; weekday, clock time and 頃 belong to it, から and まで do not
	Line       int  // 0.. number of the line it stands on
	Opens      bool // nothing but blanks and bullets stands before it on its line
	Alone      bool // nothing else stands on its line: a heading, or the day of a letter
	Kind       Kind

	Year, Month, Day int  // 0 = not said
	Era              int  // first year of the era less one when Year was written in an era (令和: 2018), else 0
	ShortYear        bool // Year holds one or two digits as written: 「20年2月」「6年1月」
	Precision        Precision
	Rel              Offset // for Relative; Month and Day may be said besides: 同月23日
	Part             string // Early, Mid, Late or empty
	Weekday          int    // 1 Monday .. 7 Sunday, 0 not said

	Clock     string // HH:MM, 00:00 to 24:00, or empty
	ClockWord string // 未明, 早朝, 夕方 … where no hour is said
	Approx    bool   // 頃, ごろ, 前後, すぎ

	RangeStart, RangeEnd bool
	Peer                 int    // index of the other end of the range, or -1
	Bound                string // Since, Until, Before or empty
	AsOf                 bool   // 現在, 時点: the state of things on that day
	Present              bool   // its sentence ends in the present tense (発送いたします): it may lie ahead
	Planned              bool   // 予定, 目途, 見込み follow in the same clause
	Restated             int    // index of the mention in brackets that says the same (本日(8月8日)), or -1
}

// IsMoment says whether the mention points at a day, month, year or hour rather
// than being found to be kept out.
func (m Mention) IsMoment() bool {
	return m.Kind == Calendar || m.Kind == Relative || m.Kind == Clock
}

// Anchor is what is known of a notice from outside its prose.
type Anchor struct {
	Published string // YYYY-MM-DD, or empty
	CaseYear  int    // year of the case number, or 0
}

// Date is a mention with what it was found to mean.
type Date struct {
	Mention
	On         string    // YYYY-MM-DD, the first day of the period; empty when unresolved
	Precision  Precision // of On
	Resolved   bool
	How        string  // one of the How constants
	Confidence float64 // 0..1
}

// How a date was resolved.
const (
	HowExplicit   = "explicit"          // the year is written
	HowEra        = "era"               // the year is written in an era
	HowShortYear  = "short_year"        // two digits, completed
	HowRange      = "other_end"         // year or month of the other end of the range
	HowContext    = "year_from_context" // from the dates named around it
	HowHeading    = "year_from_heading" // from a line that is nothing but a year
	HowPublished  = "year_from_published"
	HowCaseYear   = "year_from_case_number"
	HowMonth      = "month_from_context" // 「24日」 after 「1月23日」
	HowSame       = "same"               // 同日, 同月, 同年, 当日
	HowShifted    = "shifted"            // 翌日, 前年, 3日後
	HowOfNotice   = "of_notice"          // 本日, 昨年, 先月
	HowRestated   = "restated"           // by the brackets after it
	HowClock      = "clock_of_day"       // a clock time, on the date named last
	HowUnresolved = ""
)
