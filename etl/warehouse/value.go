package warehouse

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/big"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/duckdb/duckdb-go/v2"
)

// texts gives a row as texts, NULL as the one given.
func (r *Result) texts(row int, null string) []string {
	out := make([]string, len(r.Columns))
	for i, v := range r.Rows[row] {
		out[i] = asText(v, r.Types[i], null)
	}
	return out
}

func asText(v any, typ, null string) string {
	switch v := v.(type) {
	case nil:
		return null
	case string:
		return v
	}
	j := asJSON(v, typ)
	if s, err := strconv.Unquote(string(j)); err == nil {
		return s
	}
	return string(j)
}

// writeJSON writes an array of objects whose keys stand in the order of the
// columns, one object a line.
func writeJSON(w io.Writer, r *Result) error {
	var b bytes.Buffer
	b.WriteByte('[')
	for i, row := range r.Rows {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n{")
		for c, v := range row {
			if c > 0 {
				b.WriteByte(',')
			}
			b.Write(quoted(r.Columns[c]))
			b.WriteByte(':')
			b.Write(asJSON(v, r.Types[c]))
		}
		b.WriteByte('}')
		if b.Len() > 1<<16 {
			if _, err := b.WriteTo(w); err != nil {
				return err
			}
		}
	}
	if len(r.Rows) > 0 {
		b.WriteByte('\n')
	}
	b.WriteString("]\n")
	_, err := b.WriteTo(w)
	return err
}

// asJSON writes a value: DATE as YYYY-MM-DD, TIME as HH:MM:SS, TIMESTAMP as
// ISO 8601, every number as a number, lists and structs nested.
func asJSON(v any, typ string) []byte {
	switch v := v.(type) {
	case nil:
		return []byte("null")
	case string:
		return quoted(v)
	case time.Time:
		return quoted(moment(v, typ))
	case *big.Int:
		return []byte(v.String())
	case duckdb.Decimal:
		return []byte(v.String())
	case float64:
		return float(v, 64)
	case float32:
		return float(float64(v), 32)
	case []byte:
		return quoted(hexadecimal(v, typ))
	case duckdb.UUID:
		return quoted(v.String())
	case duckdb.Interval:
		return quoted(interval(v))
	case duckdb.Union:
		return asJSON(v.Value, "")
	case []any:
		return list(v, elementType(typ))
	case map[string]any:
		return object(v)
	case duckdb.OrderedMap:
		return orderedMap(v)
	}
	j, err := json.Marshal(v)
	if err != nil {
		return quoted(fmt.Sprint(v))
	}
	return j
}

func quoted(s string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // the words of the notice as they are
	if err := e.Encode(s); err != nil {
		return []byte(`""`)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

func moment(t time.Time, typ string) string {
	switch {
	case typ == "DATE":
		return t.Format(time.DateOnly)
	case strings.HasPrefix(typ, "TIMESTAMP"):
		return t.UTC().Format("2006-01-02T15:04:05.999999Z")
	case strings.HasPrefix(typ, "TIME"):
		return t.Format("15:04:05.999999")
	case t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 && t.Nanosecond() == 0:
		return t.Format(time.DateOnly)
	}
	return t.UTC().Format("2006-01-02T15:04:05.999999Z")
}

// float writes a number; what JSON has no number for is null.
func float(f float64, bits int) []byte {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return []byte("null")
	}
	return strconv.AppendFloat(nil, f, 'f', -1, bits)
}

func hexadecimal(b []byte, typ string) string {
	if typ == "UUID" && len(b) == 16 {
		return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
	}
	return hex.EncodeToString(b)
}

func interval(i duckdb.Interval) string {
	return fmt.Sprintf("P%dM%dDT%sS", i.Months, i.Days, strconv.FormatFloat(float64(i.Micros)/1e6, 'f', -1, 64))
}

// elementType is the type of a list's elements: DATE of DATE[].
func elementType(typ string) string {
	i := strings.LastIndexByte(typ, '[')
	if i < 0 {
		return ""
	}
	return typ[:i]
}

func list(vs []any, typ string) []byte {
	parts := make([][]byte, len(vs))
	for i, v := range vs {
		parts[i] = asJSON(v, typ)
	}
	return join('[', parts, ']')
}

func object(m map[string]any) []byte {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	parts := make([][]byte, len(keys))
	for i, k := range keys {
		parts[i] = append(append(quoted(k), ':'), asJSON(m[k], "")...)
	}
	return join('{', parts, '}')
}

func orderedMap(m duckdb.OrderedMap) []byte {
	var parts [][]byte
	values := m.Values()
	for i, k := range m.Keys() {
		parts = append(parts, append(append(quoted(asText(k, "", "null")), ':'), asJSON(values[i], "")...))
	}
	return join('{', parts, '}')
}

func join(open byte, parts [][]byte, end byte) []byte {
	b := append([]byte{open}, bytes.Join(parts, []byte{','})...)
	return append(b, end)
}
