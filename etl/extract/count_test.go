package extract

import (
	"fmt"
	"strings"
	"testing"

	"jikenbo/etl/notice"
)

// TestHeadline reads short notices of our own and asks for the number that would
// become records_affected.
func TestHeadline(t *testing.T) {
	test := headlineTest(t)
	// schools
	test("38 persons exact", "本校の教諭1名が、担任する学級の生徒38名の氏名と成績が記載された一覧表を、誤って学年全体の共有フォルダに保存していました。")
	test("112 persons exact", "教員がUSBメモリ1本を紛失しました。USBメモリには、2年生112名の氏名、出席番号及び期末考査の点数が保存されていました。全校生徒は640名です。")
	test("5 persons exact", "児童5名の個別の指導計画を、別の児童の保護者3名に誤って配付した。")
	test("1 persons exact", "令和6年5月、県立高校の教員1名が、生徒1名の調査書を別の生徒に誤って交付した。")
	test("31 persons exact", "学級連絡網のアプリで、担任が学級の児童31名分の連絡先一覧を、他学級の保護者28名に送信しました。")
	test("720 persons exact", "入学試験の受験者720名分の氏名、受験番号及び得点が、大学のウェブサイト上で閲覧できる状態になっていました。閲覧した可能性があるのは14名です。")
	test("240 persons exact", "学校説明会の申込者240名のメールアドレスが、誤ってCCに入力されたことにより、受信者間で閲覧できる状態となりました。")
	test("85 persons exact", "1年生120名のうち、アンケートに回答した85名の氏名と回答内容が、ほかの生徒から見られる状態になっていた。")
	// hospitals
	test("1530 persons exact", "当院の医師が、患者様1,530名分の診療情報を保存したノートパソコンを電車内に置き忘れました。当院の病床数は320床です。")
	test("56 persons exact", "医師1名が私物のUSBメモリに患者56名の氏名、病名、検査結果を保存し、紛失しました。")
	test("12000 persons about", "電子カルテシステムがランサムウェアに感染し、患者様約1万2千人分の個人情報が漏えいしたおそれがあります。救急搬送は延べ23件をお断りしました。")
	test("9 persons exact", "検査結果の送付先を誤り、患者9名の検査結果が記載された書類を、別の医療機関1か所にFAXで送信した。")
	test("1 persons exact", "看護師3名が、業務上の必要がないにもかかわらず、入院患者1名の電子カルテを閲覧していたことが判明しました。")
	test("4312 persons exact", "対象となる患者様の数は4,312名です。うち、病名が含まれる方は318名です。")
	// web shops and card data
	test("7890 persons exact", "カードでお支払いいただいたお客様7,890名の次の情報が漏えいしたおそれがあります。・カード名義人名 ・カード番号 なお、クレジットカード情報は8,012件です。")
	test("3120 records exact", "弊社のサイトが攻撃を受け、お客様のカード情報3,120件が外部に漏えいしたおそれがあることが分かりました。")
	test("52341 persons at_most", "会員登録をされたお客様最大52,341名の個人情報が漏えいした可能性がございます。そのうちカード情報を入力された方は最大2,310名です。")
	test("15220 persons exact", "(1)個人情報の漏えいの可能性があるお客様\n本サイトで会員登録をされたお客様15,220名\n(2)カード情報の漏えいの可能性があるお客様\n上記のうち、カード決済をされたお客様1,208名(1,311件)")
	test("640 accounts exact", "パスワードリスト型攻撃により、当社ECサイトにおいて640件のアカウントで不正ログインが行われたことを確認しました。ログイン試行は約120万件でした。")
	test("1823 accounts exact", "1. 被害の状況\n不正ログインされたアカウント:1,823件\nログイン試行件数:約35万件\n不正利用件数:12件")
	test("2250000 accounts at_most", "当社が運営する会員サービスにおいて、最大225万アカウントの情報が外部から閲覧された可能性があります。")
	// city offices
	test("63 persons exact", "市民税の納税通知書を発送した際、63名分の通知書に別の方の情報を印字していました。発送総数は12,480通です。")
	test("1 persons exact", "窓口において、申請者1名の住民票の写しを別の市民に誤って交付した。")
	test("none", "納税通知書2,846通を発送したところ、一部の封筒に別の世帯の通知書が混入していました。現在、件数を調査しています。")
	test("17 persons exact", "会議の出席依頼を電子メールで送信する際、委員17名の氏名とメールアドレスが記載されたファイルを添付し、市内の事業者8社に送信しました。")
	test("205 persons exact", "講座の案内メールを、受講者205名に送信する際、BCCに入力すべきところを宛先に入力して送信したため、メールアドレスが他の受講者に見える状態となりました。")
	test("450 persons about", "生活保護受給者約450人分の名簿を誤って市のホームページに掲載した。閲覧は32件あった。")
	test("98 persons exact", "別の申請者の情報が表示された方は98名です(第1報では91名)。なお、システムの登録者は18,422名です。")
	// ransomware and intrusions of companies
	test("25360 persons exact", "漏えいしたおそれのある個人情報\n・お取引先様の情報 12,300名\n・従業員及び退職者の情報 8,060名\n・採用応募者の情報 5,000名\n合計 25,360名")
	test("96000 persons about", "当社グループの従業員及びその家族約9.6万人の個人情報が漏えいした可能性があります。復旧費用は約3億円を見込んでおります。")
	test("1200 persons at_least", "少なくとも1,200名の顧客情報が外部に持ち出されたことを確認しています。サーバー14台が暗号化されました。")
	test("4980000 persons about", "委託先のサーバーが不正アクセスを受け、お客様約498万人分の個人データが漏えいしたおそれがあることが判明しました。")
	test("3100 persons exact", "前回の公表では、対象者を約3,500名としておりましたが、精査の結果、3,100名であることが判明しましたので訂正いたします。")
	test("1530 persons exact", "【10月1日追記】漏えいした可能性のある対象者数を1,620名から1,530名に訂正いたしました。")
	test("730000 persons at_most", "当初、最大で約68万人とお知らせしておりましたが、その後の調査により、最大で約73万人の情報が漏えいした可能性があることが判明しました。")
	test("8800 addresses at_most", "当社従業員のパソコンがEmotetに感染し、保存されていたメールアドレス最大8,800件が窃取された可能性があります。不審メールは52件確認されています。")
	test("310 persons exact", "対象者\nお取引先ご担当者様\n310名")
	// mis-sent mail
	test("126 persons exact", "お客様126名様にメールマガジンを配信した際、誤って全員のメールアドレスをCCに入力して送信しました。")
	test("3 persons exact", "お客様3名の契約書類を、別のお客様1名に誤って送付いたしました。")
	test("42 persons exact", "会員42名の氏名及び電話番号が記載された名簿を、25名の方々へ誤送信しました。")
	test("18 persons exact", "セミナー参加者18名の情報が入ったファイルを、誤って別の企業の担当者2名に送信した。")
	test("260 addresses exact", "メールアドレス260件が、受信者全員に表示された状態で送信されました。")
	test("73 persons exact", "73名の個人情報を閲覧できたとみられる1,401名に、削除をお願いするメールを送付しました。")
	// insiders
	test("3400 persons about", "元従業員が退職時に顧客約3,400名分の名簿を持ち出していました。これまでに、転職先から勧誘を受けたお客様が12名確認されています。")
	test("7 persons exact", "職員2名が、業務上必要がないのに住民7名の住民基本台帳の情報を閲覧していた。")
	// loss
	test("640 records exact", "個人情報640件が記録された外付けハードディスク1台の所在が分からなくなっています。")
	test("23 persons exact", "訪問先へ向かう途中、利用者23名の氏名・住所が記載された書類一式が入ったかばんを紛失した。職員5名で捜索したが発見に至っていない。")
	test("154 records exact", "紛失した書類\n口座振替依頼書 154件\n支店の窓口職員は8名です。")
	test("2077 persons exact", "紛失した伝票に記載されていたお客様の人数は2,077名(うち口座番号の記載があるもの1,630名)です。")
	// negations and populations
	test("120 persons exact", "会員8,200名のうち、120名の情報が漏えいしました。残る会員の情報は漏えいしておりません。")
	test("85 persons exact", "お客様85名の情報が第三者に閲覧された可能性があります。なお、店舗会員約24,000名の情報は別のシステムで管理しており、対象外です。")
	test("none", "不正アクセスにより、サイトを停止しました。約3万名の会員情報については、流出していないことを確認しております。")
	test("none", "当社を装った不審なメールが取引先に送られている事案を確認しました。これまでに15件のお問い合わせをいただいております。")
	test("none", "サーバー3台が停止し、全国120店舗で会計ができない状態となりました。個人情報の漏えいは確認されておりません。")
	test("64 persons exact", "参加者64名の個人情報が閲覧できる状態でした。本市では昨年度にも、保護者210名のメールアドレスを流出させる事案がありました。")
	test("64 persons exact", "参加者64名の個人情報が閲覧できる状態でした。\n4 再発防止策\n全職員1,200名を対象に研修を行います。")
	// several groups
	test("75 persons exact", "誤って公開した名簿には、正会員45名の氏名と住所、賛助会員30名の氏名と住所が含まれていました。")
	test("54321 records exact", "漏えいした情報\n・国内のお客様の情報 38,204件\n・海外のお客様の情報 16,117件")
	test("1531 persons exact", "会員名簿418名、応募者名簿1,096名、協力者名簿63名が含まれますが、重複する方がいらっしゃるため、対象となる方は1,531名です。")
	test("300 persons exact", "お客様260名とお取引先の担当者40名、合わせて300名分の情報が含まれていました。")
	test("183 persons exact", "漏えいした可能性のある個人情報は、学生延べ215名(実人数183名)の氏名及び成績です。")
	// kanji, ranges and loose forms
	test("238 persons exact", "申込書に記載されていた方は二百三十八名と判明いたしました。書類は三百九十一枚です。")
	test("10 persons at_least", "取引先の担当者数十名分の名刺の情報が記録された業務用携帯電話1台を紛失しました。")
	test("200 persons at_most", "漏えいした可能性のあるお客様は100名から200名程度と見込んでおります。")
	test("1000 persons at_least", "1,000名を超えるお客様の氏名、住所が漏えいした可能性があります。")
	test("1234 records exact", "対象件数:1,234\n対象期間:2023年4月1日~2024年3月31日\n個人情報の項目:氏名、電話番号")
}

// headlineTest gives a check of the headline number of a body, written as
// "number unit qualifier", or "none".
func headlineTest(t *testing.T) func(want, body string) {
	x, err := New(cueLexicon(t))
	if err != nil {
		t.Fatal(err)
	}
	head := func(body string) (string, []notice.Fact) {
		facts := x.counts(x.read(&notice.Post{Title: "お知らせ", Body: "お知らせ\n\n" + body}))
		if h := headline(facts); h != nil {
			return fmt.Sprintf("%d %s %s", h.Number, h.Unit, h.Qualifier), facts
		}
		return "none", facts
	}
	return func(want, body string) {
		t.Helper()
		for _, said := range append([]string{body}, sameSaid(body)...) {
			got, facts := head(said)
			if got == want {
				continue
			}
			t.Errorf("%s\n got %s\nwant %s", said, got, want)
			for _, f := range facts {
				t.Logf("    %v %s %s %s w%.2f %s %q", f.Number, f.Unit, f.Qualifier, f.Role, f.Weight, f.Rule, f.What)
			}
		}
	}
}

// sameSaid puts a text in other words that must not change its headline number.
func sameSaid(body string) []string {
	var out []string
	for _, pairs := range [][]string{
		{"漏えい", "漏洩"}, {"漏えい", "流出"}, {"可能性", "おそれ"}, {"お客様", "お客さま"}, {"閲覧", "参照"}, {"判明", "発覚"}, {"氏名", "お名前"}, {"紛失", "遺失"}, {"個人情報", "個人データ"}, {"、", ","}, {"患者", "受診者"}, {"について", "に関して"},
		{"0名", "0人", "1名", "1人", "2名", "2人", "3名", "3人", "4名", "4人", "5名", "5人", "6名", "6人", "7名", "7人", "8名", "8人", "9名", "9人"},
		{"しました。", "した。", "いたしました。", "した。", "でした。", "であった。"},
	} {
		if said := strings.NewReplacer(pairs...).Replace(body); said != body {
			out = append(out, said)
		}
	}
	return out
}

// FuzzCounts holds that no text breaks the reading and that every quote is the
// words it stands for.
func FuzzCounts(f *testing.F) {
	x, err := New(cueLexicon(f))
	if err != nil {
		f.Fatal(err)
	}
	f.Add("お知らせ\n\n第1報では「最大412件」としていましたが、310名中205名(うち3名)→200名に訂正。合計\n1,234名\n対象者:5")
	f.Fuzz(func(t *testing.T, body string) {
		for _, fact := range x.counts(x.read(&notice.Post{Body: body})) {
			if body[fact.Start:fact.End] != fact.Quote || fact.Quote == "" || fact.Unit == "" || fact.Role == "" {
				t.Fatalf("%q: %+v", body, fact)
			}
		}
	})
}

func BenchmarkCounts(b *testing.B) {
	x, err := New(cueLexicon(b))
	if err != nil {
		b.Fatal(err)
	}
	body := "お知らせ\n\n1 概要\n3月4日、会員1,234名(うち56名はカード情報を含む)の個人情報が漏えいした可能性があることが判明しました。職員2名が確認し、対象の1,234名に連絡しました。\n" +
		"2 件数\n第1報では最大2,000名としていましたが、1,234名に訂正します。なお、会員は全体で約4万名です。\n3 再発防止策\n全職員300名に研修を行います。\n"
	p := x.read(&notice.Post{Body: body})
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		x.counts(p)
	}
}
