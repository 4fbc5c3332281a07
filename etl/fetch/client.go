package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"syscall"
	"time"
)

// fetcher asks servers, one request at a time.
type fetcher struct {
	opt     Options
	client  *http.Client
	visited map[string]bool // hosts
	seen    map[string]bool // URLs
}

// errPrivate says why an address is not reached.
var errPrivate = errors.New("it leads to a private address: --allow-private permits that")

// newClient makes a client that refuses, after names are resolved and for every
// redirect anew, what must not be reached.
func newClient(o Options) *http.Client {
	dialer := &net.Dialer{Timeout: 30 * time.Second, Control: func(_, address string, _ syscall.RawConn) error {
		at, err := netip.ParseAddrPort(address)
		if err != nil {
			return err
		}
		if !o.AllowPrivate && !isPublic(at.Addr().Unmap()) {
			return errPrivate
		}
		return nil
	}}
	return &http.Client{
		Timeout:   o.Timeout,
		Transport: &http.Transport{DialContext: dialer.DialContext, TLSHandshakeTimeout: 30 * time.Second, ForceAttemptHTTP2: true},
		CheckRedirect: func(to *http.Request, via []*http.Request) error {
			if len(via) > 5 {
				return errors.New("it redirects more than 5 times")
			}
			if _, err := check(to.URL.String()); err != nil {
				return fmt.Errorf("it redirects to %s: %w", to.URL.Redacted(), err)
			}
			return nil
		},
	}
}

// reserved are the ranges, beyond those that netip tells, in which no public server is.
var reserved = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("64:ff9b::/96"),
	netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("2002::/16"), netip.MustParsePrefix("fec0::/10"),
}

func isPublic(a netip.Addr) bool {
	for _, p := range reserved {
		if p.Contains(a) {
			return false
		}
	}
	return a.IsGlobalUnicast() && !a.IsPrivate()
}

// get asks for a page until there is an answer that a further try would not change.
// The caller closes its body.
func (f *fetcher) get(ctx context.Context, u *url.URL, p page) (*http.Response, error) {
	if f.visited[u.Host] {
		if err := sleep(ctx, f.opt.Pause); err != nil {
			return nil, err
		}
	}
	f.visited[u.Host] = true
	for try := 0; ; try++ {
		resp, err := f.once(ctx, u, p)
		wait, again := f.again(resp, err, try)
		if !again || ctx.Err() != nil {
			return resp, err
		}
		if resp != nil {
			resp.Body.Close()
		}
		if err := sleep(ctx, wait); err != nil {
			return nil, err
		}
	}
}

func (f *fetcher) once(ctx context.Context, u *url.URL, p page) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", f.opt.UserAgent)
	if p.ETag != "" {
		req.Header.Set("If-None-Match", p.ETag)
	}
	if p.LastModified != "" {
		req.Header.Set("If-Modified-Since", p.LastModified)
	}
	return f.client.Do(req)
}

// again says whether to try again, and after what time. A server that says itself when
// to come back (Retry-After) is heeded, up to a minute.
func (f *fetcher) again(resp *http.Response, err error, try int) (time.Duration, bool) {
	if try >= f.opt.Retries {
		return 0, false
	}
	wait := f.opt.Backoff << try
	if err != nil {
		return wait, mayPass(err)
	}
	switch resp.StatusCode {
	case http.StatusTooManyRequests, http.StatusInternalServerError, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		if s, err := strconv.Atoi(resp.Header.Get("Retry-After")); err == nil && s >= 0 {
			wait = min(time.Duration(s)*time.Second, time.Minute)
		}
		return wait, true
	}
	return 0, false
}

// mayPass says whether a request that failed without an answer is worth another: the
// connection broke or was refused, time ran out, the name server was busy.
func mayPass(err error) bool {
	var dns *net.DNSError
	if errors.As(err, &dns) {
		return dns.IsTemporary || dns.IsTimeout
	}
	var network *net.OpError
	var timeout interface{ Timeout() bool }
	return !errors.Is(err, errPrivate) &&
		(errors.As(err, &network) || errors.As(err, &timeout) && timeout.Timeout())
}

func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}
