package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"jikenbo/reports"
)

func reportCommand(std streams) *cli.Command {
	return &cli.Command{
		Name:  "report",
		Usage: "write the dashboards: a site that opens without a network",
		UsageText: `jikenbo report [--db FILE] [--out DIR] [--lang ja|en]

Examples:
  jikenbo report --out site && open site/index.html
  jikenbo report --lang en --out site-en`,
		Flags: []cli.Flag{
			dbFlag(), waitFlag(),
			&cli.StringFlag{Name: "out", Value: "site", EnvVars: []string{"JIKENBO_OUT"}, Usage: "the `DIR` to write, replaced as a whole"},
			&cli.StringFlag{Name: "lang", Value: "ja", EnvVars: []string{"JIKENBO_LANG"}, Usage: "ja or en"},
		},
		Action: func(c *cli.Context) error { return runReport(c, std) },
	}
}

func runReport(c *cli.Context, std streams) error {
	if l := c.String("lang"); l != "ja" && l != "en" {
		return misuse{fmt.Sprintf("no language %q: ja or en", printable(l))}
	}
	if err := noArguments(c); err != nil {
		return err
	}
	unindexed := indexSimilar(c, std.err)
	db, err := openToRead(c)
	if err != nil {
		return err
	}
	defer db.Close()
	if unindexed != nil {
		fmt.Fprintf(std.err, "note: the pages may lack similar incidents: %s\n", oneLine(unindexed.Error()))
	}
	s, err := reports.Write(c.Context, db, reports.Options{Out: c.String("out"), Lang: c.String("lang")})
	if err != nil {
		return err
	}
	fmt.Fprintf(std.out, "wrote %s: %d pages, %d incidents\n", s.Index, s.Pages, s.Incidents)
	return nil
}
