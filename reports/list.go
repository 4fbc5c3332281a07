package reports

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// listRow is one incident of the list.
type listRow struct {
	ID, Title, Org, Contractor string
	Sector, Cause              string
	On, Precision              string
	Records                    *int64
	Unit, Qualifier, Size      string
	Categories                 []string
	Days                       []*int64 // by durations
	Own                        bool     // has a page of its own
}

// durations are the measures of time that the list can be filtered by; the first is
// shown. script/50-list.js has the same.
func durations() []string {
	return []string{"time_to_disclosure", "time_to_discovery", "regulator_report_delay", "exposure_duration", "subject_notice_delay"}
}

// listShard is how many incidents one script file of the list holds.
const listShard = 5000

// readList reads every incident, newest first, and settles which have pages of
// their own.
func (s *site) readList(ctx context.Context) error {
	text, err := querySQL("incident_list")
	if err != nil {
		return err
	}
	r, err := run(ctx, s.db, "incident_list", text) // large, and asked once: not kept
	if err != nil {
		return err
	}
	s.list = make([]listRow, r.len())
	for i := range s.list {
		row := &s.list[i]
		row.ID, row.Title, row.Org, row.Contractor = r.text(i, "incident_id"), r.label(i, "title"), r.label(i, "organization"), r.label(i, "contractor")
		row.Sector, row.Cause = r.text(i, "sector_code"), r.text(i, "cause_code")
		row.On, row.Precision = r.text(i, "reference_on"), r.text(i, "reference_precision")
		row.Unit, row.Qualifier, row.Size = r.text(i, "records_unit"), r.text(i, "records_qualifier"), r.text(i, "size_band")
		row.Categories = strings.FieldsFunc(r.text(i, "data_categories"), func(c rune) bool { return c == ',' || c == ' ' })
		row.Records = countOrNil(r, i, "records_affected")
		for _, d := range durations() {
			row.Days = append(row.Days, countOrNil(r, i, d))
		}
		row.Own = i < s.opts.Pages && !s.opts.SingleFile
		s.own[row.ID] = row.Own
		s.rowOf[row.ID] = row
	}
	return s.readNear(ctx)
}

// readNear reads which incidents are like which.
func (s *site) readNear(ctx context.Context) error {
	r, err := s.query(ctx, "near_incidents")
	for i := range r.len() {
		s.near[r.text(i, "incident_id")] = r.text(i, "near")
	}
	return err
}

func countOrNil(r rows, i int, column string) *int64 {
	if r.null(i, column) {
		return nil
	}
	n := r.count(i, column)
	return &n
}

// tuple is a row as a shard holds it; script/50-list.js names the places.
func (l listRow) tuple() []any {
	own := ""
	if l.Own {
		own = fileName(l.ID)
	}
	return []any{
		l.ID, l.Title, l.Org, l.Contractor, l.Sector, l.Cause, cutDate(l.On, l.Precision),
		l.Records, l.Unit, l.Qualifier, l.Size, strings.Join(l.Categories, " "), l.Days, own,
	}
}

// listShards gives the list in parts, each a call that hands its rows to the script.
func listShards(list []listRow) ([][]byte, error) {
	var shards [][]byte
	for from := 0; from < len(list); from += listShard {
		part := list[from:min(from+listShard, len(list))]
		tuples := make([][]any, len(part))
		for i, row := range part {
			tuples[i] = row.tuple()
		}
		shard, err := scriptCall("list", strconv.Itoa(from/listShard), tuples)
		if err != nil {
			return nil, err
		}
		shards = append(shards, shard)
	}
	return shards, nil
}

// scriptCall writes a script that hands data to the pages' script under a key. The
// data is JSON with <, > and & escaped, so the text can also stand inside a page.
func scriptCall(function, key string, data any) ([]byte, error) {
	var b bytes.Buffer
	encoded, err := json.Marshal(data)
	if err != nil {
		return nil, fmt.Errorf("encode shard %s: %w", key, err)
	}
	keyJSON, _ := json.Marshal(key)
	fmt.Fprintf(&b, "jikenbo.%s(%s,", function, keyJSON)
	b.Write(encoded)
	b.WriteString(");\n")
	return b.Bytes(), nil
}

// writeListShards writes the list as script files.
func writeListShards(out *folder, list []listRow) error {
	shards, err := listShards(list)
	if err != nil {
		return err
	}
	for i, shard := range shards {
		if err := out.write(fmt.Sprintf("data/list-%d.js", i), shard); err != nil {
			return err
		}
	}
	return nil
}
