package reports

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jikenbo/etl/notice"
)

type noticeOf = notice.Notice

// attacks are texts that try to become markup, script, a formatter, or the shape of
// the page.
func attacks() []string {
	return []string{
		`</script><script>window.pwned=1</script>`,
		`<img src=x onerror="window.pwned=2">`,
		`__f__function(){window.pwned=3}__f__`,
		`__f__f____f__`,
		`"'` + "`" + `><svg/onload=window.pwned=4>`,
		`javascript:window.pwned=5`,
		`{a|rich} {b}: {c} {name|x}`,
		"\u202eevil\u202c\u2066iso\u2069\u200f",
		"改行\nタブ\tと\u0000制御",
		strings.Repeat("長", 10000),
		strings.Repeat("W", 10000),
		`=HYPERLINK("http://example.invalid","x")`,
		`<!--<script>`,
		`${window.pwned=6}`,
		`]]>&lt;&amp;` + "\u2028\u2029",
	}
}

// hostileNotices put every attack into every text that reaches a page.
func hostileNotices() []notice.Notice {
	var ns []notice.Notice
	day := time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC)
	for i, a := range attacks() {
		d := writeDraft(900000+i, a, "組織"+a)
		d.post.URL = "javascript:window.pwned=7//" + a
		d.state(notice.Fact{Field: notice.FieldSector, Value: "S"}, a).say("\n")
		d.state(notice.Fact{Field: notice.FieldCause, Value: "ransomware"}, a).say("\n")
		d.state(notice.Fact{Field: notice.FieldOrganization, Value: "委託" + a, Role: "contractor"}, a).say("\n")
		d.state(notice.Fact{Field: notice.FieldDataCategory, Value: "name", Role: "included"}, a).say("\n")
		d.state(notice.Fact{Field: notice.FieldCount, Number: 1000000 + int64(i), Unit: "persons", Qualifier: "exact", Role: "total", What: a}, a).say("\n")
		d.on("discovered", day.AddDate(0, 0, -i*40), a).on("disclosed", day.AddDate(0, 0, i), a)
		ns = append(ns, d.notice())
	}
	return ns
}

func TestHostileTextDoesNothing(t *testing.T) {
	b := startBrowser(t)
	for _, o := range []Options{{Lang: "ja", Pages: 4}, {Lang: "ja", SingleFile: true, Out: filepath.Join(t.TempDir(), "one.html")}} {
		site, s := writeSite(t, hostileNotices(), o)
		files := []string{s.Index}
		if !o.SingleFile {
			files = pagesOf(t, site)
		}
		for _, file := range files {
			hash := ""
			if filepath.Base(file) == "incident.html" {
				hash = "#id=2024-900009"
			}
			tb := b.open(t, 390, file, hash)
			for _, width := range []int{390, 1280} {
				tb.widen(width)
				tb.run(`document.querySelectorAll('details').forEach(d => d.open = true);
					for (const c of window.jikenbo?.charts?.values() ?? []) c.dispatchAction({type: 'showTip', seriesIndex: 0, dataIndex: 0})`)
				if tb.yes(`window.pwned !== undefined`) {
					t.Errorf("%s: a text ran as script: %s", file, tb.text(`window.pwned`))
				}
				if tb.yes(`document.querySelector('main img, main [onerror], main [onload], a[href^="javascript:"]')`) {
					t.Errorf("%s: a text became markup", file)
				}
				if tb.yes(`[...document.querySelectorAll('script[id^=spec-]')].some(s => s.textContent.includes('__f__'))`) {
					t.Errorf("%s: the marker of functions reached the options of a chart", file)
				}
				sane(t, tb)
			}
		}
	}
}
