package extract

import (
	"slices"
	"strings"

	"jikenbo/etl/jdate"
)

// cuesOf gives the event cues whose verb stands in the stretch, without those that
// stand within the words of another (「削除されたことを確認」 is no finding).
func (w *walk) cuesOf(g segment) []cue {
	var out []cue
	all := w.p.cuesIn(g.line)
	for _, c := range all {
		if c.kind != cueEvent || c.last < g.Start || c.last >= g.End || !allowed(c.code, g.line.section) || g.carried && !w.carries(c.code, g.line) {
			continue
		}
		if !swallowed(c, all) && !w.spansClauses(g, c) && !w.p.fromAuthority(c) {
			out = append(out, c)
		}
	}
	return out
}

// spansClauses says whether the parts of a cue stand too far apart to be one deed:
// the first in a clause that ends before the date (「委員会に報告し、8月1日には警察へ相談」),
// or outside the brackets that hold the verb.
func (w *walk) spansClauses(g segment, c cue) bool {
	norm := w.p.norm
	if !g.carried && c.Start < g.when.Start && g.when.Start < c.last {
		other := func(d jdate.Date) bool { return d.Start > c.Start && d.Start < g.when.Start }
		if slices.ContainsFunc(w.p.datesIn(g.line), other) || clauseEnd(norm, c.Start, g.when.Start) < g.when.Start {
			return true
		}
	}
	return c.code == "occurred" && depthBetween(norm[c.Start:c.last]) > 0
}

// swallowed says whether the verb of c is but a piece of a longer one, or whether
// another pattern reads the same verb better: with more weight, or, of two
// authorities, with the nearer.
func swallowed(c cue, all []cue) bool {
	for _, o := range all {
		if o.kind != cueEvent || o.code == c.code || marksOnly(o.code) || marksOnly(c.code) {
			continue
		}
		if told(c, o) {
			continue
		}
		if o.last <= c.last && o.End > c.last && o.End-o.last > c.End-c.last {
			return true
		}
		if isReport(c.code) && isReport(o.code) && o.Start > c.Start+togetherBytes && o.Start < c.last {
			return true // the nearer authority has the verb
		}
		if o.last == c.last && o.End == c.End && (o.weight > c.weight || o.weight == c.weight && o.Start > c.Start) {
			return true
		}
	}
	return false
}

// told says whether two readings of one verb may both hold: the letter that was sent
// may be the slip or the apology (SQL knows which, by the day of the finding), and
// one report may go to two authorities named together.
func told(c, o cue) bool {
	pair := c.code + " " + o.code
	switch pair {
	case "occurred notified_subjects", "notified_subjects occurred":
		return true
	case "reported_police reported_regulator", "reported_regulator reported_police":
		return max(c.Start, o.Start)-min(c.Start, o.Start) <= togetherBytes
	}
	return false
}

// togetherBytes is how far apart two authorities that share a verb begin at most:
// 「個人情報保護委員会および警察署に報告」.
const togetherBytes = 45

func isReport(code string) bool { return code == "reported_police" || code == "reported_regulator" }

// marksOnly says whether a code only marks words and is no deed.
func marksOnly(code string) bool {
	return code == periodExposure || code == periodTarget || code == codeInquiry || code == codePublication || code == codeLetterhead || authorities[code] != ""
}

// allowed says in which sections an event of a type may be told. What stands under
// prevention, requests and contacts is no event of the case; but the reports to
// authorities are often told at the very end, under whatever heading is the last.
func allowed(code, section string) bool {
	switch section {
	case "prevention", "plan":
		return code == "reported_regulator" || code == "reported_police"
	case "request", "contact", "delay":
		return false
	}
	return true
}

// carries says whether an event of a type may take its date from another sentence.
// A publication or a correction names its day; under damage nothing is dated so.
func (w *walk) carries(code string, line *sentence) bool {
	if w.carry.alone {
		return true
	}
	if strings.HasPrefix(w.p.norm[line.Start:], "その後") && typeOf(code) != "discovered" { // the finding closes the tale of a day, the rest may be weeks later
		return false
	}
	section := line.section
	return code != "disclosed" && code != "updated" && code != "sanctioned" && section != "damage" && section != "count"
}
