package reports

import (
	"strings"
	"testing"
)

func TestNumber(t *testing.T) {
	is := func(lang string, n int64, want string) {
		t.Helper()
		if got := number(lang, n); got != want {
			t.Errorf("number(%s, %d) = %s, want %s", lang, n, got, want)
		}
	}
	is("ja", 0, "0")
	is("ja", 9999, "9,999")
	is("ja", 10000, "1万")
	is("ja", 12345, "1万2,345")
	is("ja", 10005, "1万5")
	is("ja", 100000000, "1億")
	is("ja", 123456789, "1億2,345万6,789")
	is("ja", 1234567890123, "1兆2,345億6,789万123")
	is("ja", -12345, "−1万2,345")
	is("en", 12345, "12,345")
	is("en", 123, "123")
	is("en", 1000, "1,000")
	is("en", -1000, "−1,000")
}

func TestDecimalAndPercent(t *testing.T) {
	is := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	is(decimal("ja", 32.5), "32.5")
	is(decimal("ja", 12345.06), "1万2,345.1")
	is(decimal("en", 9.96), "10")
	is(decimal("en", -1.25), "−1.3")
	is(percent(0.123456), "12.3%")
	is(percent(1), "100.0%")
	is(percent(0), "0.0%")
}

func TestDates(t *testing.T) {
	eras := []era{{"昭和", "1926-12-25"}, {"平成", "1989-01-08"}, {"令和", "2019-05-01"}}
	is := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	is(eraDate(eras, "2024-05-07", "day"), "令和6年5月7日")
	is(eraDate(eras, "2019-05-01", "day"), "令和元年5月1日")
	is(eraDate(eras, "2019-04-30", "day"), "平成31年4月30日")
	is(eraDate(eras, "2024-05-01", "month"), "令和6年5月")
	is(eraDate(eras, "2024-01-01", "year"), "令和6年")
	is(eraDate(eras, "1900-01-01", "day"), "")
	is(eraDate(eras, "", "day"), "")
	is(longDate("ja", "2024-05-07", "day"), "2024年5月7日")
	is(longDate("ja", "2024-05-01", "month"), "2024年5月")
	is(longDate("en", "2024-05-01", "month"), "2024-05")
	is(longDate("en", "2024-01-01", "year"), "2024")
	is(longDate("ja", "", ""), "")
}

func TestClean(t *testing.T) {
	is := func(in, want string) {
		t.Helper()
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
	is("株式会社　青葉", "株式会社 青葉")
	is(" a\n\tb ", "a  b")
	is("__f__alert(1)__f__", "alert(1)")
	is("__f__f____f__", "f__")
	is("____f__f__", "")
	is("a\u202eb\u2066c\u200f", "abc")
	is("a\x00b\x1b[31m", "ab[31m")
	is("a\xffb", "ab")
	is("<b>&amp;", "<b>&amp;")
}

func TestShort(t *testing.T) {
	if got := short("あいうえお", 5); got != "あいうえお" {
		t.Error(got)
	}
	if got := short("あいうえおか", 5); got != "あいうえ…" {
		t.Error(got)
	}
}

func TestFileNamesStayInTheirFolder(t *testing.T) {
	plain := func(id string) {
		t.Helper()
		if got := fileName(id); got != id {
			t.Errorf("fileName(%q) = %q", id, got)
		}
	}
	hidden := func(id string) {
		t.Helper()
		got := fileName(id)
		if got == id || !strings.HasPrefix(got, "x") || strings.ContainsAny(got, `/\.:%`) {
			t.Errorf("fileName(%q) = %q", id, got)
		}
	}
	plain("2024-019")
	plain("0f3a9c")
	hidden("../../etc/passwd")
	hidden("a/b")
	hidden("")
	hidden("-rf")
	hidden("CON")
	hidden("事件")
	hidden(strings.Repeat("a", 300))
}

func TestListLink(t *testing.T) {
	is := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	is(listLink("sector", "S", "year", "2024"), "sector=S&year=2024")
	is(listLink("sector", ""), "sector=-")
	is(listLink("org", `a&b="c"`), "org=a%26b%3D%22c%22")
}

func TestSegmentsCutWhereEvidenceBeginsAndEnds(t *testing.T) {
	s := &site{msg: messages{"comma": "・", "fact.cause_code": "原因", "fact.organization_id": "組織"}}
	r := record{Post: "p", Body: "青葉社が誤送信した", Evidence: []quoted{
		{Field: "organization_id", Start: 0, End: 9, Post: "p"},
		{Field: "cause_code", Start: 6, End: 21, Post: "p"},
		{Field: "cause_code", Start: 1, End: 3, Post: "p"},   // inside a character
		{Field: "cause_code", Start: 0, End: 999, Post: "p"}, // beyond the text
		{Field: "cause_code", Start: 0, End: 3, Post: "q"},   // of another report
	}}
	var got []string
	for _, seg := range s.segments(r, 0) {
		got = append(got, seg.Text+"="+seg.Marks)
	}
	want := "青葉=組織|社=組織・原因|が誤送信=原因|した="
	if strings.Join(got, "|") != want {
		t.Errorf("got %s, want %s", strings.Join(got, "|"), want)
	}
}

func TestNarrow(t *testing.T) {
	got := narrow("-- order by\nselect a\nfrom t\norder by t.id, x\n", "= 'a'")
	if want := "-- order by\nselect a\nfrom t\nwhere t.id = 'a'\norder by t.id, x\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMessagesAreWholeInBothLanguages(t *testing.T) {
	ja, err := readMessages(messagesCSV, "ja")
	if err != nil {
		t.Fatal(err)
	}
	en, err := readMessages(messagesCSV, "en")
	if err != nil {
		t.Fatal(err)
	}
	for key, text := range ja {
		for _, slot := range []string{"{0}", "{1}", "{2}", "{3}", "{4}"} {
			if strings.Contains(text, slot) != strings.Contains(en[key], slot) {
				t.Errorf("%s: %s stands in one language alone", key, slot)
			}
		}
	}
	if _, err := readMessages(messagesCSV, "fr"); err == nil {
		t.Error("fr was taken for a language")
	}
	if _, err := readMessages([]byte("key,ja,en\na,b,c\na,b,c\n"), "ja"); err == nil || !strings.Contains(err.Error(), "record 3") {
		t.Errorf("a key that comes twice: %v", err)
	}
}
