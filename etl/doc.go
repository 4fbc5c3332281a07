// Package etl is the story of one load: from files to a warehouse whose every
// fact can be traced to the words it came from. This page is the map.
//
//	files ─source→ Document, Post ─text→ normalised text and sentences
//	Post ─extract→ Facts, with the cue words of seeds passed in
//	Facts ─warehouse→ document, post, fact ─sql/star→ incident … ─sql/metrics→ metrics ─sql/checks→ offenders
//
// Packages, in the order of the flow:
//
//	fetch     the web to files, before the flow
//	text      raw and normalised text, spans, sentences
//	jdate     Japanese dates in text
//	quantity  Japanese numbers with units in text
//	notice    the hub: Document, Post, Fact and their vocabularies
//	source    files of every format to Documents and Posts
//	extract   a Post to Facts: one file per kind of fact
//	correct   the corrections of analysts, from their file
//	token     kagome: the terms of a text, for the full-text search
//	search    incidents by the words of their notices
//	warehouse the one door to DuckDB
package etl
