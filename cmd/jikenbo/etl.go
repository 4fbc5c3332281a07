package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"jikenbo/etl"
	"jikenbo/etl/notice"
	"jikenbo/etl/warehouse"
)

func etlCommand(std streams) *cli.Command {
	return &cli.Command{
		Name:      "etl",
		Usage:     "read notices, extract their facts, load the warehouse, build the metrics, run the checks",
		ArgsUsage: "PATH… (files, folders, archives, - for standard input)",
		UsageText: `jikenbo etl [--db FILE] [--corrections FILE] PATH…

PATH is a file, a folder with all below it, a .zip or .gz of either, or - for standard input. Text dumps, saved
HTML pages, Atom and RSS feeds, Blogger exports and JSON Lines are known by their content, not by their names.
What was loaded before and has not changed is passed over, so a folder that grows can be loaded every day.

Examples:
  jikenbo etl notices/                            every file below a folder
  jikenbo etl --db w.duckdb page1.txt feed.xml    into another database than warehouse.duckdb
  curl -s https://example.jp/feed | jikenbo etl - from standard input
  jikenbo etl --dry-run notices/                  what would be loaded
  jikenbo etl --prune notices/                    also take out what came from files that are gone
  jikenbo etl --corrections corrections.csv       correct what was read wrong (PATHs may be left out)

Corrections are a CSV file with the header incident_id,field,value,note,by,on and one judgement a line:
  2024-019,records_affected,1234,the annex says so,Sato,2026-11-20     a column of incident; empty value: unknown
  2024-019,discovered_on,2024-05,,Sato,2026-11-20                      a date as precise as it is: 2024, 2024-05, 2024-05-07
  2024-019,data_category,-my_number,,Sato,2026-11-20                   - takes out, + adds; timeline_event likewise:
  2024-019,timeline_event,+2024-05-08 10:30 discovered 通報,,Sato,2026-11-20
  2024-020,merge,2024-019,the second report,Sato,2026-11-20            split,TITLE of a post: an incident of its own
Also organization, contractor, sector_code, prefecture. They stay in the database over reloads; the file given again
takes the place of what it gave before. One bad row, and none is taken. jikenbo query 'from correction_applied' shows
the old and new values and what became of each: applied, caught_up (now read so), conflicting, superseded, orphaned.

Exit codes: 0 done, 1 failed, 2 misused, 3 loaded but some input was rejected (jikenbo rejects).`,
		Flags: []cli.Flag{
			dbFlag(), waitFlag(),
			&cli.StringFlag{Name: "corrections", EnvVars: []string{"JIKENBO_CORRECTIONS"}, Usage: "take the corrections in the CSV `FILE`"},
			&cli.BoolFlag{Name: "prune", Usage: "take out what came from files that are gone"},
			&cli.BoolFlag{Name: "dry-run", Usage: "say what would happen and write nothing"},
			&cli.BoolFlag{Name: "full-refresh", Usage: "load everything again from scratch"},
			&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "no table at the end"},
		},
		Action: func(c *cli.Context) error { return runETL(c, std) },
	}
}

func runETL(c *cli.Context, std streams) error {
	switch {
	case c.NArg() > 0:
	case c.Bool("full-refresh"):
		return misuse{"etl --full-refresh needs the PATHs to load again: without them nothing would be left"}
	case c.String("corrections") == "":
		return misuse{"etl needs at least one PATH: a file, a folder, or - for standard input; jikenbo etl --help shows examples"}
	}
	o := etl.Options{
		DB: c.String("db"), Wait: c.Duration("wait"), Paths: c.Args().Slice(), Stdin: std.in, Corrections: c.String("corrections"),
		Prune: c.Bool("prune"), DryRun: c.Bool("dry-run"), FullRefresh: c.Bool("full-refresh"),
		ToolVersion: version, Now: time.Now,
	}
	s, err := load(c.Context, o, std.err)
	if err != nil {
		return err
	}
	printRejects(std.err, s.Rejects)
	if !c.Bool("quiet") {
		printSummary(std.out, s, o.DryRun)
	}
	for _, f := range s.Findings {
		fmt.Fprintf(std.err, "%s: %s: %d (jikenbo check)\n", f.Severity, f.Title, f.Offenders)
	}
	switch {
	case failed(s.Findings):
		return fmt.Errorf("check the warehouse: a check failed, so the figures cannot be trusted; jikenbo check shows what")
	case len(s.Rejects) > 0:
		return errRejected
	}
	return nil
}

// load runs the load, on a terminal with a bar that is gone when it returns.
func load(ctx context.Context, o etl.Options, w io.Writer) (etl.Summary, error) {
	if isTerminal(w) {
		bar := newProgress(w)
		defer bar.close()
		o.Progress = bar.set
	}
	return etl.Run(ctx, o)
}

func failed(fs []warehouse.Finding) bool {
	for _, f := range fs {
		if f.Severity == warehouse.Fail {
			return true
		}
	}
	return false
}

// printRejects writes a line for each reject, the first ones of many.
func printRejects(w io.Writer, rejects []notice.Reject) {
	const most = 20
	for i, r := range rejects {
		if i == most {
			fmt.Fprintf(w, "rejected %d more: jikenbo rejects lists them all\n", len(rejects)-most)
			return
		}
		fmt.Fprintf(w, "rejected %s: %s (%s)\n", oneLine(r.Path), oneLine(r.Reason), r.Code)
	}
}

// printSummary writes the short table at the end of a load.
func printSummary(w io.Writer, s etl.Summary, dry bool) {
	if dry {
		fmt.Fprintln(w, "dry run: nothing was written; a load would come to this")
	}
	fmt.Fprintf(w, "documents  seen %d, loaded %d (inserted %d, updated %d), unchanged %d, removed %d, rejected %d\n",
		s.Seen, s.Loaded(), s.Inserted, s.Updated, s.Unchanged, s.Removed, s.Rejected)
	if dry {
		fmt.Fprintf(w, "posts      %d in the documents to load\n", s.Posts)
		return
	}
	fmt.Fprintf(w, "posts      %d\n", s.Posts)
	fmt.Fprintf(w, "incidents  %d\n", s.Incidents)
	printCorrections(w, s.Corrections)
	if s.Incidents == 0 {
		return
	}
	fmt.Fprintf(w, "\n%-24s %9s %6s\n", "fact", "incidents", "share")
	for _, c := range s.Coverage {
		share := 100 * float64(c.Stated) / float64(max(c.OfTotals, 1))
		bar := strings.Repeat("▪", int(share/10+0.5))
		fmt.Fprintln(w, strings.TrimRight(fmt.Sprintf("%-24s %9d %5.0f%% %s", c.Fact, c.Stated, share, bar), " "))
	}
}

// printCorrections writes how many corrections there are, by what became of them.
func printCorrections(w io.Writer, states []warehouse.CorrectionState) {
	var parts []string
	for _, s := range states {
		parts = append(parts, fmt.Sprintf("%s %d", s.State, s.Count))
	}
	if len(parts) > 0 {
		fmt.Fprintf(w, "corrections  %s (from correction_applied)\n", strings.Join(parts, ", "))
	}
}
