package reports

import "context"

// largestTable lists the incidents with the most persons affected.
func (s *site) largestTable(ctx context.Context) (block, error) {
	return s.incidentTable(ctx, "largest_incidents")
}

// newestTable lists the newest incidents.
func (s *site) newestTable(ctx context.Context) (block, error) {
	return s.incidentTable(ctx, "newest_incidents")
}

// incidentTable is a short list of incidents that a query gives.
func (s *site) incidentTable(ctx context.Context, id string) (block, error) {
	r, err := query(ctx, s.db, id)
	if err != nil {
		return block{}, err
	}
	t := &table{ID: id, Caption: s.t("figure." + id), Columns: []column{
		{Name: s.t("list.date"), Tight: true}, {Name: s.t("list.title"), Wide: true}, {Name: s.t("list.cause")}, {Name: s.t("list.records"), Numeric: true},
	}}
	for i := range r.len() {
		cause := s.codeOf("cause", r.text(i, "cause_code"))
		t.Rows = append(t.Rows, []cell{
			s.dateCell(r.text(i, "reference_on"), r.text(i, "reference_precision")),
			{Text: orElse(short(r.label(i, "title"), 120), r.text(i, "incident_id")), Href: s.incidentHref("", r.text(i, "incident_id")), Title: r.label(i, "organization")},
			{Text: cause.Name, Color: causeColor(cause.Parent)},
			s.recordsCell(r, i),
		})
	}
	return block{Span: 6, Table: t, Note: s.t("note." + id)}, nil
}

// dateCell is a date as far as its precision goes, with its era on hover.
func (s *site) dateCell(on, precision string) cell {
	if on == "" {
		return cell{Text: s.t("dash")}
	}
	return cell{Text: cutDate(on, precision), Title: eraDate(s.eras, on, precision)}
}

// recordsCell is a number of records with its unit.
func (s *site) recordsCell(r rows, i int) cell {
	n := countOrNil(r, i, "records_affected")
	if n == nil {
		return cell{Text: s.t("unknown")}
	}
	return cell{Text: s.records(n, r.text(i, "records_unit"), r.text(i, "records_qualifier")), Raw: raw(*n)}
}
