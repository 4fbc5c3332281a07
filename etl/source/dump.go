package source

import (
	"fmt"
	"io"

	"jikenbo/etl/notice"
)

// dump reads the text of a page dump: at once where it is in memory, else window by
// window, each cut where a post begins.
func (r *reader) dump(start string, text io.Reader, whole bool) error {
	if whole {
		return r.posts(start, newSplitter(start).pieces(false))
	}
	d := dumpReader{text: text}
	for {
		if err := d.fill(); err != nil {
			return err
		}
		page := string(d.buf)
		pieces := newSplitter(page).pieces(d.begun)
		if d.ended {
			return r.posts(page, d.kept(pieces))
		}
		if n := settled(page, pieces); n > 0 {
			if err := r.posts(page, d.kept(pieces[:n])); err != nil {
				return err
			}
			d.advance(pieces[n].start)
			continue
		}
		if !d.skipping && int64(len(d.buf)) < r.opt.MaxPost {
			d.want *= 2
			continue
		}
		if !d.skipping {
			if err := r.reject(notice.RejectTooLarge, fmt.Sprintf("a post of more than %d MiB is not read", r.opt.MaxPost/mib)); err != nil {
				return err
			}
		}
		d.skipLines()
	}
}

// posts hands on the posts among pieces of page.
func (r *reader) posts(page string, pieces []piece) error {
	for _, p := range pieces {
		if !p.post {
			continue
		}
		if err := r.sink.post(p.in(page)); err != nil {
			return err
		}
	}
	return nil
}

// dumpReader holds the window of a dump that is being read.
type dumpReader struct {
	text     io.Reader
	buf      []byte
	want     int  // bytes to fill buf up to
	begun    bool // buf begins where a post does
	skipping bool // the post that buf begins in is too large and left out
	ended    bool
}

// fill reads on, to the end of a line where there is one.
func (d *dumpReader) fill() error {
	if d.want == 0 {
		d.want = inMemory
	}
	for len(d.buf) < d.want {
		if cap(d.buf) < d.want {
			d.buf = append(make([]byte, 0, d.want), d.buf...)
		}
		n, err := d.text.Read(d.buf[len(d.buf):d.want])
		d.buf = d.buf[:len(d.buf)+n]
		if err == io.EOF {
			d.ended = true
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// advance drops the first n bytes; a post begins behind them.
func (d *dumpReader) advance(n int) {
	d.buf = append(d.buf[:0], d.buf[n:]...)
	d.begun, d.skipping = true, false
	d.want = max(inMemory, 2*len(d.buf))
}

// skipLines drops what is held of a post that is too large, but for its last line,
// which may be a title.
func (d *dumpReader) skipLines() {
	at := len(d.buf)
	for at > 0 && d.buf[at-1] != '\n' && len(d.buf)-at < maxTitle*3 {
		at--
	}
	d.buf = append(d.buf[:0], d.buf[at:]...)
	d.begun, d.skipping = false, true
	d.want = inMemory
}

// kept leaves out the rest of a post that is too large.
func (d *dumpReader) kept(pieces []piece) []piece {
	if d.skipping && len(pieces) > 0 && !pieces[0].atTitle {
		return pieces[1:]
	}
	return pieces
}

// settled is the number of pieces, from the first, that more text cannot change: those
// above the last title that has enough text below it to be sure of.
func settled(page string, pieces []piece) int {
	const lookahead = 64 << 10 // bytes
	for n := len(pieces) - 1; n > 0; n-- {
		if p := pieces[n]; p.post && p.atTitle && p.start+lookahead < len(page) {
			return n
		}
	}
	return 0
}
