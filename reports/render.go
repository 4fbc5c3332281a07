package reports

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
)

// view is what a template is given.
type view struct {
	Site     *site
	Root     string // from the page to the site's folder: "" or "../"
	Page     page
	Incident *incidentView
	Shards   []string // first id of each shard of details, for the page that loads them
}

// contentPolicy lets a page run the site's own script files and style, show
// pictures it drew itself, and nothing else. "file:" is for pages opened from a
// folder, where some browsers do not count that as 'self'.
const contentPolicy = "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src data: blob:; base-uri 'none'; form-action 'none'"

// CSP is the page's content security policy.
func (v view) CSP() string { return contentPolicy }

// Title is the page's title for the browser.
func (v view) Title() string { return v.Page.Title + " | " + v.Site.t("brand") }

// Charts tells whether the page draws any.
func (v view) Charts() bool {
	for _, b := range v.Page.Blocks {
		if b.Figure != nil && !b.Figure.Empty() {
			return true
		}
	}
	return false
}

// Lists tells whether the page reads the list of incidents.
func (v view) Lists() bool {
	for _, b := range v.Page.Blocks {
		if b.List != nil || b.Search != nil {
			return true
		}
	}
	return false
}

// Data is what the page's script needs to know, as JSON.
func (v view) Data() (template.JS, error) {
	return v.siteData(v.Lists() || v.Page.ID == "incident" && v.Incident == nil)
}

// siteData is Data, with what lists and details need where that is wanted.
func (v view) siteData(lists bool) (template.JS, error) {
	s := v.Site
	data := map[string]any{
		"lang": s.lang, "root": v.Root, "page": v.Page.ID, "single": s.opts.SingleFile,
		"messages": s.msg.withPrefix("js."), "eras": s.eras,
	}
	if lists {
		data["codes"] = s.codes
		data["incidents"] = s.info.Incidents
		data["listShards"] = (s.info.Incidents + listShard - 1) / listShard
		data["shards"] = v.Shards
		data["labels"] = s.incidentLabels()
	}
	js, err := json.Marshal(data)
	if err != nil {
		return "", fmt.Errorf("encode site data: %w", err)
	}
	return template.JS(js), nil // #nosec: escaped by json.Marshal
}

// incidentLabels are the texts that the page of an incident needs.
func (s *site) incidentLabels() map[string]string {
	labels := map[string]string{"unknown": s.t("unknown"), "comma": s.t("comma"), "unknown.code": s.t("unknown.code")}
	for _, prefix := range []string{"fact.", "incident.", "records.", "unit.", "col.", "page.incidents"} {
		for key, text := range s.msg.withPrefix(prefix) {
			labels[prefix+key] = text
		}
	}
	return labels
}

// navItem is one entry of the navigation.
type navItem struct{ ID, Name string }

// Nav is the navigation.
func (s *site) Nav() []navItem {
	var items []navItem
	for _, b := range builders() {
		items = append(items, navItem{b.id, s.t("nav." + b.id)})
	}
	return items
}

// Lang is the language of the site.
func (s *site) Lang() string { return s.lang }

// Footer says what the site is made from.
func (s *site) Footer() string {
	return s.t("footer.made", s.num(s.info.Documents), s.num(s.info.Incidents), s.num(s.info.Articles), s.info.LoadedAt, s.info.ToolVersion)
}

// parseTemplates reads the embedded templates.
func parseTemplates(s *site) (*template.Template, error) {
	t := template.New("site").Funcs(template.FuncMap{
		"t":     func(key string) string { return s.t(key) },
		"href":  s.href,
		"inc":   func(i int) int { return i + 1 },
		"query": func(name string) string { return s.href("", "method", "q="+name) },
	})
	t, err := t.ParseFS(templateFiles, "templates/*.html")
	if err != nil {
		return nil, fmt.Errorf("parse templates: %w", err)
	}
	return t, nil
}

// writePage renders a template into a file of the site.
func (s *site) writePage(out *folder, name, tmpl string, v view) error {
	var b bytes.Buffer
	if err := s.templates.ExecuteTemplate(&b, tmpl, v); err != nil {
		return fmt.Errorf("render %s: %w", name, err)
	}
	return out.write(name, b.Bytes())
}
