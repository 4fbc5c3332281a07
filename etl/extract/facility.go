package extract

import (
	"strings"
	"unicode/utf8"

	"jikenbo/etl/text"
)

// facility looks for the one school or hospital of a public body at which it
// happened: 「埼玉県 生徒の…」 with 「県立越谷東高等学校において」 in the text. Where the
// text names several, or none, the body itself stays the discloser.
func (w *who) facility(head *mention) (mention, string, bool) {
	if !w.isPublicBody(head) {
		return mention{}, "", false
	}
	var found mention
	value := ""
	for i := range w.mentions {
		m := &w.mentions[i]
		if m.sent >= w.body+6 || m.Start == head.Start || !w.isFacility(m) || !w.happenedAt(m) {
			continue
		}
		full := w.fullName(head, m)
		if value != "" && full != value && !strings.HasSuffix(value, m.stem) && !strings.HasSuffix(full, found.stem) {
			return mention{}, "", false
		}
		if utf8.RuneCountInString(full) > utf8.RuneCountInString(value) {
			found, value = *m, full
		}
	}
	return found, value, value != ""
}

// isPublicBody says whether a name is that of a prefecture, a municipality or a
// board of education.
func (w *who) isPublicBody(m *mention) bool {
	if m.known != nil {
		switch m.known.Kind {
		case "prefecture", "city", "town", "village", "ward", "board_of_education":
			return true
		}
		return false
	}
	if m.end.Kind == endBoard {
		return true
	}
	return m.end.Kind == endGovernment && utf8.RuneCountInString(m.end.Word) == 1 && !m.formal
}

func (w *who) isFacility(m *mention) bool {
	switch m.end.Kind {
	case endSchool, endHospital:
	case endUniversity:
		return strings.Contains(m.name, "立")
	default:
		return false
	}
	if m.formal && m.end.Kind != endHospital {
		return false
	}
	return m.end.Kind != endHospital || strings.Contains(m.name, "県立") || strings.Contains(m.name, "市立") || strings.Contains(m.name, "町立") || strings.Contains(m.name, "市民病院") || strings.Contains(m.name, "府立") || strings.Contains(m.name, "都立")
}

// happenedAt says whether the words behind a facility make it the place.
func (w *who) happenedAt(m *mention) bool {
	after := w.p.norm[m.End:w.p.sents[m.sent].End]
	if strings.HasPrefix(after, "(") {
		if i := strings.IndexByte(after, ')'); i > 0 {
			after = after[i+1:]
		}
	}
	if after == "" || m.sent < w.body {
		return true
	}
	for _, word := range []string{"において", "における", "におきまして", "で"} {
		if strings.HasPrefix(after, word) {
			return true
		}
	}
	if before := w.p.norm[w.p.sents[m.sent].Start:m.Start]; before != "" && !strings.HasSuffix(before, "、") && strings.Contains(before, "は") {
		return false
	}
	for _, word := range []string{"の教", "の職員", "の生徒", "の児童", "の担任", "の校長", "の保護者", "教諭", "職員", "は", "が", "、", "に勤務", "に在籍", "の事務", "の講師", "の男性", "の女性", "に所属", "の元"} {
		if strings.HasPrefix(after, word) {
			return true
		}
	}
	return false
}

// fullName puts the name of the public body before 「県立…」.
func (w *who) fullName(head, m *mention) string {
	body := strings.TrimSuffix(strings.TrimSuffix(head.name, "教育委員会"), "教委")
	if strings.HasPrefix(m.name, body) {
		return m.name
	}
	r, size := utf8.DecodeRuneInString(m.name)
	if strings.ContainsRune("都道府県市町村区", r) && strings.HasPrefix(m.name[size:], "立") {
		if last, n := utf8.DecodeLastRuneInString(body); last == r {
			return body[:len(body)-n] + m.name
		}
		if r == '道' && body == "北海道" {
			return "北海" + m.name
		}
	}
	return m.name
}

// schoolsMentioned says whether the title speaks of a public body's schools, named
// or not.
func (w *who) schoolsMentioned() bool {
	title := text.Span{End: 0}
	if w.body > 0 {
		title.End = w.p.sents[w.body-1].End
	}
	for i := range w.p.cues {
		c := &w.p.cues[i]
		if c.Start >= title.End {
			return false
		}
		if c.kind == cueOrg && c.code == "school_of" {
			return true
		}
	}
	return false
}
