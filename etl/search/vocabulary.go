package search

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strings"

	"jikenbo/etl/token"
	"jikenbo/seeds"
)

// The seeds that say which words are terms.
const (
	// word: as it is written, normalised and in lower case; base: the term it is
	// found under, where that is another one; parts: further terms it is found
	// under, with blanks between. A word that is merely two (顧客 情報) stays out: as
	// one it would hide where it stands in a longer one.
	userWords = "user_dictionary.csv"
	// level_1 to level_3: part of speech of the IPA dictionary, empty for any; use:
	// term, prefix or suffix.
	termKinds = "term_kind.csv"
	// word: base form of a word that is no term, of a prefix or suffix that joins none.
	stopWords = "stop_word.csv"
)

// vocabulary reads what the tokenizer is told. An error names file and line.
func vocabulary(fsys fs.FS) (token.Vocabulary, error) {
	var v token.Vocabulary
	words, err := seeds.Read(fsys, userWords, "word", "base", "parts")
	if err != nil {
		return v, err
	}
	for _, r := range words {
		if r.Get("word") == "" {
			return v, r.Errorf("a word that is empty")
		}
		v.Words = append(v.Words, token.Word{Text: r.Get("word"), Base: r.Get("base"), Parts: strings.Fields(r.Get("parts"))})
	}
	if v.Kinds, err = kinds(fsys); err != nil {
		return v, err
	}
	stop, err := seeds.Read(fsys, stopWords, "word")
	if err != nil {
		return v, err
	}
	for _, r := range stop {
		v.Stop = append(v.Stop, r.Get("word"))
	}
	return v, nil
}

func kinds(fsys fs.FS) ([]token.Kind, error) {
	rows, err := seeds.Read(fsys, termKinds, "level_1", "level_2", "level_3", "use")
	if err != nil {
		return nil, err
	}
	var out []token.Kind
	for _, r := range rows {
		use := token.Use(r.Get("use"))
		if use != token.UseTerm && use != token.UsePrefix && use != token.UseSuffix {
			return nil, r.Errorf("use %q is none of term, prefix, suffix", use)
		}
		out = append(out, token.Kind{Levels: [3]string{r.Get("level_1"), r.Get("level_2"), r.Get("level_3")}, Use: use})
	}
	return out, nil
}

// version stands for everything that decides which terms a text has: texts that
// were indexed under another one are indexed again.
func version(fsys fs.FS) (string, error) {
	h := sha256.New()
	fmt.Fprintln(h, token.Version)
	for _, name := range []string{userWords, termKinds, stopWords} {
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return "", fmt.Errorf("read seed %s: %w", name, err)
		}
		fmt.Fprintf(h, "%s %d\n", name, len(b))
		h.Write(b)
	}
	return hex.EncodeToString(h.Sum(nil)[:8]), nil
}
