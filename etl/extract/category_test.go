package extract

import (
	"slices"
	"strings"
	"testing"

	"jikenbo/etl/notice"
)

// categoriesOf gives what a notice of this body is found to have exposed.
func categoriesOf(x *Extractor, body string) []string {
	p := x.read(&notice.Post{Body: body})
	return decideCategories(x.categories(p))
}

func TestCategories(t *testing.T) {
	x, err := New(cueLexicon(t))
	if err != nil {
		t.Fatal(err)
	}
	test := func(body, want string) {
		t.Helper()
		if !strings.HasPrefix(body, "#") {
			body = "お知らせ\n\n" + body
		}
		list := strings.Fields(want)
		slices.Sort(list)
		if got := categoriesOf(x, strings.TrimPrefix(body, "#")); !slices.Equal(got, list) {
			t.Errorf("%s\n\tgot  %v\n\twant %v", body, got, list)
		}
	}
	// in prose, before the words that say it was exposed
	test("お客様の氏名、住所、電話番号が記載された伝票を紛失しました。", "name address phone")
	test("生徒の氏名及び成績が記載された名簿が、校内で閲覧できる状態になっていました。", "name academic_record")
	test("お申込者様のお名前・ご住所・お電話番号・メールアドレスが第三者から見られる状態でした。", "name address phone email")
	test("氏名/住所/電話番号が外部に流出しました。", "name address phone")
	test("当該端末には、患者様の氏名、生年月日、病名が保存されていました。", "name date_of_birth medical")
	test("職員の給与明細が誤って全職員に送信され、氏名と支給額を見ることができました。", "employment name income_tax")
	test("会員様のメールアドレスが他の会員様に表示される状態でメールを送信いたしました。", "email")
	test("顔写真や動画が無断で投稿されていました。", "photo_video")
	test("児童の顔写真がインターネット上に公開されていました。", "photo_video")
	test("運転免許証の画像と口座番号が漏えいしました。", "id_document bank_account")
	test("従業員のマイナンバーを含む書類を誤って廃棄しました。", "my_number")
	test("利用者のケアプランを別の利用者宅に誤って配達しました。ケアプランには氏名、住所、要介護度が記載されています。", "name address medical")
	test("訪問先の利用者の氏名、住所、緊急連絡先、服薬の状況を書いた手帳を落としました。", "name address phone family medical")
	test("担任が作成した家庭調査票には、児童の氏名、住所、保護者の氏名、緊急連絡先が記載されていました。", "name address family phone")
	test("捜査関係書類には被疑者の氏名と住所、前科が記載されていました。", "criminal_record name address")
	test("寄附者様のお名前、ご住所、寄附金額が閲覧可能な状態となっておりました。", "name address purchase_history")
	test("お問い合わせ内容、お名前、メールアドレスが外部から閲覧できる状態でした。", "communication name email")
	test("乗っ取られたアカウントのメールボックスには、取引先の方の氏名、会社名、メールアドレス、メールの本文が保存されておりました。", "name employment email communication")
	test("学生312名の学籍番号、氏名、GPAを含む成績が閲覧されたおそれがあります。", "membership_id name academic_record")
	test("証券口座の取引履歴、氏名、口座番号が別のお客さまの画面に表示されました。", "purchase_history name bank_account")
	test("入居者の氏名、部屋番号、家賃の滞納額が記載された一覧を誤って掲示しました。", "name other income_tax")
	test("在留カードの写しを誤送付しました。", "id_document")
	test("パスポート番号、国籍、氏名が流出した可能性があります。", "id_document other name")
	test("ログインIDとパスワードが漏えいした可能性があります。", "credential")
	test("住民の氏名、住所、生年月日、性別、続柄が記載された証明書を別人に交付しました。", "name address date_of_birth gender family")
	test("課税証明書を別の方に交付しました。証明書には氏名、住所、所得金額、税額が記載されていました。", "income_tax name address")
	test("参加申込書には、氏名、年齢、保護者の氏名、参加希望日が記載されていました。", "name age family registration_event")
	test("ワクチン接種の予約者の氏名、接種券番号、予約日時が見られる状態でした。", "name membership_id registration_event")
	// after the words that say so
	test("流出した情報は、氏名、メールアドレス、会社名です。", "name email employment")
	test("漏えいした可能性のある個人情報は、ご購入者様の氏名、住所、購入履歴でございます。", "name address purchase_history")
	test("閲覧できる状態にあったのは、申込者の氏名と電話番号でした。", "name phone")
	test("紛失したUSBメモリに保存されていたのは、利用者の氏名、生年月日、障害者手帳の等級です。", "name date_of_birth special_care")
	// lists under a heading
	test("2 漏えいした個人情報\n氏名、住所、生年月日、電話番号", "name address date_of_birth phone")
	test("■流出した可能性のある情報\n・氏名\n・住所\n・メールアドレス\n・ご注文内容", "name address email purchase_history")
	test("【対象となる情報】\n①お名前\n②会員番号\n③パスワード(ハッシュ化されたもの)", "name membership_id credential")
	test("3.個人情報の内容\n(1)従業員:氏名、社員番号、所属部署、給与振込口座\n(2)採用応募者:氏名、履歴書", "name membership_id employment bank_account")
	test("3 紛失した書類\n・診療情報提供書(氏名、生年月日、病名、検査結果)1通", "medical name date_of_birth")
	test("４．漏えいした項目\n氏名　住所　電話番号　性別　年齢", "name address phone gender age")
	test("(3) 記載されている内容\n世帯主氏名、住所、国民健康保険税額", "name address income_tax")
	test("◆漏えいした情報\nクレジットカード番号\n有効期限\nセキュリティコード\nカード名義人名", "credit_card name")
	test("5 誤送付した文書に記載された情報\nア 申請者の氏名、住所\nイ 振込先口座情報\nウ 障害の状況", "name address bank_account special_care")
	// lists announced by a sentence
	test("漏えいした可能性のある情報は以下のとおりです。\n・お名前\n・お電話番号\n・ご住所", "name phone address")
	test("当該ファイルに含まれていた情報は次のとおりです。\n\n(1) 氏名\n\n(2) 生年月日\n\n(3) 学校名", "name date_of_birth academic_record")
	test("閲覧可能であった項目:\n氏名\nメールアドレス\n問い合わせ内容", "name email communication")
	test("なお、以下の情報は含まれておりません。\n・クレジットカード情報\n・パスワード", "")
	// a line that is nothing but items
	test("対象の書類\n受診者の氏名、生年月日、性別、健康診断結果", "name date_of_birth gender medical")
	// said not to be included
	test("氏名とメールアドレスが流出しました。住所、電話番号、クレジットカード情報は含まれておりません。", "name email")
	test("漏えいした情報はメールアドレスのみで、氏名や住所等の個人情報は含まれておりません。", "email")
	test("2 漏えいした情報\n氏名、住所\n※電話番号、口座番号は記載されていません。", "name address")
	test("会員の氏名、住所が流出しましたが、パスワード及びクレジットカード番号は流出しておりません。", "name address")
	test("表示されたのは氏名のみであり、住所、電話番号等は表示されておりません。", "name")
	test("マイナンバーは取り扱っておりません。氏名、住所が漏えいした可能性があります。", "name address")
	test("クレジットカード番号は決済代行会社が管理しており、漏えいのおそれはありません。氏名が漏えいしました。", "name")
	test("パスワードは暗号化して保管しているため、漏えいした事実は確認されておりません。メールアドレスは流出しました。", "email")
	test("流出した情報は会員情報(パスワードを除く)です。氏名、住所が含まれます。", "name address other")
	test("氏名以外の情報は流出しておりません。", "name")
	test("お名前、メールアドレス以外の個人情報の流出はございません。", "name email")
	test("書類に氏名が記載されていましたが、住所や電話番号の記載はありませんでした。", "name")
	test("■含まれていない情報\n・口座番号\n・マイナンバー\n■流出した情報\n・氏名", "name")
	test("生年月日、性別は任意項目のため登録されておりません。氏名が漏えいしました。", "name")
	test("氏名、電話番号が閲覧可能でした。なお、クレジットカード情報については、当社では保有しておらず、漏えいはございません。", "name phone")
	test("銀行口座やクレジットカードに関する情報は、別のシステムで管理しているため影響はありません。氏名、住所が流出しました。", "name address")
	// of one part only
	test("2 漏えいした情報\n①名簿 氏名、住所、電話番号\n②集計表(氏名、住所は含まれていません)", "name address phone")
	test("3 保存されていた情報\n(1)患者の氏名、病名\n(2)発表用の資料(氏名は含まれません)", "name medical")
	// harm that is denied says nothing of the items
	test("氏名、住所が流出した可能性があります。現時点で氏名や住所が悪用された事実は確認されておりません。", "name address")
	test("お客様の氏名、電話番号が漏えいしましたが、二次被害は確認されていません。", "name phone")
	// the channel, the medium, the bait and those who are asked
	test("該当する方には電子メールにてお詫びを申し上げ、メールアドレスが不明な方には住所宛に書状を送付しました。", "")
	test("名簿を紛失しました。対象の方には電話でお詫びしております。", "name")
	test("氏名が記載された書類を紛失しました。対象の方には、登録された電話番号にご連絡のうえ、住所に謝罪文を送付しました。", "name")
	test("氏名が保存されたパソコンを紛失しました。パソコンにはパスワードを設定していました。", "name")
	test("氏名が含まれるファイルはパスワードで保護されており、パスワードは別途送信しておりません。", "name")
	test("氏名が漏えいしました。\n\n再発防止策\nメールアドレスの入力時に二人で確認し、住所、電話番号を含む名簿はパスワードを付けて保管します。", "name")
	test("氏名が漏えいしました。\n\nお問い合わせ先\n電話番号 00-0000-0000 メールアドレス info@example.jp\n住所 東町1-2", "name")
	test("氏名が漏えいしました。\n\nお客様へのお願い\nクレジットカード番号や暗証番号を尋ねる電話にはお答えにならないでください。", "name")
	test("氏名が流出しました。お問い合わせの際は、お名前とご住所をお知らせください。", "name")
	test("従業員が偽サイトにIDとパスワードを入力したことにより、メールボックスに保存されていた取引先の氏名とメールアドレスが閲覧された可能性があります。", "name email")
	test("第三者が職員のIDとパスワードを用いてログインし、利用者の氏名を閲覧しました。", "name")
	test("他社から流出したメールアドレスとパスワードの組み合わせを使い、不正なログインが行われました。閲覧された可能性があるのは、会員の氏名とポイント残高です。", "name other")
	test("メールを誤送信し、氏名が記載されたファイルが別の方に届きました。", "name")
	test("担当者が宛先のメールアドレスを誤って入力し、申込者の氏名、住所を含むファイルを送信しました。", "name address")
	test("病院の電子カルテシステムが停止しました。個人情報の漏えいは確認されておりません。", "")
	test("患者様及びご家族の皆様にお詫び申し上げます。当院の診療は通常どおり行っております。", "")
	test("システム障害により、予約サイトをご利用いただけない状態となっておりました。個人情報の流出はありません。", "")
	test("クレジットカード決済を停止しております。", "")
	test("カード会社から、お客様のクレジットカード情報の漏えいについて懸念があるとの連絡を受けました。", "credit_card")
	test("お客様の個人情報が漏えいした可能性があります。", "")
	// in the title
	test("#会員様のメールアドレスの流出に関するお詫び\n\n当社の会員様の情報が流出いたしました。", "email")
	test("#クレジットカード情報漏えいに関するお詫び\n\n弊社サイトが不正アクセスを受けました。", "credit_card")
	test("#個人情報の漏えいについて\n\n個人情報が漏えいしました。", "")
	// what is only planned or ought to be
	test("氏名が漏えいしました。今後は氏名や住所を記載した書類を郵送しないことを徹底してまいります。", "name")
	// corrected later in the same notice
	test("【第1報の内容】\n氏名、住所、年収が保存されていた可能性があります。\n【調査結果】\n年収は別のシステムで管理しており、保存されておりませんでした。", "name address")
	// words within words
	test("お客様の製品名と商品名、ファイル名が表示されました。", "purchase_history")
	test("IPアドレスが記録されていました。", "other")
	test("当社の本社所在地と代表電話は変わりません。", "")
}
