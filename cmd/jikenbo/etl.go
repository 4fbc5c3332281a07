package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/urfave/cli/v2"

	"jikenbo/etl"
	"jikenbo/etl/warehouse"
)

func etlCommand(std streams) *cli.Command {
	return &cli.Command{
		Name:      "etl",
		Usage:     "read notices, extract their facts, load the warehouse, build the metrics, run the checks",
		ArgsUsage: "PATH… (files, folders, archives, - for standard input)",
		UsageText: "jikenbo etl [--db FILE] PATH…\n\nExamples:\n  jikenbo etl notices/                         every file below a folder\n  jikenbo etl --db w.duckdb page1.txt feed.xml  any format, recognised by content\n  gzip -dc dump.txt.gz | jikenbo etl -          standard input\n  jikenbo etl --prune notices/                  also take out what came from files that are gone\n\nExit codes: 0 done, 1 failed, 2 misused, 3 loaded but some input was rejected (jikenbo rejects).",
		Flags: []cli.Flag{
			dbFlag(), waitFlag(),
			&cli.BoolFlag{Name: "prune", Usage: "take out what came from files that are gone"},
			&cli.BoolFlag{Name: "dry-run", Usage: "say what would happen and write nothing"},
			&cli.BoolFlag{Name: "full-refresh", Usage: "load everything again from scratch"},
			&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "no table at the end"},
		},
		Action: func(c *cli.Context) error { return runETL(c, std) },
	}
}

func runETL(c *cli.Context, std streams) error {
	if c.NArg() == 0 {
		return misuse{"etl needs at least one PATH: a file, a folder, or - for standard input; jikenbo etl --help shows examples"}
	}
	o := etl.Options{
		DB: c.String("db"), Wait: c.Duration("wait"), Paths: c.Args().Slice(), Stdin: std.in,
		Prune: c.Bool("prune"), DryRun: c.Bool("dry-run"), FullRefresh: c.Bool("full-refresh"),
		ToolVersion: version, Now: time.Now,
	}
	bar := newProgress(std.err)
	o.Progress = bar.set
	s, err := etl.Run(c.Context, o)
	bar.close()
	if err != nil {
		return err
	}
	for _, r := range s.Rejects {
		fmt.Fprintf(std.err, "rejected %s: %s (%s)\n", printable(r.Path), printable(r.Reason), r.Code)
	}
	if !c.Bool("quiet") {
		printSummary(std.out, s, o.DryRun)
	}
	for _, f := range s.Findings {
		fmt.Fprintf(std.err, "check %s %s: %s: %d (jikenbo check shows them)\n", f.Check, f.Severity, f.Title, f.Offenders)
	}
	switch {
	case failed(s.Findings):
		return fmt.Errorf("check the warehouse: a check failed, so the figures cannot be trusted; jikenbo check shows what")
	case len(s.Rejects) > 0:
		return errRejected
	}
	return nil
}

func failed(fs []warehouse.Finding) bool {
	for _, f := range fs {
		if f.Severity == warehouse.Fail {
			return true
		}
	}
	return false
}

// printSummary writes the short table at the end of a load.
func printSummary(w io.Writer, s etl.Summary, dry bool) {
	if dry {
		fmt.Fprintln(w, "dry run: nothing was written")
	}
	fmt.Fprintf(w, "documents  seen %d, loaded %d (inserted %d, updated %d), unchanged %d, removed %d, rejected %d\n",
		s.Seen, s.Loaded(), s.Inserted, s.Updated, s.Unchanged, s.Removed, s.Rejected)
	fmt.Fprintf(w, "posts      %d\n", s.Posts)
	fmt.Fprintf(w, "incidents  %d\n", s.Incidents)
	if s.Incidents == 0 {
		return
	}
	fmt.Fprintf(w, "\n%-24s %9s %6s\n", "fact", "incidents", "share")
	for _, c := range s.Coverage {
		share := 100 * float64(c.Stated) / float64(max(c.OfTotals, 1))
		fmt.Fprintf(w, "%-24s %9d %5.0f%% %s\n", c.Fact, c.Stated, share, strings.Repeat("▪", int(share/10+0.5)))
	}
}

// progress shows how many bytes are read, on a terminal alone.
type progress struct{ bar *progressbar.ProgressBar }

func newProgress(w io.Writer) progress {
	if !isTerminal(w) {
		return progress{}
	}
	return progress{progressbar.NewOptions64(-1, progressbar.OptionSetWriter(w), progressbar.OptionShowBytes(true),
		progressbar.OptionSetDescription("reading"), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())}
}

func (p progress) set(done, total int64) {
	if p.bar == nil {
		return
	}
	if total > 0 && p.bar.GetMax64() != total {
		p.bar.ChangeMax64(total)
	}
	p.bar.Set64(done)
}

func (p progress) close() {
	if p.bar != nil {
		p.bar.Finish()
	}
}
