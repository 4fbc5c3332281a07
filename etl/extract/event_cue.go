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

// strongest gives the cues that make events of a stretch: per type the heaviest.
func (w *walk) strongest(g segment, cues []cue) []cue {
	p := w.p
	w.dropped = w.dropped[:0]
	best := map[string]cue{}
	var order []string
	var inquiry *cue
	for _, c := range cues {
		switch c.code {
		case periodExposure, periodTarget, codePublication, codeLetterhead, "authority_regulator", "authority_police":
			continue
		case codeInquiry:
			inquiry = &c
			continue
		}
		if marksNoun[c.code] && p.isRelative(c, g.End) || c.code == codeFinding && depthBetween(p.between(g.Start, c.last)) > 0 {
			continue // 「…の接続(調査により判明)」 says how it is known
		}
		if c.code == "notified_subjects" && (p.ownApology(c, g.line) || p.fromSubject(c)) {
			continue
		}
		if w.isRequest(c) {
			c = asOther(c)
		}
		code := typeOf(c.code)
		old, ok := best[code]
		if !ok {
			order = append(order, code)
		}
		if !ok || c.weight > old.weight {
			best[code] = c
		}
	}
	if len(best) > 1 {
		delete(best, "other")
	}
	w.dropSending(g, best)
	w.dropConfirming(best)
	w.dropRetold(g, best)
	if d := best["discovered"]; best["updated"].code != "" && d.code == codeFinding { // 「追記:追加調査により…が判明」
		delete(best, "discovered")
	}
	if c := best["investigation"]; best["discovered"].code != "" && c.code != "" && c.weight < lookedUp { // 「履歴を確認したところ…判明」
		delete(best, "investigation")
	}
	if !g.carried && !p.topical(g.when, g.End) {
		w.dropFindings(g, best)
	}
	if len(order) == 0 && inquiry != nil && !g.carried && (g.line.section == "chronology" || g.line.item) {
		return []cue{asInvestigation(*inquiry)}
	}
	var out []cue
	for _, code := range order {
		if c, ok := best[code]; ok && c.weight >= threshold(g) {
			out = append(out, c)
		}
	}
	return out
}

// isRequest says whether others were only asked to do what a verb says: 「削除していた
// だくようお願いした」.
func (w *walk) isRequest(c cue) bool {
	if c.code != "ended" {
		return false
	}
	end := clauseEnd(w.p.norm, c.End, min(c.End+90, len(w.p.norm)))
	rest := w.p.between(c.End, end)
	so := strings.Index(rest, "よう")
	return so >= 0 && strings.Trim(rest[:so], inflection+"くだ") == "" && containsAny(rest[so:], "お願い", "依頼", "要請", "求め", "呼びかけ", "呼び掛け")
}

// dropSending takes out one of two readings of a message that was sent: 「会員にメールを
// 送信した際、宛先を」 apologizes to nobody, 「22日から29日、お詫びの文書を送付」 is no slip.
func (w *walk) dropSending(g segment, best map[string]cue) {
	sent, told := best["occurred"], best["notified_subjects"]
	if told.code != "" && startsWithAny(strings.TrimLeft(w.p.between(told.End, g.End), "送信付達"), "する際", "るため", "する予定", "する手順", "する前", "る際", "るにあた", "するにあた") {
		delete(best, "notified_subjects")
		return
	}
	if sent.code == "" || told.code == "" {
		return
	}
	rest := strings.TrimLeft(w.p.between(told.End, g.End), inflection+"信付達")
	switch {
	case sent.weight >= 2.3 && sent.last >= told.Start && sent.last <= told.End && !containsAny(w.p.words(told.Span), "詫", "わび", "謝"):
		delete(best, "notified_subjects")
	case startsWithAny(w.p.between(told.End, g.End), "され", "信され", "付され"), startsWithAny(rest, "際", "ところ", "時に", "とき", "直後", "はず"):
		delete(best, "notified_subjects")
	case g.until != nil && sent.weight < 2.3:
		delete(best, "occurred")
	}
}

// dropRetold keeps the publication alone where the notice refers to an earlier one:
// 「3月18日に公表いたしました不正アクセスについて、調査が終了しました」.
func (w *walk) dropRetold(g segment, best map[string]cue) {
	public := best["disclosed"]
	if public.code == "" || g.carried || !w.p.isRelative(public, g.End) && !retells(w.p.norm[public.last:public.End]) {
		return
	}
	for code, c := range best {
		if c.last > public.End && code != "updated" {
			delete(best, code)
		}
	}
}

// retells says whether a verb part refers to what was published: 「…とおり」「…につきまして」.
func retells(part string) bool {
	return startsWithAny(part, "とおり", "通り", "に", "件", "不正", "紛失", "漏えい", "流出", "事案", "事故")
}

// dropConfirming takes out the finding that only confirms what was put right:
// 「かばんを受け取り、中身があることを確認」, 「削除した旨の連絡をいただいた」.
func (w *walk) dropConfirming(best map[string]cue) {
	end, found := best["ended"], best["discovered"]
	if end.code == "" || found.last < end.End {
		return
	}
	between := w.p.between(end.End, found.End)
	weak := found.code == codeFinding && found.weight <= lookedUp && best["occurred"].code == ""
	if weak || found.code == codeContact && holdsClause(between) {
		delete(best, "discovered")
	}
}

// lookedUp is what an investigation weighs at least beside a finding in one stretch:
// a mere look belongs to the finding.
const lookedUp = 2.2

// dropFindings takes out a finding whose object holds the date: 「7日に侵入していた
// ことが判明」 was not found on the 7th.
func (w *walk) dropFindings(g segment, best map[string]cue) {
	if d, ok := best["discovered"]; ok && d.code == codeFinding {
		object := w.p.between(g.when.End, d.End)
		within := strings.HasPrefix(object, "に") && holdsClause(object) && !setsScene(object)
		quoted := containsAny(object, "との報告", "旨の報告") && !containsAny(object, "から", "より") // what was reported happened then
		if within || quoted {
			w.drop(best, "discovered")
		}
	}
	for _, deed := range []string{"occurred", "ended", "recovered"} {
		o, ok := best[deed]
		if !ok || o.last < g.when.End { // 「暗号化されていることを21日に確認」 was found on the 21st
			continue
		}
		for _, code := range []string{"discovered", "investigation"} {
			c, ok := best[code]
			if ok && c.last > o.last && holdsClause(w.p.between(o.End, c.End)) {
				w.drop(best, code)
			}
		}
	}
}

// drop takes a finding out of a stretch and keeps it for the outer date.
func (w *walk) drop(best map[string]cue, code string) {
	w.dropped = append(w.dropped, best[code])
	delete(best, code)
}

// setsScene says whether the words say where or how a thing was found before they say
// what: 「6月3日に実施した点検において、…ことが判明」.
func setsScene(object string) bool {
	return containsAny(object, "おいて、", "の際、", "際に、", "たところ、", "により、", "結果、", "点検で、", "検査で、", "調査で、", "確認で、", "監査で、", "作業で、", "作業中、", "作業中に")
}

// holdsClause says whether the words make a clause the object of a finding.
func holdsClause(between string) bool {
	for _, w := range []string{"ことが", "ことを", "ことの", "ことと", "こと(", "旨", "との", "疑い", "可能性", "と判明", "と分か", "とわか"} {
		if strings.Contains(between, w) {
			return true
		}
	}
	return false
}

// marksNoun are the types whose verbs often only mark a noun (「送信した生徒」).
var marksNoun = map[string]bool{"occurred": true, "ended": true, codeFinding: true}

// asInvestigation makes an event of an inquiry where the line of a chronology tells
// of nothing else.
func asInvestigation(c cue) cue {
	c.code = "investigation"
	return c
}

// asOther keeps a cue as something that happened, of no type of its own.
func asOther(c cue) cue {
	c.code = "other"
	return c
}

// typeOf gives the event type of a cue's code.
func typeOf(code string) string {
	if code == codeContact || code == codeFinding {
		return "discovered"
	}
	return code
}

// threshold is what a cue must weigh to make an event: less where a chronology
// says that its lines are events.
func threshold(g segment) float64 {
	if g.line.section == "chronology" || g.line.item {
		return 1
	}
	if g.carried {
		return 2
	}
	return 1.5
}

// embedded says whether what occurred is only the object of a finding, report or
// publication in the same stretch: 「誤送信が発覚」「攻撃を受けたことを確認」.
func (w *walk) embedded(g segment, occurred cue) bool {
	after := w.p.between(occurred.End, g.End)
	found := false
	for _, c := range w.p.cuesIn(g.line) {
		if c.kind != cueEvent || c.last < occurred.End || c.last >= g.End {
			continue
		}
		switch c.code {
		case "discovered", codeContact, codeFinding, "disclosed", "investigation", "reported_regulator", "reported_police", "notified_subjects", "updated":
			found = true
			after = w.p.between(occurred.End, c.End)
		}
		if found {
			break
		}
	}
	return found && isObject(after)
}

// isObject says whether the words after a verb make an object of it: an inflection
// and then こと, 旨, との …, or a case particle right away.
func isObject(after string) bool {
	rest := strings.TrimLeft(after, "しされせてでいたるまんなっおりすよう")
	for _, mark := range []string{"こと", "旨", "と", "可能性", "おそれ", "恐れ", "疑い", "が", "を", "に", "の", "状態", "事実", "事案", "件"} {
		if strings.HasPrefix(rest, mark) {
			return true
		}
	}
	return false
}
