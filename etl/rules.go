package etl

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
)

// fingerprint stands for what turns a post into facts: the version of jikenbo and
// the word lists that extract is given. A document that was read with another
// fingerprint is read again, though its file has not changed.
func fingerprint(seedFiles fs.FS, toolVersion string) (string, error) {
	names, err := fs.Glob(seedFiles, "cue_*.csv")
	if err != nil {
		return "", fmt.Errorf("list seeds: %w", err)
	}
	h := sha256.New()
	fmt.Fprintln(h, toolVersion)
	for _, name := range append(names, "word_group.csv", "organization.csv", "name_ending.csv") {
		b, err := fs.ReadFile(seedFiles, name)
		if err != nil {
			return "", fmt.Errorf("read seed %s: %w", name, err)
		}
		fmt.Fprintf(h, "%s %d\n", name, len(b))
		h.Write(b)
	}
	return hex.EncodeToString(h.Sum(nil)[:8]), nil
}
