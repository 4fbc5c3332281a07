package extract

import (
	"fmt"
	"strings"
)

// countCode is a code of seeds/cue_count.csv: one question asked of the words
// beside a number.
type countCode uint8

// The codes; the seeds file says beside the first word of each what it means.
const (
	wNounTail countCode = iota
	wPoliteTail
	wCountTail
	wAccount
	wAddress
	wLeak
	wData
	wExposedLabel
	wItem
	wPersonalData
	wPeople
	wStaff
	wRecipient
	wViewerEnd
	wRecipientLabel
	wOwnAccount
	wPopulation
	wNotRecord
	wDamage
	wAside
	wAsideNear
	wAsideAfter
	wSent
	wTold
	wWork
	wElsewhere
	wPast
	wIf
	wAimed
	wExcluded
	wEmployee
	wDistinct
	wWrongMark
	wRightMark
	wFollow
	wConcern
	wSwap
	wEdit
	wAccountThing
	wExposedVerb
	wSoftener
	wDirectAim
	wReport
	wWasTold
	wNew
	wRestated
	wDamageDenied
	wOpenMail
	wTotalLabel
	wTraining
	wNotRecordAfter
	wOverlap
	wJoin
	wPeopleNumber
	wAccountNumber
	wAddressNumber
	wRecordNumber
	wPeopleLabel
	wOfAccount
	wOfAddress
	wPeopleOf
	wAgo
	wPartOfYear
	wIncluded
	wOwner
	wPoliteAfter
	wIsThere
	wEmployed
	wTopicAfter
	wExposedAfter
	wSees
	wWholeAfter
	wWhole
	wReplaced
	wClauseEnd
	wSentenceEnd
	wAdded
	wClient
	wMutual
	wShown
	wAnother
	countCodes
)

// countCodeNames are the codes as the seeds write them.
var countCodeNames = [countCodes]string{
	wNounTail:       "noun_tail",
	wPoliteTail:     "polite_tail",
	wCountTail:      "count_tail",
	wAccount:        "account",
	wAddress:        "address",
	wLeak:           "leak",
	wData:           "data",
	wExposedLabel:   "exposed_label",
	wItem:           "item",
	wPersonalData:   "personal_data",
	wPeople:         "people",
	wStaff:          "staff",
	wRecipient:      "recipient",
	wViewerEnd:      "viewer_end",
	wRecipientLabel: "recipient_label",
	wOwnAccount:     "own_account",
	wPopulation:     "population",
	wNotRecord:      "not_record",
	wDamage:         "damage",
	wAside:          "aside",
	wAsideNear:      "aside_near",
	wAsideAfter:     "aside_after",
	wSent:           "sent",
	wTold:           "told",
	wWork:           "work",
	wElsewhere:      "elsewhere",
	wPast:           "past",
	wIf:             "if",
	wAimed:          "aimed",
	wExcluded:       "excluded",
	wEmployee:       "employee",
	wDistinct:       "distinct",
	wWrongMark:      "wrong_mark",
	wRightMark:      "right_mark",
	wFollow:         "follow",
	wConcern:        "concern",
	wSwap:           "swap",
	wEdit:           "edit",
	wAccountThing:   "account_thing",
	wExposedVerb:    "exposed_verb",
	wSoftener:       "softener",
	wDirectAim:      "direct_aim",
	wReport:         "report",
	wWasTold:        "was_told",
	wNew:            "new",
	wRestated:       "restated",
	wDamageDenied:   "damage_denied",
	wOpenMail:       "open_mail",
	wTotalLabel:     "total_label",
	wTraining:       "training",
	wNotRecordAfter: "not_record_after",
	wOverlap:        "overlap",
	wJoin:           "join",
	wPeopleNumber:   "people_number",
	wAccountNumber:  "account_number",
	wAddressNumber:  "address_number",
	wRecordNumber:   "record_number",
	wPeopleLabel:    "people_label",
	wOfAccount:      "of_account",
	wOfAddress:      "of_address",
	wPeopleOf:       "people_of",
	wAgo:            "ago",
	wPartOfYear:     "part_of_year",
	wIncluded:       "included",
	wOwner:          "owner",
	wPoliteAfter:    "polite_after",
	wIsThere:        "is_there",
	wEmployed:       "employed",
	wTopicAfter:     "topic_after",
	wExposedAfter:   "exposed_after",
	wSees:           "sees",
	wWholeAfter:     "whole_after",
	wWhole:          "whole",
	wReplaced:       "replaced",
	wClauseEnd:      "clause_end",
	wSentenceEnd:    "sentence_end",
	wAdded:          "added",
	wClient:         "client",
	wMutual:         "mutual",
	wShown:          "shown",
	wAnother:        "another",
}

// codeSet is a set of codes.
type codeSet [2]uint64

func (s *codeSet) add(c countCode) { s[c/64] |= 1 << (c % 64) }

func (s *codeSet) has(c countCode) bool { return s[c/64]&(1<<(c%64)) != 0 }

// countWords are the words of counts and the codes of each.
type countWords struct {
	match *matcher
	codes []codeSet // of each literal
}

// newCountWords takes the words of counts out of a vocabulary. They are plain words
// or choices of words parted by '|'; an unknown code is an error.
func newCountWords(lex *Lexicon) (*countWords, error) {
	w := &countWords{match: newMatcher()}
	ids := map[string]countCode{}
	for c, name := range countCodeNames {
		ids[name] = countCode(c)
	}
	rest := make([]CueWord, 0, len(lex.Cues))
	for _, cue := range lex.Cues {
		if cue.Kind != cueCount {
			rest = append(rest, cue)
			continue
		}
		code, ok := ids[cue.Code]
		if !ok {
			return nil, fmt.Errorf("read count word %q: no code %q", cue.Pattern, cue.Code)
		}
		for _, word := range strings.Split(cue.Pattern, "|") {
			if word == "" {
				return nil, fmt.Errorf("read count word %q: an empty part", cue.Pattern)
			}
			w.add(word, code)
		}
	}
	lex.Cues = rest
	return w, nil
}

func (w *countWords) add(word string, code countCode) {
	lit := w.match.add(word)
	if int(lit) == len(w.codes) {
		w.codes = append(w.codes, codeSet{})
	}
	w.codes[lit].add(code)
}
