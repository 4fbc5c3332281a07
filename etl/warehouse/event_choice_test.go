package warehouse

import (
	"testing"

	"jikenbo/etl/notice"
)

// TestEventChoice judges events side by side: what a reading is depends on what else
// the notice tells.
func TestEventChoice(t *testing.T) {
	g := givenNotices(t,
		// a call is the finding as long as nothing was known; afterwards one more call
		incident("2024-901").cause("misdelivery_email").event("discovered", "2024-03-02").with(role("contact")).event("discovered", "2024-03-09").with(role("contact")).notice(),
		// what is found later is the investigation's
		incident("2024-902").cause("ransomware").event("discovered", "2024-03-02").event("discovered", "2024-03-20").with(role("finding")).notice(),
		// a second publication brings the first up to date
		incident("2024-903").cause("ransomware").event("disclosed", "2024-03-05").event("disclosed", "2024-04-01").notice(),
		// a thing lost: the call of the finder is not the finding where the notice names it
		incident("2024-904").cause("loss").event("discovered", "2024-03-01").with(role("contact")).event("discovered", "2024-03-04").notice(),
		// nothing says what happened: the last deed before the finding did, of a slip
		incident("2024-905").cause("misdelivery_email").event("other", "2024-03-01").with(role("untyped")).event("other", "2024-03-03").with(role("untyped")).event("discovered", "2024-03-04").notice(),
		// of an attack the first
		incident("2024-906").cause("ransomware").event("other", "2024-03-01").with(role("untyped")).event("other", "2024-03-03").with(role("untyped")).event("discovered", "2024-03-04").notice(),
		// a letter sent after the finding answers it and is no occurrence
		incident("2024-907").cause("misdelivery_other").event("other", "2024-03-01").with(role("untyped")).event("discovered", "2024-03-04").event("occurred", "2024-03-06").with(weight(1.6)).notice(),
		// an attack told within its finding began that day where nothing else says when; a loss did not
		incident("2024-908").cause("unauthorized_access").event("occurred", "2024-03-04").with(role("embedded")).event("discovered", "2024-03-04").notice(),
		incident("2024-909").cause("loss").event("occurred", "2024-03-04").with(role("embedded")).event("discovered", "2024-03-04").notice(),
		// nobody contains what is not yet known
		incident("2024-910").cause("ransomware").event("ended", "2024-03-01").event("discovered", "2024-03-04").event("ended", "2024-03-04").notice(),
		// those who bought in a period were exposed in it where the page leaked, not where a list was lost
		incident("2024-911").cause("web_skimming").event("occurred", "2024-01-01").with(role("target_start")).event("ended", "2024-02-01").with(role("target_end")).event("discovered", "2024-03-04").notice(),
		incident("2024-912").cause("loss").event("occurred", "2024-01-01").with(role("target_start")).event("ended", "2024-02-01").with(role("target_end")).event("discovered", "2024-03-04").notice(),
		// an untyped line on a day of which something plainer is told
		incident("2024-913").cause("loss").event("occurred", "2024-03-01").event("other", "2024-03-04").with(rule("event.untyped")).event("discovered", "2024-03-04").notice(),
		// plans and denials are no events
		incident("2024-914").event("recovered", "2024-05-01").with(hedge(notice.Planned)).event("discovered", "2024-03-04").with(hedge(notice.Denied)).notice(),
	)
	tells := func(incident, want string) {
		t.Helper()
		g.expect(t, "select string_agg(strftime(event_on, '%m-%d') || ' ' || event_type_code, ', ' order by event_on, event_type_code) "+
			"from (select distinct event_on, event_type_code from event_choice where incident_id = '"+incident+"')", want)
	}
	tells("2024-901", "03-02 discovered, 03-09 other")
	tells("2024-902", "03-02 discovered, 03-20 investigation")
	tells("2024-903", "03-05 disclosed, 04-01 updated")
	tells("2024-904", "03-01 other, 03-04 discovered")
	tells("2024-905", "03-03 occurred, 03-04 discovered")
	tells("2024-906", "03-01 occurred, 03-04 discovered")
	tells("2024-907", "03-01 occurred, 03-04 discovered")
	tells("2024-908", "03-04 discovered, 03-04 occurred")
	tells("2024-909", "03-04 discovered")
	tells("2024-910", "03-04 discovered, 03-04 ended")
	tells("2024-911", "01-01 occurred, 02-01 ended, 03-04 discovered")
	tells("2024-912", "03-04 discovered")
	tells("2024-913", "03-01 occurred, 03-04 discovered")
	tells("2024-914", "-")
}
