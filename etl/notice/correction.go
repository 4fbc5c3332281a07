package notice

// Correction is one judgement of an analyst that overrules the reading of a
// notice. It holds whatever the notices are read as later, until it is withdrawn.
type Correction struct {
	Path       string // the file that gives it, as the user named it
	Line       int    // 1.. in the file
	IncidentID string
	Field      string // as written: a column of incident, organization, contractor, sector_code, prefecture, data_category, timeline_event, merge, split
	Written    string // the value as written
	Target     string // what it decides: the field, data_category:CODE, timeline_event:DAY TIME TYPE, split:POST; two of one Target compete
	Operation  string // one of the Correct constants
	Value      string // for the table: a date is the first day of its period; empty: unknown
	Precision  string // of a date: day, month, year
	Clock      string // of an event: 15:04, or empty
	EventType  string // of an event
	What       string // of an event: what happened, in the analyst's words
	Note       string // why
	By         string // who judged
	On         string // when: 2006-01-02; of two competing ones the later holds
}

// What a Correction does.
const (
	CorrectSet    = "set"    // a fact takes the value
	CorrectAdd    = "add"    // a category or event is added
	CorrectRemove = "remove" // a category or event is taken out
	CorrectMerge  = "merge"  // the incident is the one named by Value
	CorrectSplit  = "split"  // the post named by Value is an incident of its own
)
