package warehouse

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"jikenbo/etl/notice"
)

//go:embed metric_test.go
var thisFile string

// eight are the incidents that the metrics are counted from by hand below. They
// have what is awkward: nothing known, months for days, ties, other units,
// dates in the wrong order, a day that is a leap day.
func eight(t *testing.T) given {
	return givenNotices(t,
		// discovered → disclosed 10 days, occurred → discovered 1, → ended 3, regulator 4
		incident("2023-001").organization("見本市").sector("S").cause("loss").persons(100).category("name").category("address").
			event("occurred", "2023-01-09").event("discovered", "2023-01-10").event("ended", "2023-01-12").
			event("reported_regulator", "2023-01-14").event("disclosed", "2023-01-20").notice(),
		// 0 days, the same organization
		incident("2023-002").organization("見本市").sector("S").cause("misdelivery_email").persons(9).category("email").
			event("discovered", "2023-02-28").event("disclosed", "2023-02-28").flag("regulator_reported").notice(),
		// 40 days; regulator after 6
		incident("2023-003").organization("株式会社例示").sector("I").cause("ransomware").persons(100).contractor("委託システム株式会社").
			category("name").category("credit_card").category("medical").event("discovered", "2023-11-21").event("reported_regulator", "2023-11-27").
			event("disclosed", "2023-12-31").notice(),
		// a month for a day: left out of the durations, in its month
		incident("2024-004").organization("株式会社例示二").sector("I").cause("ransomware").count(5000, "records", "total").
			event("discovered", "2024-01").event("disclosed", "2024-02-29").notice(),
		// in the wrong order: left out, and shown by a check
		incident("2024-005").organization("例示大学").sector("O").cause("loss").persons(100).category("name").
			event("occurred", "2024-03-02").with(weight(3)).event("discovered", "2024-03-01").event("disclosed", "2024-02-20").notice(),
		// a year alone
		incident("2024-006").organization("例示病院").sector("P").persons(1500000).contractor("委託システム株式会社").event("occurred", "2024").notice(),
		// nothing known but its cause, which is unknown
		incident("2024-007").cause("unknown").notice(),
		// 7 days, before there was a guideline
		incident("2021-008").organization("東京都立例示高等学校").sector("O").cause("misdelivery_email").persons(30).category("email").
			event("discovered", "2021-06-01").event("reported_regulator", "2021-06-03").event("disclosed", "2021-06-08").notice(),
	)
}

func TestMetrics(t *testing.T) {
	g := eight(t)
	test := func(name, query string, want ...string) {
		t.Run(name, func(t *testing.T) { t.Helper(); g.expect(t, query, want...) })
	}
	test("time_to_disclosure", "select incident_id, days, duration_band, year from time_to_disclosure order by all",
		"2021-008 / 7 / 4-7 / 2021", "2023-001 / 10 / 8-30 / 2023", "2023-002 / 0 / 0 / 2023", "2023-003 / 40 / 31-60 / 2023")
	test("time_to_disclosure_by_year", "select * from time_to_disclosure_by_year order by year nulls last",
		"2021 / 1 / 1 / 0 / 7 / 7 / 7 / 1 / 1",
		"2023 / 3 / 3 / 0 / 10 / 16.7 / 34 / 0.3333 / 0.6667",
		"2024 / 3 / 0 / 3 / - / - / - / - / -",
		"- / 1 / 0 / 1 / - / - / - / - / -")
	test("time_to_disclosure_by_cause", "select cause_code, n, n_known, n_left_out, median_days from time_to_disclosure_by_cause order by cause_code",
		"loss / 2 / 1 / 1 / 10", "misdelivery_email / 2 / 2 / 0 / 3.5", "ransomware / 2 / 1 / 1 / 40", "unknown / 1 / 0 / 1 / -", "- / 1 / 0 / 1 / -")
	test("time_to_disclosure_by_sector", "select sector_code, sector_en, n, n_known, n_left_out, mean_days from time_to_disclosure_by_sector order by sector_code",
		"I / Wholesale and retail trade / 2 / 1 / 1 / 40", "O / Education and learning support / 2 / 1 / 1 / 7",
		"P / Medical care and welfare / 1 / 0 / 1 / -", "S / Public administration / 2 / 2 / 0 / 5", "- / - / 1 / 0 / 1 / -")
	test("time_to_discovery", "select incident_id, days from time_to_discovery", "2023-001 / 1")
	test("exposure_duration", "select incident_id, days, duration_band from exposure_duration", "2023-001 / 3 / 1-3")
	test("regulator_report_delay", "select incident_id, days, guideline_days, within_guideline, left_out_because from regulator_report_delay order by all",
		"2021-008 / 2 / - / - / -", "2023-001 / 4 / 5 / true / -", "2023-002 / - / 5 / - / not_stated", "2023-003 / 6 / 5 / false / -")
	test("regulator_report_by_guideline", "select year, n, n_reported, n_known, n_left_out, guideline_days, n_within, share_within, median_days from regulator_report_by_guideline order by year",
		"2021 / 1 / 1 / 0 / 1 / - / 0 / - / -", "2023 / 3 / 3 / 2 / 1 / 5 / 1 / 0.5 / 5", "2024 / 2 / 0 / 0 / 0 / - / 0 / - / -", "- / 2 / 0 / 0 / 0 / - / 0 / - / -")
	test("duration_summary", `select measure, n, n_known, n_left_out, n_not_stated, n_not_to_the_day, n_reversed, median_days, mean_days, p90_days, longest_days
		from duration_summary where measure in ('time_to_disclosure', 'time_to_discovery') order by measure`,
		"time_to_disclosure / 8 / 4 / 4 / 2 / 1 / 1 / 8.5 / 14.3 / 31 / 40", "time_to_discovery / 8 / 1 / 7 / 6 / 0 / 1 / 1 / 1 / 1 / 1")
	test("duration_histogram", "select duration_band, n, share from duration_histogram where measure = 'time_to_disclosure' order by sort_order",
		"0 / 1 / 0.25", "1-3 / 0 / 0", "4-7 / 1 / 0.25", "8-30 / 1 / 0.25", "31-60 / 1 / 0.25", "61-90 / 0 / 0", "91-180 / 0 / 0", "181-365 / 0 / 0", "366+ / 0 / 0", "unknown / 4 / -")
	test("records_by_sector", "select sector_code, n, n_known, n_left_out, n_other_unit, n_organizations, persons, mean_persons, median_persons, share_of_incidents from records_by_sector order by sector_code",
		"I / 2 / 1 / 1 / 1 / 2 / 100 / 100 / 100 / 0.25", "O / 2 / 2 / 0 / 0 / 2 / 130 / 65 / 65 / 0.25",
		"P / 1 / 1 / 0 / 0 / 1 / 1500000 / 1500000 / 1500000 / 0.125", "S / 2 / 2 / 0 / 0 / 1 / 109 / 54.5 / 54.5 / 0.25", "- / 1 / 0 / 1 / 0 / 0 / - / - / - / 0.125")
	test("records_by_cause", "select cause_code, n, n_known, persons from records_by_cause order by cause_code",
		"loss / 2 / 2 / 200", "misdelivery_email / 2 / 2 / 39", "ransomware / 2 / 1 / 100", "unknown / 1 / 0 / -", "- / 1 / 1 / 1500000")
	test("incidents_by_month", "select month_start, cause_group, is_partial, n, n_known, persons from incidents_by_month order by all",
		"2021-06-01 / human_error / true / 1 / 1 / 30", "2023-01-01 / loss_theft / false / 1 / 1 / 100", "2023-02-01 / human_error / false / 1 / 1 / 9",
		"2023-12-01 / external_attack / false / 1 / 1 / 100", "2024-02-01 / external_attack / false / 1 / 0 / -", "2024-02-01 / loss_theft / false / 1 / 1 / 100",
		"- / other / false / 1 / 0 / -", "- / - / false / 1 / 1 / 1500000")
	test("incidents_by_quarter", "select period_start, period_end, year, quarter, is_partial, n, n_before from incidents_by_quarter order by period_start",
		"2021-04-01 / 2021-06-30 / 2021 / 2 / true / 1 / -", "2023-01-01 / 2023-03-31 / 2023 / 1 / false / 2 / -", "2023-10-01 / 2023-12-31 / 2023 / 4 / false / 1 / -",
		"2024-01-01 / 2024-03-31 / 2024 / 1 / false / 2 / 1", "- / - / - / - / false / 2 / -")
	test("incidents_by_year", "select year, is_partial, n, n_known, n_left_out, n_organizations, persons, n_before, change, persons_before from incidents_by_year order by year",
		"2021 / true / 1 / 1 / 0 / 1 / 30 / - / - / -", "2023 / false / 3 / 3 / 0 / 2 / 209 / - / - / -",
		"2024 / false / 3 / 2 / 1 / 3 / 1500100 / 3 / 0 / 209", "- / false / 1 / 0 / 1 / 0 / - / - / - / -")
	test("incidents_by_fiscal_year", "select fiscal_year, period_end, n, n_before, change from incidents_by_fiscal_year order by fiscal_year",
		"2021 / 2022-03-31 / 1 / - / -", "2022 / 2023-03-31 / 2 / 1 / 1", "2023 / 2024-03-31 / 3 / 2 / 0.5", "- / - / 2 / - / -")
	test("incidents_by_size_band", "select size_band, n, n_known, n_left_out, share, share_of_known from incidents_by_size_band order by sort_order",
		"1-9 / 1 / 1 / 0 / 0.125 / 0.1429", "10-99 / 1 / 1 / 0 / 0.125 / 0.1429", "100-999 / 3 / 3 / 0 / 0.375 / 0.4286", "1000-9999 / 1 / 0 / 1 / 0.125 / 0.1429",
		"10000-99999 / 0 / 0 / 0 / 0 / 0", "100000-999999 / 0 / 0 / 0 / 0 / 0", "1000000+ / 1 / 1 / 0 / 0.125 / 0.1429", "unknown / 1 / 0 / 1 / 0.125 / -")
	test("sector_by_cause", "select sector_code, cause_code, n, n_known, n_left_out, persons from sector_by_cause where sector_code in ('I', 'S') order by all",
		"I / ransomware / 2 / 1 / 1 / 100", "S / loss / 1 / 1 / 0 / 100", "S / misdelivery_email / 1 / 1 / 0 / 9")
	test("incidents_by_data_category", "select data_category_code, n, n_known, n_left_out, share from incidents_by_data_category where n > 0 or data_category_code = 'my_number' order by sort_order",
		"name / 3 / 5 / 3 / 0.6", "address / 1 / 5 / 3 / 0.2", "email / 2 / 5 / 3 / 0.4", "credit_card / 1 / 5 / 3 / 0.2", "my_number / 0 / 5 / 3 / 0", "medical / 1 / 5 / 3 / 0.2")
	test("incidents_by_sensitivity", "select sensitivity, n, n_known, n_left_out, persons, share from incidents_by_sensitivity order by sort_order",
		"special_care / 1 / 1 / 0 / 100 / 0.125", "contact / 3 / 3 / 0 / 139 / 0.375", "basic / 1 / 1 / 0 / 100 / 0.125", "unknown / 3 / 1 / 2 / 1500000 / 0.375")
	test("data_category_by_cause", "select data_category_code, cause_code, n, n_known, n_left_out, share_of_cause from data_category_by_cause where cause_code in ('loss', 'ransomware') order by all",
		"address / loss / 1 / 2 / 0 / 0.5", "credit_card / ransomware / 1 / 1 / 1 / 1", "medical / ransomware / 1 / 1 / 1 / 1", "name / loss / 2 / 2 / 0 / 1", "name / ransomware / 1 / 1 / 1 / 1")
	test("top_incidents", "select place, incident_id, persons, n, n_known, n_left_out from top_incidents order by place, incident_id",
		"1 / 2024-006 / 1500000 / 8 / 6 / 2", "2 / 2023-001 / 100 / 8 / 6 / 2", "2 / 2023-003 / 100 / 8 / 6 / 2", "2 / 2024-005 / 100 / 8 / 6 / 2", "5 / 2021-008 / 30 / 8 / 6 / 2", "6 / 2023-002 / 9 / 8 / 6 / 2")
	test("incidents_by_prefecture", "select prefecture, n, n_known, n_organizations, persons from incidents_by_prefecture where n > 0 or prefecture = '大阪府' order by sort_order",
		"東京都 / 1 / 1 / 1 / 30", "大阪府 / 0 / 0 / 0 / -", "- / 7 / 5 / 5 / 1500309")
	test("contractors", "select contractor, n, n_known, n_left_out, n_organizations, persons, first_on, last_on from contractors",
		"委託システム株式会社 / 2 / 2 / 0 / 2 / 1500100 / 2023-12-31 / 2024-01-01")
	test("contractor_share", "select year, n, n_contractor, share, persons_contractor from contractor_share order by year",
		"2021 / 1 / 0 / 0 / -", "2023 / 3 / 1 / 0.3333 / 100", "2024 / 3 / 1 / 0.3333 / 1500000", "- / 1 / 0 / 0 / -")
	test("repeat_organizations", "select organization, sector_code, n, n_known, n_left_out, first_on, last_on, persons, incident_ids from repeat_organizations",
		`見本市 / S / 2 / 2 / 0 / 2023-01-20 / 2023-02-28 / 109 / ["2023-001","2023-002"]`)
	test("incidents_by_cause_class", "select scheme, class_code, n, n_known, persons, share from incidents_by_cause_class where scheme <> 'own' order by scheme, sort_order",
		"jnsa / 紛失・置忘れ / 2 / 2 / 200 / 0.25", "jnsa / 誤操作 / 2 / 2 / 39 / 0.25", "jnsa / ランサムウェア（2018年の区分になし） / 2 / 1 / 100 / 0.25", "jnsa / 不明 / 2 / 1 / 1500000 / 0.25",
		"prc / HACK / 2 / 1 / 100 / 0.25", "prc / DISC / 2 / 2 / 39 / 0.25", "prc / PHYS / 2 / 2 / 200 / 0.25", "prc / UNKN / 2 / 1 / 1500000 / 0.25",
		"tsr / ウイルス感染・不正アクセス / 2 / 1 / 100 / 0.25", "tsr / 誤表示・誤送信 / 2 / 2 / 39 / 0.25", "tsr / 紛失・誤廃棄 / 2 / 2 / 200 / 0.25", "tsr / 不明 / 2 / 1 / 1500000 / 0.25",
		"veris / malware / 2 / 1 / 100 / 0.25", "veris / error / 4 / 4 / 239 / 0.5", "veris / unknown / 2 / 1 / 1500000 / 0.25")
	test("fact_coverage", "select fact, n, n_known, n_left_out, share from fact_coverage where fact in ('organization_id', 'cause_code', 'disclosed_on', 'contractor_id', 'data_category') order by sort_order",
		"organization_id / 8 / 7 / 1 / 0.875", "contractor_id / 8 / 2 / 6 / 0.25", "cause_code / 8 / 6 / 2 / 0.75", "data_category / 8 / 5 / 3 / 0.625", "disclosed_on / 8 / 6 / 2 / 0.75")
	test("notice_completeness", "select item_code, is_present, judged_by from notice_completeness where incident_id = '2023-001' order by sort_order",
		"overview / true / fact", "data_items / true / fact", "subject_count / true / fact", "cause / true / fact", "secondary_damage / false / words",
		"subject_response / false / fact", "publication / true / nature", "prevention / false / words", "other_matters / - / none")
	test("notice_completeness_by_item", "select item_code, n, n_known, n_left_out, n_present, share from notice_completeness_by_item where item_code in ('subject_count', 'other_matters') order by sort_order",
		"subject_count / 8 / 8 / 0 / 6 / 0.75", "other_matters / 8 / 0 / 8 / 0 / -")
	test("observed_span", "select * from observed_span", "2021-06-08 / 2024-12-31 / 8 / 7 / 1")
	test("incident_wide", "select organization, contractor, sector_ja, cause_en, size_band, data_categories, reference_on, reference_precision, year, days_to_discovery, days_to_disclosure, path from incident_wide where incident_id = '2023-001'",
		"見本市 / - / 公務（他に分類されるものを除く） / Loss / 100-999 / name, address / 2023-01-20 / day / 2023 / 1 / 10 / page.txt")
}

func TestMetricsOfNothing(t *testing.T) {
	db := newDB(t)
	run(t, db)
	plan, _ := readPlan()
	for _, m := range plan {
		if m.verb == verbView || m.verb == verbTable {
			if _, err := db.Query(t.Context(), "from "+m.name); err != nil {
				t.Errorf("%s: %v", m.name, err)
			}
		}
	}
	g := given{db}
	g.expect(t, "select n, n_known, share from fact_coverage limit 1", "0 / 0 / -")
	g.expect(t, "select sum(n) from incidents_by_size_band", "0")
}

func TestMoreSecondaryDamageWords(t *testing.T) {
	g := givenNotices(t, incident("2024-001").say("現時点で二次被害は確認されておりません。再発防止に努めます。").notice())
	g.expect(t, "select item_code from notice_completeness where is_present and judged_by = 'words' order by sort_order", "secondary_damage", "prevention")
}

// TestJNSA2018 recomputes the published cause table of the JNSA survey of 2018
// (443 incidents) from made-up incidents of those causes.
func TestJNSA2018(t *testing.T) {
	published := []struct {
		class, cause string
		n            int
		share        float64
	}{
		{"紛失・置忘れ", "loss", 116, 26.2}, {"誤操作", "misdelivery_email", 109, 24.6}, {"不正アクセス", "unauthorized_access", 90, 20.3},
		{"管理ミス", "improper_disposal", 54, 12.2}, {"盗難", "theft", 17, 3.8}, {"設定ミス", "misconfiguration", 16, 3.6},
		{"内部犯罪・内部不正行為", "insider_disclosure", 13, 2.9}, {"不正な情報持ち出し", "insider_exfiltration", 10, 2.3},
		{"バグ・セキュリティホール", "software_bug", 8, 1.8}, {"その他", "other", 6, 1.4}, {"目的外使用", "insider_snooping", 3, 0.7}, {"ワーム・ウイルス", "malware", 1, 0.2},
	}
	var ns []notice.Notice
	for _, p := range published {
		for range p.n {
			ns = append(ns, incident(fmt.Sprintf("2018-%03d", len(ns)+1)).cause(p.cause).event("disclosed", "2018-07-01").notice())
		}
	}
	if len(ns) != 443 {
		t.Fatalf("%d incidents", len(ns))
	}
	g := givenNotices(t, ns...)
	for _, p := range published {
		g.expect(t, fmt.Sprintf("select n, abs(100 * share - %g) <= 0.1 from incidents_by_cause_class where scheme = 'jnsa' and class_code = '%s'", p.share, p.class),
			fmt.Sprintf("%d / true", p.n))
	}
	g.expect(t, "select count(*), sum(n), round(sum(share), 2) from incidents_by_cause_class where scheme = 'jnsa'", "12 / 443 / 1")
}

// TestTSR2025 does the same for the causes of 東京商工リサーチ 2025, whose shares
// are cut off, not rounded.
func TestTSR2025(t *testing.T) {
	var ns []notice.Notice
	for cause, n := range map[string]int{"ransomware": 60, "unauthorized_access": 56, "misdelivery_email": 37, "improper_disposal": 18, "insider_exfiltration": 7, "other": 2} {
		for range n {
			ns = append(ns, incident(fmt.Sprintf("2025-%03d", len(ns)+1)).cause(cause).notice())
		}
	}
	g := givenNotices(t, ns...)
	g.expect(t, "select class_code, n, floor(1000 * share) / 10 from incidents_by_cause_class where scheme = 'tsr' order by sort_order",
		"ウイルス感染・不正アクセス / 116 / 64.4", "誤表示・誤送信 / 37 / 20.5", "紛失・誤廃棄 / 18 / 10", "不正持ち出し・盗難 / 7 / 3.8", "その他 / 2 / 1.1")
}

// TestMetricsAreAllTested holds that no metric is added without a case above.
func TestMetricsAreAllTested(t *testing.T) {
	plan, _ := readPlan()
	for _, m := range plan {
		if strings.HasPrefix(m.file, "metrics/") && !strings.Contains(thisFile, "test(\""+m.name+"\"") && m.name != "duration" {
			t.Errorf("metric %s has no case", m.name)
		}
	}
}
