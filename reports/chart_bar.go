package reports

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
)

// bar is one bar of a chart.
type bar struct {
	Name  string
	Value float64
	Color string // name of a colour of the style sheet
	Link  string // parameters of the list of incidents; empty leads nowhere
}

// barsHeight is the height in pixels of a chart with lying bars.
func barsHeight(bars []bar) int { return len(bars)*26 + 40 }

// lyingBars draws a bar for each row, the first on top, with its value beside it.
func lyingBars(series string, bars []bar, format string, log bool) spec {
	c := charts.NewBar()
	c.SetGlobalOptions(grid("4", "4", "84"), legend(false),
		charts.WithXAxisOpts(valueAxis("", compactOf(format), log)),
		charts.WithYAxisOpts(namesAxis(barNames(bars))))
	c.AddSeries(series, barItems(bars),
		barWidth("18"),
		charts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Position: "right", Formatter: types.FuncStr(format)}))
	return spec{option(c, opts.Tooltip{Trigger: "item", ValueFormatter: types.FuncStr(format)}), links{Data: barLinks(bars)}}
}

// standingBars draws a bar for each class of an ordered scale, with lines between
// classes where a guideline ends. The lines stand on an axis of their own that counts
// the classes, because an axis of names has no places between them.
func standingBars(series string, bars []bar, format string, lines []guideline) spec {
	c := charts.NewBar()
	top := "22"
	if len(lines) > 0 {
		top = "34" // room for the names of the lines
	}
	c.SetGlobalOptions(grid(top, "4"), legend(false),
		charts.WithXAxisOpts(opts.XAxis{Type: "category", AxisLabel: &opts.AxisLabel{Interval: "0"}}),
		charts.WithYAxisOpts(countAxis(compactOf(format))))
	c.SetXAxis(barNames(bars))
	c.AddSeries(series, barItems(bars),
		charts.WithBarChartOpts(opts.BarChart{BarCategoryGap: "12%"}), barWidth("72"),
		charts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Position: "top", Formatter: types.FuncStr(format)}))
	if len(lines) > 0 {
		c.ExtendXAxis(opts.XAxis{Type: "value", Show: opts.Bool(false), Min: 0, Max: len(bars)})
		l := charts.NewLine()
		l.AddSeries("", nil, append(guidelineMarks(lines, "end"), charts.WithLineChartOpts(opts.LineChart{XAxisIndex: 1}))...)
		c.Overlap(l)
	}
	return spec{option(c, opts.Tooltip{Trigger: "item", ValueFormatter: types.FuncStr(format)}), links{Data: barLinks(bars)}}
}

// barWidth keeps bars from growing beyond so many pixels.
func barWidth(most string) charts.SeriesOpts {
	return charts.WithSeriesOpts(func(s *charts.SingleSeries) { s.BarMaxWidth = most })
}

// guideline is a line across a chart: at a value of the axis, or after so many
// classes where the axis has classes.
type guideline struct {
	At   float64
	Name string
}

// guidelineMarks draws the lines, thin and named at one end (start, end).
func guidelineMarks(lines []guideline, end string) []charts.SeriesOpts {
	if len(lines) == 0 {
		return nil
	}
	var items []opts.MarkLineNameXAxisItem
	for _, l := range lines {
		items = append(items, opts.MarkLineNameXAxisItem{Name: l.Name, XAxis: l.At})
	}
	return []charts.SeriesOpts{
		charts.WithMarkLineNameXAxisItemOpts(items...),
		charts.WithMarkLineStyleOpts(opts.MarkLineStyle{
			Symbol:    []string{"none", "none"},
			Label:     &opts.Label{Show: opts.Bool(true), Formatter: "{b}", Position: end, FontSize: 11, Color: color("muted")},
			LineStyle: &opts.LineStyle{Color: color("guide"), Type: "dashed", Width: 1.5},
		}),
	}
}

// namesAxis is an axis of names from top to bottom.
func namesAxis(names []string) opts.YAxis {
	return opts.YAxis{
		Type: "category", Data: names, Inverse: opts.Bool(true),
		AxisLabel: &opts.AxisLabel{Formatter: "@name", Interval: "0"},
	}
}

// countAxis is a standing axis of counts.
func countAxis(format string) opts.YAxis {
	return opts.YAxis{
		Type: "value", MinInterval: 1,
		AxisLabel: &opts.AxisLabel{Formatter: types.FuncStr(format)},
	}
}

// compactOf is the format of an axis for values of a format.
func compactOf(format string) string {
	if format == formatCount {
		return formatCompact
	}
	return format
}

func barNames(bars []bar) []string {
	names := make([]string, len(bars))
	for i, b := range bars {
		names[i] = b.Name
	}
	return names
}

func barLinks(bars []bar) []string {
	links := make([]string, len(bars))
	for i, b := range bars {
		links[i] = b.Link
	}
	return links
}

func barItems(bars []bar) []opts.BarData {
	items := make([]opts.BarData, len(bars))
	for i, b := range bars {
		items[i] = opts.BarData{Name: b.Name, Value: b.Value, ItemStyle: &opts.ItemStyle{Color: color(b.Color)}}
	}
	return items
}
