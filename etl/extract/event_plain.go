package extract

import (
	"strings"
	"unicode/utf8"

	"jikenbo/etl/jdate"
)

// plain handles a stretch without a cue. In a chronology its line is an event all
// the same, of no known type; elsewhere it is kept as a reading that SQL may take
// for the occurrence where nothing else is.
func (w *walk) plain(g segment) {
	if g.carried || g.line.section == "data" || g.line.section == "count" || !allowed("other", g.line.section) {
		return
	}
	if g.when.Precision != jdate.Day || w.carryOnly(g) || w.alone(g.line) || w.denies(g) || w.sharedVerb(g) {
		return
	}
	if g.until != nil { // a period that no verb types is how long it went on
		w.add(g, "occurred", g.when, roleStart, 1, "event.period_untyped")
		w.add(g, "ended", *g.until, roleEnd, 1, "event.period_untyped")
		return
	}
	role := roleUntyped
	if g.line.item || g.line.section == "chronology" {
		role = ""
	}
	w.add(g, "other", g.when, role, 0.5, "event.untyped")
}

// denies says whether a stretch ends in a denial: 「5月10日の時点で報告は受けておりません」.
func (w *walk) denies(g segment) bool {
	words := strings.TrimRight(w.p.words(g.Span), "。 ")
	return endsWithAny(words, "ておりません", "ていません", "ていない", "はありません", "はございません", "はない", "なかった", "ませんでした")
}

// authorities are the cues of a bare name and the report that a verb further on
// makes of it.
var authorities = map[string]string{"authority_regulator": "reported_regulator", "authority_police": "reported_police"}

// sharedVerb handles 「6月2日に金融庁へ、5日に委員会へ報告」: the verb of the first date
// stands behind the second.
func (w *walk) sharedVerb(g segment) bool {
	if !endsOpen(w.p.between(g.Start, g.End)) || !w.p.has(g.line, "報告", "速報", "届", "相談", "通報", "連絡", "提出", "一報", "申告") {
		return false
	}
	for _, c := range w.p.cuesIn(g.line) {
		if code := authorities[c.code]; code != "" && c.Start >= g.Start && c.End <= g.End {
			w.add(g, code, g.when, "", 2.5, "event.shared_verb")
			return true
		}
	}
	return false
}

// endsOpen says whether a stretch breaks off before its verb.
func endsOpen(stretch string) bool {
	for _, end := range []string{"、", "に", "へ", "には", "へは", "(", ","} {
		if strings.HasSuffix(stretch, end) {
			return true
		}
	}
	return false
}

// carryOnly says whether the stretch holds a date and nothing else: what happened
// stands on the lines below.
func (w *walk) carryOnly(g segment) bool {
	return utf8.RuneCountInString(w.p.between(g.when.End, g.End)) < 6
}
