package source

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"jikenbo/etl/notice"
)

// Walk finds the inputs under paths and hands each to visit, in the order of the
// paths, folders sorted by name and walked to the bottom. "-" is standard input.
// .gz files are seen through; of .zip archives the members are the inputs, good
// only until visit returns. Which is which is seen from the first bytes, not the name.
//
// Files and folders whose name begins with a dot are passed over, as are a second
// mention of a path and a second way to a folder; a link to a folder above itself,
// a device, what is missing and what cannot be read go to reject. The error is
// that of ctx, visit or reject.
func Walk(ctx context.Context, paths []string, opt Options, visit func(*Input) error, reject func(notice.Reject) error) error {
	w := walker{ctx: ctx, opt: opt.withDefaults(), visit: visit, reject: reject, seen: map[string]bool{}, folders: map[string]bool{}}
	for _, path := range paths {
		if err := w.root(path); err != nil {
			return err
		}
	}
	return nil
}

type walker struct {
	ctx     context.Context
	opt     Options
	visit   func(*Input) error
	reject  func(notice.Reject) error
	seen    map[string]bool // files by path
	folders map[string]bool // folders by their real path
	found   int
}

func (w *walker) bad(path, code, reason string) error {
	w.found++
	return w.reject(notice.Reject{Path: validPath(path), Code: code, Reason: reason})
}

func (w *walker) badErr(path string, err error) error {
	if isStop(err) {
		return err
	}
	code, reason := rejectOf(err)
	return w.bad(path, code, reason)
}

func (w *walker) root(path string) error {
	if path == "-" && w.opt.Stdin != nil {
		return w.stdin()
	}
	path = filepath.Clean(path)
	before := w.found
	info, err := os.Stat(path)
	if err != nil {
		return w.badErr(path, err)
	}
	if !info.IsDir() {
		return w.file(path, info)
	}
	if err := w.folder(path, nil); err != nil {
		return err
	}
	if w.found == before {
		return w.bad(path, notice.RejectNoPost, "the folder holds no file")
	}
	return nil
}

// folder walks a folder; above are the real paths of those it stands in. Links to
// folders come last, so that a folder is found under its own name first.
func (w *walker) folder(path string, above []string) error {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return w.badErr(path, err)
	}
	if real, err = filepath.Abs(real); err != nil {
		return w.badErr(path, err)
	}
	for _, a := range above {
		if a == real {
			return w.bad(path, notice.RejectUnsafe, "the link leads back to a folder it stands in")
		}
	}
	if w.folders[real] {
		w.found++
		return nil
	}
	w.folders[real] = true
	entries, err := os.ReadDir(path)
	if err != nil {
		return w.badErr(path, err)
	}
	above = append(above[:len(above):len(above)], real)
	var links []string
	for _, e := range entries {
		link, err := w.entry(filepath.Join(path, e.Name()), e, above)
		if err != nil {
			return err
		}
		if link {
			links = append(links, filepath.Join(path, e.Name()))
		}
	}
	for _, name := range links {
		if err := w.folder(name, above); err != nil {
			return err
		}
	}
	return nil
}

// entry takes one entry of a folder, and says whether it is a link to another,
// which is left for later.
func (w *walker) entry(name string, e os.DirEntry, above []string) (link bool, err error) {
	if err := w.ctx.Err(); err != nil {
		return false, err
	}
	if strings.HasPrefix(e.Name(), ".") {
		return false, nil
	}
	if e.IsDir() {
		return false, w.folder(name, above)
	}
	info, err := os.Stat(name)
	if err != nil {
		return false, w.badErr(name, err)
	}
	if info.IsDir() {
		return true, nil
	}
	return false, w.file(name, info)
}

func (w *walker) file(path string, info os.FileInfo) error {
	if w.seen[path] {
		return nil
	}
	w.seen[path] = true
	if !info.Mode().IsRegular() {
		return w.bad(path, notice.RejectUnreadable, "it is no regular file but a device, a pipe or a socket")
	}
	return w.expand(blob{path: validPath(path), size: info.Size(), open: func() (io.ReadCloser, error) { return os.Open(path) }}, 0)
}

// stdin keeps what standard input gives, since it is read twice: for its hash and
// for its posts.
func (w *walker) stdin() error {
	kept, err := keep(w.ctx, w.opt.Stdin, w.opt.MaxExpanded)
	if err != nil {
		return w.badErr("-", err)
	}
	defer kept.Close()
	return w.expand(blob{path: "-", size: kept.size, open: kept.open}, 0)
}

// blob is some bytes with a name, before it is known what they are.
type blob struct {
	path string
	size int64
	open func() (io.ReadCloser, error)
}

// expand looks at the first bytes of b: an archive is opened, anything else is an
// input. nesting is the number of archives around it.
func (w *walker) expand(b blob, nesting int) error {
	head, err := headOf(b.open)
	if err != nil {
		return w.badErr(b.path, err)
	}
	isGzip, isZip := bytes.HasPrefix(head, []byte("\x1f\x8b")), isZipHead(head)
	if (isGzip || isZip) && nesting > w.opt.MaxNesting {
		return w.bad(b.path, notice.RejectUnsafe, fmt.Sprintf("archives within archives are read %d deep: unpack it first", w.opt.MaxNesting))
	}
	switch {
	case isZip:
		return w.zip(b, nesting)
	case isGzip:
		return w.gzip(b, nesting)
	}
	w.found++
	return w.visit(&Input{Path: b.path, Size: b.size, raw: b.open})
}

func headOf(open func() (io.ReadCloser, error)) ([]byte, error) {
	r, err := open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	head := make([]byte, 512)
	n, err := io.ReadFull(r, head)
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		err = nil
	}
	return head[:n], err
}

// validPath is path as text that a database and a terminal can take: bytes that are no
// UTF-8 become U+FFFD. Control characters stay, as they are part of the name.
func validPath(path string) string { return strings.ToValidUTF8(path, "\ufffd") }

// printable leaves no control character in a message.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}
