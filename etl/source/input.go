package source

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"jikenbo/etl/notice"
)

// Options bound what is read. A zero field means its default.
type Options struct {
	MaxPage     int64 // bytes of an HTML page, which is read whole; default 64 MiB
	MaxPost     int64 // bytes of one post, feed entry or JSON line; default 16 MiB
	MaxExpanded int64 // bytes that an archive or a .gz may unpack to; default 8 GiB
	MaxRatio    int64 // how many times its size a packed file of more than 64 MiB may unpack to; default 200
	MaxMembers  int   // members of an archive; default 200,000
	MaxNesting  int   // archives within archives, a .gz counting as one; default 1

	Stdin    io.Reader   // what the path "-" reads; without it "-" is a missing path
	Progress func(int64) // called with the number of bytes of input each time some were read by Read; may be nil
}

const (
	mib = 1 << 20

	inMemory   = 4 * mib  // an input up to this size is read whole; larger ones are streamed where the format allows
	freeExpand = 64 * mib // unpacked bytes to which MaxRatio does not apply
)

func (o Options) withDefaults() Options {
	def := func(v *int64, d int64) {
		if *v <= 0 {
			*v = d
		}
	}
	def(&o.MaxPage, 64*mib)
	def(&o.MaxPost, 16*mib)
	def(&o.MaxExpanded, 8<<30)
	def(&o.MaxRatio, 200)
	if o.MaxMembers <= 0 {
		o.MaxMembers = 200_000
	}
	if o.MaxNesting <= 0 {
		o.MaxNesting = 1
	}
	return o
}

// Input is one file, member of an archive or standard input, found by Walk and not
// yet read. It can be opened any number of times while Walk's visit runs.
type Input struct {
	Path string // as the user named it, cleaned ("./a.txt" is "a.txt"); a member of an archive is "archive.zip!member"; valid UTF-8
	Size int64  // bytes before unpacking and decoding; -1 where not known

	raw    func() (io.ReadCloser, error)              // the bytes that are hashed
	unpack func(io.ReadCloser) (io.ReadCloser, error) // nil where raw is the text itself
	sum    string
}

// Hash gives the hex SHA-256 of the input's bytes and their number, in one pass
// that decodes nothing, so that an unchanged document can be known before it is read.
func (in *Input) Hash(ctx context.Context) (sum string, size int64, err error) {
	if in.sum != "" {
		return in.sum, in.Size, nil
	}
	r, err := in.raw()
	if err != nil {
		return "", 0, fmt.Errorf("hash %s: %w", in.Path, err)
	}
	defer r.Close()
	h := sha256.New()
	n, err := io.Copy(h, &ctxReader{ctx: ctx, r: r})
	if err != nil {
		return "", n, fmt.Errorf("hash %s: %w", in.Path, err)
	}
	in.sum, in.Size = hex.EncodeToString(h.Sum(nil)), n
	return in.sum, n, nil
}

// DocumentID is the identity of the document with this path and content hash: the
// first 16 hex digits of the SHA-256 of both. The same file with the same content
// is the same document, on any machine.
func DocumentID(path, sha string) string {
	sum := sha256.Sum256([]byte(path + "\n" + sha))
	return hex.EncodeToString(sum[:8])
}

// Item is what Read hands on: either some posts of a document, or a part of the input
// that could not be taken.
type Item struct {
	Document notice.Document // of every item, as far as it is known
	Posts    []notice.Post   // the next posts of the document, in order
	Reject   *notice.Reject  // instead of posts
}

// ctxReader ends reading when ctx does, and counts.
type ctxReader struct {
	ctx      context.Context
	r        io.Reader
	progress func(int64)
	n        int64 // bytes so far
}

func (c *ctxReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.r.Read(p)
	c.n += int64(n)
	if c.progress != nil && n > 0 {
		c.progress(int64(n))
	}
	return n, err
}

// errUnsafe and errTooLarge say which reject a reader's error is.
var (
	errUnsafe   = errors.New("it unpacks to far more than its size: it may be a bomb, and was left alone")
	errTooLarge = errors.New("it is larger than the limit")
)

// rejectOf names the reject for an error of opening or reading.
func rejectOf(err error) (code, reason string) {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return notice.RejectMissing, "there is no such file or folder: check the path"
	case errors.Is(err, fs.ErrPermission):
		return notice.RejectUnreadable, "reading it is not permitted: check its permissions"
	case errors.Is(err, errUnsafe):
		return notice.RejectUnsafe, errUnsafe.Error()
	case errors.Is(err, errTooLarge):
		return notice.RejectTooLarge, errTooLarge.Error()
	}
	return notice.RejectUnreadable, "it could not be read: " + rootCause(err)
}

// rootCause is the message of the innermost error: what the system said, without
// the path that is said already.
func rootCause(err error) string {
	for {
		next := errors.Unwrap(err)
		if next == nil {
			return printable(err.Error())
		}
		err = next
	}
}

// isStop says whether an error ends the whole load rather than one input.
func isStop(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}
