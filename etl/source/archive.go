package source

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"

	"jikenbo/etl/notice"
)

func isZipHead(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06"))
}

// gzip sees through a packed file: the input keeps its name and its hash is that of
// the packed bytes.
func (w *walker) gzip(b blob, nesting int) error {
	unpack := func(r io.ReadCloser) (io.ReadCloser, error) { return w.gunzip(r, b.size) }
	inner := blob{path: b.path, size: -1, open: func() (io.ReadCloser, error) {
		r, err := b.open()
		if err != nil {
			return nil, err
		}
		return unpack(r)
	}}
	head, err := headOf(inner.open)
	if err != nil && !isStop(err) {
		return w.bad(b.path, notice.RejectBroken, "the .gz file is damaged: "+rootCause(err))
	}
	if isZipHead(head) || bytes.HasPrefix(head, []byte("\x1f\x8b")) {
		return w.expand(inner, nesting+1)
	}
	w.found++
	return w.visit(&Input{Path: b.path, Size: b.size, raw: b.open, unpack: unpack})
}

func (w *walker) gunzip(r io.ReadCloser, size int64) (io.ReadCloser, error) {
	z, err := gzip.NewReader(r)
	if err != nil {
		r.Close()
		return nil, err
	}
	return &bounded{r: z, left: w.room(size), under: r}, nil
}

// room is how many bytes something packed of this size may unpack to.
func (w *walker) room(packed int64) int64 {
	if packed < 0 {
		return w.opt.MaxExpanded
	}
	return min(w.opt.MaxExpanded, max(freeExpand, packed*w.opt.MaxRatio))
}

// bounded reads until a bomb would have gone off.
type bounded struct {
	r     io.Reader
	left  int64
	under io.Closer
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return 0, errUnsafe
	}
	return n, err
}

func (b *bounded) Close() error { return b.under.Close() }

// zip walks the members of an archive in its order.
func (w *walker) zip(b blob, nesting int) error {
	file, err := w.seekable(b)
	if err != nil {
		return w.badErr(b.path, err)
	}
	defer file.Close()
	z, err := zip.NewReader(file, file.size)
	if err != nil {
		return w.bad(b.path, notice.RejectBroken, "the .zip archive is damaged: "+rootCause(err))
	}
	if len(z.File) > w.opt.MaxMembers {
		return w.bad(b.path, notice.RejectUnsafe, "the archive has more members than the limit")
	}
	total := uint64(0)
	for _, m := range z.File {
		if m.Name == "[Content_Types].xml" || m.Name == "mimetype" {
			return w.bad(b.path, notice.RejectBinary, "it is an office document or a book: save it as text or HTML")
		}
		if total += m.UncompressedSize64; total > uint64(w.room(file.size)) || m.UncompressedSize64 > 1<<62 {
			return w.bad(b.path, notice.RejectUnsafe, errUnsafe.Error())
		}
	}
	before := w.found
	for _, m := range z.File {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		if err := w.member(b.path, m, nesting); err != nil {
			return err
		}
	}
	if w.found == before {
		return w.bad(b.path, notice.RejectNoPost, "the archive holds no file")
	}
	return nil
}

func (w *walker) member(archive string, m *zip.File, nesting int) error {
	name := memberName(m)
	shown := archive + "!" + validPath(name)
	base := path.Base(strings.TrimSuffix(name, "/"))
	switch {
	case leadsOut(name):
		return w.bad(shown, notice.RejectUnsafe, "the name of the member leads out of the archive")
	case m.Mode().IsDir() || strings.HasSuffix(name, "/"), strings.HasPrefix(base, "."), strings.HasPrefix(name, "__MACOSX/"):
		return nil
	case !m.Mode().IsRegular():
		return w.bad(shown, notice.RejectUnsafe, "the member is a link or a device")
	case m.Flags&1 != 0:
		return w.bad(shown, notice.RejectUnreadable, "the member is encrypted: unpack it with its password first")
	}
	open := func() (io.ReadCloser, error) {
		r, err := m.Open()
		if err != nil {
			return nil, err
		}
		return &bounded{r: r, left: int64(m.UncompressedSize64), under: r}, nil
	}
	err := w.expand(blob{path: shown, size: int64(m.UncompressedSize64), open: open}, nesting+1)
	if errors.Is(err, zip.ErrFormat) || errors.Is(err, zip.ErrAlgorithm) || errors.Is(err, zip.ErrChecksum) {
		return w.bad(shown, notice.RejectBroken, "the member is damaged: "+rootCause(err))
	}
	return err
}

// memberName gives the name of a member; archives made on Japanese Windows write it
// in Shift_JIS without saying so.
func memberName(m *zip.File) string {
	if m.NonUTF8 && !utf8.ValidString(m.Name) {
		if name, err := japanese.ShiftJIS.NewDecoder().String(m.Name); err == nil {
			return strings.ReplaceAll(name, "\\", "/")
		}
	}
	return strings.ReplaceAll(m.Name, "\\", "/")
}

// leadsOut says whether a member's name is not one below the archive.
func leadsOut(name string) bool {
	if name == "" || strings.HasPrefix(name, "/") || strings.ContainsRune(name, 0) || len(name) > 1 && name[1] == ':' {
		return true
	}
	for _, part := range strings.Split(name, "/") {
		if part == ".." {
			return true
		}
	}
	return false
}

// kept holds bytes that are needed more than once or out of order: in memory while they
// are few, else in a file without a name that goes with the process.
type kept struct {
	io.ReaderAt
	size  int64
	close func() error
}

func (k *kept) Close() error { return k.close() }

func (k *kept) open() (io.ReadCloser, error) {
	return io.NopCloser(io.NewSectionReader(k, 0, k.size)), nil
}

// seekable gives b's bytes for reading anywhere: the file itself where it is one.
func (w *walker) seekable(b blob) (*kept, error) {
	r, err := b.open()
	if err != nil {
		return nil, err
	}
	if f, ok := r.(*os.File); ok {
		info, err := f.Stat()
		if err != nil {
			f.Close()
			return nil, err
		}
		return &kept{f, info.Size(), f.Close}, nil
	}
	defer r.Close()
	return keep(w.ctx, r, w.opt.MaxExpanded)
}

// keep copies r, at most limit bytes.
func keep(ctx context.Context, r io.Reader, limit int64) (*kept, error) {
	r = &ctxReader{ctx: ctx, r: io.LimitReader(r, limit+1)}
	head, err := io.ReadAll(io.LimitReader(r, inMemory))
	if err != nil {
		return nil, err
	}
	if len(head) < inMemory {
		return &kept{bytes.NewReader(head), int64(len(head)), func() error { return nil }}, nil
	}
	f, err := os.CreateTemp("", "jikenbo-*")
	if err != nil {
		return nil, err
	}
	os.Remove(f.Name()) // where the system lets an open file go: nothing is left behind even by kill -9
	n, err := io.Copy(f, io.MultiReader(bytes.NewReader(head), r))
	if err == nil && n > limit {
		err = errTooLarge
	}
	k := &kept{f, n, func() error { defer os.Remove(f.Name()); return f.Close() }}
	if err != nil {
		k.Close()
		return nil, err
	}
	return k, nil
}

func isZipError(err error) bool {
	return errors.Is(err, zip.ErrFormat) || errors.Is(err, zip.ErrAlgorithm) || errors.Is(err, zip.ErrChecksum)
}
