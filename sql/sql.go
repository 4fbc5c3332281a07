// Package sql holds the SQL of jikenbo, readable without Go: the tables that Go
// writes (schema), the star built from them (star), the figures (metrics) and
// the checks, each relation in a file of its name.
//
// Flow: warehouse runs the files in the order of order.txt. The header of a
// file says title, grain and columns; warehouse turns it into COMMENT ON, with
// columns.csv for the columns that many relations share.
package sql

import "embed"

// Files are the SQL files, order.txt and columns.csv.
//
//go:embed order.txt columns.csv schema star metrics checks
var Files embed.FS
