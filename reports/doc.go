// Package reports draws the warehouse as a site of HTML pages that open without a
// network, from a folder or as one file.
//
// Flow: the queries of sql/report give rows (query.go); a page is a list of blocks
// (page.go, page_*.go), each a figure with its chart (chart_*.go, built by
// go-echarts), its note and the table behind it; templates, style and script are
// embedded; write.go makes a new folder of it and puts that in the place of the old
// one. Incidents beyond Options.Pages are kept in shards, script files that the
// page of one incident loads on demand, since a page opened from a folder cannot
// fetch anything else.
//
// Every text of a notice is hostile: it reaches a page through html/template, or as
// JSON through json.Marshal and then textContent, never as markup or script.
package reports
