package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"

	"jikenbo/etl/search"
	"jikenbo/etl/warehouse"
)

func searchCommand(std streams) *cli.Command {
	return &cli.Command{
		Name:      "search",
		Usage:     "find incidents by the words of their notices",
		ArgsUsage: "WORD…",
		UsageText: `jikenbo search [--db FILE] [--limit N] [--format text|table|json|csv|markdown] WORD…

Incidents that have more of the words come first, then the better match (BM25). A word finds its other forms and
spellings: 漏洩 finds 漏えい, 盗む finds 盗まれた. The first search after a load adds the new notices to the index,
for which it writes into the database.

Examples:
  jikenbo search "サポート詐欺 病院"
  jikenbo search --limit 100 --format csv 誤送信 BCC > bcc.csv`,
		Flags: []cli.Flag{
			dbFlag(), waitFlag(),
			&cli.IntFlag{Name: "limit", Aliases: []string{"n"}, Value: 20, Usage: "list at most `N` incidents"},
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Value: "text", EnvVars: []string{"JIKENBO_FORMAT"}, Usage: "text, table, json, csv or markdown"},
		},
		Action: func(c *cli.Context) error { return runSearch(c, std) },
	}
}

func runSearch(c *cli.Context, std streams) error {
	if c.String("format") != "text" {
		if _, err := checkFormat(c); err != nil {
			return err
		}
	}
	if c.Int("limit") < 1 {
		return misuse{fmt.Sprintf("no limit %d: 1 or more", c.Int("limit"))}
	}
	o, done := searchOptions(c, std.err)
	found, err := search.Find(c.Context, o, strings.Join(c.Args().Slice(), " "), c.Int("limit"))
	done()
	if errors.Is(err, search.ErrNothingAsked) {
		return misuse{err.Error()}
	}
	if err != nil {
		return err
	}
	for _, n := range found.Notes {
		fmt.Fprintf(std.err, "note: %s\n", oneLine(n))
	}
	if format := c.String("format"); format != "text" {
		return warehouse.Write(std.out, hitsResult(found.Hits), format)
	}
	printHits(std.out, found.Hits)
	return nil
}

// searchOptions are those of a search, or of its index. On a terminal a line tells
// how far the index is, which done takes away.
func searchOptions(c *cli.Context, w io.Writer) (o search.Options, done func()) {
	o = search.Options{DB: c.String("db"), Wait: c.Duration("wait")}
	if !isTerminal(w) {
		return o, func() {}
	}
	o.Progress = func(done, total int) { fmt.Fprintf(w, "\rindexing notices for the search: %d of %d", done, total) }
	return o, func() { fmt.Fprint(w, "\r\x1b[K") }
}

// indexSimilar finds the similar incidents that the pages show, as far as they are
// not known.
func indexSimilar(c *cli.Context, w io.Writer) error {
	o, done := searchOptions(c, w)
	defer done()
	return search.Index(c.Context, o)
}

// printHits lists incidents for a person to read.
func printHits(w io.Writer, hits []search.Hit) {
	if len(hits) == 0 {
		fmt.Fprintln(w, "no incident has these words")
	}
	for i, h := range hits {
		fmt.Fprintf(w, "%2d  %s  %s  (%s, score %.2f)\n", i+1, or(h.On, "no date"), or(oneLine(h.Organization), "organization not known"), oneLine(h.IncidentID), h.Score)
		fmt.Fprintf(w, "    %s\n", oneLine(h.Title))
		fmt.Fprintf(w, "    %s\n", oneLine(around(h.Sentence, h.At)))
	}
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// around cuts a long sentence to what stands around the byte at.
func around(s string, at int) string {
	const before, longest = 30, 120 // characters
	if utf8.RuneCountInString(s) <= longest {
		return s
	}
	runes := []rune(s)
	from := max(0, min(utf8.RuneCountInString(s[:at])-before, len(runes)-longest))
	to := min(len(runes), from+longest)
	cut := string(runes[from:to])
	if from > 0 {
		cut = "…" + cut
	}
	if to < len(runes) {
		cut += "…"
	}
	return cut
}

// hitsResult makes a table of incidents, with whole sentences.
func hitsResult(hits []search.Hit) *warehouse.Result {
	r := &warehouse.Result{
		Columns: []string{"incident_id", "score", "words_found", "date", "organization", "title", "sentence"},
		Types:   []string{"VARCHAR", "DOUBLE", "BIGINT", "VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR"},
	}
	for _, h := range hits {
		r.Rows = append(r.Rows, []any{h.IncidentID, h.Score, int64(h.WordsFound), null(h.On), null(h.Organization), h.Title, h.Sentence})
	}
	return r
}

func null(s string) any {
	if s == "" {
		return nil
	}
	return s
}
