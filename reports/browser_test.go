package reports

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browser is a Chromium without a network.
type browser struct{ ctx context.Context }

// startBrowser starts Chromium, or skips where there is none.
func startBrowser(t *testing.T) *browser {
	t.Helper()
	var path string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("no Chromium: install it (Debian: apt-get install chromium) to run the browser tests")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(t.TempDir()),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND"))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("start Chromium: %v", err)
	}
	return &browser{ctx}
}

// tab is one page in the browser, with what went wrong in it.
type tab struct {
	t        *testing.T
	ctx      context.Context
	mu       sync.Mutex
	problems []string
}

// open opens a new tab of a width in pixels on a page of a site.
func (b *browser) open(t *testing.T, width int, file, hash string) *tab {
	t.Helper()
	ctx, stop := chromedp.NewContext(b.ctx)
	t.Cleanup(stop)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("open tab: %v", err)
	}
	tb := &tab{t: t, ctx: ctx}
	if err := chromedp.Listen(ctx, tb.watch); err != nil {
		t.Fatalf("listen to tab: %v", err)
	}
	path, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatalf("watch network: %v", err)
	}
	tb.do(chromedp.EmulateViewport(int64(width), 900), chromedp.Navigate("file://"+path+hash))
	tb.ready()
	return tb
}

// watch notes errors of scripts, of the console, and requests that leave the folder.
func (tb *tab) watch(event any) {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		tb.problems = append(tb.problems, "exception: "+describe(e.ExceptionDetails))
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			for _, a := range e.Args {
				tb.problems = append(tb.problems, fmt.Sprintf("console: %s %s", a.Value, a.Description))
			}
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			tb.problems = append(tb.problems, "log: "+e.Entry.Text)
		}
	case *network.EventRequestWillBeSent:
		url := e.Request.URL
		if !strings.HasPrefix(url, "file:") && !strings.HasPrefix(url, "data:") && !strings.HasPrefix(url, "blob:") {
			tb.problems = append(tb.problems, "request: "+url)
		}
	}
}

func describe(d *runtime.ExceptionDetails) string {
	if d.Exception != nil {
		return d.Text + " " + d.Exception.Description
	}
	return d.Text
}

// do runs actions; an error ends the test.
func (tb *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	tb.t.Helper()
	if err := chromedp.Do(tb.ctx, actions...); err != nil {
		tb.t.Fatal(err)
	}
}

// ready waits until the page's script has run.
func (tb *tab) ready() {
	tb.t.Helper()
	tb.wait(`document.documentElement.dataset.ready === 'yes'`)
}

// wait waits until an expression is true. That it cannot be asked while one page gives
// way to another is no failure.
func (tb *tab) wait(expression string) {
	tb.t.Helper()
	for range 200 {
		if s, err := chromedp.Run(tb.ctx, chromedp.Evaluate[string]("String(Boolean("+expression+"))")); err == nil && s == "true" {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	tb.t.Fatalf("waited in vain for %s\n%s", expression, strings.Join(tb.trouble(), "\n"))
}

// text gives the value of an expression as a text.
func (tb *tab) text(expression string) string {
	tb.t.Helper()
	s, err := chromedp.Run(tb.ctx, chromedp.Evaluate[string]("String("+expression+")"))
	if err != nil {
		tb.t.Fatal(err)
	}
	return s
}

// widen gives the window another width.
func (tb *tab) widen(width int) {
	tb.t.Helper()
	tb.do(chromedp.EmulateViewport(int64(width), 900))
	tb.wait(fmt.Sprintf("innerWidth === %d", width))
	tb.run(`return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))`)
}

// yes tells whether an expression is true.
func (tb *tab) yes(expression string) bool {
	tb.t.Helper()
	return tb.text("Boolean("+expression+")") == "true"
}

// run runs statements.
func (tb *tab) run(statements string) {
	tb.t.Helper()
	tb.do(chromedp.Evaluate[chromedp.Void]("(() => {" + statements + "\n})()"))
}

// trouble gives what went wrong so far.
func (tb *tab) trouble() []string {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	return append([]string{}, tb.problems...)
}

// clean fails the test if anything went wrong in the page.
func (tb *tab) clean() {
	tb.t.Helper()
	for _, p := range tb.trouble() {
		tb.t.Error(p)
	}
}

// axeSource is the script of axe-core, or skips where it is not installed.
func axeSource(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Skip("no axe-core: run npm ci --ignore-scripts in reports to check accessibility")
	}
	return string(data)
}

// writeSite writes a site for a test, or skips where the scripts were not fetched.
func writeSite(t *testing.T, ns []noticeOf, o Options) (string, Summary) {
	t.Helper()
	if _, err := vendorScripts(); err != nil {
		t.Skip("no chart scripts: run make assets")
	}
	if o.Out == "" {
		o.Out = filepath.Join(t.TempDir(), "site")
	}
	s, err := Write(context.Background(), load(t, ns), o)
	if err != nil {
		t.Fatal(err)
	}
	return o.Out, s
}

// TestBrowserSeesTrouble makes sure that the other tests would notice.
func TestBrowserSeesTrouble(t *testing.T) {
	b := startBrowser(t)
	sees := func(head, body, words string) {
		t.Helper()
		file := filepath.Join(t.TempDir(), "trouble.html")
		page := `<!doctype html><html data-ready="yes"><head><meta charset="utf-8">` + head + `</head><body>` + body + `</body></html>`
		if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
		tb := b.open(t, 800, file, "")
		for range 40 {
			if strings.Contains(strings.Join(tb.trouble(), "\n"), words) {
				return
			}
			time.Sleep(25 * time.Millisecond)
		}
		t.Errorf("%q was not noticed: %q", words, tb.trouble())
	}
	sees("", `<script>console.error('lamp')</script>`, "lamp")
	sees("", `<script>nowhere()</script>`, "nowhere is not defined")
	sees("", `<img src="http://example.invalid/a.png">`, "request: http://example.invalid/a.png")
	sees(`<meta http-equiv="Content-Security-Policy" content="`+contentPolicy+`">`, `<script>window.x=1</script>`, "Content Security Policy")
	sees(`<meta http-equiv="Content-Security-Policy" content="`+contentPolicy+`">`, `<p style="color:red">x</p>`, "Content Security Policy")
}
