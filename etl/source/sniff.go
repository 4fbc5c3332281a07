package source

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// signatures are the first bytes of files that hold no text, with what to say of
// them.
var signatures = []struct{ magic, reason string }{
	{"%PDF-", "it is a PDF: save its text as a text file"},
	{"\x89PNG", "it is an image"},
	{"\xff\xd8\xff", "it is an image"},
	{"GIF8", "it is an image"},
	{"RIFF", "it is an image, sound or film"},
	{"\xd0\xcf\x11\xe0", "it is an office document: save it as text or HTML"},
	{"\x7fELF", "it is a program"},
	{"MZ\x90", "it is a program"},
	{"SQLite format 3\x00", "it is a database"},
	{"BZh", "it is a bzip2 file: unpack it first"},
	{"\xfd7zXZ\x00", "it is an xz file: unpack it first"},
	{"\x28\xb5\x2f\xfd", "it is a zstd file: unpack it first"},
	{"7z\xbc\xaf\x27\x1c", "it is a 7z archive: unpack it first"},
	{"Rar!\x1a\x07", "it is a RAR archive: unpack it first"},
	{"OggS", "it is sound or film"},
	{"ID3", "it is sound"},
	{"PAR1", "it is a Parquet file"},
}

// binaryKind says why head is not the start of a text, or "".
func binaryKind(head []byte) string {
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.magic)) {
			return s.reason
		}
	}
	if len(head) > 12 && string(head[8:12]) == "DUCK" {
		return "it is a database"
	}
	if len(head) > 262 && string(head[257:262]) == "ustar" {
		return "it is a tar archive: unpack it first"
	}
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return ""
	}
	if _, ok := wideText(head); ok {
		return ""
	}
	controls := 0
	sample := head[:min(len(head), 64<<10)]
	for _, b := range sample {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != '\x1b' {
			controls++
		}
	}
	if controls*50 > len(sample) {
		return "it is a binary file, not a text"
	}
	return ""
}

type formatKind uint8

const (
	formatText formatKind = iota
	formatHTML
	formatAtom
	formatRSS
	formatXML
	formatJSON
	formatJSONLines
)

// formatOf recognises a format by the start of its text.
func formatOf(start string) formatKind {
	start = strings.TrimLeft(start, " \t\n\u3000")
	switch {
	case strings.HasPrefix(start, "<"):
		return markupKind(start)
	case strings.HasPrefix(start, "{"), strings.HasPrefix(start, "["):
		return jsonKind(start)
	case len(start) > 0 && strings.Contains(strings.ToLower(start[:min(len(start), 4096)]), "<!doctype html"),
		strings.Contains(start[:min(len(start), 4096)], "<html"):
		return formatHTML
	}
	return formatText
}

// markupKind goes by the first element, past declarations and comments.
func markupKind(start string) formatKind {
	isXML := false
	for rest := start; ; {
		rest = strings.TrimLeft(rest, " \t\n")
		switch {
		case strings.HasPrefix(rest, "<?"):
			isXML = isXML || strings.HasPrefix(rest, "<?xml")
			_, rest, _ = strings.Cut(rest, "?>")
			continue
		case strings.HasPrefix(rest, "<!--"):
			_, rest, _ = strings.Cut(rest, "-->")
			continue
		case len(rest) > 9 && strings.EqualFold(rest[:9], "<!doctype"):
			if strings.HasPrefix(strings.ToLower(strings.TrimLeft(rest[9:], " \t\n")), "html") {
				return formatHTML
			}
			if _, after, ok := strings.Cut(rest, "]>"); ok && strings.Contains(rest[:len(rest)-len(after)], "[") {
				rest = after
			} else {
				_, rest, _ = strings.Cut(rest, ">")
			}
			continue
		}
		return elementKind(rest, isXML)
	}
}

func elementKind(rest string, isXML bool) formatKind {
	if !strings.HasPrefix(rest, "<") {
		if isXML {
			return formatXML
		}
		return formatText
	}
	name := rest[1:min(len(rest), 80)]
	if end := strings.IndexAny(name, " \t\n/>"); end >= 0 {
		name = name[:end]
	}
	switch _, local, ok := strings.Cut(name, ":"); {
	case ok && local == "feed", name == "feed":
		return formatAtom
	case name == "rss", ok && local == "RDF", name == "RDF":
		return formatRSS
	case strings.EqualFold(name, "html"), !isXML && looksHTML(rest):
		return formatHTML
	case isXML:
		return formatXML
	}
	return formatText
}

// jsonKind tells JSON Lines from other JSON, and both from a text that begins with a
// bracket: 「[お詫び]…」.
func jsonKind(start string) formatKind {
	next := strings.TrimLeft(start[1:], " \t\n")
	if next == "" || !strings.ContainsAny(next[:1], `"{}]`) || start[0] == '[' && next[0] == '"' {
		return formatText
	}
	if start[0] == '[' {
		return formatJSON
	}
	line, _, more := strings.Cut(start, "\n")
	if json.Valid([]byte(line)) || !more {
		return formatJSONLines
	}
	if next[0] != '"' {
		return formatText
	}
	return formatJSON
}

// isDamaged says whether an error is that of unpacking.
func isDamaged(err error) bool {
	var corrupt flate.CorruptInputError
	return errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum) || errors.As(err, &corrupt) || errors.Is(err, io.ErrUnexpectedEOF) || isZipError(err)
}
