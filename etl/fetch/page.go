package fetch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// page is what is kept of a URL between two runs.
type page struct {
	URL          string `json:"url"`
	File         string `json:"file"` // base name
	SHA256       string `json:"sha256"`
	ETag         string `json:"etag,omitempty"`
	LastModified string `json:"last_modified,omitempty"`
	Next         string `json:"next,omitempty"` // the feed's next page
}

// page fetches one URL, again where the connection breaks on the way. The error is
// that of ctx or of the folder; what is wrong with the page is in the Result.
func (f *fetcher) page(ctx context.Context, u *url.URL) (Result, string, error) {
	old := f.recall(u)
	for try := 0; ; try++ {
		r, next, err := f.attempt(ctx, u, old)
		if err != nil || !errors.Is(r.Err, errCutOff) || try >= f.opt.Retries {
			return r, next, err
		}
		if err := sleep(ctx, f.opt.Backoff<<try); err != nil {
			return r, "", err
		}
	}
}

func (f *fetcher) attempt(ctx context.Context, u *url.URL, old page) (Result, string, error) {
	r := Result{URL: u.String()}
	resp, err := f.get(ctx, u, old)
	if err != nil {
		r.Err = explain(err)
		return r, "", ctx.Err()
	}
	defer resp.Body.Close()
	switch {
	case resp.StatusCode == http.StatusNotModified && old.File != "":
		r.File, r.Unchanged = filepath.Join(f.opt.Dir, old.File), true
		return r, old.Next, nil
	case resp.StatusCode != http.StatusOK:
		r.Err = fmt.Errorf("the server answers %s", resp.Status)
		return r, "", nil
	}
	return f.keep(ctx, u, old, resp)
}

// keep writes the body of an answer into the folder: whole, or not at all.
func (f *fetcher) keep(ctx context.Context, u *url.URL, old page, resp *http.Response) (Result, string, error) {
	r := Result{URL: u.String()}
	tmp, err := os.CreateTemp(f.opt.Dir, ".fetch-*")
	if err != nil {
		return r, "", fmt.Errorf("write into the folder for fetched pages: %w", err)
	}
	defer os.Remove(tmp.Name())
	defer tmp.Close()
	sum := sha256.New()
	body := &answer{r: io.LimitReader(resp.Body, f.opt.MaxBytes+1)}
	r.Bytes, err = io.Copy(io.MultiWriter(tmp, sum), body)
	switch {
	case body.err != nil:
		r.Err = explain(body.err)
		return r, "", ctx.Err()
	case err != nil:
		return r, "", fmt.Errorf("write %s: %w", tmp.Name(), err)
	case r.Bytes > f.opt.MaxBytes:
		r.Err = fmt.Errorf("it is larger than %d bytes: --max-size raises the limit", f.opt.MaxBytes)
		return r, "", nil
	}
	p := page{URL: u.String(), File: old.File, SHA256: hex.EncodeToString(sum.Sum(nil)),
		ETag: resp.Header.Get("ETag"), LastModified: resp.Header.Get("Last-Modified")}
	if p.File == "" {
		p.File = fileName(u, resp.Header.Get("Content-Type"))
	}
	p.Next = nextPage(tmp, resp)
	r.File, r.Unchanged = filepath.Join(f.opt.Dir, p.File), p.SHA256 == old.SHA256
	return r, p.Next, f.store(tmp, p, r.Unchanged)
}

// store puts the file in its place and then says so in its note: a run that ends
// between the two fetches the page once more.
func (f *fetcher) store(tmp *os.File, p page, unchanged bool) error {
	if !unchanged {
		err := errors.Join(tmp.Chmod(0o644), tmp.Close())
		if err == nil {
			err = os.Rename(tmp.Name(), filepath.Join(f.opt.Dir, p.File))
		}
		if err != nil {
			return fmt.Errorf("write %s: %w", p.File, err)
		}
	}
	text, err := json.MarshalIndent(p, "", "  ")
	if err == nil {
		err = os.WriteFile(f.note(p.URL), append(text, '\n'), 0o644)
	}
	if err != nil {
		return fmt.Errorf("write note of %s: %w", p.File, err)
	}
	return nil
}

// answer remembers an error of reading, which io.Copy does not tell from one of writing.
type answer struct {
	r   io.Reader
	err error
}

func (a *answer) Read(p []byte) (int, error) {
	n, err := a.r.Read(p)
	if err != nil && err != io.EOF {
		a.err = err
	}
	return n, err
}

// note is the file in which a URL's page is kept in mind.
func (f *fetcher) note(address string) string {
	return filepath.Join(f.opt.Dir, "."+shortHash(address)+".json")
}

// recall reads what is kept of a URL: nothing where the file is no longer there as it
// was written, so that it is fetched anew.
func (f *fetcher) recall(u *url.URL) page {
	var p page
	text, err := os.ReadFile(f.note(u.String()))
	if err != nil || json.Unmarshal(text, &p) != nil || p.URL != u.String() || p.File != filepath.Base(p.File) || strings.HasPrefix(p.File, ".") {
		return page{}
	}
	file, err := os.Open(filepath.Join(f.opt.Dir, p.File))
	if err != nil {
		return page{}
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil || hex.EncodeToString(sum.Sum(nil)) != p.SHA256 {
		return page{}
	}
	return p
}

func shortHash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:5])
}

// fileName makes a name that a person can tell the page by, and that no other URL has.
func fileName(u *url.URL, contentType string) string {
	plain := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '.' || r == '-' {
			return r
		}
		return '_'
	}, strings.ToLower(strings.TrimSuffix(u.Host+u.Path, "/")))
	kind, _, _ := mime.ParseMediaType(contentType)
	ending := map[string]string{"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/json": ".json"}[kind]
	if ending == "" && strings.HasSuffix(kind, "xml") {
		ending = ".xml"
	}
	plain = strings.TrimSuffix(strings.TrimLeft(plain, "."), ending)
	return plain[:min(len(plain), 80)] + "-" + shortHash(u.String()) + ending
}

var errCutOff = errors.New("the server closed the connection before the end")

// explain makes a line of what net/http says, without the URL, which is said already.
func explain(err error) error {
	var outer *url.Error
	if errors.As(err, &outer) {
		err = outer.Err
	}
	if errors.Is(err, errPrivate) {
		return errPrivate
	}
	if isCutOff(err) {
		return errCutOff
	}
	return err
}

func isCutOff(err error) bool { return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) }
