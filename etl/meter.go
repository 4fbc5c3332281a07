package etl

import (
	"io/fs"
	"path/filepath"
)

// meter tells how many bytes were read, of how many.
type meter struct {
	done, total int64
	tell        func(done, total int64)
}

// newMeter sums up the files under paths. What it cannot see (standard input, what
// archives unpack to) makes the total grow on the way.
func newMeter(paths []string, tell func(done, total int64)) *meter {
	m := &meter{tell: tell}
	for _, path := range paths {
		filepath.WalkDir(path, func(_ string, d fs.DirEntry, err error) error {
			if err != nil || !d.Type().IsRegular() {
				return nil
			}
			if info, err := d.Info(); err == nil {
				m.total += info.Size()
			}
			return nil
		})
	}
	return m
}

func (m *meter) add(n int64) {
	m.done += n
	m.total = max(m.total, m.done)
	m.tell(m.done, m.total)
}
