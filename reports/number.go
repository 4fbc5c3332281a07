package reports

import (
	"math"
	"strconv"
	"strings"
)

// number writes a count as the language does: 1万2,345 in Japanese, 12,345 in
// English. Groups of zeros are left out: 10,005 is 1万5.
func number(lang string, n int64) string {
	if n < 0 {
		return "−" + number(lang, -n)
	}
	if lang != "ja" {
		return thousands(n)
	}
	var parts []string
	for _, unit := range []struct {
		size int64
		name string
	}{{1e12, "兆"}, {1e8, "億"}, {1e4, "万"}, {1, ""}} {
		if q := n / unit.size; q > 0 {
			parts = append(parts, thousands(q)+unit.name)
		}
		n %= unit.size
	}
	if len(parts) == 0 {
		return "0"
	}
	return strings.Join(parts, "")
}

// thousands writes n ≥ 0 with a comma every three digits.
func thousands(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// decimal writes a number with at most one digit after the point.
func decimal(lang string, x float64) string {
	rounded := math.Round(x*10) / 10
	whole, part := math.Modf(math.Abs(rounded))
	text := number(lang, int64(whole))
	if tenth := int64(math.Round(part * 10)); tenth > 0 {
		text += "." + strconv.FormatInt(tenth, 10)
	}
	if rounded < 0 {
		return "−" + text
	}
	return text
}

// percent writes a share of 0..1 with one digit after the point.
func percent(share float64) string {
	return strconv.FormatFloat(math.Round(share*1000)/10, 'f', 1, 64) + "%"
}

// roundTenth rounds to one digit after the point.
func roundTenth(x float64) float64 { return math.Round(x*10) / 10 }
