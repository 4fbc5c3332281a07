package etl

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// prune takes out the documents below the given paths whose file is gone. A given
// folder that is itself not there takes nothing with it: it may be a disk that is
// not mounted, or a slip of the pen.
func (ld *loader) prune() error {
	known := ld.into.Paths()
	slices.Sort(known)
	for _, path := range known {
		if path == "-" || !ld.known[path] || ld.seen[path] || !ld.asked(path) || !ld.gone(path) {
			continue
		}
		if err := ld.into.Remove(path); err != nil {
			return err
		}
	}
	return nil
}

// asked says whether a document's path is one of the given ones or below one that
// is there.
func (ld *loader) asked(path string) bool {
	file, _, _ := strings.Cut(path, "!")
	for _, root := range ld.opt.Paths {
		clean := filepath.Clean(root)
		if filepath.Clean(file) == clean {
			return true
		}
		below := clean == "." && !filepath.IsAbs(file) || strings.HasPrefix(file, strings.TrimSuffix(clean, "/")+"/")
		if _, err := os.Stat(root); below && err == nil {
			return true
		}
	}
	return false
}

// gone says whether the file is no longer there, or its archive, which was read, has
// no such member. What merely cannot be looked at is not gone.
func (ld *loader) gone(path string) bool {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return false
	}
	archive, _, isMember := strings.Cut(path, "!")
	if _, err := os.Lstat(archive); isMember && err == nil {
		return !ld.refused[archive]
	}
	return true
}
