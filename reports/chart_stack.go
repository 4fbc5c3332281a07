package reports

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
)

// layer is one series of a stacked chart, with a value for each class of the axis.
type layer struct {
	Name   string
	Color  string
	Link   string
	Values []float64
}

// stack is a chart of stacked bars.
type stack struct {
	Classes []string // of the axis
	Links   []string // of the classes
	Layers  []layer
	Shaded  []int  // classes that cover only a part of their period
	Shade   string // what the shading says
	Format  string
	Lying   bool // bars lie, classes from top to bottom
}

// spec draws the stack.
func (st stack) spec() spec {
	c := charts.NewBar()
	if st.Lying {
		c.SetGlobalOptions(grid("34", "4"), legend(true),
			charts.WithXAxisOpts(valueAxis("", st.Format, false)), charts.WithYAxisOpts(namesAxis(st.Classes)))
	} else {
		c.SetGlobalOptions(grid("40", "4"), legend(true),
			charts.WithXAxisOpts(opts.XAxis{Type: "category", AxisLabel: &opts.AxisLabel{HideOverlap: opts.Bool(true)}}),
			charts.WithYAxisOpts(countAxis(compactOf(st.Format))))
		c.SetXAxis(st.Classes)
	}
	for i, l := range st.Layers {
		c.AddSeries(l.Name, layerItems(l.Values), st.layerOptions(i)...)
	}
	s := spec{Option: option(c, opts.Tooltip{Trigger: "axis", ValueFormatter: types.FuncStr(st.Format), AxisPointer: &opts.AxisPointer{Type: "shadow"}})}
	s.Links.Data = st.Links
	for _, l := range st.Layers {
		s.Links.Series = append(s.Links.Series, l.Link)
	}
	return s
}

// layerOptions are the options of layer i; the first also carries the shading.
func (st stack) layerOptions(i int) []charts.SeriesOpts {
	options := []charts.SeriesOpts{
		charts.WithBarChartOpts(opts.BarChart{Stack: "all", BarCategoryGap: "22%"}), barWidth("56"),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: color(st.Layers[i].Color)}),
		charts.WithEmphasisOpts(opts.Emphasis{}),
	}
	if i > 0 || len(st.Shaded) == 0 {
		return options
	}
	var areas []opts.MarkAreaNameXAxisItem
	for _, class := range st.Shaded {
		areas = append(areas, opts.MarkAreaNameXAxisItem{Name: st.Shade, XAxis: st.Classes[class]})
	}
	return append(options, shadedClasses(areas)...)
}

// shadedClasses draws a hatched ground behind single classes.
func shadedClasses(areas []opts.MarkAreaNameXAxisItem) []charts.SeriesOpts {
	pairs := make([][]opts.MarkAreaData, 0, len(areas))
	for _, a := range areas {
		from := opts.MarkAreaData{Name: a.Name}
		from.XAxis = a.XAxis
		to := opts.MarkAreaData{}
		to.XAxis = a.XAxis
		pairs = append(pairs, []opts.MarkAreaData{from, to})
	}
	return []charts.SeriesOpts{
		charts.WithMarkAreaData(pairs...),
		charts.WithMarkAreaStyleOpts(opts.MarkAreaStyle{
			Label:     &opts.Label{Show: opts.Bool(false)},
			ItemStyle: &opts.ItemStyle{Color: color("shade")},
		}),
	}
}

func layerItems(values []float64) []opts.BarData {
	items := make([]opts.BarData, len(values))
	for i, v := range values {
		items[i] = opts.BarData{Value: v}
	}
	return items
}
