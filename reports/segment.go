package reports

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// segment is a stretch of a notice's text over which the same evidence lies.
type segment struct {
	Text  string
	ID    string // of the mark that begins here
	Marks string // what the words are evidence for; empty for plain text
}

// texts are the reports of an incident with their evidence marked.
func (s *site) texts(r record) []textView {
	var views []textView
	for i, text := range r.texts() {
		v := textView{Segments: s.segments(r, i)}
		if i > 0 {
			v.Heading = s.reportName(text)
		}
		views = append(views, v)
	}
	return views
}

// segments cuts text i of an incident where evidence begins and ends. Offsets that
// are not on the border of a character are left out.
func (s *site) segments(r record, i int) []segment {
	text := r.texts()[i]
	var used []quoted
	cuts := []int{0, len(text.Body)}
	for _, q := range r.Evidence {
		if q.Post == text.ID && markOf(r, q) != "" && onBorder(text.Body, q.Start) && onBorder(text.Body, q.End) {
			used = append(used, q)
			cuts = append(cuts, q.Start, q.End)
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []segment
	for k := 0; k+1 < len(cuts); k++ {
		out = append(out, segment{
			Text: text.Body[cuts[k]:cuts[k+1]], ID: markID(i, cuts[k]),
			Marks: s.marks(used, cuts[k], cuts[k+1]),
		})
	}
	return out
}

// onBorder tells whether a byte offset does not lie inside a character.
func onBorder(text string, at int) bool {
	return at == len(text) || utf8.RuneStart(text[at])
}

// marks names what the words from start to end are evidence for.
func (s *site) marks(evidence []quoted, start, end int) string {
	var names []string
	for _, q := range evidence {
		if q.Start <= start && end <= q.End {
			if name := s.fieldName(q.Field); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return strings.Join(names, s.t("comma"))
}

// fieldName is the label of a field of evidence.
func (s *site) fieldName(field string) string {
	if c, ok := strings.CutPrefix(field, "data_category:"); ok {
		return s.name("category", c)
	}
	if strings.HasPrefix(field, "timeline_event:") {
		return s.t("fact.timeline_event")
	}
	return s.msg.or("fact."+field, field)
}
