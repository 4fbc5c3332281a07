package quantity

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// describe writes what was read: value[-upper] unit word kind qualifier flags.
func describe(m Mention) string {
	out := fmt.Sprint(m.Value)
	if !m.IsInt {
		out = fmt.Sprint(m.Float)
	}
	if m.Upper != m.Value {
		out += fmt.Sprint("-", m.Upper)
	}
	for _, w := range []string{m.UnitWord, m.Unit.String(), m.Qualifier.String()} {
		if w != "" && w != "none" && w != "exact" {
			out += " " + w
		}
	}
	for _, f := range []struct {
		on   bool
		name string
	}{{m.Total, "total"}, {m.Nobe, "nobe"}, {m.Bun, "bun"}} {
		if f.on {
			out += " " + f.name
		}
	}
	return out
}

func TestFind(t *testing.T) {
	test := func(text string, want ...string) {
		t.Helper()
		var got []string
		for _, m := range Find(text) {
			got = append(got, text[m.Start:m.End]+" = "+describe(m))
		}
		if !slices.Equal(got, want) {
			t.Errorf("Find(%q)\n got %q\nwant %q", text, got, want)
		}
	}
	// plain numbers, commas, full width, blanks
	test("会員1,234名の情報", "1,234名 = 1234 名 persons")
	test("１４，３０１名が閲覧", "１４，３０１名 = 14301 名 persons")
	test("合わせて 8,236 件 を", "合わせて 8,236 件 = 8236 件 records total")
	test("顧客の氏名 1, 234 件", "1, 234 件 = 1234 件 records")
	test("対象者は 15 人です", "15 人 = 15 人 persons")
	test("0件でした", "0件 = 0 件 records")
	test("患者さん3人さま", "3人さま = 3 人さま persons")
	test("お客様28名様分", "28名様分 = 28 名様 persons bun")
	test("人数は5でした", "5 = 5")
	test("1,2を選択", "1 = 1", "2 = 2")
	// 万 and 億
	test("2.2万件が流出", "2.2万件 = 22000 件 records")
	test("約 596 万人分の", "約 596 万人分 = 5960000 人 persons about bun")
	test("1億2,345万6,789件", "1億2,345万6,789件 = 123456789 件 records")
	test("5万4千6百人", "5万4千6百人 = 54600 人 persons")
	test("46万395件", "46万395件 = 460395 件 records")
	test("3 万 4,500 人", "3 万 4,500 人 = 34500 人 persons")
	test("約4万8千アカウント", "約4万8千アカウント = 48000 アカウント accounts about")
	test("0.5万人", "0.5万人 = 5000 人 persons")
	test("5千名と1万名", "5千名 = 5000 名 persons", "1万名 = 10000 名 persons")
	test("10万 20万", "10万 = 100000", "20万 = 200000")
	// Chinese numerals
	test("百二十件の申込み", "百二十件 = 120 件 records")
	test("二百三十八名の方", "二百三十八名 = 238 名 persons")
	test("組合員一万二千余名", "一万二千余名 = 12000 名 persons about")
	test("三千八百通", "三千八百通 = 3800 通 documents")
	test("二〇二四件", "二〇二四件 = 2024 件 records")
	test("職員一名が", "一名 = 1 名 persons")
	test("三・五万人", "三・五万人 = 35000 人 persons")
	test("千人を超える", "千人を超える = 1000 人 persons more_than")
	test("壱万円", "壱万円 = 10000 円 amount")
	test("五アカウント", "五アカウント = 5 アカウント accounts")
	test("二つの事案", "二つ = 2 つ other")
	// approximations
	test("約100名", "約100名 = 100 名 persons about")
	test("およそ3千件", "およそ3千件 = 3000 件 records about")
	test("おおよそ50社", "おおよそ50社 = 50 社 facilities about")
	test("概ね200世帯", "概ね200世帯 = 200 世帯 households about")
	test("ほぼ1万人", "ほぼ1万人 = 10000 人 persons about")
	test("100名前後", "100名前後 = 100 名 persons about")
	test("30件程度の", "30件程度 = 30 件 records about")
	test("40人ほどが", "40人ほど = 40 人 persons about")
	test("1万人余りの", "1万人余り = 10000 人 persons about")
	test("200余名", "200余名 = 200 名 persons about")
	test("50名弱", "50名弱 = 50 名 persons about")
	test("3万件強の", "3万件強 = 30000 件 records about")
	test("100件近くの", "100件近く = 100 件 records about")
	// bounds
	test("最大3,000名", "最大3,000名 = 3000 名 persons at_most")
	test("最大で約20万件程度", "最大で約20万件程度 = 200000 件 records at_most")
	test("最大約9万4千人", "最大約9万4千人 = 94000 人 persons at_most")
	test("最大 5,000 アカウント", "最大 5,000 アカウント = 5000 アカウント accounts at_most")
	test("多くとも10件", "多くとも10件 = 10 件 records at_most")
	test("少なくとも37名", "少なくとも37名 = 37 名 persons at_least")
	test("500人以上の", "500人以上 = 500 人 persons at_least")
	test("10件以下", "10件以下 = 10 件 records at_most")
	test("1万人未満", "1万人未満 = 10000 人 persons less_than")
	test("100名を超える方", "100名を超える = 100 名 persons more_than")
	test("1万件超の", "1万件超 = 10000 件 records more_than")
	test("100人に満たない", "100人に満たない = 100 人 persons less_than")
	test("約500件以上", "約500件以上 = 500 件 records at_least")
	test("500以上のアカウント", "500以上のアカウント = 500 アカウント accounts at_least")
	test("千人を上回る", "千人を上回る = 1000 人 persons more_than")
	// ranges
	test("10~20名", "10~20名 = 10-20 名 persons range")
	test("10名～20名", "10名～20名 = 10-20 名 persons range")
	test("500名から600名の", "500名から600名 = 500-600 名 persons range")
	test("2~3万人", "2~3万人 = 20000-30000 人 persons range")
	test("10-20件", "10-20件 = 10-20 件 records range")
	test("2、3名の", "2、3名 = 2-3 名 persons range")
	test("五、六千人", "五、六千人 = 5000-6000 人 persons range")
	test("数十名の", "数十名 = 10-90 名 persons range")
	test("数百件", "数百件 = 100-900 件 records range")
	test("数万人", "数万人 = 10000-90000 人 persons range")
	test("十数名", "十数名 = 11-19 名 persons range")
	test("百数十件", "百数十件 = 110-190 件 records range")
	test("1万数千人", "1万数千人 = 11000-19000 人 persons range")
	test("数名の職員", "数名 = 1-9 名 persons range")
	test("100件から150件に訂正", "100件 = 100 件 records", "150件 = 150 件 records")
	test("50カ国から3000人", "50カ国 = 50 カ国 other", "3000人 = 3000 人 persons")
	// totals and occurrences
	test("計2,874名", "計2,874名 = 2874 名 persons total")
	test("合計で約3,000名分", "合計で約3,000名分 = 3000 名 persons about total bun")
	test("合計:1,531名", "合計:1,531名 = 1531 名 persons total")
	test("あわせて341名", "あわせて341名 = 341 名 persons total")
	test("全310名", "全310名 = 310 名 persons total")
	test("総数は48件", "総数は48件 = 48 件 records total")
	test("延べ508事業所", "延べ508事業所 = 508 事業所 facilities nobe")
	test("のべ1,200人", "のべ1,200人 = 1200 人 persons nobe")
	test("併せて、82名に連絡", "82名 = 82 名 persons")
	test("30名と20名、併せて50名", "30名 = 30 名 persons", "20名 = 20 名 persons", "併せて50名 = 50 名 persons total")
	test("患者8名計24名", "8名 = 8 名 persons", "計24名 = 24 名 persons total")
	// other units
	test("12世帯72人", "12世帯 = 12 世帯 households", "72人 = 72 人 persons")
	test("メールアドレス187件", "187件 = 187 件 records")
	test("187メールアドレス", "187メールアドレス = 187 メールアドレス addresses")
	test("約3,000のメールアドレス", "約3,000のメールアドレス = 3000 メールアドレス addresses about")
	test("3,200ユーザー", "3,200ユーザー = 3200 ユーザー accounts")
	test("4,968組、8,940名", "4,968組 = 4968 組 other", "8,940名 = 8940 名 persons")
	test("16か所の店舗", "16か所 = 16 か所 facilities")
	test("USBメモリ1個", "1個 = 1 個 devices")
	test("PC3台", "3台 = 3 台 devices")
	test("書類391枚", "391枚 = 391 枚 documents")
	test("30日間、14時間", "30日間 = 30 日間 duration", "14時間 = 14 時間 duration")
	test("500円分のクオカード", "500円分 = 500 円 amount bun")
	test("¥1,000", "¥1,000 = 1000 ¥ amount")
	test("8億人民元", "8億人民元 = 800000000 人民元 amount")
	test("0.5%です", "0.5% = 0.5 % percent")
	test("20歳以上の50代", "20歳以上 = 20 歳 age at_least", "50代 = 50 代 age")
	test("第2報", "第2報 = 2 報 ordinal")
	test("3回目の送信", "3回目 = 3 回 ordinal")
	test("7件目", "7件目 = 7 件 ordinal")
	test("10名程度の会員", "10名程度 = 10 名 persons about")
	test("310名中205名", "310名 = 310 名 persons", "205名 = 205 名 persons")

	// no quantity: dates and times
	test("2024年3月12日(火)14時30分頃")
	test("令和6年度の1~3月")
	test("2024/3/12、3/15~3/16")
	test("2024.3.12に公表")
	test("14:06から22:30まで")
	test("10、11日の両日")
	test("二〇二四年十二月三日")
	test("1年生と2年3組", "1年生 = 1 年生 ordinal", "3組 = 3 組 other")
	test("30日以内に")
	test("数年前から")
	test("2~3日後")
	test("R6.5.7付け")
	// no quantity: codes
	test("電話03-1234-5678")
	test("TEL:0120-123-456")
	test("03(1234)5678まで")
	test("〒100-0001")
	test("事件簿#2024-019")
	test("CVE-2023-12345")
	test("ver2.3.4。ver２．３。")
	test("https://example.jp/2024/12.html?id=3")
	test("info3@example.jp")
	test("内線1234")
	test("1/3の会員")
	test("3分の1を超え")
	test("個人情報保護法第26条第1項")
	test("No.3とvol.12")
	test("3Dセキュアと2FA")
	test("Office365アカウント")
	test("社員番号00123")
	test("1丁目2番地3号")
	test("TLS1.2とSHA256")
	// no quantity: words written with numerals
	test("一部の一人ひとりに一切")
	test("職員一同、万一に備え万全を期す")
	test("千葉県と三重県と八王子市")
	test("五十嵐氏、十分な一般的")
	test("第三者が一時、唯一の")
	test("四半期、二要素認証、二次被害")
	test("1人1人に1件1件")
	test("万が一の場合、一因は")
	test("数値と件数と複数")
	test("山田一郎、統一名称")
	test("九州と四国の百貨店")
	test("一度二度と参ります")
	test("同一人の一覧")
	test("捜査一課、三村氏")
	test("八千代市十日町")
	// a number, but no unit: headings before words that begin like a counter
	test("1 件名", "1 = 1")
	test("2 名簿", "2 = 2")
	test("3 本件の概要", "3 = 3")
	test("4 個人情報", "4 = 4")
	test("5 人事異動", "5 = 5")
	test("6 社内調査", "6 = 6")
	test("7 名称", "7 = 7")
	test("8 世帯主", "8 = 8")
	test("9 通知", "9 = 9")
	test("10 台帳", "10 = 10")
	test("3 学校の対応", "3 = 3")
	test("4 ファイルの内容", "4 = 4")
	test("何十回も何千人に")
	test("陸上自衛隊に参ります")
	test("①概要 2 校務", "2 = 2")
	// words that end like a qualifier
	test("予約3,411件", "3,411件 = 3411 件 records")
	test("契約1,877名", "1,877名 = 1877 名 persons")
	test("集計5件", "5件 = 5 件 records")
	test("問い合わせて3名", "3名 = 3 名 persons")
	test("対象3名以下のとおり", "3名 = 3 名 persons")
	test("3名強化", "3名 = 3 名 persons")
	test("安全3件", "3件 = 3 件 records")
}

func FuzzFind(f *testing.F) {
	f.Add("約１万２千件、数十名から百数十名、03(1234)5678 第26条 \xff3・五万一一千")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, m := range Find(s) {
			if m.Start < 0 || m.Start > m.NumStart || m.NumStart >= m.NumEnd || m.NumEnd > m.End || m.End > len(s) || m.NumStart < last {
				t.Fatalf("Find(%q): %+v after %d", s, m, last)
			}
			if m.Upper < m.Value || m.Value < 0 {
				t.Fatalf("Find(%q): upper below value: %+v", s, m)
			}
			last = m.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	s := strings.Repeat("2023年12月24日(日)14時30分頃、当社が運営する会員サイト「みどりクラブ」のサーバーが第三者による不正アクセスを受け、"+
		"最大で約1万2千件のお客様の氏名、住所、電話番号が漏えいしたおそれがあることが分かりました。https://example.jp/news/2024/01 "+
		"うち、クレジットカード情報を含むものは345件です。お客様には多大なるご迷惑とご心配をおかけし、深くお詫び申し上げます。\n", 50)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Find(s)
	}
}
