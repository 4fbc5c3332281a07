package fetch

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"time"
)

// Options say what to fetch, and how far to go for it. A zero number means its default.
type Options struct {
	URLs         []string
	Dir          string        // folder to write into, made where there is none
	AllowPrivate bool          // addresses of private networks and of this machine may be reached
	MaxBytes     int64         // of one page, unpacked; default 64 MiB
	MaxPages     int           // of one feed; default 1000
	Pause        time.Duration // between two requests to one host; default 1 s
	Retries      int           // after a failure that may pass; default 3
	Backoff      time.Duration // before the first retry, doubled before each further one; default 2 s
	Timeout      time.Duration // of one request; default 2 min
	UserAgent    string
	Each         func(Result) // called after every page; may be nil
}

func (o Options) withDefaults() Options {
	if o.MaxBytes <= 0 {
		o.MaxBytes = 64 << 20
	}
	if o.MaxPages <= 0 {
		o.MaxPages = 1000
	}
	if o.Pause <= 0 {
		o.Pause = time.Second
	}
	if o.Retries <= 0 {
		o.Retries = 3
	}
	if o.Backoff <= 0 {
		o.Backoff = 2 * time.Second
	}
	if o.Timeout <= 0 {
		o.Timeout = 2 * time.Minute
	}
	return o
}

// Result is what became of one page.
type Result struct {
	URL       string
	File      string // in Options.Dir; empty where it failed
	Bytes     int64
	Unchanged bool  // the file is as it was
	Err       error // what is wrong with this page; the others go on
}

// Summary counts pages.
type Summary struct{ Fetched, Unchanged, Failed int }

// Run fetches every URL and, where it is a feed, its further pages. A page that fails
// is a Result with an error; the error of Run is that of ctx or of writing into the
// folder.
func Run(ctx context.Context, o Options) (Summary, error) {
	o = o.withDefaults()
	var s Summary
	if err := os.MkdirAll(o.Dir, 0o755); err != nil {
		return s, fmt.Errorf("make folder for fetched pages: %w", err)
	}
	f := &fetcher{opt: o, client: newClient(o), visited: map[string]bool{}, seen: map[string]bool{}}
	for _, u := range o.URLs {
		if err := f.follow(ctx, u, &s); err != nil {
			return s, err
		}
	}
	return s, nil
}

// follow fetches a page and those that it names as next.
func (f *fetcher) follow(ctx context.Context, address string, s *Summary) error {
	for range f.opt.MaxPages {
		u, err := check(address)
		if err == nil && f.seen[u.String()] {
			return nil
		}
		r := Result{URL: address, Err: err}
		next := ""
		if err == nil {
			f.seen[u.String()] = true
			if r, next, err = f.page(ctx, u); err != nil {
				return err
			}
		}
		s.count(r)
		if f.opt.Each != nil {
			f.opt.Each(r)
		}
		if next == "" {
			return nil
		}
		address = next
	}
	return nil
}

func (s *Summary) count(r Result) {
	switch {
	case r.Err != nil:
		s.Failed++
	case r.Unchanged:
		s.Unchanged++
	default:
		s.Fetched++
	}
}

// check reads a URL and refuses what is not to be fetched.
func check(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return nil, fmt.Errorf("it is no URL")
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, fmt.Errorf("only http and https are fetched")
	case u.Hostname() == "":
		return nil, fmt.Errorf("it names no host")
	case u.User != nil:
		return nil, fmt.Errorf("a URL with a name or password is not fetched: they would be written into the folder")
	}
	u.Fragment = ""
	return u, nil
}
