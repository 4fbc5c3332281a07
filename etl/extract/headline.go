package extract

import (
	"strings"
	"unicode/utf8"

	"jikenbo/etl/text"
)

// titleHead is the name at the head of the title, if one stands there.
type titleHead struct {
	text.Span
	strong bool // shown to be an organization by legal form, ending or seeds
	rest   int  // where the title goes on behind the name
}

// maxHead is how many runes a head has at most that nothing shows to be a name.
const maxHead = 30

// readHeadline looks for the name at the head of the title: 「ORG お詫び…」「ORG:…」
// 「【ORG】…」「ORG、…」「ORGにおける…」.
func (w *who) readHeadline() titleHead {
	if len(w.p.sents) == 0 {
		return titleHead{}
	}
	line := w.p.lineOf(w.p.sents[0].Start)
	at := w.afterHeader(line)
	for at < line.End {
		open, size := utf8.DecodeRuneInString(w.p.norm[at:])
		end := closingOf(w.p.norm[at:line.End], open)
		if end == 0 {
			break
		}
		inner := text.Span{Start: at + size, End: at + end - len(string(closers[open]))}
		if h := w.headIn(inner); h.strong && h.End == inner.End {
			h.rest = at + end
			return h
		}
		at += end
	}
	return w.headIn(text.Span{Start: at, End: line.End})
}

// closers are the brackets that titles put marks and names in.
var closers = map[rune]rune{'【': '】', '[': ']', '《': '》', '〔': '〕', '<': '>', '〈': '〉', '≪': '≫', '(': ')'}

// closingOf gives where the bracket that opens s is closed, or 0.
func closingOf(s string, open rune) int {
	end, ok := closers[open]
	if !ok {
		return 0
	}
	i := strings.IndexRune(s, end)
	if i < 0 {
		return 0
	}
	return i + utf8.RuneLen(end)
}

// afterHeader gives where the title begins behind 【セキュリティ事件簿#2024-019】.
func (w *who) afterHeader(line text.Span) int {
	s := w.p.norm[line.Start:line.End]
	if end := strings.Index(s, "】"); strings.HasPrefix(s, "【") && end > 0 {
		number := w.p.post.CaseNumber
		if number != "" && strings.Contains(s[:end], number) || strings.Contains(s[:end], "#") {
			return line.Start + end + len("】")
		}
	}
	return line.Start
}

// headIn reads the head of a title, or of a bracket in it.
func (w *who) headIn(s text.Span) titleHead {
	s = w.skipMarks(s)
	if s.Len() <= 0 {
		return titleHead{}
	}
	if h := w.strongHead(s); h.Len() > 0 {
		return h
	}
	return w.weakHead(s)
}

// skipMarks skips dates, bullets and blanks at the beginning of a title.
func (w *who) skipMarks(s text.Span) text.Span {
	norm := w.p.norm
	for s.Start < s.End {
		r, size := utf8.DecodeRuneInString(norm[s.Start:])
		if strings.ContainsRune(" ■●◆・※", r) {
			s.Start += size
			continue
		}
		piece := w.pieceEnd(s)
		if piece >= s.End || !isDateLike(norm[s.Start:piece]) {
			return s
		}
		s.Start = piece
	}
	return s
}

// pieceEnd gives where the first piece of a title ends: at a blank of the raw text.
func (w *who) pieceEnd(s text.Span) int {
	for i := s.Start; i < s.End; {
		_, size := utf8.DecodeRuneInString(w.p.norm[i:])
		if i > s.Start && (w.p.norm[i] == ' ' || w.p.t.GapBefore(i)) {
			return i
		}
		i += size
	}
	return s.End
}

// strongHead takes the first run of the title when it is the name of an
// organization beyond doubt.
func (w *who) strongHead(s text.Span) titleHead {
	runs := w.n.segments(s, nil)
	if len(runs) == 0 || runs[0].Start != s.Start {
		return titleHead{}
	}
	m, ok := w.mentionOf(runs[0], 0)
	if !ok {
		m, ok = w.knownPiece(s)
	}
	if !ok || w.isRelative(m) {
		return titleHead{}
	}
	m = w.wholePiece(m, s)
	joined := w.joinFacility(m, runs[1:])
	if joined.End == m.End && len(runs) > 1 {
		joined = w.joinPart(m, runs[1])
	}
	return titleHead{Span: joined.Span, strong: true, rest: joined.End}
}

// wholePiece takes the name to the end of its piece of the title where the body
// writes it so: particles are part of 「株式会社海と空の市場」.
func (w *who) wholePiece(m mention, title text.Span) mention {
	whole := text.Span{Start: m.Start, End: w.pieceEnd(text.Span{Start: m.Start, End: title.End})}
	if !m.formal || whole.End <= m.End || whole.End == title.End || !w.readsAsName(whole) {
		return m
	}
	body := w.p.norm[w.p.lineOf(m.Start).End:]
	_, rest := w.orgs.splitForm(w.p.norm[whole.Start:whole.End])
	tail := []rune(w.p.norm[m.End:whole.End])
	if !strings.Contains(body, rest) && !(len(tail) == 2 && tail[0] == 'の') { // …の里
		return m
	}
	return w.newMention(whole, m.sent)
}

// isRelative says whether what follows the name makes another organization of it:
// 「X子会社」「Xの委託先」.
func (w *who) isRelative(m mention) bool {
	if w.p.t.GapBefore(m.End) {
		return false
	}
	rest := strings.TrimPrefix(w.p.norm[m.End:], "の")
	for _, word := range []string{"子会社", "グループ会社", "関連会社", "委託先", "業務委託先", "再委託先", "代理店", "販売店", "元代理店", "様"} {
		if strings.HasPrefix(rest, word) {
			return true
		}
	}
	return false
}

// knownPiece looks the first piece of the title up in the seeds; a name of the
// seeds may hold particles.
func (w *who) knownPiece(s text.Span) (mention, bool) {
	n := w.orgs.longestKnown(w.p.norm[s.Start:s.End])
	end := s.Start + n
	if n == 0 || end < s.End && !w.p.t.GapBefore(end) && w.p.norm[end] != ' ' && !strings.ContainsAny(w.p.norm[end:end+1], ":(") && !strings.HasPrefix(w.p.norm[end:], "、") {
		return mention{}, false
	}
	return w.newMention(text.Span{Start: s.Start, End: end}, 0), true
}

// joinPart takes the part of a body that stands behind it in the title for the
// organization: 「霞野大学 医学部附属病院」 and 「国土交通省 東奥羽地方整備局」 are one name,
// of 「埼玉県 川口市」 the city speaks.
func (w *who) joinPart(m mention, run nameRun) mention {
	if run.Start != m.End || !w.p.t.GapBefore(run.Start) || run.form.Len() > 0 {
		return m
	}
	if e, _ := w.orgs.ending(w.p.norm[run.Start:run.End]); m.end.Kind == endUniversity && e.Kind == endHospital {
		return w.newMention(text.Span{Start: m.Start, End: run.End}, m.sent)
	}
	part, ok := w.mentionOf(run, m.sent)
	if !ok || part.Start != run.Start {
		return m
	}
	whole := w.newMention(text.Span{Start: m.Start, End: part.End}, m.sent)
	switch {
	case w.isPrefecture(&m):
		if w.isPublicBody(&part) && part.End == run.End && part.end.Kind == endGovernment {
			return part
		}
	case w.isPublicBody(&m):
	case part.end.Kind == endHospital:
		return whole
	case m.known != nil && m.known.Kind == "agency" && part.end.Kind == endGovernment && utf8.RuneCountInString(part.end.Word) > 1:
		return whole
	}
	return m
}

func (w *who) isPrefecture(m *mention) bool {
	return m.known != nil && m.known.Kind == "prefecture"
}

// weakHead takes the first piece of the title when it reads as a name and as
// nothing else, and the pieces behind it that the body writes together with it.
func (w *who) weakHead(s text.Span) titleHead {
	first := text.Span{Start: s.Start, End: w.pieceEnd(s)}
	bounded := first.End < s.End
	if i := strings.IndexAny(w.p.norm[first.Start:first.End], ":/|"); i > 0 {
		first.End, bounded = first.Start+i, true
	}
	for _, mark := range []string{"、", "「", "(", "『", "\""} {
		if i := strings.Index(w.p.norm[first.Start:first.End], mark); i > 0 {
			first.End, bounded = first.Start+i, true
		}
	}
	if !bounded || !w.readsAsName(first) {
		return titleHead{}
	}
	first.End = w.extend(first, s.End)
	first.Start = w.afterLead(first)
	m := w.newMention(first, 0)
	if w.isRelative(m) || m.end.Word == m.name {
		return titleHead{}
	}
	return titleHead{Span: first, strong: m.formal || m.known != nil, rest: first.End}
}

// readsAsName says whether a piece of the title may be a name that nothing marks.
func (w *who) readsAsName(s text.Span) bool {
	words := w.p.norm[s.Start:s.End]
	n := utf8.RuneCountInString(words)
	if n < 2 || n > maxHead || strings.ContainsAny(words, "。?") {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(words); !isNameRune(r) || isDateLike(words) {
		return false
	}
	for i := range words {
		if w.orgs.notName.of(words[i:]) > 0 {
			return false
		}
	}
	for _, p := range []string{"を", "から", "では", "には", "において", "として"} {
		if strings.Contains(words, p) {
			return false
		}
	}
	return !strings.HasSuffix(words, "の") && !strings.HasSuffix(words, "は") && !strings.HasSuffix(words, "で")
}

// extend takes in the next pieces of the title as long as the body writes them in
// one with the name: 「HOTEL LUMINA BAY 瀬戸浜」.
func (w *who) extend(first text.Span, limit int) int {
	body := w.p.norm[w.p.lineOf(first.Start).End:]
	best := first.End
	end := first.End
	for range 4 {
		if end >= limit {
			break
		}
		next := text.Span{Start: end, End: limit}
		if w.p.norm[next.Start] == ' ' {
			next.Start++
		}
		end = w.pieceEnd(next)
		whole := text.Span{Start: first.Start, End: end}
		if end >= limit || !w.readsAsName(text.Span{Start: next.Start, End: end}) {
			break
		}
		if strings.Contains(body, w.p.norm[whole.Start:whole.End]) {
			best = end
		}
	}
	return best
}
