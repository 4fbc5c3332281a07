package reports

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// vendorFiles are the scripts that `make assets` fetches from npm; a checkout
// without them holds only the README.
//
//go:embed assets
var vendorFiles embed.FS

//go:embed templates/*.html
var templateFiles embed.FS

//go:embed script/*.js
var scriptFiles embed.FS

//go:embed style/*.css
var styleFiles embed.FS

// ErrNoAssets says that the program was built without ECharts.
var ErrNoAssets = errors.New("this program was built without the chart scripts: run make, which fetches them from npm, and use bin/jikenbo")

// vendor are the scripts of others with their licences, by file name.
type vendor map[string][]byte

// Names of the scripts of others.
const (
	echartsScript = "echarts.min.js"
	tableScript   = "table-core.min.js"
)

// vendorScripts gives them all, or ErrNoAssets.
func vendorScripts() (vendor, error) {
	found := vendor{}
	entries, err := fs.ReadDir(vendorFiles, "assets")
	if err != nil {
		return nil, fmt.Errorf("read embedded assets: %w", err)
	}
	for _, e := range entries {
		data, err := vendorFiles.ReadFile("assets/" + e.Name())
		if err != nil {
			return nil, fmt.Errorf("read embedded asset %s: %w", e.Name(), err)
		}
		if !strings.HasPrefix(e.Name(), "README") {
			found[e.Name()] = data
		}
	}
	if found[echartsScript] == nil || found[tableScript] == nil {
		return nil, ErrNoAssets
	}
	return found, nil
}

// siteScript is the script of the pages.
func siteScript() []byte { return joinFiles(scriptFiles, "script", ".js") }

// siteStyle is the style of the pages.
func siteStyle() []byte { return joinFiles(styleFiles, "style", ".css") }
