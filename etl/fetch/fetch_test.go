package fetch

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// site is a server for one test, with what it was asked for.
type site struct {
	*httptest.Server
	asked []string // paths with queries, in order; a conditional request has a ? before it
}

func newSite(t *testing.T, handle http.HandlerFunc) *site {
	s := &site{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mark := ""
		if r.Header.Get("If-None-Match") != "" || r.Header.Get("If-Modified-Since") != "" {
			mark = "? "
		}
		s.asked = append(s.asked, mark+r.URL.RequestURI())
		handle(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

// run fetches with short pauses, and gives a line for each page.
func run(t *testing.T, o Options) ([]string, Summary) {
	t.Helper()
	o.AllowPrivate = true
	return runAs(t, o)
}

func runAs(t *testing.T, o Options) ([]string, Summary) {
	t.Helper()
	var lines []string
	o.Pause, o.Backoff = time.Millisecond, time.Millisecond
	o.Each = func(r Result) {
		u, _ := url.Parse(r.URL)
		line := u.RequestURI() + ": "
		switch {
		case r.Err != nil:
			line += r.Err.Error()
		case r.Unchanged:
			line += "unchanged"
		default:
			line += fmt.Sprint(r.Bytes, " bytes")
		}
		lines = append(lines, line)
	}
	s, err := Run(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return lines, s
}

func wantLines(t *testing.T, got []string, want ...string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// files are the names in a folder that etl would read, and their content.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".fetch-") {
			t.Errorf("a half-written file was left behind: %s", e.Name())
		}
		if !strings.HasPrefix(e.Name(), ".") {
			b, err := os.ReadFile(filepath.Join(dir, e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			all[e.Name()] = string(b)
		}
	}
	return all
}

func TestPageIsAskedForOnlyIfChanged(t *testing.T) {
	content, tag := "<html>一</html>", `"v1"`
	s := newSite(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, content)
	})
	o := Options{URLs: []string{s.URL + "/notice/index.html#top"}, Dir: filepath.Join(t.TempDir(), "new", "folder")}
	lines, sum := run(t, o)
	wantLines(t, lines, "/notice/index.html: 16 bytes")
	if sum != (Summary{Fetched: 1}) {
		t.Errorf("summary %+v", sum)
	}
	lines, _ = run(t, o)
	wantLines(t, lines, "/notice/index.html: unchanged")
	content, tag = "<html>二二</html>", `"v2"`
	lines, _ = run(t, o)
	wantLines(t, lines, "/notice/index.html: 19 bytes")

	got := files(t, o.Dir)
	if len(got) != 1 {
		t.Fatalf("files %v, want one", got)
	}
	for name, text := range got {
		if text != content || !strings.HasSuffix(name, ".html") || !strings.Contains(name, "notice_index") {
			t.Errorf("file %s holds %q", name, text)
		}
		// A file that was lost or changed by hand is fetched whole again.
		if err := os.WriteFile(filepath.Join(o.Dir, name), []byte("spoilt"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	lines, _ = run(t, o)
	wantLines(t, lines, "/notice/index.html: 19 bytes")
	wantLines(t, s.asked, "/notice/index.html", "? /notice/index.html", "? /notice/index.html", "/notice/index.html")
}

func TestSameContentIsUnchanged(t *testing.T) {
	s := newSite(t, func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "same") })
	o := Options{URLs: []string{s.URL + "/a"}, Dir: t.TempDir()}
	run(t, o)
	lines, sum := run(t, o)
	wantLines(t, lines, "/a: unchanged")
	if sum != (Summary{Unchanged: 1}) {
		t.Errorf("summary %+v", sum)
	}
}

// feed writes a page of a Blogger feed of total entries.
func feed(w http.ResponseWriter, r *http.Request, total, start, count int, next string) {
	w.Header().Set("Content-Type", "application/atom+xml; charset=UTF-8")
	w.Header().Set("Last-Modified", "Wed, 08 May 2024 00:00:00 GMT")
	if r.Header.Get("If-Modified-Since") != "" {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	fmt.Fprintf(w, `<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:openSearch='http://a9.com/-/spec/opensearchrss/1.0/'>
<title>事件簿</title>%s<openSearch:totalResults>%d</openSearch:totalResults><openSearch:startIndex>%d</openSearch:startIndex><openSearch:itemsPerPage>%d</openSearch:itemsPerPage>
<entry><title>x</title><link rel='next' href='/trap'/></entry></feed>`, next, total, start, count)
}

func TestFeedIsFollowedToItsEnd(t *testing.T) {
	s := newSite(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Query().Get("start-index") {
		case "":
			feed(w, r, 60, 1, 25, `<link rel='next' type='application/atom+xml' href='/feeds/posts/default?start-index=26&amp;max-results=25'/>`)
		case "26":
			feed(w, r, 60, 26, 25, "") // by count alone
		default:
			feed(w, r, 60, 51, 25, "")
		}
	})
	o := Options{URLs: []string{s.URL + "/feeds/posts/default"}, Dir: t.TempDir()}
	pages := []string{"/feeds/posts/default", "/feeds/posts/default?start-index=26&max-results=25", "/feeds/posts/default?max-results=25&start-index=51"}
	_, sum := run(t, o)
	wantLines(t, s.asked, pages...)
	if n := len(files(t, o.Dir)); sum.Fetched != 3 || n != 3 {
		t.Errorf("%+v and %d files, want 3", sum, n)
	}
	s.asked = nil
	_, sum = run(t, o)
	wantLines(t, s.asked, "? "+pages[0], "? "+pages[1], "? "+pages[2])
	if sum.Unchanged != 3 {
		t.Errorf("second time %+v, want 3 unchanged", sum)
	}
	s.asked = nil
	o.Dir, o.MaxPages = t.TempDir(), 2
	run(t, o)
	wantLines(t, s.asked, pages[:2]...)
}

func TestNextPage(t *testing.T) {
	next := func(want, body string, header ...string) {
		t.Helper()
		f, err := os.CreateTemp(t.TempDir(), "")
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		f.WriteString(body)
		at, _ := url.Parse("https://blog.example/feed?x=1")
		resp := &http.Response{Header: http.Header{"Link": header}, Request: &http.Request{URL: at}}
		if got := nextPage(f, resp); got != want {
			t.Errorf("next page of %.60q is %q, want %q", body, got, want)
		}
	}
	next("https://blog.example/2", `<feed><link rel="next" href="/2"/><entry/></feed>`)
	next("https://blog.example/2", `<rss><channel><title>x</title><atom:link rel="next" href="2"/><item/></channel></rss>`)
	next("https://www.blog.example/b?a=1&b=2", "\ufeff"+`<?xml version="1.0" encoding="Shift_JIS"?><feed><link href="https://www.blog.example/b?a=1&amp;b=2" rel="next"/></feed>`)
	next("https://blog.example/3", "no feed", `<https://blog.example/1>; rel="prev", </3>; rel="next"`)
	next("", `<feed><link rel="self" href="/1"/><entry><link rel="next" href="/trap"/></entry></feed>`)
	next("", `<html><head><link rel="next" href="/2"></head></html>`)
	next("", `<feed><totalResults>25</totalResults><startIndex>1</startIndex><itemsPerPage>25</itemsPerPage></feed>`)
	next("", `<feed><totalResults>x</totalResults><startIndex>-3</startIndex><itemsPerPage>0</itemsPerPage></feed>`)
	next("", `<feed><link rel="next" hr`)
	next("", "\x00\xff")
	next("", "")
}

func TestFeedThatLeadsInACircle(t *testing.T) {
	s := newSite(t, func(w http.ResponseWriter, r *http.Request) {
		feed(w, r, 0, 0, 0, `<link rel='next' href='/a'/>`)
	})
	run(t, Options{URLs: []string{s.URL + "/a", s.URL + "/a"}, Dir: t.TempDir()})
	wantLines(t, s.asked, "/a")
}

func TestFailuresThatPass(t *testing.T) {
	left := 2
	s := newSite(t, func(w http.ResponseWriter, r *http.Request) {
		if left--; left >= 0 {
			w.Header().Set("Retry-After", "0")
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
		fmt.Fprint(w, "at last")
	})
	lines, _ := run(t, Options{URLs: []string{s.URL + "/a"}, Dir: t.TempDir()})
	wantLines(t, lines, "/a: 7 bytes")
	wantLines(t, s.asked, "/a", "/a", "/a")
}

func TestFailuresThatStay(t *testing.T) {
	s := newSite(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/gone":
			w.WriteHeader(http.StatusNotFound)
		case "/busy":
			w.WriteHeader(http.StatusTooManyRequests)
		case "/cut":
			w.Header().Set("Content-Length", "100")
			fmt.Fprint(w, "only this")
		case "/large":
			fmt.Fprint(w, strings.Repeat("あ", 1000))
		case "/bomb":
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			z.Write(make([]byte, 1<<20))
			z.Close()
		case "/304":
			w.WriteHeader(http.StatusNotModified)
		case "/file":
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		case "/loop":
			http.Redirect(w, r, "/loop", http.StatusFound)
		default:
			fmt.Fprint(w, "fine")
		}
	})
	o := Options{Dir: t.TempDir(), MaxBytes: 1000}
	for _, path := range []string{"/gone", "/busy", "/cut", "/large", "/bomb", "/304", "/file", "/loop", "/last"} {
		o.URLs = append(o.URLs, s.URL+path)
	}
	lines, sum := run(t, o)
	wantLines(t, lines,
		"/gone: the server answers 404 Not Found",
		"/busy: the server answers 429 Too Many Requests",
		"/cut: the server closed the connection before the end",
		"/large: it is larger than 1000 bytes: --max-size raises the limit",
		"/bomb: it is larger than 1000 bytes: --max-size raises the limit",
		"/304: the server answers 304 Not Modified",
		"/file: it redirects to file:///etc/passwd: only http and https are fetched",
		"/loop: it redirects more than 5 times",
		"/last: 4 bytes")
	if sum.Failed != 8 || len(files(t, o.Dir)) != 1 {
		t.Errorf("%+v, files %v; want 8 failures and one file", sum, files(t, o.Dir))
	}
	for _, path := range []string{"/busy", "/cut"} {
		if n := strings.Count(strings.Join(s.asked, "\n"), path); n != 4 {
			t.Errorf("%s was asked for %d times, want 4", path, n)
		}
	}
}

func TestWhatIsNotFetched(t *testing.T) {
	refused := func(address, want string) {
		t.Helper()
		var got error
		_, err := Run(t.Context(), Options{URLs: []string{address}, Dir: t.TempDir(), Each: func(r Result) { got = r.Err }})
		if err != nil || got == nil || got.Error() != want {
			t.Errorf("fetch %s: %v, %v; want %q", address, got, err, want)
		}
	}
	const private = "it leads to a private address: --allow-private permits that"
	refused("file:///etc/passwd", "only http and https are fetched")
	refused("ftp://example.jp/x", "only http and https are fetched")
	refused("/etc/passwd", "only http and https are fetched")
	refused("https://", "it names no host")
	refused("https://me:secret@example.jp/", "a URL with a name or password is not fetched: they would be written into the folder")
	refused("http://%zz/", "it is no URL")
	refused("http://127.0.0.1/", private)
	refused("http://localhost/", private)
	refused("http://[::1]/", private)
	refused("http://[::ffff:10.0.0.1]/", private)
	refused("http://169.254.169.254/latest/meta-data", private)
	refused("http://192.168.1.1:8080/", private)
	refused("http://0.0.0.0/", private)
}

func TestRedirectToAPrivateAddressIsRefused(t *testing.T) {
	public := func(a string, want bool) {
		t.Helper()
		if isPublic(netip.MustParseAddr(a)) != want {
			t.Errorf("isPublic(%s) is not %v", a, want)
		}
	}
	public("8.8.8.8", true)
	public("2001:4860:4860::8888", true)
	public("10.1.2.3", false)
	public("172.16.0.1", false)
	public("100.64.0.1", false)
	public("fd00::1", false)
	public("fe80::1", false)
	public("224.0.0.1", false)
	public("255.255.255.255", false)
	public("64:ff9b::7f00:1", false)
	public("2002:7f00:1::", false)

	// The address is looked at when the connection is made, so for redirects as well.
	s := newSite(t, func(w http.ResponseWriter, r *http.Request) {})
	lines, _ := runAs(t, Options{URLs: []string{s.URL + "/a"}, Dir: t.TempDir()})
	wantLines(t, lines, "/a: it leads to a private address: --allow-private permits that")
	wantLines(t, s.asked)
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s := newSite(t, func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, strings.Repeat("x", 100_000))
		w.(http.Flusher).Flush()
		cancel()
		<-r.Context().Done()
	})
	dir := t.TempDir()
	_, err := Run(ctx, Options{URLs: []string{s.URL + "/a", s.URL + "/b"}, Dir: dir, AllowPrivate: true})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that of the context", err)
	}
	if got := files(t, dir); len(got) != 0 {
		t.Errorf("files %v were left", got)
	}
	wantLines(t, s.asked, "/a")
}

func TestFileName(t *testing.T) {
	name := func(address, contentType, want string) {
		t.Helper()
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		got := fileName(u, contentType)
		i := strings.LastIndex(got, "-")
		if ending := got[i+11:]; got[:i]+ending != want {
			t.Errorf("file name of %s is %s, want %s with a hash", address, got, want)
		}
	}
	name("https://blog.example/feeds/posts/default?start-index=26", "application/atom+xml; charset=UTF-8", "blog.example_feeds_posts_default.xml")
	name("https://blog.example/", "text/html", "blog.example.html")
	name("https://blog.example/2024/お知らせ.html", "text/html; charset=Shift_JIS", "blog.example_2024_____.html")
	name("https://blog.example/../../etc/passwd", "", "blog.example_.._.._etc_passwd")
	name("https://blog.example/"+strings.Repeat("a", 300), "text/plain", "blog.example_"+strings.Repeat("a", 67)+".txt")
}
