package source

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"strings"

	"github.com/mmcdole/gofeed/atom"
	ext "github.com/mmcdole/gofeed/extensions"
	"github.com/mmcdole/gofeed/rss"

	"jikenbo/etl/notice"
)

// feed reads an Atom or RSS feed, or a blog's backup export of any size: the
// entries are cut out of the stream one at a time (feedscan.go), and each is read
// by gofeed as a feed of one entry.
func (r *reader) feed(text io.Reader) error {
	s := newEntryScanner(text, r.opt.MaxPost)
	for n := 1; ; n++ {
		entry, err := s.next()
		switch {
		case err == io.EOF:
			return nil
		case err == errTooLarge:
			err = r.reject(notice.RejectTooLarge, fmt.Sprintf("entry %d is larger than %d MiB", n, r.opt.MaxPost/mib))
		case err == io.ErrUnexpectedEOF:
			return r.reject(notice.RejectBroken, fmt.Sprintf("the feed ends inside entry %d", n))
		case err != nil:
			return err
		default:
			err = r.entry(s, entry, n)
		}
		if err != nil {
			return err
		}
	}
}

func (r *reader) entry(s *entryScanner, entry []byte, n int) error {
	if isNoPost(entry) {
		return nil
	}
	p, ok, err := s.post(entry)
	if err != nil {
		return r.reject(notice.RejectBroken, fmt.Sprintf("entry %d cannot be read: %s", n, printable(err.Error())))
	}
	if !ok {
		return nil
	}
	return r.sink.post(p)
}

// isNoPost knows most comments, templates and settings of an export without
// parsing them.
func isNoPost(entry []byte) bool {
	return bytes.Contains(entry, []byte("/blogger/2008/kind#")) && !bytes.Contains(entry, []byte("/blogger/2008/kind#post"))
}

// post reads one entry; ok is false for one that is no published post.
func (s *entryScanner) post(entry []byte) (p notice.Post, ok bool, err error) {
	if s.isAtom {
		return atomPost(s.wrap(entry, ""))
	}
	if s.rootLocal == "RDF" {
		return rssPost(s.wrap(entry, ""))
	}
	return rssPost(s.wrap(entry, "channel"))
}

func atomPost(feed []byte) (notice.Post, bool, error) {
	f, err := (&atom.Parser{}).Parse(bytes.NewReader(feed))
	if err != nil {
		return notice.Post{}, false, err
	}
	if len(f.Entries) != 1 {
		return notice.Post{}, false, nil
	}
	e := f.Entries[0]
	if !isPublished(e) {
		return notice.Post{}, false, nil
	}
	body := e.Summary
	if e.Content != nil && trimSpace(e.Content.Value) != "" {
		body = e.Content.Value
	}
	p, err := contentPost(html.UnescapeString(e.Title), body)
	p.Published = firstDate(e.Published, e.Updated)
	for _, l := range e.Links {
		if (l.Rel == "alternate" || l.Rel == "") && isWebAddress(l.Href) {
			p.URL = firstOf(p.URL, l.Href)
		}
	}
	return p, p.Body != "", err
}

// isPublished leaves out what an export holds besides published posts: comments,
// templates, settings, pages, drafts and what was thrown away.
func isPublished(e *atom.Entry) bool {
	for _, c := range e.Categories {
		if strings.HasSuffix(c.Scheme, "g/2005#kind") && !strings.HasSuffix(c.Term, "kind#post") {
			return false
		}
	}
	for prefix, elements := range e.Extensions {
		for name, list := range elements {
			for _, x := range list {
				switch {
				case name == "control" && isDraft(x),
					prefix == "thr" && name == "in-reply-to",
					prefix == "blogger" && name == "type" && x.Value != "POST",
					prefix == "blogger" && name == "status" && x.Value != "LIVE":
					return false
				}
			}
		}
	}
	return true
}

func isDraft(control ext.Extension) bool {
	for _, d := range control.Children["draft"] {
		if trimSpace(d.Value) == "yes" {
			return true
		}
	}
	return false
}

func rssPost(feed []byte) (notice.Post, bool, error) {
	f, err := (&rss.Parser{}).Parse(bytes.NewReader(feed))
	if err != nil {
		return notice.Post{}, false, err
	}
	if len(f.Items) != 1 {
		return notice.Post{}, false, nil
	}
	i := f.Items[0]
	p, err := contentPost(html.UnescapeString(i.Title), firstOf(trimSpace(i.Content), i.Description))
	p.Published = isoDate(i.PubDate)
	if d := i.DublinCoreExt; p.Published == "" && d != nil {
		p.Published = firstDate(d.Date...)
	}
	for _, address := range []string{i.Link, guidLink(i)} {
		if isWebAddress(address) {
			p.URL = firstOf(p.URL, address)
		}
	}
	return p, p.Body != "", err
}

// guidLink is the identity of an item where that is its address.
func guidLink(i *rss.Item) string {
	if i.GUID == nil || i.GUID.IsPermalink == "false" {
		return ""
	}
	return i.GUID.Value
}
