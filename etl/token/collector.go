package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// collector makes terms of the words of a text, one after the other.
type collector struct {
	lex   *lexicon
	whole bool     // whole words only, without their parts
	out   []string // the terms so far

	before string // prefix that waits for its word
	stem   string // word that a suffix may join; empty after anything but a word
	last   int    // where in out the words of the stem begin
}

// term takes a word that carries meaning, with its parts.
func (c *collector) term(word string, parts []string) {
	prefix := c.before
	c.end()
	c.last = len(c.out)
	c.add(word, parts)
	c.stem = word
	if prefix != "" {
		c.join(prefix + word)
	}
}

// prefix takes a prefix; one that only is polite is left out.
func (c *collector) prefix(word string) {
	c.end()
	if !c.lex.stop[word] {
		c.before = word
	}
}

// suffix joins a suffix to the word before it.
func (c *collector) suffix(word string) {
	c.before = ""
	if c.stem == "" || c.lex.stop[word] {
		c.end()
		return
	}
	c.join(c.stem + word)
}

// join adds what a prefix or suffix makes of the stem. Of whole words it takes the
// place of the stem.
func (c *collector) join(word string) {
	if c.whole {
		c.out = c.out[:c.last]
	}
	c.add(word, nil)
	c.stem = word
}

// end says that no suffix may follow.
func (c *collector) end() { c.before, c.stem = "", "" }

// latin takes a word in Latin letters, whose pieces are its parts.
func (c *collector) latin(word string) {
	c.end()
	c.add(word, strings.FieldsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }))
}

// add puts a word among the terms under the form it is found by, and its parts.
func (c *collector) add(word string, parts []string) {
	w, known := c.lex.words[word]
	if known {
		word, parts = w.base(), w.Parts
	}
	word = plainKana(word)
	c.put(word)
	if c.whole {
		return
	}
	for _, p := range parts {
		if p = plainKana(p); p != word {
			c.put(p)
		}
	}
}

func (c *collector) put(term string) {
	if n := utf8.RuneCountInString(term); n > longestTerm || n < 2 && !isKanji(term) || c.lex.stop[term] || !says(term) {
		return
	}
	c.out = append(c.out, term)
}

// plainKana leaves the long mark at the end of a longer word in katakana out:
// サーバー and サーバ are one term.
func plainKana(word string) string {
	if cut, ok := strings.CutSuffix(word, "ー"); ok && utf8.RuneCountInString(cut) >= 3 {
		return cut
	}
	return word
}

// says tells whether a term has a letter in it: signs are words to the dictionary.
func says(term string) bool { return strings.ContainsFunc(term, unicode.IsLetter) }

func isKanji(term string) bool {
	r, _ := utf8.DecodeRuneInString(term)
	return unicode.Is(unicode.Han, r)
}
