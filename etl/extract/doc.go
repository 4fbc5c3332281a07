// Package extract reads a Post and gives its Facts: ordered rules, one file per
// kind of fact, fed with the vocabulary of seeds (a Lexicon passed in).
//
// Flow: source → Post → page (normalised text, sentences with their section,
// dates, quantities, cue words; made once) → rules → Facts → warehouse.
// A rule proposes; it never decides between competing readings. It gives each
// its Weight, and sql/star takes one and keeps the others.
//
// Files: lexicon.go the words, matcher.go and cue.go how they are found, page.go and
// section.go what a rule sees; kind.go, organization.go, sector.go, cause.go,
// category.go, count.go, event.go the rules.
package extract
