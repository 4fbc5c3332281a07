package extract

import (
	"fmt"
	"strings"
	"testing"

	"jikenbo/etl/notice"
)

// TestRolesOfCounts asks for the role of each count of people, records, addresses
// and accounts, in the order of the text.
func TestRolesOfCounts(t *testing.T) {
	x, err := New(cueLexicon(t))
	if err != nil {
		t.Fatal(err)
	}
	test := func(body, want string) {
		t.Helper()
		var got []string
		for _, f := range x.counts(x.read(&notice.Post{Title: "お知らせ", Body: "お知らせ\n\n" + body})) {
			if unitWeight[f.Unit] > 0 {
				got = append(got, fmt.Sprintf("%d %s", f.Number, f.Role))
			}
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s\n got %s\nwant %s", body, s, want)
		}
	}
	// total and its parts
	test("漏えいした可能性のある情報 会員320名、講師25名、合計345名", "320 part, 25 part, 345 total")
	test("対象となるお客様は1,200名で、うち80名はカード情報を含みます。", "1200 total, 80 part")
	test("利用者500名(うち法人30名)の情報が閲覧できる状態でした。", "500 affected, 30 part")
	test("カード情報2,718件を含む、11,406名分の個人情報が漏えいした可能性があります。", "2718 part, 11406 affected")
	// population
	test("1年生320名中、210名の回答が閲覧できる状態だった。", "320 population, 210 affected")
	test("会員4,000名のうち、120名の情報が漏えいした。", "4000 population, 120 affected")
	test("ポイント会員約24,000名の情報は別のシステムで管理しており、対象外です。", "24000 population")
	test("約3万名の会員情報については、流出していないことを確認しております。", "30000 population")
	// not population: what is denied is misuse, and a clause before it
	test("対象となる4名の方から、二次被害の申し出はありません。", "4 affected")
	test("会員120名の情報が漏えいしましたが、カード番号は含まれておりません。", "120 affected")
	// recipients and viewers
	test("顧客30名の情報を記載したメールを、取引先25名の方々へ誤送信しました。", "30 affected, 25 recipient")
	test("会員73名の個人情報を閲覧できたとみられる1,401名に削除を依頼しました。", "73 affected, 1401 recipient")
	test("生徒31名の連絡先を、他の保護者28名が閲覧できる状態でした。", "31 affected, 28 recipient")
	// not recipients: those told are the exposed
	test("対象となる22名へ、電子メールと電話でお詫びの連絡を行いました。", "22 affected")
	// superseded
	test("第1報では最大412件としていましたが、予約128件の情報が表示されたと判明しました。", "412 superseded, 128 affected")
	test("表示された可能性のあるアカウント 1,064件→918件", "1064 superseded, 918 affected")
	test("当初、対象を約3,500名と発表しておりましたが、3,100名に訂正いたします。", "3500 superseded, 3100 affected")
	test("漏えいの対象となる方:640名(当初公表の720名から変更)", "640 total, 720 superseded")
	// not superseded: the report itself
	test("第2報でお知らせしたとおり調査を終え、会員310名の情報が漏えいしたことを確認しました。", "310 affected")
	test("顧客100名から200名の情報が漏えいした可能性があります。", "200 affected")
	// other: staff, cases, inquiries, training
	test("職員2名が、誤って利用者15名の書類を送付しました。", "2 other, 15 affected")
	test("利用者15名の書類を紛失した。当市では昨年5月にも住民60名の名簿を紛失している。", "15 affected, 60 other")
	test("顧客90名の情報が漏えいしました。これまでに12件のお問い合わせをいただいています。", "90 affected, 12 other")
	test("本学教員1名のメールアカウントが乗っ取られ、学生640名の情報が閲覧された可能性がある。", "1 other, 640 affected")
	test("不正ログインの試行約31万件のうち、1,200件のアカウントで不正ログインが成立した。", "310000 other, 1200 affected")
	// not other: staff whose data it is, and a past that is the case's own
	test("退職した職員45名の氏名と口座番号が記載された書類を紛失した。", "45 affected")
	test("過去に在籍した生徒120名の名簿が閲覧できる状態になっていた。", "120 affected")
	test("令和2年度以前に登録した会員1,200名の情報が漏えいした。", "1200 affected")
	// sums of plain groups, and no sum of what overlaps
	test("漏えいした情報\n・会員の情報 300名\n・職員の情報 20名", "300 affected, 20 affected, 320 total")
	test("漏えいした情報\n・会員の情報 300名\n・上記のうちカードの情報 20名", "300 affected, 20 part")
	test("名簿には生徒37名及び保護者37名の氏名が記載されていました。", "37 affected, 37 affected, 74 total")
	test("漏えいした情報\n・氏名 300名\n・住所 280名", "300 affected, 280 affected")
}
