package reports

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// pagesOf gives the HTML files of a site.
func pagesOf(t *testing.T, site string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(site, func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".html") {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// sane checks what must hold on every page.
func sane(t *testing.T, tb *tab) {
	t.Helper()
	if tb.yes(`[...document.querySelectorAll('[data-chart]')].some(b => !b.closest('[hidden]') && !b.querySelector('canvas'))`) {
		t.Error("a chart was not drawn")
	}
	if tb.yes(`document.body.innerText.includes('⟦') || document.title.includes('⟦')`) {
		t.Error("a text is missing in messages.csv: " + tb.text(`document.body.innerText.match(/⟦[^⟧]*⟧/)`))
	}
	if tb.yes(`document.documentElement.scrollWidth > innerWidth + 1`) {
		t.Errorf("the page is wider than the window: %s > %s", tb.text(`document.documentElement.scrollWidth`), tb.text(`innerWidth`))
	}
	tb.clean()
}

func TestEveryPageOpens(t *testing.T) {
	b := startBrowser(t)
	for _, lang := range []string{"ja", "en"} {
		site, _ := writeSite(t, someNotices(30), Options{Lang: lang, Pages: 3})
		for _, file := range pagesOf(t, site) {
			name, _ := filepath.Rel(site, file)
			t.Run(lang+"/"+name, func(t *testing.T) {
				hash := ""
				if name == "incident.html" {
					hash = "#id=2024-000007"
				}
				tb := b.open(t, 390, file, hash)
				if name == "incidents.html" {
					tb.wait(`document.documentElement.dataset.rows === 'all'`)
				}
				if name == "incident.html" {
					tb.wait(`document.querySelector('article.incident')`)
				}
				sane(t, tb)
				tb.widen(1280)
				sane(t, tb)
			})
		}
	}
}

func TestNoSeriousBarrier(t *testing.T) {
	b := startBrowser(t)
	axe := axeSource(t)
	site, _ := writeSite(t, someNotices(30), Options{Lang: "ja", Pages: 1})
	for _, file := range pagesOf(t, site) {
		name, _ := filepath.Rel(site, file)
		t.Run(name, func(t *testing.T) {
			hash := ""
			if name == "incident.html" {
				hash = "#id=2024-000007"
			}
			tb := b.open(t, 1280, file, hash)
			if name == "incidents.html" {
				tb.wait(`document.documentElement.dataset.rows === 'all'`)
			}
			tb.run(`document.querySelectorAll('details').forEach(d => d.open = true)`)
			tb.run(axe)
			for _, theme := range []string{"light", "dark"} {
				tb.run(`window.axeFound = ''; document.documentElement.dataset.theme = '` + theme + `'`)
				tb.run(`axe.run(document, {resultTypes: ['violations']}).then(r => window.axeFound = r.violations
					.filter(v => v.impact === 'serious' || v.impact === 'critical')
					.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join(' | ')).join('\n') || 'none')`)
				tb.wait(`window.axeFound`)
				if found := tb.text(`window.axeFound`); found != "none" {
					t.Errorf("%s: %s", theme, found)
				}
			}
		})
	}
}

func TestSiteOfNothing(t *testing.T) {
	b := startBrowser(t)
	site, _ := writeSite(t, nil, Options{Lang: "ja"})
	for _, file := range pagesOf(t, site) {
		tb := b.open(t, 1280, file, "")
		sane(t, tb)
	}
}

// TestScriptWritesLikeGo compares the two ways in which numbers and dates are written.
func TestScriptWritesLikeGo(t *testing.T) {
	b := startBrowser(t)
	for _, lang := range []string{"ja", "en"} {
		site, _ := writeSite(t, nil, Options{Lang: lang})
		tb := b.open(t, 1280, filepath.Join(site, "incidents.html"), "")
		for _, n := range []int64{0, 1, 999, 1000, 9999, 10000, 10005, 12345, 100000000, 123456789, 1234567890123} {
			if got, want := tb.text(fmt.Sprintf("jikenbo.number(%d)", n)), number(lang, n); got != want {
				t.Errorf("%s: number(%d) is %s in the script, %s in Go", lang, n, got, want)
			}
		}
		for _, x := range []float64{0.5, 12345.06, 7.25, 9.96} {
			if got, want := tb.text(fmt.Sprintf("jikenbo.number(%g)", x)), decimal(lang, x); got != want {
				t.Errorf("%s: decimal(%g) is %s in the script, %s in Go", lang, x, got, want)
			}
		}
		eras := []era{{"平成", "1989-01-08"}, {"令和", "2019-05-01"}}
		for _, d := range []string{"2024-05-07", "2019-05-01", "2019-04-30"} {
			if got, want := tb.text(`jikenbo.eraDate('`+d+`')`), eraDate(eras, d, "day"); got != want {
				t.Errorf("eraDate(%s) is %s in the script, %s in Go", d, got, want)
			}
		}
		tb.clean()
	}
}

func TestListFiltersAndKeepsItsStateInTheAddress(t *testing.T) {
	b := startBrowser(t)
	site, _ := writeSite(t, someNotices(150), Options{Lang: "ja"})
	tb := b.open(t, 1280, filepath.Join(site, "incidents.html"), "#cause=ransomware&sort=-records")
	tb.wait(`document.documentElement.dataset.rows === 'all'`)
	if tb.yes(`[...document.querySelectorAll('#incident-list tbody tr')].some(r => !r.cells[3].textContent.includes('ランサムウェア'))`) {
		t.Error("the cause of the address does not filter")
	}
	if !tb.yes(`document.querySelectorAll('#incident-list tbody tr').length > 3`) {
		t.Error("too few rows to test with")
	}
	tb.run(`const s = document.querySelector('[name=cause]'); s.value = ''; s.form.elements.q.value = 'メール'; s.dispatchEvent(new Event('input', {bubbles: true}))`)
	tb.wait(`location.hash.includes('q=')`)
	if tb.yes(`location.hash.includes('cause=')`) || !tb.yes(`[...document.querySelectorAll('#incident-list tbody tr')].every(r => r.textContent.includes('メール'))`) {
		t.Error("the search does not filter, or the address keeps a filter that was cleared")
	}
	tb.run(`document.querySelector('[data-sort=title] button').click()`)
	tb.wait(`location.hash.includes('sort=title')`)
	tb.run(`document.getElementById('list-reset').click()`)
	tb.wait(`document.getElementById('list-count').textContent.includes('150件を表示')`)
	if !tb.yes(`document.querySelectorAll('#incident-list tbody tr').length === 100`) {
		t.Error("a page of the list has not 100 rows")
	}
	tb.run(`[...document.querySelectorAll('#pager button')].at(-1).click()`)
	tb.wait(`document.querySelectorAll('#incident-list tbody tr').length === 50`)
	tb.clean()
}

// TestEveryLinkToTheListFindsWhatItCounts follows each link from the tables behind the
// charts and compares the number beside it with what the list then shows.
func TestEveryLinkToTheListFindsWhatItCounts(t *testing.T) {
	b := startBrowser(t)
	site, _ := writeSite(t, someNotices(80), Options{Lang: "en"})
	list := b.open(t, 1280, filepath.Join(site, "incidents.html"), "")
	list.wait(`document.documentElement.dataset.rows === 'all'`)
	followed := 0
	for _, page := range []string{"index", "time", "sectors", "causes", "data"} {
		tb := b.open(t, 1280, filepath.Join(site, page+".html"), "")
		// the first column that counts incidents, where the table has one
		links := tb.text(`[...document.querySelectorAll('figure table')].flatMap(t => {
			const col = [...t.tHead.rows[0].cells].findIndex(c => c.textContent === 'Incidents');
			return col < 0 || t.id.startsWith('t-disclosure') ? [] : [...t.tBodies[0].rows].map(r => [r.querySelector('a')?.getAttribute('href').split('#')[1], r.cells[col].dataset.v]);
		}).filter(x => x[0]).map(x => x.join(' ')).join('\n')`)
		for _, line := range strings.Split(links, "\n") {
			state, want, _ := strings.Cut(line, " ")
			list.run(`location.hash = '` + state + `'`)
			list.wait(`jikenbo.listPage.values() && location.hash.includes(` + "`" + state + "`" + `)`)
			list.run(`jikenbo.listPage.read()`)
			if got := list.text(`jikenbo.listPage.table.getFilteredRowModel().rows.length`); got != want {
				t.Errorf("%s: %s leads to %s incidents, not %s", page, state, got, want)
			}
			followed++
		}
	}
	if followed < 100 {
		t.Errorf("only %d links were followed", followed)
	}
}

func TestBarLeadsToItsIncidents(t *testing.T) {
	b := startBrowser(t)
	site, _ := writeSite(t, someNotices(60), Options{Lang: "ja"})
	tb := b.open(t, 1280, filepath.Join(site, "index.html"), "")
	tb.run(`const box = document.querySelector('[data-chart=by_cause]'); const chart = echarts.getInstanceByDom(box);
		box.scrollIntoView({block: 'center'});
		const [x, y] = chart.convertToPixel({seriesIndex: 0}, [1, 0]); const r = box.getBoundingClientRect();
		for (const type of ['mousemove', 'mousedown', 'mouseup', 'click']) setTimeout(() =>
			box.querySelector('canvas').dispatchEvent(new MouseEvent(type, {bubbles: true, clientX: r.left + Math.max(4, x - 4), clientY: r.top + y, zrX: x - 4, zrY: y})), 50)`)
	tb.wait(`location.pathname.endsWith('incidents.html')`)
	tb.ready()
	tb.wait(`document.documentElement.dataset.rows === 'all'`)
	if !tb.yes(`/cause=\w+/.test(location.hash)`) {
		t.Error("the address names no cause: " + tb.text(`location.hash`))
	}
	tb.clean()
}

func TestIncidentOnDemandIsTheSameAsItsPage(t *testing.T) {
	b := startBrowser(t)
	for _, lang := range []string{"ja", "en"} {
		site, _ := writeSite(t, slices.Concat(followUp(), someNotices(9), hostileNotices()[:9]), Options{Lang: lang, Pages: 12})
		shape := `(() => { const a = document.querySelector('article.incident').cloneNode(true);
			a.querySelectorAll('svg').forEach(s => s.remove());
			a.querySelectorAll('a[href]').forEach(x => x.setAttribute('href', decodeURIComponent(x.getAttribute('href').split('/').pop().replace(/^incident\.html#id=/, '').replace(/\.html$/, '').replace(/\+/g, ' '))));
			const walk = n => n.nodeType === 3 ? (n.parentElement.closest('.notice-text,q') ? n.data : n.data.replace(/\s+/g, ' ').trim())
				: '<' + [n.tagName, ...[...n.attributes].filter(x => x.value !== '').map(x => x.name + '=' + x.value).sort()].join(' ') + '>' + [...n.childNodes].map(walk).join('') + '</>';
			a.normalize(); return walk(a); })()`
		compared := 0
		demanded := b.open(t, 1280, filepath.Join(site, "incident.html"), "")
		for _, file := range pagesOf(t, filepath.Join(site, "incident")) {
			own := b.open(t, 1280, file, "")
			id := own.text(`document.querySelector('article').dataset.id`)
			demanded.run(`location.hash = 'id=' + ` + "`" + id + "`")
			demanded.wait(`document.querySelector('article.incident')?.dataset.id === ` + "`" + id + "`")
			if a, d := own.text(shape), demanded.text(shape); a != d {
				t.Errorf("%s: page and shard differ\n%s", id, firstDifference(a, d))
			}
			own.clean()
			demanded.clean()
			compared++
		}
		two := demanded
		two.run(`location.hash = 'id=2024-500001'`)
		two.wait(`document.querySelectorAll('.notice-text').length === 2`)
		two.run(`[...document.querySelectorAll('.facts tr')].find(r => r.querySelector('.value').textContent.includes('133')).querySelector('a[data-mark^="e-1-"]').click()`)
		if got := two.text(`document.querySelector('mark.on').textContent`); got != "133名" {
			t.Errorf("the number of the second report leads to %q", got)
		}
		if compared != 12 {
			t.Errorf("compared %d pages", compared)
		}
	}
}

func firstDifference(a, b string) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			from := max(0, i-120)
			return "own:      " + a[from:min(len(a), i+120)] + "\ndemanded: " + b[from:min(len(b), i+120)]
		}
	}
	return "one is longer"
}

func TestSingleFile(t *testing.T) {
	b := startBrowser(t)
	out := filepath.Join(t.TempDir(), "mail")
	_, s := writeSite(t, append(someNotices(25), hostileNotices()...), Options{Lang: "ja", SingleFile: true, Out: out})
	if s.Index != out+".html" {
		t.Errorf("index is %s", s.Index)
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a folder was written beside the single file")
	}
	tb := b.open(t, 1280, s.Index, "")
	for _, page := range []string{"overview", "time", "sectors", "causes", "data", "organizations", "incidents", "quality", "method"} {
		tb.run(`location.hash = '` + page + `'`)
		tb.wait(`document.querySelector('section[data-page=` + page + `]:not([hidden]) h1')`)
		if !tb.yes(`document.querySelectorAll('section[data-page]:not([hidden])').length === 1`) {
			t.Error(page + ": not exactly one page is seen")
		}
		sane(t, tb)
	}
	tb.run(`location.hash = 'incidents?group=external_attack'`)
	tb.wait(`document.documentElement.dataset.rows === 'all' && document.querySelector('[name=group]').value === 'external_attack'`)
	tb.run(`document.querySelector('#incident-list td.title a').click()`)
	tb.wait(`document.querySelector('section[data-page=incident]:not([hidden]) article.incident')`)
	sane(t, tb)
}
