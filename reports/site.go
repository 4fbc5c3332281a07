package reports

import (
	"context"
	"html/template"
	"net/url"
	"strings"

	"jikenbo/etl/warehouse"
)

// site is what every page of one run shares.
type site struct {
	db        *warehouse.DB
	answers   map[string]rows // to queries already asked
	opts      Options
	lang      string
	msg       messages
	eras      []era
	codes     map[string][]code // by kind: sector, cause, category, event, size
	info      info
	own       map[string]bool // incidents that have a page of their own
	list      []listRow       // every incident, newest first
	rowOf     map[string]*listRow
	near      map[string]string // by incident: ids of incidents like it, separated by blanks
	sharded   bool              // not all have: the details of all are in shards too
	templates *template.Template
}

// code is a code of the warehouse with its label in the site's language.
type code struct {
	Code   string `json:"code"`
	Name   string `json:"name"`
	Parent string `json:"parent,omitempty"` // group of a cause, sensitivity of a category
}

// info says what the site is made from.
type info struct {
	Incidents, Articles, Documents int64
	FirstDay, LastDay              string // ISO, empty where no notice has a date
	LoadedAt, ToolVersion          string
}

// newSite reads what every page needs.
func newSite(ctx context.Context, db *warehouse.DB, o Options) (*site, error) {
	msg, err := readMessages(messagesCSV, o.Lang)
	if err != nil {
		return nil, err
	}
	s := &site{db: db, opts: o, lang: o.Lang, msg: msg, codes: map[string][]code{}, answers: map[string]rows{}, own: map[string]bool{},
		rowOf: map[string]*listRow{}, near: map[string]string{}}
	for _, read := range []func(context.Context) error{s.readEras, s.readCodes, s.readInfo} {
		if err := read(ctx); err != nil {
			return nil, err
		}
	}
	s.templates, err = parseTemplates(s)
	return s, err
}

func (s *site) readEras(ctx context.Context) error {
	r, err := s.query(ctx, "eras")
	for i := range r.len() {
		s.eras = append(s.eras, era{r.label(i, "era"), r.text(i, "first_day")})
	}
	return err
}

func (s *site) readCodes(ctx context.Context) error {
	r, err := s.query(ctx, "codes")
	for i := range r.len() {
		kind := r.text(i, "kind")
		s.codes[kind] = append(s.codes[kind], code{r.text(i, "code"), r.label(i, "name_"+s.lang), r.text(i, "parent")})
	}
	return err
}

func (s *site) readInfo(ctx context.Context) error {
	r, err := s.query(ctx, "site")
	if err != nil {
		return err
	}
	s.info = info{
		r.count(0, "incidents"), r.count(0, "articles"), r.count(0, "documents"),
		r.text(0, "first_day"), r.text(0, "last_day"), r.text(0, "loaded_at"), r.label(0, "tool_version"),
	}
	return nil
}

// t gives a text of the catalogue.
func (s *site) t(key string, args ...any) string { return s.msg.get(key, args...) }

// num writes a count in the site's language.
func (s *site) num(n int64) string { return number(s.lang, n) }

// codeOf finds a code; one that the warehouse's tables do not know is its own label.
func (s *site) codeOf(kind, c string) code {
	for _, k := range s.codes[kind] {
		if k.Code == c {
			return k
		}
	}
	if c == "" {
		return code{Name: s.t("unknown")}
	}
	return code{Code: c, Name: clean(c)}
}

// name is the label of a code.
func (s *site) name(kind, c string) string { return s.codeOf(kind, c).Name }

// brief is the label of a code without what stands in brackets, for an axis.
func (s *site) brief(kind, c string) string {
	name := s.name(kind, c)
	if at := strings.IndexAny(name, "（("); at > 0 {
		return strings.TrimSpace(name[:at])
	}
	return name
}

// causeColor names the colour of a group of causes.
func causeColor(group string) string {
	if group == "" {
		group = "other"
	}
	return "c-" + group
}

// sectorColor names the colour of a sector.
func sectorColor(c string) string {
	if c == "" {
		c = "T"
	}
	return "s-" + c
}

// listLink gives the parameters that make the list show certain incidents:
// listLink("sector", "S", "year", "2024"). An empty value stands for "not known".
func listLink(pairs ...string) string {
	var parts []string
	for i := 0; i+1 < len(pairs); i += 2 {
		value := pairs[i+1]
		if value == "" {
			value = "-"
		}
		parts = append(parts, pairs[i]+"="+url.QueryEscape(value))
	}
	return strings.Join(parts, "&")
}

// href leads to a page with a state, from a page that stands root above.
func (s *site) href(root, page, state string) string {
	switch {
	case s.opts.SingleFile && state == "":
		return "#" + page
	case s.opts.SingleFile:
		return "#" + page + "?" + state
	case state == "":
		return root + fileOf(page)
	}
	return root + fileOf(page) + "#" + state
}

// fileOf is the file of a page.
func fileOf(page string) string {
	if page == "overview" {
		return "index.html"
	}
	return page + ".html"
}

// incidentHref leads to the page of one incident.
func (s *site) incidentHref(root, id string) string {
	if s.own[id] && !s.opts.SingleFile {
		return root + "incident/" + fileName(id) + ".html"
	}
	return s.href(root, "incident", "id="+url.QueryEscape(id))
}
