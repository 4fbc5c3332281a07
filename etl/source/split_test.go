package source

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden parts of testdata")

// One archive per case: the comment says what it shows, page is the input, posts
// are the posts' case numbers and titles.
func TestSplit(t *testing.T) {
	files, _ := filepath.Glob("testdata/split/*.txtar")
	if len(files) == 0 {
		t.Fatal("no cases in testdata/split")
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			cases, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := listPosts(string(cases.Files[0].Data))
			if *update {
				cases.Files[1].Data = []byte(got)
				os.WriteFile(file, txtar.Format(cases), 0o644)
			}
			if want := string(cases.Files[1].Data); got != want {
				t.Errorf("posts\n%swant\n%s", got, want)
			}
		})
	}
}

func listPosts(page string) string {
	var b strings.Builder
	for _, p := range Posts("d", page) {
		number := p.CaseNumber
		if number == "" {
			number = "-"
		}
		fmt.Fprintf(&b, "%s\t%s\n", number, p.Title)
	}
	return b.String()
}

func TestTrailingDate(t *testing.T) {
	test := func(line, title string) {
		t.Helper()
		if got := readHeading(line).Title; got != title {
			t.Errorf("title of %q is %q, want %q", line, got, title)
		}
	}
	test("お知らせ 2023年6月15日", "お知らせ")
	test("お知らせ2023年06月26日", "お知らせ")
	test("お知らせ　２０２３年６月１５日", "お知らせ")
	test("お知らせ(2023年 6月 15日)", "お知らせ")
	test("お知らせ （2023年6月15日(木)）", "お知らせ")
	test("お知らせ 令和5年6月15日", "お知らせ")
	test("お知らせ 令和元年十二月三日", "お知らせ")
	test("お知らせ 2023/6/15", "お知らせ")
	test("お知らせ 2023.6.15", "お知らせ")
	test("お知らせ 2023-06-15", "お知らせ")
	test("お知らせ R5.6.15", "お知らせ")
	test("お知らせ 【2023年6月15日公表】", "お知らせ")
	test("お知らせ 2023年6月15日付", "お知らせ")
	test("お知らせ 2023年6月", "お知らせ")
	// no date at the end
	test("被害組織リスト(2023年12月版)", "被害組織リスト(2023年12月版)")
	test("きらめき祭2023", "きらめき祭2023")
	test("障害について(2023年6月1日~2023年6月3日)", "障害について(2023年6月1日~2023年6月3日)")
	test("2023年6月15日に発生した障害", "2023年6月15日に発生した障害")
	test("お知らせ(第2報 2023年6月15日)", "お知らせ(第2報 2023年6月15日)")
	test("バージョン 1.2.3", "バージョン 1.2.3")
	test("お知らせ 6月15日", "お知らせ 6月15日")
	test("電話 2023-6-150", "電話 2023-6-150")
}

func TestCaseHeader(t *testing.T) {
	test := func(line, number string) {
		t.Helper()
		if got, _ := caseHeader(line); got != number {
			t.Errorf("case number of %q is %q, want %q", line, got, number)
		}
	}
	test("【セキュリティ事件簿#2024-019】あおば", "2024-019")
	test("【セキュリティ事件簿＃２０２４－０１９】", "2024-019")
	test("【 セキュリティ事件簿 # 2024 - 019 】", "2024-019")
	test("【セキュリティ事件簿#2024-019 続報】", "2024-019")
	test("【セキュリティ事件簿2024-1】", "2024-1")
	// no header
	test("【セキュリティ事件簿】", "")
	test("【セキュリティ事件簿#24-019】", "")
	test("【セキュリティ事件簿#2024-019", "")
	test("【お知らせ#2024-019】", "")
	test("セキュリティ事件簿#2024-019", "")
	test("", "")
}

// Lines that may stand in a body and are never titles, and lines like them that
// may be.
func TestKindOf(t *testing.T) {
	test := func(line string, want rowKind) {
		t.Helper()
		if got := kindOf(line, false); got != want {
			t.Errorf("kind of %q is %d, want %d", line, got, want)
		}
	}
	for _, line := range []string{"1 概要", "１．経緯", "(1)発生事象", "2. 対象のお客さま", "第2 対応", "① 氏名", "ア 氏名", "Q1.対象になりますか",
		"・氏名", "■ 原因", "【経緯】", "【お問い合わせ】 営業部", "＜お客様へ＞", "※本件", "記", "以上", "以 上", "2024年1月5日", "令和6年1月5日(金)",
		"1月5日 判明", "レッドチーム:", "https://example.jp/", "info@example.jp", "〒100-0001 東京都", "03-0000-0000", "リリース文アーカイブ"} {
		test(line, listed)
	}
	for _, line := range []string{"1,234人分の患者情報を紛失", "24時間で侵入する方法", "3つの無料ツール", "10 の脅威", "50代の職員が紛失", "5Gの安全性",
		"【重要】個人情報の流出に関するお知らせ", "「ことのは」における誤表示について", "(株)あおば 誤送信について", "[お詫び]あおば 誤送信について",
		"A社の情報流出", "一般社団法人あおば", "共有サーバーの設定誤りについて", "2024年の十大事件"} {
		test(line, plain)
	}
	test("当社は確認しました。", prose)
	test("次のとおり、", prose)
	test("すべての投稿を表示", furniture)
	test("【セキュリティ事件簿#2024-001】あおば", headed)
}

// The pieces of a page cover it, so that nothing is lost, and every title can be
// found in its post.
func checkPieces(t *testing.T, page string) {
	at := 0
	for _, p := range split(page) {
		if p.start != at || p.end < p.start {
			t.Fatalf("piece %d:%d does not follow %d in %q", p.start, p.end, at, page)
		}
		at = p.end
		body := squeeze(page[p.start:p.end])
		if p.post && !strings.Contains(body, squeeze(p.heading.Title)) {
			t.Fatalf("title %q is not in its post %q", p.heading.Title, body)
		}
	}
	if at != len(page) {
		t.Fatalf("pieces end at %d of %d in %q", at, len(page), page)
	}
}

func FuzzSplit(f *testing.F) {
	files, _ := filepath.Glob("testdata/split/*.txtar")
	for _, file := range files {
		if a, err := txtar.ParseFile(file); err == nil {
			f.Add(string(a.Files[0].Data))
		}
	}
	f.Add("【セキュリティ事件簿#2024-001】")
	f.Add("\n\n\x00\xff\n \n")
	f.Fuzz(checkPieces)
}
