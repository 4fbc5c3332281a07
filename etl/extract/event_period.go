package extract

import (
	"strings"
	"unicode/utf8"
)

// period handles a stretch governed by a range of dates, and says whether the range
// was the exposure itself or the period whose data it covers.
func (w *walk) period(g segment, cues []cue) bool {
	if g.until == nil || g.carried {
		return false
	}
	if w.isPlanned(*g.until, "ended") { // a contract, a campaign that runs on
		return true
	}
	exposure, target := 0.0, 0.0
	for _, c := range w.p.cuesIn(g.line) {
		if c.kind != cueEvent {
			continue
		}
		switch c.code {
		case periodExposure:
			exposure = max(exposure, c.weight)
		case periodTarget:
			target = max(target, c.weight+w.besideRange(g, c))
		}
	}
	exposure = max(exposure, w.headingSays(g, periodExposure))
	target = max(target, w.headingSays(g, periodTarget))
	if exposure == 0 && target == 0 {
		return false
	}
	start, end, weight := roleStart, roleEnd, exposure
	if target > exposure {
		start, end, weight = roleTargetStart, roleTargetEnd, target
	}
	if !onlyExposure(cues) {
		return false
	}
	w.add(g, "occurred", g.when, start, weight, "event.period")
	w.add(g, "ended", *g.until, end, weight, "event.period")
	return true
}

// besideRange gives what a word weighs more right behind the range, which it then
// reads: 「4月から9月までに出発したツアーの参加者の情報が閲覧可能」.
func (w *walk) besideRange(g segment, c cue) float64 {
	if c.Start < g.until.End || c.Start > min(g.until.End+18, g.End) {
		return 0
	}
	if strings.Trim(w.p.between(g.until.End, c.Start), "までの間期にかけて中、 ") != "" {
		return 0
	}
	return 1
}

// onlyExposure says whether no cue of a deed (apology, report) stands beside the
// range: 「22日から29日、お詫びの文書を発送」 is no exposure.
func onlyExposure(cues []cue) bool {
	for _, c := range cues {
		switch c.code {
		case "notified_subjects", "reported_regulator", "reported_police", "investigation", "recovered":
			if c.weight >= 2 {
				return false
			}
		}
	}
	return true
}

// headingSays gives the weight of a cue in the short undated line above, which
// names what the period is: 「・閲覧できた期間」.
func (w *walk) headingSays(g segment, code string) float64 {
	best := 0.0
	i := w.p.sentenceAt(g.line.Start)
	for back := 1; back <= 2 && i-back >= 0; back++ {
		h := &w.p.sents[i-back]
		if h.date[1] > h.date[0] || utf8.RuneCountInString(w.p.words(h.Span)) > maxHeading {
			break
		}
		if !w.p.has(h, "期間", "間", "時間帯", "日時") {
			continue
		}
		for _, c := range w.p.cuesIn(h) {
			if c.kind == cueEvent && c.code == code {
				best = max(best, c.weight)
			}
		}
	}
	return best
}
