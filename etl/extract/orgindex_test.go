package extract

import "testing"

// knownNames is a small vocabulary for the index alone.
func knownNames() *orgIndex {
	x, _ := newOrgIndex(&Lexicon{
		Organizations: []Organization{
			{Name: "株式会社ナギサ", Aliases: []string{"NAGISA"}, Sector: "I", Kind: "company"},
			{Name: "霧ノ県", Sector: "S", Prefecture: "霧ノ県", Kind: "prefecture"},
			{Name: "波止市", Sector: "S", Prefecture: "霧ノ県", Kind: "city"},
			{Name: "双葉市", Sector: "S", Kind: "city"},
			{Name: "霧ノ大学", Sector: "O", Prefecture: "霧ノ県", Kind: "university"},
		},
		NameEndings: []NameEnding{
			{Word: "株式会社", Place: "either", Kind: endLegalForm},
			{Word: "公益財団法人", Sector: "R", Place: "prefix", Kind: endLegalForm},
			{Word: "(公財)", Sector: "R", Place: "prefix", Kind: endLegalForm},
			{Word: "病院", Sector: "P", Place: "suffix", Kind: endHospital, Weight: 12},
			{Word: "動物病院", Sector: "L", Place: "suffix", Kind: "clinic_animal", Weight: 12},
			{Word: "支店", Place: "suffix", Kind: endUnit},
		},
		Cues: []CueWord{{Kind: cueOrg, Code: "written_out:公益財団法人", Pattern: "(公財)", Weight: 1}},
	})
	return x
}

func TestOrgIndexFind(t *testing.T) {
	x := knownNames()
	test := func(name, want string) {
		t.Helper()
		got := ""
		if o := x.find(name); o != nil {
			got = o.Name
		}
		if got != want {
			t.Errorf("find(%q) = %q, want %q", name, got, want)
		}
	}
	test("株式会社ナギサ", "株式会社ナギサ")
	test("ナギサ", "株式会社ナギサ")
	test("nagisa", "株式会社ナギサ")
	test("NAGISA株式会社", "株式会社ナギサ") // an alias in another form
	test("ナギサ株式会社", "")           // another company
	test("ナギサ商事", "")
	test("霧ノ大学", "霧ノ大学")
	test("霧ノ大学病院", "")
}

func TestCanonical(t *testing.T) {
	x := knownNames()
	test := func(name, want string) {
		t.Helper()
		if got := x.canonical(name); got != want {
			t.Errorf("canonical(%q) = %q, want %q", name, got, want)
		}
	}
	test("(公財)みやま財団", "公益財団法人みやま財団")
	test("HOTEL LUMINA BAY", "HOTEL LUMINA BAY")
	test("株式会社 ナギサ", "株式会社ナギサ")
	test("ナギサ(本店)", "ナギサ(本店)")
}

func TestPrefectureOf(t *testing.T) {
	x := knownNames()
	test := func(name, want string) {
		t.Helper()
		if got := x.prefectureOf(name); got != want {
			t.Errorf("prefectureOf(%q) = %q, want %q", name, got, want)
		}
	}
	test("霧ノ県", "霧ノ県")
	test("霧ノ県立あおば高等学校", "霧ノ県")
	test("波止市立図書館", "霧ノ県")
	test("霧ノ大学", "霧ノ県")
	test("双葉市", "") // several have one of that name
	test("株式会社ナギサ", "")
}

func TestEnding(t *testing.T) {
	x := knownNames()
	test := func(name, want string) {
		t.Helper()
		if e, _ := x.ending(name); e.Word != want {
			t.Errorf("ending(%q) = %q, want %q", name, e.Word, want)
		}
	}
	test("みなと病院", "病院")
	test("みなと動物病院", "動物病院")
	test("みなと病院前", "")
	test("株式会社", "")
}
