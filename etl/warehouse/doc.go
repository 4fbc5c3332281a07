// Package warehouse is the one door to DuckDB: it opens the database file,
// writes what was read, has SQL build the star, the metrics and the checks from
// it, and answers queries.
//
// Flow: etl gives Documents and Notices to a Load; Finish builds everything that
// folder sql describes and commits, all or nothing; reports and the query
// command read with Query. Which reading of a notice counts is decided in
// sql/star, not here.
package warehouse
