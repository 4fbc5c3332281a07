package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"jikenbo/etl/warehouse"
)

func checkCommand(std streams) *cli.Command {
	return &cli.Command{
		Name:  "check",
		Usage: "run the checks on the warehouse and show what they find",
		UsageText: `jikenbo check [--db FILE] [--format table|json|csv|markdown]

Examples:
  jikenbo check                            every check that found something, with the first offenders
  jikenbo check --db w.duckdb --format json

Exit code 1 when a check of severity fail finds anything; a warning is shown and is none.`,
		Flags:  []cli.Flag{dbFlag(), waitFlag(), formatFlag()},
		Action: func(c *cli.Context) error { return runCheck(c, std) },
	}
}

func runCheck(c *cli.Context, std streams) error {
	format, err := checkFormat(c)
	if err == nil {
		err = noArguments(c)
	}
	if err != nil {
		return err
	}
	db, err := openToRead(c)
	if err != nil {
		return err
	}
	defer db.Close()
	found, err := db.Check(c.Context)
	if err != nil {
		return err
	}
	if format != "table" {
		if err := warehouse.Write(std.out, findingsResult(found), format); err != nil {
			return err
		}
	} else if err := printFindings(std, found); err != nil {
		return err
	}
	if failed(found) {
		return fmt.Errorf("check %s: a check failed", c.String("db"))
	}
	return nil
}

func printFindings(std streams, found []warehouse.Finding) error {
	if len(found) == 0 {
		fmt.Fprintln(std.out, "all checks passed")
	}
	for _, f := range found {
		fmt.Fprintf(std.out, "%s %s: %s: %d\n", f.Severity, f.Check, f.Title, f.Offenders)
		if err := warehouse.Write(std.out, f.Examples, "table"); err != nil {
			return err
		}
	}
	return nil
}

// findingsResult makes one table of the findings, for the formats that machines read.
func findingsResult(found []warehouse.Finding) *warehouse.Result {
	r := &warehouse.Result{Columns: []string{"check", "severity", "title", "offenders"}, Types: []string{"VARCHAR", "VARCHAR", "VARCHAR", "BIGINT"}}
	for _, f := range found {
		r.Rows = append(r.Rows, []any{f.Check, f.Severity, f.Title, int64(f.Offenders)})
	}
	return r
}
