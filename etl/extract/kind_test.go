package extract

import (
	"testing"

	"jikenbo/etl/notice"
)

// TestKind tells notices from articles where the header has no case number.
func TestKind(t *testing.T) {
	x, err := New(cueLexicon(t))
	if err != nil {
		t.Fatal(err)
	}
	test := func(title, body string, want notice.Kind) {
		t.Helper()
		if got := x.Read(notice.Post{Title: title, Body: title + "\n\n" + body}).Post.Kind; got != want {
			t.Errorf("%s\n got %s, want %s", title, got, want)
		}
	}

	test("緑が丘株式会社 個人情報漏えいに関するお詫びとお知らせ", "このたび、弊社において個人情報が漏えいしました。深くお詫び申し上げます。", notice.Incident)
	test("青浜市 メールの誤送信について", "職員が宛先を誤って送信しました。再発防止に努めます。", notice.Incident)
	test("県警の巡査、捜査書類を紛失", "県警は8日、巡査が捜査書類を紛失したと発表した。個人情報が含まれていた。", notice.Incident)
	test("ランサムウェアとは何か、入門と対策のまとめ", "本記事では一般的な対策を紹介します。たとえばバックアップです。", notice.Article)
	test("脆弱性診断ツールを使ってみた", "インストールする手順を紹介する。コマンドは次のとおり。", notice.Article)
	test("今年の流出事件を考える", "筆者は統計を並べてみた。件数は増えているのだろうか。", notice.Article)

	// a case number is the page's own word for an incident
	post := notice.Post{CaseNumber: "2024-100", Title: "まとめ", Body: "まとめ\n\n筆者は考える。"}
	if got := x.Read(post).Post.Kind; got != notice.Incident {
		t.Errorf("with a case number: %s", got)
	}
}
