// Package token cuts Japanese text into the terms under which a search finds it:
// base forms of the words that carry meaning. It is the only importer of kagome.
//
// Flow: beside the load, not in it. The full-text search (package search) gives a
// Tokenizer the sentences of the notices and the words that are asked for; what
// decides which words are terms is passed in as a Vocabulary, from the seeds.
package token
