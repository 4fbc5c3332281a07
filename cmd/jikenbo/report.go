package main

import (
	"fmt"
	"os/exec"
	"runtime"

	"github.com/urfave/cli/v2"

	"jikenbo/reports"
)

func reportCommand(std streams) *cli.Command {
	return &cli.Command{
		Name:  "report",
		Usage: "write the dashboards: a site that opens without a network",
		UsageText: `jikenbo report [--db FILE] [--out DIR] [--lang ja|en] [--single-file] [--incident-pages N] [--open]

Examples:
  jikenbo report --out site && open site/index.html
  jikenbo report --lang en --out site-en
  jikenbo report --single-file --out casebook    one file, casebook.html, to mail
  jikenbo report --incident-pages 100            files for the newest 100; the rest open on demand
  jikenbo report --open                          and show it in the browser`,
		Flags: []cli.Flag{
			dbFlag(), waitFlag(),
			&cli.StringFlag{Name: "out", Value: "site", EnvVars: []string{"JIKENBO_OUT"}, Usage: "the `DIR` to write, replaced as a whole"},
			&cli.StringFlag{Name: "lang", Value: "ja", EnvVars: []string{"JIKENBO_LANG"}, Usage: "ja or en"},
			&cli.BoolFlag{Name: "single-file", Usage: "everything in one HTML file, DIR.html, for mailing"},
			&cli.IntFlag{Name: "incident-pages", Value: reports.DefaultPages, Usage: "write a page of their own for the newest `N` incidents"},
			&cli.BoolFlag{Name: "open", Usage: "open the site in the browser"},
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
	if c.Int("incident-pages") < 0 {
		return misuse{fmt.Sprintf("--incident-pages %d: not fewer than none", c.Int("incident-pages"))}
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
	s, err := reports.Write(c.Context, db, reportOptions(c))
	if err != nil {
		return err
	}
	fmt.Fprintf(std.out, "wrote %s: %d pages, %d incidents\n", s.Index, s.Pages, s.Incidents)
	if c.Bool("open") {
		return openInBrowser(s.Index)
	}
	return nil
}

func reportOptions(c *cli.Context) reports.Options {
	pages := c.Int("incident-pages")
	if pages == 0 {
		pages = -1 // reports takes 0 for its default
	}
	return reports.Options{Out: c.String("out"), Lang: c.String("lang"), SingleFile: c.Bool("single-file"), Pages: pages}
}

// openInBrowser shows a page in the browser that the system opens pages with.
func openInBrowser(page string) error {
	opener := map[string]string{"darwin": "open", "windows": "explorer"}[runtime.GOOS]
	if opener == "" {
		opener = "xdg-open"
	}
	if err := exec.Command(opener, page).Start(); err != nil {
		return fmt.Errorf("open %s: %w: open it in a browser by hand", page, err)
	}
	return nil
}
