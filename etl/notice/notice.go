// Package notice is the hub: what a notice is, and what is known of it, whatever
// file it came in and wherever it goes. It knows no file format, no tokenizer and
// no database.
//
// Flow: source makes Documents and Posts; extract reads a Post and gives Facts;
// warehouse writes all three. Which of the facts become columns of incident is
// decided later, in sql/star.
package notice

// Document is one input as it was read: a file, a member of an archive, standard
// input.
type Document struct {
	ID        string // hex, from Path and SHA256: the same file with the same content is the same document
	Path      string // as the user named it; a member of an archive is "archive.zip!member"
	MediaType string // what its content was found to be: text/plain, text/html, application/atom+xml …
	Charset   string // name of the encoding it was decoded from, as the WHATWG registry writes it
	ByteCount int64  // size before decoding
	SHA256    string // hex, of the bytes before decoding
}

// Kind says what a post is.
type Kind string

// The kinds of posts.
const (
	Incident Kind = "incident" // the notice of one security incident
	Article  Kind = "article"  // anything else: explanations, columns, statistics
)

// Post is one notice or article of a document.
type Post struct {
	DocumentID string
	Ordinal    int    // 1.. within the document
	Kind       Kind   // set by extract
	CaseNumber string // "2024-019" from the header 【セキュリティ事件簿#2024-019】, or empty
	Title      string // the title line without the header and without a date at its end
	URL        string // where the post was published, or empty
	Published  string // YYYY-MM-DD that the source's format itself states (feed, HTML time), or empty; never read from prose

	// Body is the whole text of the post beginning with its title line, so that
	// evidence from the title has offsets like any other. Offsets of facts are
	// bytes of Body.
	Body string

	// Struck are the words that the source showed struck out (<s>, <del>), which
	// are not in Body: an older reading that a correction superseded.
	Struck []Struck
}

// Struck is a passage that a page showed struck out.
type Struck struct {
	At    int    // byte offset of Body where it stood
	Words string // the words, which Body does not contain
}

// Fact is one reading of some words of a post. A post may hold several that
// compete: all are kept, and SQL says which one counts and why.
type Fact struct {
	Field      string  // one of the Field constants
	Value      string  // code, name or text; ISO date for events
	Number     int64   // for Count: the number; meaningful when Unit is set
	Unit       string  // for Count: persons, records, addresses, accounts, households, facilities, days, amount, other
	Qualifier  string  // for Count: exact, about, at_most, at_least
	Role       string  // what the reading plays in the sentence; the vocabulary stands at each Field constant
	On         string  // for Event: YYYY-MM-DD, first day of the period when Precision is month or year
	Precision  string  // for Event: day, month, year
	Clock      string  // for Event: HH:MM, or empty
	What       string  // for Count, Event: a short phrase of the text that says what it is
	Section    string  // class of the heading it stands under: title, overview, chronology, cause, data, response, prevention, request, contact …
	Hedge      string  // stated, possible, denied, planned
	Weight     float64 // how strongly it speaks for Value among readings of the same Field; comparable within a Field only
	Quote      string  // the words: Body[Start:End]
	Start, End int     // bytes of Body
	Rule       string  // id of the rule that found it
	Confidence float64 // 0..1 that this reading of these words is right
}

// Fields of Fact, with what Value and Role hold.
const (
	FieldOrganization = "organization"  // Value: name; Role: discloser, alias (another form of its name), contractor, parent, mentioned
	FieldSector       = "sector"        // Value: JSIC division letter
	FieldCause        = "cause"         // Value: cause_code
	FieldDataCategory = "data_category" // Value: data_category_code; Role: included, excluded
	FieldCount        = "count"         // Number, Unit, Qualifier; Role: total, part, population, recipient, superseded, other
	FieldEvent        = "event"         // Value: event_type_code; On, Precision, Clock, What; Role: start, end (of a period) or empty
	FieldFlag         = "flag"          // Value: regulator_reported, police_reported, subjects_notified; Hedge says whether it was done
)

// Hedges: how the notice says it.
const (
	Stated   = "stated"
	Possible = "possible"
	Denied   = "denied"
	Planned  = "planned"
)

// Notice is a post with what was read from it.
type Notice struct {
	Post  Post
	Facts []Fact
}

// Reject is an input, or a part of one, that could not be taken: kept and shown,
// never dropped in silence.
type Reject struct {
	Path   string
	SHA256 string // empty where the bytes could not be read
	Code   string // one of the Reject constants
	Reason string // one sentence: what is wrong and, where known, what to try
}

// Reason codes of rejects.
const (
	RejectEmpty       = "empty"
	RejectBinary      = "binary"
	RejectUnreadable  = "unreadable"
	RejectMissing     = "missing"
	RejectUndecodable = "undecodable"
	RejectNoPost      = "no_post"
	RejectTooLarge    = "too_large"
	RejectBroken      = "broken" // a format recognised, but malformed
	RejectUnsafe      = "unsafe" // archive member with a path out of the archive, bomb
)
