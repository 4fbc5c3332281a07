package main

import (
	"github.com/urfave/cli/v2"

	"jikenbo/etl/warehouse"
)

func rejectsCommand(std streams) *cli.Command {
	return &cli.Command{
		Name:  "rejects",
		Usage: "list the input that could not be taken, and why",
		UsageText: `jikenbo rejects [--db FILE] [--format table|json|csv|markdown]

Examples:
  jikenbo rejects                                  path, reason code, a sentence, and the run that met it first
  jikenbo rejects --db w.duckdb --format csv > rejects.csv`,
		Flags:  []cli.Flag{dbFlag(), waitFlag(), formatFlag()},
		Action: func(c *cli.Context) error { return runRejects(c, std) },
	}
}

func runRejects(c *cli.Context, std streams) error {
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
	r, err := db.Rejects(c.Context)
	if err != nil {
		return err
	}
	return warehouse.Write(std.out, r, format)
}
