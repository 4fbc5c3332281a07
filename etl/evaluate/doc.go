// Package evaluate scores a warehouse against labels that people made by reading:
// JSON Lines, one object per post, with the keys doc, ordinal, kind, case_number,
// title, organizations, sector, cause, records_affected, data_categories, the
// milestones, the flags and timeline. KEY_alternatives holds other values that
// are right, KEY_optional what counts neither way; a key that a label lacks is
// not scored, null says that the notice does not state it.
//
// Flow: beside it, after a load; it reads the star by warehouse and writes nothing.
package evaluate
