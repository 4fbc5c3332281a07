package source

import (
	"fmt"
	"strings"
	"testing"
)

func TestHTMLText(t *testing.T) {
	test := func(page, want string, struck ...string) {
		t.Helper()
		text, found, err := htmlText(page)
		if err != nil || text != want {
			t.Errorf("text of %q is %q, want %q (%v)", page, text, want, err)
		}
		var got []string
		for _, s := range found {
			got = append(got, fmt.Sprintf("%d %s", s.At, s.Words))
		}
		if strings.Join(got, "; ") != strings.Join(struck, "; ") {
			t.Errorf("struck out in %q is %q, want %q", page, got, struck)
		}
	}
	// lines
	test("一<br>二<br/><br/>三<br><br><br><br>四", "一\n二\n\n三\n\n四")
	test("<p>一</p><p>二<p>三", "一\n\n二\n\n三")
	test("<div>一</div><div><br></div><div>二</div><div>三</div>", "一\n\n二\n三")
	test("<div>一<div>二</div>三</div>", "一\n二\n三")
	test("<h2>一</h2>二", "一\n\n二")
	test("<pre>a\n\n\n  b</pre>c", "a\n\nb\n\nc")
	// blanks
	test("会員の\n  情報 が\tweb site\nから&nbsp;漏えい", "会員の情報 が web site から 漏えい")
	test("<b>一</b><i>二</i> <u>三</u>", "一二 三")
	test("個人&amp;法人 &lt;お知らせ&gt; &#12354;", "個人&法人 <お知らせ> あ")
	// lists
	test("<ul><li>一<li>二<ul><li>三</ul></ul>四", "・一\n・二\n\n・三\n\n四")
	test("<ul><li>・一</li><li>①二</li><li></li></ul>", "・一\n①二")
	test("<ol><li>一</li><li>二</li></ol><ol start=5><li>五<li value=9>九<li>十</ol>", "1. 一\n2. 二\n\n5. 五\n9. 九\n10. 十")
	test("<ol start=999999999999999999999><li value=x>一</ol>", "1. 一")
	test("<dl><dt>1日<dd>判明<dt>2日<dd>公表</dl>", "1日\n判明\n2日\n公表")
	// tables
	test("<table><tr><th>区分</th><th>件数</th></tr><tr><td>会員<td>1,204件</table>", "区分\t件数\n会員\t1,204件")
	test("<table><tr><td>氏名<br>住所</td><td><p>一</p><p>二</p></td></tr></table>後", "氏名 住所\t一 二\n\n後")
	test("<table><tr><td><ul><li>一<li>二</ul></td><td>三</td></tr></table>", "・一 ・二\t三")
	test("<table><tr><td>左の柱</td><td><h2>題</h2><p>文。</p></td></tr></table>", "左の柱\n\n題\n\n文。")
	test("<table><tr><td><table><tr><td>一<td>二</table><td>三</table>", "一\t二\n\n三")
	test("<table><tr><td>一つだけ</td></tr></table>", "一つだけ")
	// what is not read
	test("<ruby>漏洩<rp>(</rp><rt>ろうえい</rt><rp>)</rp></ruby>した", "漏洩した")
	test("一<script>alert('<p>')</script><style>p{}</style><!-- 注 --><noscript>切</noscript><textarea>x</textarea>二", "一二")
	test("一<span style='display: none'>隠</span><p hidden>隠</p><i class='a sr-only'>隠</i>二", "一二")
	test("一<img alt='絵'><iframe src=x>x</iframe><select><option>x</select>二", "一二")
	// struck out
	test("最大<s>470名</s> 57名", "最大 57名", "6 470名")
	test("<del>古い</del><ins>新しい</ins>", "新しい", "0 古い")
	test("<strike>一</strike>と<span style='color:red;text-decoration:line-through'>二</span>", "と", "0 一; 3 二")
	test("<s>一 <b>二</b></s>三", "三", "0 一 二")
	test("<s><p>古い段落</p></s>新しい<p>段落", "新しい\n\n段落", "0 古い段落")
	test("<p><s>閉じない</p><p>次も</p></s>後", "次も\n\n後", "0 閉じない")
	test("<li><s>古い</s>・新しい", "・新しい", "0 古い")
	test("<s>  </s>一", "一")
	test("<s style='text-decoration: none'>一</s>", "一")
	// broken markup
	test("<b>一<p>二</b>三</p>四", "一\n\n二三\n\n四")
	test("</div></p>一</table>二", "一二")
	test("<td>一<tr>二<li>三", "一\n二\n・三")
	test("一 < 二 & 三 <", "一 < 二 & 三 <")
	test("<p>一<", "一<")
	test(strings.Repeat("<div><span>", 1000)+"底"+strings.Repeat("</span></div>", 1000)+"後", "底\n後")
	test("", "")
}

// Pages in markup that is not Blogger's own.
func TestPages(t *testing.T) {
	notice := "<p>このたび、当院の職員が患者様の個人情報を記録した書類を紛失いたしました。</p><p>深くお詫び申し上げます。</p>"
	test := func(name, page string, want ...string) {
		t.Helper()
		posts, err := htmlPosts(page)
		var got []string
		for _, p := range posts {
			got = append(got, p.CaseNumber+"|"+p.Title+"|"+p.Published+"|"+p.URL)
		}
		if err != nil || strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s: posts %q, want %q (%v)", name, got, want, err)
		}
	}
	test("WordPress", "<article class='post'><header class='entry-header'><h1 class='entry-title'>書類の紛失について</h1><time class='entry-date published' datetime='2024-01-02T23:00:00+09:00'>x</time><time class='updated' datetime='2024-02-01'></time></header><div class='entry-content'>"+notice+"</div></article>",
		"|書類の紛失について|2024-01-02|")
	test("a theme without classes on titles", "<div class='post'><h2><a href='https://a.example/1'>【セキュリティ事件簿#2024-001】甲 紛失</a></h2><div class='post-body'>"+notice+"</div></div><div class='post'><h2>【セキュリティ事件簿#2024-002】乙 紛失</h2><div class='post-body'>"+notice+"</div></div>",
		"2024-001|甲 紛失||", "2024-002|乙 紛失||")
	test("main and article", "<body><header>案内</header><main><article><h1>書類の紛失について</h1>"+notice+"</article></main><footer>書類の保存について</footer>",
		"|書類の紛失について||")
	test("schema.org", "<meta itemprop='datePublished' content='2024-03-04T00:00:00+09:00'><h1 itemprop='headline'>書類の紛失について</h1><div itemprop='articleBody'>"+notice+"</div>",
		"|書類の紛失について|2024-03-04|")
	test("no main part at all", "<html><title>書類の紛失について - こだま医院</title><body>"+notice,
		"|書類の紛失について||")
	test("a layout of tables", "<table><tr><td><a href='/'>ホーム</a></td><td><h1>書類の紛失について</h1>"+notice+"</td></tr></table>",
		"|書類の紛失について||")
	test("a dump inside a page", "<title>まとめ</title><main><p>【セキュリティ事件簿#2024-001】甲 紛失</p>"+notice+"<p>【セキュリティ事件簿#2024-002】乙 紛失</p>"+notice+"</main>",
		"2024-001|甲 紛失||", "2024-002|乙 紛失||")
	test("a shop", "<title>ことり店</title><main><h1>春の新茶</h1><p>今年の新茶が入りました。ご予約を承ります。</p></main>")
	test("nothing", "<html></html>")
}
