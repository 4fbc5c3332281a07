package search_test

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jikenbo/etl"
	"jikenbo/etl/search"
	"jikenbo/etl/warehouse"
)

// page are invented notices, as JSON Lines.
var page = line("2024-101", "青葉野市立病院　USBメモリーの紛失について", "2024-05-07",
	"当院の職員が、患者様120名の氏名を記録したＵＳＢメモリーを紛失しました。", "電車の中に鞄を置き忘れたものです。") +
	line("2024-102", "株式会社ミドリ坂　個人情報漏洩に関するお詫び", "2024-06-03",
		"弊社のパソコンに偽の警告が表示され、社員が遠隔操作を許しました。",
		"2024年6月1日に気づきました。", "いわゆるサポート詐欺です。お客様300名の情報が漏洩したおそれがあります。") +
	line("2024-103", "学校法人つばき台学園　メールの誤送信について", "2024-07-01",
		"本学園の教員が、保護者45名に宛てた電子メールを誤送信しました。", "宛先をBCCとすべきところTOに入力しました。")

func line(number, title, day string, body ...string) string {
	b, err := json.Marshal(map[string]string{"title": "【セキュリティ事件簿#" + number + "】" + title, "published": day, "body": strings.Join(body, "\n")})
	if err != nil {
		panic(err)
	}
	return string(b) + "\n"
}

// loaded gives a database with the notices given.
func loaded(t *testing.T, text string) string {
	t.Helper()
	dir := t.TempDir()
	load(t, filepath.Join(dir, "w.duckdb"), "page.jsonl", text)
	return filepath.Join(dir, "w.duckdb")
}

// load loads notices as a file of that name beside the database.
func load(t *testing.T, db, name, text string) {
	t.Helper()
	file := filepath.Join(filepath.Dir(db), name)
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	now := func() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) }
	if _, err := etl.Run(context.Background(), etl.Options{DB: db, Paths: []string{file}, Now: now}); err != nil {
		t.Fatal(err)
	}
}

func find(t *testing.T, db, query string) search.Found {
	t.Helper()
	f, err := search.Find(context.Background(), search.Options{DB: db}, query, 10)
	if err != nil {
		t.Fatalf("search for %s: %v", query, err)
	}
	return f
}

func TestFind(t *testing.T) {
	db := loaded(t, page)
	check := func(query string, want ...string) {
		t.Helper()
		var got []string
		for _, h := range find(t, db, query).Hits {
			got = append(got, h.IncidentID+" "+h.Sentence)
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("search for %s\n got %s\nwant %s", query, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
		}
	}
	// the sentence that has the words, in the words of the notice
	check("サポート詐欺", "2024-102 いわゆるサポート詐欺です。")
	check("患者 紛失", "2024-101 当院の職員が、患者様120名の氏名を記録したＵＳＢメモリーを紛失しました。")
	check("置き忘れる", "2024-101 電車の中に鞄を置き忘れたものです。")
	// other ways to write it
	check("情報漏えい", "2024-102 お客様300名の情報が漏洩したおそれがあります。")
	check("usbメモリ", "2024-101 当院の職員が、患者様120名の氏名を記録したＵＳＢメモリーを紛失しました。")
	check("ｂｃｃ", "2024-103 宛先をBCCとすべきところTOに入力しました。")
	// both words before one
	check("メール　誤送信 鞄",
		"2024-103 本学園の教員が、保護者45名に宛てた電子メールを誤送信しました。",
		"2024-101 電車の中に鞄を置き忘れたものです。")
	// in the title alone
	check("つばき台", "2024-103 【セキュリティ事件簿#2024-103】学校法人つばき台学園 メールの誤送信について")
	// what no notice has, and what must not match: part of another word
	check("ランサムウェア")
	check("委員会")
	check("車")
	check("drop';--")
}

func TestHitSaysWhoAndWhen(t *testing.T) {
	h := find(t, loaded(t, page), "サポート詐欺").Hits[0]
	if h.Organization != "株式会社ミドリ坂" || h.On != "2024-06-01" || h.WordsFound != 1 || h.Score <= 0 {
		t.Errorf("hit is %+v", h)
	}
	if got := h.Sentence[h.At:]; got != "サポート詐欺です。" {
		t.Errorf("the match begins at %q", got)
	}
}

func TestFindSaysWhatItLeavesOut(t *testing.T) {
	db := loaded(t, page)
	if f := find(t, db, "こと 2024 鞄"); len(f.Hits) != 1 || len(f.Notes) != 1 || !strings.Contains(f.Notes[0], "こと 2024") {
		t.Errorf("found %+v", f)
	}
	for _, query := range []string{"", "　", "こと", "。"} {
		if _, err := search.Find(context.Background(), search.Options{DB: db}, query, 10); !errors.Is(err, search.ErrNothingAsked) {
			t.Errorf("search for %q: %v", query, err)
		}
	}
}

func TestFindFollowsLoads(t *testing.T) {
	db := loaded(t, page)
	if n := len(find(t, db, "鞄").Hits); n != 1 {
		t.Fatalf("%d hits", n)
	}
	load(t, db, "page.jsonl", strings.ReplaceAll(page, "鞄", "封筒"))
	if n := len(find(t, db, "鞄").Hits); n != 0 {
		t.Errorf("%d hits for a word that is gone", n)
	}
	if n := len(find(t, db, "封筒").Hits); n != 1 {
		t.Errorf("%d hits for a word that is new", n)
	}
}

// A database that others read cannot be written: what is indexed is searched, and
// a note says what is not.
func TestFindWhereItCannotWrite(t *testing.T) {
	ctx := context.Background()
	reader := func(db string) {
		t.Helper()
		r, err := warehouse.Open(ctx, db, warehouse.Options{ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { r.Close() })
	}
	db := loaded(t, page)
	reader(db)
	_, err := search.Find(ctx, search.Options{DB: db}, "鞄", 10)
	if err == nil || !strings.Contains(err.Error(), "3 are missing") {
		t.Errorf("error is %v", err)
	}

	db = loaded(t, page)
	find(t, db, "鞄")
	load(t, db, "new.jsonl", line("2024-104", "株式会社ミドリ坂　書類の紛失について", "2024-08-01", "社員が鞄ごと書類を紛失しました。"))
	reader(db)
	if f := find(t, db, "学園"); len(f.Notes) != 1 || !strings.Contains(f.Notes[0], "notices are not searched") {
		t.Errorf("found %+v", f)
	}
}

func TestInterrupted(t *testing.T) {
	db := loaded(t, page)
	ctx, cancel := context.WithCancel(context.Background())
	o := search.Options{DB: db, Progress: func(int, int) { cancel() }}
	if err := search.Index(ctx, o); !errors.Is(err, search.ErrInterrupted) {
		t.Errorf("error is %v", err)
	}
	if n := len(find(t, db, "鞄").Hits); n != 1 {
		t.Errorf("%d hits afterwards", n)
	}
}

func TestIndexForThePages(t *testing.T) {
	db := loaded(t, page+strings.ReplaceAll(page, "2024-1", "2023-1"))
	for range 2 {
		if err := search.Index(context.Background(), search.Options{DB: db}); err != nil {
			t.Fatal(err)
		}
	}
	r, err := warehouse.Open(context.Background(), db, warehouse.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	rows, err := r.Query(context.Background(), "select similar_incident_id from similar_incident where incident_id = '2024-103' and rank = 1")
	if err != nil || len(rows.Rows) != 1 || rows.Rows[0][0] != "2023-103" {
		t.Errorf("most similar: %v, %v", rows, err)
	}
}
