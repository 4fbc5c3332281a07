package warehouse

import (
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"github.com/duckdb/duckdb-go/v2"

	"jikenbo/etl/notice"
)

// batch appends rows to the written tables within the load's transaction. It
// flushes by size, so that memory stays bounded however much is loaded.
type batch struct {
	run       int64                       // written with each row
	appenders map[string]*duckdb.Appender // none in a dry run
	bytes     int                         // appended since the last flush
}

// flushBytes of text are held at most before they are handed to DuckDB.
const flushBytes = 32 << 20

func newBatch(conn *sql.Conn, run int64) (*batch, error) {
	b := &batch{run: run, appenders: map[string]*duckdb.Appender{}}
	err := conn.Raw(func(c any) error {
		for _, table := range writtenTables {
			a, err := duckdb.NewAppenderFromConn(c.(driver.Conn), "", table)
			if err != nil {
				return fmt.Errorf("append to %s: %w", table, err)
			}
			b.appenders[table] = a
		}
		return nil
	})
	return b, err
}

// row appends one row and counts the bytes of its longest text.
func (b *batch) row(table string, bytes int, values ...driver.Value) error {
	if b.appenders == nil {
		return nil
	}
	if err := b.appenders[table].AppendRow(values...); err != nil {
		return fmt.Errorf("append to %s: %w", table, err)
	}
	if b.bytes += bytes + 100; b.bytes < flushBytes {
		return nil
	}
	return b.flush()
}

func (b *batch) flush() error {
	b.bytes = 0
	for _, table := range writtenTables {
		if err := b.appenders[table].Flush(); err != nil {
			return fmt.Errorf("append to %s: %w", table, err)
		}
	}
	return nil
}

func (b *batch) close() error {
	var errs []error
	for _, table := range writtenTables {
		if a := b.appenders[table]; a != nil {
			errs = append(errs, a.Close())
			delete(b.appenders, table)
		}
	}
	return errors.Join(errs...)
}

func (b *batch) document(d notice.Document, rules string) error {
	return b.row("document", 0, d.ID, valid(d.Path), text(d.MediaType), text(d.Charset), d.ByteCount, text(d.SHA256), b.run, text(rules))
}

// notice writes a post with its facts and struck passages.
func (b *batch) notice(k *keys, documentID string, n notice.Notice) error {
	p := n.Post
	id, body := postID(documentID, p.Ordinal), valid(p.Body)
	no := postNo(id)
	err := b.row("post", len(body), id, no, documentID, int32(p.Ordinal), postKey(p), string(p.Kind), text(p.CaseNumber),
		text(p.Title), text(plain(p.Title)), text(p.URL), day(p.Published), body, b.run)
	for i, s := range p.Struck {
		if err == nil {
			err = b.row("struck", len(s.Words), id, documentID, int32(i+1), int64(s.At), valid(s.Words), b.run)
		}
	}
	for i, f := range n.Facts {
		if err == nil {
			err = b.fact(k, no, i+1, body, f)
		}
	}
	return err
}

func (b *batch) fact(k *keys, postNo int64, n int, body string, f notice.Fact) error {
	if f.Start < 0 || f.End < f.Start || f.End > len(body) {
		return fmt.Errorf("fact %d of rule %s: words at %d..%d of a body of %d bytes", n, f.Rule, f.Start, f.End, len(body))
	}
	var key, number driver.Value
	if f.Field == notice.FieldOrganization {
		key = text(k.name(f.Value))
	}
	if f.Unit != "" {
		number = f.Number
	}
	startChar := utf8.RuneCountInString(body[:f.Start])
	return b.row("reading", len(f.Quote)+len(f.What), postNo, int32(n),
		f.Field, text(f.Value), key, number, text(f.Unit), text(f.Qualifier), text(f.Role),
		day(f.On), text(f.Precision), clock(f.Clock), text(f.What), text(f.Section), text(f.Hedge), f.Weight,
		valid(f.Quote), int32(f.Start), int32(f.End),
		int32(startChar), int32(startChar+utf8.RuneCountInString(body[f.Start:f.End])), text(f.Rule), f.Confidence, b.run)
}

// text is a column that holds NULL for an empty text.
func text(s string) driver.Value {
	if s == "" {
		return nil
	}
	return valid(s)
}

// valid gives the text with every byte that is no UTF-8 made a question mark,
// so that byte offsets stay; sources give valid text, this holds for all others.
func valid(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	b := []byte(s)
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			b[i] = '?'
		}
		i += size
	}
	return string(b)
}

// day is a date column; NULL for what is no date.
func day(s string) driver.Value {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return nil
	}
	return t
}

// clock is a time column; NULL for what is no time of day.
func clock(s string) driver.Value {
	t, err := time.Parse("15:04", s)
	if err != nil {
		return nil
	}
	return time.Date(1970, 1, 1, t.Hour(), t.Minute(), 0, 0, time.UTC)
}
