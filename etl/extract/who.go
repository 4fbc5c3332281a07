package extract

import (
	"strings"
	"unicode/utf8"

	"jikenbo/etl/text"
)

// who gathers what a page says about the organizations in it.
type who struct {
	p        *page
	orgs     *orgIndex
	n        *namer
	mentions []mention
	head     titleHead
	body     int // index of the first sentence below the title
	lines    int // lines of the page
	short    []shortName
	buf      []nameRun
}

func (x *Extractor) who(p *page) *who {
	w := &who{p: p, orgs: x.orgs, n: newNamer(p, x.orgs)}
	for w.body < len(p.sents) && p.sents[w.body].section == sectionTitle {
		w.body++
	}
	if len(p.sents) > 0 {
		w.lines = p.sents[len(p.sents)-1].Line + 1
	}
	w.head = w.readHeadline()
	w.teach()
	w.collect()
	w.entrustedShort()
	return w
}

// teach keeps the name of the title: where it stands in the body it ends where the
// title has shown that it ends.
func (w *who) teach() {
	if w.head.Len() == 0 {
		return
	}
	name := w.p.norm[w.head.Start:w.head.End]
	w.n.taught = append(w.n.taught, name)
	if form, rest := w.orgs.splitForm(name); form != "" && utf8.RuneCountInString(rest) > 1 {
		w.n.taught = append(w.n.taught, rest)
	}
}

// How far from either end of the page names without a legal form are looked for,
// in sentences: beyond that they name whom the notice is told to, not who tells it.
const (
	leadSentences = 12
	tailSentences = 8
	maxSignature  = 150 // bytes: a longer sentence is no signature
	maxMentions   = 300 // a page that names more is a list
	maxName       = 180 // bytes
)

// collect finds the mentions of the page.
func (w *who) collect() {
	forms := w.n.forms
	for i := range w.p.sents {
		if len(w.mentions) >= maxMentions {
			return
		}
		s := &w.p.sents[i]
		near := i < w.body+leadSentences || i >= len(w.p.sents)-tailSentences && s.Len() <= maxSignature
		has := len(within(forms, s.Span)) > 0
		if !near && !has && !w.mayEntrust(s) {
			continue
		}
		w.buf = w.n.segments(s.Span, w.buf[:0])
		for k, run := range w.buf {
			if run.form.Len() == 0 && !near {
				continue
			}
			if m, ok := w.mentionOf(run, i); ok && len(w.mentions) < maxMentions {
				m = w.joinFacility(m, w.buf[k+1:])
				w.weigh(&m)
				w.mentions = append(w.mentions, m)
				w.abbreviate(m)
			}
		}
	}
}

// joinFacility joins the owner and the facility that stand side by side: 「医療法人社団
// ひかり会 ひかりクリニック」 is one name.
func (w *who) joinFacility(m mention, next []nameRun) mention {
	if !m.formal || len(next) == 0 || !w.ownsFacilities(m) {
		return m
	}
	run := next[0]
	if run.form.Len() > 0 || run.Start != m.End || !w.p.t.GapBefore(run.Start) {
		return m
	}
	e, ok := w.orgs.ending(w.p.norm[run.Start:run.End])
	if !ok || e.Kind != endHospital && e.Kind != endSchool && e.Kind != endUniversity && e.Kind != "welfare" {
		return m
	}
	return w.newMention(text.Span{Start: m.Start, End: run.End}, m.sent)
}

// ownsFacilities says whether a name is that of a body which runs hospitals or schools.
func (w *who) ownsFacilities(m mention) bool {
	form, _ := w.orgs.splitForm(m.name)
	s := w.orgs.forms[form].Sector
	return s == "P" || s == "O" || strings.Contains(m.name, "病院機構") || m.end.Kind == "hospital_bureau"
}

// Weights of what speaks for a mention as the discloser. Only their order matters:
// what names the speaker outright, then where a speaker signs, then what he does.
const (
	scoreHead     = 20  // the name at the head of the title
	scoreWeakHead = 7   // a head that nothing shows to be an organization
	scoreDefines  = 9   // X(以下「当社」)
	scoreLabel    = 8   // 会社名 X
	scoreSignTop  = 7   // a line of its own below the title
	scoreSignEnd  = 6   // … at the end
	scoreTitle    = 5   // elsewhere in the title
	scoreSubject  = 5   // Xは at the beginning of the lead
	scoreRuns     = 4   // Xが運営する in the lead
	scoreContact  = 3   // the window to ask at
	scoreFormal   = 1   // a legal form
	scoreOther    = -12 // called somebody else
	scoreMinimum  = 4   // a discloser needs as much
)

// weigh sums up what the surroundings of a mention say.
func (w *who) weigh(m *mention) {
	s := &w.p.sents[m.sent]
	if m.formal {
		m.score += scoreFormal
	}
	before := w.p.norm[s.Start:m.Start]
	after := w.p.norm[m.End:s.End]
	lead := m.sent-w.body < 4 && m.sent >= w.body
	if m.sent < w.body {
		m.score += scoreTitle
	}
	w.weighCues(m, s, lead)
	if speakerBracket(before) {
		m.score += scoreDefines
	}
	if strings.HasPrefix(after, "(代表") || strings.HasPrefix(after, "(本社") || strings.HasPrefix(after, "(所在地") || strings.HasPrefix(after, "(社長") || strings.HasPrefix(after, "(理事長") {
		m.score += scoreSubject
	}
	if m.sent >= w.body {
		m.score += w.signature(m)
		m.score += subject(before, after, lead)
	}
	w.weighContractor(m, s, before, after)
	m.other = m.other || strings.HasPrefix(after, "様")
	if m.other || m.contractor > 0 {
		m.score += scoreOther
	}
}

// speakerBracket says whether a bracket behind 「当事務所」 and the like opens there.
func speakerBracket(before string) bool {
	before, ok := strings.CutSuffix(before, "(")
	if !ok {
		return false
	}
	for i, n := len(before), 0; i > 0 && n < 7; n++ {
		r, size := utf8.DecodeLastRuneInString(before[:i])
		i -= size
		switch r {
		case '当', '弊', '本':
			return n > 0
		case '、', '。', '「', '」':
			return false
		}
	}
	return false
}

// weighCues reads the cues that touch a mention.
func (w *who) weighCues(m *mention, s *sentence, lead bool) {
	for _, c := range w.p.cuesIn(s) {
		if c.kind != cueOrg {
			continue
		}
		switch {
		case c.code == "defines" && c.Start == m.End:
			m.score += scoreDefines
		case c.code == "regulated" && c.Start == m.End && m.sent < w.body:
			m.score += 2 * scoreHead
		case c.code == "runs" && c.Start == m.End && lead:
			m.score += scoreRuns
		case c.code == "label" && m.sent >= w.body && w.labels(c.Span, m):
			m.score += scoreLabel
		case c.code == "other_party" && c.End == m.Start:
			m.other = true
		}
	}
}

// labels says whether a label at the beginning of the line or in brackets belongs to
// the mention: 「会社名 株式会社X」「(運営:株式会社X)」.
func (w *who) labels(label text.Span, m *mention) bool {
	if label.End > m.Start {
		return false
	}
	between := strings.Trim(w.p.norm[label.End:m.Start], " :")
	line := w.p.lineOf(m.Start)
	head := strings.TrimLeft(w.p.norm[line.Start:max(line.Start, label.Start)], "・■●◆ 【")
	r, _ := utf8.DecodeLastRuneInString(w.p.norm[:label.Start])
	return between == "" && (head == "" && (w.p.t.GapBefore(m.Start) || label.End < m.Start) || r == '(' && label.End < m.Start || w.p.norm[label.End-1] == ':')
}

// signature gives what a mention is worth that stands alone on its line near one
// end of the page.
func (w *who) signature(m *mention) float64 {
	line := w.p.lineOf(m.Start)
	before := w.p.norm[line.Start:m.Start]
	after := w.p.norm[m.End:line.End]
	contact := w.p.sents[m.sent].section == "contact" && w.p.t.GapBefore(m.End) || strings.HasSuffix(before, "©") || strings.HasPrefix(before, "Copyright")
	if before != "" && !isDateLike(before) && !contact || after != "" && !startsWithOffice(after) && !contact {
		return 0
	}
	at := w.p.sents[m.sent].Line - w.p.sents[min(w.body, len(w.p.sents)-1)].Line
	switch {
	case after != "" && !startsWithOffice(after):
		return scoreContact
	case at < 10 && at <= w.lines/2+3:
		return scoreSignTop
	case m.sent >= len(w.p.sents)-tailSentences:
		return scoreSignEnd
	}
	return 0
}

func isDateLike(s string) bool {
	return strings.Trim(s, "0123456789年月日令和元.-/()火水木金土 ") == ""
}

// startsWithOffice says whether what follows a name on its line is who signs for it.
func startsWithOffice(s string) bool {
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && strings.Count(s, "(") == 1 {
		return true
	}
	for _, w := range []string{"代表", "理事長", "学長", "院長", "病院長", "校長", "園長", "会長", "社長", "取締役", "市長", "町長", "村長", "知事", "館長", "(運営", "(本社", "(所在地", "広報", "事務局", "総務部", "教育長", "管理者"} {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// beginsSentence says whether what stands before a name leaves it the subject: an
// adverb, or the service that it runs.
func beginsSentence(before string) bool {
	for _, w := range []string{"を運営する", "を展開する", "を提供する", "を手がける", "を手掛ける", "を運営している", "運営の"} {
		if strings.HasSuffix(before, w) {
			return utf8.RuneCountInString(before) <= 40 && !strings.Contains(before, "当社") && !strings.Contains(before, "弊社") && !strings.Contains(before, "利用")
		}
	}
	return utf8.RuneCountInString(before) <= 14 && (strings.HasSuffix(before, "、") || functionWord(before) == len(before))
}

// subject gives what a mention is worth as the subject of its sentence.
func subject(before, after string, lead bool) float64 {
	if before != "" && !beginsSentence(before) {
		return 0
	}
	worth := 1.0
	if lead {
		worth = scoreSubject
	}
	for _, w := range []string{"は", "では", "が", "において", "におきまして", "で", "の", "から", "より", "をご利用", "をお引き立て"} {
		if strings.HasPrefix(after, w) {
			if w == "は" || w == "では" || w == "が" {
				return worth
			}
			return worth - 1.5
		}
	}
	if strings.HasPrefix(after, "(") && lead {
		if i := strings.IndexByte(after, ')'); i > 0 && strings.HasPrefix(after[i+1:], "は") {
			return worth
		}
		return worth - 2.5
	}
	return 0
}
