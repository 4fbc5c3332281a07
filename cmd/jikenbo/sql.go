package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"jikenbo/etl/warehouse"
	"jikenbo/sql/cookbook"
)

func sqlCommand(std streams) *cli.Command {
	return &cli.Command{
		Name:      "sql",
		Usage:     "list the queries of the cookbook, or run one",
		ArgsUsage: "[NAME [VARIABLE=VALUE…]]",
		UsageText: `jikenbo sql [--format table|json|csv|markdown]
jikenbo sql [--db FILE] [--format table|json|csv|markdown] NAME [VARIABLE=VALUE…]
jikenbo sql --show NAME

Examples:
  jikenbo sql                                      what there is
  jikenbo sql slowest_disclosures
  jikenbo sql notices_with_word word=ランサムウェア
  jikenbo sql --show contractors                   the SQL, to change and ask again with jikenbo query`,
		Flags: []cli.Flag{
			dbFlag(), waitFlag(), formatFlag(),
			&cli.BoolFlag{Name: "show", Usage: "print the SQL and do not run it"},
		},
		Action: func(c *cli.Context) error { return runSQL(c, std) },
	}
}

func runSQL(c *cli.Context, std streams) error {
	format, err := checkFormat(c)
	if err != nil {
		return err
	}
	all, err := cookbook.All()
	if err != nil {
		return err
	}
	if c.NArg() == 0 {
		return warehouse.Write(std.out, cookbookResult(all), format)
	}
	q, err := queryOf(all, c.Args().First())
	if err != nil {
		return err
	}
	if c.Bool("show") {
		_, err := fmt.Fprint(std.out, q.SQL)
		return err
	}
	set, err := setVariables(q, c.Args().Tail())
	if err != nil {
		return err
	}
	db, err := openToRead(c)
	if err != nil {
		return err
	}
	defer db.Close()
	r, err := db.Query(c.Context, set+q.SQL)
	if err != nil {
		return fmt.Errorf("run sql/cookbook/%s.sql: %w", q.Name, err)
	}
	return warehouse.Write(std.out, r, format)
}

func cookbookResult(all []cookbook.Query) *warehouse.Result {
	r := &warehouse.Result{Columns: []string{"name", "title_ja", "title_en", "variables"}, Types: []string{"VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR"}}
	for _, q := range all {
		r.Rows = append(r.Rows, []any{q.Name, q.TitleJA, q.TitleEN, strings.Join(q.Variables, " ")})
	}
	return r
}

func queryOf(all []cookbook.Query, name string) (cookbook.Query, error) {
	name = strings.TrimSuffix(name, ".sql")
	near := ""
	for _, q := range all {
		if q.Name == name {
			return q, nil
		}
		if near == "" && (strings.Contains(q.Name, name) || distance(q.Name, name) <= 3) {
			near = fmt.Sprintf(", did you mean %q?", q.Name)
		}
	}
	return cookbook.Query{}, misuse{fmt.Sprintf("no query %q%s; jikenbo sql lists them", oneLine(name), near)}
}

var variableName = regexp.MustCompile(`^\w+$`)

// setVariables is the SQL that sets the variables which a query asks for.
func setVariables(q cookbook.Query, args []string) (string, error) {
	var set strings.Builder
	for _, a := range args {
		name, value, ok := strings.Cut(a, "=")
		if !ok || !variableName.MatchString(name) {
			return "", misuse{fmt.Sprintf("%q sets no variable: write NAME=VALUE", oneLine(a))}
		}
		if !slices.Contains(q.Variables, name) {
			return "", misuse{fmt.Sprintf("%s asks for no variable %q: %s", q.Name, name, or(strings.Join(q.Variables, ", "), "it has none"))}
		}
		fmt.Fprintf(&set, "set variable %s = '%s'; ", name, strings.ReplaceAll(value, "'", "''"))
	}
	return set.String(), nil
}
