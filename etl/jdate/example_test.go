package jdate_test

import (
	"fmt"

	"jikenbo/etl/jdate"
)

func Example() {
	s := "12月28日23時頃に侵入され、翌29日に判明し、1月5日から10日にかけて調査しました。昨年度の名簿は含みません。"
	for _, d := range jdate.Resolve(jdate.Find(s), jdate.Anchor{Published: "2024-01-19"}) {
		if d.IsMoment() {
			fmt.Println(s[d.Start:d.End], d.On, d.Precision, d.Clock, d.How)
		}
	}
	// Output:
	// 12月28日23時頃 2023-12-28 day 23:00 year_from_published
	// 翌29日 2023-12-29 day  shifted
	// 1月5日 2024-01-05 day  year_from_context
	// 10日 2024-01-10 day  other_end
}
