package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"jikenbo/etl/notice"
)

// jsonPost is one object of JSON Lines or of a JSON array. Labels are read by no
// one yet.
type jsonPost struct {
	Title     string `json:"title"`
	Body      string `json:"body"` // text or HTML
	URL       string `json:"url"`
	Published string `json:"published"` // YYYY-MM-DD, with a time or without
}

// json reads posts in JSON. Objects without a body, as in a file of something else,
// are one reject together.
func (r *reader) json(text io.Reader, kind formatKind, isArray bool) error {
	read := r.jsonLines
	if kind == formatJSON {
		read = func(text io.Reader) error { return r.jsonValues(text, isArray) }
	}
	if err := read(text); err != nil || r.bodiless == 0 {
		return err
	}
	return r.reject(notice.RejectNoPost, fmt.Sprintf("objects without a body: %d", r.bodiless))
}

// jsonLines reads one object per line. A line that is none is rejected and the
// next is read.
func (r *reader) jsonLines(text io.Reader) error {
	lines := bufio.NewReaderSize(text, 64<<10)
	for n := 1; ; n++ {
		line, err := readLine(lines, r.opt.MaxPost)
		if errors.Is(err, errTooLarge) {
			if err := r.reject(notice.RejectTooLarge, fmt.Sprintf("line %d is longer than %d MiB", n, r.opt.MaxPost/mib)); err != nil {
				return err
			}
			continue
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			if err := r.jsonObject(line, fmt.Sprintf("line %d", n)); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// readLine reads up to and with the next '\n'. A line of more than limit bytes is
// skipped and gives errTooLarge.
func readLine(r *bufio.Reader, limit int64) ([]byte, error) {
	var line []byte
	tooLong := false
	for {
		part, err := r.ReadSlice('\n')
		if tooLong = tooLong || int64(len(line)+len(part)) > limit; tooLong {
			line = nil
		} else {
			line = append(line, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if tooLong && (err == nil || err == io.EOF) {
			return nil, errTooLarge
		}
		return line, err
	}
}

// jsonValues reads an array of objects, or objects that follow each other in any
// layout. What comes after a value that is no JSON cannot be read.
func (r *reader) jsonValues(text io.Reader, isArray bool) error {
	limit := &perValue{r: text, left: r.opt.MaxPost}
	d := json.NewDecoder(limit)
	if isArray {
		if _, err := d.Token(); err != nil {
			return r.jsonEnd(err, 1, true)
		}
	}
	for n := 1; ; n++ {
		if !d.More() {
			_, err := d.Token() // the end of the array, or of the text
			if err != nil {
				return r.jsonEnd(err, n, isArray)
			}
			isArray = false
			continue
		}
		var raw json.RawMessage
		if err := d.Decode(&raw); err != nil {
			return r.jsonEnd(err, n, true)
		}
		limit.left = r.opt.MaxPost
		if err := r.jsonObject(raw, fmt.Sprintf("value %d", n)); err != nil {
			return err
		}
	}
}

// jsonEnd says why there are no more values; inside: there should be.
func (r *reader) jsonEnd(err error, n int, inside bool) error {
	switch {
	case err == io.EOF && !inside:
		return nil
	case isStop(err) || errors.Is(err, errGarbled):
		return err
	case errors.Is(err, errTooLarge):
		return r.reject(notice.RejectTooLarge, fmt.Sprintf("value %d is larger than %d MiB; the rest was not read", n, r.opt.MaxPost/mib))
	case err == io.EOF || err == io.ErrUnexpectedEOF:
		return r.reject(notice.RejectBroken, fmt.Sprintf("the text ends inside value %d", n))
	}
	return r.reject(notice.RejectBroken, fmt.Sprintf("value %d is no JSON (%s); the rest was not read", n, printable(err.Error())))
}

// perValue fails when one value is larger than the limit.
type perValue struct {
	r    io.Reader
	left int64
}

func (p *perValue) Read(b []byte) (int, error) {
	n, err := p.r.Read(b[:min(len(b), 64<<10)])
	if p.left -= int64(n); p.left < 0 {
		return 0, errTooLarge
	}
	return n, err
}

// jsonObject reads one object; where says which, for the reject.
func (r *reader) jsonObject(raw []byte, where string) error {
	var j jsonPost
	if err := json.Unmarshal(raw, &j); err != nil {
		return r.reject(notice.RejectBroken, where+" is no object with title, body, url and published as strings: "+printable(err.Error()))
	}
	if trimSpace(j.Body) == "" {
		r.bodiless++
		return nil
	}
	p, err := contentPost(j.Title, j.Body)
	if err != nil {
		return r.reject(notice.RejectTooLarge, where+" has more elements than the limit")
	}
	p.Published = isoDate(j.Published)
	if isWebAddress(j.URL) {
		p.URL = j.URL
	}
	return r.sink.post(p)
}

// contentPost makes a post of a title and a body that is text or HTML.
func contentPost(title, body string) (notice.Post, error) {
	if looksHTML(title) {
		t, _, err := htmlText(title)
		if err != nil {
			return notice.Post{}, err
		}
		title = t
	}
	if !looksHTML(body) {
		var t tidy
		return newPost(title, t.clean([]byte(body)), nil), nil
	}
	text, struck, err := htmlText(body)
	if err != nil {
		return notice.Post{}, err
	}
	return newPost(title, text, struck), nil
}
