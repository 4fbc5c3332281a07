package warehouse

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestJSON(t *testing.T) {
	db := newDB(t)
	test := func(expression, want string) {
		t.Helper()
		r, err := db.Query(t.Context(), "select "+expression+" as v")
		if err != nil {
			t.Fatalf("%s: %v", expression, err)
		}
		got := written(t, r, "json")
		if got != "[\n{\"v\":"+want+"}\n]\n" {
			t.Errorf("%s\n got %swant %s", expression, got, want)
		}
		if !json.Valid([]byte(got)) {
			t.Errorf("%s: not JSON: %s", expression, got)
		}
	}
	test("null", `null`)
	test("date '2024-05-07'", `"2024-05-07"`)
	test("date '0044-03-15 (BC)'", `"-0043-03-15"`)
	test("time '18:40:00'", `"18:40:00"`)
	test("time '18:40:00.25'", `"18:40:00.25"`)
	test("timestamp '2024-05-07 18:40:00'", `"2024-05-07T18:40:00Z"`)
	test("timestamptz '2024-05-07 18:40:00+09'", `"2024-05-07T09:40:00Z"`)
	test("42", `42`)
	test("(-1)::tinyint", `-1`)
	test("18446744073709551615::ubigint", `18446744073709551615`)
	test("(select sum(x) from (values (1), (2)) v(x))", `3`) // HUGEINT
	test("170141183460469231731687303715884105727::hugeint", `170141183460469231731687303715884105727`)
	test("12.50::decimal(5,2)", `12.5`)
	test("(-0.05)::decimal(5,2)", `-0.05`)
	test("0.1::double", `0.1`)
	test("1e21::double", `1000000000000000000000`)
	test("'nan'::double", `null`)
	test("0.1::float", `0.1`)
	test("true", `true`)
	test("'a \"b\" </script>\n'", `"a \"b\" </script>\n"`)
	test("'事件簿'", `"事件簿"`)
	test("[1, null, 3]", `[1,null,3]`)
	test("[date '2024-05-07']", `["2024-05-07"]`)
	test("[]::date[]", `[]`)
	test("{'b': 1, 'a': [true]}", `{"a":[true],"b":1}`)
	test("map {'k': 1}", `{"k":1}`)
	test("'\\xAB'::blob", `"ab"`)
	test("uuid '01234567-89ab-cdef-0123-456789abcdef'", `"01234567-89ab-cdef-0123-456789abcdef"`)
	test("interval '1 month 2 days 1.5 seconds'", `"P1M2DT1.5S"`)
	test("'a'::enum('a', 'b')", `"a"`)
	test("'{\"a\": [1]}'::json", `{"a":[1]}`)
	test("union_value(n := 5)", `5`)
	test("'101'::bit", `"101"`)
	if got := rowsOf(t, db, "select 1 where false"); len(got) != 0 {
		t.Errorf("%v", got)
	}
	r, _ := db.Query(t.Context(), "select 1 as a, 2 as b, 1 as a where false")
	if got := written(t, r, "json"); got != "[]\n" {
		t.Errorf("no rows: %q", got)
	}
}

func TestTableIsSafeAndAligned(t *testing.T) {
	db := newDB(t)
	r, err := db.Query(t.Context(), "select * from (values ('事件簿', 1), (chr(27) || '[31mred' || chr(10) || 'x' || chr(8238), 12345)) v(name, n)")
	if err != nil {
		t.Fatal(err)
	}
	want := `┌──────────────────────┬───────┐
│ name                 │     n │
├──────────────────────┼───────┤
│ 事件簿               │     1 │
│ \x1b[31mred\nx\u202e │ 12345 │
└──────────────────────┴───────┘
2 rows
`
	if got := written(t, r, "table"); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestMarkdown(t *testing.T) {
	db := newDB(t)
	r, err := db.Query(t.Context(), `select 'a|b' as name, '<script>' as word, 3 as n, null as nothing, chr(10) || '\' as lines`)
	if err != nil {
		t.Fatal(err)
	}
	want := "| name | word | n | nothing | lines |\n| --- | --- | ---: | ---: | --- |\n| a\\|b | &lt;script&gt; | 3 |  | \\\\n\\\\ |\n"
	if got := written(t, r, "markdown"); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestCSV(t *testing.T) {
	db := newDB(t)
	r, err := db.Query(t.Context(), `select 'a,"b"' as name, date '2024-05-07' as day, null as nothing, [1, 2] as list, 'x' || chr(10) || 'y' as lines`)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(written(t, r, "csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(rows[1], " / "); got != "a,\"b\" / 2024-05-07 /  / [1,2] / x\ny" {
		t.Errorf("got %q", got)
	}
}

func TestUnknownFormat(t *testing.T) {
	if err := Write(io.Discard, &Result{}, "yaml"); !errors.Is(err, ErrFormat) {
		t.Errorf("got %v", err)
	}
}

func TestQueryErrors(t *testing.T) {
	db := newDB(t)
	for _, q := range []string{"", "select", "select nothing from incident", "-- nothing"} {
		if _, err := db.Query(t.Context(), q); err == nil || !strings.HasPrefix(err.Error(), "query: ") {
			t.Errorf("%q: %v", q, err)
		}
	}
}
