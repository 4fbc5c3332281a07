package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"

	"github.com/urfave/cli/v2"

	"jikenbo/etl/evaluate"
)

func evaluateCommand(std streams) *cli.Command {
	return &cli.Command{
		Name:  "evaluate",
		Usage: "score the warehouse against labels that people made by reading",
		UsageText: `jikenbo evaluate [--db FILE] --gold FILE [--misses] [--json]

Labels are JSON Lines, one object per post: doc (the beginning of the file's name), ordinal, kind, case_number, title,
organizations, sector, cause, records_affected, data_categories, occurred_on …, timeline. Null: the notice does not say.
KEY_alternatives holds other right values. Shown per field: n, the share that is right (unknown where it should be
counts as right) with its 95 % interval (Wilson), and precision, recall and F1 of the values.

Examples:
  jikenbo evaluate --gold labels.jsonl
  jikenbo evaluate --gold labels.jsonl --misses        each miss with the sentence that was read
  jikenbo evaluate --gold labels.jsonl --json | jq '.fields[] | select(.f1 < 0.9)'`,
		Flags: []cli.Flag{
			dbFlag(), waitFlag(),
			&cli.StringFlag{Name: "gold", Usage: "the `FILE` of labels"},
			&cli.BoolFlag{Name: "misses", Usage: "list the misses"},
			&cli.BoolFlag{Name: "json", Usage: "write JSON"},
		},
		Action: func(c *cli.Context) error { return runEvaluate(c, std) },
	}
}

func runEvaluate(c *cli.Context, std streams) error {
	if err := noArguments(c); err != nil {
		return err
	}
	if c.String("gold") == "" {
		return misuse{"evaluate needs --gold FILE, the labels; jikenbo evaluate --help shows examples"}
	}
	db, err := openToRead(c)
	if err != nil {
		return err
	}
	defer db.Close()
	r, err := evaluate.Run(c.Context, db, c.String("gold"))
	if err != nil {
		return err
	}
	if !c.Bool("misses") {
		r.Misses = nil
	}
	if c.Bool("json") {
		return writeScores(std.out, r)
	}
	printScores(std.out, r)
	return nil
}

func printScores(w io.Writer, r evaluate.Report) {
	fmt.Fprintf(w, "%d labels, %d of them of posts that are not in the database\n\n", r.Labels, r.NotFound)
	fmt.Fprintf(w, "%-24s %5s %6s %-13s %9s %6s %6s\n", "field", "n", "right", "95% interval", "precision", "recall", "F1")
	for _, s := range r.Scores {
		share, low, high := s.Agreement()
		fmt.Fprintf(w, "%-24s %5d %6s %-13s %9s %6s %6s\n", s.Field, s.N, rate(share), rate(low)+"-"+rate(high), rate(s.Precision()), rate(s.Recall()), rate(s.F1()))
	}
	for _, m := range r.Misses {
		fmt.Fprintf(w, "\n%s  %s/%s %s\n  got  %s\n  want %s\n", m.Field, oneLine(m.Doc), m.Ordinal, oneLine(m.IncidentID), oneLine(or(m.Got, "nothing")), oneLine(or(m.Want, "nothing")))
		if m.Sentence != "" {
			fmt.Fprintf(w, "  read %s\n", oneLine(around(m.Sentence, 0)))
		}
	}
}

// rate writes a share; - where there is nothing to share.
func rate(f float64) string {
	if math.IsNaN(f) {
		return "-"
	}
	return fmt.Sprintf("%.3f", f)
}

// number is a share for JSON, which knows no NaN.
func number(f float64) any {
	if math.IsNaN(f) {
		return nil
	}
	return math.Round(f*10000) / 10000
}

func writeScores(w io.Writer, r evaluate.Report) error {
	fields := []map[string]any{}
	for _, s := range r.Scores {
		share, low, high := s.Agreement()
		fields = append(fields, map[string]any{"field": s.Field, "n": s.N, "right": s.Agree, "share": number(share), "low": number(low), "high": number(high),
			"precision": number(s.Precision()), "recall": number(s.Recall()), "f1": number(s.F1())})
	}
	misses := []map[string]any{}
	for _, m := range r.Misses {
		misses = append(misses, map[string]any{"field": m.Field, "doc": m.Doc, "ordinal": m.Ordinal, "incident_id": null(m.IncidentID),
			"got": null(m.Got), "want": null(m.Want), "sentence": null(m.Sentence)})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(map[string]any{"labels": r.Labels, "not_found": r.NotFound, "fields": fields, "misses": misses})
}
