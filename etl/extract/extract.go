package extract

import (
	"fmt"

	"jikenbo/etl/notice"
)

// Extractor reads posts. It is safe for use by several goroutines at once.
type Extractor struct {
	lexicon Lexicon
	words   *vocabulary
	counted *countWords
	orgs    *orgIndex
}

// New makes an Extractor of a vocabulary. A cue with an empty part is an error.
func New(lex Lexicon) (*Extractor, error) {
	orgs, cues := newOrgIndex(&lex)
	lex.Cues = cues
	counted, err := newCountWords(&lex)
	if err != nil {
		return nil, fmt.Errorf("make extractor: %w", err)
	}
	words, err := compile(lex)
	if err != nil {
		return nil, fmt.Errorf("make extractor: %w", err)
	}
	return &Extractor{lexicon: lex, words: words, counted: counted, orgs: orgs}, nil
}

// Read says what a post is and gives its facts; an article has none.
func (x *Extractor) Read(post notice.Post) notice.Notice {
	p := x.read(&post)
	n := notice.Notice{Post: post}
	n.Post.Kind = kindOf(p)
	if n.Post.Kind != notice.Incident {
		return n
	}
	for _, rule := range []func(*page) []notice.Fact{
		x.events,
		x.flags,
		x.organizations,
		x.causes,
		x.categories,
		x.counts,
	} {
		n.Facts = append(n.Facts, rule(p)...)
	}
	return n
}
