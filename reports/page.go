package reports

import "context"

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
	More    chip   // a link under a table; none where its text is empty
	Prose   []prose
	List    *listBlock
	Queries []queryText
	Search  *searchBlock
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
		{"time", timePage},
		{"sectors", sectorsPage},
		{"causes", causesPage},
		{"data", dataPage},
		{"organizations", organizationsPage},
		{"incidents", incidentsPage},
		{"quality", qualityPage},
		{"method", methodPage},
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

// newFigure gives a figure of a query of the same name, with its title from the
// catalogue and its chart encoded.
func (s *site) newFigure(id string, span, height int, c spec, behind table) (*figure, error) {
	js, err := c.encode()
	if err != nil {
		return nil, err
	}
	behind.ID = id
	return &figure{ID: id, Query: id, Title: s.t("figure." + id), Height: height, Span: span, Spec: js, Table: behind}, nil
}

// gather runs the makers of blocks one after the other.
func gather(ctx context.Context, makers ...func(context.Context) (block, error)) ([]block, error) {
	var blocks []block
	for _, m := range makers {
		b, err := m(ctx)
		if err != nil {
			return nil, err
		}
		blocks = append(blocks, b)
	}
	return blocks, nil
}
