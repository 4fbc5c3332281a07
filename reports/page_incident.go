package reports

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"sync"
)

// incidentShard is how many incidents one script file of details holds.
const incidentShard = 50

// incidentChunk is how many incidents are read from the warehouse at a time.
const incidentChunk = 5000

// writeIncidents writes the pages of single incidents, the shards of the others
// and the page that shows those on demand. It gives the number of pages.
func (s *site) writeIncidents(ctx context.Context, out *folder) (int, error) {
	ids := make([]string, len(s.list))
	for i, row := range s.list {
		ids[i] = row.ID
	}
	slices.Sort(ids)
	s.sharded = len(s.list) > max(s.opts.Pages, 0)
	pages := 1
	var firsts []string // first id of each shard
	for from := 0; from < len(ids); from += incidentChunk {
		chunk := ids[from:min(from+incidentChunk, len(ids))]
		records, err := s.readRecords(ctx, chunk, true)
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

// writeChunk writes the own pages among records and, where not all have one, the
// shards of them all, numbered from next on. It gives the number of pages and the first id of each shard.
func (s *site) writeChunk(out *folder, records []rawRecord, next int) (int, []string, error) {
	var own []rawRecord
	for _, r := range records {
		if s.own[r.id] {
			own = append(own, r)
		}
	}
	if err := eachOf(own, func(_ int, r rawRecord) error { return s.writeIncident(out, r) }); err != nil {
		return 0, nil, err
	}
	if !s.sharded {
		return len(own), nil, nil
	}
	var firsts []string
	var shards [][]rawRecord
	for from := 0; from < len(records); from += incidentShard {
		shards = append(shards, records[from:min(from+incidentShard, len(records))])
		firsts = append(firsts, records[from].id)
	}
	err := eachOf(shards, func(i int, part []rawRecord) error {
		key := strconv.Itoa(next + i)
		return out.write("data/incident-"+key+".js", incidentShardScript(key, part))
	})
	if err != nil {
		return 0, nil, err
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

// incidentShardScript hands the details of some incidents to the pages' script. What
// DuckDB wrote is JSON already, and a script file needs no escaping beyond that.
func incidentShardScript(key string, part []rawRecord) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "jikenbo.incidents(%q,[", key)
	for i, r := range part {
		if i > 0 {
			b.WriteString(",\n")
		}
		b.WriteString(r.page)
	}
	b.WriteString("]);\n")
	return b.Bytes()
}

// eachOf runs f for every item on all cores and gives the first error in the order
// of the items.
func eachOf[T any](items []T, f func(int, T) error) error {
	errs := make([]error, len(items))
	var wg sync.WaitGroup
	workers := min(runtime.GOMAXPROCS(0), len(items))
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(items); i += workers {
				errs[i] = f(i, items[i])
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
