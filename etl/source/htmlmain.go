package source

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"jikenbo/etl/notice"
)

// mainPosts reads a page that is no blog: the notice in its main part, or, where
// that is a dump with case headers, its posts.
func mainPosts(root *node, address string) []notice.Post {
	main := mainPart(root)
	skip := func(n *node) bool { return n != main && isAround(n) }
	title, heading := pageTitle(root, main)
	text, struck := flowText(main, func(n *node) bool { return n == heading || skip(n) })
	whole, _ := flowText(main, skip)
	if posts := headedPosts(whole); len(posts) > 1 {
		return posts
	}
	p := newPost(title, text, struck)
	if !isNotice(p.Body) {
		return nil
	}
	p.URL = address
	p.Published = pageDate(root, main)
	return []notice.Post{p}
}

// headedPosts splits a text that has case headers, and gives nil for any other.
func headedPosts(text string) []notice.Post {
	for i, r := range rowsOf(text) {
		if r.kind == headed {
			return Posts("", text)
		}
		if i > 100_000 {
			break
		}
	}
	return nil
}

// isAround says whether an element stands around the main part of a page.
func isAround(n *node) bool {
	switch n.tag {
	case atom.Nav, atom.Header, atom.Footer, atom.Aside, atom.Form, atom.Search, atom.Dialog:
		return true
	}
	if len(n.attrs) == 0 {
		return false
	}
	switch n.attr("role") {
	case "navigation", "banner", "contentinfo", "complementary", "search", "dialog":
		return true
	}
	return n.hasToken("class", words.around...) || n.hasToken("id", words.around...)
}

// mainPart finds the element that holds the notice: <main>, else <article>, else the
// smallest element that holds most of the page's text outside links.
func mainPart(root *node) *node {
	weights := map[*node]int{}
	weigh(root, weights)
	best := root
	for _, is := range []func(*node) bool{
		func(n *node) bool { return n.tag == atom.Article },
		func(n *node) bool { return n.tag == atom.Main || n.attr("role") == "main" },
		func(n *node) bool { return n.hasToken("id", words.main...) || n.hasToken("class", words.main...) },
	} {
		if n := heaviest(root, weights, is); n != nil && weights[n]*2 >= weights[root] {
			best = n
			break
		}
	}
	for { // down to where the text parts
		var next *node
		for _, kid := range best.kids {
			if weights[kid]*10 >= weights[best]*9 && weights[kid] > 0 && isBlock(kid.tag) {
				next = kid
			}
		}
		if next == nil || next.tag == atom.P || anyHeading(best) {
			return best
		}
		best = next
	}
}

// anyHeading says whether one of the children of n is a heading, which belongs to
// the text beside it.
func anyHeading(n *node) bool {
	for _, kid := range n.kids {
		if isHeading(kid.tag) {
			return true
		}
	}
	return false
}

// weigh counts, for each element, the bytes of text below it that are neither in
// links nor around the main part.
func weigh(n *node, weights map[*node]int) int {
	if isHidden(n) && n.tag != 0 || isAround(n) || n.tag == atom.A {
		return 0
	}
	sum := len(trimSpace(n.text))
	for _, kid := range n.kids {
		sum += weigh(kid, weights)
	}
	if len(n.kids) > 0 {
		weights[n] = sum
	}
	return sum
}

func heaviest(n *node, weights map[*node]int, is func(*node) bool) *node {
	var best *node
	eachNode(n, func(k *node) {
		if is(k) && weights[k] > 0 && (best == nil || weights[k] > weights[best]) {
			best = k
		}
	})
	return best
}

// pageTitle chooses the title of a page, and the heading element it stands in if
// it stands in one: the first of the headings, og:title and <title> that reads as
// the title of a notice, else the first there is.
func pageTitle(root, main *node) (string, *node) {
	type candidate struct {
		text string
		at   *node
	}
	var all []candidate
	add := func(text string, at *node) {
		if text = oneLine(text); text != "" {
			all = append(all, candidate{text, at})
		}
	}
	headings := func(from *node) {
		eachNode(from, func(n *node) {
			if (n.tag == atom.H1 || n.tag == atom.H2) && len(all) < 8 {
				text, _ := flowText(n, nil)
				add(text, n)
			}
		})
	}
	headings(main)
	eachNode(root, func(n *node) {
		if n.tag == atom.Meta && n.attr("property") == "og:title" {
			add(siteless(n.attr("content")), nil)
		}
		if n.tag == atom.Title && len(n.kids) > 0 {
			add(siteless(n.kids[0].text), nil)
		}
	})
	headings(root)
	for _, c := range all {
		if containsAny(c.text, words.incident) && utf8.RuneCountInString(c.text) >= 10 &&
			!(startsWithAny(c.text, words.headingStart) && endsWithAny(c.text, words.headingEnd)) {
			return c.text, c.at
		}
	}
	if len(all) == 0 {
		return "", nil
	}
	return all[0].text, all[0].at
}

// siteless takes the name of the site off a <title>: the longest of its parts is
// the title of the page.
func siteless(title string) string {
	best := ""
	for _, part := range strings.FieldsFunc(title, func(r rune) bool { return strings.ContainsRune("|｜»›", r) }) {
		for _, p := range strings.Split(strings.ReplaceAll(part, " – ", " - "), " - ") {
			if p = trimSpace(p); len(p) > len(best) {
				best = p
			}
		}
	}
	return best
}

// pageDate reads the date of publication that the markup of a page states.
func pageDate(root, main *node) string {
	day := ""
	eachNode(root, func(n *node) {
		if day == "" && n.tag == atom.Meta && (n.attr("property") == "article:published_time" || n.hasToken("itemprop", "datePublished") || n.attr("name") == "date") {
			day = firstDate(n.attr("content"))
		}
	})
	eachNode(main, func(n *node) {
		if day == "" && n.tag == atom.Time && !n.hasToken("itemprop", "dateModified") && !n.hasToken("class", "updated") {
			day = firstDate(n.attr("datetime"))
		}
	})
	return day
}
