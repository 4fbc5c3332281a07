package reports

import (
	"os"
	"strconv"
	"testing"
)

// keepSite says where to keep a site and of how many notices, or skips.
func keepSite(t *testing.T) (string, int) {
	t.Helper()
	out := os.Getenv("JIKENBO_SITE")
	if out == "" {
		t.Skip("JIKENBO_SITE names no folder to keep a site in")
	}
	n, err := strconv.Atoi(os.Getenv("JIKENBO_SITE_N"))
	if err != nil {
		n = 40
	}
	return out, n
}
