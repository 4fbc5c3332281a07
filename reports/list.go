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
func (s *site) readList(ctx context.Context) ([]listRow, error) {
	text, err := querySQL("incident_list")
	if err != nil {
		return nil, err
	}
	r, err := run(ctx, s.db, "incident_list", text) // large, and asked once: not kept
	if err != nil {
		return nil, err
	}
	list := make([]listRow, r.len())
	for i := range list {
		row := &list[i]
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
	return list, s.readNear(ctx)
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

type listLine struct{ Date, Title, Href, Org, Sector, Cause, Records, Days string }

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
	for _, c := range []listColumn{{"date", "", false}, {"title", "", false}, {"sector", "", false}, {"cause", "", false}, {"records", "", true}, {"days", "", true}} {
		c.Name = s.t("list." + c.ID)
		list.Columns = append(list.Columns, c)
	}
	return []block{{List: list}}, nil
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
