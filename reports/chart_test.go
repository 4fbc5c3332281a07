package reports

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// TestChartOptions compares the options of each kind of chart with testdata/chart.
func TestChartOptions(t *testing.T) {
	hostile := `</script>"__f__` + "\u2028"
	bars := []bar{{"公務", 12345, "s-S", "sector=S"}, {clean(hostile), 3, "c-other", ""}}
	lines := []guideline{{1, "5日"}, {2, "30日"}}
	is := func(name string, c spec) {
		t.Helper()
		js, err := c.encode()
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(js), "</script") || strings.Contains(string(js), jsMarker) || strings.Contains(string(js), "\u2028") {
			t.Errorf("%s: a name is not encoded: %s", name, js)
		}
		if !strings.Contains(string(js), `"renderMode":"richText"`) {
			t.Errorf("%s: the tooltip is not drawn as text", name)
		}
		var got bytes.Buffer
		if err := json.Indent(&got, []byte(js), "", " "); err != nil {
			t.Fatal(err)
		}
		got.WriteByte('\n')
		golden(t, filepath.Join("testdata", "chart", name+".json"), got.Bytes())
	}
	is("lying", lyingBars("件数", bars, formatCount, false))
	is("lying-log", lyingBars("人数", bars, formatCount, true))
	is("standing", standingBars("件数", bars, formatCount, nil))
	is("standing-guidelines", standingBars("件数", bars, formatCount, lines))
	st := stack{Classes: []string{"2024-01", "2024-02"}, Links: []string{"month=2024-01", "month=2024-02"}, Shaded: []int{1}, Format: formatCount,
		Layers: []layer{{"外部", "c-external_attack", "group=external_attack", []float64{1, 2}}, {"ミス", "c-human_error", "group=human_error", []float64{0, 4}}}}
	is("stack", st.spec())
	st.Lying, st.Format, st.Shaded = true, formatPercent, nil
	is("stack-lying", st.spec())
	is("treemap", treemap("人数", bars, formatCount))
	is("sankey", sankey("件数", bars, []edge{{0, 1, 5, "a=b"}}, formatCount))
	is("heat", heatMap("件数", []string{"公務", "教育"}, []string{"紛失"}, []square{{0, 0, 1, "x"}, {1, 0, 9, "y"}}, formatCount))
	is("spreads", spreads("中央値", "90%点", []spread{{"公務 (3)", 12.5, 40, 3, "s-S", "sector=S"}}, lines))
}

// golden compares bytes with a file, or rewrites it.
func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs (go test -update rewrites it); got\n%s", path, got)
	}
}
