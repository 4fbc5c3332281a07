package extract

import (
	"sort"
	"unicode/utf8"
)

// matcher finds many literals in one pass over the text: a trie over runes, tried
// at each position, its first step a table look-up. Notices are short of long
// shared beginnings, so it walks 1.3 runes a position on average and needs no
// failure links.
type matcher struct {
	root  []int32 // rune of the BMP → node, 0 none
	nodes []node
	ids   map[string]int32
}

type node struct {
	runes []rune  // sorted
	next  []int32 // beside runes
	lit   int32   // literal that ends here, or -1
	stop  int32   // literal that ends here with the line: one written with 「。」, or -1
}

var emptyNode = node{lit: -1, stop: -1}

// hit is one literal found.
type hit struct {
	start, end int32 // bytes
	lit        int32
}

func newMatcher() *matcher {
	return &matcher{root: make([]int32, 1<<16), nodes: []node{emptyNode}, ids: map[string]int32{}}
}

func (m *matcher) size() int { return len(m.ids) }

// add puts a literal in and gives its number; the same words give the same one.
// A 「。」 at its end is also met by the end of a line: chronologies and notes
// leave it out (「8月1日 警察に相談」).
func (m *matcher) add(word string) int32 {
	if id, ok := m.ids[word]; ok {
		return id
	}
	id := int32(len(m.ids))
	m.ids[word] = id
	at := int32(0)
	for i, r := range word {
		if i > 0 && word[i:] == "。" {
			m.nodes[at].stop = id
		}
		at = m.step(at, r, i == 0)
	}
	m.nodes[at].lit = id
	return id
}

func (m *matcher) step(at int32, r rune, first bool) int32 {
	if first && r < 1<<16 {
		if m.root[r] == 0 {
			m.nodes = append(m.nodes, emptyNode)
			m.root[r] = int32(len(m.nodes) - 1)
		}
		return m.root[r]
	}
	n := &m.nodes[at]
	i := sort.Search(len(n.runes), func(i int) bool { return n.runes[i] >= r })
	if i < len(n.runes) && n.runes[i] == r {
		return n.next[i]
	}
	m.nodes = append(m.nodes, emptyNode)
	n = &m.nodes[at]
	n.runes = append(n.runes, 0)
	copy(n.runes[i+1:], n.runes[i:])
	n.runes[i] = r
	n.next = append(n.next, 0)
	copy(n.next[i+1:], n.next[i:])
	n.next[i] = int32(len(m.nodes) - 1)
	return n.next[i]
}

// find appends every occurrence of every literal in s to hits, by start, then by
// length. Occurrences may overlap.
func (m *matcher) find(s string, hits []hit) []hit {
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if r < 1<<16 {
			if at := m.root[r]; at != 0 {
				hits = m.walk(s, i, i+size, at, hits)
			}
		}
		i += size
	}
	return hits
}

func (m *matcher) walk(s string, start, i int, at int32, hits []hit) []hit {
	for {
		n := &m.nodes[at]
		if n.lit >= 0 {
			hits = append(hits, hit{int32(start), int32(i), n.lit})
		}
		if n.stop >= 0 && (i >= len(s) || s[i] == '\n') {
			hits = append(hits, hit{int32(start), int32(i), n.stop})
		}
		if len(n.runes) == 0 || i >= len(s) {
			return hits
		}
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		k := child(n.runes, r)
		if k < 0 {
			return hits
		}
		at, i = n.next[k], i+size
	}
}

func child(runes []rune, r rune) int {
	lo, hi := 0, len(runes)
	for lo < hi {
		if mid := (lo + hi) / 2; runes[mid] < r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(runes) && runes[lo] == r {
		return lo
	}
	return -1
}
