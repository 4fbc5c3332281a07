package etl

import (
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"jikenbo/etl/extract"
	"jikenbo/seeds"
)

// Lexicon reads the vocabulary of extract from seed files: every cue_KIND.csv,
// word_group.csv, organization.csv and name_ending.csv. An error names file and line.
func Lexicon(fsys fs.FS) (extract.Lexicon, error) {
	var lex extract.Lexicon
	names, err := fs.Glob(fsys, "cue_*.csv")
	if err != nil {
		return lex, fmt.Errorf("list seeds: %w", err)
	}
	for _, name := range names {
		if lex.Cues, err = readCues(fsys, name, lex.Cues); err != nil {
			return lex, err
		}
	}
	if lex.Groups, err = readGroups(fsys); err != nil {
		return lex, err
	}
	if lex.Organizations, err = readOrganizations(fsys); err != nil {
		return lex, err
	}
	lex.NameEndings, err = readEndings(fsys)
	return lex, err
}

func readCues(fsys fs.FS, name string, cues []extract.CueWord) ([]extract.CueWord, error) {
	rows, err := seeds.Read(fsys, name, "code", "pattern", "weight", "note")
	if err != nil {
		return nil, err
	}
	kind := strings.TrimSuffix(strings.TrimPrefix(path.Base(name), "cue_"), ".csv")
	for _, r := range rows {
		w, err := weight(r)
		if err != nil {
			return nil, err
		}
		cues = append(cues, extract.CueWord{Kind: kind, Code: r.Get("code"), Pattern: r.Get("pattern"), Weight: w})
	}
	return cues, nil
}

func readGroups(fsys fs.FS) (map[string][]string, error) {
	rows, err := seeds.Read(fsys, "word_group.csv", "name", "word", "note")
	if err != nil {
		return nil, err
	}
	groups := map[string][]string{}
	for _, r := range rows {
		groups[r.Get("name")] = append(groups[r.Get("name")], r.Get("word"))
	}
	return groups, nil
}

func readOrganizations(fsys fs.FS) ([]extract.Organization, error) {
	rows, err := seeds.Read(fsys, "organization.csv", "name", "aliases", "sector", "prefecture", "kind")
	if err != nil {
		return nil, err
	}
	out := make([]extract.Organization, 0, len(rows))
	for _, r := range rows {
		if r.Get("name") == "" {
			return nil, r.Errorf("an organization without a name")
		}
		out = append(out, extract.Organization{Name: r.Get("name"), Aliases: list(r.Get("aliases")),
			Sector: r.Get("sector"), Prefecture: r.Get("prefecture"), Kind: r.Get("kind")})
	}
	return out, nil
}

func readEndings(fsys fs.FS) ([]extract.NameEnding, error) {
	rows, err := seeds.Read(fsys, "name_ending.csv", "word", "sector", "place", "kind", "weight")
	if err != nil {
		return nil, err
	}
	out := make([]extract.NameEnding, 0, len(rows))
	for _, r := range rows {
		w, err := weight(r)
		if err != nil {
			return nil, err
		}
		out = append(out, extract.NameEnding{Word: r.Get("word"), Sector: r.Get("sector"), Place: r.Get("place"), Kind: r.Get("kind"), Weight: w})
	}
	return out, nil
}

// weight reads the column of that name; empty is 1.
func weight(r seeds.Row) (float64, error) {
	s := r.Get("weight")
	if s == "" {
		return 1, nil
	}
	w, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0, r.Errorf("weight %q is no number", s)
	}
	return w, nil
}

// list splits a column of several values, which '|' separates.
func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}
