package source

import (
	"strings"
	"testing"
)

func TestFeeds(t *testing.T) {
	test := func(name, feed string, want ...string) {
		t.Helper()
		r := readBytes(t, []byte(feed), Options{})
		var got []string
		for _, p := range r.posts {
			got = append(got, p.Title+"|"+p.Published+"|"+p.URL+"|"+strings.Join(strings.Fields(strings.TrimPrefix(p.Body, p.Title)), " "))
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s: posts %q, want %q; rejects %v", name, got, want, r.rejects)
		}
	}
	atom := func(s string) string {
		return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app" xmlns:blogger="http://schemas.google.com/blogger/2018" xmlns:thr="http://purl.org/syndication/thread/1.0"><title>x</title>` + s + `</feed>`
	}
	test("Atom with XHTML", atom(`<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">誤送信<b>について</b></div></title><link href="https://a.example/1"/><updated>2024-05-01T00:30:00+09:00</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>一&amp;二</p><p><del>三</del>四</p></div></content></entry>`),
		"誤送信について|2024-05-01|https://a.example/1|一&二 四")
	test("Atom with a summary alone", atom(`<entry><title>誤送信について</title><published>2024-05-01T23:59:59-09:00</published><summary>要約です。</summary></entry>`),
		"誤送信について|2024-05-01||要約です。")
	test("Atom with a prefix and CDATA", `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title><![CDATA[誤送信 & 紛失]]></a:title><a:content type="html"><![CDATA[<p>一</entry></p>]]></a:content></a:entry></a:feed>`,
		"誤送信 & 紛失|||一")
	test("an export of today's Blogger", atom(`<entry><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><title>一</title><content type="html">&lt;p&gt;公開&lt;/p&gt;</content></entry>`+
		`<entry><blogger:type>POST</blogger:type><blogger:status>DRAFT</blogger:status><title>二</title><content>下書き</content></entry>`+
		`<entry><blogger:type>COMMENT</blogger:type><blogger:status>LIVE</blogger:status><title>三</title><content>感想</content></entry>`+
		`<entry><blogger:type>PAGE</blogger:type><blogger:status>LIVE</blogger:status><title>四</title><content>案内</content></entry>`),
		"一|||公開")
	test("drafts and comments", atom(`<entry><app:control><app:draft>yes</app:draft></app:control><title>一</title><content>下書き</content></entry>`+
		`<entry><thr:in-reply-to ref="x"/><title>二</title><content>感想</content></entry><entry><title>三</title><content>本文</content></entry>`),
		"三|||本文")
	test("RSS 2.0", `<rss version="2.0"><channel><title>x</title><item><title>誤送信について</title><guid>https://a.example/2</guid><pubDate>Thu, 02 May 2024 00:30:00 +0900</pubDate><description>&lt;p&gt;一&lt;/p&gt;</description></item></channel></rss>`,
		"誤送信について|2024-05-02|https://a.example/2|一")
	test("RSS 1.0", `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>x</title><items><rdf:Seq/></items></channel><item rdf:about="https://a.example/3"><title>誤送信について</title><link>https://a.example/3</link><dc:date>2024-05-03T00:30:00+09:00</dc:date><description>一</description></item></rdf:RDF>`,
		"誤送信について|2024-05-03|https://a.example/3|一")
	test("a link that is none", atom(`<entry><title>一</title><link href="javascript:alert(1)"/><content>二</content></entry>`), "一|||二")
	test("an entity bomb", `<!DOCTYPE x [<!ENTITY a "ああああああああああ"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`+atom(`<entry><title>一</title><content>&c;</content></entry>`)[21:],
		"一|||&c;")
}
