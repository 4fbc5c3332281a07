package extract_test

import (
	"slices"
	"strings"
	"testing"

	"jikenbo/etl/extract"
	"jikenbo/etl/notice"
)

// eventsIn gives the dated events of a notice as they are read, before SQL judges
// them: 「2024-01-23 ended 22:30」, what is embedded in a finding with ~, what no verb
// types with ?, what only may have happened or is planned left out.
func eventsIn(x *extract.Extractor, title, body string) string {
	post := notice.Post{CaseNumber: "2024-100", Title: title, Body: title + "\n\n" + body}
	var out []string
	for _, f := range x.Read(post).Facts {
		if f.Field != notice.FieldEvent || f.Hedge == notice.Planned || f.Hedge == notice.Denied {
			continue
		}
		on := f.On[:map[string]int{"year": 4, "month": 7, "day": 10}[f.Precision]]
		line := on + " " + map[string]string{"embedded": "~", "untyped": "?"}[f.Role] + f.Value + strings.TrimRight(" "+f.Clock, " ")
		if !slices.Contains(out, line) {
			out = append(out, line)
		}
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// eventCase tests one notice of the case number 2024-100; want is in the order of
// the days, then of the types.
func eventCase(t *testing.T) func(title, body, want string) {
	x := newExtractor(t)
	return func(title, body, want string) {
		t.Helper()
		if got := eventsIn(x, title, body); got != want {
			t.Errorf("%s\n%s\n got %s\nwant %s", title, body, got, want)
		}
	}
}

// TestEventOccurred reads how it happened.
func TestEventOccurred(t *testing.T) {
	test := eventCase(t)

	// messages, letters and hand-overs
	test("メール誤送信のお詫び", "2024年1月23日、担当者が案内メールを誤って別の会員に送信しました。", "2024-01-23 occurred")
	test("メール誤送信のお詫び", "2024年1月23日10時15分、BCCとすべきところCCで一斉送信した。", "2024-01-23 occurred 10:15")
	test("書類の誤送付について", "令和6年2月5日に発送した納付書のうち3通に、別人の通知書を誤封入していました。", "2024-02-05 occurred")
	test("FAX誤送信について", "2月7日(水)、番号を押し間違え、無関係の事業所へFAXを送信いたしました。", "2024-02-07 occurred")
	test("誤交付について", "3月4日、窓口で別の方の住民票を誤って交付した。", "2024-03-04 occurred")
	test("誤配付について", "3月8日の帰りの会で、担任が別の児童のプリントを誤配付しました。", "2024-03-08 occurred")
	test("宛先の取り違えについて", "2024/3/11 宛先を取り違えて見積書を送付", "2024-03-11 occurred")
	test("案内状について", "4月1日にお客様へご案内メールを送信した際、全員のアドレスが表示される設定となっておりました。", "2024-04-01 occurred")

	// loss and theft
	test("USBメモリの紛失について", "6月3日、職員が帰宅途中の電車内にかばんを置き忘れました。", "2024-06-03 occurred")
	test("書類の紛失について", "6月3日夜、飲食店からの帰り道に書類を紛失しました。", "2024-06-03 occurred")
	test("盗難について", "6月10日、訪問先の駐車場で車上荒らしに遭い、パソコンが盗まれました。", "2024-06-10 occurred")
	test("盗難について", "6月10日未明、事務所が空き巣の被害に遭いました。", "2024-06-10 occurred")
	test("紛失について", "名簿を最後に確認したのは5月8日です。", "")

	// attacks
	test("不正アクセスについて", "2024年5月12日、当社のサーバーが第三者による不正アクセスを受けました。", "2024-05-12 occurred")
	test("ランサムウェア被害について", "5月12日未明、社内のファイルサーバーがランサムウェアに感染し、データが暗号化されました。", "2024-05-12 occurred")
	test("サイト改ざんについて", "5月12日に当会のホームページが改ざんされ、別のサイトへ転送される状態でした。", "2024-05-12 occurred")
	test("不正ログインについて", "5月12日から14日にかけて、リスト型攻撃による不正ログインが発生しました。", "2024-05-12 occurred, 2024-05-14 ended")
	test("サポート詐欺について", "5月20日14時頃、職員がインターネットを閲覧中に偽の警告画面が表示され、遠隔操作ソフトを入れてしまいました。", "2024-05-20 occurred 14:00")
	test("迷惑メールについて", "5月21日、職員のアカウントから迷惑メール約3,000通が送信されました。", "2024-05-21 occurred")
	test("フィッシングについて", "2月19日、教員がフィッシングメールのリンクをクリックし、IDとパスワードを入力してしまいました。", "2024-02-19 occurred")

	// things left open
	test("誤公開について", "4月2日に名簿を含むファイルをホームページに誤って掲載した。", "2024-04-02 occurred")
	test("設定の誤りについて", "4月3日、フォームの公開設定を誤り、回答が閲覧可能な状態になりました。", "2024-04-03 occurred")
	test("不具合について", "4月10日のシステム改修の際に不具合が発生し、他の利用者の情報が表示されました。", "2024-04-10 occurred")

	// insiders
	test("情報の持ち出しについて", "昨年9月30日、退職する社員が顧客名簿を不正に持ち出していました。", "2023-09-30 occurred")
	test("不適切な投稿について", "8月4日、職員が患者の写真をSNSに投稿した。", "2024-08-04 occurred")

	// no occurrence of the case
	test("紛失について", "2019年4月1日現在の名簿が入っていました。", "")
	test("紛失について", "2018年度に卒業した生徒の名簿です。", "")
	test("誤送信について", "なお、2020年6月1日にも同様の誤送信が発生しております。", "")
	test("不正アクセスについて", "2024年4月1日に施行された改正法に基づき対応しています。", "2024-04-01 ?other")
	test("不正アクセスについて", "■再発防止策\n2024年4月1日、メールの誤送信を防ぐ仕組みを導入しました。", "")
	test("不正アクセスについて", "■お問い合わせ\n受付開始 2024年4月1日 9時から17時まで", "")
}

// TestEventDiscovered reads how it came to be known.
func TestEventDiscovered(t *testing.T) {
	test := eventCase(t)

	test("不正アクセスについて", "2024年5月13日、当社のサーバーへの不正アクセスが発覚しました。", "2024-05-13 discovered, 2024-05-13 ~occurred")
	test("誤送信について", "1月24日、メールの誤送信が判明しました。", "2024-01-24 discovered, 2024-01-24 ~occurred")
	test("誤送信について", "1月24日に送信した職員が翌25日に誤りに気が付いた。", "2024-01-24 ?other, 2024-01-25 discovered")
	test("誤送信について", "1月24日、受信した方からのご指摘により判明しました。", "2024-01-24 discovered")
	test("誤送信について", "1月24日9時頃、保護者から「別の子どもの書類が入っている」と学校に電話があった。", "2024-01-24 discovered 09:00")
	test("漏えいについて", "6月4日、カード会社から情報の漏えいの懸念がある旨の連絡を受けました。", "2024-06-04 discovered")
	test("漏えいについて", "6月4日、委託先より当社に対し、不正アクセスの可能性について第一報がありました。", "2024-06-04 discovered, 2024-06-04 ~occurred")
	test("漏えいについて", "6月4日、お客様からのお問い合わせが相次いだことから調べたところ、設定の誤りが分かりました。", "2024-06-04 discovered")
	test("障害について", "6月5日7時30分 監視システムが異常な通信を検知", "2024-06-05 discovered 07:30")
	test("障害について", "6月5日、ファイルサーバーに身代金を要求する文書が残されていることを確認しました。", "2024-06-05 discovered")
	test("紛失について", "6月6日の棚卸しの際、綴り1冊が所在不明であることが判明した。", "2024-06-06 discovered")
	test("紛失について", "6月6日、かばんがないことに気付き、店に戻って捜した。", "2024-06-06 discovered")
	test("暗号化について", "当社の一部のサーバー内のデータが暗号化されていることを2024年6月7日に確認いたしました。", "2024-06-07 discovered, 2024-06-07 ~occurred")
	test("侵入について", "調査の結果、6月1日に侵入されていたことが判明しました。", "2024-06-01 occurred")
	test("発覚について", "事案が判明したのは6月9日です。", "2024-06-09 discovered")
	test("発覚について", "・発覚日:令和6年6月9日", "2024-06-09 discovered")
	test("外部からの指摘", "6月11日、SNS上に当社の名簿が公開されているとの情報提供がありました。", "2024-06-11 discovered")
	test("外部からの指摘", "6月11日、警察署から、当会の名簿が発見されたとの連絡が入った。", "2024-06-11 discovered")

	// nothing is found out on these days
	test("窓口について", "お気付きの点は6月30日までに下記へご連絡ください。", "")
	test("窓口について", "■お客様へのお願い\n不審な電話に気付かれた場合は、6月30日までにご連絡ください。", "")
	test("再発防止", "■再発防止策\n6月20日に全職員へ指摘事項を周知した。", "")
}

// TestEventEnded reads how it was stopped.
func TestEventEnded(t *testing.T) {
	test := eventCase(t)

	test("設定について", "1月23日22時30分に非公開の設定に変更しました。", "2024-01-23 ended 22:30")
	test("設定について", "同日、指摘を受け、1月24日に当該ページを削除いたしました。", "2024-01-24 ended")
	test("侵入について", "1月24日、ただちに当該サーバーをネットワークから切り離しました。", "2024-01-24 ended")
	test("侵入について", "1月24日11時 サーバーをシャットダウン", "2024-01-24 ended 11:00")
	test("侵入について", "1月25日に全社員のパスワードを変更しました。", "2024-01-25 ended")
	test("サイトについて", "2024年2月1日、「みどり堂オンライン」でのカード決済を停止いたしました。", "2024-02-01 ended")
	test("サイトについて", "2月1日にサイトを一時閉鎖しました。", "2024-02-01 ended")
	test("回収について", "2月3日、誤ってお渡しした書類をすべて回収しました。", "2024-02-03 ended")
	test("回収について", "2月3日 誤送付先を訪問し書類を回収。", "2024-02-03 ended")
	test("回収について", "2月5日、駅の遺失物窓口でかばんを受け取り、中の書類がそろっていることを確認した。", "2024-02-05 ended")
	test("削除について", "2月6日までに、受信された方全員から削除が完了した旨のご連絡をいただきました。", "2024-02-06 ended")
	test("改修について", "システムの改修は2月8日16時25分に完了しております。", "2024-02-08 ended 16:25")
	test("公開の停止について", "指摘を受けた2月9日中にフォームの受付を停止しました。", "2024-02-09 ended")
	test("期間について", "閲覧可能であった期間:2023年12月1日から2024年2月9日まで", "2023-12-01 occurred, 2024-02-09 ended")
	test("期間について", "2023年12月1日~2024年2月9日の間、誰でもアクセスできる状態でした。", "2023-12-01 occurred, 2024-02-09 ended")
	test("期間について", "(公開期間)\n令和5年12月1日から令和6年2月9日まで", "2023-12-01 occurred, 2024-02-09 ended")

	test("障害について", "6月3日早朝、サーバーが停止し、ファイルが暗号化されていることを確認しました。", "2024-06-03 discovered, 2024-06-03 ~occurred")

	// others were asked, or it is only planned
	test("削除について", "2月6日、受信者に当該メールを削除していただくようお願いしました。", "2024-02-06 other")
	test("削除について", "2月6日、受信された皆さまにメールの削除をお願いいたしました。", "2024-02-06 other")
	test("閉鎖について", "このサイトは2024年9月30日に閉鎖する予定です。", "")
	test("変更について", "お手数ですが、2月末日までにパスワードを変更してください。", "")
}
