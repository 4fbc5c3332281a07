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
	r, err := s.query(ctx, id)
	if err != nil {
		return block{}, err
	}
	t := s.tableOf(r, s.dateField(r, "list.date", "reference_on", "reference_precision"), s.titleField(r), s.causeField(r, "cause_code"), s.recordsField(r))
	t.ID, t.Caption = id, s.t("figure."+id)
	return block{Span: 6, Table: &t, Note: s.t("note." + id)}, nil
}

// recordsField shows numbers of records with their units.
func (s *site) recordsField(r rows) field {
	return field{column{Name: s.t("list.records"), Numeric: true}, func(i int) cell {
		n := countOrNil(r, i, "records_affected")
		if n == nil {
			return cell{Text: s.t("unknown")}
		}
		return cell{Text: s.records(n, r.text(i, "records_unit"), r.text(i, "records_qualifier")), Raw: raw(*n)}
	}}
}
