package main

import (
	"fmt"
	"io"
	"math"
	"os"

	"github.com/urfave/cli/v2"

	"jikenbo/etl/warehouse"
)

func reviewCommand(std streams) *cli.Command {
	return &cli.Command{
		Name:  "review",
		Usage: "list what deserves a look by a person, what changes the figures most first",
		UsageText: `jikenbo review [--db FILE] [--limit N] [--out FILE.csv] [--format text|table|json|csv|markdown]

Readings of low confidence, readings that compete, missing core facts, dates in an order that cannot be, unknown causes
and sectors, corrections that conflict or whose incident is gone. What a correction has settled is no longer listed.

Examples:
  jikenbo review                         the first twenty
  jikenbo review --out review.csv        the whole queue, for a spreadsheet
  jikenbo explain 2024-019               then look why, and correct it: jikenbo etl --help
  jikenbo query 'select reason, count(*) from review_queue group by all'`,
		Flags: []cli.Flag{
			dbFlag(), waitFlag(),
			&cli.StringFlag{Name: "out", Usage: "write the whole queue into `FILE` as CSV"},
			&cli.IntFlag{Name: "limit", Aliases: []string{"n"}, Value: 20, Usage: "list at most `N`; 0: all"},
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Value: "text", EnvVars: []string{"JIKENBO_FORMAT"}, Usage: "text, table, json, csv or markdown"},
		},
		Action: func(c *cli.Context) error { return runReview(c, std) },
	}
}

func runReview(c *cli.Context, std streams) error {
	if c.String("format") != "text" {
		if _, err := checkFormat(c); err != nil {
			return err
		}
	}
	if c.Int("limit") < 0 {
		return misuse{fmt.Sprintf("no limit %d: 0 or more", c.Int("limit"))}
	}
	if err := noArguments(c); err != nil {
		return err
	}
	db, err := openToRead(c)
	if err != nil {
		return err
	}
	defer db.Close()
	limit := c.Int("limit")
	if limit == 0 || c.String("out") != "" {
		limit = math.MaxInt32
	}
	r, total, err := db.Review(c.Context, limit)
	if err != nil {
		return err
	}
	switch {
	case c.String("out") != "":
		if err := writeTo(c.String("out"), r); err != nil {
			return err
		}
		fmt.Fprintf(std.out, "wrote %s: %d rows\n", c.String("out"), total)
		return nil
	case c.String("format") != "text":
		return warehouse.Write(std.out, r, c.String("format"))
	}
	printReview(std.out, r, total)
	return nil
}

// writeTo writes a result as CSV into a file.
func writeTo(path string, r *warehouse.Result) error {
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write review: %w", err)
	}
	if err := warehouse.Write(f, r, "csv"); err != nil {
		f.Close()
		return fmt.Errorf("write review %s: %w", path, err)
	}
	return f.Close()
}

func printReview(w io.Writer, r *warehouse.Result, total int) {
	for i := range r.Rows {
		x := r.Record(i)
		fmt.Fprintf(w, "%3s  %s  %s: %s (%s)\n", x["place"], oneLine(x["incident_id"]), x["field"], oneLine(or(x["value"], "unknown")), x["reason"])
		fmt.Fprintf(w, "     %s\n", oneLine(around(x["title"], 0)))
		fmt.Fprintf(w, "     %s; in %s\n", oneLine(x["what"]), x["figures"])
		if x["quote"] != "" {
			fmt.Fprintf(w, "     「%s」\n", oneLine(around(x["quote"], 0)))
		}
	}
	fmt.Fprintf(w, "%d of %d; jikenbo explain INCIDENT shows why, jikenbo etl --corrections FILE corrects\n", len(r.Rows), total)
}
