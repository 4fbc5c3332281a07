package reports

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
)

// marker is a file by which a folder is known to be a site of jikenbo, so that
// nothing else is ever replaced.
const marker = ".jikenbo-site"

// folder is a site being written, hidden beside the place it is for.
type folder struct {
	place string // where it will stand
	temp  string // where it is written
	bytes atomic.Int64
}

// newFolder begins a site for a place, which must be free, empty, or a site.
func newFolder(place string) (*folder, error) {
	place = filepath.Clean(place)
	if err := replaceable(place); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
		return nil, fmt.Errorf("make folder of %s: %w", place, err)
	}
	temp, err := os.MkdirTemp(filepath.Dir(place), ".jikenbo-new-*")
	if err != nil {
		return nil, fmt.Errorf("make folder beside %s: %w", place, err)
	}
	f := &folder{place: place, temp: temp}
	if err := errors.Join(os.Chmod(temp, 0o755), f.write(marker, nil)); err != nil {
		f.abandon()
		return nil, err
	}
	return f, nil
}

// replaceable tells whether a site may be put in the place of what is there.
func replaceable(place string) error {
	entries, err := os.ReadDir(place)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("replace %s: it is not a folder", place)
	case len(entries) == 0:
		return nil
	}
	if _, err := os.Stat(filepath.Join(place, marker)); err != nil {
		return fmt.Errorf("replace %s: it holds files that are not a site of jikenbo: name another folder", place)
	}
	return nil
}

// write writes one file of the site, making its folder.
func (f *folder) write(name string, data []byte) error {
	path := filepath.Join(f.temp, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	f.bytes.Add(int64(len(data)))
	return nil
}

// swap puts the new site in its place and removes the old one. Between the two
// renames there is no site for an instant; if the second fails, the old is put back.
func (f *folder) swap() error {
	old := f.temp + "-old"
	err := os.Rename(f.place, old)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("move the old site %s away: %w", f.place, err)
	}
	if err := os.Rename(f.temp, f.place); err != nil {
		return errors.Join(fmt.Errorf("put the new site in its place: %w", err), os.Rename(old, f.place))
	}
	if err := os.RemoveAll(old); err != nil {
		return fmt.Errorf("remove the old site: %w", err)
	}
	return nil
}

// abandon removes what was written, unless it has been swapped in.
func (f *folder) abandon() { os.RemoveAll(f.temp) }

// fileName is the name of an incident's file: its id where that is plain, else the
// hash of it. Ids come from notices and could otherwise name any path.
func fileName(id string) string {
	plain := id != "" && len(id) <= 80 && strings.Trim(id, "0123456789abcdefghijklmnopqrstuvwxyz-") == ""
	if plain && !strings.HasPrefix(id, "-") {
		return id
	}
	sum := sha256.Sum256([]byte(id))
	return "x" + hex.EncodeToString(sum[:16])
}
