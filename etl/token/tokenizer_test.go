package token

import (
	"strings"
	"sync"
	"testing"
)

// field is a small vocabulary in the manner of the seeds.
var field = Vocabulary{
	Words: []Word{
		{Text: "サポート詐欺", Parts: []string{"サポート", "詐欺"}},
		{Text: "誤送信", Parts: []string{"送信"}},
		{Text: "漏洩", Base: "漏えい"},
		{Text: "hdd", Base: "ハードディスク"},
		{Text: "ランサムウェア"},
	},
	Kinds: []Kind{
		{[3]string{"名詞", "一般"}, UseTerm}, {[3]string{"名詞", "サ変接続"}, UseTerm}, {[3]string{"名詞", "固有名詞"}, UseTerm},
		{[3]string{"動詞", "自立"}, UseTerm}, {[3]string{"形容詞", "自立"}, UseTerm},
		{[3]string{"名詞", "接尾", "一般"}, UseSuffix}, {[3]string{"名詞", "接尾", "地域"}, UseSuffix},
		{[3]string{"接頭詞", "名詞接続"}, UsePrefix},
	},
	Stop: strings.Fields("する お ご 等"),
}

// tokenizer is loaded once: the dictionary takes a second.
var loaded = sync.OnceValues(func() (*Tokenizer, error) { return New(field) })

func tokenizerOf(t *testing.T) *Tokenizer {
	t.Helper()
	k, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestTerms(t *testing.T) {
	k := tokenizerOf(t)
	check := func(s, want string) {
		t.Helper()
		if got := strings.Join(k.Terms(s), " "); got != want {
			t.Errorf("terms of %s\n got %s\nwant %s", s, got, want)
		}
	}
	// base forms; particles, auxiliaries and stop words make no terms
	check("鞄が盗まれました。", "鞄 盗む")
	check("お客様へご案内した", "お客様 案内")
	check("を、が。する", "")
	check("", "")
	// words of the field, whole and in parts
	check("サポート詐欺に遭った", "サポート詐欺 サポート 詐欺 遭う")
	check("メールを誤送信した", "メール 誤送信 送信")
	check("ランサムウェアグループ", "ランサムウェア グループ")
	// one term for other ways to write it
	check("情報の漏洩", "情報 漏えい")
	check("サーバーとサーバ", "サーバ サーバ")
	check("エラー", "エラー")
	// prefixes and suffixes: the word, and what they make of it
	check("委託先", "委託 委託先")
	check("委員会の", "委員 委員会")
	check("名古屋市", "名古屋 名古屋市")
	check("再発行", "発行 再発行")
	check("、的", "")
	// a long word of the dictionary in its parts
	check("東京大学で", "東京大学 東京 大学")
	// Latin words stay whole, with their pieces; numbers are none
	check("account", "account")
	check("HDDを紛失", "ハードディスク 紛失")
	check("EC-CUBE", "ec-cube ec cube")
	check("log4jの", "log4j log")
	check("info@example.co.jp", "info example.co.jp example co jp")
	check("2024年5月7日", "月")
	check("03-1234-5678", "")
	check("a", "")
	// signs are no terms
	check("■・→（）「」", "")
	check(strings.Repeat("x", 33), "")
	check(strings.Repeat("x", 32), strings.Repeat("x", 32))
}

func TestAsked(t *testing.T) {
	k := tokenizerOf(t)
	check := func(s, want string) {
		t.Helper()
		if got := strings.Join(k.Asked(s), " "); got != want {
			t.Errorf("asked by %s\n got %s\nwant %s", s, got, want)
		}
	}
	check("サポート詐欺", "サポート詐欺")
	check("誤送信", "誤送信")
	check("委託先", "委託先")
	check("再委託先", "再委託先")
	check("名古屋市立病院", "名古屋 市立 病院")
	check("東京大学", "東京大学")
	check("EC-CUBE", "ec-cube")
	check("盗まれた鞄", "盗む 鞄")
	check("する", "")
}

// What is asked for must be among the terms of a text that has the words.
func TestAskedIsFound(t *testing.T) {
	k := tokenizerOf(t)
	for _, s := range []string{"サポート詐欺", "再委託先", "委員会", "東京大学", "EC-CUBE", "漏洩", "サーバー", "盗まれた", "名古屋市教育委員会"} {
		terms := " " + strings.Join(k.Terms(s), " ") + " "
		for _, a := range k.Asked(s) {
			if !strings.Contains(terms, " "+a+" ") {
				t.Errorf("%s: %s is asked for and not among the terms%s", s, a, terms)
			}
		}
	}
}

func TestHostileTexts(t *testing.T) {
	k := tokenizerOf(t)
	for _, s := range []string{"\xff\xfe", "漏\xe3\x81", "\x00", strings.Repeat("ア", 5000), strings.Repeat("漏", 5000),
		strings.Repeat("a-", 5000), strings.Repeat("9", 5000), strings.Repeat("İ", 500), "a\u0301", "\u200b"} {
		k.Terms(s)
		k.Asked(s)
	}
}

func TestNewRefusesAWordTwice(t *testing.T) {
	_, err := New(Vocabulary{Words: []Word{{Text: "誤送信"}, {Text: "誤送信"}}})
	if err == nil || !strings.Contains(err.Error(), "誤送信") {
		t.Errorf("error is %v, want one that names the word", err)
	}
}

func BenchmarkTerms(b *testing.B) {
	k, err := loaded()
	if err != nil {
		b.Fatal(err)
	}
	const s = "2024年5月7日、委託先のサーバーがランサムウェアに感染し、患者様の個人情報が漏えいした可能性があることが判明いたしました。"
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		k.Terms(s)
	}
}
