// Package source turns bytes into Documents and Posts, whatever format and
// encoding they came in.
//
// Flow: paths → Walk → Input → Read → Document with its Posts, or a Reject. One
// file per format: text dumps (split.go), HTML pages (html.go), feeds (feed.go),
// JSON Lines (jsonl.go); archives and folders are Walk's, encodings charset.go's.
// Nothing after this package knows which format a post came in.
//
// Cue words that this package goes by stand in cues.csv.
package source
