package warehouse

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"jikenbo/etl/notice"
	"jikenbo/seeds"
)

// keys makes the forms of titles and names under which they are compared.
type keys struct {
	forms *strings.Replacer // (株) → 株式会社
}

// readKeys reads the short forms of legal persons from the seeds.
func readKeys(fsys fs.FS) (*keys, error) {
	rows, err := seeds.Read(fsys, "corporate_form.csv", "short", "long")
	if err != nil {
		return nil, err
	}
	var pairs []string
	for _, r := range rows {
		pairs = append(pairs, r.Get("short"), r.Get("long"))
	}
	return &keys{forms: strings.NewReplacer(pairs...)}, nil
}

// plain is a text in NFKC, lower case, without blanks.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(s))
}

// name is the key of an organization's name.
func (k *keys) name(s string) string { return k.forms.Replace(plain(s)) }

// postKey is the identity of a post whatever document it stands in.
func postKey(p notice.Post) string {
	switch {
	case p.URL != "":
		return shortHash("url", p.URL)
	case p.CaseNumber != "":
		return shortHash("case", p.CaseNumber)
	}
	return shortHash("title", plain(p.Title), p.Published)
}

func postID(documentID string, ordinal int) string {
	return fmt.Sprintf("%s-%d", documentID, ordinal)
}

// postNo is the number of a post by which tables are joined: a hash, the same
// in every load.
func postNo(postID string) int64 {
	sum := sha256.Sum256([]byte(postID))
	return int64(binary.BigEndian.Uint64(sum[:8]) >> 1)
}

func shortHash(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:8])
}
