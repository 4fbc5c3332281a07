package extract

import "testing"

// TestHeadlineAgainstTraps reads numbers that are easily taken for the headline.
func TestHeadlineAgainstTraps(t *testing.T) {
	test := headlineTest(t)
	// the same people counted item by item are not added up
	test("1234 records exact", "漏えいした情報\n・氏名 1,234件\n・住所 1,180件\n・電話番号 960件")
	test("1234 persons exact", "漏えいした個人情報\n・氏名 1,234名分\n・住所 1,180名分")
	// groups side by side are
	test("368 records exact", "流出した可能性のある情報は、お客様の情報234件、従業員の情報56件及び取引先の情報78件です。")
	test("61 persons exact", "誤って掲載した資料には、受講者58名の氏名と、講師3名の氏名及び口座番号が記載されていました。")
	// rounded in the title, exact in the text
	test("20345 persons exact", "約2万人分の個人情報が流出した可能性があると発表しました。\n流出した可能性があるのは、会員20,345人の氏名とメールアドレスです。")
	test("1100 persons at_most", "最大1,100名のお客様の情報が漏えいした可能性があります。\n対象の1,100名のお客様には、順次お詫びのご連絡を差し上げております。")
	// how it is said
	test("1234 persons exact", "名簿には1,234名が登録されており、これが外部から閲覧できる状態でした。")
	test("87 persons exact", "影響を受けた方は87名に上ります。")
	test("87 persons exact", "該当する87名の方が対象となります。対象の方には個別にご連絡しました。")
	test("2 persons exact", "1名の職員が、2名の入所者のご家族の連絡先を取り違えて送付しました。")
	test("1500 persons about", "流出したファイルに記録されていたのは、取引先の担当者ら約1,500人分のデータでした。")
	test("9 persons exact", "70代の女性ら9人の口座番号などが書かれた書類を、行員が紛失した。")
	test("1 persons exact", "客の男性1人の契約内容を、別の客に電話で誤って伝えた。")
	test("3200 accounts exact", "3,200アカウント分のログイン情報が第三者に取得された可能性がございます。")
	test("12000 persons at_least", "1万2千人を超えるお客様の個人データが閲覧可能な状態にありました。")
	test("450 accounts exact", "不正ログインが確認されたアカウントは450件です。このうち23件でポイントの不正利用が確認されました。")
	test("34 persons exact", "当該メールには、34名分の個人情報を含むファイルが添付されておりました。送信先の1社2名の方には、削除を依頼し、完了を確認しております。")
	// numbers around that are none
	test("none", "全国の事業所48か所、従業員約5,600名のネットワークを遮断しました。個人情報については調査中です。")
	test("none", "不正アクセスにより当社サイトが改ざんされました。期間中に当該ページを閲覧された方は約2,300名です。個人情報は保持しておりません。")
	test("none", "メールアドレスを騙った迷惑メールが約1万件送信されました。")
	test("none", "当社の採用応募者向けセミナー(定員80名)は中止いたします。")
	test("none", "脆弱性の修正を行いました。攻撃は3件観測されています。利用者10万人への影響はありません。")
	test("none", "本校の生徒1名が、他校の生徒になりすましてSNSに投稿した。")
	test("none", "従業員の処分\n減給 2名\n戒告 3名")
	test("none", "対象となるお客様の人数につきましては、判明次第お知らせいたします。コールセンターには1日で約300件の入電がありました。")
	// request and contact sections that stand high
	test("56 persons exact", "お客様へのお詫びとお願い\nこのたび、弊社の手違いにより、お客様56名様の氏名・住所・電話番号が記載された伝票を紛失いたしました。")
	// corrections
	test("1250 persons exact", "前回のお知らせで1,200名とご報告しておりましたが、正しくは1,250名でした。訂正してお詫びいたします。")
	test("640 persons exact", "漏えいの対象となる方:640名(当初公表の720名から変更)")
	test("640 persons exact", "対象者数の変更について\n変更前 720名\n変更後 640名")
	test("6310 persons exact", "(2月10日更新)調査の結果、対象のお客様は6,310名と確定しました。\n【1月15日掲載】\n最大約7,000名のお客様の情報が漏えいした可能性があります。")
	// parts before and behind the whole
	test("5000 persons exact", "お客様5,000名(うち法人のお客様300名)の氏名が閲覧できる状態でした。")
	test("5000 persons exact", "カード番号が漏えいした可能性のある820名を含め、5,000名のお客様の情報が漏えいした可能性があります。")
	test("45 persons exact", "参加者120名中45名の連絡先が、他の参加者に見える状態になっていました。")
	test("45 persons exact", "対象は2年生の生徒45名で、このうち6名は要配慮個人情報を含みます。")
	test("700 persons exact", "児童620名と教職員80名の計700名分の氏名が記載された名簿を紛失した。")
	test("28 persons exact", "メールを58名に2回に分けて送信し、2回目の28名分のメールアドレスが互いに表示された。")
	// other cases
	test("7 persons exact", "患者7名の情報を誤って送付しました。当院では令和4年にも患者15名の情報が流出する事案が発生しています。")
	test("7 persons exact", "患者7名の情報を誤って送付しました。なお、昨年度の同種の事故は12件でした。")
	test("18 persons exact", "利用者18名の情報を紛失した。令和5年度の当市の個人情報の漏えい事案は、これで4件目となる。")
}
