package extract

import "strings"

// reduce takes out the types that others of the same stretch explain.
func (w *walk) reduce(g segment, best map[string]cue) {
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
	if !g.carried && !w.p.topical(g.when, g.End) {
		w.dropFindings(g, best)
	}
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
	for code := range best {
		if code != "disclosed" && code != "updated" {
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
