package source

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"jikenbo/etl/notice"
)

// readBytes reads data as one input, and checks what every reader promises.
func readBytes(t *testing.T, data []byte, opt Options) *result {
	in := &Input{Path: "p", Size: int64(len(data)), raw: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }}
	out := new(result)
	err := Read(context.Background(), in, opt, func(item Item) error {
		if item.Reject != nil {
			out.rejects = append(out.rejects, *item.Reject)
		}
		for _, p := range item.Posts {
			checkPost(t, p, len(out.posts)+1)
			out.posts = append(out.posts, p)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out.posts) == 0 && len(out.rejects) == 0 {
		t.Fatal("neither a post nor a reject")
	}
	return out
}

func checkPost(t *testing.T, p notice.Post, ordinal int) {
	if p.Ordinal != ordinal || p.DocumentID == "" {
		t.Fatalf("post %d of document %q, want %d", p.Ordinal, p.DocumentID, ordinal)
	}
	if !utf8.ValidString(p.Body) || strings.ContainsAny(p.Body, "\x00\x1b\r") {
		t.Fatalf("body has bytes that no text has: %q", p.Body)
	}
	if !strings.Contains(squeeze(p.Body), squeeze(p.Title)) {
		t.Fatalf("title %q is not in body %q", p.Title, p.Body)
	}
	for _, s := range p.Struck {
		if s.At < 0 || s.At > len(p.Body) || !utf8.ValidString(p.Body[:s.At]) || s.Words == "" {
			t.Fatalf("struck %+v of %q", s, p.Body)
		}
	}
}

func addFixtures(f *testing.F) {
	files, _ := filepath.Glob("testdata/formats/*")
	for _, file := range files {
		f.Add(fixture(f, filepath.Base(file)))
	}
}

// Any bytes at all.
func FuzzRead(f *testing.F) {
	addFixtures(f)
	f.Add([]byte(sjis(aNotice)))
	f.Add([]byte(gzipOf(aNotice)))
	f.Fuzz(func(t *testing.T, data []byte) { readBytes(t, data, Options{MaxPage: mib, MaxPost: mib}) })
}

// Pages and fragments of pages.
func FuzzHTML(f *testing.F) {
	f.Add(string(fixture(f, "blogger.html")))
	f.Add(string(fixture(f, "company.html")))
	f.Add("<div class='post-body'><s>古い</s><li><del>x</del>・新しい<table><tr><td>a<td><s>b</s></table>")
	f.Add(strings.Repeat("<b><p><s><li>", 300) + "あ")
	f.Fuzz(func(t *testing.T, page string) {
		page = new(tidy).clean([]byte(page))
		posts, err := htmlPosts(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range posts {
			p.DocumentID, p.Ordinal = "d", 1
			checkPost(t, p, 1)
		}
		text, struck, _ := htmlText(page)
		if len(text) > 8*len(page)+8 { // "9999. " for <li>
			t.Fatalf("%d bytes of text from %d", len(text), len(page))
		}
		for _, s := range struck {
			if s.At > len(text) || !utf8.ValidString(text[:s.At]) {
				t.Fatalf("struck %+v of %q", s, text)
			}
		}
	})
}

// Feeds.
func FuzzFeed(f *testing.F) {
	f.Add(string(fixture(f, "export.xml")))
	f.Add(string(fixture(f, "rss.xml")))
	f.Add(`<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><feed><entry><title>&b;</title><content type='xhtml'><div>あ<s>い</s></div></content></entry></feed>`)
	f.Add(`<rdf:RDF xmlns:rdf="r"><item><title>あ</title><description><![CDATA[<p>い]]></description></item></rdf:RDF>`)
	f.Fuzz(func(t *testing.T, text string) {
		readBytes(t, append([]byte("<?xml version='1.0'?>"), text...), Options{MaxPost: mib})
	})
}

// Detection never fails on any bytes, and what it says decodes.
func FuzzDetect(f *testing.F) {
	addFixtures(f)
	f.Add([]byte(sjis(aNotice)))
	f.Add([]byte("\x1b$B$\"\x1b(B"))
	f.Add([]byte("\xff\xfe\x00\xd8\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, ok := detect(data)
		text, isGarbled := decode(data, c)
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\x00\x1b\r") {
			t.Fatalf("%s gives %q", c.name, text)
		}
		if ok && len(data) < 1000 && isGarbled && c.name != "utf-16le" && c.name != "utf-16be" && !bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
			t.Fatalf("%s was found to fit %q, and does not", c.name, data)
		}
	})
}

// A text read window by window, however small the reads, gives the posts it gives
// as a whole.
func TestWindows(t *testing.T) {
	page := string(fixture(t, "dump.txt")) + "\n"
	long := strings.Repeat(page, 2*inMemory/len(page)+1)
	want := Posts("d", long)
	got := readBytes(t, []byte(long), Options{})
	if len(got.posts) != len(want) || len(got.rejects) > 0 {
		t.Fatalf("%d posts, want %d; rejects %v", len(got.posts), len(want), got.rejects)
	}
	for i, p := range got.posts {
		if p.Body != want[i].Body || p.Title != want[i].Title {
			t.Fatalf("post %d is %q, want %q", i+1, p.Body, want[i].Body)
		}
	}
}

// A post over the limit is left out, and the next is read.
func TestPostTooLarge(t *testing.T) {
	huge := "【セキュリティ事件簿#2024-002】株式会社おおもの 誤送信について\n\n\n" + strings.Repeat("とても長い行です。", inMemory/9) + "\n\n"
	got := readBytes(t, []byte(aNotice+"\n"+huge+strings.Repeat(aNotice+"\n", 5000)), Options{MaxPost: inMemory})
	if got.codes() != "too_large" || len(got.posts) != 5001 {
		t.Errorf("%d posts, rejects %v", len(got.posts), got.rejects)
	}
}
