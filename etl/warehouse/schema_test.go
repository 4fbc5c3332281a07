package warehouse

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	files "jikenbo/sql"
)

// public are the names that analysts rely on: relation, then its columns.
const public = `
incident incident_id post_id case_number title organization_id contractor_id cause_code occurred_on occurred_precision ended_on ended_precision discovered_on discovered_precision disclosed_on disclosed_precision regulator_reported_on regulator_reported_precision police_reported_on police_reported_precision subjects_notified_on subjects_notified_precision regulator_reported police_reported subjects_notified records_affected records_unit records_qualifier
organization organization_id name sector_code prefecture
sector sector_code name_ja name_en
cause cause_code name_ja name_en cause_group veris_action jnsa_cause
data_category data_category_code name_ja name_en sensitivity veris_variety
incident_data_category incident_id data_category_code
timeline_event timeline_event_id incident_id sequence event_type_code event_on precision event_time description
event_type event_type_code name_ja name_en sort_order
calendar day year fiscal_year quarter month era era_year weekday
document document_id path media_type charset byte_count sha256 load_run_id
post post_id document_id ordinal kind case_number title url published_on body
evidence incident_id post_id field value quote start_offset end_offset rule confidence
record_count incident_id value unit qualifier what superseded quote
rejected_document path sha256 reason_code reason load_run_id
load_run load_run_id started_at finished_at tool_version documents_seen documents_loaded documents_unchanged documents_rejected posts incidents
fact fact_id post_id field value role hedge weight quote start_offset end_offset rule confidence
incident_wide incident_id organization cause_code
time_to_disclosure incident_id days
time_to_disclosure_by_sector n n_known n_left_out median_days mean_days p90_days share_within_7_days share_within_30_days
time_to_disclosure_by_cause n n_known n_left_out median_days mean_days p90_days share_within_7_days share_within_30_days
time_to_disclosure_by_year n n_known n_left_out median_days mean_days p90_days share_within_7_days share_within_30_days
time_to_discovery incident_id days
exposure_duration incident_id days
regulator_report_delay incident_id days guideline_days
records_by_sector n n_known n_left_out persons
records_by_cause n n_known n_left_out persons
incidents_by_month n n_known n_left_out
sector_by_cause n n_known n_left_out
data_category_by_cause n n_known n_left_out
repeat_organizations organization_id n
fact_coverage fact n n_known n_left_out
`

func TestPublicNamesExist(t *testing.T) {
	db := newDB(t)
	for _, line := range strings.Split(strings.TrimSpace(public), "\n") {
		names := strings.Fields(line)
		if _, err := db.Query(t.Context(), "select "+strings.Join(names[1:], ", ")+" from "+names[0]); err != nil {
			t.Errorf("%s: %v", names[0], err)
		}
	}
}

func TestTypesOfPublicColumns(t *testing.T) {
	g := given{newDB(t)}
	g.expect(t, `select column_name, data_type from duckdb_columns() where table_name = 'incident'
		and column_name in ('incident_id', 'occurred_on', 'regulator_reported', 'records_affected') order by column_name`,
		"incident_id / VARCHAR", "occurred_on / DATE", "records_affected / BIGINT", "regulator_reported / BOOLEAN")
	g.expect(t, `select column_name, data_type from duckdb_columns() where table_name = 'timeline_event' and column_name like 'event_%' order by column_name`,
		"event_on / DATE", "event_time / TIME", "event_type_code / VARCHAR")
}

func TestEverythingHasAComment(t *testing.T) {
	db := newDB(t)
	run(t, db, madePage("a.txt", 0, 2)) // tables that were replaced have theirs again
	g := given{db}
	g.expect(t, `select table_name, column_name from duckdb_columns() where schema_name = 'main' and not internal and coalesce(comment, '') = ''`)
	g.expect(t, `select table_name from duckdb_tables() where schema_name = 'main' and coalesce(comment, '') = ''`)
	g.expect(t, `select view_name from duckdb_views() where schema_name = 'main' and not internal and coalesce(comment, '') = ''`)
	g.expect(t, `select function_name from duckdb_functions() where schema_name = 'main' and not internal and function_type = 'macro' and coalesce(comment, '') = ''`)
	g.expect(t, `select comment from duckdb_columns() where table_name = 'evidence' and column_name = 'start_offset'`,
		"byte (UTF-8) of the post's body at which the words begin")
}

// TestHeaders holds the form of the files: what the comments of the database are
// made of, and what a reader of the folder sees.
func TestHeaders(t *testing.T) {
	db := newDB(t)
	plan, err := readPlan()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range plan {
		h := readHeader(m.text)
		if strings.Contains(m.text, "\t") {
			t.Errorf("%s: a tab", m.file)
		}
		switch m.verb {
		case verbMacro:
			continue
		case verbCheck:
			if f := m.finding(); (f.Severity != Fail && f.Severity != Warn) || f.Title == "" {
				t.Errorf("%s: first line %q, want fail or warn and a title", m.file, h.title)
			}
			continue
		}
		if len(h.notes) == 0 || !strings.HasPrefix(h.notes[0], "Grain: ") {
			t.Errorf("%s: second line does not say the grain", m.file)
		}
		columns := rowsOf(t, db, "select column_name from duckdb_columns() where table_name = '"+m.name+"'")
		for c := range h.columns {
			if !slices.Contains(columns, c) {
				t.Errorf("%s: describes a column %s that there is not", m.file, c)
			}
		}
	}
}

func TestEveryFileIsInTheOrder(t *testing.T) {
	plan, err := readPlan()
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, m := range plan {
		if listed[m.file] {
			t.Errorf("%s is listed twice", m.file)
		}
		listed[m.file] = true
	}
	for _, dir := range []string{"schema", "star", "metrics", "checks"} {
		names, err := fs.Glob(files.Files, dir+"/*")
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v", dir, err)
		}
		for _, name := range names {
			if !listed[name] {
				t.Errorf("%s is not in order.txt", name)
			}
		}
	}
}

// TestMetricsSayWhatTheyRestOn holds that every figure over several incidents
// comes with its numbers.
func TestMetricsSayWhatTheyRestOn(t *testing.T) {
	db := newDB(t)
	plan, _ := readPlan()
	for _, m := range plan {
		if !strings.HasPrefix(m.file, "metrics/") {
			continue
		}
		columns := rowsOf(t, db, "select column_name from duckdb_columns() where table_name = '"+m.name+"'")
		if slices.Contains(columns, "incident_id") {
			continue // a row is one incident
		}
		for _, c := range []string{"n", "n_known", "n_left_out"} {
			if !slices.Contains(columns, c) {
				t.Errorf("%s has no column %s", m.name, c)
			}
		}
	}
}

func TestErrorNamesTheFileAndItsLine(t *testing.T) {
	db := newDB(t)
	conn, err := db.sql.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	m := model{verb: verbTable, file: "star/wrong.sql", name: "wrong", text: "-- A title\nselect\n    1 as one\nfrom where\n"}
	err = buildModel(t.Context(), conn, db.seeds, m)
	if err == nil || !strings.HasPrefix(err.Error(), "run sql/star/wrong.sql: ") || !strings.Contains(err.Error(), "LINE 4:") {
		t.Errorf("got %v", err)
	}
}

// TestScoringQueries runs the queries of the script that scores accuracy, where
// it stands beside the repository.
func TestScoringQueries(t *testing.T) {
	const script = "../../../shared/accuracy/evaluate.py"
	b, err := os.ReadFile(script)
	if err != nil {
		t.Skip("the scoring script is not beside the repository")
	}
	db := newDB(t)
	run(t, db, madePage("a.txt", 0, 2))
	var dates, flags []string
	for _, d := range strings.Fields("occurred_on ended_on discovered_on disclosed_on regulator_reported_on police_reported_on subjects_notified_on") {
		dates = append(dates, "strftime(i."+d+", '%Y-%m-%d') as "+d+", i."+strings.TrimSuffix(d, "_on")+"_precision as "+d+"_p")
	}
	for _, f := range strings.Fields("regulator_reported police_reported subjects_notified") {
		flags = append(flags, "i."+f)
	}
	fill := strings.NewReplacer("{dates}", strings.Join(dates, ", "), "{flags}", strings.Join(flags, ", "))
	queries := regexp.MustCompile(`(?s)"""\s*(select .*?)"""|"(select [^"]*)"`).FindAllStringSubmatch(string(b), -1)
	if len(queries) != 3 {
		t.Fatalf("%d queries in the script, want 3", len(queries))
	}
	for _, q := range queries {
		r, err := db.Query(t.Context(), fill.Replace(q[1]+q[2]))
		if err != nil || len(r.Rows) == 0 {
			t.Errorf("%v\n%s", err, q[0])
		}
	}
}
