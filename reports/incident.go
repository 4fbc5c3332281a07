package reports

import (
	"encoding/json"
	"fmt"
	"path"
	"strconv"
	"strings"
)

// record is one incident as sql/report/incident_page.sql writes it. Its keys are
// short because a shard holds it as it is; script/60-incident.js reads the same.
type record struct {
	ID         string                `json:"id"`
	Title      string                `json:"title"`
	CaseNumber string                `json:"case_number"`
	Post       string                `json:"post"`
	URL        string                `json:"url"`
	Org        string                `json:"org"`
	Prefecture string                `json:"prefecture"`
	Contractor string                `json:"contractor"`
	Sector     string                `json:"sector"`
	Cause      string                `json:"cause"`
	Categories []string              `json:"categories"`
	N          *int64                `json:"n"`
	Unit       string                `json:"u"`
	Qualifier  string                `json:"q"`
	Dates      map[string][2]*string `json:"dates"` // milestone → date, precision
	Done       map[string]bool       `json:"done"`
	Evidence   []quoted              `json:"evidence"`
	Events     []event               `json:"events"`
	Counts     []counted             `json:"counts"`
	Reports    []reported            `json:"reports"`
	Similar    []neighbour           `json:"near"`
	Body       string                `json:"body"`
}

// quoted is one row of evidence.
type quoted struct {
	Field      string  `json:"f"`
	Value      string  `json:"v"`
	Words      string  `json:"q"`
	Start      int     `json:"s"` // bytes of the post's body
	End        int     `json:"e"`
	Rule       string  `json:"r"`
	Confidence float64 `json:"c"`
	Chosen     bool    `json:"m"`
	Post       string  `json:"p"`
}

type event struct {
	ID        string `json:"id"`
	Type      string `json:"t"`
	On        string `json:"d"`
	Precision string `json:"p"`
	Clock     string `json:"h"`
	What      string `json:"w"`
}

type counted struct {
	Value      int64  `json:"v"`
	Unit       string `json:"u"`
	Qualifier  string `json:"q"`
	What       string `json:"w"`
	Role       string `json:"r"`
	Superseded bool   `json:"x"`
	Words      string `json:"c"`
}

type reported struct {
	ID    string `json:"id"`
	N     int    `json:"n"`
	Copy  bool   `json:"copy"`
	Title string `json:"t"`
	URL   string `json:"u"`
	On    string `json:"d"`
	Path  string `json:"path"`
	Body  string `json:"b"` // of a report other than the first
}

type neighbour struct {
	ID    string `json:"id"`
	Title string `json:"t"`
	On    string `json:"d"`
	N     *int64 `json:"n"`
	Unit  string `json:"u"`
}

// milestones in the order of the page of an incident.
func milestones() []string {
	return []string{"occurred", "ended", "discovered", "regulator_reported", "police_reported", "subjects_notified", "disclosed"}
}

// readRecord reads an incident from its JSON.
func readRecord(page string) (record, error) {
	var r record
	if err := json.Unmarshal([]byte(page), &r); err != nil {
		return r, fmt.Errorf("read incident: %w", err)
	}
	return r, nil
}

// texts are the posts that the incident is read from with their text, the first
// disclosure first; marks count them.
func (r record) texts() []reported {
	all := []reported{{ID: r.Post, N: 1, Body: r.Body}}
	for _, p := range r.Reports {
		if p.Body != "" {
			all = append(all, p)
		}
	}
	return all
}

// evidenceOf gives the evidence for a field, what decided first.
func (r record) evidenceOf(field string) []quoted {
	var chosen, others []quoted
	for _, q := range r.Evidence {
		switch {
		case q.Field != field:
		case q.Chosen:
			chosen = append(chosen, q)
		default:
			others = append(others, q)
		}
	}
	return append(chosen, others...)
}

// date gives a milestone's day and precision; empty where the notice has none.
func (r record) date(milestone string) (on, precision string) {
	d := r.Dates[milestone]
	if d[0] == nil {
		return "", ""
	}
	if d[1] != nil {
		precision = *d[1]
	}
	return *d[0], precision
}

// incidentView is an incident as its page shows it.
type incidentView struct {
	ID, CaseNumber, Title, URL string
	Meta                       string // when and how many, in one line
	Chips                      []chip
	Facts                      []factView
	Events                     []eventView
	Counts                     []countView
	Reports                    []string
	Similar                    []chip
	Texts                      []textView
}

// textView is the text of one report.
type textView struct {
	Heading  string // empty for the first
	Segments []segment
}

type chip struct{ Text, Href string }

type factView struct {
	Name, Value, Title string
	Quotes             []quoteView
	More               string
}

type quoteView struct {
	Words       string
	Marks       []string // ids of the places in the text
	Rule, Brief string
}

type eventView struct{ ISO, When, Era, Kind, Name, What, Mark string }

type countView struct{ Value, What, Quote string }

// view makes an incident ready for its page, which stands root below the site.
func (s *site) viewOf(r record, root string) incidentView {
	v := incidentView{
		ID: r.ID, CaseNumber: clean(r.CaseNumber), Title: clean(r.Title),
		Meta: s.meta(r), Chips: s.chips(r, root), Facts: s.facts(r), Events: s.events(r),
		Counts: s.counts(r), Reports: s.reportLines(r), Similar: s.similar(r, root),
		Texts: s.texts(r),
	}
	if strings.HasPrefix(r.URL, "https://") || strings.HasPrefix(r.URL, "http://") {
		v.URL = r.URL
	}
	return v
}

// meta is when it was disclosed and how many were affected, in one line.
func (s *site) meta(r record) string {
	var parts []string
	if on, precision := r.date("disclosed"); on != "" {
		parts = append(parts, s.t("fact.disclosed_on")+" "+longDate(s.lang, on, precision))
	}
	if r.N != nil {
		parts = append(parts, s.records(r.N, r.Unit, r.Qualifier))
	}
	return strings.Join(parts, " · ")
}

// chips are the links from an incident to the list of those like it.
func (s *site) chips(r record, root string) []chip {
	list := func(text, key, value string) chip {
		return chip{text, s.href(root, "incidents", listLink(key, value))}
	}
	chips := []chip{
		list(s.name("sector", r.Sector), "sector", r.Sector),
		list(s.name("cause", r.Cause), "cause", r.Cause),
	}
	if r.Org != "" {
		chips = append([]chip{list(clean(r.Org), "org", clean(r.Org))}, chips...)
	}
	return chips
}

// records writes a number with its unit and how exact it is: 約1万2,345人.
func (s *site) records(n *int64, unit, qualifier string) string {
	if n == nil {
		return s.t("unknown")
	}
	return s.t("records."+orElse(qualifier, "exact"), s.unit(*n, orElse(unit, "records")))
}

// unit writes a number with its unit; one that the catalogue does not know stands
// bare.
func (s *site) unit(n int64, unit string) string {
	text := s.msg.or("unit."+unit, "{0}")
	if n == 1 {
		text = s.msg.or("unit."+unit+".one", text)
	}
	return strings.ReplaceAll(text, "{0}", s.num(n))
}

func orElse(s, fallback string) string {
	if s == "" {
		return fallback
	}
	return s
}

// similar are the incidents nearest in size among those of the same cause and sector.
func (s *site) similar(r record, root string) []chip {
	var chips []chip
	for _, o := range r.Similar {
		text := clean(o.Title)
		if o.On != "" {
			text = o.On + " " + text
		}
		if o.N != nil {
			text += " (" + s.records(o.N, o.Unit, "") + ")"
		}
		chips = append(chips, chip{text, s.incidentHref(root, o.ID)})
	}
	return chips
}

// reportLines name the posts and documents in which the incident stands.
func (s *site) reportLines(r record) []string {
	var lines []string
	for _, p := range r.Reports {
		lines = append(lines, s.reportName(p)+" — "+clean(path.Base(p.Path)))
	}
	return lines
}

// reportName says which report of the case it is.
func (s *site) reportName(p reported) string {
	kind := s.t("incident.report", strconv.Itoa(p.N))
	if p.Copy {
		kind = s.t("incident.copy", strconv.Itoa(p.N))
	}
	return strings.Join(nonEmpty(kind, p.On, clean(p.Title)), " ")
}

func nonEmpty(parts ...string) []string {
	kept := parts[:0]
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}
