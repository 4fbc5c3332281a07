package extract

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Kinds of NameEnding that the rules themselves know; the others are lines of
// business (it, retail, construction …), which make no name an organization.
const (
	endLegalForm  = "legal_form"
	endSchool     = "school"
	endUniversity = "university"
	endHospital   = "hospital"
	endGovernment = "government"
	endBoard      = "board_of_education"
	endUnit       = "unit"
	endGroup      = "group"
)

// organKinds are the kinds of ending that make the words before them the name of
// an organization without a legal form: 「…病院」「…県警」.
var organKinds = map[string]bool{
	endSchool: true, endUniversity: true, endHospital: true, endGovernment: true, endBoard: true,
	"police": true, "welfare": true, "library": true, "association": true, "cooperative": true, "coop": true,
	"hospital_bureau": true, "transport_bureau": true, "waterworks": true, "union": true, "event": true, "clinic_animal": true,
}

// maxKnown is how many runes the longest name looked up has.
const maxKnown = 30

// orgIndex is what is known of names of organizations: made once, only read.
type orgIndex struct {
	known       []Organization
	byStem      map[string]int32      // stem of a name or alias → known
	suffix      map[string]NameEnding // what stands at the end of a name
	prefix      map[string]NameEnding
	inside      []NameEnding
	forms       map[string]NameEnding // legal forms
	leading     map[rune][]string     // legal forms before a name, by their first letter, the longest first
	trailing    map[rune][]string     // … behind it, by their last
	unitRunes   map[rune]bool         // last letters of endings of the kind unit
	begins      prefixSet             // the words of prefix
	lastRunes   map[rune]int          // last letter of an ending → the most runes that one with it has
	written     map[string]string     // 「(株)」 → 「株式会社」
	place       map[string]string     // 「横浜」「横浜市」「埼玉」 → prefecture, or empty where several share it
	prefectures []string
	kana        prefixSet       // words in kana that stand inside names
	notName     prefixSet       // words that no name of an organization holds
	generic     map[string]bool // words before an ending that make no name: 「市立病院」「所轄警察署」
}

// cueLegalForm is the code under which legal forms are found together with the cues.
const (
	cueLegalForm = "legal_form"
	cueWritten   = "written_out:"
	cueKanaWord  = "kana_word"
	cueGeneric   = "generic"
	cueNotName   = "not_name"
)

// newOrgIndex makes the index of a vocabulary and gives the cues to look for: those
// of the vocabulary without the words that serve the index alone, and the legal forms.
func newOrgIndex(lex *Lexicon) (*orgIndex, []CueWord) {
	x := &orgIndex{known: lex.Organizations, byStem: make(map[string]int32, 2*len(lex.Organizations)),
		suffix: map[string]NameEnding{}, prefix: map[string]NameEnding{}, forms: map[string]NameEnding{},
		leading: map[rune][]string{}, trailing: map[rune][]string{}, lastRunes: map[rune]int{}, unitRunes: map[rune]bool{}, begins: prefixSet{},
		written: map[string]string{}, place: map[string]string{}, generic: map[string]bool{"": true}, kana: prefixSet{}, notName: prefixSet{}}
	cues := make([]CueWord, 0, len(lex.Cues))
	for _, e := range lex.NameEndings {
		x.addEnding(e)
		if e.Kind == endLegalForm {
			cues = append(cues, CueWord{Kind: cueOrg, Code: cueLegalForm, Pattern: e.Word, Weight: 1})
		}
	}
	for _, c := range lex.Cues {
		if form, ok := strings.CutPrefix(c.Code, cueWritten); ok && c.Kind == cueOrg {
			x.written[c.Pattern] = form
		}
		switch {
		case c.Kind == cueOrg && c.Code == cueNotName:
			x.notName.add(c.Pattern)
		case c.Kind == cueOrg && c.Code == cueKanaWord:
			x.kana.add(c.Pattern)
		case c.Kind == cueOrg && c.Code == cueGeneric:
			x.generic[c.Pattern] = true
		default:
			cues = append(cues, c)
		}
	}
	for _, byRune := range []map[rune][]string{x.leading, x.trailing} {
		for _, forms := range byRune {
			slices.SortFunc(forms, func(a, b string) int { return len(b) - len(a) })
		}
	}
	for i, o := range x.known {
		x.addKnown(int32(i), o)
	}
	return x, cues
}

func (x *orgIndex) addEnding(e NameEnding) {
	first, _ := utf8.DecodeRuneInString(e.Word)
	last, _ := utf8.DecodeLastRuneInString(e.Word)
	if e.Kind == endLegalForm {
		x.forms[e.Word] = e
		if e.Place != "suffix" {
			x.leading[first] = append(x.leading[first], e.Word)
		}
		if e.Place != "prefix" {
			x.trailing[last] = append(x.trailing[last], e.Word)
		}
	} else if e.Place == "suffix" || e.Place == "either" {
		x.lastRunes[last] = max(x.lastRunes[last], utf8.RuneCountInString(e.Word))
		if e.Kind == endUnit {
			x.unitRunes[last] = true
		}
	}
	switch e.Place {
	case "suffix":
		x.suffix[e.Word] = e
	case "prefix":
		x.prefix[e.Word] = e
		if e.Kind != endLegalForm {
			x.begins.add(e.Word)
		}
	case "either":
		x.suffix[e.Word], x.prefix[e.Word] = e, e
	case "inside":
		x.inside = append(x.inside, e)
	}
}

func (x *orgIndex) addKnown(i int32, o Organization) {
	for _, name := range append([]string{o.Name}, o.Aliases...) {
		if s := x.stem(name); s != "" {
			if _, taken := x.byStem[s]; !taken {
				x.byStem[s] = i
			}
		}
	}
	switch o.Kind {
	case "prefecture":
		x.prefectures = append(x.prefectures, o.Name)
		x.addPlace(o.Name, o.Name)
	case "city", "town", "village", "ward":
		x.addPlace(o.Name, o.Prefecture)
	}
}

// addPlace keeps a place's name with and without its last letter (県, 市 …).
func (x *orgIndex) addPlace(name, prefecture string) {
	bare := name
	if _, size := utf8.DecodeLastRuneInString(name); name != "北海道" && len(name) > 2*size {
		bare = name[:len(name)-size]
	}
	for _, k := range []string{name, bare} {
		if had, ok := x.place[k]; ok && had != prefecture {
			x.place[k] = ""
			continue
		}
		x.place[k] = prefecture
	}
}

// splitForm takes the legal form off a name: the form as it is written and the rest.
func (x *orgIndex) splitForm(name string) (form, rest string) {
	first, _ := utf8.DecodeRuneInString(name)
	for _, f := range x.leading[first] {
		if len(f) < len(name) && strings.HasPrefix(name, f) {
			return f, strings.TrimSpace(name[len(f):])
		}
	}
	last, _ := utf8.DecodeLastRuneInString(name)
	for _, f := range x.trailing[last] {
		if len(f) < len(name) && strings.HasSuffix(name, f) {
			return f, strings.TrimSpace(name[:len(name)-len(f)])
		}
	}
	return "", name
}

// stem is what two forms of one name share: no legal form, no blanks, small letters.
func (x *orgIndex) stem(name string) string {
	_, rest := x.splitForm(name)
	for i := 0; i < len(rest); i++ {
		if b := rest[i]; b == ' ' || b >= 'A' && b <= 'Z' {
			return strings.ToLower(strings.ReplaceAll(rest, " ", ""))
		}
	}
	return rest
}

// find gives what is known of an organization of that name, or nil. 「株式会社山田」
// is not 「山田株式会社」.
func (x *orgIndex) find(name string) *Organization {
	i, ok := x.byStem[x.stem(name)]
	if !ok {
		return nil
	}
	o := &x.known[i]
	form, _ := x.splitForm(name)
	theirs, _ := x.splitForm(o.Name)
	if form != "" && theirs != "" && x.stem(o.Name) == x.stem(name) {
		if form != theirs || strings.HasPrefix(name, form) != strings.HasPrefix(o.Name, theirs) {
			return nil
		}
	}
	return o
}

// longestKnown gives the length in bytes of the longest known name that s begins
// with, or 0; a name of less than three runes says nothing there.
func (x *orgIndex) longestKnown(s string) int {
	best, n := 0, 0
	for i, r := range s {
		if n >= 3 {
			if _, ok := x.byStem[strings.ToLower(strings.ReplaceAll(s[:i], " ", ""))]; ok {
				best = i
			}
		}
		if n++; n > maxKnown || r == '\n' {
			return best
		}
	}
	if n >= 3 {
		if _, ok := x.byStem[strings.ToLower(strings.ReplaceAll(s, " ", ""))]; ok {
			best = len(s)
		}
	}
	return best
}

// ending gives the longest known ending of a name.
func (x *orgIndex) ending(name string) (NameEnding, bool) {
	var best NameEnding
	found := false
	last, _ := utf8.DecodeLastRuneInString(name)
	most := x.lastRunes[last]
	for i, n := len(name), 0; i > 0 && n < most; n++ {
		_, size := utf8.DecodeLastRuneInString(name[:i])
		i -= size
		if e, ok := x.suffix[name[i:]]; ok && e.Kind != endLegalForm {
			best, found = e, true
		}
	}
	return best, found
}

// beginning gives the longest known beginning of a name that is no legal form.
func (x *orgIndex) beginning(name string) (NameEnding, bool) {
	n := x.begins.of(name)
	return x.prefix[name[:n]], n > 0
}

// canonical writes a name the one way: legal forms in full, blanks only between
// Latin words.
func (x *orgIndex) canonical(name string) string {
	if strings.IndexByte(name, '(') >= 0 {
		for short, form := range x.written {
			name = strings.ReplaceAll(name, short, form)
		}
	}
	if !strings.Contains(name, " ") {
		return name
	}
	var b strings.Builder
	for i := 0; i < len(name); i++ {
		if name[i] == ' ' && (i == 0 || i+1 == len(name) || name[i-1] >= utf8.RuneSelf || name[i+1] >= utf8.RuneSelf) {
			continue
		}
		b.WriteByte(name[i])
	}
	return b.String()
}

// isGeneric says whether a word before an ending makes no name of it.
func (x *orgIndex) isGeneric(word string) bool { return x.generic[word] }

// prefectureOf gives the prefecture that a name begins with or that its place lies
// in, or empty.
func (x *orgIndex) prefectureOf(name string) string {
	if o := x.find(name); o != nil && o.Prefecture != "" {
		return o.Prefecture
	}
	if _, rest := x.splitForm(name); rest != "" {
		name = rest
	}
	for _, p := range x.prefectures {
		if strings.HasPrefix(name, p) || p != "北海道" && strings.HasPrefix(name, strings.TrimRight(p, "県府都")+"県立") {
			return p
		}
	}
	n := 0
	for i, r := range name {
		if strings.ContainsRune("市区町村", r) {
			if p := x.place[name[:i+utf8.RuneLen(r)]]; p != "" {
				return p
			}
		}
		if n++; n > 8 {
			break
		}
	}
	return ""
}
