package warehouse

import (
	"slices"
	"testing"

	"jikenbo/etl/notice"
)

// TestChecksFire spoils a sound database in one way after the other and expects
// the check of that way, and that the sound one passes all.
func TestChecksFire(t *testing.T) {
	db := newDB(t)
	run(t, db, madePage("a.txt", 0, 3))
	if found, err := db.Check(t.Context()); err != nil || len(found) > 0 {
		t.Fatalf("a sound database: %v %v", found, err)
	}
	db.sql.SetMaxOpenConns(1) // so that a transaction holds what is spoiled and the check
	tested := map[string]bool{}
	test := func(check, severity, spoil string) {
		t.Helper()
		tested[check] = true
		for _, s := range []string{"begin", spoil} {
			if _, err := db.sql.Exec(s); err != nil {
				t.Fatalf("%s: %v", s, err)
			}
		}
		found, err := db.Check(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(found, func(f Finding) bool { return f.Check == check })
		if i < 0 || found[i].Severity != severity || found[i].Offenders == 0 || len(found[i].Examples.Rows) == 0 || found[i].Title == "" {
			t.Errorf("%s\ndoes not make %s fire: %+v", spoil, check, found)
		}
		if _, err := db.sql.Exec("rollback"); err != nil {
			t.Fatal(err)
		}
	}
	test("orphan", Fail, "delete from document")
	test("orphan", Fail, "delete from organization")
	test("orphan", Fail, "delete from incident_post")
	test("orphan", Fail, "delete from reading where field = 'cause'")
	test("duplicate_key", Fail, "insert into incident from incident limit 1")
	test("duplicate_key", Fail, "insert into post from post limit 1")
	test("duplicate_key", Fail, "insert into document select * replace ('other' as document_id) from document")
	test("code_outside_seeds", Fail, "update incident set cause_code = 'bad_luck'")
	test("code_outside_seeds", Fail, "update organization set sector_code = 'Z'")
	test("code_outside_seeds", Fail, "update incident set records_unit = 'days'")
	test("code_outside_seeds", Fail, "delete from cause_crosswalk where scheme = 'jnsa' and cause_code = 'loss'")
	test("evidence_words_differ", Fail, "update post set body = 'あ' || body")
	test("evidence_words_differ", Fail, "update reading set end_offset = end_offset + 1 where n = 2")
	test("fact_without_evidence", Fail, "delete from evidence_link where field = 'cause_code'")
	test("fact_without_evidence", Fail, "delete from evidence_link where field like 'data_category:%'")
	test("fact_without_evidence", Fail, "update incident set contractor_id = organization_id")
	test("precision_without_date", Fail, "update incident set occurred_precision = null")
	test("precision_without_date", Fail, "update incident set disclosed_on = null")
	test("superseded_count_won", Fail, "update record_count set superseded = true")
	test("metric_parts_differ", Fail, "delete from cause_crosswalk where scheme = 'tsr' and cause_code <> 'other'")
	test("metric_parts_differ", Fail, "delete from size_band where size_band = 'unknown' or lower > 0")
	test("dates_reversed", Warn, "update incident set disclosed_on = discovered_on - 1")
	test("dates_reversed", Warn, "update incident set ended_on = occurred_on - 40")
	test("date_out_of_range", Warn, "update timeline_event set event_on = date '1999-12-31' where sequence = 1")
	test("date_out_of_range", Warn, "update timeline_event set event_on = date '2024-06-03' where sequence = 1")
	test("event_without_date", Warn, "update reading set event_on = null where field = 'event'")
	test("count_out_of_range", Warn, "update incident set records_affected = 0")
	test("count_out_of_range", Warn, "update incident set records_affected = 130000001")
	test("incident_twice", Warn, "update incident set organization_id = (select min(organization_id) from organization), title = 'one', disclosed_on = date '2024-01-01'")
	test("organization_twice", Warn, "update organization set name_key = '見本商事'")

	plan, _ := readPlan()
	for _, m := range plan {
		if m.verb == verbCheck && !tested[m.name] {
			t.Errorf("check %s was not seen to fire", m.name)
		}
	}
}

func TestLoadReportsItsChecks(t *testing.T) {
	db := newDB(t)
	l := begin(t, db)
	n := incident("2024-001").event("occurred", "1998-05-01").with(func(f *notice.Fact) { f.Quote = "other words" }).notice()
	n.Facts = append(n.Facts, notice.Fact{Field: notice.FieldCause, Value: "bad_luck", Weight: 1, Hedge: notice.Stated})
	if err := l.Add(madePage("a.txt", 0, 1).document(), []notice.Notice{n}); err != nil {
		t.Fatal(err)
	}
	s := finish(t, l)
	var got []string
	for _, f := range s.Findings {
		got = append(got, f.Severity+" "+f.Check)
	}
	if want := []string{"fail code_outside_seeds", "fail evidence_words_differ", "fail metric_parts_differ", "warn date_out_of_range"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	given{db}.expect(t, "select count(*), count(*) filter (offenders > 0) from check_result", "14 / 4")
	if s = run(t, db, madePage("a.txt", 5, 1)); len(s.Findings) != 0 {
		t.Errorf("repaired: %+v", s.Findings)
	}
}
