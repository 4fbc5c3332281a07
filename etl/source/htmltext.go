package source

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"jikenbo/etl/notice"
)

// flow writes the words of elements as lines of text: one line per paragraph, list
// item and table row, at most one blank line between them, cells of a row
// parted by a tab, list items marked as in the dumps of pages, struck-out words
// set aside.
type flow struct {
	out     []byte
	breaks  int  // line ends still to be written before the next word
	space   rune // blank still to be written before the next word: ' ', '\n' where the source was only wrapped, 0
	tab     bool // a cell ended
	struck  []notice.Struck
	strike  []byte // struck-out words being collected
	marker  int    // length of out behind the marker of a list item, before its first word
	verse   bool   // inside <pre>
	inCells bool   // a table row is being written on one line
}

// flowText gives the text of the element n and the struck-out words, with the
// offsets at which they stood in that text.
func flowText(n *node, skip func(*node) bool) (string, []notice.Struck) {
	f := flow{marker: -1}
	f.element(n, skip)
	f.endStrike()
	text := string(f.out)
	return text, f.struck
}

func (f *flow) element(n *node, skip func(*node) bool) {
	if n.tag == 0 && n.text != "" {
		f.words(n)
		return
	}
	if isHidden(n) || skip != nil && skip(n) {
		return
	}
	switch n.tag {
	case atom.Br:
		f.lineEnd()
		return
	case atom.Tr:
		if isPlainRow(n) {
			f.row(n, skip)
			return
		}
	case atom.Li:
		f.item(n, skip)
		return
	case atom.Pre, atom.Listing:
		defer func(was bool) { f.verse = was }(f.verse)
		f.verse = true
	}
	margin := f.margin(n.tag)
	f.need(margin)
	for _, kid := range n.kids {
		f.element(kid, skip)
	}
	f.need(margin)
}

// margin is the number of line ends above and below an element.
func (f *flow) margin(tag atom.Atom) int {
	switch tag {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Dl, atom.Blockquote, atom.Table, atom.Pre, atom.Hr, atom.Figure:
		return 2
	}
	if isBlock(tag) {
		return 1
	}
	return 0
}

func (f *flow) need(n int) {
	if f.inCells {
		if n > 0 && f.space == 0 && len(f.out) > 0 {
			f.space = ' '
		}
		return
	}
	f.breaks = max(f.breaks, n)
}

func (f *flow) lineEnd() {
	if f.inCells {
		f.need(1)
		return
	}
	f.breaks = min(f.breaks+1, 2)
}

// row writes a table row on one line.
func (f *flow) row(tr *node, skip func(*node) bool) {
	f.need(1)
	outer := f.inCells
	f.inCells = true
	for _, cell := range tr.kids {
		at := len(f.out)
		f.element(cell, skip)
		if len(f.out) > at && !outer {
			f.tab = true
		}
	}
	f.inCells, f.tab = outer, f.tab && outer
	f.space = 0
	f.need(1)
}

// isPlainRow says whether a row holds short cells, as data has, and not the layout
// of a page.
func isPlainRow(tr *node) bool {
	cells := 0
	for _, kid := range tr.kids {
		if kid.tag == atom.Td || kid.tag == atom.Th {
			cells++
		}
	}
	length := 0
	return cells > 1 && !hasLayout(tr, &length)
}

// hasLayout says whether tables, headings or long text stand below n; length counts
// its bytes so far.
func hasLayout(n *node, length *int) bool {
	for _, kid := range n.kids {
		switch kid.tag {
		case atom.Table, atom.H1, atom.H2, atom.H3, atom.H4, atom.Pre:
			return true
		}
		if *length += len(kid.text); *length > 6000 || hasLayout(kid, length) {
			return true
		}
	}
	return false
}

// item writes a list item with its mark: a number in ordered lists, ・ in others.
func (f *flow) item(li *node, skip func(*node) bool) {
	f.need(1)
	mark := "・"
	if list := li.parent; list != nil && list.tag == atom.Ol {
		mark = strconv.Itoa(itemNumber(list, li)) + ". "
	}
	start := len(f.out)
	f.flush()
	if f.space != 0 && len(f.out) > 0 {
		f.out = append(f.out, ' ')
		f.space = 0
	}
	f.out = append(f.out, mark...)
	f.marker = len(f.out)
	for _, kid := range li.kids {
		f.element(kid, skip)
	}
	if f.marker == len(f.out) { // nothing in it
		f.truncate(start)
	}
	f.marker = -1
	f.need(1)
}

// itemNumber counts as a browser does, by start and value.
func itemNumber(list, li *node) int {
	number, err := strconv.Atoi(list.attr("start"))
	if err != nil {
		number = 1
	}
	for _, kid := range list.kids {
		if kid.tag != atom.Li {
			continue
		}
		if v, err := strconv.Atoi(kid.attr("value")); err == nil {
			number = v
		}
		if kid == li {
			break
		}
		number++
	}
	return number
}

// words writes a text: runs of blanks become one, and none where the source was
// wrapped between two Japanese characters.
func (f *flow) words(n *node) {
	if n.struck {
		f.strike = append(f.strike, n.text...)
		return
	}
	if len(f.strike) > 0 && strings.TrimFunc(n.text, isSpace) != "" {
		f.endStrike()
	}
	for _, r := range n.text {
		switch {
		case f.verse && r == '\n':
			f.breaks = min(f.breaks+1, 2)
			f.space = 0
		case r == '\u00a0':
			f.space = ' '
		case r == ' ' || r == '\t':
			if f.space == 0 {
				f.space = ' '
			}
		case r == '\n' || r == '\r' || r == '\f': // the source is wrapped here
			f.space = '\n'
		case r == '\u00ad': // soft hyphen
		default:
			f.put(r)
		}
	}
}

func (f *flow) put(r rune) {
	if f.marker == len(f.out) {
		if isMark(r) { // the item brought its own
			f.truncate(f.markStart())
		}
		f.space, f.breaks = 0, 0
	}
	f.flush()
	if f.space != 0 && len(f.out) > 0 {
		last, _ := utf8.DecodeLastRune(f.out)
		wrapped := f.space == '\n' && isWide(last) && isWide(r)
		if last != '\n' && last != '\t' && !wrapped {
			f.out = append(f.out, ' ')
		}
	}
	f.space = 0
	f.out = utf8.AppendRune(f.out, r)
	f.marker = -1
}

// flush writes the line ends, or the tab between cells, that are due.
func (f *flow) flush() {
	if f.breaks > 0 {
		if len(f.out) > 0 {
			for k := trailingBreaks(f.out); k < f.breaks; k++ {
				f.out = append(f.out, '\n')
			}
		}
		f.breaks, f.space, f.tab = 0, 0, false
	}
	if f.tab {
		f.out = append(f.out, '\t')
		f.tab, f.space = false, 0
	}
}

// truncate takes back what was written from n on.
func (f *flow) truncate(n int) {
	f.out = f.out[:n]
	for i := range f.struck {
		f.struck[i].At = min(f.struck[i].At, n)
	}
}

// markStart is where the marker that was just written begins.
func (f *flow) markStart() int {
	at := len(f.out)
	for at > 0 && f.out[at-1] != '\n' && f.out[at-1] != '\t' {
		at--
	}
	return at
}

func trailingBreaks(out []byte) int {
	n := 0
	for n < len(out) && out[len(out)-1-n] == '\n' {
		n++
	}
	return n
}

// endStrike keeps the struck-out words with the place where they stood.
func (f *flow) endStrike() {
	words := strings.Join(strings.Fields(string(f.strike)), " ")
	f.strike = f.strike[:0]
	if words != "" {
		f.struck = append(f.struck, notice.Struck{At: len(f.out), Words: words})
	}
}

// isMark says whether an item that begins with r needs no mark of ours.
func isMark(r rune) bool {
	return strings.ContainsRune("・•●○◯■□◆◇▼▽▲△※＊*①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳-－(（", r)
}

// isWide says whether r is written without blanks around it.
func isWide(r rune) bool {
	return r >= 0x2e80 && (unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef)
}

// isHidden says whether an element is never read: scripts, forms, what a style
// hides, the readings above ruby.
func isHidden(n *node) bool {
	switch n.tag {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Title, atom.Iframe, atom.Object, atom.Svg, atom.Math, atom.Canvas,
		atom.Audio, atom.Video, atom.Select, atom.Option, atom.Textarea, atom.Button, atom.Rt, atom.Rp, atom.Rtc, atom.Noframes, atom.Noembed:
		return true
	}
	if len(n.attrs) == 0 {
		return false
	}
	for _, a := range n.attrs {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			if s := strings.ReplaceAll(a.Val, " ", ""); strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") {
				return true
			}
		}
	}
	return n.hasToken("class", "screen-reader-text", "visually-hidden", "sr-only", "jump-link", "blog-pager", "post-share-buttons")
}
