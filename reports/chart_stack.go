package reports

import (
	"slices"

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
	Shaded  []int // classes that cover only a part of their period, drawn pale
	Format  string
	Lying   bool // bars lie, classes from top to bottom
}

// spec draws the stack.
func (st stack) spec() spec {
	c := charts.NewBar()
	if st.Lying {
		c.SetGlobalOptions(grid("34", "4"), legend(true),
			charts.WithXAxisOpts(st.lyingAxis()), charts.WithYAxisOpts(namesAxis(st.Classes)))
	} else {
		c.SetGlobalOptions(grid("40", "4"), legend(true),
			charts.WithXAxisOpts(opts.XAxis{Type: "category", AxisLabel: &opts.AxisLabel{HideOverlap: opts.Bool(true)}}),
			charts.WithYAxisOpts(countAxis(compactOf(st.Format))))
		c.SetXAxis(st.Classes)
	}
	for i, l := range st.Layers {
		c.AddSeries(l.Name, st.layerItems(l.Values), st.layerOptions(i)...)
	}
	s := spec{Option: option(c, opts.Tooltip{Trigger: "axis", ValueFormatter: types.FuncStr(st.Format), AxisPointer: &opts.AxisPointer{Type: "shadow"}})}
	s.Links.Data = st.Links
	for _, l := range st.Layers {
		s.Links.Series = append(s.Links.Series, l.Link)
	}
	return s
}

// lyingAxis is the axis of values of lying bars; percents end at a hundred.
func (st stack) lyingAxis() opts.XAxis {
	axis := valueAxis("", st.Format, false)
	if st.Format == formatPercent {
		axis.Max = 100
	}
	return axis
}

// layerOptions are the options of layer i.
func (st stack) layerOptions(i int) []charts.SeriesOpts {
	return []charts.SeriesOpts{
		charts.WithBarChartOpts(opts.BarChart{Stack: "all", BarCategoryGap: "22%"}), barWidth("56"),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: color(st.Layers[i].Color)}),
	}
}

// layerItems are the bars of a layer; those of partial periods are pale.
func (st stack) layerItems(values []float64) []opts.BarData {
	items := make([]opts.BarData, len(values))
	for i, v := range values {
		items[i] = opts.BarData{Value: v}
		if slices.Contains(st.Shaded, i) {
			items[i].ItemStyle = &opts.ItemStyle{Opacity: opts.Float(0.4)}
		}
	}
	return items
}
