package extract

import (
	"strings"

	"jikenbo/etl/quantity"
)

// countUnit names the unit of a count, or gives "" when it is none. 件 is named by
// what is counted; a bare number counts only under a label that says so.
func (t *tally) countUnit(c *stated) string {
	m, x := &c.m, &c.ctx
	switch m.Unit {
	case quantity.Persons:
		if t.words.begins(x.after, wOfAccount) && !strings.HasPrefix(t.str(x.after), "のID") {
			return unitAccounts
		}
		return unitPersons
	case quantity.Accounts:
		if strings.HasPrefix(m.UnitWord, "ユーザ") && !t.words.begins(x.after, wAccount) {
			return unitPersons
		}
		return unitAccounts
	case quantity.Addresses:
		return unitAddresses
	case quantity.Records:
		return t.recordUnit(x)
	case quantity.Households:
		return unitHouseholds
	case quantity.Facilities:
		return unitFacilities
	case quantity.Amount:
		return unitAmount
	case quantity.Devices, quantity.Documents:
		return unitOther
	case quantity.Other:
		if m.UnitWord == "回" || m.UnitWord == "組" {
			return unitOther
		}
	case quantity.None:
		return t.labelUnit(m, x)
	}
	return ""
}

// recordUnit says what 件 counts: accounts or addresses where the word beside the
// number says so and no list of several items does.
func (t *tally) recordUnit(x *countContext) string {
	noun := t.words.strip(x.noun, wCountTail)
	alone := !strings.ContainsAny(t.str(t.tail(noun, 12)), "、・及")
	switch {
	case alone && t.words.ends(noun, wAccount), t.words.begins(x.after, wOfAccount):
		return unitAccounts
	case alone && t.words.ends(noun, wAddress), t.words.begins(x.after, wOfAddress):
		return unitAddresses
	}
	return unitRecords
}

// labelUnit gives the unit of a bare number behind 「対象人数:」.
func (t *tally) labelUnit(m *quantity.Mention, x *countContext) string {
	if !m.IsInt || m.Qualifier == quantity.Range || !x.labelled {
		return ""
	}
	colon := strings.HasSuffix(strings.TrimRight(t.str(x.before), " "), ":")
	switch {
	case colon && t.words.ends(x.noun, wAccount), t.words.ends(x.noun, wAccountNumber):
		return unitAccounts
	case colon && t.words.ends(x.noun, wAddress), t.words.ends(x.noun, wAddressNumber):
		return unitAddresses
	case colon && t.words.ends(x.who, wPeopleLabel), t.words.ends(x.noun, wPeopleNumber):
		return unitPersons
	case t.words.ends(x.noun, wRecordNumber):
		return unitRecords
	}
	return ""
}

// qualifierOf folds the bounds into the four of the schema. Both ends of a written
// range are known, so it is at most its upper end; 数十名 is at least ten.
func qualifierOf(m quantity.Mention) string {
	switch m.Qualifier {
	case quantity.About:
		return "about"
	case quantity.AtMost, quantity.LessThan:
		return "at_most"
	case quantity.AtLeast, quantity.MoreThan:
		return "at_least"
	case quantity.Range:
		if m.Upper == 9*m.Value || m.Upper-m.Value == 8 || m.Upper-m.Value == 80 {
			return "at_least"
		}
		return "at_most"
	}
	return "exact"
}
