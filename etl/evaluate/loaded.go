package evaluate

import (
	"context"
	"fmt"
	"path"
	"strings"

	"jikenbo/etl/warehouse"
)

// post is a loaded post with the facts of its incident.
type post struct {
	path, incident     string
	fact               map[string]string // by column; a date as precise as it is
	sentence           map[string]string // by field of evidence: what was read
	categories, events []string
}

// loaded is what the warehouse has, by what labels name.
type loaded struct {
	paths   []string
	posts   map[[2]string]*post // path and ordinal
	byCase  map[[2]string]*post // path and case number
	byTitle map[[2]string]*post // path and title for comparing
}

func read(ctx context.Context, db *warehouse.DB) (*loaded, error) {
	w := &loaded{posts: map[[2]string]*post{}, byCase: map[[2]string]*post{}, byTitle: map[[2]string]*post{}}
	labelled, err := db.Labelled(ctx)
	if err != nil {
		return nil, err
	}
	byIncident := map[string]*post{}
	for i := range labelled.Posts.Rows {
		w.take(labelled.Posts.Record(i), byIncident)
	}
	for _, rows := range []struct {
		r   *warehouse.Result
		put func(p *post, x map[string]string)
	}{
		{labelled.Categories, func(p *post, x map[string]string) { p.categories = append(p.categories, x["data_category_code"]) }},
		{labelled.Events, func(p *post, x map[string]string) { p.events = append(p.events, x["event"]) }},
		{labelled.Sentences, func(p *post, x map[string]string) { p.sentence[x["field"]] = x["sentence"] }},
	} {
		for i := range rows.r.Rows {
			x := rows.r.Record(i)
			if p := byIncident[x["incident_id"]]; p != nil {
				rows.put(p, x)
			}
		}
	}
	return w, nil
}

func (w *loaded) take(x map[string]string, byIncident map[string]*post) {
	p := &post{path: x["path"], incident: x["incident_id"], fact: x, sentence: map[string]string{}}
	for _, f := range flags {
		if x[f] == "false" {
			x[f] = ""
		}
	}
	if p.incident != "" {
		byIncident[p.incident] = p
	}
	if len(w.paths) == 0 || w.paths[len(w.paths)-1] != p.path {
		w.paths = append(w.paths, p.path)
	}
	w.posts[[2]string{p.path, x["ordinal"]}] = p
	if x["case_number"] != "" {
		w.byCase[[2]string{p.path, x["case_number"]}] = p
	}
	w.byTitle[[2]string{p.path, plain(x["title"])}] = p
}

// find gives the post that a label names, nil where there is none. Its document
// is a path, a base name, or the beginning of one.
func (w *loaded) find(l label) (*post, error) {
	path, err := w.document(l.text("doc"))
	if err != nil {
		return nil, err
	}
	return w.posts[[2]string{path, l.text("ordinal")}], nil
}

func (w *loaded) document(doc string) (string, error) {
	var begins []string
	for _, p := range w.paths {
		base := path.Base(strings.ReplaceAll(p, `\`, "/"))
		switch {
		case p == doc || base == doc:
			return p, nil
		case strings.HasPrefix(base, doc):
			begins = append(begins, p)
		}
	}
	switch len(begins) {
	case 0:
		return "", nil
	case 1:
		return begins[0], nil
	}
	return "", fmt.Errorf("doc %q may be any of %s: write more of the name", doc, strings.Join(begins, ", "))
}

// same gives the post of the label's incident: one that is cut off by another
// place of the page still counts for its own facts.
func (w *loaded) same(l label, at *post) *post {
	path, _ := w.document(l.text("doc"))
	if q := w.byCase[[2]string{path, l.text("case_number")}]; q != nil {
		return q
	}
	if q := w.byTitle[[2]string{path, plain(l.text("title"))}]; q != nil {
		return q
	}
	return at
}
