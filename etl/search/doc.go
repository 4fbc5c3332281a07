// Package search finds incidents by the words of their notices.
//
// Flow: beside the load. The first search, or report, after a load has package
// token cut the new notices into terms, which warehouse stores; the ranking is SQL
// (sql/search). What is found is shown with the sentence that has the words.
package search
