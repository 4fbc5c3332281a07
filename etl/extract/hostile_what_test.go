package extract

import (
	"strings"
	"testing"

	"jikenbo/etl/notice"
)

// TestHostileSentences reads sentences that no person wrote: without an end, with
// nothing but cues, with brackets never closed. They must not panic, and not take
// time that grows with the square of their length: a quarter of a megabyte of each is read here.
func TestHostileSentences(t *testing.T) {
	x, err := New(cueLexicon(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, piece := range []string{"氏名、", "氏名は含まれておりませんが、", "(氏名", "(氏名は含まれておりません", "氏名)", "紛失した可能性が", "不正アクセスによるものではなく、", "職員メール誤送信", "以外", "は、"} {
		p := x.read(&notice.Post{Body: "題\n\n" + strings.Repeat(piece, 1<<18/len(piece))})
		for _, f := range append(x.causes(p), x.categories(p)...) {
			if p.post.Body[f.Start:f.End] != f.Quote {
				t.Fatalf("quote %q is not at %d of %q…", f.Quote, f.Start, piece)
			}
		}
	}
}
