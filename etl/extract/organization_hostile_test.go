package extract_test

import (
	"strings"
	"testing"

	"jikenbo/etl/notice"
)

// FuzzWho reads arbitrary words: no panic, and every quote is where its offsets say.
func FuzzWho(f *testing.F) {
	x := newExtractor(f)
	for _, s := range []string{
		"株式会社", "株式会社株式会社", "(株)(株)", "【", "【】】#", "「」、", "株式会社あ", "のの立のの", "県立", "市", "A & B & Co.", "株式会社A B C",
		"委託先である", "委託先である「", "(以下「", "株式会社X(以下「Y", "医療法人 A クリニック\n医療法人", "\x80株式会社\xff", "を担当したのは", "株式会 社", "((株)",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, body := range []string{s, s + "\n\n" + s, "株式会社ナギ " + s, strings.Repeat(s, 5)} {
			for _, fact := range x.Read(notice.Post{CaseNumber: "2024-001", Body: body}).Facts {
				if body[fact.Start:fact.End] != fact.Quote {
					t.Fatalf("%q: quote %q is not at %d..%d", body, fact.Quote, fact.Start, fact.End)
				}
			}
		}
	})
}

// TestWhoOfEndlessLines reads what would take for ever if a rule looked at a whole
// line for each of its letters.
func TestWhoOfEndlessLines(t *testing.T) {
	x := newExtractor(t)
	for _, unit := range []string{"あいうは", "株式会社", "株式会社X、", "a ", "の", "(", "()", "委託先である株式会社X(以下「Y」)に委託", "2024 ", "県立", "「"} {
		facts := x.Read(notice.Post{CaseNumber: "2024-001", Body: strings.Repeat(unit, 200_000/len(unit))}).Facts
		if len(facts) > 200_000 {
			t.Errorf("%d facts of %q repeated", len(facts), unit)
		}
	}
}
