package extract

import (
	"testing"

	"jikenbo/etl/notice"
)

// FuzzRead reads anything: it must not panic, and every fact must quote its post.
func FuzzRead(f *testing.F) {
	x, err := New(cueLexicon(f))
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{
		"", "\n", "。", "2024年5月20日", "お詫び\n\n2024年6月3日に誤って送信し、翌4日に判明しました。",
		"委員会への報告(速報:5月17日、確報:7月10日", "発覚日時\n6月4日 9時", "6月3日、委託先から、5月20日に攻撃を受けたとの連絡", "停職1月)(「」",
		"1月24日に送信した職員が翌25日に誤りに気が付いた。", "暗号化されていることを7日に確認", "２０２４．２．３\xff\xfe～", "1月23日~\n~1月24日から", "※6月1日\n・",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		post := notice.Post{CaseNumber: "2024-100", Body: body}
		for _, fact := range x.Read(post).Facts {
			if fact.Start < 0 || fact.End > len(body) || fact.Start > fact.End {
				t.Fatalf("%s: offsets %d to %d of %d", fact.Rule, fact.Start, fact.End, len(body))
			}
			if body[fact.Start:fact.End] != fact.Quote {
				t.Fatalf("%s: quotes %q, not %q", fact.Rule, fact.Quote, body[fact.Start:fact.End])
			}
		}
	})
}
