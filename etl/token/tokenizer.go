package token

import (
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/ikawaha/kagome-dict/dict"
	"github.com/ikawaha/kagome-dict/ipa"
	"github.com/ikawaha/kagome/v2/tokenizer"
)

// Version changes when this package makes other terms of the same text and
// vocabulary; what was indexed with another one is to be indexed again.
const Version = "1"

// longest is how many characters the tokenizer looks at in one go; its lattice
// grows with the square of a word of one script.
const longest = 256

// longestTerm is the length of a term in characters; what is longer is no word.
const longestTerm = 32

// Tokenizer makes terms of text. It may be used by several goroutines.
type Tokenizer struct {
	kagome  *tokenizer.Tokenizer
	lex     *lexicon
	partsOf sync.Map // parts of the dictionary's long words met so far, by their base form
}

// New makes a Tokenizer. The first one of a process loads the dictionary, which
// takes about a second and a hundred megabytes: make it only when it is needed.
// It is the whole dictionary, for the smaller one has no base forms and would not
// find 盗む in 盗まれた. An error names a word of the vocabulary that stands twice.
func New(v Vocabulary) (*Tokenizer, error) {
	options := []tokenizer.Option{tokenizer.OmitBosEos()}
	if records := userRecords(v.Words); len(records) > 0 {
		user, err := records.NewUserDict()
		if err != nil {
			return nil, fmt.Errorf("make user dictionary: %w", err)
		}
		options = append(options, tokenizer.UserDict(user))
	}
	k, err := tokenizer.New(ipa.Dict(), options...)
	if err != nil {
		return nil, fmt.Errorf("make tokenizer: %w", err)
	}
	return &Tokenizer{kagome: k, lex: newLexicon(v)}, nil
}

// userRecords are the words that the tokenizer must be told of. Those in Latin
// letters it is not, or it would cut cc out of account.
func userRecords(words []Word) dict.UserDictRecords {
	var records dict.UserDictRecords
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w.Text); r >= utf8.RuneSelf {
			records = append(records, dict.UserDicRecord{Text: w.Text, Tokens: []string{w.Text}, Yomi: []string{""}, Pos: "名詞"})
		}
	}
	return records
}

// Terms gives every term under which a text is found, in the order of the text, as
// often as each occurs: words, their parts, and what prefixes and suffixes make of
// them. The text should be normalised, and one sentence at a time costs least.
func (t *Tokenizer) Terms(s string) []string { return t.terms(s, false) }

// Asked gives the terms that a text must have to be found by the words: each word
// as a whole, without its parts.
func (t *Tokenizer) Asked(s string) []string { return t.terms(s, true) }

func (t *Tokenizer) terms(s string, whole bool) []string {
	c := collector{lex: t.lex, whole: whole}
	s = strings.ToLower(s)
	for s != "" {
		if n := latinRun(s); n > 0 {
			c.latin(s[:n])
			s = s[n:]
			continue
		}
		n := japaneseRun(s)
		for _, k := range t.kagome.Tokenize(s[:n]) {
			t.take(&c, k)
		}
		s = s[n:]
	}
	return c.out
}

// take gives one token to the collector.
func (t *Tokenizer) take(c *collector, k tokenizer.Token) {
	if k.Class == tokenizer.USER {
		c.term(k.Surface, nil)
		return
	}
	var levels [3]string
	for i := range levels {
		if p, ok := k.FeatureAt(i); ok && p != "*" {
			levels[i] = p
		}
	}
	switch c.lex.use(levels) {
	case UseTerm:
		base := baseForm(k)
		c.term(base, t.parts(base, k, c.whole))
	case UsePrefix:
		c.prefix(k.Surface)
	case UseSuffix:
		c.suffix(k.Surface)
	default:
		c.end()
	}
}

// baseForm is the form that the dictionary lists: 盗む for 盗ま.
func baseForm(k tokenizer.Token) string {
	if b, ok := k.FeatureAt(ipa.BaseForm); ok && k.Class == tokenizer.KNOWN && b != "*" {
		return b
	}
	return k.Surface
}

// parts are the words within a long word of the dictionary: 東京 and 大学 of 東京大学.
func (t *Tokenizer) parts(base string, k tokenizer.Token, whole bool) []string {
	if whole || k.Class != tokenizer.KNOWN || utf8.RuneCountInString(base) < 3 {
		return nil
	}
	if known, ok := t.partsOf.Load(base); ok {
		return known.([]string)
	}
	parts := t.cut(base)
	t.partsOf.Store(base, parts)
	return parts
}

// cut cuts a word as finely as the dictionary can.
func (t *Tokenizer) cut(word string) []string {
	tokens := t.kagome.Analyze(word, tokenizer.Search)
	if len(tokens) < 2 {
		return nil
	}
	var out []string
	for _, p := range tokens {
		if utf8.RuneCountInString(p.Surface) >= 2 {
			out = append(out, p.Surface)
		}
	}
	return out
}

// japaneseRun is the length in bytes of what is given to kagome at once: up to a
// Latin word, at most longest characters.
func japaneseRun(s string) int {
	n := 0
	for i, r := range s {
		if n == longest || n > 0 && isLatinStart(r) {
			return i
		}
		n++
	}
	return len(s)
}

// latinRun is the length in bytes of the word in Latin letters and digits, with
// single signs within it (ec-cube, wi-fi, example.co.jp), that s begins with; 0
// where there is none, or no letter in it.
func latinRun(s string) int {
	letters, end := 0, 0
	for i, r := range s {
		switch {
		case isLatinStart(r):
			letters++
			end = i + utf8.RuneLen(r)
		case r >= '0' && r <= '9':
			end = i + 1
		case i > 0 && i == end && strings.ContainsRune("-._", r):
		case letters == 0:
			return 0
		default:
			return end
		}
	}
	if letters == 0 {
		return 0
	}
	return end
}

func isLatinStart(r rune) bool { return unicode.Is(unicode.Latin, r) }
