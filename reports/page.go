package reports

import (
	"context"
	"html/template"
)

// page is one page of the site: a title and blocks from top to bottom.
type page struct {
	ID     string // overview, time, …; its file is ID.html, index.html for overview
	Title  string
	Lead   string // one or two sentences on what the page shows
	Blocks []block
}

// block is one part of a page. Exactly one of the pointers and slices is set.
type block struct {
	Heading string // above the block, where it begins a section
	Span    int    // columns of twelve on a wide screen
	KPIs    []kpi
	Figure  *figure
	Table   *table
	Note    string // under a table
	Prose   []prose
	List    *listBlock
	Queries []queryText
}

// kpi is a key figure.
type kpi struct {
	Name, Value, Unit string
	Sub               string // what it rests on
	Change            string // against the year before; empty where that cannot be said
}

// prose is a heading with paragraphs.
type prose struct {
	Heading    string
	Paragraphs []string
}

// queryText is a query as the page of methods shows it.
type queryText struct {
	Name, Title, SQL string
}

// builder makes a page.
type builder struct {
	id    string
	build func(context.Context, *site) ([]block, error)
}

// builders are the pages in the order of the navigation.
func builders() []builder {
	return []builder{
		{"overview", overviewPage},
		{"incidents", incidentsPage},
	}
}

// buildPages makes all pages but those of single incidents.
func (s *site) buildPages(ctx context.Context) ([]page, error) {
	var pages []page
	for _, b := range builders() {
		blocks, err := b.build(ctx, s)
		if err != nil {
			return nil, err
		}
		pages = append(pages, page{b.id, s.t("page." + b.id), s.t("lead." + b.id), blocks})
	}
	return pages, nil
}

// newFigure gives a figure with its texts from the catalogue and its chart encoded.
func (s *site) newFigure(id string, span, height int, c spec, behind table) (*figure, error) {
	js, err := c.encode()
	if err != nil {
		return nil, err
	}
	behind.ID, behind.Sortable = id, true
	if len(behind.Rows) == 0 {
		js = template.JS("null")
	}
	return &figure{ID: id, Title: s.t("figure." + id), Height: height, Span: span, Spec: js, Table: behind}, nil
}
