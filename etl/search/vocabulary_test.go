package search

import (
	"slices"
	"testing"
	"testing/fstest"

	"jikenbo/etl/token"
	"jikenbo/seeds"
)

// Every word of the user dictionary is one term, that of its base where it names
// one, and its parts are terms by which a reader could ask.
func TestUserDictionary(t *testing.T) {
	v, err := vocabulary(seeds.Files)
	if err != nil {
		t.Fatal(err)
	}
	k, err := token.New(v)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range v.Words {
		asked := k.Asked(w.Text)
		if len(asked) != 1 {
			t.Errorf("%s is asked for as %v, want one term", w.Text, asked)
		}
		if w.Base != "" && !slices.Equal(k.Asked(w.Base), asked) {
			t.Errorf("%s is asked for as %v, its base %s as %v", w.Text, asked, w.Base, k.Asked(w.Base))
		}
		for _, p := range w.Parts {
			if terms := k.Terms(w.Text); len(k.Asked(p)) != 1 || !slices.Contains(terms, k.Asked(p)[0]) {
				t.Errorf("%s has the part %s, asked for as %v and not among %v", w.Text, p, k.Asked(p), terms)
			}
		}
	}
}

func TestVocabularyIsStrict(t *testing.T) {
	files := func(words, kinds string) fstest.MapFS {
		return fstest.MapFS{userWords: {Data: []byte(words)}, termKinds: {Data: []byte(kinds)}, stopWords: {Data: []byte("word\nする\n")}}
	}
	check := func(words, kinds, want string) {
		t.Helper()
		if _, err := vocabulary(files(words, kinds)); err == nil || err.Error() != want {
			t.Errorf("error is %v, want %s", err, want)
		}
	}
	const goodWords, goodKinds = "word,base,parts\n誤送信,,送信\n", "level_1,level_2,level_3,use\n名詞,,,term\n"
	if _, err := vocabulary(files(goodWords, goodKinds)); err != nil {
		t.Error(err)
	}
	check("word,base,parts\n,,送信\n", goodKinds, "read user_dictionary.csv:2: a word that is empty")
	check(goodWords, "level_1,level_2,level_3,use\n名詞,,,trem\n", `read term_kind.csv:2: use "trem" is none of term, prefix, suffix`)
	check("word,base\n", goodKinds, `read seed user_dictionary.csv:1: header is "word,base", want "word,base,parts"`)
}

func TestVersionFollowsTheSeeds(t *testing.T) {
	v := func(stop string) string {
		s, err := version(fstest.MapFS{userWords: {}, termKinds: {}, stopWords: {Data: []byte(stop)}})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	if first, again := v("a"), v("a"); first != again || first == v("b") {
		t.Error("the version must change with the seeds, and with them alone")
	}
}
