package extract

import "jikenbo/etl/notice"

// kindOf tells the notice of an incident from an article. A case number in the
// header is the blog's own word for an incident; without one the title decides,
// and where it is silent the text.
func kindOf(p *page) notice.Kind {
	if p.post.CaseNumber != "" {
		return notice.Incident
	}
	if titleScore(p)+bodyScore(p) >= kindThreshold {
		return notice.Incident
	}
	return notice.Article
}

// kindThreshold is what the cues of title and body must sum up to.
const kindThreshold = 1.8

// titleScore sums the kind cues of the title; an article's words (入門, とは, まとめ)
// weigh against.
func titleScore(p *page) float64 {
	sum := 0.0
	for i := range p.sents {
		if p.sents[i].section != sectionTitle {
			break
		}
		for _, c := range p.cuesIn(&p.sents[i]) {
			if c.kind == cueKind && c.code == "title" {
				sum += c.weight
			}
		}
	}
	return sum
}

// bodyScore sums the kind cues of the body, each pattern counted once.
func bodyScore(p *page) float64 {
	sum := 0.0
	seen := map[string]bool{}
	for _, c := range p.cues {
		if c.kind == cueKind && c.code == "body" && !seen[c.pattern] {
			seen[c.pattern] = true
			sum += c.weight
		}
	}
	return sum
}
