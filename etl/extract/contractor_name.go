package extract

import (
	"strings"
	"unicode/utf8"

	"jikenbo/etl/text"
)

// doers adds the names without a legal form that the text calls contractors outright:
// 「業務委託先であるX」「委託先「X」」, 「移行を担当したのはシステム開発のXで」.
func (w *who) doers() {
	for i := range w.p.cues {
		c := &w.p.cues[i]
		if c.kind != cueOrg || c.code != "contractor" {
			continue
		}
		at := w.p.sentenceAt(c.Start)
		if at < w.body || skipsContractors(w.p.sents[at].section) {
			continue
		}
		s := text.Span{Start: c.End, End: w.p.sents[at].End}
		if strings.HasSuffix(c.pattern, "のは") {
			w.doer(s, at)
			continue
		}
		for _, link := range []string{"である", "「", "の「", "(「"} {
			if strings.HasPrefix(w.p.norm[s.Start:s.End], link) {
				w.entrusted(text.Span{Start: s.Start + len(link), End: s.End}, at)
			}
		}
	}
}

// doer takes the last name before 「で」 or 「だ」.
func (w *who) doer(s text.Span, at int) {
	for _, run := range w.n.segments(s, nil) {
		after := w.p.norm[run.End:s.End]
		switch {
		case strings.HasPrefix(after, "の"), strings.HasPrefix(after, "「"):
			continue
		case strings.HasPrefix(after, "で"), strings.HasPrefix(after, "だ"), strings.HasPrefix(after, "」"):
			w.addContractor(run.Span, at, contractorGiven)
		}
		return
	}
}

// entrusted takes the name at the beginning of s.
func (w *who) entrusted(s text.Span, at int) {
	runs := w.n.segments(s, w.buf[:0])
	if len(runs) == 0 || runs[0].Start != s.Start || runs[0].form.Len() > 0 {
		return
	}
	after := w.p.norm[runs[0].End:s.End]
	for _, word := range []string{"において", "における", "が", "で", "の", "に", "から", "より", "は", "へ", "」", "("} {
		if strings.HasPrefix(after, word) {
			w.addContractor(runs[0].Span, at, contractorAgain)
			return
		}
	}
}

// addContractor adds a name that nothing but its place shows to be one.
func (w *who) addContractor(s text.Span, at int, weight float64) {
	m := w.newMention(s, at)
	if utf8.RuneCountInString(m.name) < 3 || w.orgs.isGeneric(m.name) {
		return
	}
	for _, kind := range []string{"社", "業者", "企業", "団体", "法人", "機関", "先", "センター", "担当", "員", "スタッフ", "店", "事務所", "者", "部門"} {
		if strings.HasSuffix(m.name, kind) {
			return
		}
	}
	m.contractor, m.organ = weight, true
	w.mentions = append(w.mentions, m)
}

// shortName is what a notice calls an organization after its first mention.
type shortName struct {
	words string // 「KVN社」
	of    int    // index of the mention
}

// maxShort is how many short names of a page are followed.
const maxShort = 20

// abbreviate keeps the short name in the brackets behind a mention: 「株式会社X(以下
// 「X社」)」.
func (w *who) abbreviate(m mention) {
	after, ok := strings.CutPrefix(w.p.norm[m.End:w.p.sents[m.sent].End], "(以下")
	if !ok || len(w.short) >= maxShort {
		return
	}
	after = strings.TrimLeft(after, "、,")
	if !strings.HasPrefix(after, "「") && !strings.HasPrefix(after, "『") {
		return
	}
	after = after[len("「"):]
	end := strings.IndexAny(after, "」』")
	if end < 4 || end > 60 || strings.HasPrefix(after, "当") || strings.HasPrefix(after, "弊") || strings.HasPrefix(after, "同社") {
		return
	}
	w.short = append(w.short, shortName{after[:end], len(w.mentions) - 1})
}

// entrustedShort looks where short names are called contractors: 「発送業務をX社に委託」.
func (w *who) entrustedShort() {
	for _, s := range w.short {
		full := &w.mentions[s.of]
		if full.contractor > 0 || full.other {
			continue
		}
		for i := w.body; i < len(w.p.sents); i++ {
			line := &w.p.sents[i]
			at := strings.Index(w.p.norm[line.Start:line.End], s.words)
			if at < 0 || !w.mayEntrust(line) {
				continue
			}
			m := *full
			m.Span = text.Span{Start: line.Start + at, End: line.Start + at + len(s.words)}
			m.sent, m.other = i, false
			w.weighContractor(&m, line, w.p.norm[line.Start:m.Start], w.p.norm[m.End:line.End])
			if m.contractor > 0 {
				full.contractor = m.contractor
				full.score += scoreOther
				break
			}
		}
	}
}

// mayEntrust says whether a sentence holds a word of commission at all.
func (w *who) mayEntrust(s *sentence) bool {
	for _, c := range w.p.cuesIn(s) {
		if c.kind == cueOrg && (c.code == "contractor" || c.code == "entrusts" || c.code == "entrusts_to") {
			return true
		}
	}
	return false
}
