package extract

import (
	"strings"
	"unicode/utf8"

	"jikenbo/etl/jdate"
	"jikenbo/etl/notice"
	"jikenbo/etl/text"
)

// Codes of seeds/cue_event.csv beside the event types.
const (
	periodExposure = "exposure_period" // how long it lay open
	periodTarget   = "target_period"   // whose data it covers: when they bought, registered, were seen
	pastCase       = "past"            // another case, told of in passing
)

// Roles of event facts. SQL drops a target period where the cause says that it is
// no exposure (a lost list of the customers of ten years lay open on no day).
const (
	roleStart       = "start"
	roleEnd         = "end"
	roleTargetStart = "target_start"
	roleTargetEnd   = "target_end"
	roleEmbedded    = "embedded" // told within the finding: 「攻撃を受けたことを確認」
	roleUntyped     = "untyped"  // dated prose without a verb that tells its type
	rolePublication = "publication_date"
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
			target = max(target, c.weight)
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

// Codes of cues that come to be events of another type: contact and finding are
// discoveries as long as nothing was known before, which SQL decides by Role;
// inquiry (「調査の結果」) alone is no event.
const (
	codeContact = "contact"
	codeFinding = "finding"
	codeInquiry = "inquiry"
)

// strongest gives the cues that make events of a stretch: per type the heaviest.
func (w *walk) strongest(g segment, cues []cue) []cue {
	p := w.p
	best := map[string]cue{}
	var order []string
	var inquiry *cue
	for _, c := range cues {
		switch c.code {
		case pastCase:
			return nil
		case periodExposure, periodTarget, "authority_regulator", "authority_police":
			continue
		case codeInquiry:
			inquiry = &c
			continue
		}
		if marksNoun[c.code] && p.isRelative(c, g.End) || c.code == codeFinding && depthBetween(p.norm[g.Start:c.last]) > 0 {
			continue // 「…の接続(調査により判明)」 says how it is known
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
	if len(order) > 1 {
		delete(best, "other")
	}
	if d := best["discovered"]; best["updated"].code != "" && d.code == codeFinding { // 「追記:追加調査により…が判明」
		delete(best, "discovered")
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

// dropFindings takes out a finding whose object holds the date: 「7日に侵入していた
// ことが判明」 was not found on the 7th.
func (w *walk) dropFindings(g segment, best map[string]cue) {
	if d, ok := best["discovered"]; ok && d.code == codeFinding && holdsClause(w.p.norm[g.when.End:d.End]) && strings.HasPrefix(w.p.norm[g.when.End:], "に") {
		delete(best, "discovered")
	}
	for _, deed := range []string{"occurred", "ended", "recovered"} {
		o, ok := best[deed]
		if !ok {
			continue
		}
		for _, code := range []string{"discovered", "investigation"} {
			c, ok := best[code]
			if ok && c.last > o.last && holdsClause(w.p.norm[o.End:c.End]) {
				delete(best, code)
			}
		}
	}
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
var marksNoun = map[string]bool{"occurred": true, "ended": true, codeFinding: true, "disclosed": true}

// asInvestigation makes an event of an inquiry where the line of a chronology tells
// of nothing else.
func asInvestigation(c cue) cue {
	c.code = "investigation"
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

// emit adds the events of a cue: one, or one for each end of a period.
func (w *walk) emit(g segment, c cue) {
	role, weight, rule := "", c.weight, "event.cue:"+c.pattern
	if g.carried {
		weight, rule = weight*w.reach(), "event.carried:"+c.pattern
	}
	w.carry.used = true
	switch {
	case c.code == "occurred" && w.embedded(g, c) && (g.carried || w.p.topical(g.when, g.End)):
		role, weight = roleEmbedded, weight*0.3
	case c.code != typeOf(c.code):
		role = c.code
	}
	if g.until == nil || g.carried && !w.carry.alone {
		w.addCue(g, c, g.when, role, weight, rule)
		return
	}
	switch typeOf(c.code) {
	case "occurred", "discovered": // nothing is found for days: what was found went on for them
		w.add(g, "occurred", g.when, roleStart, weight, rule)
		w.add(g, "ended", *g.until, roleEnd, weight, rule)
	default:
		w.addCue(g, c, g.when, roleStart, weight, rule)
		w.addCue(g, c, *g.until, roleEnd, weight, rule)
	}
}

// reach is how much of a cue's weight is left under a date from another sentence:
// nearly all below a date that stands alone on its line.
func (w *walk) reach() float64 {
	if w.carry.alone {
		return 0.9
	}
	return 0.6
}

// embedded says whether what occurred is only the object of a finding, report or
// publication in the same stretch: 「誤送信が発覚」「攻撃を受けたことを確認」.
func (w *walk) embedded(g segment, occurred cue) bool {
	after := w.p.norm[occurred.End:g.End]
	found := false
	for _, c := range w.p.cuesIn(g.line) {
		if c.kind != cueEvent || c.last < occurred.End || c.last >= g.End {
			continue
		}
		switch c.code {
		case "discovered", codeContact, codeFinding, "disclosed", "investigation", "reported_regulator", "reported_police", "notified_subjects", "updated":
			found = true
			after = w.p.norm[occurred.End:c.End]
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
	rest := strings.TrimLeft(after, "しされさせてでいたるまんなっおりすよう")
	for _, mark := range []string{"こと", "旨", "と", "可能性", "おそれ", "恐れ", "疑い", "が", "を", "に", "の", "状態", "事実", "事案", "件"} {
		if strings.HasPrefix(rest, mark) {
			return true
		}
	}
	return false
}

// plain handles a stretch without a cue. In a chronology its line is an event all
// the same, of no known type; elsewhere it is kept as a reading that SQL may take
// for the occurrence where nothing else is.
func (w *walk) plain(g segment) {
	if g.carried || g.line.section == "data" || g.line.section == "count" || !allowed("other", g.line.section) {
		return
	}
	if g.when.Precision != jdate.Day || w.carryOnly(g) || w.alone(g.line) || w.sharedVerb(g) {
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

// authorities are the cues of a bare name and the report that a verb further on
// makes of it.
var authorities = map[string]string{"authority_regulator": "reported_regulator", "authority_police": "reported_police"}

// sharedVerb handles 「6月2日に金融庁へ、5日に委員会へ報告」: the verb of the first date
// stands behind the second.
func (w *walk) sharedVerb(g segment) bool {
	if !endsOpen(w.p.norm[g.Start:g.End]) || !w.p.has(g.line, "報告", "速報", "届", "相談", "通報", "連絡", "提出", "一報", "申告") {
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
	return utf8.RuneCountInString(w.p.norm[g.when.End:g.End]) < 6
}

func (w *walk) addCue(g segment, c cue, d jdate.Date, role string, weight float64, rule string) {
	hedge := w.p.eventHedge(c)
	if c.code == "notified_subjects" && hedge == notice.Stated && (w.published == "" || d.On > w.published) {
		hedge = w.p.doneAt(c)
	}
	if w.isPlanned(d, c.code) {
		hedge = notice.Planned
	}
	w.put(g, typeOf(c.code), d, role, weight, rule, hedge)
}

// isPlanned says whether what a date dates had still to come when the notice was
// written.
func (w *walk) isPlanned(d jdate.Date, code string) bool {
	if code == "disclosed" || code == "updated" {
		return d.Planned && d.On != w.published
	}
	if w.published == "" {
		return d.Planned || w.lastDay != "" && d.On > w.lastDay
	}
	return d.On > w.published || d.Planned && d.On == w.published
}

// eventHedge says how an event is put. A denial speaks of it only where it stands
// next to the verb: 「捜索も、見つからなかった」 is a search all the same.
func (p *page) eventHedge(c cue) string {
	h := p.hedgingAt(text.Span{Start: c.last, End: c.End})
	if h.code == notice.Denied && (h.cue.Start > c.End+24 || strings.Contains(p.norm[c.End:max(c.End, h.cue.Start)], "、")) {
		return notice.Stated
	}
	return h.code
}

func (w *walk) add(g segment, code string, d jdate.Date, role string, weight float64, rule string) {
	hedge := notice.Stated
	if w.isPlanned(d, code) {
		hedge = notice.Planned
	}
	w.put(g, code, d, role, weight, rule, hedge)
}

func (w *walk) put(g segment, code string, d jdate.Date, role string, weight float64, rule, hedge string) {
	span := text.Span{Start: min(g.Start, d.Start), End: g.End}
	if g.carried {
		span = g.Span
	}
	f := w.p.fact(notice.FieldEvent, rule, w.trim(span))
	f.Value, f.On, f.Precision, f.Clock = code, d.On, string(d.Precision), d.Clock
	f.Role, f.Weight, f.Hedge = role, weight, hedge
	f.Section = g.line.section
	f.Confidence = min(0.95, d.Confidence*(0.5+weight/6))
	f.What = w.phrase(g)
	w.facts = append(w.facts, f)
}

// trim takes blanks and line ends off a span of Norm.
func (w *walk) trim(s text.Span) text.Span {
	for s.Start < s.End && strings.ContainsRune(" \n", rune(w.p.norm[s.Start])) {
		s.Start++
	}
	for s.Start < s.End && strings.ContainsRune(" \n", rune(w.p.norm[s.End-1])) {
		s.End--
	}
	return s
}

// maxPhrase is how many runes What has at most.
const maxPhrase = 60

// phrase gives what the stretch says beside its date, short.
func (w *walk) phrase(g segment) string {
	from := g.Start
	if !g.carried {
		from = min(g.when.End, g.End)
		if g.until != nil {
			from = min(max(from, g.until.End), g.End)
		}
	}
	words := strings.TrimLeft(w.p.norm[from:g.End], " 、,:にはのよりから~-")
	words = strings.TrimSpace(strings.ReplaceAll(words, "\n", " "))
	if words == "" {
		words = strings.TrimSpace(w.p.norm[g.Start:g.End])
	}
	if r := []rune(words); len(r) > maxPhrase {
		words = string(r[:maxPhrase]) + "…"
	}
	return words
}
