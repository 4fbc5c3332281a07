package warehouse

import (
	"fmt"
	"testing"

	"jikenbo/etl/notice"
)

func TestSameIncident(t *testing.T) {
	leak := func(title string) *maker { return titled(title).organization("株式会社見本商事") }
	numbered := func(number, title string) *maker {
		m := leak(title)
		m.post.CaseNumber = number
		return m
	}
	// all cases are loaded together, each with names and numbers of its own
	pages := map[string][]notice.Notice{}
	type aCase struct {
		name            string
		incidents, rows int
	}
	var cases []aCase
	test := func(name string, want int, ns ...notice.Notice) {
		mark := fmt.Sprintf("%02d", len(cases))
		cases = append(cases, aCase{name, want, len(ns)})
		for i, n := range ns {
			n.Post.Title = mark + n.Post.Title
			if n.Post.CaseNumber != "" {
				n.Post.CaseNumber += "-" + mark
			}
			for f := range n.Facts {
				if n.Facts[f].Field == notice.FieldOrganization {
					n.Facts[f].Value += mark
				}
			}
			pages[fmt.Sprintf("%s/%d.txt", mark, i)] = []notice.Notice{n}
		}
	}
	test("the same case on two pages", 1,
		numbered("2024-019", "個人情報漏えいについて").notice(), numbered("2024-019", "個人情報漏えいについて").notice())
	test("two cases under one title", 2,
		numbered("2024-019", "個人情報漏えいについて").notice(), numbered("2024-020", "個人情報漏えいについて").notice())
	test("the same notice with and without its number", 1,
		numbered("2024-019", "個人情報漏えいについて").event("disclosed", "2024-05-01").notice(),
		leak("個人情報漏えいについて").event("disclosed", "2024-05-01").notice())
	test("one title on two days", 2,
		leak("個人情報漏えいについて").event("disclosed", "2024-05-01").notice(), leak("個人情報漏えいについて").event("disclosed", "2024-06-01").notice())
	test("one title of two organizations", 2,
		leak("個人情報漏えいについて").event("disclosed", "2024-05-01").notice(),
		titled("個人情報漏えいについて").organization("例示市").event("disclosed", "2024-05-01").notice())
	test("a follow-up", 1,
		leak("不正アクセスについて").event("disclosed", "2024-05-01").notice(), leak("不正アクセスについて（第二報）").event("disclosed", "2024-06-20").notice())
	test("follow-ups with case numbers of their own", 1,
		numbered("2024-019", "不正アクセスについて（第1報）").event("disclosed", "2024-05-01").notice(),
		numbered("2024-040", "不正アクセスについて（第2報）").event("disclosed", "2024-06-20").notice(),
		numbered("2024-077", "【最終報告】不正アクセスについて").event("disclosed", "2024-09-20").notice())
	test("a follow-up of another organization", 2,
		leak("不正アクセスについて").event("disclosed", "2024-05-01").notice(),
		titled("不正アクセスについて（続報）").organization("例示市").event("disclosed", "2024-06-20").notice())
	test("a follow-up after more than 400 days", 2,
		leak("不正アクセスについて").event("disclosed", "2022-05-01").notice(), leak("不正アクセスについて（続報）").event("disclosed", "2024-06-20").notice())
	test("a follow-up of another title", 2,
		leak("書類の紛失について").event("disclosed", "2024-05-01").notice(), leak("不正アクセスについて（続報）").event("disclosed", "2024-06-20").notice())
	test("a report before the notice is not its follow-up", 2,
		leak("不正アクセスについて").event("disclosed", "2024-07-01").notice(), leak("不正アクセスについて（続報）").event("disclosed", "2024-06-20").notice())
	test("nothing known but a common title, other words", 2,
		titled("お詫び").say("甲の件です。").notice(), titled("お詫び").say("乙の件です。").notice())
	test("nothing known but a common title, the same words", 1,
		titled("お詫び").say("甲の 件です。").notice(), titled("お詫び").say("甲の件です。").notice())

	g := givenPages(t, pages)
	for i, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			g.expect(t, fmt.Sprintf(`select count(distinct incident_id), count(*) from incident_post
				join post using (post_id) join document using (document_id) where path like '%02d/%%'`, i), fmt.Sprintf("%d / %d", c.incidents, c.rows))
		})
	}
}

func TestLaterReports(t *testing.T) {
	report := func(title, on string, persons int64) *maker {
		return titled(title).organization("株式会社見本商事").event("disclosed", on).event("discovered", on).persons(persons)
	}
	first := report("不正アクセスについて", "2024-05-01", 100).category("name")
	later := report("不正アクセスについて（第二報）", "2024-06-01", 250).category("email").event("occurred", "2024-04-03")
	g := givenPages(t, map[string][]notice.Notice{"1.txt": {later.notice()}, "2.txt": {first.notice()}, "3.txt": {first.notice()}})
	g.expect(t, "select title, disclosed_on, discovered_on, occurred_on, records_affected, report_count, document_count from incident",
		"不正アクセスについて / 2024-05-01 / 2024-05-01 / 2024-04-03 / 250 / 2 / 3") // first dates stay, gaps are filled, the newest number wins
	g.expect(t, "select value, superseded, report_sequence from record_count order by value", "100 / true / 1", "250 / false / 2")
	g.expect(t, "select string_agg(data_category_code, ',' order by data_category_code) from incident_data_category", "email,name")
	g.expect(t, "select report_sequence, is_copy from incident_post order by all", "1 / false", "1 / true", "2 / false")
}

func TestIncidentIDIsStable(t *testing.T) {
	n := func() notice.Notice {
		return titled("個人情報漏えいについて").organization("株式会社見本商事").event("disclosed", "2024-05-01").notice()
	}
	a := givenPages(t, map[string][]notice.Notice{"/home/a/page.txt": {n()}})
	b := givenPages(t, map[string][]notice.Notice{`C:\b\other.html`: {incident("2020-001").notice(), n()}})
	id := rowsOf(t, a.db, "select incident_id from incident")[0]
	b.expect(t, "select incident_id from incident where case_number is null", id)
	if len(id) != 16 {
		t.Errorf("incident_id %q is no short hash", id)
	}
}
