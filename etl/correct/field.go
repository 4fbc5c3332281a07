package correct

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"jikenbo/etl/notice"
)

// dates are the milestones of an incident.
var dates = []string{"occurred_on", "ended_on", "discovered_on", "disclosed_on", "regulator_reported_on", "police_reported_on", "subjects_notified_on"}

// fields are all that can be corrected, for messages.
const fields = "case_number, title, organization, contractor, sector_code, prefecture, cause_code, the milestones (occurred_on …), " +
	"regulator_reported, police_reported, subjects_notified, records_affected, records_unit, records_qualifier, data_category, timeline_event, merge, split"

// judge fills in what the row's field makes of its value, or says what is wrong
// with it.
func (r *Reader) judge(c *notice.Correction) error {
	c.Operation, c.Target, c.Value = notice.CorrectSet, c.Field, c.Written
	switch {
	case slices.Contains(dates, c.Field):
		return date(c)
	case strings.HasSuffix(c.Field, "_precision"):
		return fmt.Errorf("%s follows from the form of the date: correct %s with 2024, 2024-05 or 2024-05-07",
			c.Field, strings.TrimSuffix(c.Field, "_precision")+"_on")
	}
	switch c.Field {
	case "case_number", "title", "organization", "contractor":
		return nil
	case "cause_code", "sector_code", "prefecture", "records_unit", "records_qualifier":
		return r.code(c.Field, c.Value, true)
	case "regulator_reported", "police_reported", "subjects_notified":
		return flag(c)
	case "records_affected":
		return number(c)
	case "data_category":
		return r.category(c)
	case "timeline_event":
		return r.event(c)
	case notice.CorrectMerge, notice.CorrectSplit:
		return group(c)
	}
	return fmt.Errorf("no field %q can be corrected; there are: %s", c.Field, fields)
}

// code checks a code against its list.
func (r *Reader) code(field, value string, orNone bool) error {
	if value == "" && orNone {
		return nil
	}
	if slices.Contains(r.codes[field], value) {
		return nil
	}
	if near := r.nearest(field, value); near != "" {
		return fmt.Errorf("no %s %q, did you mean %s?", field, value, near)
	}
	return fmt.Errorf("no %s %q; there are: %s", field, value, strings.Join(r.codes[field], ", "))
}

// nearest is the code that has the value's letters but for hyphens, blanks and case.
func (r *Reader) nearest(field, value string) string {
	same := strings.NewReplacer("-", "_", " ", "_")
	for _, c := range r.codes[field] {
		if strings.EqualFold(c, same.Replace(value)) {
			return c
		}
	}
	return ""
}

func flag(c *notice.Correction) error {
	c.Value = strings.ToLower(c.Value)
	if c.Value != "true" && c.Value != "false" {
		return fmt.Errorf("%s is true or false, not %q", c.Field, c.Written)
	}
	return nil
}

// mostPeople is far above any number of persons or accounts there has been.
const mostPeople = 10_000_000_000

func number(c *notice.Correction) error {
	if c.Value == "" {
		return nil
	}
	n, err := strconv.ParseInt(c.Value, 10, 64)
	if err != nil || n <= 0 || n > mostPeople || c.Value[0] == '+' {
		return fmt.Errorf("records_affected is a whole number above 0 in plain digits, or empty for unknown, not %q", c.Written)
	}
	c.Value = strconv.FormatInt(n, 10)
	return nil
}

func date(c *notice.Correction) (err error) {
	if c.Value == "" {
		return nil
	}
	c.Value, c.Precision, err = readDate(c.Value)
	return err
}

// readDate gives the first day of a period written 2024, 2024-05 or 2024-05-07,
// and its precision.
func readDate(s string) (on, precision string, err error) {
	for _, form := range []struct{ layout, rest, precision string }{{"2006-01-02", "", "day"}, {"2006-01", "-01", "month"}, {"2006", "-01-01", "year"}} {
		t, err := time.Parse(form.layout, s)
		if err == nil && t.Year() >= 1900 && t.Year() < 2100 {
			return s + form.rest, form.precision, nil
		}
	}
	return "", "", fmt.Errorf("%q is no date: write 2024-05-07, 2024-05 or 2024", s)
}

// signed takes the sign from a value that is added or removed.
func signed(c *notice.Correction) (string, error) {
	switch {
	case strings.HasPrefix(c.Written, "+"):
		c.Operation = notice.CorrectAdd
	case strings.HasPrefix(c.Written, "-"):
		c.Operation = notice.CorrectRemove
	default:
		return "", fmt.Errorf("%s is added with + or removed with - before the value, not %q", c.Field, c.Written)
	}
	return strings.TrimSpace(c.Written[1:]), nil
}

func (r *Reader) category(c *notice.Correction) error {
	code, err := signed(c)
	if err != nil {
		return err
	}
	c.Target, c.Value = "data_category:"+code, code
	return r.code("data_category", code, false)
}

// event reads +2024-05-08 10:30 discovered 外部から通報; time and words may be
// missing.
func (r *Reader) event(c *notice.Correction) error {
	rest, err := signed(c)
	if err != nil {
		return err
	}
	day, rest, _ := strings.Cut(rest, " ")
	if c.Value, c.Precision, err = readDate(day); err != nil {
		return err
	}
	word, rest, _ := strings.Cut(strings.TrimSpace(rest), " ")
	if strings.Contains(word, ":") {
		if _, err := time.Parse("15:04", word); err != nil || c.Precision != "day" {
			return fmt.Errorf("%q is no time of a day: write +2024-05-08 10:30 discovered", word)
		}
		c.Clock = word
		word, rest, _ = strings.Cut(strings.TrimSpace(rest), " ")
	}
	c.EventType, c.What = word, strings.TrimSpace(rest)
	c.Target = strings.Join(strings.Fields("timeline_event:"+day+" "+c.Clock+" "+word), " ")
	return r.code("event_type_code", word, false)
}

// group reads which incident, or which post, a merge or split means.
func group(c *notice.Correction) error {
	c.Operation = c.Field
	switch {
	case c.Value == "" && c.Field == notice.CorrectMerge:
		return fmt.Errorf("merge needs the incident_id that it belongs to")
	case c.Value == "":
		return fmt.Errorf("split needs the post that is an incident of its own: its title, case number, URL or post_id")
	case c.Value == c.IncidentID && c.Field == notice.CorrectMerge:
		return fmt.Errorf("merge of %s with itself", c.Value)
	case c.Field == notice.CorrectSplit:
		c.Target = "split:" + c.Value
	}
	return nil
}
