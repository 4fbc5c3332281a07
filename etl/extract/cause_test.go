package extract

import (
	"strings"
	"testing"

	"jikenbo/etl/notice"
)

// causeOf gives the cause that a notice of this body is found to have; a body that
// begins with # has its title in its first line.
func causeOf(x *Extractor, body string) string {
	if title, ok := strings.CutPrefix(body, "#"); ok {
		body = title
	} else {
		body = "お知らせ\n\n" + body
	}
	return decideCause(x.causes(x.read(&notice.Post{Body: body})))
}

func TestCause(t *testing.T) {
	x, err := New(cueLexicon(t))
	if err != nil {
		t.Fatal(err)
	}
	test := func(want, body string) {
		t.Helper()
		if got := causeOf(x, body); got != want {
			t.Errorf("%s\n\tgot %s, want %s", body, got, want)
		}
	}
	// settings left open
	test("misconfiguration", "応募フォームの設定を誤り、他の応募者の入力内容を閲覧できる状態になっていました。")
	test("misconfiguration", "クラウド上に保存したファイルの共有設定が「リンクを知っている全員」となっており、外部から閲覧可能でした。")
	test("misconfiguration", "アクセス権限の設定に誤りがあり、本来閲覧権限のない職員も当該フォルダを開ける状態でした。")
	test("misconfiguration", "サーバーの移行作業の際にアクセス制限が引き継がれず、検索エンジンの検索結果から名簿が見られる状態でした。")
	test("misconfiguration", "ストレージが一般公開の設定となっており、認証なしで画像をダウンロードできる状態でした。")
	// mail
	test("misdelivery_email", "セミナーの案内を一斉送信する際、BCCとすべきところをCCで送信しました。")
	test("misdelivery_email", "受講者あてのメールに、別の講座の申込者名簿を誤って添付しました。")
	test("misdelivery_email", "メールアドレスの入力を誤り、契約書のデータを関係のない方に送信しました。")
	test("misdelivery_email", "宛先欄に全員のアドレスを入力したまま送信したため、受信者同士のアドレスが見える状態でした。")
	test("misdelivery_email", "#メール誤送信による個人情報の流出について\n\n職員が誤った宛先に送信しました。今後は誤送信防止システムを導入します。")
	// paper, hand, fax, chat
	test("misdelivery_other", "納税通知書を封入する際に、別の世帯の通知書が混入しました。")
	test("misdelivery_other", "窓口で診察券を別の患者様に誤ってお渡ししました。")
	test("misdelivery_other", "診療情報提供書をFAXで送る際に番号を押し間違え、無関係の事業所へ送信しました。")
	test("misdelivery_other", "#申請書類の誤交付について\n\n窓口で同姓の別の方に書類を交付しました。")
	test("misdelivery_other", "担任が個別面談の資料を取り違えて別の児童に渡しました。")
	test("misdelivery_other", "検針票を隣家に誤って配達しました。")
	test("misdelivery_other", "委託先がダイレクトメールの宛名ラベルを貼り間違え、他のお客様の情報が届きました。誤送付の件数は32件です。")
	test("misdelivery_other", "保護者連絡アプリで、特定の家庭への連絡を学年全体に誤って配信しました。")
	// published
	test("publishing_error", "市のホームページに掲載した資料の黒塗りが不十分で、氏名が読み取れる状態でした。")
	test("publishing_error", "入札結果を公表する際、誤って個人情報を含む作業用のファイルを掲載しました。")
	test("publishing_error", "#ウェブサイトへの個人情報の誤掲載について\n\n学会の抄録に参加者の連絡先を掲載していました。")
	test("publishing_error", "議会の会議資料を公開した際、マスキング処理に漏れがあり、氏名を閲覧できました。")
	test("publishing_error", "学校のブログに掲載した写真に、生徒の名簿が写り込んでいました。")
	// lost, stolen, thrown away
	test("loss", "外勤中に業務用スマートフォンを電車内に置き忘れ、現在も見つかっておりません。")
	test("loss", "保管していた申込書1冊の所在が分からなくなりました。誤って廃棄した可能性が高いと考えております。")
	test("loss", "USBメモリを紛失しました。遺失届を提出しましたが発見に至っておりません。")
	test("loss", "#捜査資料入りのかばんを紛失 警部補を処分\n\n無断で資料を持ち出し、飲酒後に路上で寝込んでかばんをなくした。")
	test("theft", "社用車の窓ガラスが割られ、車内に置いていたパソコン入りのかばんが盗まれました。")
	test("theft", "出張先の空港で置き引きに遭い、患者の情報が入ったタブレットを失いました。")
	test("theft", "事務所に何者かが侵入し、金庫とノートパソコンが持ち去られました。警察に盗難届を提出しました。")
	test("improper_disposal", "保存期間中の個人票を誤って廃棄していたことが判明しました。")
	test("improper_disposal", "個人情報の記載された書類を、シュレッダーにかけずにごみ集積所に出していました。")
	test("improper_disposal", "廃棄業者に引き渡したハードディスクがデータを消去しないまま中古品として販売されていました。")
	// systems
	test("software_bug", "システム改修時のプログラムの誤りにより、別の利用者の予約内容が表示されました。")
	test("software_bug", "アプリの不具合により、ログインした際に他の会員様の情報が表示される事象が発生しました。不正アクセスによるものではございません。")
	test("software_bug", "キャッシュの設定変更に伴い、他人のマイページが見える状態となりました。外部からの攻撃ではありません。キャッシュの不具合は解消しました。")
	test("software_bug", "コンビニの証明書交付サービスで、システムの不具合により別人の住民票が誤発行されました。")
	// attackers
	test("ransomware", "当社サーバーがランサムウェアに感染し、ファイルが暗号化されました。VPN機器の脆弱性を突かれた不正アクセスによるものです。")
	test("ransomware", "社内システムに第三者が侵入し、データが暗号化され、身代金を要求する文書が残されていました。")
	test("ransomware", "業務を委託している会社のサーバーがサイバー攻撃を受け、ランサムウェアによりデータを暗号化されました。")
	test("web_skimming", "弊社が運営するオンラインショップのシステムの脆弱性を突いた不正アクセスにより、ペイメントアプリケーションの改ざんが行われました。")
	test("web_skimming", "カード会社から、当サイトを利用したお客様のカード情報の漏えい懸念について連絡を受け、カード決済を停止いたしました。不正アクセスにより決済画面が改ざんされていました。")
	test("web_skimming", "#「さくら通販」への不正アクセスによるお客様情報漏えいに関するお詫び\n\nお客様のクレジットカード情報1,200件が漏えいした可能性があることが判明いたしました。")
	test("site_compromise", "当社ホームページが改ざんされ、閲覧すると別のサイトに誘導される状態でした。")
	test("site_compromise", "WebサーバーがSQLインジェクション攻撃を受け、会員のメールアドレスが窃取されました。")
	test("site_compromise", "メール配信システムが不正アクセスを受け、登録者に不審なメールが送信されました。")
	test("phishing", "職員がフィッシングメールに記載されたリンクを開き、偽のログイン画面にIDとパスワードを入力してしまいました。")
	test("phishing", "カード会社を装ったメールのURLを開き、偽サイトに認証情報を入力したため、メールアカウントに不正ログインされました。")
	test("phishing", "代表者になりすましたメールの指示に従い、職員が名簿を返信しました。")
	test("account_takeover", "他社から流出したと思われるID・パスワードを用いたリスト型攻撃により、会員様のアカウントに不正ログインが行われました。")
	test("account_takeover", "教員のメールアカウントが何者かに乗っ取られ、約2万通の迷惑メールの送信に利用されました。")
	test("account_takeover", "第三者が総当たり攻撃によりパスワードを突破し、管理画面に不正ログインしました。")
	test("account_takeover", "#公式インスタグラムアカウントの乗っ取りについて\n\nダイレクトメッセージが閲覧された可能性があります。")
	test("malware", "従業員が取引先を装ったメールの添付ファイルを開き、Emotetに感染しました。")
	test("malware", "業務用パソコンがウイルスに感染し、アドレス帳の情報が外部に送信されました。")
	test("malware", "標的型メール攻撃により端末がマルウェアに感染し、外部と不審な通信を行っていました。")
	test("support_scam", "パソコンに偽の警告画面が表示され、記載の番号に電話したところ、遠隔操作ソフトを入れるよう指示されました。")
	test("support_scam", "#不正アクセスによる個人情報漏えいの可能性について\n\n職員がウイルスに感染したという警告を信じて電話をかけ、パソコンを遠隔操作されました。")
	test("unauthorized_access", "当社のネットワークに第三者が不正に侵入し、サーバー内の情報が閲覧された可能性があります。")
	test("unauthorized_access", "#当社サーバーへの不正アクセスについて\n\nファイルサーバーが外部からの不正アクセスを受けました。ランサムウェアによるものではありません。")
	// insiders
	test("insider_exfiltration", "退職した元社員が在職中に顧客名簿を不正に持ち出し、転職先の営業活動に利用していました。")
	test("insider_exfiltration", "派遣社員が顧客情報を不正に持ち出し、名簿業者に売却していたことが判明しました。")
	test("insider_exfiltration", "従業員が業務で知り得たお客様の電話番号を使い、私的にLINEで連絡していました。")
	test("insider_snooping", "看護師が業務上の必要がないにもかかわらず、知人の電子カルテを閲覧していました。")
	test("insider_snooping", "職員が興味本位で税務システムを操作し、芸能人の所得情報を閲覧していた。")
	test("insider_snooping", "生徒が教員のパスワードを使って校務システムにログインし、成績を閲覧していました。")
	test("insider_snooping", "職員が上司のIDとパスワードを無断で使用して人事のフォルダにログインし、評価の資料を閲覧していた。")
	test("insider_disclosure", "巡査部長が捜査情報を知人に漏らしたとして書類送検された。")
	test("insider_disclosure", "職員が住民の転居先を調べ、元交際相手に伝えていました。")
	test("insider_disclosure", "実習生が患者の検査結果を写した画像をSNSに投稿していました。")
	// the rest
	test("domain_lapse", "過去に使用していたドメインの契約が終了し、第三者が再取得して無関係のサイトを公開しています。")
	test("domain_lapse", "#旧公式サイトのドメインの第三者による取得について\n\nアクセスしないようご注意ください。フィッシングサイトに利用されるおそれがあります。")
	test("physical_exposure", "生徒の成績一覧を印刷した用紙を、廊下の掲示板に誤って掲示していました。")
	test("physical_exposure", "相談窓口のカウンターに申請書を置いたままにし、来庁者から見える状態になっていました。")
	test("physical_exposure", "授業中に教員のパソコンの画面をプロジェクターで投影し、名簿がスクリーンに映りました。")
	test("other", "サーバーの故障により、相談記録のデータが消失しました。外部への漏えいはありません。")
	test("unknown", "会員様の情報が外部に流出した可能性があり、原因を調査中です。")
	// another case in the same notice
	test("misdelivery_other", "書類を誤って別の方に郵送しました。当市では昨年6月にもUSBメモリの紛失が発生しております。")
	test("loss", "検査結果の入ったUSBメモリを紛失しました。なお、過去にもメールの誤送信を公表しています。")
	// what is to be prevented, and what came after
	test("misconfiguration", "フォームの公開設定の誤りにより閲覧可能でした。\n\n再発防止策\n紛失、盗難、誤送信、不正アクセス、ランサムウェアへの対策を強化します。")
	test("loss", "名簿を紛失しました。\n\nお願い\n不審なメールやフィッシング、サポート詐欺にご注意ください。偽サイトに入力しないでください。")
	test("loss", "書類を紛失しました。盗難の可能性も否定できないため、警察に届け出ました。")
}
