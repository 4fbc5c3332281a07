package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestNormalize(t *testing.T) {
	test := func(raw, want string) {
		t.Helper()
		if got := Normalize(raw).Norm; got != want {
			t.Errorf("Normalize(%q) = %q, want %q", raw, got, want)
		}
	}
	test("２０２３年１２月", "2023年12月")
	test("2023 年 12 月 24 日未明", "2023年12月24日未明")
	test("メールア ドレス", "メールアドレス")
	test("6月 1日(木)17時", "6月1日(木)17時")
	test("6月23日〜7月20日", "6月23日~7月20日")
	test("ﾒｰﾙｱﾄﾞﾚｽとﾊﾟｽﾜｰﾄﾞ", "メールアドレスとパスワード")
	test("か\u3099", "が")
	test("１２⽉３⽇", "12月3日")
	test("㈱みどり", "(株)みどり")
	test("Google Drive の設定", "Google Driveの設定")
	test("A\r\nB", "A\nB")
	test("\ufeff表\u200b題", "表題")
	// the number of a heading is no quantity
	test("2 名簿", "2 名簿")
	test("３　件名", "3 件名")
	test("10 月 27 日", "10月27日")
	test("計 3,262 名", "計3,262名")
	test("3 1月19日", "3 1月19日")
}

func TestRawSpanCutsTheWordsItCameFrom(t *testing.T) {
	test := func(raw, norm, want string) {
		t.Helper()
		n := Normalize(raw)
		i := strings.Index(n.Norm, norm)
		if i < 0 {
			t.Fatalf("%q not in %q", norm, n.Norm)
		}
		if got := n.Quote(Span{i, i + len(norm)}); got != want {
			t.Errorf("quote of %q in %q = %q, want %q", norm, raw, got, want)
		}
	}
	test("は2023 年 12 月 24 日に", "2023年12月24日", "2023 年 12 月 24 日")
	test("約１万２千件の", "1万2千件", "１万２千件")
	test("ｱﾄﾞﾚｽを", "アドレス", "ｱﾄﾞﾚｽ")
	test("㈱みどり", "株", "㈱")
}

func TestGapBefore(t *testing.T) {
	n := Normalize("470名 57名")
	i := strings.Index(n.Norm, "57")
	if !n.GapBefore(i) || n.GapBefore(i-1) {
		t.Errorf("gap not seen before %d of %q", i, n.Norm)
	}
}

func TestSentences(t *testing.T) {
	test := func(norm string, want ...string) {
		t.Helper()
		var got []string
		for _, s := range Sentences(norm) {
			got = append(got, norm[s.Start:s.End])
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("Sentences(%q) = %q, want %q", norm, got, want)
		}
	}
	test("判明しました。翌日公表。\n\n1 概要", "判明しました。", "翌日公表。", "1 概要")
	test("「身に覚えがない。」との電話。以上", "「身に覚えがない。」との電話。", "以上")
	test("(※)注。を含む\n次", "(※)注。", "を含む", "次")
	test("\n\n")
}

func FuzzNormalize(f *testing.F) {
	f.Add("2023 年 12 月ｶﾞ㈱\u3099 \xff")
	f.Fuzz(func(t *testing.T, raw string) {
		n := Normalize(raw)
		if !utf8.ValidString(n.Norm) {
			t.Fatalf("Norm of %q is no UTF-8", raw)
		}
		for i := range n.Norm {
			_, size := utf8.DecodeRuneInString(n.Norm[i:])
			s := n.RawSpan(Span{i, i + size})
			if s.Start > s.End || s.End > len(raw) {
				t.Fatalf("span %v of %q is outside", s, raw)
			}
		}
		at := 0
		for _, s := range Sentences(n.Norm) {
			if s.Start < at || s.End <= s.Start {
				t.Fatalf("sentence %v of %q out of order", s, raw)
			}
			at = s.End
		}
	})
}
