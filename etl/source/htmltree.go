package source

import (
	"bytes"
	"errors"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// node is an element, or a text where tag is 0 and name empty. Pages are read into
// this small tree from html.Tokenizer, and not by html.Parse, because that
// refuses deep nesting and can be made to build thousands of nodes from one tag
// (unclosed formatting elements are opened again in each paragraph).
type node struct {
	tag    atom.Atom
	attrs  []html.Attribute // those of keptAttrs alone
	text   string
	struck bool // a text shown struck out
	parent *node
	kids   []*node
}

const (
	maxDepth = 256       // deeper elements become children of the last one that fits
	maxNodes = 2_000_000 // of one page; a page of 500 posts has some 200,000
)

var errTooManyNodes = errors.New("too many elements")

var keptAttrs = map[string]bool{
	"class": true, "id": true, "itemprop": true, "itemtype": true, "datetime": true, "title": true, "href": true,
	"style": true, "hidden": true, "role": true, "property": true, "name": true, "content": true, "rel": true,
	"start": true, "value": true, "type": true,
}

// attr gives the value of an attribute, or "".
func (n *node) attr(key string) string {
	for _, a := range n.attrs {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// hasToken says whether the attribute, a list of words, has one of the words.
func (n *node) hasToken(key string, tokens ...string) bool {
	for _, t := range strings.Fields(n.attr(key)) {
		if isAny(t, tokens) {
			return true
		}
	}
	return false
}

// parseTree reads a page or a fragment of one. It takes any input; errTooManyNodes
// is its only error.
func parseTree(page string) (*node, error) {
	b := treeBuilder{root: new(node)}
	b.open = append(b.open, b.root)
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.root, nil
		case html.TextToken:
			b.addText(string(z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			b.start(z)
		case html.EndTagToken:
			name, _ := z.TagName()
			b.end(atom.Lookup(name))
		}
		if b.count > maxNodes {
			return nil, errTooManyNodes
		}
	}
}

type treeBuilder struct {
	root     *node
	open     []*node // from root to the innermost open element
	struck   int     // open elements that strike their words out
	overflow int     // elements beyond maxDepth that are open
	count    int
}

func (b *treeBuilder) top() *node { return b.open[len(b.open)-1] }

func (b *treeBuilder) addText(s string) {
	if s == "" {
		return
	}
	b.append(&node{text: s, struck: b.struck > 0})
}

func (b *treeBuilder) append(n *node) {
	n.parent = b.top()
	n.parent.kids = append(n.parent.kids, n)
	b.count++
}

func (b *treeBuilder) start(z *html.Tokenizer) {
	name, more := z.TagName()
	n := &node{tag: atom.Lookup(name)}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if k := string(bytes.ToLower(key)); keptAttrs[k] {
			n.attrs = append(n.attrs, html.Attribute{Key: k, Val: string(value)})
		}
	}
	if n.tag == atom.Html || n.tag == atom.Body { // may come twice where pages were joined
		if len(b.open) > 1 && b.top().tag != atom.Html && b.top().tag != atom.Head {
			return
		}
	}
	b.closeImplied(n.tag)
	b.append(n)
	if isVoid(n.tag) {
		return
	}
	if len(b.open) >= maxDepth {
		b.overflow++
		return
	}
	if strikes(n) {
		b.struck++
	}
	b.open = append(b.open, n)
}

// closeImplied closes the elements that a start tag ends without saying so: a
// paragraph before a block, a list item before the next, a cell before a row.
func (b *treeBuilder) closeImplied(tag atom.Atom) {
	switch tag {
	case atom.Li:
		b.closeWithin(atom.Li, atom.Ul, atom.Ol, atom.Menu)
	case atom.Dt, atom.Dd:
		b.closeWithin(atom.Dt, atom.Dl)
		b.closeWithin(atom.Dd, atom.Dl)
	case atom.Td, atom.Th:
		b.closeWithin(atom.Td, atom.Table)
		b.closeWithin(atom.Th, atom.Table)
	case atom.Tr, atom.Tbody, atom.Thead, atom.Tfoot:
		b.closeWithin(atom.Tr, atom.Table)
		if tag != atom.Tr {
			b.closeWithin(atom.Tbody, atom.Table)
			b.closeWithin(atom.Thead, atom.Table)
		}
	case atom.Option:
		b.closeWithin(atom.Option, atom.Select)
	case atom.Rt, atom.Rp, atom.Rb, atom.Rtc:
		b.closeWithin(atom.Rt, atom.Ruby)
		b.closeWithin(atom.Rp, atom.Ruby)
		b.closeWithin(atom.Rb, atom.Ruby)
	case atom.Body:
		b.closeWithin(atom.Head, atom.Html)
	}
	if isBlock(tag) && tag != atom.Body && tag != atom.Html {
		b.closeWithin(atom.P, atom.Div, atom.Td, atom.Th, atom.Li, atom.Table, atom.Body, atom.Blockquote, atom.Section, atom.Article)
	}
}

// closeWithin closes the innermost open tag, unless one of the fences is nearer.
func (b *treeBuilder) closeWithin(tag atom.Atom, fences ...atom.Atom) {
	for i := len(b.open) - 1; i > 0; i-- {
		t := b.open[i].tag
		if t == tag {
			b.popTo(i)
			return
		}
		for _, f := range fences {
			if t == f {
				return
			}
		}
	}
}

func (b *treeBuilder) end(tag atom.Atom) {
	if isVoid(tag) {
		if tag == atom.Br { // </br> is shown as <br>
			b.append(&node{tag: atom.Br})
		}
		return
	}
	if b.overflow > 0 {
		b.overflow--
		return
	}
	inCell := tag != atom.Table && tag != atom.Tr && tag != atom.Tbody && tag != atom.Thead && tag != atom.Tfoot && tag != atom.Td && tag != atom.Th
	for i := len(b.open) - 1; i > 0; i-- {
		t := b.open[i].tag
		if t == tag {
			if isFormatting(tag) {
				b.remove(i)
			} else {
				b.popTo(i)
			}
			return
		}
		if t == atom.Table && tag != atom.Table || inCell && (t == atom.Td || t == atom.Th) {
			return // an end tag does not reach out of its table or cell
		}
	}
}

// popTo closes open[i] and everything in it.
func (b *treeBuilder) popTo(i int) {
	for _, n := range b.open[i:] {
		if strikes(n) {
			b.struck--
		}
	}
	b.open = b.open[:i]
}

// remove closes open[i] alone: blocks that were opened inside a formatting element
// stay open when it ends.
func (b *treeBuilder) remove(i int) {
	if strikes(b.open[i]) {
		b.struck--
	}
	b.open = append(b.open[:i], b.open[i+1:]...)
}

// strikes says whether an element shows its words struck out.
func strikes(n *node) bool {
	switch n.tag {
	case atom.S, atom.Del, atom.Strike:
		return !strings.Contains(n.attr("style"), "text-decoration: none")
	}
	return strings.Contains(n.attr("style"), "line-through")
}

func isFormatting(tag atom.Atom) bool {
	switch tag {
	case atom.A, atom.Abbr, atom.B, atom.Big, atom.Cite, atom.Code, atom.Del, atom.Em, atom.Font, atom.I, atom.Ins, atom.Label, atom.Mark,
		atom.Nobr, atom.S, atom.Small, atom.Span, atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Tt, atom.U:
		return true
	}
	return false
}

func isVoid(tag atom.Atom) bool {
	switch tag {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta,
		atom.Param, atom.Source, atom.Track, atom.Wbr, atom.Keygen:
		return true
	}
	return false
}

func isBlock(tag atom.Atom) bool {
	switch tag {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Center, atom.Dd, atom.Details, atom.Dialog, atom.Dir, atom.Div,
		atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Li, atom.Listing, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section,
		atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Caption, atom.Search:
		return true
	}
	return false
}
