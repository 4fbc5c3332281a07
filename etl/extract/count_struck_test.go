package extract

import (
	"strings"
	"testing"

	"jikenbo/etl/notice"
)

// TestStruckNumbers reads pages that show an older number struck out.
func TestStruckNumbers(t *testing.T) {
	x, err := New(cueLexicon(t))
	if err != nil {
		t.Fatal(err)
	}
	test := func(want int64, struck, body string) {
		t.Helper()
		at := strings.Index(body, "|")
		post := notice.Post{Title: "お知らせ", Body: strings.Replace(body, "|", "", 1), Struck: []notice.Struck{{At: at, Words: struck}}}
		h := headline(x.counts(x.read(&post)))
		if h == nil || h.Number != want {
			t.Errorf("%s\n got %s want %d", body, showHead(h), want)
		}
	}
	// the count behind it is the newer, though smaller than what stands elsewhere
	test(512, "最大 1,470名", "お知らせ\n\n|512名のお客様の情報が漏えいした可能性があります。\n流出したおそれのある1,470名には改めてご連絡します。")
	test(62, "480件", "お知らせ\n\n漏えいした情報 |62件")
	// what was struck out is no count, and what stands far behind is no correction
	test(90, "担当の田中", "お知らせ\n\n|お客様90名の情報が漏えいしました。")
	test(800, "12日間", "お知らせ\n\n|公開されていた期間は8日間です。お客様800名の氏名が閲覧できる状態でした。うち20名は口座番号を含みます。")
}
