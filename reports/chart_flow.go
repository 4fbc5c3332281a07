package reports

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
)

// tile is one tile of a treemap: go-echarts' node has no colour and holds only int.
type tile struct {
	Name      string          `json:"name"`
	Value     int64           `json:"value"`
	ItemStyle *opts.ItemStyle `json:"itemStyle,omitempty"`
}

// treemap draws each bar as a tile whose area is its value.
func treemap(series string, bars []bar, format string) spec {
	c := charts.NewTreeMap()
	c.SetGlobalOptions(legend(false))
	c.AddSeries(series, nil,
		charts.WithTreeMapOpts(opts.TreeMapChart{Roam: opts.Bool(false), Left: "0", Right: "0", Top: "0", Bottom: "0"}),
		charts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Formatter: types.FuncStr("@tile" + format)}))
	tiles := make([]tile, len(bars))
	var s spec
	for i, b := range bars {
		tiles[i] = tile{b.Name, int64(b.Value), &opts.ItemStyle{Color: color(b.Color), BorderColor: color("surface"), BorderWidth: 1}}
		s.Links.Data = append(s.Links.Data, b.Link)
	}
	c.MultiSeries[0].Data = tiles
	s.Option = option(c, opts.Tooltip{Trigger: "item", ValueFormatter: types.FuncStr(format)})
	return s
}

// edge is a flow from one node of a sankey to another.
type edge struct {
	From, To int // indexes of nodes
	Value    float64
	Link     string
}

// sankey draws flows between nodes; the value of a node is its largest side.
func sankey(series string, nodes []bar, edges []edge, format string) spec {
	c := charts.NewSankey()
	c.SetGlobalOptions(legend(false))
	var s spec
	items := make([]opts.SankeyNode, len(nodes))
	for i, n := range nodes {
		items[i] = opts.SankeyNode{Name: n.Name, ItemStyle: &opts.ItemStyle{Color: color(n.Color)}}
		s.Links.Data = append(s.Links.Data, n.Link)
	}
	flows := make([]opts.SankeyLink, len(edges))
	for i, e := range edges {
		flows[i] = opts.SankeyLink{Source: e.From, Target: e.To, Value: float32(e.Value)}
		s.Links.Edge = append(s.Links.Edge, e.Link)
	}
	c.AddSeries(series, items, flows,
		charts.WithLineStyleOpts(opts.LineStyle{Color: "source", Opacity: opts.Float(0.3), Curveness: 0.5}),
		charts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Formatter: "@name"}))
	s.Option = option(c, opts.Tooltip{Trigger: "item", ValueFormatter: types.FuncStr(format)})
	return s
}

// square is one field of a heat map; X and Y are indexes of the axes' names.
type square struct {
	X, Y  int
	Value float64
	Link  string
}

// heatItem is a field of a heat map: go-echarts' has no label of its own.
type heatItem struct {
	Value [3]any      `json:"value"`
	Label *opts.Label `json:"label,omitempty"`
}

// heatMap draws a field for each pair of names, stronger where there is more; the
// numbers in strong fields are set in another colour.
func heatMap(series string, xs, ys []string, squares []square, format string) spec {
	c := charts.NewHeatMap()
	most := 1.0
	for _, q := range squares {
		most = max(most, q.Value)
	}
	items := make([]heatItem, len(squares))
	var s spec
	for i, q := range squares {
		items[i].Value = [3]any{q.X, q.Y, q.Value}
		if q.Value > most*0.72 {
			items[i].Label = &opts.Label{Color: color("heat-strong-ink")}
		}
		s.Links.Data = append(s.Links.Data, q.Link)
	}
	c.SetGlobalOptions(grid("4", "4"), legend(false),
		charts.WithXAxisOpts(opts.XAxis{Type: "category", Data: xs, Position: "top", SplitArea: &opts.SplitArea{Show: opts.Bool(true)}, AxisLabel: &opts.AxisLabel{Formatter: "@name", Rotate: 40, Interval: "0"}}),
		charts.WithYAxisOpts(namesAxis(ys)),
		charts.WithVisualMapOpts(opts.VisualMap{
			Min: 0, Max: float32(most), Show: opts.Bool(false),
			InRange: &opts.VisualMapInRange{Color: []string{color("heat-0"), color("heat-1"), color("heat-2")}},
		}))
	c.AddSeries(series, nil,
		charts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Formatter: types.FuncStr(format)}))
	c.MultiSeries[0].Data = items
	s.Option = option(c, opts.Tooltip{Trigger: "item", ValueFormatter: types.FuncStr(format)})
	return s
}

// spread is the distribution of durations in one class.
type spread struct {
	Name        string
	Median, P90 float64
	N           int64
	Color, Link string
}

// spreads draws the median of each class as a bar and its 90th percentile as a
// point with both numbers beside it, and guidelines across.
func spreads(median, p90 string, classes []spread, lines []guideline) spec {
	bars := make([]bar, len(classes))
	points := make([]opts.ScatterData, len(classes))
	for i, k := range classes {
		bars[i] = bar{k.Name, k.Median, k.Color, k.Link}
		points[i] = opts.ScatterData{Value: [3]any{k.P90, i, k.Median}, Symbol: "diamond", SymbolSize: 11}
	}
	c := charts.NewBar()
	c.SetGlobalOptions(grid("34", "4", "84"), legend(true),
		charts.WithXAxisOpts(valueAxis("", formatDays, false)),
		charts.WithYAxisOpts(namesAxis(barNames(bars))))
	c.AddSeries(median, barItems(bars), append([]charts.SeriesOpts{
		barWidth("16"),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: color("accent")}),
	}, guidelineMarks(lines, "start")...)...)
	p := charts.NewScatter()
	p.AddSeries(p90, points, charts.WithItemStyleOpts(opts.ItemStyle{Color: color("muted")}),
		charts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Position: "right", Formatter: "@spread", BackgroundColor: color("surface")}),
		charts.WithSeriesTooltipOpts(opts.SeriesTooltip{Formatter: "@spreadTip"}))
	c.Overlap(p)
	return spec{option(c, opts.Tooltip{Trigger: "item", ValueFormatter: formatDays}), links{Data: barLinks(bars)}}
}
