package extract

import "jikenbo/etl/text"

// cue is one pattern found in a sentence.
type cue struct {
	text.Span        // of Norm, from the first part to the end of the last
	last      int    // start of the last part: the verb of 「個人情報保護委員会+報告」
	kind      string // of the CueWord
	code      string
	weight    float64
	pattern   string
}

// cuesOf gives the cues of one sentence whose literal hits are given, in the order
// in which their last parts stand. seen is scratch space of newSeen.
func (v *vocabulary) cuesOf(hits []hit, out []cue, seen *seenSets) []cue {
	seen.clear()
	for _, h := range hits {
		seen.sentence.addAll(v.sets.of[h.lit])
	}
	for i, h := range hits {
		for _, id := range v.byLast[h.lit] {
			p := &v.patterns[id]
			if seen.sentence.hasAny(p.never) || !seen.before.hasAll(p.parts[:len(p.parts)-1]) {
				continue
			}
			if start, ok := v.partsBefore(p, hits[:i], h); ok {
				out = append(out, cue{text.Span{Start: start, End: int(h.end)}, int(h.start), p.kind, p.code, p.weight, p.text})
			}
		}
		seen.before.addAll(v.sets.of[h.lit])
	}
	return out
}

// maxLookBack is how many literals back the parts of a pattern may stand: more than
// any sentence that a person wrote has.
const maxLookBack = 500

// partsBefore looks for the earlier parts of p before its last part, the nearest
// first, and gives where the first of them starts.
func (v *vocabulary) partsBefore(p *pattern, before []hit, last hit) (int, bool) {
	limit := last.start
	k := len(p.parts) - 2
	for i := len(before) - 1; i >= max(0, len(before)-maxLookBack) && k >= 0; i-- {
		if h := before[i]; h.end <= limit && v.sets.has(p.parts[k], h.lit) {
			limit = h.start
			k--
		}
	}
	return int(limit), k < 0
}
