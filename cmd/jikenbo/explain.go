package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"jikenbo/etl/warehouse"
)

func explainCommand(std streams) *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     "show why: the words behind an incident's facts, or the incidents behind a figure",
		ArgsUsage: "INCIDENT | METRIC",
		UsageText: `jikenbo explain [--db FILE] [--format text|table|json|csv|markdown] INCIDENT
jikenbo explain [--db FILE] [--format …] [--where CONDITION] METRIC

Of an incident every reading is shown with its sentence, its bytes in the post, its rule and its confidence: the ones
that won, those that agree (=), and those that lost (-), with the reason, and what analysts corrected (*).
Of a metric the incidents are listed that its figures count; --where picks rows of the metric.

Examples:
  jikenbo explain 2024-019
  jikenbo explain --format csv 2024-019 > why.csv
  jikenbo explain records_by_sector --where "sector_code = 'P'"
  jikenbo explain incidents_by_month --where "month_start = '2024-05-01' and cause_group = 'external_attack'"`,
		Flags: []cli.Flag{
			dbFlag(), waitFlag(),
			&cli.StringFlag{Name: "where", Usage: "of a metric: only the rows that meet the SQL `CONDITION`"},
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Value: "text", EnvVars: []string{"JIKENBO_FORMAT"}, Usage: "text, table, json, csv or markdown"},
		},
		Action: func(c *cli.Context) error { return runExplain(c, std) },
	}
}

func runExplain(c *cli.Context, std streams) error {
	if c.String("format") != "text" {
		if _, err := checkFormat(c); err != nil {
			return err
		}
	}
	if c.NArg() != 1 {
		return misuse{"explain needs one INCIDENT or METRIC; jikenbo explain --help shows examples"}
	}
	figures, err := warehouse.Figures()
	if err != nil {
		return err
	}
	db, err := openToRead(c)
	if err != nil {
		return err
	}
	defer db.Close()
	name := c.Args().First()
	switch {
	case slices.Contains(figures, name):
		return explainFigure(c, std, db, name)
	case c.String("where") != "":
		return misuse{fmt.Sprintf("--where picks rows of a metric, and %q is none; there are: %s", oneLine(name), strings.Join(figures, ", "))}
	}
	return explainIncident(c, std, db, name, figures)
}

func explainFigure(c *cli.Context, std streams, db *warehouse.DB, metric string) error {
	r, err := db.ExplainFigure(c.Context, metric, c.String("where"))
	if err != nil {
		return err
	}
	format := c.String("format")
	if format == "text" {
		format = "table"
	}
	return warehouse.Write(std.out, r, format)
}

func explainIncident(c *cli.Context, std streams, db *warehouse.DB, id string, figures []string) error {
	r, err := db.Explain(c.Context, id)
	if errors.Is(err, warehouse.ErrNoIncident) {
		return fmt.Errorf("%w, and no metric of that name; jikenbo query 'select incident_id, title from incident' lists incidents; metrics are: %s",
			err, strings.Join(figures, ", "))
	}
	if err != nil {
		return err
	}
	if format := c.String("format"); format != "text" {
		return warehouse.Write(std.out, r, format)
	}
	head, err := db.Headline(c.Context, id)
	if err != nil {
		return err
	}
	printHeadline(std.out, head.Record(0))
	for i := range r.Rows {
		field := ""
		if i > 0 {
			field = r.Record(i - 1)["field"]
		}
		printReading(std.out, r.Record(i), field)
	}
	return nil
}

func printHeadline(w io.Writer, h map[string]string) {
	fmt.Fprintf(w, "%s  %s\n", oneLine(h["incident_id"]), oneLine(h["title"]))
	for _, k := range []string{"organization", "path", "url"} {
		if h[k] != "" {
			fmt.Fprintf(w, "  %s\n", oneLine(h[k]))
		}
	}
}

// marks stand before the value of a reading.
var marks = map[string]string{"won": "+", "agrees": "=", "event": "=", "lost": "-", "corrected": "*"}

// printReading writes one reading, with the name of its field where it is another
// than that of the one before.
func printReading(w io.Writer, r map[string]string, before string) {
	if r["field"] != before {
		fmt.Fprintf(w, "\n%s\n", oneLine(r["field"]))
	}
	value := r["value"]
	if value == "" {
		value = "unknown"
	}
	fmt.Fprintf(w, "  %s %s  (%s)\n", marks[r["outcome"]], oneLine(value), oneLine(r["because"]))
	if r["quote"] == "" {
		return
	}
	at := strings.Index(r["sentence"], r["quote"])
	fmt.Fprintf(w, "      %s\n", oneLine(around(strings.TrimSpace(r["sentence"]), max(0, min(at, len(strings.TrimSpace(r["sentence"])))))))
	fmt.Fprintf(w, "      words %q at bytes %s-%s of %s, rule %s, confidence %s, weight %s\n",
		oneLine(r["quote"]), r["start_offset"], r["end_offset"], oneLine(r["post_id"]), oneLine(r["rule"]), r["confidence"], r["weight"])
}
