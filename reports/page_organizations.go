package reports

import "context"

// searchBlock is a search over the organizations of the list; the script fills it.
type searchBlock struct {
	ID, Title, Label, Note string
	Columns                []column
}

// organizationsPage shows organizations with several incidents, contractors, and a
// search over all.
func organizationsPage(ctx context.Context, s *site) ([]block, error) {
	blocks, err := gather(ctx, s.repeatedTable, s.contractorTable)
	if err != nil {
		return nil, err
	}
	search := &searchBlock{ID: "search", Title: s.t("figure.org_search"), Label: s.t("org.search"), Note: s.t("org.note")}
	search.Columns = []column{
		{Name: s.t("col.organization")}, {Name: s.t("col.sector")}, {Name: s.t("col.n"), Numeric: true},
		{Name: s.t("col.persons"), Numeric: true}, {Name: s.t("col.first")}, {Name: s.t("col.last")},
	}
	return append([]block{{Search: search}}, blocks...), nil
}

// repeatedTable lists organizations with more than one incident.
func (s *site) repeatedTable(ctx context.Context) (block, error) {
	r, err := s.query(ctx, "repeated_organizations")
	if err != nil {
		return block{}, err
	}
	t := s.tableOf(r, s.orgField(r, "col.organization", "organization"), s.sectorField(r, "sector_code"), s.countField(r, "col.n", "n"),
		s.countField(r, "col.persons", "persons"), s.dateField(r, "col.first", "first_on", ""), s.dateField(r, "col.last", "last_on", ""))
	t.ID, t.Caption = "repeated_organizations", s.t("figure.repeated_organizations")
	return block{Span: 6, Table: &t, Note: s.t("note.repeated")}, nil
}

// contractorTable lists contractors at which incidents happened.
func (s *site) contractorTable(ctx context.Context) (block, error) {
	r, err := s.query(ctx, "contractors")
	if err != nil {
		return block{}, err
	}
	t := s.tableOf(r, s.orgField(r, "fact.contractor_id", "contractor"), s.countField(r, "col.n", "n"), s.countField(r, "col.n_organizations", "n_organizations"),
		s.countField(r, "col.persons", "persons"), s.dateField(r, "col.first", "first_on", ""), s.dateField(r, "col.last", "last_on", ""))
	t.ID, t.Caption = "contractors", s.t("figure.contractors")
	return block{Span: 6, Table: &t, Note: s.t("note.contractors")}, nil
}

// orgField shows names of organizations and leads to their incidents.
func (s *site) orgField(r rows, key, name string) field {
	return field{column{Name: s.t(key), Wide: true}, func(i int) cell {
		org := r.label(i, name)
		return cell{Text: short(org, 60), Raw: org, Href: s.href("", "incidents", listLink("org", org))}
	}}
}
