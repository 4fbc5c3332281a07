package warehouse

import (
	"testing"

	"jikenbo/etl/notice"
)

func TestReviewQueue(t *testing.T) {
	whole := func(number string) *maker {
		return incident(number).organization("株式会社あお").sector("E").cause("loss").event("occurred", "2024-03-01").event("discovered", "2024-03-05").event("disclosed", "2024-03-09")
	}
	unsure := func(f *notice.Fact) { f.Weight = 1 }
	g := givenNotices(t,
		whole("2024-801").persons(10).notice(),
		whole("2024-802").persons(100000).with(unsure).persons(90000).with(unsure).with(weight(0.8)).notice(),
		whole("2024-803").persons(10).cause("theft").with(weight(0.9)).notice(),
		whole("2024-804").notice(),
		incident("2024-805").organization("みどり商店").cause("unknown").persons(3).event("occurred", "2024-03-09").event("discovered", "2024-03-09").event("disclosed", "2024-03-01").notice(),
	)
	lists := func(incident string, want ...string) {
		t.Helper()
		g.expect(t, "select reason, field, value, other_value from review_queue where incident_id = '"+incident+"' order by place", want...)
	}
	lists("2024-801") // all is well
	lists("2024-802", "competing_readings / records_affected / 100000 / 90000")
	lists("2024-803", "competing_readings / cause_code / loss / theft")
	lists("2024-804", "missing / records_affected / - / -")
	g.expect(t, "select reason, field from review_queue where incident_id = '2024-805' order by all",
		"reversed_dates / discovered_on", "reversed_dates / occurred_on", "unknown_code / cause_code", "unknown_code / sector_code")
	g.expect(t, "select incident_id from review_queue where place = 1", "2024-802") // what most persons depend on comes first
	g.mustCorrect(t, set("2024-802", "records_affected", "90000"), set("2024-804", "records_affected", ""), set("2024-805", "sector_code", "I"))
	lists("2024-802") // settled
	lists("2024-804")
	g.expect(t, "select count(*) from review_queue where field = 'sector_code'", "0")
}

func TestReviewQueueLowConfidence(t *testing.T) {
	g := givenNotices(t, incident("2024-806").persons(10).notice())
	g.expect(t, "select count(*) from review_queue where reason = 'low_confidence'", "0")
	m := incident("2024-806").persons(10)
	m.facts[0].Confidence = 0.4
	l := begin(t, g.db)
	addPages(t, l, map[string][]notice.Notice{"page.txt": {m.say("。").notice()}})
	finish(t, l)
	g.expect(t, "select field, value, quote, confidence from review_queue where reason = 'low_confidence'", "records_affected / 10 / 10persons / 0.4")
}
