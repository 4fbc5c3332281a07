package reports

import (
	"context"
	"io/fs"
	"strings"

	"jikenbo/sql/report"
)

// methodPage says how things are counted, what they cannot say, and by which queries.
func methodPage(ctx context.Context, s *site) ([]block, error) {
	guides, err := s.guidelineTable(ctx)
	if err != nil {
		return nil, err
	}
	queries, err := s.queryTexts()
	if err != nil {
		return nil, err
	}
	var texts []prose
	for _, section := range []string{"what", "count", "persons", "dates", "duration", "cause", "data", "limits", "use"} {
		p := prose{Heading: s.t("method." + section)}
		for _, n := range []string{"1", "2", "3"} {
			if text := s.msg.or("method."+section+"."+n, ""); text != "" {
				p.Paragraphs = append(p.Paragraphs, text)
			}
		}
		texts = append(texts, p)
	}
	return []block{{Prose: texts}, guides, {Heading: s.t("heading.queries"), Queries: queries}}, nil
}

// guidelineTable lists the periods that figures are compared with.
func (s *site) guidelineTable(ctx context.Context) (block, error) {
	r, err := s.query(ctx, "guidelines")
	if err != nil {
		return block{}, err
	}
	t := s.tableOf(r, s.wideField(r, "col.guideline", "name_"+s.lang), s.countField(r, "col.days", "days_to"),
		s.dateField(r, "col.valid_from", "valid_from", ""), s.dateField(r, "col.valid_to", "valid_to", ""), s.wideField(r, "col.source", "source"))
	t.ID, t.Caption = "guidelines", s.t("figure.guidelines")
	return block{Span: 12, Table: &t, Note: s.t("note.guidelines")}, nil
}

// queryTexts are the queries of sql/report by name, with their first line as title.
func (s *site) queryTexts() ([]queryText, error) {
	files, err := fs.Glob(report.Files, "*.sql")
	if err != nil {
		return nil, err
	}
	var texts []queryText
	for _, f := range files {
		name := strings.TrimSuffix(f, ".sql")
		text, err := querySQL(name)
		if err != nil {
			return nil, err
		}
		first, _, _ := strings.Cut(text, "\n")
		texts = append(texts, queryText{name, strings.TrimPrefix(first, "-- "), text})
	}
	return texts, nil
}
