// Package search holds the SQL of the full-text search: the tables of its index,
// the ranking and the likeness of incidents. They are no part of a load: warehouse
// makes them when they are first asked for.
package search

import "embed"

// Files are the SQL files, NAME.sql.
//
//go:embed *.sql
var Files embed.FS
