package reports

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"jikenbo/etl/notice"
	"jikenbo/etl/warehouse"
)

// clock is the time at which every warehouse of these tests was loaded.
var clock = time.Date(2025, 6, 1, 9, 30, 0, 0, time.UTC)

// draft is a notice being written, with the facts that its words state.
type draft struct {
	body strings.Builder
	post notice.Post
	fs   []notice.Fact
}

// say adds words that state nothing.
func (d *draft) say(words ...string) *draft {
	d.body.WriteString(strings.Join(words, ""))
	return d
}

// state adds words that state a fact.
func (d *draft) state(f notice.Fact, words string) *draft {
	f.Start = d.body.Len()
	d.body.WriteString(words)
	f.End = d.body.Len()
	f.Quote, f.Rule, f.Confidence, f.Weight = words, "test."+f.Field, 0.9, 1
	if f.Hedge == "" {
		f.Hedge = notice.Stated
	}
	d.fs = append(d.fs, f)
	return d
}

// on states an event of a day.
func (d *draft) on(kind string, day time.Time, words string) *draft {
	return d.state(notice.Fact{Field: notice.FieldEvent, Value: kind, On: day.Format(time.DateOnly), Precision: "day", What: words},
		fmt.Sprintf("%d年%d月%d日", day.Year(), day.Month(), day.Day())).say("、", words, "。\n")
}

// notice ends the draft.
func (d *draft) notice() notice.Notice {
	d.post.Kind, d.post.Body = notice.Incident, d.body.String()
	return notice.Notice{Post: d.post, Facts: d.fs}
}

// writeDraft begins a notice with its title line.
func writeDraft(number int, title, org string) *draft {
	d := &draft{post: notice.Post{CaseNumber: fmt.Sprintf("2024-%06d", number), Title: title}}
	return d.state(notice.Fact{Field: notice.FieldOrganization, Value: org, Role: "discloser"}, org).say(" ", title, "\n\n")
}

// someNotice invents notice i: the same for the same i.
func someNotice(i int) notice.Notice {
	r := rand.New(rand.NewPCG(uint64(i), 7))
	pick := func(of ...string) string { return of[r.IntN(len(of))] }
	org := fmt.Sprintf("%s%s%d号", pick("株式会社", "学校法人", "医療法人", "社会福祉法人", ""), pick("青葉", "北辰", "八雲", "花園", "千歳"), r.IntN(1+i/2))
	cause := pick("ransomware", "misdelivery_email", "misdelivery_email", "loss", "misconfiguration", "unauthorized_access", "web_skimming", "insider_exfiltration", "software_bug", "publishing_error", "theft", "support_scam")
	d := writeDraft(i+1, pick("個人情報漏えいの可能性に関するお知らせ", "メール誤送信についてのお詫び", "不正アクセスによる個人情報流出について")+fmt.Sprintf("（%d）", i), org)
	d.state(notice.Fact{Field: notice.FieldSector, Value: pick("S", "S", "O", "O", "P", "I", "G", "E", "J", "R", "L", "N")}, "当組織").say("において、次の事案がありました。\n")
	d.say("原因は").state(notice.Fact{Field: notice.FieldCause, Value: cause}, cause+"によるもの").say("です。\n")
	disclosed := time.Date(2022, 1, 10, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.IntN(1200))
	found := disclosed.AddDate(0, 0, -r.IntN(1+r.IntN(120)))
	d.on("occurred", found.AddDate(0, 0, -r.IntN(400)), "発生した").on("discovered", found, "判明した").on("disclosed", disclosed, "公表した")
	if r.IntN(2) == 0 {
		d.on("reported_regulator", found.AddDate(0, 0, r.IntN(20)), "個人情報保護委員会へ報告した")
	}
	if r.IntN(6) > 0 {
		n := int64(1 + r.ExpFloat64()*float64(int64(1)<<r.IntN(18)))
		d.say("対象は").state(notice.Fact{Field: notice.FieldCount, Number: n, Unit: "persons", Qualifier: pick("exact", "about", "at_most"), Role: "total", What: "影響を受けた方"}, fmt.Sprintf("%d人", n)).say("です。\n")
	}
	for _, c := range []string{"name", "address", "phone", "email", "medical", "credential", "credit_card", "date_of_birth"} {
		if r.IntN(3) == 0 {
			d.state(notice.Fact{Field: notice.FieldDataCategory, Value: c, Role: "included"}, "・"+c).say("\n")
		}
	}
	for range r.IntN(12) {
		d.say("関係する皆様には多大なるご迷惑とご心配をおかけしましたことを、深くお詫び申し上げます。再発防止に向けて、手順の見直しと職員への研修を徹底してまいります。\n")
	}
	return d.notice()
}

// someNotices invents n notices.
func someNotices(n int) []notice.Notice {
	ns := make([]notice.Notice, n)
	for i := range ns {
		ns[i] = someNotice(i)
	}
	return ns
}

// followUp invents a notice and a later report of the same case that corrects its
// number.
func followUp() []notice.Notice {
	day := time.Date(2024, 7, 1, 0, 0, 0, 0, time.UTC)
	count := func(d *draft, n int64) *draft {
		return d.state(notice.Fact{Field: notice.FieldCount, Number: n, Unit: "persons", Qualifier: "exact", Role: "total", What: "対象の方"}, fmt.Sprintf("%d名", n)).say("でした。\n")
	}
	first := writeDraft(500001, "会員情報の流出について", "株式会社みどり台").on("discovered", day, "判明した").on("disclosed", day.AddDate(0, 0, 3), "公表した")
	second := writeDraft(0, "会員情報の流出について（第2報）", "株式会社みどり台").on("disclosed", day.AddDate(0, 0, 30), "第2報を公表した")
	second.post.CaseNumber = ""
	return []notice.Notice{count(first, 120).notice(), count(second, 133).notice()}
}

// load makes a warehouse of notices and opens it for reading.
func load(t testing.TB, ns []notice.Notice) *warehouse.DB {
	t.Helper()
	return loadAt(t, filepath.Join(t.TempDir(), "w.duckdb"), ns)
}

func loadAt(t testing.TB, path string, ns []notice.Notice) *warehouse.DB {
	t.Helper()
	ctx := context.Background()
	db, err := warehouse.Open(ctx, path, warehouse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	l, err := db.Begin(ctx, warehouse.RunInfo{StartedAt: clock, ToolVersion: "test"})
	if err != nil {
		t.Fatal(err)
	}
	const perDocument = 500
	for from := 0; from < len(ns); from += perDocument {
		part := ns[from:min(from+perDocument, len(ns))]
		doc := notice.Document{ID: fmt.Sprintf("%016x", from), Path: fmt.Sprintf("page%d.txt", from/perDocument), MediaType: "text/plain", Charset: "utf-8", SHA256: fmt.Sprintf("%064x", from)}
		for i := range part {
			part[i].Post.DocumentID, part[i].Post.Ordinal = doc.ID, i+1
		}
		if err := l.Add(doc, part); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := l.Finish(ctx, clock); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	read, err := warehouse.Open(ctx, path, warehouse.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { read.Close() })
	return read
}

// TestKeepSite writes sites of invented notices where JIKENBO_SITE says, to be looked
// at and measured; JIKENBO_SITE_N says of how many notices.
func TestKeepSite(t *testing.T) {
	out := os.Getenv("JIKENBO_SITE")
	if out == "" {
		t.Skip("JIKENBO_SITE names no folder to keep a site in")
	}
	n, err := strconv.Atoi(os.Getenv("JIKENBO_SITE_N"))
	if err != nil {
		n = 40
	}
	path := out + ".duckdb"
	if _, err := os.Stat(path); err != nil {
		loadAt(t, path, someNotices(n)).Close()
	}
	db, err := warehouse.Open(context.Background(), path, warehouse.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, o := range []Options{{Out: out + "-ja", Lang: "ja"}, {Out: out + "-en", Lang: "en", Pages: min(n/2, 1000)}, {Out: out + "-one", Lang: "ja", SingleFile: true}} {
		start := time.Now()
		s, err := Write(context.Background(), db, o)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %d pages, %d incidents, %d bytes, %s", s.Index, s.Pages, s.Incidents, s.Bytes, time.Since(start))
	}
}
