package warehouse

import (
	"errors"
	"strings"
	"testing"
	"time"

	"jikenbo/etl/notice"
)

// set is a correction of a fact, made on a day of November 2026.
func set(incident, field, value string) notice.Correction {
	c := notice.Correction{IncidentID: incident, Field: field, Written: value, Target: field, Operation: notice.CorrectSet, Value: value, By: "Sato", On: "2026-11-20"}
	if strings.HasSuffix(field, "_on") && value != "" {
		c.Precision = "day"
	}
	return c
}

func category(operation, incident, code string) notice.Correction {
	return notice.Correction{IncidentID: incident, Field: "data_category", Target: "data_category:" + code, Operation: operation, Value: code, By: "Sato", On: "2026-11-20"}
}

func event(operation, incident, on, typ, what string) notice.Correction {
	return notice.Correction{IncidentID: incident, Field: "timeline_event", Target: "timeline_event:" + on + " " + typ, Operation: operation,
		Value: on, Precision: "day", EventType: typ, What: what, By: "Sato", On: "2026-11-20"}
}

func group(operation, incident, value string) notice.Correction {
	c := notice.Correction{IncidentID: incident, Field: operation, Written: value, Target: operation, Operation: operation, Value: value, By: "Sato", On: "2026-11-20"}
	if operation == notice.CorrectSplit {
		c.Target += ":" + value
	}
	return c
}

func on(day string, c notice.Correction) notice.Correction { c.On = day; return c }

// correct gives corrections as the lines of one file, and finishes a load.
func (g given) correct(t *testing.T, cs ...notice.Correction) error {
	t.Helper()
	l := begin(t, g.db)
	for i := range cs {
		cs[i].Path, cs[i].Line = "c.csv", i+2
	}
	if err := l.Correct("c.csv", cs); err != nil {
		t.Fatal(err)
	}
	s, err := l.Finish(t.Context(), runAt.Add(time.Minute))
	for _, f := range s.Findings {
		if f.Severity == Fail {
			t.Errorf("check %s finds %d offenders", f.Check, f.Offenders)
		}
	}
	return err
}

func (g given) mustCorrect(t *testing.T, cs ...notice.Correction) {
	t.Helper()
	if err := g.correct(t, cs...); err != nil {
		t.Fatal(err)
	}
}

const became = "select field, old_value, new_value, state from correction_applied order by line"

func TestCorrectFacts(t *testing.T) {
	g := givenNotices(t,
		incident("2024-601").organization("株式会社あお").sector("E").cause("loss").persons(12).event("discovered", "2024-03-05").event("reported_police", "2024-03-06").category("name").notice(),
		incident("2024-602").organization("株式会社あお").sector("E").persons(7).notice())
	g.mustCorrect(t,
		set("2024-601", "records_affected", "1200"),
		set("2024-601", "cause_code", "theft"),
		set("2024-601", "discovered_on", "2024-03-02"),
		set("2024-601", "police_reported", "false"),
		set("2024-601", "regulator_reported_on", "2024-03-09"),
		set("2024-601", "sector_code", "I"),
		set("2024-602", "organization", "株式会社みどり"),
		set("2024-602", "records_affected", ""),
	)
	g.expect(t, became,
		"records_affected / 12 / 1200 / applied", "cause_code / loss / theft / applied", "discovered_on / 2024-03-05 / 2024-03-02 / applied",
		"police_reported / true / false / applied", "regulator_reported_on / - / 2024-03-09 / applied", "sector_code / E / I / applied",
		"organization / 株式会社あお / 株式会社みどり / applied", "records_affected / 7 / - / applied")
	g.expect(t, "select records_affected, records_unit, records_qualifier, cause_code from incident order by incident_id",
		"1200 / persons / exact / theft", "- / - / - / -")
	g.expect(t, "select discovered_on, discovered_precision, police_reported, police_reported_on, regulator_reported, regulator_reported_on from incident where incident_id = '2024-601'",
		"2024-03-02 / day / false / - / true / 2024-03-09")
	g.expect(t, "select organization, sector_code from incident_wide order by incident_id", "株式会社あお / I", "株式会社みどり / -")
	// the timeline says the same as the columns, and the metrics too
	g.expect(t, "select event_type_code, event_on, description from timeline_event order by sequence",
		"discovered / 2024-03-02 / discovered", "reported_regulator / 2024-03-09 / -")
	g.expect(t, "select sum(persons) from records_by_sector", "1200")
	g.expect(t, "select sum(persons) from records_by_cause where cause_code = 'theft'", "1200")
	// the words of the old values are no evidence of the new ones
	g.expect(t, "select distinct field from evidence where incident_id = '2024-601' order by field", "data_category:name", "organization_id")
}

func TestCorrectedValueKeepsTheWordsThatAgree(t *testing.T) {
	g := givenNotices(t, incident("2024-603").persons(12).with(weight(3)).persons(31).with(weight(1)).notice())
	g.expect(t, "select records_affected from incident", "12")
	g.mustCorrect(t, set("2024-603", "records_affected", "31"))
	g.expect(t, "select value, quote, is_chosen from evidence where field = 'records_affected'", "31 / 31persons / false")
	g.expect(t, "select old_value, new_value, quote from correction_applied", "12 / 31 / 31persons")
}

func TestCorrectSets(t *testing.T) {
	g := givenNotices(t, incident("2024-604").category("name").category("my_number").event("occurred", "2024-03-05").event("investigation", "2024-03-07").notice())
	g.mustCorrect(t,
		category(notice.CorrectAdd, "2024-604", "email"), category(notice.CorrectRemove, "2024-604", "my_number"),
		category(notice.CorrectAdd, "2024-604", "name"), category(notice.CorrectRemove, "2024-604", "phone"),
		event(notice.CorrectAdd, "2024-604", "2024-03-06", "discovered", "通報"), event(notice.CorrectRemove, "2024-604", "2024-03-07", "investigation", ""))
	g.expect(t, "select state from correction_applied order by line", "applied", "applied", "caught_up", "caught_up", "applied", "applied")
	g.expect(t, "select data_category_code from incident_data_category order by 1", "email", "name")
	g.expect(t, "select timeline_event_id, event_type_code, event_on, description from timeline_event order by sequence",
		"2024-604#1 / occurred / 2024-03-05 / occurred", "2024-604#2 / discovered / 2024-03-06 / 通報")
	g.expect(t, "select discovered_on from incident", "-") // an event added is no milestone: that is a field of its own
	g.expect(t, "select sum(n) from incidents_by_data_category where data_category_code = 'email'", "1")
}

func TestCorrectionsThatCompete(t *testing.T) {
	g := givenNotices(t,
		incident("2024-605").persons(5).cause("loss").organization("株式会社あお").sector("E").notice(),
		incident("2024-606").organization("株式会社あお").notice())
	g.mustCorrect(t,
		set("2024-605", "records_affected", "6"), on("2026-11-21", set("2024-605", "records_affected", "8")),
		set("2024-605", "cause_code", "theft"), set("2024-605", "cause_code", "other"),
		set("2024-605", "sector_code", "I"), set("2024-606", "sector_code", "P"))
	g.expect(t, "select state from correction_applied order by line", "superseded", "applied", "conflicting", "conflicting", "conflicting", "conflicting")
	g.expect(t, "select records_affected, cause_code, sector_code from incident_wide where incident_id = '2024-605'", "8 / loss / E")
}

func TestMergeAndSplit(t *testing.T) {
	g := givenNotices(t,
		titledCase("2024-607", "漏えいのお知らせ").organization("株式会社あお").persons(5).event("disclosed", "2024-03-05").notice(),
		titledCase("2024-608", "流出に関するご報告").organization("株式会社あお").persons(9).event("disclosed", "2024-04-05").notice(),
		titledCase("", "漏えいのお知らせ（第二報）").organization("株式会社あお").persons(20).event("disclosed", "2024-03-25").notice())
	g.expect(t, "select incident_id, records_affected, report_count from incident order by 1", "2024-607 / 20 / 2", "2024-608 / 9 / 1")
	g.mustCorrect(t, group(notice.CorrectMerge, "2024-608", "2024-607"), group(notice.CorrectSplit, "2024-607", "漏えいのお知らせ（第二報）"))
	g.expect(t, "select records_affected, report_count from incident where incident_id = '2024-607'", "9 / 2")
	g.expect(t, "select count(*), sum(records_affected) from incident", "2 / 29")
	g.expect(t, "select field, old_value, state from correction_applied order by line", "merge / 2024-608 / applied", "split / 2024-607 / applied")
	g.mustCorrect(t) // the file without them
	g.expect(t, "select incident_id, records_affected, report_count from incident order by 1", "2024-607 / 20 / 2", "2024-608 / 9 / 1")
}

func titledCase(number, title string) *maker {
	m := titled(title)
	m.post.CaseNumber = number
	return m
}

func TestBadCorrections(t *testing.T) {
	g := givenNotices(t, incident("2024-609").persons(5).organization("株式会社あお").notice(), incident("2024-610").notice())
	before := rowsOf(t, g.db, "from incident order by all")
	refuses := func(reason string, c notice.Correction) {
		t.Helper()
		err := g.correct(t, set("2024-609", "records_affected", "6"), c)
		var e *CorrectionError
		if !errors.As(err, &e) || len(e.Faults) != 1 || e.Faults[0].Line != 3 || e.Faults[0].Path != "c.csv" || e.Faults[0].Reason != reason {
			t.Errorf("got %v, want %s", err, reason)
		}
	}
	refuses("no incident 2024-999", set("2024-999", "records_affected", "6"))
	refuses("no incident 2024-999 to merge with", group(notice.CorrectMerge, "2024-610", "2024-999"))
	refuses(`incident 2024-609 has no post "第二報", or no other post beside it`, group(notice.CorrectSplit, "2024-609", "第二報"))
	refuses(`incident 2024-609 has no post "2024-609", or no other post beside it`, group(notice.CorrectSplit, "2024-609", "2024-609"))
	refuses("incident 2024-610 has no organization to have a sector_code: correct its organization first", set("2024-610", "sector_code", "P"))
	refuses("the number needs records_unit too: none was read in incident 2024-610", set("2024-610", "records_affected", "6"))
	g.expect(t, "from incident order by all", before...)
	g.expect(t, "from correction")
	g.mustCorrect(t, set("2024-610", "records_affected", "6"), set("2024-610", "records_unit", "accounts"))
	g.expect(t, "select records_affected, records_unit, records_qualifier from incident where incident_id = '2024-610'", "6 / accounts / exact")
}

func TestCorrectionsOverReloads(t *testing.T) {
	g := givenNotices(t, incident("2024-611").persons(5).notice())
	wrong, right := set("2024-611", "records_affected", "6"), "select records_affected from incident"
	g.mustCorrect(t, wrong)
	g.expect(t, right, "6")

	// the same file again changes nothing
	at := rowsOf(t, g.db, "from correction")
	g.mustCorrect(t, wrong)
	g.expect(t, "from correction", at...)

	// the notice changes, and is still corrected
	reload := func(ns ...notice.Notice) Summary {
		l := begin(t, g.db)
		addPages(t, l, map[string][]notice.Notice{"page.txt": ns})
		return finish(t, l)
	}
	reload(incident("2024-611").persons(50).notice())
	g.expect(t, right, "6")
	g.expect(t, became, "records_affected / 50 / 6 / applied")

	// the extraction catches up
	s := reload(incident("2024-611").persons(6).notice())
	g.expect(t, became, "records_affected / 6 / 6 / caught_up")
	if len(s.Corrections) != 1 || s.Corrections[0] != (CorrectionState{"caught_up", 1}) {
		t.Errorf("got %v", s.Corrections)
	}

	// the incident goes, and comes back
	reload(incident("2024-612").notice())
	g.expect(t, became, "records_affected / - / 6 / orphaned")
	g.mustCorrect(t, wrong) // an old row whose incident is gone is no bad row
	g.mustCorrect(t, set("2024-612", "title", "題"), wrong)
	g.expect(t, became, "title / 事例2024-612 / 題 / applied", "records_affected / - / 6 / orphaned") // on another line neither
	g.mustCorrect(t, wrong)
	l := begin(t, g.db)
	if err := l.Clear(t.Context()); err != nil {
		t.Fatal(err)
	}
	addPages(t, l, map[string][]notice.Notice{"page.txt": {incident("2024-611").persons(5).notice()}})
	finish(t, l)
	g.expect(t, right, "6") // also from scratch

	g.mustCorrect(t)
	g.expect(t, right, "5") // withdrawn
}
