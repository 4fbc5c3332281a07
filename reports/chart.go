package reports

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
)

// Names that script/chart.js replaces: a text that begins with "@" under a key
// "formatter" or "valueFormatter" is one of its functions, "var(--…)" under a key
// that names a colour is that custom property of the style sheet. So the palette
// stands in one place, and light and dark share one option.
const (
	formatCount   = "@count"   // 1万2,345
	formatCompact = "@compact" // 1.2万
	formatDays    = "@days"    // 12日
	formatPercent = "@percent" // 12.3%
)

// color names a custom property of the style sheet.
func color(name string) string { return "var(--" + name + ")" }

// drawable is any chart of go-echarts.
type drawable interface {
	Validate()
	JSON() map[string]any
}

// tooltip adds to go-echarts' tooltip what it lacks: text drawn on the canvas
// instead of HTML, so that no name can become markup.
type tooltip struct {
	opts.Tooltip
	RenderMode string `json:"renderMode"`
	Confine    bool   `json:"confine"`
}

// option gives a chart's options, without the title and the toolbox that the page
// has of its own.
func option(c drawable, tip opts.Tooltip) map[string]any {
	c.Validate()
	o := c.JSON()
	delete(o, "title")
	delete(o, "toolbox")
	delete(o, "color")
	tip.Show = opts.Bool(true)
	o["tooltip"] = tooltip{tip, "richText", true}
	o["animation"] = false
	return o
}

// grid keeps axis labels inside the chart whatever their length; right is the room
// for the labels of lying bars, 28 pixels where nothing is said.
func grid(top, bottom string, right ...string) charts.GlobalOpts {
	g := opts.Grid{Left: "8", Right: "28", Top: top, Bottom: bottom, ContainLabel: opts.Bool(true)}
	if len(right) > 0 {
		g.Right = right[0]
	}
	return charts.WithGridOpts(g)
}

// valueAxis is the axis of numbers; log draws it in powers of ten.
func valueAxis(name, format string, log bool) opts.XAxis {
	axis := opts.XAxis{
		Type: "value", Name: name, NameLocation: "end", NameGap: 6,
		AxisLabel: &opts.AxisLabel{Formatter: types.FuncStr(format), HideOverlap: opts.Bool(true)},
		SplitLine: &opts.SplitLine{Show: opts.Bool(true)},
	}
	if log {
		axis.Type = "log"
		axis.Min = 1
	} else {
		axis.MinInterval = 1
	}
	return axis
}

// legend is the row of series names above a chart; script/30-chart.js makes room
// where it takes several lines.
func legend(show bool) charts.GlobalOpts {
	return charts.WithLegendOpts(opts.Legend{Show: opts.Bool(show), Type: "plain", Top: "0", Left: "0", ItemWidth: 12, ItemHeight: 12, Icon: "roundRect"})
}
