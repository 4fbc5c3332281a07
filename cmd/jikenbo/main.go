// Command jikenbo turns notices of security incidents, prose in Japanese, into a
// DuckDB star schema whose every fact can be traced to its words, and the figures
// of that into dashboards. A command here is an adapter: flags into a struct, one
// call, an exit code out.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	code := run(ctx, os.Args, streams{os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(code)
}
