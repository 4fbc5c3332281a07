package main

import (
	"io"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress shows a person how many bytes are read.
type progress struct{ bar *progressbar.ProgressBar }

func newProgress(w io.Writer) progress {
	return progress{progressbar.NewOptions64(-1, progressbar.OptionSetWriter(w), progressbar.OptionShowBytes(true),
		progressbar.OptionSetDescription("reading"), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())}
}

func (p progress) set(done, total int64) {
	if total > 0 && p.bar.GetMax64() != total {
		p.bar.ChangeMax64(total)
	}
	if done == total {
		p.bar.Describe("building")
	}
	p.bar.Set64(done)
}

func (p progress) close() { p.bar.Finish() }
