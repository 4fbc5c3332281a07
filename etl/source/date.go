package source

import (
	"net/mail"
	"strings"
	"time"
)

// isoDate reads the date that a format states, in the zone it is stated in, and
// gives it as YYYY-MM-DD; "" where s is no date.
func isoDate(s string) string {
	s = trimSpace(s)
	if y, m, d, ok := leadingDate(s); ok {
		day := y + "-" + twoDigits(m) + "-" + twoDigits(d)
		if _, err := time.Parse(time.DateOnly, day); err == nil {
			return day
		}
		return ""
	}
	if t, err := mail.ParseDate(s); err == nil {
		return t.Format(time.DateOnly)
	}
	for _, layout := range []string{time.ANSIC, time.UnixDate, "Monday, January 2, 2006", "January 2, 2006", "Mon, 2 Jan 2006", "2 Jan 2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

// leadingDate reads 2023-06-15…, 2023/6/15, 2023.6.15, 2023年6月15日.
func leadingDate(s string) (y, m, d string, ok bool) {
	y, i := digits(s, 0)
	m, j := digits(s, i+sepLen(s[i:], "-/.年"))
	d, k := digits(s, j+sepLen(s[j:], "-/.月"))
	rest := s[k:]
	ok = len(y) == 4 && j > i+len(m) && m != "" && d != "" && len(m) <= 2 && len(d) <= 2 &&
		(rest == "" || strings.ContainsAny(rest[:1], "T t(") || strings.HasPrefix(rest, "日"))
	return y, m, d, ok
}

func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// sepLen is the length of the separator that s begins with, 0 where it begins with
// none of them.
func sepLen(s, seps string) int {
	for _, sep := range seps {
		if strings.HasPrefix(s, string(sep)) {
			return len(string(sep))
		}
	}
	return 0
}

// firstDate is the first of the values that is a date.
func firstDate(values ...string) string {
	for _, v := range values {
		if day := isoDate(v); day != "" {
			return day
		}
	}
	return ""
}
