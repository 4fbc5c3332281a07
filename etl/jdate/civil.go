package jdate

// civil is a day of the Gregorian calendar; month or day 0 is not said.
type civil struct{ y, m, d int }

func (c civil) String() string { // the year has at most four digits
	b := []byte("0000-00-00")
	put := func(end, n int) {
		for ; n > 0; n /= 10 {
			b[end] += byte(n % 10)
			end--
		}
	}
	put(3, c.y)
	put(6, max(c.m, 1))
	put(9, max(c.d, 1))
	return string(b)
}

// number counts days, 0 = 1970-01-01. A month without a day counts as its middle.
func (c civil) number() int {
	y, m, d := c.y, c.m, c.d
	if m == 0 {
		m, d = 7, 1
	}
	if d == 0 {
		d = 15
	}
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + d - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - 719468
}

// fromNumber is the way back of number.
func fromNumber(n int) civil {
	n += 719468
	era := floorDiv(n, 146097)
	doe := n - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	c := civil{yoe + era*400, (mp+2)%12 + 1, doy - (153*mp+2)/5 + 1}
	if c.m <= 2 {
		c.y++
	}
	return c
}

func floorDiv(a, b int) int {
	if a < 0 {
		return -((b - 1 - a) / b)
	}
	return a / b
}

// weekday is 1 for Monday to 7 for Sunday.
func (c civil) weekday() int { return (c.number()%7+7+3)%7 + 1 }

func (c civil) addDays(n int) civil { return fromNumber(c.number() + n) }

// addMonths shifts the month and drops the day.
func (c civil) addMonths(n int) civil {
	k := c.y*12 + c.m - 1 + n
	return civil{floorDiv(k, 12), (k%12+12)%12 + 1, 0}
}

// daysIn is the length of month m of year y; y 0 means any year.
func daysIn(y, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y == 0 || y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// valid says whether there is such a day; parts that are 0 are not looked at.
func (c civil) valid() bool {
	if c.m < 0 || c.m > 12 || c.d < 0 {
		return false
	}
	return c.d <= daysIn(c.y, c.m)
}

// parseDay reads YYYY-MM-DD.
func parseDay(s string) (civil, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return civil{}, false
	}
	digits := func(from, to int) (n int) {
		for _, b := range []byte(s[from:to]) {
			if b < '0' || b > '9' {
				return -1
			}
			n = n*10 + int(b-'0')
		}
		return n
	}
	c := civil{digits(0, 4), digits(5, 7), digits(8, 10)}
	return c, c.y > 0 && c.m > 0 && c.d > 0 && c.valid()
}
