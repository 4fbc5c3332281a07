package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"
)

// Exit codes, which scripts rely on.
const (
	exitDone     = 0
	exitFailed   = 1
	exitMisused  = 2
	exitRejected = 3 // loaded, but some input was rejected
)

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// misuse is an error of the command line itself.
type misuse struct{ msg string }

func (m misuse) Error() string { return m.msg }

// rejected says that all went well but for the input that was put aside.
var errRejected = errors.New("some input was rejected")

// run is the program: arguments and streams in, exit code out.
func run(ctx context.Context, args []string, std streams) int {
	app := newApp(std)
	args, err := flagsFirst(app, args)
	if err == nil {
		err = app.RunContext(ctx, args)
	}
	return exitCode(err, std.err)
}

// exitCode prints an error, once, and gives the code for it.
func exitCode(err error, w io.Writer) int {
	var m misuse
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errRejected):
		return exitRejected
	case errors.As(err, &m):
		fmt.Fprintf(w, "jikenbo: %s\n", m.msg)
		return exitMisused
	}
	fmt.Fprintf(w, "jikenbo: %s\n", printable(err.Error()))
	return exitFailed
}

func newApp(std streams) *cli.App {
	return &cli.App{
		Name:  "jikenbo",
		Usage: "a casebook you can query: notices of security incidents in, DuckDB and dashboards out",
		UsageText: `jikenbo etl --db warehouse.duckdb notices/
jikenbo report --db warehouse.duckdb --out site
jikenbo query --db warehouse.duckdb 'from incident_wide limit 5'`,
		Version:         version,
		HideVersion:     true,
		HideHelpCommand: true,
		Reader:          std.in,
		Writer:          std.out,
		ErrWriter:       std.err,
		Commands:        commands(std),
		// urfave/cli exits by itself where an error says so; only main may.
		ExitErrHandler: func(*cli.Context, error) {},
		OnUsageError:   usageError,
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return misuse{fmt.Sprintf("no command %q%s; jikenbo --help lists them", printable(c.Args().First()), suggest(c.Args().First(), c.App.Commands))}
			}
			return cli.ShowAppHelp(c)
		},
	}
}

func commands(std streams) []*cli.Command {
	all := []*cli.Command{
		fetchCommand(std),
		etlCommand(std),
		reportCommand(std),
		queryCommand(std),
		searchCommand(std),
		sqlCommand(std),
		schemaCommand(std),
		explainCommand(std),
		reviewCommand(std),
		evaluateCommand(std),
		checkCommand(std),
		rejectsCommand(std),
		versionCommand(std),
	}
	for _, c := range all {
		c.OnUsageError = usageError
		c.HideHelpCommand = true
	}
	return all
}

// noArguments is the misuse of a command that has flags alone.
func noArguments(c *cli.Context) error {
	if c.NArg() == 0 {
		return nil
	}
	return misuse{fmt.Sprintf("%s takes no argument %q; jikenbo %s --help lists the flags", c.Command.Name, printable(c.Args().First()), c.Command.Name)}
}

func usageError(c *cli.Context, err error, _ bool) error {
	name := "jikenbo"
	if c.Command != nil && c.Command.Name != "" && c.Command.Name != "jikenbo" {
		name += " " + c.Command.Name
	}
	return misuse{fmt.Sprintf("%s; %s --help lists the flags", printable(err.Error()), name)}
}

// dbFlag is the database that most commands work on.
func dbFlag() *cli.StringFlag {
	return &cli.StringFlag{Name: "db", Value: "warehouse.duckdb", EnvVars: []string{"JIKENBO_DB"}, Usage: "the DuckDB `FILE`"}
}

func waitFlag() *cli.DurationFlag {
	return &cli.DurationFlag{Name: "wait", EnvVars: []string{"JIKENBO_WAIT"}, Usage: "wait up to `TIME` (30s, 2m) while another process holds the database"}
}

// flagsFirst puts the flags of a command before its other arguments. urfave/cli
// reads a flag after a path as one more path, and would load into the wrong
// database.
func flagsFirst(app *cli.App, args []string) ([]string, error) {
	if len(args) < 2 {
		return args, nil
	}
	cmd := app.Command(args[1])
	if cmd == nil {
		return args, nil
	}
	var flags, rest []string
	for i := 2; i < len(args); i++ {
		a := args[i]
		if a == "--" {
			rest = append(rest, args[i+1:]...)
			break
		}
		if !looksLikeFlag(a) {
			rest = append(rest, a)
			continue
		}
		flags = append(flags, a)
		if takesValue(cmd, a) {
			if i+1 == len(args) {
				return nil, misuse{fmt.Sprintf("flag %s needs a value; jikenbo %s --help tells which", a, cmd.Name)}
			}
			i++
			flags = append(flags, args[i])
		}
	}
	out := append([]string{args[0], args[1]}, flags...)
	if len(rest) > 0 {
		out = append(append(out, "--"), rest...)
	}
	return out, nil
}

// looksLikeFlag says whether an argument is meant as a flag: "-" is standard input,
// and SQL may begin with a comment.
func looksLikeFlag(arg string) bool {
	name, _, _ := strings.Cut(arg, "=")
	return len(arg) > 1 && arg[0] == '-' && !strings.ContainsAny(name, " \n")
}

// takesValue says whether the argument is a flag whose value is the next argument.
func takesValue(cmd *cli.Command, arg string) bool {
	name := strings.TrimLeft(arg, "-")
	if strings.Contains(name, "=") {
		return false
	}
	for _, f := range cmd.Flags {
		for _, n := range f.Names() {
			if n == name {
				_, isBool := f.(*cli.BoolFlag)
				return !isBool
			}
		}
	}
	return false
}

// suggest names the command that was perhaps meant.
func suggest(word string, cmds []*cli.Command) string {
	for _, c := range cmds {
		if strings.HasPrefix(c.Name, word) || strings.HasPrefix(word, c.Name) || distance(c.Name, word) <= 2 {
			return fmt.Sprintf(", did you mean %q?", c.Name)
		}
	}
	return ""
}

// distance counts the letters to add, drop or change to make a from b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			last, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, last+cost)
		}
	}
	return row[len(b)]
}

// printable takes what could steer a terminal out of words that came from outside.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
			return '\ufffd'
		}
		return r
	}, s)
}

// oneLine is printable for a name within a line: it cannot begin another one.
func oneLine(s string) string {
	return printable(strings.NewReplacer("\n", `\n`, "\t", `\t`).Replace(s))
}

// isTerminal says whether a stream is a terminal that a person sits at.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
