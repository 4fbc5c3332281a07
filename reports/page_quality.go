package reports

import (
	"context"
	"strings"
)

// qualityPage shows how much the figures can bear.
func qualityPage(ctx context.Context, s *site) ([]block, error) {
	return gather(ctx, s.coverageTable, s.checkTable, s.reviewTable, s.rejectTable, s.loadTable)
}

// coverageTable lists how many incidents state each fact, with a bar.
func (s *site) coverageTable(ctx context.Context) (block, error) {
	r, err := s.query(ctx, "coverage")
	if err != nil {
		return block{}, err
	}
	share := field{column{Name: s.t("col.share"), Numeric: true}, func(i int) cell {
		n, known := r.count(i, "n"), r.count(i, "n_known")
		c := cell{Text: s.share(known, n), Raw: ratio(known, n)}
		if n > 0 {
			c.Share = int(100 * known / n)
		}
		return c
	}}
	name := field{column{Name: s.t("col.fact")}, func(i int) cell { return cell{Text: s.fieldName(r.text(i, "fact")), Raw: r.text(i, "fact")} }}
	t := s.tableOf(r, name, s.countField(r, "col.stated", "n_known"), s.countField(r, "col.not_stated", "n_left_out"), share)
	t.ID, t.Caption = "coverage", s.t("figure.coverage")
	return block{Span: 6, Table: &t, Note: s.t("note.coverage", s.num(s.info.Incidents))}, nil
}

// checkTable lists the checks and what they found.
func (s *site) checkTable(ctx context.Context) (block, error) {
	r, err := s.query(ctx, "check_results")
	if err != nil {
		return block{}, err
	}
	status := field{column{Name: s.t("col.status"), Tight: true}, func(i int) cell {
		severity := r.text(i, "severity")
		if r.count(i, "offenders") == 0 {
			severity = "ok"
		}
		return cell{Text: s.msg.or("status."+severity, severity), Raw: severity, Class: "status-" + fileName(severity)}
	}}
	title := field{column{Name: s.t("col.check"), Wide: true}, func(i int) cell {
		name := r.text(i, "check_name")
		return cell{Text: s.msg.or("check."+name, r.label(i, "title")), Raw: name}
	}}
	t := s.tableOf(r, status, title, s.countField(r, "col.offenders", "offenders"))
	t.ID, t.Caption = "check_results", s.t("figure.check_results")
	return block{Span: 6, Table: &t, Note: s.t("note.checks")}, nil
}

// reviewTable lists the facts read with the least confidence.
func (s *site) reviewTable(ctx context.Context) (block, error) {
	r, err := s.query(ctx, "review")
	if err != nil {
		return block{}, err
	}
	fact := field{column{Name: s.t("col.fact")}, func(i int) cell { return cell{Text: s.fieldName(r.text(i, "field")), Raw: r.text(i, "field")} }}
	value := field{column{Name: s.t("col.value")}, func(i int) cell {
		c := s.textCell(s.valueName(r.text(i, "field"), r.label(i, "value")))
		c.Raw = r.label(i, "value")
		return c
	}}
	t := s.tableOf(r, s.titleField(r), fact, value, s.wideField(r, "col.quote", "quote"),
		s.textField(r, "col.rule", "rule"), s.ratioField(r, "col.confidence", "confidence"))
	t.ID, t.Caption = "review", s.t("figure.review")
	return block{Span: 12, Table: &t, Note: s.t("note.review")}, nil
}

// valueName is a value of a field as a reader knows it: a code by its label.
func (s *site) valueName(field, value string) string {
	switch {
	case field == "sector_code":
		return s.name("sector", value)
	case field == "cause_code":
		return s.name("cause", value)
	case strings.HasPrefix(field, "data_category:"):
		return s.name("category", value)
	}
	return value
}

// rejectTable lists the documents that could not be taken.
func (s *site) rejectTable(ctx context.Context) (block, error) {
	r, err := s.query(ctx, "rejected")
	if err != nil {
		return block{}, err
	}
	t := s.tableOf(r, s.wideField(r, "col.path", "path"), s.textField(r, "col.reason_code", "reason_code"), s.wideField(r, "col.reason", "reason"), s.countField(r, "col.load", "load_run_id"))
	t.ID, t.Caption = "rejected", s.t("figure.rejected")
	return block{Span: 12, Table: &t, Note: s.t("note.rejected")}, nil
}

// loadTable lists the loads.
func (s *site) loadTable(ctx context.Context) (block, error) {
	r, err := s.query(ctx, "loads")
	if err != nil {
		return block{}, err
	}
	t := s.tableOf(r, s.countField(r, "col.load", "load_run_id"), s.textField(r, "col.finished", "finished_at"), s.textField(r, "col.version", "tool_version"),
		s.countField(r, "col.seen", "documents_seen"), s.countField(r, "col.loaded", "documents_loaded"), s.countField(r, "col.unchanged", "documents_unchanged"),
		s.countField(r, "col.rejected", "documents_rejected"), s.countField(r, "col.posts", "posts"), s.countField(r, "col.n", "incidents"))
	t.ID, t.Caption = "loads", s.t("figure.loads")
	return block{Span: 12, Table: &t, Note: s.t("note.loads")}, nil
}
