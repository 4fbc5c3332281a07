package extract

import (
	"strings"

	"jikenbo/etl/notice"
)

// chain is a row of items: 「氏名、住所及び電話番号」.
type chain struct {
	items  []cue
	strong bool // one of them names an item by itself
	end    int  // behind 「等の情報」
}

// chains groups the items of the sentence.
func (r *categoryReader) chains(s *sentence) []chain {
	var out []chain
	for _, c := range r.items {
		if n := len(out); n > 0 && adjoins(r.p.norm, out[n-1].end, c.Start) {
			last := &out[n-1]
			last.items = append(last.items, c)
			last.end = max(last.end, c.End)
			last.strong = last.strong || c.weight >= wordStrong
			continue
		}
		out = append(out, chain{items: []cue{c}, end: c.End, strong: c.weight >= wordStrong})
	}
	for i := range out {
		out[i].end += tailLen(r.p.norm[out[i].end:s.End])
	}
	return out
}

// maxBetween is how many bytes may stand between two items of a row.
const maxBetween = 36

// adjoins says whether two items stand in one row: a separator and no particle
// between them.
func adjoins(norm string, end, start int) bool {
	if start <= end {
		return true
	}
	if start-end > maxBetween {
		return false
	}
	between := norm[end:start]
	return !strings.ContainsAny(between, "はがをにで。") && !endsWithAny(between, "した", "れた", "った", "んだ") && (strings.ContainsAny(between, "、,・/(): とや及並又") || strings.Contains(between, "および") || strings.Contains(between, "または"))
}

// tailLen is the length of what closes a row of items: 「などの情報」「(一部)」.
func tailLen(rest string) int {
	at := 0
	for {
		n := 0
		for _, tail := range []string{"などの個人情報", "等の個人情報", "などの情報", "等の情報", "に関する情報", "の情報", "といった情報", "の個人情報", "など", "等", "の一部", "のデータ", ")", "」"} {
			if strings.HasPrefix(rest[at:], tail) {
				n = len(tail)
				break
			}
		}
		if n == 0 {
			return at
		}
		at += n
	}
}

// mode is how a sentence speaks of the items in it.
type mode int

const (
	modeProse   mode = iota // counts where it says that they were exposed
	modePassing             // the same, in a section that is about something else
	modeLine                // a line of items
	modeTold                // a sentence among what was exposed
	modeListed              // where the notice lists what was exposed
)

func (r *categoryReader) mode(s *sentence) mode {
	switch {
	case r.list.on && !r.isStatement(s):
		return modeListed
	case s.section == "data" && r.isTold(s):
		return modeTold
	case s.section == "data" || s.section == "count" && (r.isItemLine(s) || len(r.items) > 1 && !r.isStatement(s)):
		return modeListed
	case s.section == "response" || s.section == "damage":
		return modePassing
	case s.section != sectionTitle && r.isItemLine(s):
		return modeLine
	}
	return modeProse
}

// isStatement says whether a line is a whole sentence, not an item of a list.
func (r *categoryReader) isStatement(s *sentence) bool {
	return strings.HasSuffix(r.p.norm[s.Start:s.End], "。") && s.Len() > 60
}

// isTold says whether a sentence of the data section tells something, and does not
// itself give the items (「…は、氏名及び住所です。」).
func (r *categoryReader) isTold(s *sentence) bool {
	line := r.p.norm[s.Start:s.End]
	return r.isStatement(s) && !endsWithAny(line, "です。", "である。", "含まれます。", "でございます。", "になります。", "となります。", "含まれる。")
}

// isItemLine says whether a line is a list of items: mostly made of them, or a
// phrase with a row of at least three.
func (r *categoryReader) isItemLine(s *sentence) bool {
	if len(r.items) < 2 || strings.HasSuffix(r.p.norm[s.Start:s.End], "。") {
		return false
	}
	covered, to, row := 0, 0, 0
	for _, c := range r.items {
		covered += max(0, c.End-max(c.Start, to))
		if c.weight < wordStrong || c.Start < to {
			continue
		}
		if to == 0 || !adjoins(r.p.norm, to, c.Start) {
			row = 0
		}
		row++
		to = max(to, c.End)
	}
	return covered*2 >= s.Len() || row >= 3
}

// exposes says whether the sentence says of a row of items that they were exposed:
// behind it (「…が閲覧できる状態」) or before it (「流出したのは、…」).
func (r *categoryReader) exposes(s *sentence, c chain) bool {
	first, last := c.items[0].Start, c.items[len(c.items)-1].End
	for _, e := range r.marks {
		switch {
		case e.code == dataSubject && e.End == first && r.p.t.GapBefore(first):
			return true // 「ご覧いただけた内容 お名前、…」
		case e.code != dataExposed:
		case e.Start >= last && r.happened(e):
			return true
		case e.End <= first && (s.section == sectionTitle || strings.Contains(r.p.norm[e.End:first], "は") || strings.Contains(r.p.norm[e.End:first], ":")):
			return true
		}
	}
	return false
}

// happened says whether an exposure is neither denied nor planned.
func (r *categoryReader) happened(e cue) bool {
	h := r.p.hedgeAt(e.Span)
	return h != notice.Denied && h != notice.Planned
}
