package warehouse

import (
	"testing"

	"jikenbo/etl/notice"
)

// with changes the last fact.
func (m *maker) with(change func(*notice.Fact)) *maker {
	change(&m.facts[len(m.facts)-1])
	return m
}

func hedge(h string) func(*notice.Fact)     { return func(f *notice.Fact) { f.Hedge = h } }
func weight(w float64) func(*notice.Fact)   { return func(f *notice.Fact) { f.Weight = w } }
func role(r string) func(*notice.Fact)      { return func(f *notice.Fact) { f.Role = r } }
func clockAt(c string) func(*notice.Fact)   { return func(f *notice.Fact) { f.Clock = c } }
func rule(r string) func(*notice.Fact)      { return func(f *notice.Fact) { f.Rule = r } }
func qualifier(q string) func(*notice.Fact) { return func(f *notice.Fact) { f.Qualifier = q } }

func TestMilestone(t *testing.T) {
	g := givenNotices(t,
		incident("2024-101").event("discovered", "2024-03-05").event("discovered", "2024-03-02").notice(),
		incident("2024-102").event("disclosed", "2024-03-05").with(hedge(notice.Planned)).notice(),
		incident("2024-103").event("occurred", "2024-03-05").with(hedge(notice.Denied)).notice(),
		incident("2024-104").event("occurred", "2024-02").notice(),
		incident("2024-105").event("occurred", "2024-02").event("occurred", "2024-02-11").notice(),
		incident("2024-106").event("occurred", "2024-02").event("occurred", "2024-03-11").notice(),
		incident("2024-107").event("occurred", "2024").event("occurred", "2024-07").event("occurred", "2024-07-01").notice(),
		incident("2024-108").event("reported_regulator", "2024-03-09").with(weight(3)).event("reported_regulator", "2024-03-01").with(weight(1)).notice(),
		incident("2024-109").persons(5).notice(),
		incident("2024-110").event("occurred", "2024-03-05").with(hedge(notice.Possible)).notice(),
	)
	says := func(incident, column, want string) {
		t.Helper()
		g.expect(t, "select "+column+"_on, "+column+"_precision from incident where incident_id = '"+incident+"'", want)
	}
	says("2024-101", "discovered", "2024-03-02 / day")         // the earliest
	says("2024-102", "disclosed", "- / -")                     // planned is not done
	says("2024-103", "occurred", "- / -")                      // denied did not happen
	says("2024-104", "occurred", "2024-02-01 / month")         // a month stays a month
	says("2024-105", "occurred", "2024-02-11 / day")           // and yields to a day within it
	says("2024-106", "occurred", "2024-02-01 / month")         // not to a later day
	says("2024-107", "occurred", "2024-07-01 / day")           // year to month to day
	says("2024-108", "regulator_reported", "2024-03-09 / day") // a far weaker reading does not decide
	says("2024-109", "occurred", "- / -")                      // not stated is not known
	says("2024-110", "occurred", "2024-03-05 / day")           // possible counts
}

func TestCause(t *testing.T) {
	g := givenNotices(t,
		incident("2024-201").cause("loss").cause("theft").with(weight(3)).notice(),
		incident("2024-202").cause("unauthorized_access").cause("ransomware").notice(),
		incident("2024-203").cause("loss").cause("theft").with(weight(1.5)).cause("loss").notice(),
		incident("2024-204").cause("phishing").with(hedge(notice.Denied)).notice(),
		incident("2024-205").cause("malware").with(hedge(notice.Possible)).notice(),
	)
	says := func(incident, want string) {
		t.Helper()
		g.expect(t, "select cause_code, (select second_cause_code from cause_choice where incident_id = i.incident_id) from incident i where incident_id = '"+incident+"'", want)
	}
	says("2024-201", "theft / loss")                     // the heavier
	says("2024-202", "ransomware / unauthorized_access") // equally heavy: the finer
	says("2024-203", "loss / theft")                     // two readings add up
	says("2024-204", "- / -")                            // denied
	says("2024-205", "malware / -")
}

func TestDataCategory(t *testing.T) {
	g := givenNotices(t,
		incident("2024-301").category("name").category("email").category("credit_card").with(role("excluded")).notice(),
		incident("2024-302").category("name").category("name").with(role("excluded")).with(weight(2)).notice(),
		incident("2024-303").category("name").with(weight(2)).category("name").with(role("excluded")).notice(),
		incident("2024-304").category("phone").with(hedge(notice.Denied)).notice(),
		incident("2024-305").category("phone").with(hedge(notice.Possible)).notice(),
	)
	says := func(incident, want string) {
		t.Helper()
		g.expect(t, "select string_agg(data_category_code, ',' order by data_category_code) from incident_data_category where incident_id = '"+incident+"'", want)
	}
	says("2024-301", "email,name")
	says("2024-302", "-")    // 「氏名は含まれておりません」 speaks louder
	says("2024-303", "name") // a list speaks louder than an aside
	says("2024-304", "-")
	says("2024-305", "phone")
}

func TestRecords(t *testing.T) {
	g := givenNotices(t,
		incident("2024-401").persons(120).count(30, "persons", "part").count(500, "persons", "population").count(25, "persons", "recipient").notice(),
		incident("2024-402").count(30, "persons", "part").notice(),
		incident("2024-403").persons(470).with(role("superseded")).persons(57).notice(),
		incident("2024-404").count(900, "records", "total").persons(300).notice(),
		incident("2024-405").count(900, "records", "total").with(weight(2)).persons(300).notice(),
		incident("2024-406").count(12, "facilities", "total").count(3, "days", "total").notice(),
		incident("2024-407").persons(800).with(qualifier("about")).notice(),
		incident("2024-408").persons(800).with(hedge(notice.Denied)).notice(),
		incident("2024-409").persons(50).persons(70).notice(),
	)
	says := func(incident, want string) {
		t.Helper()
		g.expect(t, "select records_affected, records_unit, records_qualifier from incident where incident_id = '"+incident+"'", want)
	}
	says("2024-401", "120 / persons / exact")
	says("2024-402", "- / - / -")             // a part is not the whole
	says("2024-403", "57 / persons / exact")  // corrected
	says("2024-404", "300 / persons / exact") // persons before records
	says("2024-405", "900 / records / exact") // unless the notice speaks of records
	says("2024-406", "- / - / -")             // facilities and days are not affected persons
	says("2024-407", "800 / persons / about")
	says("2024-408", "- / - / -")
	says("2024-409", "70 / persons / exact") // the larger of equals
	g.expect(t, "select value, superseded from record_count where incident_id = '2024-403' order by value", "57 / false", "470 / true")
}

func TestFlag(t *testing.T) {
	g := givenNotices(t,
		incident("2024-501").flag("regulator_reported").flag("police_reported").with(hedge(notice.Planned)).notice(),
		incident("2024-502").event("reported_police", "2024-05-02").notice(),
		incident("2024-503").flag("subjects_notified").with(hedge(notice.Possible)).notice(),
	)
	says := func(incident, want string) {
		t.Helper()
		g.expect(t, "select regulator_reported, police_reported, subjects_notified from incident where incident_id = '"+incident+"'", want)
	}
	says("2024-501", "true / false / false") // planned is not done
	says("2024-502", "false / true / false") // a dated report is a report
	says("2024-503", "false / false / false")
}

func TestTimeline(t *testing.T) {
	g := givenNotices(t,
		incident("2024-601").event("disclosed", "2024-05-09").event("occurred", "2024-05-02").
			event("occurred", "2024-05-02").with(clockAt("18:40")).event("discovered", "2024-05").event("other", "2024-06-01").with(hedge(notice.Planned)).notice(),
	)
	g.expect(t, "select sequence, event_on, precision, event_time, event_type_code from timeline_event order by sequence",
		"1 / 2024-05-01 / month / - / discovered",
		"2 / 2024-05-02 / day / 18:40:00 / occurred", // with and without the hour: one event
		"3 / 2024-05-09 / day / - / disclosed")
	g.expect(t, "select count(*) from evidence where field = 'timeline_event:2024-601#2'", "2")
}

func TestOrganization(t *testing.T) {
	g := givenNotices(t,
		incident("2024-701").organization("（株）見本商事").sector("I").notice(),
		incident("2024-702").organization("株式会社 見本商事").sector("I").contractor("例示システム株式会社").notice(),
		incident("2024-703").organization("株式会社見本商事").sector("E").with(weight(0.5)).notice(),
		incident("2024-704").organization("埼玉県立見本高等学校").sector("O").notice(),
		incident("2024-705").organization("見本市").with(weight(0.4)).organization("例示市").sector("S").contractor("例示市").notice(),
		incident("2024-706").fact("親会社", notice.Fact{Field: notice.FieldOrganization, Value: "見本ホールディングス", Role: "parent"}).notice(),
	)
	g.expect(t, "select count(distinct organization_id) from incident where incident_id in ('2024-701', '2024-702', '2024-703')", "1")
	says := func(incident, want string) {
		t.Helper()
		g.expect(t, "select organization, sector_code, prefecture, contractor from incident_wide where incident_id = '"+incident+"'", want)
	}
	says("2024-702", "株式会社 見本商事 / I / - / 例示システム株式会社")
	says("2024-703", "株式会社 見本商事 / I / - / -")    // one organization, one sector: the strongest reading
	says("2024-704", "埼玉県立見本高等学校 / O / 埼玉県 / -") // the name begins with the prefecture
	says("2024-705", "例示市 / S / - / -")          // nobody is its own contractor
	says("2024-706", "- / - / - / -")            // a parent is not the discloser
	g.expect(t, "select sector_code from organization where name = '例示システム株式会社'", "-")
}

func TestCalendar(t *testing.T) {
	g := givenNotices(t, incident("2024-001").notice())
	says := func(day, want string) {
		t.Helper()
		g.expect(t, "select year, fiscal_year, quarter, month, era, era_year, weekday, wareki(day) from calendar where day = date '"+day+"'", want)
	}
	says("2019-04-30", "2019 / 2019 / 2 / 4 / 平成 / 31 / 2 / 平成31年4月30日")
	says("2019-05-01", "2019 / 2019 / 2 / 5 / 令和 / 1 / 3 / 令和元年5月1日")
	says("2024-03-31", "2024 / 2023 / 1 / 3 / 令和 / 6 / 7 / 令和6年3月31日")
	says("2024-04-01", "2024 / 2024 / 2 / 4 / 令和 / 6 / 1 / 令和6年4月1日")
	g.expect(t, "select min(day), max(day), count(*) from calendar", "2000-01-01 / 2035-12-31 / 13149")
	g.expect(t, "select wareki(date '1988-12-31'), wareki(date '2028-01-01'), days_between(date '2024-02-28', date '2024-03-01')",
		"昭和63年12月31日 / 令和10年1月1日 / 2")
}

func TestEvidence(t *testing.T) {
	g := givenNotices(t, made("", 1, 3), made("", 2, 4))
	g.expect(t, "select count(*) from evidence join post using (post_id) where quote <> cut(body, start_offset, end_offset)", "0")
	g.expect(t, "select count(*) from evidence join post using (post_id) where quote <> substring(body, start_char + 1, end_char - start_char)", "0")
	g.expect(t, "select count(*) from evidence where field = 'cause_code' and incident_id = '2021-003'", "1")
	g.expect(t, "select count(*) > 20 from evidence", "true")
	g.expect(t, "select distinct field from evidence where incident_id = '2021-003' and not contains(field, ':') order by field",
		"cause_code", "disclosed_on", "discovered_on", "ended_on", "occurred_on", "organization_id", "police_reported", "records_affected",
		"regulator_reported", "regulator_reported_on", "sector_code", "subjects_notified", "subjects_notified_on")
}
