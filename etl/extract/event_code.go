package extract

// Codes of seeds/cue_event.csv beside the event types.
const (
	periodExposure = "exposure_period" // how long it lay open
	periodTarget   = "target_period"   // whose data it covers: when they bought, registered, were seen
	pastCase       = "past"            // another case, told of in passing
)

// Roles of event facts. SQL drops a target period where the cause says that it is
// no exposure (a lost list of the customers of ten years lay open on no day).
const (
	roleStart       = "start"
	roleEnd         = "end"
	roleTargetStart = "target_start"
	roleTargetEnd   = "target_end"
	roleEmbedded    = "embedded" // told within the finding: 「攻撃を受けたことを確認」
	roleUntyped     = "untyped"  // dated prose without a verb that tells its type
	rolePublication = "publication_date"
)

// Codes of cues that come to be events of another type: contact and finding are
// discoveries as long as nothing was known before, which SQL decides by Role;
// inquiry (「調査の結果」) alone is no event.
const (
	codeContact = "contact"
	codeFinding = "finding"
	codeInquiry = "inquiry"

	codePublication = "publication" // a label of the day of the notice: 「掲載日」
	codeLetterhead  = "letterhead"  // a name as it stands beside the day of a letter
)
