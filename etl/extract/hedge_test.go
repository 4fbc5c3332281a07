package extract

import (
	"io/fs"
	"strconv"
	"strings"
	"testing"

	"jikenbo/etl/notice"
	"jikenbo/etl/text"
	"jikenbo/seeds"
)

// cueLexicon reads the built-in cue words.
func cueLexicon(t testing.TB) Lexicon {
	t.Helper()
	names, err := fs.Glob(seeds.Files, "cue_*.csv")
	if err != nil {
		t.Fatal(err)
	}
	var lex Lexicon
	for _, name := range names {
		kind := strings.TrimSuffix(strings.TrimPrefix(name, "cue_"), ".csv")
		rows, err := seeds.Read(seeds.Files, name, "code", "pattern", "weight", "note")
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			w, err := strconv.ParseFloat(r.Get("weight"), 64)
			if err != nil {
				t.Fatal(r.Errorf("weight: %v", err))
			}
			lex.Cues = append(lex.Cues, CueWord{Kind: kind, Code: r.Get("code"), Pattern: r.Get("pattern"), Weight: w})
		}
	}
	rows, err := seeds.Read(seeds.Files, "word_group.csv", "name", "word", "note")
	if err != nil {
		t.Fatal(err)
	}
	lex.Groups = map[string][]string{}
	for _, r := range rows {
		lex.Groups[r.Get("name")] = append(lex.Groups[r.Get("name")], r.Get("word"))
	}
	return lex
}

func TestHedgeAt(t *testing.T) {
	x, err := New(cueLexicon(t))
	if err != nil {
		t.Fatal(err)
	}
	test := func(sentence, word, want string) {
		t.Helper()
		p := x.read(&notice.Post{Body: "題\n\n" + sentence})
		i := strings.Index(p.norm, word)
		if i < 0 {
			t.Fatalf("%q is not in %q", word, p.norm)
		}
		h := p.hedgingAt(text.Span{Start: i, End: i + len(word)})
		if h.code != want {
			t.Errorf("%q in %q is %s (%q), want %s", word, sentence, h.code, p.words(h.cue), want)
		}
	}
	// what is listed before a denial, back to the clause before
	test("氏名、住所が含まれておりますが、電話番号、口座番号は含まれておりません。", "電話番号", notice.Denied)
	test("氏名、住所が含まれておりますが、電話番号、口座番号は含まれておりません。", "口座番号", notice.Denied)
	test("氏名、住所が含まれておりますが、電話番号、口座番号は含まれておりません。", "住所", notice.Stated)
	test("パスワードは含まれておらず、氏名のみが表示されました。", "パスワード", notice.Denied)
	test("パスワードは含まれておらず、氏名のみが表示されました。", "氏名", notice.Stated)
	test("カード情報は別の会社が管理しており、当社では保有しておりません。", "カード情報", notice.Stated)
	test("クレジットカード番号は保有しておりません。", "クレジットカード番号", notice.Denied)
	test("なお、電話番号については、画面に表示されません。", "電話番号", notice.Denied)
	test("個人を特定する情報(名前、住所、電話番号など)は一切外部へ流出していないことを確認しました。", "住所", notice.Denied)
	test("銀行口座の情報は対象外です。", "口座", notice.Denied)
	test("マイナンバー:なし", "マイナンバー", notice.Denied)
	test("書類を紛失し、現在も捜索中ですが、発見されていません。", "紛失", notice.Stated)
	test("住所を記載した書類を紛失し、二次被害は確認されていません。", "住所", notice.Stated)
	test("免許証の写し、住民票は含まれておりません。", "免許証", notice.Denied)
	// taken out by 以外, を除く
	test("氏名、住所以外の情報が閲覧できる状態でした。", "氏名", notice.Denied)
	test("氏名、住所以外の情報は含まれておりません。", "氏名", notice.Stated)
	test("会員情報(パスワードを除く)が流出しました。", "パスワード", notice.Denied)
	test("会員情報(パスワードを除く)が流出しました。", "会員情報", notice.Stated)
	test("氏名が流出しました。", "氏名", notice.Stated)
	// brackets
	test("氏名、住所(番地は含まれません)、電話番号が流出しました。", "住所", notice.Stated)
	test("氏名、住所(番地は含まれません)、電話番号が流出しました。", "番地", notice.Denied)
	test("カード番号(保有しておりません)、氏名が流出しました。", "カード番号", notice.Denied)
	// possible
	test("氏名が漏えいした可能性があります。", "氏名", notice.Possible)
	test("漏えいした可能性のある情報は、氏名、住所です。", "住所", notice.Possible)
	test("第三者に閲覧された可能性を否定できません。", "閲覧", notice.Possible)
	test("外部への流出を完全には否定しきれない状況です。", "流出", notice.Possible)
	test("情報が持ち出されたおそれがあります。", "持ち出され", notice.Possible)
	test("流出の可能性は極めて低いと考えております。", "流出", notice.Possible)
	// no possibility
	test("情報が漏えいした可能性はありません。", "漏えい", notice.Denied)
	test("情報が漏えいしたおそれはございません。", "漏えい", notice.Denied)
	// planned
	test("個人情報保護委員会に報告する予定です。", "報告", notice.Planned)
	test("個人情報保護委員会に報告いたしました。", "報告", notice.Stated)
	test("警察に被害届を提出しており、今後は捜査に協力してまいります。", "提出", notice.Stated)
	test("警察に被害届を提出しており、今後は捜査に協力してまいります。", "協力", notice.Planned)
	test("今後、警察に相談いたします。", "相談", notice.Planned)
	test("調査が完了次第、公表いたします。", "完了", notice.Planned)
	test("報告の予定はございません。", "報告", notice.Denied)
	test("個人データや流出した可能性のある情報は含まれておりません。", "個人データ", notice.Denied)
	test("画像は労務管理システム以外に保存しないことを徹底してまいります。", "画像", notice.Planned)
	test("お客様のお名前が流出したことを示すものは見つかっていません。", "お名前", notice.Denied)
	test("カード情報がサーバーを通過しない方式に切り替えました。", "カード情報", notice.Stated)
	test("送信前に宛先を確認すべきだった。", "確認", notice.Planned)
	// no hedge
	test("情報が流出し、誠に申し訳ございません。", "流出", notice.Stated)
	test("お客様の情報の流出、誠に申し訳ございません。", "流出", notice.Stated)
	test("氏名だけでなく、住所も流出しました。", "氏名", notice.Stated)
	test("外部から閲覧できないように設定を変更しました。", "閲覧", notice.Stated)
	test("確認をせずに送信しました。", "送信", notice.Stated)
}
