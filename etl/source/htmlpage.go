package source

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"jikenbo/etl/notice"
)

// htmlPosts reads the posts of a page. A page in the markup of a blog (Blogger,
// WordPress) gives its posts with their titles, dates and addresses; any other the one
// notice in its main part, if it is one. errTooManyNodes is the only error.
func htmlPosts(page string) ([]notice.Post, error) {
	root, err := parseTree(page)
	if err != nil {
		return nil, err
	}
	p := pageReader{canonical: canonical(root)}
	p.walk(root)
	if posts := p.posts(); len(posts) > 0 {
		return posts, nil
	}
	return mainPosts(root, p.canonical), nil
}

// htmlText gives the text of a fragment, and the words struck out in it.
func htmlText(fragment string) (string, []notice.Struck, error) {
	root, err := parseTree(fragment)
	if err != nil {
		return "", nil, err
	}
	text, struck := flowText(root, nil)
	return text, struck, nil
}

// looksHTML says whether text that may be either is HTML.
func looksHTML(s string) bool {
	for rest := s; ; {
		at := strings.IndexByte(rest, '<')
		if at < 0 {
			return false
		}
		rest = rest[at+1:]
		name := strings.ToLower(strings.TrimPrefix(rest[:min(len(rest), 16)], "/"))
		end := strings.IndexAny(name, " \t\r\n/>")
		if end > 0 && (isBlock(atom.Lookup([]byte(name[:end]))) || isInline(atom.Lookup([]byte(name[:end])))) {
			return true
		}
	}
}

func isInline(tag atom.Atom) bool {
	switch tag {
	case atom.A, atom.B, atom.Br, atom.Del, atom.Em, atom.Font, atom.I, atom.Img, atom.Ins, atom.S, atom.Span, atom.Strike, atom.Strong, atom.U:
		return true
	}
	return false
}

// pageReader meets, in the order of the page, what the posts of a blog consist of.
type pageReader struct {
	found     []found
	day       string // date header above the posts of a day
	title     *node  // title since the last body
	heading   *node  // plain heading since the last body
	published string // date between a title and its body, or above both
	dated     *node  // the element that gave published
	link      string
	canonical string
}

// found is one post's parts.
type found struct {
	title     *node
	body      *node
	day       string
	published string
	link      string
}

func (p *pageReader) walk(n *node) {
	switch {
	case isPostBody(n):
		p.body(n)
		return
	case n.hasToken("class", "date-header"):
		text, _ := flowText(n, nil)
		p.day = isoDate(text)
		return
	case n.hasToken("class", "post-title", "entry-title") || n.hasToken("itemprop", "headline") && isHeading(n.tag):
		p.newTitle(n)
	case isHeading(n.tag):
		p.heading = n
	}
	if isHidden(n) && n.tag != atom.Head && n.tag != atom.Noscript || n.hasToken("class", "comments", "sidebar", "widget-content-hidden") || n.tag == atom.Nav {
		return
	}
	p.date(n)
	for _, kid := range n.kids {
		p.walk(kid)
	}
}

func (p *pageReader) newTitle(n *node) {
	p.title, p.link = n, ""
	if len(p.found) > 0 && p.dated != nil && within(p.found[len(p.found)-1].body, meeting(p.dated, n)) {
		p.published = "" // it was of the post above
	}
	eachNode(n, func(k *node) {
		if href := k.attr("href"); k.tag == atom.A && isWebAddress(href) {
			p.link = href
		}
	})
}

// date reads the machine-readable dates and the permanent link of a post. What
// stands below a body belongs to it, until the next title.
func (p *pageReader) date(n *node) {
	day, link := "", ""
	switch {
	case n.hasToken("class", "published") || n.hasToken("itemprop", "datePublished"):
		day = firstDate(n.attr("title"), n.attr("datetime"), n.attr("content"))
	case n.tag == atom.Time && !n.hasToken("class", "updated") && !n.hasToken("itemprop", "dateModified"):
		day = firstDate(n.attr("datetime"))
	}
	if n.tag == atom.A && (n.hasToken("class", "timestamp-link") || n.hasToken("rel", "bookmark")) && isWebAddress(n.attr("href")) {
		link = n.attr("href")
	}
	if p.title == nil && len(p.found) > 0 {
		last := &p.found[len(p.found)-1]
		last.link = firstOf(last.link, link)
		if last.published == "" {
			last.published = day
			return
		}
	} else {
		p.link = firstOf(p.link, link)
	}
	if day != "" && p.published == "" {
		p.published, p.dated = day, n
	}
}

// meeting is the nearest element that holds both a and b.
func meeting(a, b *node) *node {
	for ; a != nil; a = a.parent {
		if within(b, a) {
			return a
		}
	}
	return nil
}

// within says whether n is in, or is, the element outer.
func within(n, outer *node) bool {
	for ; n != nil; n = n.parent {
		if n == outer {
			return true
		}
	}
	return outer == nil
}

func (p *pageReader) body(n *node) {
	title := p.title
	if title == nil {
		title = p.heading
	}
	p.found = append(p.found, found{title, n, p.day, p.published, p.link})
	p.title, p.heading, p.published, p.dated, p.link = nil, nil, "", nil, ""
	eachNode(n, func(k *node) {
		if k.hasToken("class", "published") || k.hasToken("itemprop", "datePublished") {
			p.date(k)
		}
	})
}

func (p *pageReader) posts() []notice.Post {
	var posts []notice.Post
	for _, f := range p.found {
		title := ""
		if f.title != nil {
			title, _ = flowText(f.title, nil)
		}
		text, struck := flowText(f.body, nil)
		if trimSpace(text) == "" && trimSpace(title) == "" {
			continue
		}
		post := newPost(title, text, struck)
		post.Published = firstOf(f.published, f.day)
		post.URL = f.link
		if post.URL == "" && len(p.found) == 1 {
			post.URL = p.canonical
		}
		posts = append(posts, post)
	}
	return posts
}

// isPostBody says whether n holds the text of one post of a blog, and nothing in it
// does.
func isPostBody(n *node) bool {
	return isBodyMarked(n) && !anyBelow(n, isBodyMarked)
}

func isBodyMarked(n *node) bool {
	return len(n.attrs) > 0 && (n.hasToken("class", "post-body", "entry-content", "article-body", "post-content", "articleBody") || n.hasToken("itemprop", "articleBody"))
}

func anyBelow(n *node, is func(*node) bool) bool {
	for _, kid := range n.kids {
		if is(kid) || anyBelow(kid, is) {
			return true
		}
	}
	return false
}

func eachNode(n *node, do func(*node)) {
	do(n)
	for _, kid := range n.kids {
		eachNode(kid, do)
	}
}

func isHeading(tag atom.Atom) bool {
	return tag == atom.H1 || tag == atom.H2 || tag == atom.H3 || tag == atom.H4
}

// canonical is the address that the page gives for itself, or "".
func canonical(root *node) string {
	address := ""
	eachNode(root, func(n *node) {
		switch {
		case address != "":
		case n.tag == atom.Link && n.hasToken("rel", "canonical") && isWebAddress(n.attr("href")):
			address = n.attr("href")
		case n.tag == atom.Meta && n.attr("property") == "og:url" && isWebAddress(n.attr("content")):
			address = n.attr("content")
		}
	})
	return address
}

func isWebAddress(s string) bool {
	return (strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")) && utf8.ValidString(s) && !strings.ContainsAny(s, " \t\r\n\"<>")
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
