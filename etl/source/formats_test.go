package source

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	uni "golang.org/x/text/encoding/unicode"

	"jikenbo/etl/notice"
)

// result is what Walk and Read give for some paths.
type result struct {
	documents []notice.Document
	posts     []notice.Post
	rejects   []notice.Reject
}

func (r *result) codes() string {
	var codes []string
	for _, x := range r.rejects {
		codes = append(codes, x.Code)
	}
	return strings.Join(codes, " ")
}

// load walks and reads paths as a load does.
func load(t testing.TB, opt Options, paths ...string) *result {
	t.Helper()
	out := new(result)
	ctx := context.Background()
	emit := func(item Item) error {
		if item.Reject != nil {
			out.rejects = append(out.rejects, *item.Reject)
			return nil
		}
		if n := len(out.documents); n == 0 || out.documents[n-1].ID != item.Document.ID {
			out.documents = append(out.documents, item.Document)
		}
		out.posts = append(out.posts, item.Posts...)
		return nil
	}
	err := Walk(ctx, paths, opt,
		func(in *Input) error { return Read(ctx, in, opt, emit) },
		func(r notice.Reject) error { out.rejects = append(out.rejects, r); return nil })
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// loadBytes reads data as a file.
func loadBytes(t testing.TB, opt Options, data []byte) *result {
	t.Helper()
	path := filepath.Join(t.TempDir(), "input")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return load(t, opt, path)
}

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "formats", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// The same notices in each format give the same titles, case numbers and words.
func TestFormatsAgree(t *testing.T) {
	want := loadBytes(t, Options{}, fixture(t, "dump.txt")).posts
	if len(want) != 4 {
		t.Fatalf("dump.txt has %d posts, want 4", len(want))
	}
	test := func(name, mediaType string) {
		t.Helper()
		got := load(t, Options{}, filepath.Join("testdata", "formats", name))
		if len(got.posts) != len(want) || len(got.rejects) > 0 {
			t.Errorf("%s: %d posts, rejects %v; want %d and none", name, len(got.posts), got.rejects, len(want))
			return
		}
		if m := got.documents[0].MediaType; m != mediaType {
			t.Errorf("%s: media type %s, want %s", name, m, mediaType)
		}
		for i, p := range got.posts {
			if p.Title != want[i].Title || p.CaseNumber != want[i].CaseNumber || p.Ordinal != i+1 {
				t.Errorf("%s: post %d is %q %q, want %q %q", name, p.Ordinal, p.CaseNumber, p.Title, want[i].CaseNumber, want[i].Title)
			}
			if justWords(p.Body) != justWords(want[i].Body) {
				t.Errorf("%s: body %d\n%s\nwant\n%s", name, i+1, p.Body, want[i].Body)
			}
		}
	}
	test("dump.txt", "text/plain")
	test("blogger.html", "text/html")
	test("export.xml", "application/atom+xml")
	test("rss.xml", "application/rss+xml")
	test("posts.jsonl", "application/jsonl")
	test("array.json", "application/json")
}

// justWords leaves out layout: blanks and the marks of lists.
func justWords(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '・' {
			return -1
		}
		return r
	}, s)
}

// What a format states beside the text.
func TestFormatsState(t *testing.T) {
	test := func(name string, published ...string) {
		t.Helper()
		got := load(t, Options{}, filepath.Join("testdata", "formats", name))
		for i, p := range got.posts {
			if p.Published != published[i] {
				t.Errorf("%s: post %d published %q, want %q", name, i+1, p.Published, published[i])
			}
		}
		if url := got.posts[0].URL; url != "https://memo.example/2024/09/matsubokkuri.html" {
			t.Errorf("%s: url %q", name, url)
		}
		if name == "array.json" {
			return
		}
		p := got.posts[0]
		if len(p.Struck) != 1 || p.Struck[0].Words != "最大 300名" {
			t.Fatalf("%s: struck %+v", name, p.Struck)
		}
		if at := p.Struck[0].At; !strings.HasSuffix(p.Body[:at], "対象は") || !strings.HasPrefix(strings.TrimSpace(p.Body[at:]), "128名") {
			t.Errorf("%s: struck words stood at %d", name, at)
		}
	}
	test("blogger.html", "2024-09-14", "2024-09-14", "2024-09-13", "2024-09-12")
	test("export.xml", "2024-09-14", "2024-09-14", "2024-09-13", "2024-09-12")
	test("rss.xml", "2024-09-14", "2024-09-14", "2024-09-13", "2024-09-12")
	test("posts.jsonl", "2024-09-14", "2024-09-14", "2024-09-13", "2024-09-12")
	test("array.json", "2024-09-14", "2024-09-14", "2024-09-13", "2024-09-12")
}

// The notice page of a company: its main part, without what stands around it.
func TestMainPart(t *testing.T) {
	got := load(t, Options{}, "testdata/formats/company.html")
	if len(got.posts) != 1 {
		t.Fatalf("%d posts, rejects %v", len(got.posts), got.rejects)
	}
	p := got.posts[0]
	want := `不正アクセスによる個人情報流出の可能性に関するお詫びとお知らせ


2024.08.01

お客様各位

株式会社はまなすネット

このたび、弊社の会員サイトが第三者による不正アクセスを受け、会員様の個人情報が流出した可能性があることが判明いたしました。

1. 経緯

7月20日
サーバーの負荷が高まっていることに気付き、調査を開始いたしました。
7月22日
不正アクセスの痕跡を確認し、サイトを停止いたしました。

2. 流出した可能性のある情報

氏名、住所、電話番号 — 最大1,420名分`
	if p.Body != want {
		t.Errorf("body\n%s\nwant\n%s", p.Body, want)
	}
	if p.Title != "不正アクセスによる個人情報流出の可能性に関するお詫びとお知らせ" || p.Published != "2024-08-01" || p.URL != "https://hamanasu.example/news/20240801/" {
		t.Errorf("title %q published %q url %q", p.Title, p.Published, p.URL)
	}
	if len(p.Struck) != 1 || p.Struck[0].Words != "1,500名" || !strings.HasPrefix(p.Body[p.Struck[0].At:], "1,420名分") {
		t.Errorf("struck %+v", p.Struck)
	}
	if about := load(t, Options{}, "testdata/formats/about.html"); about.codes() != "no_post" {
		t.Errorf("a page without a notice: rejects %v", about.rejects)
	}
}

// The same pages in every encoding give the same posts.
func TestEncodings(t *testing.T) {
	dump, page := fixture(t, "dump.txt"), fixture(t, "blogger.html")
	want := loadBytes(t, Options{}, dump).posts
	test := func(name, charset string, data []byte, err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got := loadBytes(t, Options{}, data)
		if len(got.posts) != len(want) || len(got.rejects) > 0 {
			t.Errorf("%s: %d posts, rejects %v", name, len(got.posts), got.rejects)
			return
		}
		if got.documents[0].Charset != charset {
			t.Errorf("%s: read as %s", name, got.documents[0].Charset)
		}
		for i, p := range got.posts {
			if p.Title != want[i].Title || justWords(p.Body) != justWords(want[i].Body) {
				t.Errorf("%s: post %d differs: %s", name, i+1, p.Body)
			}
		}
	}
	in := func(e encoding.Encoding, data []byte) ([]byte, error) { return e.NewEncoder().Bytes(data) }
	declare := func(data []byte, name string) []byte {
		return []byte(strings.ReplaceAll(string(data), "charset=UTF-8", "charset="+name))
	}
	for _, c := range []struct {
		name, charset string
		encoding      encoding.Encoding
	}{
		{"Shift_JIS", "shift_jis", japanese.ShiftJIS},
		{"EUC-JP", "euc-jp", japanese.EUCJP},
		{"ISO-2022-JP", "iso-2022-jp", japanese.ISO2022JP},
		{"UTF-16LE", "utf-16le", uni.UTF16(uni.LittleEndian, uni.UseBOM)},
		{"UTF-16BE", "utf-16be", uni.UTF16(uni.BigEndian, uni.UseBOM)},
		{"UTF-16LE unmarked", "utf-16le", uni.UTF16(uni.LittleEndian, uni.IgnoreBOM)},
		{"UTF-16BE unmarked", "utf-16be", uni.UTF16(uni.BigEndian, uni.IgnoreBOM)},
	} {
		data, err := in(c.encoding, dump)
		test(c.name+" text", c.charset, data, err)
		data, err = in(c.encoding, []byte(strings.ReplaceAll(string(dump), "\n", "\r\n")))
		test(c.name+" text with CRLF", c.charset, data, err)
		data, err = in(c.encoding, declare(page, c.name))
		test(c.name+" page", c.charset, data, err)
		data, err = in(c.encoding, declare(page, "utf-8"))
		test(c.name+" page that declares UTF-8", c.charset, data, err)
	}
	test("UTF-8 with BOM", "utf-8", append([]byte("\xef\xbb\xbf"), dump...), nil)
	test("UTF-8 that declares Shift_JIS", "utf-8", declare(page, "Shift_JIS"), nil)
	test("classic Mac line ends", "utf-8", []byte(strings.ReplaceAll(string(dump), "\n", "\r")), nil)
}
