// Package jdate finds the dates and clock times of Japanese prose and works out
// which day each of them means.
//
// Flow: text gives a normalised text → Find marks every mention in it → Resolve
// fills in what the writer left out (「24日」「同日」「昨年11月」) from the dates named
// before and from what is known of the notice → extract types the events.
//
// The package is pure: no clock, no files, no word list from outside. What cannot
// be resolved stays unresolved; nothing is ever taken to be today. All offsets are
// bytes of the text given. Find expects the normalised text of package text, and
// tolerates full-width digits, signs and blanks of a raw one.
package jdate
