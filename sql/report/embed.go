// Package report holds the queries of the dashboards: one file per figure or list,
// each a single SELECT that can be pasted into the DuckDB shell.
//
// Flow: reports runs them over the warehouse and draws what they give; the page of
// methods shows them whole. The first comment line of a file is its title, the
// second its grain.
package report

import "embed"

// Files are the queries, NAME.sql.
//
//go:embed *.sql
var Files embed.FS
