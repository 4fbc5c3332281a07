package reports

import "context"

// listBlock is the list with its filters.
type listBlock struct {
	Count   string
	Filters []filter
	Columns []listColumn
	First   []listLine // what is seen before the script runs
}

type filter struct {
	ID, Name string
	Options  []code
}

type listColumn struct {
	ID, Name string
	Numeric  bool
}

type listLine struct{ Date, Title, Href, Org, Sector, Cause, Records string }

// incidentsPage is the list of all incidents.
func incidentsPage(ctx context.Context, s *site) ([]block, error) {
	years, err := s.query(ctx, "years")
	if err != nil {
		return nil, err
	}
	list := &listBlock{Count: s.t("list.count", s.num(s.info.Incidents))}
	list.Filters = []filter{
		{"year", s.t("filter.year"), s.yearOptions(years)},
		{"sector", s.t("filter.sector"), s.withUnknown("sector")},
		{"group", s.t("filter.group"), s.groupOptions()},
		{"cause", s.t("filter.cause"), s.withUnknown("cause")},
		{"category", s.t("filter.category"), s.withUnknown("category")},
		{"size", s.t("filter.size"), s.codes["size"]},
	}
	list.First = s.firstLines()
	for _, c := range []listColumn{{"date", "", false}, {"title", "", false}, {"sector", "", false}, {"cause", "", false}, {"records", "", true}, {"days", "", true}} {
		c.Name = s.t("list." + c.ID)
		list.Columns = append(list.Columns, c)
	}
	return []block{{List: list}}, nil
}

// firstListed is how many incidents a page lists by itself, without the script.
const firstListed = 100

// firstLines are the newest incidents as lines.
func (s *site) firstLines() []listLine {
	var lines []listLine
	for _, row := range s.list[:min(firstListed, len(s.list))] {
		lines = append(lines, listLine{
			Date: orElse(cutDate(row.On, row.Precision), s.t("dash")), Title: orElse(short(row.Title, 120), clean(row.ID)), Href: s.incidentHref("", row.ID),
			Org: short(row.Org, 60), Sector: s.brief("sector", row.Sector), Cause: s.name("cause", row.Cause), Records: s.records(row.Records, row.Unit, row.Qualifier),
		})
	}
	return lines
}

// allTable lists the newest incidents on the front page, with a way to all.
func (s *site) allTable(context.Context) (block, error) {
	t := table{ID: "all_incidents", Caption: s.t("page.incidents"), Columns: []column{
		{Name: s.t("list.date"), Tight: true}, {Name: s.t("list.title"), Wide: true}, {Name: s.t("col.organization")},
		{Name: s.t("list.sector")}, {Name: s.t("list.cause")}, {Name: s.t("list.records"), Numeric: true},
	}}
	for i, line := range s.firstLines() {
		row := s.list[i]
		records := cell{Text: line.Records}
		if row.Records != nil {
			records.Raw = raw(*row.Records)
		}
		t.Rows = append(t.Rows, []cell{
			s.dateCell(row.On, row.Precision), {Text: line.Title, Raw: row.Title, Href: line.Href}, {Text: line.Org, Raw: row.Org}, {Text: line.Sector},
			{Text: line.Cause, Color: causeColor(s.codeOf("cause", row.Cause).Parent)}, records,
		})
	}
	more := chip{s.t("list.more", s.num(s.info.Incidents)), s.href("", "incidents", "")}
	return block{Span: 12, Table: &t, More: more}, nil
}

func (s *site) yearOptions(r rows) []code {
	var options []code
	for i := range r.len() {
		options = append(options, code{Code: orElse(r.text(i, "year"), "-"), Name: orElse(r.text(i, "year"), s.t("unknown"))})
	}
	return options
}

func (s *site) withUnknown(kind string) []code {
	return append(append([]code{}, s.codes[kind]...), code{Code: "-", Name: s.t("unknown.code")})
}

// causeGroups are the groups of causes in the order of every page.
func causeGroups() []string {
	return []string{"external_attack", "human_error", "insider", "system_fault", "loss_theft", "other"}
}

func (s *site) groupOptions() []code {
	var options []code
	for _, g := range causeGroups() {
		options = append(options, code{Code: g, Name: s.t("group." + g)})
	}
	return options
}
