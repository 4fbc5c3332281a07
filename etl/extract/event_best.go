package extract

import "strings"

// strongest gives the cues that make events of a stretch: per type the heaviest.
func (w *walk) strongest(g segment, cues []cue) []cue {
	w.dropped = w.dropped[:0]
	best, order := w.heaviest(g, cues)
	if len(order) == 0 {
		return w.inquiry(g, cues)
	}
	w.reduce(g, best)
	var out []cue
	for _, code := range order {
		if c, ok := best[code]; ok && c.weight >= threshold(g) {
			out = append(out, c)
		}
	}
	return out
}

// heaviest gives the heaviest cue of each type that tells a deed, and the types in
// the order in which they come.
func (w *walk) heaviest(g segment, cues []cue) (map[string]cue, []string) {
	best := map[string]cue{}
	var order []string
	for _, c := range cues {
		if marksOnly(c.code) || w.noDeed(g, c) {
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
	return best, order
}

// noDeed says whether a cue only marks a noun (「送信した生徒」), says how a thing is
// known (「…の接続(調査により判明)」), tells what broke by itself, or is the notice's word to all its readers.
func (w *walk) noDeed(g segment, c cue) bool {
	switch {
	case marksNoun[c.code] && w.p.isRelative(c, g.End):
		return true
	case c.code == "ended" && strings.HasSuffix(w.p.norm[:c.last], "が"): // 「サーバーが停止し」 is the damage, 「データが削除され」 is not
		return !strings.Contains(w.p.between(c.last, min(c.End+len("され"), g.End)), "され")
	case c.code == codeFinding:
		return depthBetween(w.p.between(g.Start, c.last)) > 0
	case c.code == "notified_subjects":
		return w.p.tellsNobody(c, g.line) || w.p.fromSubject(c)
	}
	return false
}

// inquiry gives the inquiry of a line of a chronology that tells of nothing else.
func (w *walk) inquiry(g segment, cues []cue) []cue {
	if g.carried || g.line.section != "chronology" && !g.line.item {
		return nil
	}
	for i := len(cues) - 1; i >= 0; i-- {
		if cues[i].code == codeInquiry {
			return []cue{asInvestigation(cues[i])}
		}
	}
	return nil
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
	return so >= 0 && strings.Trim(rest[:so], inflection+"だ") == "" && containsAny(rest[so:], "お願い", "依頼", "要請", "求め", "呼びかけ", "呼び掛け")
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
