package extract

import (
	"slices"
	"strings"
	"testing"
)

// TestCategoriesByLayout reads tables, bullets, labels, brackets and asides.
func TestCategoriesByLayout(t *testing.T) {
	x, err := New(cueLexicon(t))
	if err != nil {
		t.Fatal(err)
	}
	test := func(want, body string) {
		t.Helper()
		list := strings.Fields(want)
		slices.Sort(list)
		if got := categoriesOf(x, "お知らせ\n\n"+body); !slices.Equal(got, list) {
			t.Errorf("%s\n\tgot  %v\n\twant %v", body, got, list)
		}
	}
	test("name membership_id employment", "1 漏えいした情報\n区分\n件数\n情報の内容\n学生\n120名\n氏名、学籍番号\n教職員\n30名\n氏名、職員番号、所属")
	test("name address phone", "対象者数\n1,024人\n内容\n氏名、住所(1,024人)、電話番号(320人)")
	test("name email", "流出した情報\n・氏名 1,024件\n・メールアドレス 800件")
	test("name date_of_birth gender address phone employment", "漏えいしたおそれのある個人データの項目\n氏名、生年月日、性別、住所、電話番号、勤務先")
	test("name address", "氏名、住所が閲覧された可能性があります。ただし、クレジットカード番号等の決済情報は保有しておりません。")
	// a kind of information, where no item is named
	test("registration_event", "表示された情報は申込内容の集計結果であり、氏名・住所などの個人情報は含まれておらず、個人が特定されることはありません。")
	test("email credential", "漏えいした可能性のある情報\nログインID(メールアドレス)とパスワード")
	test("name phone", "個人情報(氏名・電話番号)を記載したメモを紛失しました。")
	test("special_care medical name", "氏名のほか、要配慮個人情報(病歴)が含まれていました。")
	test("name address bank_account other", "紛失した書類\n口座振替依頼書12枚(氏名、住所、金融機関名、口座番号、届出印)")
	test("name address income_tax", "誤って送付した納税通知書には、納税義務者の氏名、住所、税額が記載されていました。")
	test("name other", "車検証の写しを紛失しました。車検証には、使用者の氏名、車台番号が記載されています。")
	test("name family date_of_birth", "児童手当の現況届には、受給者の氏名、児童の生年月日、配偶者の情報が記載されていました。")
	test("employment", "応募者の履歴書12通を別の企業に誤って送付しました。")
	test("name address phone email", "お客様の①氏名②住所③電話番号④メールアドレスが流出いたしました。")
	test("name address phone", "■対象の個人情報：お客様のお名前、ご住所、お電話番号")
	test("name email communication", "・お名前\n・メールアドレス\n・お問い合わせ内容\nが閲覧できる状態となっておりました。")
	test("name", "名簿(氏名のみ)が入った封筒を紛失しました。")
	test("name date_of_birth medical", "患者さんの氏名、生年月日及び診断名を含む研究用データを保存したUSBメモリを紛失しました。")
	test("name phone address medical", "紛失した訪問看護記録には、利用者様のお名前、ご住所、お電話番号、病状等が書かれておりました。")
	test("name academic_record membership_id", "当該USBメモリには、3年1組生徒38名の氏名、出席番号、中間考査の点数が保存されていた。")
	test("photo_video name", "修学旅行で撮影した写真データ(約300枚)と児童の氏名一覧が保存されたデジタルカメラを紛失した。")
	test("name address phone credit_card", "予約時に登録された氏名、住所、電話番号、クレジットカード番号(下4桁)が表示されていました。")
	test("email", "弊社よりお客様へメールを配信した際、「To」欄にお客様のメールアドレスを設定して送信したため、受信された方が他の方のメールアドレスを見られる状態でした。お名前などの情報は含まれておりません。")
	test("name email", "1 流出した個人情報\nイベント参加予定者54名のメールアドレス(うち12名は氏名を含む)")
	test("name address phone date_of_birth", "市民税課において、封入の際に2世帯分の書類が混入し、氏名、住所、生年月日、電話番号が他の方に知られることとなりました。")
	test("name employment", "会議の出席者名簿(氏名、役職)をホームページに掲載していました。")
	test("name address criminal_record", "警察署の署員が、被害届の写しをなくした。届には被害者の氏名、住所、事件の概要が記載されていた。")
	test("my_number name", "個人番号カードの申請書(氏名、個人番号の記載あり)が所在不明となっております。")
	test("name bank_account", "委託先従業員のパソコンから、給付金の申請者の氏名、振込口座の情報が漏えいした可能性があります。")
	test("name purchase_history", "お届けした商品の納品書を取り違え、他のお客様のお名前とご購入商品が記載された納品書を同梱いたしました。")
	test("other name", "漏えいした情報は、アプリ利用者のニックネーム、氏名、位置情報です。")
	test("name gender age address", "調査票には、世帯員の氏名、性別、年齢、住所が記入されていました。")
	test("name phone registration_event", "体験会の申込者のお名前、お電話番号、ご希望の日時がほかの申込者から閲覧できる状態でした。")
	test("name address phone family", "利用者台帳には、氏名、住所、電話番号、家族構成、緊急連絡先が記載されていた。")
	test("credential email", "流出した可能性のある情報は会員のメールアドレス、パスワード(暗号化済み)です。")
	test("name email employment phone", "名刺管理ソフトに登録していた取引先の会社名、部署、役職、氏名、電話番号、メールアドレスが閲覧可能な状態でした。")
	test("name membership_id medical date_of_birth", "診察券番号、氏名、生年月日、受診科が記載された予約票を、別の患者様にお渡ししました。")
	test("name address", "氏名、住所は漏えいしておりますが、メールアドレスやパスワードの漏えいは確認されておりません。")
	test("name", "お客様の氏名が漏えいした可能性があります。電話番号、住所については漏えいした可能性はないと判断しております。")
	test("name medical", "○漏えいした情報 氏名、検査結果\n○漏えいしていない情報 住所、電話番号")
	test("name", "氏名が記載されていました(住所、生年月日等は記載なし)。")
	test("name address", "氏名及び住所が記載された宛名ラベル。マイナンバー、口座番号:記載なし")
	test("name phone", "紛失した伝票の情報 お名前、電話番号 (住所の記載はございません)")
	test("name email", "ご登録いただいた氏名、メールアドレスが流出した可能性があります。電話番号及びクレジットカード情報は登録項目にないため、流出しておりません。")
	test("name communication", "相談者の氏名と相談の内容を記録した相談票を紛失した。")
	test("", "当サイトを装った偽サイトが確認されています。氏名、住所、クレジットカード番号等を入力しないようご注意ください。")
	test("", "個人情報の漏えいの可能性がございます。ご不明な点は、氏名、電話番号を明記の上、下記のメールアドレスまでお問い合わせください。")
	test("name", "氏名が漏えいした方には、住所が判明している場合は郵送で、メールアドレスが登録されている場合はメールでご連絡しております。")
	test("name email", "漏えいした項目は氏名とメールアドレスです。該当する方へは、ご登録のメールアドレス宛に個別にご連絡いたします。電話番号をご登録の方にはお電話いたします。")
	test("name", "1 紛失した情報\n氏名\n2 対応\n令和5年5月1日、本人に電話番号を確認し、住所を訪問して謝罪した。")
	test("name address", "顧客データベースの氏名、住所が抜き取られました。なお、銀行口座、クレジットカードの情報は、そもそもお預かりしておりません。")
	test("academic_record name", "学年全員の成績順位表が、氏名とともに廊下に掲示されていた。")
}
