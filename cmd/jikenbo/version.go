package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/urfave/cli/v2"
)

// version is set by the linker (make build).
var version = "dev"

func versionCommand(std streams) *cli.Command {
	return &cli.Command{
		Name:  "version",
		Usage: "print the versions of jikenbo and of what it is built on",
		UsageText: `jikenbo version

Example:
  jikenbo version     name the first line when you report a fault; every load records it (load_run.tool_version)`,
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			fmt.Fprintf(std.out, "jikenbo %s (%s %s/%s)\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			info, ok := debug.ReadBuildInfo()
			if !ok {
				return nil
			}
			for _, d := range info.Deps {
				switch d.Path {
				case "github.com/duckdb/duckdb-go/v2", "github.com/ikawaha/kagome/v2", "github.com/ikawaha/kagome-dict/ipa", "github.com/go-echarts/go-echarts/v2":
					fmt.Fprintf(std.out, "  %s %s\n", d.Path, d.Version)
				}
			}
			return nil
		},
	}
}
