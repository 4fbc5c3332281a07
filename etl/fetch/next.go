package fetch

import (
	"encoding/xml"
	"io"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// nextPage gives the URL of the feed's next page, or nothing: what the answer's Link
// header or the feed itself names as next, else, where the feed counts its entries
// (OpenSearch, as Blogger does), the page with the next start-index.
func nextPage(body *os.File, resp *http.Response) string {
	next := linkHeader(resp.Header.Values("Link"))
	if next == "" {
		if _, err := body.Seek(0, io.SeekStart); err != nil {
			return ""
		}
		head := readFeedHead(body)
		if next = head.next; next == "" {
			return head.byCount(resp.Request.URL)
		}
	}
	u, err := resp.Request.URL.Parse(next)
	if err != nil {
		return ""
	}
	return u.String()
}

// linkHeader finds the target with rel=next in Link headers.
func linkHeader(values []string) string {
	for _, link := range strings.Split(strings.Join(values, ","), ",") {
		target, params, _ := strings.Cut(link, ";")
		target = strings.TrimSpace(target)
		params = strings.ReplaceAll(strings.ToLower(strings.ReplaceAll(params, " ", "")), `"`, "")
		if strings.HasPrefix(target, "<") && strings.HasSuffix(target, ">") && strings.Contains(";"+params+";", ";rel=next;") {
			return target[1 : len(target)-1]
		}
	}
	return ""
}

// feedHead is what a feed says before its first entry.
type feedHead struct {
	next                string
	total, start, count int // entries in all, ordinal of the first here (1..), entries here
}

func readFeedHead(r io.Reader) feedHead {
	var h feedHead
	d := xml.NewDecoder(io.LimitReader(r, 1<<20))
	d.Strict = false
	// What is looked for is ASCII in every encoding that feeds come in.
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) {
		return charmap.ISO8859_1.NewDecoder().Reader(in), nil
	}
	depth := 0
	for {
		token, err := d.Token()
		if err != nil {
			return h
		}
		switch e := token.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			depth++
			name := strings.ToLower(e.Name.Local)
			if name == "entry" || name == "item" || depth == 1 && name != "feed" && name != "rss" && name != "rdf" {
				return h
			}
			if h.read(d, name, e) {
				depth--
			}
		}
	}
}

// read takes one element in, and says whether it was read to its end.
func (h *feedHead) read(d *xml.Decoder, name string, e xml.StartElement) bool {
	number := map[string]*int{"totalresults": &h.total, "startindex": &h.start, "itemsperpage": &h.count}[name]
	if number != nil {
		var text string
		if d.DecodeElement(&text, &e) == nil {
			*number, _ = strconv.Atoi(strings.TrimSpace(text))
		}
		return true
	}
	if name != "link" {
		return false
	}
	rel, href := "", ""
	for _, a := range e.Attr {
		switch a.Name.Local {
		case "rel":
			rel = a.Value
		case "href":
			href = a.Value
		}
	}
	if rel == "next" {
		h.next = href
	}
	return false
}

// byCount is the URL of the page that begins after the entries of this one.
func (h feedHead) byCount(u *url.URL) string {
	if h.start < 1 || h.count < 1 || h.start+h.count > h.total {
		return ""
	}
	q, next := u.Query(), *u
	q.Set("start-index", strconv.Itoa(h.start+h.count))
	next.RawQuery = q.Encode()
	return next.String()
}
