package main

import (
	"fmt"
	"time"

	"github.com/urfave/cli/v2"

	"jikenbo/etl/fetch"
)

func fetchCommand(std streams) *cli.Command {
	return &cli.Command{
		Name:      "fetch",
		Usage:     "bring feeds and pages from the web into a folder, for etl",
		ArgsUsage: "URL…",
		UsageText: `jikenbo fetch [--out DIR] URL…

A feed is followed from page to page. What was fetched before is asked for again only if it has changed, so this can
run every day. Requests go out one at a time, with a pause between two to one host, straight to the server (no proxy).

Examples:
  jikenbo fetch --out notices https://blog.example.jp/feeds/posts/default && jikenbo etl notices
  jikenbo fetch --out notices 'https://blog.example.jp/feeds/posts/default?max-results=150'   larger pages of a Blogger feed
  jikenbo fetch --out notices --pause 5s https://city.example.jp/news/001.html https://city.example.jp/news/002.html

Exit codes: 0 done, 1 failed, 2 misused, 3 fetched but some pages failed.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "out", Value: "notices", EnvVars: []string{"JIKENBO_NOTICES"}, Usage: "the `DIR` to write into"},
			&cli.IntFlag{Name: "pages", Value: 1000, Usage: "at most `N` pages of a feed"},
			&cli.Int64Flag{Name: "max-size", Value: 64, Usage: "no page of more than `N` MiB"},
			&cli.DurationFlag{Name: "pause", Value: time.Second, Usage: "the `TIME` between two requests to one host"},
			&cli.BoolFlag{Name: "allow-private", Usage: "also fetch from private networks and this machine"},
		},
		Action: func(c *cli.Context) error { return runFetch(c, std) },
	}
}

func runFetch(c *cli.Context, std streams) error {
	switch {
	case c.NArg() == 0:
		return misuse{"fetch needs at least one URL; jikenbo fetch --help shows examples"}
	case c.Int("pages") < 1, c.Int64("max-size") < 1, c.Duration("pause") <= 0:
		return misuse{"--pages, --max-size and --pause must be more than nothing"}
	}
	s, err := fetch.Run(c.Context, fetch.Options{
		URLs: c.Args().Slice(), Dir: c.String("out"), AllowPrivate: c.Bool("allow-private"),
		MaxPages: c.Int("pages"), MaxBytes: c.Int64("max-size") << 20, Pause: c.Duration("pause"),
		UserAgent: "jikenbo/" + version,
		Each:      func(r fetch.Result) { printResult(std, r) },
	})
	switch {
	case c.Context.Err() != nil:
		return fmt.Errorf("interrupted: what was fetched before is kept; run it again for the rest")
	case err != nil:
		return err
	}
	fmt.Fprintf(std.out, "pages      fetched %d, unchanged %d, failed %d\n", s.Fetched, s.Unchanged, s.Failed)
	switch {
	case s.Failed > 0 && s.Fetched+s.Unchanged == 0:
		return fmt.Errorf("fetch: no page came")
	case s.Failed > 0:
		return errRejected
	}
	return nil
}

func printResult(std streams, r fetch.Result) {
	switch {
	case r.Err != nil:
		fmt.Fprintf(std.err, "failed %s: %s\n", oneLine(r.URL), oneLine(r.Err.Error()))
	case r.Unchanged:
		fmt.Fprintf(std.out, "unchanged %s\n", oneLine(r.File))
	default:
		fmt.Fprintf(std.out, "fetched %s (%d bytes)\n", oneLine(r.File), r.Bytes)
	}
}
