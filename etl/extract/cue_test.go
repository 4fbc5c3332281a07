package extract

import (
	"slices"
	"strings"
	"testing"

	"jikenbo/etl/notice"
)

// TestCuePattern matches patterns of every form against single sentences.
func TestCuePattern(t *testing.T) {
	groups := map[string][]string{"police": {"警察", "交番"}, "tell": {"連絡", "電話"}}
	test := func(pattern, sentence string, want ...string) {
		t.Helper()
		x, err := New(Lexicon{Cues: []CueWord{{Kind: cueEvent, Code: "x", Pattern: pattern, Weight: 1}}, Groups: groups})
		if err != nil {
			t.Fatal(err)
		}
		p := x.read(&notice.Post{Body: sentence})
		var got []string
		for _, c := range p.cues {
			got = append(got, p.words(c.Span)+"/"+p.norm[c.last:c.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s in %s\n got %s\nwant %s", pattern, sentence, strings.Join(got, " "), strings.Join(want, " "))
		}
	}

	test("紛失", "名簿を紛失した。紛失届を出した。", "紛失/紛失", "紛失/紛失")
	test("紛失", "名簿を無くした。")
	test("警察+相談", "警察署に相談した。", "警察署に相談/相談")
	test("警察+相談", "相談は警察に。")     // in this order
	test("警察+相談", "警察に行く。相談する。") // in one sentence
	test("誤って+送信+!予定", "誤って別人に送信した。", "誤って別人に送信/送信")
	test("誤って+送信+!予定", "誤って別人に送信した。予定は未定。", "誤って別人に送信/送信")
	test("誤って+送信+!予定", "誤って送信する予定。")
	test("相談|通報", "通報し、相談した。", "通報/通報", "相談/相談")
	test("@police+相談|通報", "交番に通報した。", "交番に通報/通報")
	test("からの&@tell", "受信者からの電話で判明。", "からの電話/からの電話")
	test("からの&@tell", "受信者からのお電話で判明。")
	test("受信者+@tell", "受信者Aと受信者Bから連絡。", "受信者Bから連絡/連絡") // the nearest
	test("発見。", "書庫で発見。", "発見。/発見。")
	test("発見。", "書庫で発見\n終わり", "発見/発見") // the end of a line ends the sentence
	test("発見。", "書庫で発見", "発見/発見")
	test("発見。", "書庫で発見した。")
}

// TestCuePatternErrors refuses patterns that can find nothing.
func TestCuePatternErrors(t *testing.T) {
	for _, pattern := range []string{"", "警察+", "@nobody+相談", "!予定", "相談||通報"} {
		if _, err := New(Lexicon{Cues: []CueWord{{Kind: cueEvent, Code: "x", Pattern: pattern}}}); err == nil {
			t.Errorf("%q compiles", pattern)
		}
	}
}

// TestMatcherFind compares the matcher with a plain search for each word.
func TestMatcherFind(t *testing.T) {
	words := []string{"紛失", "紛失届", "失", "届", "USB", "U", "警察署", "警察"}
	m := newMatcher()
	for _, w := range words {
		m.add(w)
	}
	for _, s := range []string{"", "警察署へ紛失届", "USBを紛失", "届届届", "警", "U"} {
		count := 0
		for _, w := range words {
			for i := range s {
				if strings.HasPrefix(s[i:], w) {
					count++
				}
			}
		}
		if got := m.find(s, nil); len(got) != count {
			t.Errorf("%q: %d hits, want %d", s, len(got), count)
		}
	}
}
