package warehouse

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jikenbo/etl/notice"
)

// spaced cuts texts at blanks: what the tokenizer does is not the warehouse's.
var spaced = Terms{Version: "1", Of: strings.Fields}

// told is a made incident with words of its own.
func told(caseNumber, words string) notice.Notice {
	return incident(caseNumber).say(" " + words).notice()
}

func index(t *testing.T, db *DB, terms Terms) {
	t.Helper()
	if err := db.IndexTerms(context.Background(), terms, nil); err != nil {
		t.Fatal(err)
	}
}

// found runs a search; words are separated by blanks, the terms of a word by +.
func found(t *testing.T, db *DB, words string, limit int) string {
	t.Helper()
	var asked [][]string
	for _, w := range strings.Fields(words) {
		asked = append(asked, strings.Split(w, "+"))
	}
	r, err := db.Search(context.Background(), asked, limit)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for i := range r.Rows {
		ids = append(ids, strings.Join(r.texts(i, "-")[:2], ":"))
	}
	return strings.Join(ids, " ")
}

func TestSearchRanks(t *testing.T) {
	g := givenNotices(t,
		told("2024-001", "病院 紛失 書類 鞄 電車"),
		told("2024-002", "病院 サポート 詐欺"),
		told("2024-003", "学校 紛失 紛失 紛失"),
		told("2024-004", "学校 書類 サポート 窓口 詐欺"),
		told("2024-005", "学校 漏えい"),
	)
	index(t, g.db, spaced)
	check := func(words, want string) {
		t.Helper()
		if got := found(t, g.db, words, 10); got != want {
			t.Errorf("search for %s\n got %s\nwant %s", words, got, want)
		}
	}
	check("紛失", "2024-003:1 2024-001:1")               // oftener, and in a shorter notice
	check("病院 詐欺", "2024-002:2 2024-001:1 2024-004:1") // both words before one, then the shorter notice
	check("サポート+詐欺", "2024-002:1 2024-004:1")
	check("学校+書類 漏えい", "2024-005:1 2024-004:1")                  // a word is found where all its terms are
	check("学校+鞄", "2024-001:0 2024-005:0 2024-003:0 2024-004:0") // or, where that is nowhere, any of them
	check("どこにもない", "")
	check("';drop", "")
	if got := found(t, g.db, "学校", 2); got != "2024-005:1 2024-003:1" {
		t.Errorf("at most two: %s", got)
	}
}

func TestIndexFollowsLoads(t *testing.T) {
	db := newDB(t)
	state := func(want IndexState) {
		t.Helper()
		got, err := db.IndexState(context.Background(), spaced.Version)
		if err != nil {
			t.Fatal(err)
		}
		if got.Similar = false; got != want {
			t.Errorf("state is %+v, want %+v", got, want)
		}
	}
	put := func(path string, ns ...notice.Notice) {
		t.Helper()
		l := begin(t, db)
		addPages(t, l, map[string][]notice.Notice{path: ns})
		finish(t, l)
	}
	cut := 0
	counted := Terms{Version: "1", Of: func(body string) []string { cut++; return strings.Fields(body) }}
	indexed := func(want int) {
		t.Helper()
		cut = 0
		if index(t, db, counted); cut != want {
			t.Errorf("%d posts were cut into terms, want %d", cut, want)
		}
	}

	put("a.txt", told("2024-001", "紛失"), told("2024-002", "盗難"))
	state(IndexState{Missing: 2})
	indexed(2)
	state(IndexState{Indexed: 2})
	indexed(0)

	put("b.txt", told("2024-003", "紛失")) // a new document: it alone
	state(IndexState{Indexed: 2, Missing: 1})
	indexed(1)

	put("a.txt", told("2024-001", "漏えい")) // another content of a document
	state(IndexState{Indexed: 1, Missing: 1, Gone: 2})
	indexed(1)
	if got := found(t, db, "紛失 盗難 漏えい", 10); got != "2024-001:1 2024-003:1" {
		t.Errorf("found %s", got)
	}

	counted.Version = "2" // another vocabulary
	indexed(2)
	index(t, db, spaced)
	state(IndexState{Indexed: 2})
}

func TestIndexIsCommented(t *testing.T) {
	g := givenNotices(t, told("2024-001", "紛失"))
	index(t, g.db, spaced)
	if err := g.db.IndexSimilar(context.Background()); err != nil {
		t.Fatal(err)
	}
	g.expect(t, `select table_name, column_name from duckdb_columns() where not internal and coalesce(comment, '') = ''`)
	g.expect(t, `select table_name from duckdb_tables() where not internal and coalesce(comment, '') = ''`)
}

func TestIndexStaysWhenInterrupted(t *testing.T) {
	var ns []notice.Notice
	for i := range postsAtOnce + 1 {
		ns = append(ns, told(fmt.Sprintf("2024-%04d", i), "紛失"))
	}
	g := givenNotices(t, ns...)
	ctx, cancel := context.WithCancel(context.Background())
	err := g.db.IndexTerms(ctx, spaced, func(done, total int) {
		if total != len(ns) {
			t.Errorf("told of %d posts, want %d", total, len(ns))
		}
		cancel()
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("error is %v", err)
	}
	g.expect(t, "select count(*), count(distinct post_no) from indexed_post", fmt.Sprintf("%d / %d", postsAtOnce, postsAtOnce))
	index(t, g.db, spaced)
	g.expect(t, "select count(*), count(distinct post_no) from indexed_post", fmt.Sprintf("%d / %d", len(ns), len(ns)))
}

func TestIndexNeedsToWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.duckdb")
	db, err := Open(context.Background(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	finish(t, begin(t, db))
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if db, err = Open(context.Background(), path, Options{ReadOnly: true}); err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, err := range []error{db.IndexTerms(context.Background(), spaced, nil), db.IndexSimilar(context.Background())} {
		if err == nil || !strings.Contains(err.Error(), "open for reading only") {
			t.Errorf("error is %v", err)
		}
	}
}

func TestSimilarIncidents(t *testing.T) {
	g := givenNotices(t,
		told("2024-001", "病院 鞄 電車 紛失"),
		told("2024-002", "病院 鞄 電車 置引"),
		told("2024-003", "学校 メール 宛先 誤送信"),
		told("2024-004", "学校 メール 宛先 添付 紛失"),
		told("2024-005", "役所 広報"),
	)
	index(t, g.db, spaced)
	if err := g.db.IndexSimilar(context.Background()); err != nil {
		t.Fatal(err)
	}
	g.expect(t, "select incident_id, rank, similar_incident_id from similar_incident where rank = 1 order by all",
		"2024-001 / 1 / 2024-002", "2024-002 / 1 / 2024-001", "2024-003 / 1 / 2024-004", "2024-004 / 1 / 2024-003")
	g.expect(t, "select shared_terms from similar_incident where incident_id = '2024-001' and rank = 1", `["病院","電車","鞄"]`)
	// both ways the same, never itself, never above one
	g.expect(t, `select incident_id from similar_incident as a where similar_incident_id = incident_id or similarity not between 0.1 and 1
		or exists (from similar_incident as b where b.incident_id = a.similar_incident_id and b.similar_incident_id = a.incident_id and b.similarity <> a.similarity)`)

	state, err := g.db.IndexState(context.Background(), spaced.Version)
	if err != nil || !state.Similar {
		t.Errorf("state is %+v, %v", state, err)
	}
	l := begin(t, g.db)
	addPages(t, l, map[string][]notice.Notice{"new.txt": {told("2024-006", "役所 広報")}})
	finish(t, l)
	if state, _ = g.db.IndexState(context.Background(), spaced.Version); state.Similar {
		t.Error("a new incident, and similar_incident is said to be up to date")
	}
}

// What is compared in chunks comes out as what is compared at once.
func TestSimilarInChunks(t *testing.T) {
	var ns []notice.Notice
	words := strings.Fields("鞄 電車 病院 学校 書類 宛先 名簿 端末 媒体 窓口 倉庫 車両 画面 番号")
	for i := range 60 {
		ns = append(ns, told(fmt.Sprintf("2024-%03d", i), strings.Join([]string{words[i%14], words[i*5%14], words[i*i%14], words[i%5]}, " ")))
	}
	g := givenNotices(t, ns...)
	index(t, g.db, spaced)
	ctx := context.Background()
	if err := g.db.IndexSimilar(ctx); err != nil {
		t.Fatal(err)
	}
	once := rowsOf(t, g.db, "from similar_incident order by all")
	made, err := searchModels("similar_vector", "similar_chunk")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := g.db.sql.Exec("create table similar_vector as " + made[0].text); err != nil {
		t.Fatal(err)
	}
	var chunked []string
	for i := range 7 {
		chunked = append(chunked, rowsOf(t, g.db, strings.NewReplacer("$1", "7", "$2", fmt.Sprint(i)).Replace(made[1].text))...)
	}
	slices.Sort(once)
	slices.Sort(chunked)
	if len(once) == 0 || !slices.Equal(once, chunked) {
		t.Errorf("at once\n%s\nin chunks\n%s", strings.Join(once, "\n"), strings.Join(chunked, "\n"))
	}
}
