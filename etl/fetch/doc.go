// Package fetch brings feeds and pages from the web into a folder, as files that etl
// reads. It stands before the flow: nothing after it knows that a file came from the
// web.
//
// A page that was fetched before is asked for again only if it has changed (ETag,
// Last-Modified); what is needed for that is kept beside it, in a file whose name
// begins with a dot, which etl passes over. Feeds are followed from page to page.
// Requests go out one at a time, with a pause between two to one host, straight to
// the server, by no proxy.
package fetch
