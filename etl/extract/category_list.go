package extract

import (
	"strings"
	"unicode/utf8"

	"jikenbo/etl/notice"
)

// announce updates the list state behind a sentence.
func (r *categoryReader) announce(s *sentence) {
	line := r.p.norm[s.Start:s.End]
	lead := r.hasMark(dataLeadIn) || strings.HasSuffix(line, ":")
	switch {
	case silentSection(s.section):
		r.list = listState{}
	case lead && (r.hasMark(dataExposed) || r.hasMark(dataSubject)) && s.section != "chronology" && s.section != "response":
		r.list = listState{on: true, denied: r.deniesSubject(s) || r.deniesLeadIn()}
	case s.heading && r.deniesSubject(s):
		r.list = listState{on: true, denied: true}
	case r.isCaption(s):
		r.list = listState{on: true, denied: r.deniesSubject(s)}
	case r.list.on && strings.HasSuffix(line, "。") && (len(r.items) == 0 || r.isStatement(s)):
		r.list = listState{}
	}
}

// maxCaption is how many runes a line has at most that announces a list by itself.
const maxCaption = 32

// isCaption says whether a line without a verb at its end names the data that were
// exposed: 「誤送付した文書に記載された情報」.
func (r *categoryReader) isCaption(s *sentence) bool {
	line := r.p.norm[s.Start:s.End]
	if len(r.items) > 0 || !r.hasMark(dataExposed) || utf8.RuneCountInString(line) > maxCaption {
		return false
	}
	for _, tail := range []string{"]", "】", ">", "〉", ")", "について", "等", "は"} {
		line = strings.TrimSuffix(line, tail)
	}
	return endsWithAny(line, "情報", "項目", "内容", "データ", "内訳", "書類", "もの")
}

// deniesLeadIn says whether a lead-in is denied: 「以下の情報は含まれておりません」.
func (r *categoryReader) deniesLeadIn() bool {
	for _, m := range r.marks {
		if m.code == dataLeadIn && r.p.hedgeAt(m.Span) == notice.Denied {
			return true
		}
	}
	return false
}

// deniesSubject says whether a heading or lead-in announces what was not exposed.
func (r *categoryReader) deniesSubject(s *sentence) bool {
	for _, m := range r.marks {
		if m.code != dataSubject {
			continue
		}
		before := r.p.norm[s.Start:m.Start]
		if endsWithAny(before, "ていない", "されない", "含まれない", "対象外の", "対象とならない", "ではない") {
			return true
		}
	}
	return false
}
