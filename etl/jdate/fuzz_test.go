package jdate

import (
	"strings"
	"testing"
)

// prose is invented: some dates, some numbers, mostly neither.
const prose = `このたび、当館が運営する会員サイトにおいて、第三者による不正なアクセスを受け、会員の皆さまの情報の一部が閲覧された可能性があることが判明いたしました。皆さまには多大なるご迷惑とご心配をおかけしておりますことを、深くお詫び申し上げます。
令和6年2月14日(水)午後3時20分頃、委託先の技術者が通常とは異なる通信に気付き、同日午後4時に当該サーバーを切り離しました。翌15日、外部の専門会社に調査を依頼し、3月8日に最終報告書を受け取りました。調査の結果、2023年11月2日から2024年2月14日までの間に登録された1,204名分の氏名、住所、電話番号が対象となることを確認しております。
現時点で、情報が悪用されたという報告は受けておりません。今後は、認証の方式を改めるとともに、職員に対する研修を年2回実施し、再発の防止に努めてまいります。本件に関するお問い合わせは、専用窓口(0120-555-000、平日9時から17時まで)までお願いいたします。
`

func FuzzFind(f *testing.F) {
	for _, s := range []string{prose, "令和", "2024年", "20\n22年7月", "1/", "R6.", "同", "翌3", "午後", "一二三四五六七八九十百千", "12:", "(月", "\xe4\xb8", "2024年1月~3月期", "昨年十", "99999999999年", "\xe5\n01月", "2024年\n13月5日\n1月"} {
		f.Add(s, "2024-02-29")
	}
	f.Fuzz(func(t *testing.T, s, published string) {
		ms := Find(s)
		end := 0
		for i, m := range ms {
			if m.Start < end || m.End <= m.Start || m.End > len(s) {
				t.Fatalf("%q: span %d..%d after %d", s, m.Start, m.End, end)
			}
			if m.Kind == "" || m.Peer >= len(ms) || m.Restated >= len(ms) || m.Peer == i {
				t.Fatalf("%q: %+v", s, m)
			}
			if m.Line != strings.Count(s[:m.Start], "\n") {
				t.Fatalf("%q: line %d of %+v", s, m.Line, m)
			}
			end = m.End
		}
		ds := Resolve(ms, Anchor{Published: published, CaseYear: len(s) % 3000})
		if len(ds) != len(ms) {
			t.Fatalf("%q: %d dates for %d mentions", s, len(ds), len(ms))
		}
		for _, d := range ds {
			if _, ok := parseDay(d.On); ok != d.Resolved || d.Confidence < 0 || d.Confidence > 1 {
				t.Fatalf("%q: %+v", s, d)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	s := strings.Repeat(prose, 20)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Find(s)
	}
}

func BenchmarkResolve(b *testing.B) {
	s := strings.Repeat(prose, 4)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Resolve(Find(s), Anchor{Published: "2024-03-20", CaseYear: 2024})
	}
}
