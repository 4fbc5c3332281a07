package main

import "github.com/urfave/cli/v2"

func rejectsCommand(std streams) *cli.Command {
	return &cli.Command{
		Name:      "rejects",
		Usage:     "list the input that could not be taken, and why",
		UsageText: "jikenbo rejects [--db FILE] [--format table|json|csv|markdown]",
		Flags:     []cli.Flag{dbFlag(), waitFlag(), formatFlag()},
		Action: func(c *cli.Context) error {
			format, err := checkFormat(c)
			if err != nil {
				return err
			}
			return ask(c, std.out, "select path, reason_code, reason, load_run_id from rejected_document order by load_run_id, path", format)
		},
	}
}
