package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/urfave/cli/v2"

	"jikenbo/etl/warehouse"
)

func schemaCommand(std streams) *cli.Command {
	return &cli.Command{
		Name:      "schema",
		Usage:     "print tables, views, columns and macros with what they mean",
		ArgsUsage: "[NAME…]",
		UsageText: `jikenbo schema [--db FILE] [--format text|markdown|mermaid] [NAME…]

Where there is no database yet, the schema is that of an empty one.

Examples:
  jikenbo schema incident evidence
  jikenbo schema --format markdown > schema.md
  jikenbo schema --format mermaid > schema.mmd     an entity relationship diagram`,
		Flags: []cli.Flag{
			dbFlag(), waitFlag(),
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Value: "text", Usage: "text, markdown or mermaid"},
		},
		Action: func(c *cli.Context) error { return runSchema(c, std) },
	}
}

func runSchema(c *cli.Context, std streams) error {
	format := c.String("format")
	switch format {
	case "text", "markdown", "mermaid":
	default:
		return misuse{fmt.Sprintf("no format %q: text, markdown or mermaid", printable(format))}
	}
	s, err := schemaOf(c)
	if err != nil {
		return err
	}
	if c.NArg() > 0 {
		if s, err = s.Only(c.Args().Slice()...); err != nil {
			return misuse{oneLine(err.Error()) + "; jikenbo schema lists them"}
		}
	}
	return warehouse.WriteSchema(std.out, s, format)
}

// schemaOf reads the schema of the database, or of an empty one where there is none.
func schemaOf(c *cli.Context) (warehouse.Schema, error) {
	if _, err := os.Stat(c.String("db")); errors.Is(err, fs.ErrNotExist) {
		return warehouse.EmptySchema(c.Context)
	}
	db, err := openToRead(c)
	if err != nil {
		return warehouse.Schema{}, err
	}
	defer db.Close()
	return db.Schema(c.Context)
}
