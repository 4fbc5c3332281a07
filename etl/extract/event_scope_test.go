package extract_test

import "testing"

// TestEventScope reads which words a date governs: chronologies as bullets, tables
// and dated headings, prose in which a date is carried on, ranges and asides.
func TestEventScope(t *testing.T) {
	test := eventCase(t)

	// chronologies
	test("経緯", "■経緯\n・1月23日 メールを誤って送信\n・1月24日 受信者からの指摘により判明\n・1月25日 対象者にお詫びのメールを送信",
		"2024-01-23 occurred, 2024-01-24 discovered, 2024-01-25 notified_subjects, 2024-01-25 occurred")
	test("経緯", "2.経緯\n2024年5月12日(日)\n・夜間に異常な通信を検知\n・サーバーをネットワークから遮断\n2024年5月13日(月)\n・外部の専門機関に調査を依頼\n・警察に相談",
		"2024-05-12 discovered, 2024-05-12 ended, 2024-05-13 investigation, 2024-05-13 reported_police")
	test("経緯", "(経緯)\n5/12 03:10 監視システムがアラートを検知\n5/12 03:40 該当サーバーを停止\n5/14 18:00 サービスを再開",
		"2024-05-12 discovered 03:10, 2024-05-12 ended 03:40, 2024-05-14 recovered 18:00")
	test("経緯", "【経緯】\n令和6年\n2月1日(木) 名簿を紛失\n2月2日(金) 警察署へ遺失届を提出\n2月5日(月) 市教育委員会へ報告",
		"2024-02-01 occurred, 2024-02-02 reported_police, 2024-02-05 other")
	test("経緯", "日時 内容\n2月1日 9:30 利用者より電話で指摘\n10:15 フォームを非公開に変更\n2月2日 記者発表",
		"2024-02-01 discovered 09:30, 2024-02-01 ended 10:15, 2024-02-02 disclosed")
	test("経緯", "・令和6年2月1日:事案発生\n・同日:上司に報告\n・翌2日:個人情報保護委員会に報告",
		"2024-02-01 occurred, 2024-02-01 other, 2024-02-02 reported_regulator")

	// prose
	test("経緯", "2024年5月12日、不審な通信を検知しました。直ちに当該サーバーを遮断しました。", "2024-05-12 discovered, 2024-05-12 ended")
	test("経緯", "2024年5月12日に判明しました。同日中に警察へ通報し、翌13日に調査会社に調査を依頼しました。",
		"2024-05-12 discovered, 2024-05-12 reported_police, 2024-05-13 investigation")
	test("経緯", "5月12日に送信したメールについて、5月14日に受信者から指摘を受け、同日、全員に謝罪した。", "2024-05-12 ?other, 2024-05-14 discovered, 2024-05-14 notified_subjects")
	test("経緯", "5月12日、書類を紛失しました。\n\n今後は再発防止に努めます。", "2024-05-12 occurred")
	test("経緯", "5月12日、会議を開きました。\n\nまた、警察に相談しております。", "2024-05-12 ?other")
	test("経緯", "昨年12月20日に委託先のサーバーが攻撃を受け、本年1月10日に委託先から連絡がありました。", "2023-12-20 occurred, 2024-01-10 discovered")

	// ranges
	test("期間", "2023年4月から2024年1月までの間、外部から閲覧可能な状態になっていました。", "2023-04 occurred, 2024-01 ended")
	test("期間", "2023年4月1日から2024年1月31日までにカード決済をされたお客様が対象です。", "2023-04-01 occurred, 2024-01-31 ended")
	test("期間", "1月22日から29日にかけて、対象者にお詫びの文書を発送した。", "2024-01-22 notified_subjects, 2024-01-29 notified_subjects")
	test("期間", "募集期間は2024年4月1日から2026年3月31日までです。", "")
	test("期間", "6月23日(木)から7月20日(水)まで、第三者が受信できる状態でした。", "2024-06-23 occurred, 2024-07-20 ended")

	// asides, attributes and remarks
	test("注記", "担当者(2023年3月に退職)が使用していたアカウントです。", "")
	test("注記", "個人情報保護委員会への報告(6月3日)を終えております。", "2024-06-03 reported_regulator")
	test("注記", "※2022年4月1日に規程を改正しています。", "2022-04-01 ?other")
	test("注記", "2002年当時の名簿を2023年6月1日に紛失しました。", "2023-06-01 occurred")
	test("注記", "2024年6月30日現在、二次被害は確認されておりません。", "")
	test("注記", "5月10日の連絡から発表までに時間を要しましたことをお詫びいたします。", "")
	test("注記", "6月1日生まれの利用者の情報です。", "")

	// eras, relative days, wide figures and kanji
	test("暦", "令和五年十二月二十四日、名簿を紛失した。", "2023-12-24 occurred")
	test("暦", "R6.2.3 書類を誤送付", "2024-02-03 occurred")
	test("暦", "２０２４年 ２月 ３日（土）、書類を紛失しました。", "2024-02-03 occurred")
	test("暦", "平成31年4月30日に公開したファイルに個人情報が含まれていました。", "2019-04-30 ?other")
	test("暦", "2月下旬、元職員が名簿を持ち出した。", "2024-02 occurred")
	test("暦", "2023年夏頃に設定を誤り、閲覧可能な状態となりました。", "2023 occurred")
}

// TestEventNewspaper reads copy in which a date is a bare day.
func TestEventNewspaper(t *testing.T) {
	test := eventCase(t)
	test("市職員が名簿紛失 2024年2月8日", "海野市は8日、職員が名簿を紛失したと発表した。職員は6日夜、飲食店に立ち寄った後、かばんがないことに気付いた。7日に警察へ届け出た。",
		"2024-02-06 discovered, 2024-02-07 reported_police, 2024-02-08 disclosed, 2024-02-08 ~occurred")
	test("病院にサイバー攻撃 2024年2月8日", "緑ヶ丘病院は8日、サイバー攻撃を受けて電子カルテが使えなくなっていると明らかにした。5日未明に障害が発生し、13日の再開を目指す。",
		"2024-02-05 occurred, 2024-02-08 disclosed, 2024-02-08 ~occurred")
	test("巡査長を書類送検 2024年3月1日", "県警は1日、捜査情報を知人に漏らしたとして巡査長を書類送検し、停職3カ月の懲戒処分とした。", "2024-03-01 disclosed, 2024-03-01 occurred, 2024-03-01 sanctioned")
}

// TestEventPlanned keeps out what had still to come and what readers are asked.
func TestEventPlanned(t *testing.T) {
	test := eventCase(t)
	test("お詫び 2024年5月20日", "5月27日に説明会を開催する予定です。", "2024-05-20 disclosed")
	test("お詫び 2024年5月20日", "調査結果は6月末を目途に公表いたします。", "2024-05-20 disclosed")
	test("お詫び 2024年5月20日", "5月31日までに全員へお詫び状をお送りいたします。", "2024-05-20 disclosed")
	test("お詫び 2024年5月20日", "パスワードを5月31日までに変更してください。", "2024-05-20 disclosed")
	test("お詫び 2024年5月20日", "■再発防止策\n・6月1日からダブルチェックを徹底する。\n・5月15日に研修を実施した。", "2024-05-20 disclosed")
	test("お詫び 2024年5月20日", "受付時間は5月21日から平日9時から17時です。", "2024-05-20 disclosed")
	test("お詫び 2024年5月20日", "過去にも2021年6月に不正アクセスを受けたことがあります。", "2024-05-20 disclosed")
	test("お詫び 2024年5月20日", "5月10日の時点で二次被害の報告は受けておりません。", "2024-05-20 disclosed")
}

// TestEventNested reads sentences in which one date stands within what another one
// dates.
func TestEventNested(t *testing.T) {
	test := eventCase(t)
	test("委託先", "委託先である株式会社みどりから、6月3日に「5月20日に不正アクセスを受けた」との連絡がありました。", "2024-05-20 occurred, 2024-06-03 discovered")
	test("委託先", "委託先のサーバーが2024年6月3日に不正アクセスを受け、6月10日に弊社に報告がありました。", "2024-06-03 occurred, 2024-06-10 discovered")
	test("混入", "6月3日に引き渡した書類に別の書類が混入していたことが、6月10日の業者からの連絡で分かりました。", "2024-06-03 ?other, 2024-06-10 discovered")
	test("点検", "6月3日に実施した自主点検において、書類の一部が保管されていないことが判明いたしました。", "2024-06-03 discovered")
	test("設定", "2022年5月にフォームを作成した際に設定を誤り、2024年6月3日に修正するまでの間、回答が閲覧可能となっていました。", "2022-05 occurred, 2024-06-03 ended")
	test("続報", "5月20日にお知らせした名簿の紛失につきまして、調査が完了しましたのでご報告いたします。", "2024-05-20 disclosed")
	test("続報", "2024年5月18日付「サイバー攻撃に関するお知らせ」にて公表しましたとおり、サーバーが停止しております。", "2024-05-18 disclosed")
	test("その後", "6月3日、メールを誤って送信しました。その後、受信者からの指摘により判明しました。", "2024-06-03 discovered, 2024-06-03 occurred")
	test("その後", "6月3日、サーバーを停止しました。その後、サービスを再開しております。", "2024-06-03 ended")
	test("処分", "■処分年月日 令和6年6月30日\n■処分内容 停職1月", "2024-06-30 sanctioned")
}

// TestEventLetter reads the day of the notice at its head or foot.
func TestEventLetter(t *testing.T) {
	test := eventCase(t)
	test("名簿の紛失", "2024年5月20日 株式会社青木堂\n\n名簿を紛失しました。", "2024-05-20 disclosed")
	test("名簿の紛失", "掲載日:2024.05.20\n名簿を紛失しました。", "2024-05-20 disclosed")
	test("名簿の紛失", "公開日時: 2024年5月20日 10:00\n最終更新日: 2024年6月2日\n名簿を紛失しました。", "2024-05-20 disclosed")
	test("名簿の紛失", "報道発表資料\n令和6年5月20日\n青浜市 総務課\n名簿を紛失しました。", "2024-05-20 disclosed")
	test("名簿の紛失", "名簿を紛失しました。\n\n以上\n\n2024年5月20日\n青木堂", "2024-05-20 disclosed")
	test("名簿の紛失", "名簿を紛失しましたので、本日(5月20日)公表いたします。", "2024-05-20 disclosed")
	test("発生日時", "発生日時\n令和6年6月3日(月曜日)午後2時10分頃\n\n発覚日時\n令和6年6月4日(火曜日)午前9時", "2024-06-03 occurred 14:10, 2024-06-04 discovered 09:00")
	test("名簿の紛失", "2024年5月12日 校内で捜索\n2024年5月13日 警察に相談", "2024-05-12 investigation, 2024-05-13 reported_police")
}
