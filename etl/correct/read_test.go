package correct

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"jikenbo/etl/notice"
	"jikenbo/seeds"
)

func read(t *testing.T, text string) ([]notice.Correction, error) {
	t.Helper()
	r, err := NewReader(seeds.Files)
	if err != nil {
		t.Fatal(err)
	}
	return r.Read("c.csv", strings.NewReader(text))
}

func TestRow(t *testing.T) {
	says := func(field, value, want string) {
		t.Helper()
		got, err := read(t, header+"\n2024-001,"+field+","+value+",why,Sato,2026-11-20\n")
		if err != nil {
			t.Errorf("%s %q: %v", field, value, err)
			return
		}
		c := got[0]
		have := strings.Join(strings.Fields(fmt.Sprint(c.Operation, " ", c.Target, " = ", c.Value, " ", c.Precision, " ", c.Clock, " ", c.EventType, " ", c.What)), " ")
		if have != want {
			t.Errorf("%s %q: got %s, want %s", field, value, have, want)
		}
	}
	says("records_affected", "1234", "set records_affected = 1234")
	says("records_affected", "", "set records_affected =")
	says("records_affected", "007", "set records_affected = 7")
	says("records_unit", "accounts", "set records_unit = accounts")
	says("occurred_on", "2024-05-07", "set occurred_on = 2024-05-07 day")
	says("occurred_on", "2024-05", "set occurred_on = 2024-05-01 month")
	says("occurred_on", "2024", "set occurred_on = 2024-01-01 year")
	says("ended_on", "", "set ended_on =")
	says("police_reported", "TRUE", "set police_reported = true")
	says("cause_code", "loss", "set cause_code = loss")
	says("sector_code", "P", "set sector_code = P")
	says("organization", "見本株式会社", "set organization = 見本株式会社")
	says("data_category", "+name", "add data_category:name = name")
	says("data_category", "-my_number", "remove data_category:my_number = my_number")
	says("timeline_event", "+2024-05-08 discovered 通報を 受けた", "add timeline_event:2024-05-08 discovered = 2024-05-08 day discovered 通報を 受けた")
	says("timeline_event", "-2024-05-08 10:30 discovered", "remove timeline_event:2024-05-08 10:30 discovered = 2024-05-08 day 10:30 discovered")
	says("timeline_event", "+2024-05 other", "add timeline_event:2024-05 other = 2024-05-01 month other")
	says("merge", "2024-002", "merge merge = 2024-002")
	says("split", "続報のお知らせ", "split split:続報のお知らせ = 続報のお知らせ")
}

func TestBadRow(t *testing.T) {
	refuses := func(row, reason string) {
		t.Helper()
		got, err := read(t, header+"\n# a comment\n2024-001,cause_code,loss,,Sato,2026-11-20\n"+row+"\n")
		var bad *Bad
		if !errors.As(err, &bad) || len(bad.Rows) != 1 || len(got) > 0 {
			t.Errorf("%s: got %v, %v", row, got, err)
			return
		}
		if b := bad.Rows[0]; b.Path != "c.csv" || b.Line != 4 || !strings.Contains(b.Reason, reason) {
			t.Errorf("%s: got %s:%d %s, want %s", row, b.Path, b.Line, b.Reason, reason)
		}
	}
	refuses("2024-001,cause_code,lost,,Sato,2026-11-20", `no cause_code "lost"; there are: ransomware,`)
	refuses("2024-001,cause_code,Web Skimming,,Sato,2026-11-20", "did you mean web_skimming?")
	refuses("2024-001,sector_code,Z,,Sato,2026-11-20", `no sector_code "Z"`)
	refuses("2024-001,occurred_on,2024/05/07,,Sato,2026-11-20", "no date")
	refuses("2024-001,occurred_on,2024-02-30,,Sato,2026-11-20", "no date")
	refuses("2024-001,occurred_on,0202-02-03,,Sato,2026-11-20", "no date")
	refuses("2024-001,occurred_precision,day,,Sato,2026-11-20", "correct occurred_on")
	refuses("2024-001,records_affected,\"1,234\",,Sato,2026-11-20", "plain digits")
	refuses("2024-001,records_affected,0,,Sato,2026-11-20", "above 0")
	refuses("2024-001,records_affected,-5,,Sato,2026-11-20", "above 0")
	refuses("2024-001,records_unit,people,,Sato,2026-11-20", "persons")
	refuses("2024-001,police_reported,,,Sato,2026-11-20", "true or false")
	refuses("2024-001,data_category,name,,Sato,2026-11-20", "+ or removed with -")
	refuses("2024-001,data_category,+names,,Sato,2026-11-20", `no data_category "names"`)
	refuses("2024-001,timeline_event,+discovered,,Sato,2026-11-20", "no date")
	refuses("2024-001,timeline_event,+2024-05 10:30 discovered,,Sato,2026-11-20", "no time of a day")
	refuses("2024-001,timeline_event,+2024-05-08 25:30 discovered,,Sato,2026-11-20", "no time of a day")
	refuses("2024-001,timeline_event,+2024-05-08 found,,Sato,2026-11-20", `no event_type_code "found"`)
	refuses("2024-001,merge,2024-001,,Sato,2026-11-20", "itself")
	refuses("2024-001,merge,,,Sato,2026-11-20", "needs the incident_id")
	refuses("2024-001,split,,,Sato,2026-11-20", "needs the post")
	refuses("2024-001,post_id,x,,Sato,2026-11-20", `no field "post_id" can be corrected; there are: case_number`)
	refuses(",cause_code,loss,,Sato,2026-11-20", "no incident_id")
	refuses("2024-001,cause_code,loss,,,2026-11-20", "by is empty")
	refuses("2024-001,cause_code,loss,,Sato,yesterday", "on which day")
	refuses("2024-001,cause_code,loss", "3 values, want 6")
	refuses("2024-001,title,\x8e\x96,,Sato,2026-11-20", "UTF-8")
}

func TestEveryBadRowIsNamed(t *testing.T) {
	_, err := read(t, "\ufeff"+header+"\r\n1,cause_code,x,,S,2026-11-20\r\n2,cause_code,loss,,S,2026-11-20\r\n3,ended_on,x,,S,2026-11-20\r\n")
	for _, want := range []string{"2 bad rows, so none was taken", "c.csv:2: ", "c.csv:4: "} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v does not name %s", err, want)
		}
	}
}

func TestHeader(t *testing.T) {
	for _, text := range []string{"", "incident_id,field\n", "incident_id;field;value;note;by;on\n"} {
		if _, err := read(t, text); err == nil || !strings.Contains(err.Error(), `want "incident_id,field,value,note,by,on"`) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if got, err := read(t, header+"\n"); err != nil || len(got) != 0 { // withdraws what the file gave before
		t.Errorf("got %v, %v", got, err)
	}
}
