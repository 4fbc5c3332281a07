package source

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"strings"

	"golang.org/x/text/transform"

	"jikenbo/etl/notice"
)

// Read reads one input and hands its posts to emit in batches, in order, each with
// its document; what cannot be taken comes as an Item with a Reject, and the rest
// goes on. An input that gives no post gives one reject at least. Text dumps, feeds
// and JSON Lines are streamed: no more of them is in memory than a few times the
// longest post. A rejected part may come after posts of the same document.
//
// The error is that of ctx or of emit; all else that goes wrong is a Reject.
func Read(ctx context.Context, in *Input, opt Options, emit func(Item) error) error {
	r := reader{ctx: ctx, in: in, opt: opt.withDefaults(), sink: sink{ctx: ctx, emit: emit}}
	r.sink.doc = notice.Document{Path: in.Path}
	err := r.read()
	if err == nil {
		err = r.sink.end()
	}
	var stop emitError
	if errors.As(err, &stop) {
		return stop.err
	}
	return err
}

type reader struct {
	ctx  context.Context
	in   *Input
	opt  Options
	sink sink

	bodiless int // JSON objects without a body
}

func (r *reader) read() error {
	raw, err := r.in.raw()
	if err != nil {
		return r.failed(err)
	}
	defer raw.Close()
	meter := &ctxReader{ctx: r.ctx, r: raw, progress: r.opt.Progress}
	sum := sha256.New()
	var content io.Reader = io.TeeReader(meter, sum)
	if r.in.unpack != nil {
		if content, err = r.in.unpack(io.NopCloser(content)); err != nil {
			return r.failed(err)
		}
	}
	head, err := readUpTo(content, inMemory, r.in.Size)
	if err != nil && err != io.EOF {
		return r.failed(err)
	}
	if len(head) == 0 {
		return r.reject(notice.RejectEmpty, "the file is empty")
	}
	whole := err == io.EOF
	if err := r.identify(whole, meter, sum); err != nil {
		return r.failed(err)
	}
	if err := r.decode(head, content, whole); err != nil {
		return r.failed(err)
	}
	return r.unchanged(meter, sum)
}

// readUpTo reads at most limit bytes; io.EOF says that there are no more.
func readUpTo(r io.Reader, limit, size int64) ([]byte, error) {
	var b bytes.Buffer
	if size > 0 {
		b.Grow(int(min(size, limit)) + bytes.MinRead)
	}
	_, err := io.CopyN(&b, r, limit)
	return b.Bytes(), err
}

// identify sets the identity of the document. An input that is in memory is hashed as
// it was read; a larger one was hashed before, or is now in a pass of its own.
func (r *reader) identify(whole bool, meter *ctxReader, sum hash.Hash) error {
	if whole {
		if _, err := io.Copy(sum, meter); err != nil { // what stands behind the end of a .gz stream
			return err
		}
		r.in.sum, r.in.Size = hex.EncodeToString(sum.Sum(nil)), meter.n
	}
	digest, size, err := r.in.Hash(r.ctx)
	if err != nil {
		return err
	}
	r.sink.doc.SHA256, r.sink.doc.ByteCount = digest, size
	r.sink.doc.ID = DocumentID(r.in.Path, digest)
	return nil
}

// unchanged checks that the bytes that were read are those that were hashed.
func (r *reader) unchanged(meter *ctxReader, sum hash.Hash) error {
	if r.sink.posts == 0 {
		return nil
	}
	if _, err := io.Copy(sum, meter); err != nil {
		return r.failed(err)
	}
	if hex.EncodeToString(sum.Sum(nil)) != r.sink.doc.SHA256 {
		return r.reject(notice.RejectBroken, "the file changed while it was read: run again")
	}
	return nil
}

// failed turns an error of reading into a reject, and lets those through that end
// the load.
func (r *reader) failed(err error) error {
	var stop emitError
	switch {
	case errors.As(err, &stop), isStop(err):
		return err
	case isDamaged(err):
		return r.reject(notice.RejectBroken, "the packed file is damaged: "+rootCause(err))
	}
	code, reason := rejectOf(err)
	return r.reject(code, reason)
}

func (r *reader) reject(code, reason string) error { return r.sink.reject(code, reason) }

// decode finds out what the content is and reads it.
func (r *reader) decode(head []byte, rest io.Reader, whole bool) error {
	if what := binaryKind(head); what != "" {
		return r.reject(notice.RejectBinary, what)
	}
	code, ok := detect(head)
	if !ok {
		return r.reject(notice.RejectUndecodable, "its character encoding is none of UTF-8, UTF-16, Shift_JIS, EUC-JP and ISO-2022-JP, nor the one it declares")
	}
	r.sink.doc.Charset = code.name
	if whole {
		text, isGarbled := decode(head, code)
		if isGarbled {
			return r.garbled(code)
		}
		return r.format(text, strings.NewReader(text), true)
	}
	t := &tidy{decoded: code.encoding != nil}
	var all io.Reader = io.MultiReader(bytes.NewReader(head), rest)
	if code.encoding != nil {
		all = transform.NewReader(all, code.encoding.NewDecoder())
	}
	stream := &checked{r: transform.NewReader(all, t), tidy: t}
	start, err := readUpTo(stream, 64<<10, 64<<10)
	if err != nil && err != io.EOF {
		return r.streamError(err, code)
	}
	return r.streamError(r.format(string(start), io.MultiReader(bytes.NewReader(start), stream), false), code)
}

// checked reads decoded text until too much of it is garbled.
type checked struct {
	r    io.Reader
	tidy *tidy
}

var errGarbled = errors.New("undecodable")

func (c *checked) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	if c.tidy.garbled() {
		return 0, errGarbled
	}
	return n, err
}

func (r *reader) streamError(err error, code coding) error {
	if errors.Is(err, errGarbled) {
		return r.garbled(code)
	}
	return err
}

func (r *reader) garbled(code coding) error {
	return r.reject(notice.RejectUndecodable, fmt.Sprintf("read as %s it has too many characters that are none: it is damaged, or of another encoding", code.name))
}

// format recognises the format by how the text starts, and reads it.
func (r *reader) format(start string, text io.Reader, whole bool) error {
	switch kind := formatOf(start); kind {
	case formatHTML:
		r.sink.doc.MediaType = "text/html"
		return r.page(text)
	case formatAtom, formatRSS:
		r.sink.doc.MediaType = "application/rss+xml"
		if kind == formatAtom {
			r.sink.doc.MediaType = "application/atom+xml"
		}
		return r.feed(text)
	case formatXML:
		r.sink.doc.MediaType = "application/xml"
		return r.reject(notice.RejectNoPost, "it is XML, but neither a feed nor a page")
	case formatJSON, formatJSONLines:
		r.sink.doc.MediaType = "application/json"
		if kind == formatJSONLines {
			r.sink.doc.MediaType = "application/jsonl"
		}
		return r.json(text, kind, strings.HasPrefix(strings.TrimLeft(start, " \t\n"), "["))
	}
	r.sink.doc.MediaType = "text/plain"
	return r.dump(start, text, whole)
}

// page reads an HTML page, which must fit in memory.
func (r *reader) page(text io.Reader) error {
	data, err := readUpTo(text, r.opt.MaxPage+1, 0)
	if err != nil && err != io.EOF {
		return err
	}
	if int64(len(data)) > r.opt.MaxPage {
		return r.reject(notice.RejectTooLarge, fmt.Sprintf("an HTML page of more than %d MiB is not read", r.opt.MaxPage/mib))
	}
	posts, err := htmlPosts(string(data))
	if err != nil {
		return r.reject(notice.RejectTooLarge, "the page has more elements than the limit")
	}
	for _, p := range posts {
		if err := r.sink.post(p); err != nil {
			return err
		}
	}
	return nil
}
