package extract

import (
	"strings"
	"testing"

	"jikenbo/etl/notice"
)

// sectionsOf gives the section of each line of a notice below its title.
func sectionsOf(x *Extractor, body string) string {
	p := x.read(&notice.Post{CaseNumber: "2024-100", Body: "お詫び\n" + body})
	var out []string
	for _, s := range p.sents {
		if s.section != sectionTitle {
			out = append(out, s.section)
		}
	}
	return strings.Join(out, " ")
}

// TestSection reads headings by their marks and words.
func TestSection(t *testing.T) {
	x, err := New(cueLexicon(t))
	if err != nil {
		t.Fatal(err)
	}
	test := func(body, want string) {
		t.Helper()
		if got := sectionsOf(x, body); got != want {
			t.Errorf("%s\n got %s\nwant %s", body, got, want)
		}
	}

	test("名簿を紛失しました。", "lead")
	test("1.概要\n名簿を紛失しました。\n2.経緯\n6月3日に気付きました。", "overview overview chronology chronology")
	test("■原因\n確認の不足です。\n■再発防止策\n研修を行います。", "cause cause prevention prevention")
	test("【お問い合わせ先】\n総務課", "contact contact")
	test("経緯\n6月3日に気付きました。", "chronology chronology")
	test("(1)漏えいした個人情報\n氏名、住所", "data data")
	test("■概要\n紛失です。\n■その他\n特にありません。", "overview overview other other")      // a heading without a known word closes the section
	test("1 経緯\n(1) 発覚まで\n6月3日に気付きました。", "chronology chronology chronology") // of a lower level it does not
	test("・原因:設定の誤り\n名簿を紛失しました。", "cause lead")                              // a label speaks for its own line
	test("・原因:\n設定の誤り", "cause cause")                                       // and for those below when nothing follows it

	// no headings
	test("原因は設定の誤りです。\n名簿です。", "lead lead")
	test("1 経緯\n個人情報保護委員会へ報告\n警察へ相談", "chronology chronology chronology")
	test("1 経緯\n6月3日 原因を調査しました。", "chronology chronology")
	test("1.5倍に増えました。", "lead")
}
