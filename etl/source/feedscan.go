package source

import (
	"bufio"
	"bytes"
	"io"
	"strings"
)

// entryScanner cuts <entry> and <item> elements out of a stream of XML, holding one
// at a time. It knows tags, comments, CDATA, declarations and quotes, and no more of
// XML: what an entry says is gofeed's to read. Entities are never expanded here.
type entryScanner struct {
	r         *bufio.Reader
	limit     int64
	root      []byte // the start tag of the feed, with its namespaces
	rootName  string // as written, with its prefix
	rootLocal string
	isAtom    bool

	entry   []byte // what is held of the element being cut out
	inside  bool
	tooLong bool
	name    string // local name of that element
	depth   int    // elements of that name that are open
}

func newEntryScanner(r io.Reader, limit int64) *entryScanner {
	return &entryScanner{r: bufio.NewReaderSize(r, 64<<10), limit: limit}
}

// next gives the bytes of the next element, good until the next call; io.EOF at
// the end, io.ErrUnexpectedEOF where the stream ends inside an element, errTooLarge
// for one over the limit, behind which reading goes on.
func (s *entryScanner) next() ([]byte, error) {
	s.entry, s.inside, s.tooLong = s.entry[:0], false, false
	for {
		if err := s.until("<", s.inside); err != nil {
			return nil, s.ended(err)
		}
		done, err := s.markup()
		if err != nil {
			return nil, s.ended(err)
		}
		if done && s.tooLong {
			return nil, errTooLarge
		}
		if done {
			return s.entry, nil
		}
	}
}

func (s *entryScanner) ended(err error) error {
	if err == io.EOF && s.inside {
		return io.ErrUnexpectedEOF
	}
	return err
}

// until reads to the end of the next delim, keeping what it reads where keep says so.
func (s *entryScanner) until(delim string, keep bool) error {
	last := delim[len(delim)-1]
	var tail []byte // the last bytes read, as long as delim
	for {
		part, err := s.r.ReadSlice(last)
		if keep {
			s.keep(part)
		}
		if err == bufio.ErrBufferFull {
			err = nil
		}
		if len(part) >= len(delim) {
			tail = append(tail[:0], part[len(part)-len(delim):]...)
		} else {
			tail = append(tail, part...)
			tail = tail[max(0, len(tail)-len(delim)):]
		}
		if err != nil {
			return err
		}
		if string(tail) == delim {
			return nil
		}
	}
}

func (s *entryScanner) keep(part []byte) {
	if s.tooLong = s.tooLong || int64(len(s.entry)+len(part)) > s.limit; s.tooLong {
		s.entry = s.entry[:0]
		return
	}
	s.entry = append(s.entry, part...)
}

// markup reads what follows a '<' and says whether it ended the element being cut out.
func (s *entryScanner) markup() (bool, error) {
	head, _ := s.r.Peek(9)
	switch {
	case bytes.HasPrefix(head, []byte("!--")):
		return false, s.until("-->", s.inside)
	case bytes.HasPrefix(head, []byte("![CDATA[")):
		return false, s.until("]]>", s.inside)
	case bytes.HasPrefix(head, []byte("?")):
		return false, s.until("?>", s.inside)
	case bytes.HasPrefix(head, []byte("!")):
		return false, s.doctype()
	}
	tag, err := s.tag()
	if err != nil {
		return false, err
	}
	return s.element(tag), nil
}

// doctype skips a document type with its internal subset, entity definitions and all.
func (s *entryScanner) doctype() error {
	depth := 0
	for {
		b, err := s.r.ReadByte()
		if err != nil {
			return err
		}
		switch b {
		case '[':
			depth++
		case ']':
			depth--
		case '>':
			if depth <= 0 {
				return nil
			}
		}
	}
}

// tag reads to the '>' of a tag, past those in quotes, and gives the tag without its
// brackets; of one longer than maxTag only the start.
func (s *entryScanner) tag() ([]byte, error) {
	const maxTag = 64 << 10
	var tag []byte
	quote := byte(0)
	for {
		b, err := s.r.ReadByte()
		if err != nil {
			return nil, err
		}
		if s.inside {
			s.keep([]byte{b})
		}
		switch {
		case quote != 0:
			if b == quote {
				quote = 0
			}
		case b == '"' || b == '\'':
			quote = b
		case b == '>':
			return tag, nil
		}
		if len(tag) < maxTag {
			tag = append(tag, b)
		}
	}
}

// element follows the tags: the root, the entries.
func (s *entryScanner) element(tag []byte) (done bool) {
	isEnd := bytes.HasPrefix(tag, []byte("/"))
	closed := bytes.HasSuffix(tag, []byte("/"))
	full, local := tagName(bytes.TrimPrefix(tag, []byte("/")))
	switch {
	case s.root == nil && !isEnd:
		s.root = bytes.Clone(tag)
		s.rootName, s.rootLocal, s.isAtom = full, local, local == "feed"
	case s.inside && local == s.name && isEnd:
		s.depth--
		return s.depth == 0
	case s.inside && local == s.name && !closed:
		s.depth++
	case !s.inside && !isEnd && !closed && (s.isAtom && local == "entry" || !s.isAtom && local == "item"):
		s.inside, s.name, s.depth = true, local, 1
		s.keep([]byte("<"))
		s.keep(tag)
		s.keep([]byte(">"))
	}
	return false
}

func tagName(tag []byte) (full, local string) {
	if end := bytes.IndexAny(tag, " \t\n/"); end >= 0 {
		tag = tag[:end]
	}
	full = string(tag)
	if _, after, ok := strings.Cut(full, ":"); ok {
		return full, after
	}
	return full, full
}

// wrap makes a feed of one entry. Embedded XHTML is handed on as it is written,
// for our own HTML reader, and addresses are not resolved against xml:base: gofeed
// would parse and rewrite the content for either.
func (s *entryScanner) wrap(entry []byte, channel string) []byte {
	var b bytes.Buffer
	b.Grow(len(entry) + len(s.root) + 64)
	b.WriteByte('<')
	b.Write(unresolved(s.root))
	b.WriteByte('>')
	if channel != "" {
		b.WriteString("<" + channel + ">")
	}
	b.Write(unresolved(entry))
	if channel != "" {
		b.WriteString("</" + channel + ">")
	}
	b.WriteString("</" + s.rootName + ">")
	return b.Bytes()
}

func unresolved(xml []byte) []byte {
	for _, pair := range [][2]string{{"xml:base", "xml-base"}, {`type="xhtml"`, `type="x/xml"`}, {`type='xhtml'`, `type='x/xml'`}} {
		if bytes.Contains(xml, []byte(pair[0])) {
			xml = bytes.ReplaceAll(xml, []byte(pair[0]), []byte(pair[1]))
		}
	}
	return xml
}
