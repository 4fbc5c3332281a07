package reports

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
)

// rawRecord is an incident with everything known of it as JSON; see record.
type rawRecord struct{ id, page string }

// detailParts are the lists that hang on an incident: the query and the key in JSON.
func detailParts() [][2]string {
	return [][2]string{
		{"incident_evidence", "evidence"}, {"incident_events", "events"},
		{"incident_counts", "counts"}, {"incident_reports", "reports"},
	}
}

// readRecords reads incidents; ids must be in order. dense tells that they are all
// there are between the first and the last, which is faster to find.
//
// The JSON is written by DuckDB and put together here as text: reading millions of
// rows of evidence value by value would take longer than all the rest.
func (s *site) readRecords(ctx context.Context, ids []string, dense bool) ([]rawRecord, error) {
	r, err := s.queryDetail(ctx, "incident_page", ids, dense)
	if err != nil {
		return nil, err
	}
	pages := make([]strings.Builder, r.len())
	at := make(map[string]int, r.len())
	for i := range r.len() {
		at[r.text(i, "incident_id")] = i
		pages[i].WriteString(strings.TrimSuffix(r.text(i, "page"), "}"))
	}
	for _, part := range detailParts() {
		p, err := s.queryDetail(ctx, part[0], ids, dense)
		if err != nil {
			return nil, err
		}
		addParts(pages, at, p, part[1])
	}
	records := make([]rawRecord, r.len())
	for i := range records {
		id := r.text(i, "incident_id")
		if err := s.addFromList(&pages[i], id); err != nil {
			return nil, err
		}
		records[i] = rawRecord{id, pages[i].String() + "}"}
	}
	return records, nil
}

// queryDetail runs a query of details for some incidents.
func (s *site) queryDetail(ctx context.Context, name string, ids []string, dense bool) (rows, error) {
	text, err := querySQL(name)
	if err != nil {
		return rows{}, err
	}
	condition := fmt.Sprintf("between %s and %s", literal(ids[0]), literal(ids[len(ids)-1]))
	if !dense {
		quoted := make([]string, len(ids))
		for i, id := range ids {
			quoted[i] = literal(id)
		}
		condition = "in (" + strings.Join(quoted, ",") + ")"
	}
	return run(ctx, s.db, name, narrow(text, condition))
}

// narrow puts a condition on the incident into a query of details, which has no
// WHERE and ends in an ORDER BY whose first term is the incident.
func narrow(text, condition string) string {
	const orderBy = "\norder by "
	at := strings.LastIndex(text, orderBy)
	term, _, _ := strings.Cut(text[at+len(orderBy):], "\n")
	term, _, _ = strings.Cut(term, ",")
	return text[:at] + "\nwhere " + term + " " + condition + text[at:]
}

// literal writes a text as SQL has it.
func literal(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// addParts adds a list to each incident: its rows come one after the other.
func addParts(pages []strings.Builder, at map[string]int, parts rows, key string) {
	begun := make([]bool, len(pages))
	for i := range parts.len() {
		n, known := at[parts.text(i, "incident_id")]
		if !known {
			continue
		}
		if begun[n] {
			pages[n].WriteByte(',')
		} else {
			pages[n].WriteString(`,"` + key + `":[`)
			begun[n] = true
		}
		pages[n].WriteString(parts.text(i, "part"))
	}
	for n, yes := range begun {
		if yes {
			pages[n].WriteByte(']')
		}
	}
}

// addFromList adds what the list knows: the categories of data and the neighbours.
func (s *site) addFromList(page *strings.Builder, id string) error {
	row := s.rowOf[id]
	if row == nil {
		return nil
	}
	var near []neighbour
	for _, other := range strings.Fields(s.near[id]) {
		if o := s.rowOf[other]; o != nil {
			near = append(near, neighbour{o.ID, o.Title, o.On, o.Records, o.Unit})
		}
	}
	more, err := json.Marshal(map[string]any{"categories": row.Categories, "near": near})
	if err != nil {
		return fmt.Errorf("encode incident: %w", err)
	}
	page.WriteByte(',')
	page.Write(more[1 : len(more)-1])
	return nil
}
