package reports

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// incidentShard is how many incidents one script file of details holds.
const incidentShard = 50

// incidentChunk is how many incidents are read from the warehouse at a time.
const incidentChunk = 2000

// writeIncidents writes the pages of single incidents, the shards of the others
// and the page that shows those on demand. It gives the number of pages.
func (s *site) writeIncidents(ctx context.Context, out *folder, list []listRow) (int, error) {
	ids := make([]string, len(list))
	for i, row := range list {
		ids[i] = row.ID
	}
	slices.Sort(ids)
	s.sharded = len(list) > max(s.opts.Pages, 0)
	pages := 1
	var firsts []string // first id of each shard
	for from := 0; from < len(ids); from += incidentChunk {
		chunk := ids[from:min(from+incidentChunk, len(ids))]
		records, err := s.readRecords(ctx, chunk)
		if err != nil {
			return 0, err
		}
		n, starts, err := s.writeChunk(out, records, len(firsts))
		if err != nil {
			return 0, err
		}
		pages += n
		firsts = append(firsts, starts...)
	}
	v := view{Site: s, Page: page{ID: "incident", Title: s.t("page.incident")}, Shards: firsts}
	return pages, s.writePage(out, "incident.html", "incident.html", v)
}

// rawRecord is an incident as the query gives it: JSON.
type rawRecord struct{ id, page string }

// readRecords reads the incidents of a stretch of sorted ids.
func (s *site) readRecords(ctx context.Context, ids []string) ([]rawRecord, error) {
	text, err := querySQL("incident_page")
	if err != nil {
		return nil, err
	}
	first, last := literal(ids[0]), literal(ids[len(ids)-1])
	text = fmt.Sprintf("select * from (%s) as pages where incident_id between %s and %s order by incident_id", text, first, last)
	r, err := run(ctx, s.db, "incident_page", text)
	if err != nil {
		return nil, err
	}
	records := make([]rawRecord, r.len())
	for i := range records {
		records[i] = rawRecord{r.text(i, "incident_id"), r.text(i, "page")}
	}
	return records, nil
}

// literal writes a text as SQL has it.
func literal(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

// writeChunk writes the own pages among records and, where not all have one, the
// shards of them all, numbered from next on. It gives the number of pages and the first id of each shard.
func (s *site) writeChunk(out *folder, records []rawRecord, next int) (int, []string, error) {
	var own []rawRecord
	for _, r := range records {
		if s.own[r.id] {
			own = append(own, r)
		}
	}
	if err := eachOf(own, func(r rawRecord) error { return s.writeIncident(out, r) }); err != nil {
		return 0, nil, err
	}
	if !s.sharded {
		return len(own), nil, nil
	}
	var firsts []string
	for from := 0; from < len(records); from += incidentShard {
		part := records[from:min(from+incidentShard, len(records))]
		firsts = append(firsts, part[0].id)
		name := fmt.Sprintf("data/incident-%d.js", next+len(firsts)-1)
		if err := writeIncidentShard(out, name, part); err != nil {
			return 0, nil, err
		}
	}
	return len(own), firsts, nil
}

// writeIncident writes the page of one incident.
func (s *site) writeIncident(out *folder, raw rawRecord) error {
	r, err := readRecord(raw.page)
	if err != nil {
		return err
	}
	v := s.viewOf(r, "../")
	return s.writePage(out, "incident/"+fileName(r.ID)+".html", "incident.html",
		view{Site: s, Root: "../", Page: page{ID: "incident", Title: v.Title}, Incident: &v})
}

// writeIncidentShard writes the details of some incidents as one script file.
func writeIncidentShard(out *folder, name string, part []rawRecord) error {
	shard, err := incidentShardScript(name, part)
	if err != nil {
		return err
	}
	return out.write(name, shard)
}

// incidentShardScript hands the details of some incidents to the pages' script.
func incidentShardScript(name string, part []rawRecord) ([]byte, error) {
	return scriptCall("incidents", strings.TrimSuffix(strings.TrimPrefix(name, "data/incident-"), ".js"), rawPages(part))
}

// eachOf runs f for every item on all cores and gives the first error in the order
// of the items.
func eachOf[T any](items []T, f func(T) error) error {
	errs := make([]error, len(items))
	var wg sync.WaitGroup
	workers := min(runtime.GOMAXPROCS(0), len(items))
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(items); i += workers {
				errs[i] = f(items[i])
			}
		})
	}
	wg.Wait()
	for i, err := range errs {
		if err != nil {
			return fmt.Errorf("item %s: %w", strconv.Itoa(i+1), err)
		}
	}
	return nil
}
