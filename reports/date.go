package reports

import (
	"fmt"
	"sort"
	"strconv"
)

// era is a Japanese era: its name and its first day as YYYY-MM-DD.
type era struct {
	Name string `json:"name"`
	From string `json:"from"`
}

// cutDate gives an ISO date as far as its precision (day, month, year) goes.
func cutDate(iso, precision string) string {
	switch {
	case len(iso) != len("2006-01-02"):
		return iso
	case precision == "year":
		return iso[:4]
	case precision == "month":
		return iso[:7]
	}
	return iso
}

// longDate writes a date as prose has it: 2024年5月7日 in Japanese.
func longDate(lang, iso, precision string) string {
	if lang != "ja" || len(iso) != len("2006-01-02") {
		return cutDate(iso, precision)
	}
	return iso[:4] + "年" + monthDay(iso, precision)
}

// monthDay writes the part of a date after its year, as far as its precision goes.
func monthDay(iso, precision string) string {
	month, _ := strconv.Atoi(iso[5:7])
	day, _ := strconv.Atoi(iso[8:])
	switch precision {
	case "year":
		return ""
	case "month":
		return fmt.Sprintf("%d月", month)
	}
	return fmt.Sprintf("%d月%d日", month, day)
}

// eraDate writes a date in its era, 令和6年5月7日, as far as its precision goes; empty
// where no era is known for it. eras are in the order of time.
func eraDate(eras []era, iso, precision string) string {
	i := sort.Search(len(eras), func(i int) bool { return eras[i].From > iso }) - 1
	if i < 0 || len(iso) != len("2006-01-02") {
		return ""
	}
	year, _ := strconv.Atoi(iso[:4])
	first, _ := strconv.Atoi(eras[i].From[:4])
	count := strconv.Itoa(year - first + 1)
	if count == "1" {
		count = "元"
	}
	return eras[i].Name + count + "年" + monthDay(iso, precision)
}
