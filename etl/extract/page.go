package extract

import (
	"strings"

	"jikenbo/etl/jdate"
	"jikenbo/etl/notice"
	"jikenbo/etl/quantity"
	"jikenbo/etl/text"
)

// page is a post as the rules see it: made once, read by all.
type page struct {
	post   *notice.Post
	t      *text.Text // of post.Body
	norm   string     // t.Norm
	sents  []sentence
	cues   []cue              // of all sentences, in order
	dates  []jdate.Date       // resolved, in order
	quants []quantity.Mention // in order
	hedged hedgedSentence     // the sentence that was last asked for its hedges
}

// sentence is one sentence or line with what stands in it.
type sentence struct {
	text.Sentence
	section string // class of the heading it stands under; "title" for the title line
	heading bool   // the line itself is a heading
	item    bool   // the line begins with a bullet or a number
	cue     [2]int // range in page.cues
	date    [2]int // range in page.dates
	quant   [2]int // range in page.quants
}

// read makes the page of a post.
func (x *Extractor) read(post *notice.Post) *page {
	p := &page{post: post, t: text.Normalize(post.Body)}
	p.norm = p.t.Norm
	for _, s := range text.Sentences(p.norm) {
		p.sents = append(p.sents, sentence{Sentence: s})
	}
	x.findCues(p)
	p.quants = quantity.Find(p.norm)
	p.dates = p.resolve()
	p.index()
	markSections(p)
	return p
}

// resolve finds the dates, by the day of the notice where its title, its source or
// the day of the letter tells it.
func (p *page) resolve() []jdate.Date {
	found, a := jdate.Find(p.norm), p.anchor()
	dates := jdate.Resolve(found, a)
	if a.Published == "" {
		if d, ok := p.letterDate(dates); ok {
			a.Published = d.On
			return jdate.Resolve(found, a)
		}
	}
	return dates
}

// findCues fills in the cues of each sentence.
func (x *Extractor) findCues(p *page) {
	hits := x.words.match.find(p.norm, make([]hit, 0, 256))
	seen := x.words.newSeen()
	at := 0
	for i := range p.sents {
		s := &p.sents[i]
		for at < len(hits) && int(hits[at].start) < s.Start {
			at++
		}
		first := at
		for at < len(hits) && int(hits[at].end) <= s.End {
			at++
		}
		s.cue[0] = len(p.cues)
		p.cues = x.words.cuesOf(hits[first:at], p.cues, seen)
		s.cue[1] = len(p.cues)
	}
}

// index says which dates and quantities stand in which sentence.
func (p *page) index() {
	d, q := 0, 0
	for i := range p.sents {
		s := &p.sents[i]
		for d < len(p.dates) && p.dates[d].Start < s.Start {
			d++
		}
		s.date[0] = d
		for d < len(p.dates) && p.dates[d].Start < s.End {
			d++
		}
		s.date[1] = d
		for q < len(p.quants) && p.quants[q].Start < s.Start {
			q++
		}
		s.quant[0] = q
		for q < len(p.quants) && p.quants[q].Start < s.End {
			q++
		}
		s.quant[1] = q
	}
}

// words gives the normalised words of a span.
func (p *page) words(s text.Span) string { return p.norm[s.Start:s.End] }

// cuesIn gives the cues of a sentence, all kinds.
func (p *page) cuesIn(s *sentence) []cue { return p.cues[s.cue[0]:s.cue[1]] }

// maxCues is how many cues of one sentence are compared with each other: more than
// any sentence that a person wrote has.
const maxCues = 500

// firstCuesIn gives the cues of a sentence, up to maxCues.
func (p *page) firstCuesIn(s *sentence) []cue {
	return p.cues[s.cue[0]:min(s.cue[1], s.cue[0]+maxCues)]
}

// datesIn gives the dates that begin in a sentence.
func (p *page) datesIn(s *sentence) []jdate.Date { return p.dates[s.date[0]:s.date[1]] }

// sentenceAt gives the index of the sentence that holds offset at of Norm, or -1.
func (p *page) sentenceAt(at int) int {
	lo, hi := 0, len(p.sents)
	for lo < hi {
		if mid := (lo + hi) / 2; p.sents[mid].End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(p.sents) && p.sents[lo].Start <= at {
		return lo
	}
	return -1
}

// between gives the words from one offset to another, or none where they lie the
// other way round.
func (p *page) between(from, to int) string {
	if to <= from {
		return ""
	}
	return p.norm[from:to]
}

// has says whether the sentence holds any of the words.
func (p *page) has(s *sentence, words ...string) bool {
	line := p.norm[s.Start:s.End]
	for _, w := range words {
		if strings.Contains(line, w) {
			return true
		}
	}
	return false
}

// fact begins a fact whose evidence is the span (of Norm): its raw words, their
// offsets and the section are filled in; hedge is stated and confidence 0.8 unless
// the rule says otherwise.
func (p *page) fact(field, rule string, s text.Span) notice.Fact {
	raw := p.t.RawSpan(s)
	f := notice.Fact{Field: field, Rule: rule, Hedge: notice.Stated, Confidence: 0.8, Weight: 1,
		Quote: p.t.Raw[raw.Start:raw.End], Start: raw.Start, End: raw.End}
	if i := p.sentenceAt(s.Start); i >= 0 {
		f.Section = p.sents[i].section
	}
	return f
}
