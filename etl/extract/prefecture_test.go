package extract_test

import (
	"testing"

	"jikenbo/etl/notice"
)

// TestPrefecture reads where the discloser is: from its name, else from its address,
// never from somebody else's.
func TestPrefecture(t *testing.T) {
	x := newExtractor(t)
	test := func(title, body, want string) {
		t.Helper()
		got := whoIn(x, notice.Post{CaseNumber: "2024-001", Title: title, Body: title + "\n\n" + body})
		if got.prefecture != want {
			t.Errorf("%s: prefecture of %s %q, want %q", title, got.name, got.prefecture, want)
		}
	}
	test("株式会社ミナセ 不正アクセスについて", "株式会社ミナセ(代表:水無瀬 一郎、所在地:東京都千代田区)は、不正アクセスを確認しました。", "東京都")
	test("株式会社ミナセ 不正アクセスについて", "株式会社ミナセ(本社:大阪府大阪市、以下「当社」)は、不正アクセスを確認しました。", "大阪府")
	test("福岡県 県立高校における個人情報の漏えいについて", "県立あおなぎ高等学校において、名簿を紛失しました。", "福岡県")
	test("川口市 誤送付について", "本市が送付した通知書に誤りがありました。", "埼玉県")
	test("府中市 誤送付について", "本市が送付した通知書に誤りがありました。", "") // 東京都 or 広島県
	test("株式会社ミナセ 不正アクセスについて", "当社は、京都府警察に相談しました。東京都の店舗に影響はありません。", "")
	test("株式会社ミナセ 委託先について", "委託先である株式会社ヒタキ(本社:北海道札幌市)において情報が漏えいしました。", "")
}

// TestOtherFormsOfTheName keeps the form of the title beside the formal name.
func TestOtherFormsOfTheName(t *testing.T) {
	x := newExtractor(t)
	post := notice.Post{CaseNumber: "2024-001", Body: "ヒノデ精工 ランサムウェア被害について\n\nヒノデ精工株式会社のサーバーが暗号化されました。"}
	roles := map[string]string{}
	for _, f := range x.Read(post).Facts {
		if f.Field == notice.FieldOrganization {
			roles[f.Value] = f.Role
		}
	}
	if roles["ヒノデ精工株式会社"] != "discloser" || roles["ヒノデ精工"] != "alias" {
		t.Errorf("roles are %v", roles)
	}
}
