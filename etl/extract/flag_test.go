package extract_test

import (
	"slices"
	"strings"
	"testing"

	"jikenbo/etl/extract"
	"jikenbo/etl/notice"
)

// flagsIn gives what a notice says was done (R regulator, P police, S subjects), with
// ? what is only planned, denied or possible.
func flagsIn(x *extract.Extractor, body string) string {
	letters := map[string]string{"regulator_reported": "R", "police_reported": "P", "subjects_notified": "S"}
	done := map[string]bool{}
	for _, f := range x.Read(notice.Post{CaseNumber: "2024-100", Title: "お詫び", Body: "お詫び\n\n" + body}).Facts {
		if letter := letters[f.Value]; f.Field == notice.FieldFlag && letter != "" {
			done[letter] = done[letter] || f.Hedge == notice.Stated
		}
	}
	var out []string
	for letter, ok := range done {
		if !ok {
			letter += "?"
		}
		out = append(out, letter)
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// TestFlag tells what was done from what is promised, planned or said to everybody.
func TestFlag(t *testing.T) {
	x := newExtractor(t)
	test := func(body, want string) {
		t.Helper()
		if got := flagsIn(x, body); got != want {
			t.Errorf("%s\n got %q\nwant %q", body, got, want)
		}
	}

	// done, dated or not
	test("個人情報保護委員会に報告いたしました。", "R")
	test("個人情報保護委員会への報告を行っております。", "R")
	test("個人情報保護委員会へ報告済みです。", "R")
	test("監督官庁には既に届け出ております。", "R")
	test("所轄の警察署に相談し、捜査に全面的に協力しております。", "P")
	test("警察へ被害届を提出しました。", "P")
	test("個人情報保護委員会および警察に報告・相談しております。", "P R")
	test("対象の方には個別にお詫びのご連絡を差し上げております。", "S")
	test("該当する方々へお詫びの文書を郵送いたしました。", "S")
	test("対象者全員に電話で説明し、謝罪した。", "S")
	test("情報が流出したお客様には、メールにて順次ご連絡しております。", "S")
	test("本日より、対象のお客様に書面でご連絡申し上げます。", "S")

	// planned or promised
	test("対象となるお客様には、準備が整い次第、個別にご連絡いたします。", "S?")
	test("個人情報保護委員会への報告を予定しております。", "R?")
	test("今後、警察への相談を検討してまいります。", "P?")

	// an apology to all readers, an institution that only has a name, requests
	test("皆様に多大なるご迷惑をおかけしましたことを深くお詫び申し上げます。", "")
	test("関係者の皆様には、心よりお詫びいたします。", "")
	test("市民の皆様の信頼を損なったことを深くお詫びいたします。", "")
	test("個人情報保護委員会のガイドラインに基づき、規程を見直します。", "")
	test("警察署からの連絡で判明しました。", "")
	test("■お客様へのお願い\n不審なメールを受け取られた場合は、警察に相談してください。", "")
	test("■お問い合わせ\nお客様には順次対応しておりますので、個別にご連絡ください。", "")
}
