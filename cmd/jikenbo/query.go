package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"jikenbo/etl/warehouse"
)

func formatFlag() *cli.StringFlag {
	return &cli.StringFlag{Name: "format", Aliases: []string{"f"}, Value: "table", EnvVars: []string{"JIKENBO_FORMAT"}, Usage: "table, json, csv or markdown"}
}

func queryCommand(std streams) *cli.Command {
	return &cli.Command{
		Name:      "query",
		Usage:     "ask the warehouse in SQL, read-only",
		ArgsUsage: "SQL (or SQL on standard input)",
		UsageText: `jikenbo query [--db FILE] [--format table|json|csv|markdown] SQL

Examples:
  jikenbo query 'from incident_wide limit 5'
  jikenbo query --format csv 'from records_by_sector' > records.csv
  echo 'select count(*) from incident' | jikenbo query --format json`,
		Flags:  []cli.Flag{dbFlag(), waitFlag(), formatFlag()},
		Action: func(c *cli.Context) error { return runQuery(c, std) },
	}
}

func runQuery(c *cli.Context, std streams) error {
	format, err := checkFormat(c)
	if err != nil {
		return err
	}
	sql, err := sqlOf(c, std.in)
	if err != nil {
		return err
	}
	db, err := openToRead(c)
	if err != nil {
		return err
	}
	defer db.Close()
	r, err := db.Query(c.Context, sql)
	if err != nil {
		return err
	}
	return warehouse.Write(std.out, r, format)
}

// sqlOf takes the SQL from the arguments, else from standard input.
func sqlOf(c *cli.Context, in io.Reader) (string, error) {
	sql := strings.Join(c.Args().Slice(), " ")
	if sql == "-" || sql == "" && !isTerminal(in) {
		b, err := io.ReadAll(in)
		if err != nil {
			return "", fmt.Errorf("read SQL from standard input: %w", err)
		}
		sql = string(b)
	}
	if strings.TrimSpace(sql) == "" {
		return "", misuse{"query needs SQL, as an argument or on standard input; try: jikenbo query 'from incident_wide limit 5'"}
	}
	return sql, nil
}

func openToRead(c *cli.Context) (*warehouse.DB, error) {
	return warehouse.Open(c.Context, c.String("db"), warehouse.Options{ReadOnly: true, Wait: c.Duration("wait")})
}

func checkFormat(c *cli.Context) (string, error) {
	switch f := c.String("format"); f {
	case "table", "json", "csv", "markdown":
		return f, nil
	default:
		return "", misuse{fmt.Sprintf("no format %q: table, json, csv or markdown", printable(f))}
	}
}
