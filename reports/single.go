package reports

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// singleView is the whole site in one page.
type singleView struct {
	view
	Policy  string
	Style   template.HTML
	Scripts template.HTML
	Blocks  template.HTML // data of the list and of single incidents
	Pages   []view
}

// CSP allows the scripts and the style that stand in the page, by their hashes.
func (v singleView) CSP() string { return v.Policy }

// Data is what the script needs to know; every page of the file shares it.
func (v singleView) Data() (template.JS, error) { return v.siteData(true) }

// writeSingle writes the whole site as one file.
func (s *site) writeSingle(ctx context.Context, pages []page, scripts vendor) (Summary, error) {
	blocks, firsts, err := s.dataBlocks(ctx)
	if err != nil {
		return Summary{}, err
	}
	style, styleHash := inline("style", siteStyle())
	own, ownHash := inline("script", siteScript())
	charts, chartsHash := inline("script", scripts[echartsScript])
	tables, tablesHash := inline("script", scripts[tableScript])
	v := singleView{
		view: view{Site: s, Page: pages[0], Shards: firsts},
		Policy: fmt.Sprintf("default-src 'none'; script-src %s %s %s; style-src %s; img-src data: blob:; base-uri 'none'; form-action 'none'",
			ownHash, chartsHash, tablesHash, styleHash),
		Style: style, Scripts: own + charts + tables, Blocks: blocks,
	}
	for _, p := range pages {
		v.Pages = append(v.Pages, view{Site: s, Page: p})
	}
	var b bytes.Buffer
	if err := s.templates.ExecuteTemplate(&b, "single.html", v); err != nil {
		return Summary{}, fmt.Errorf("render single file: %w", err)
	}
	path := singlePath(s.opts.Out)
	if err := replaceFile(path, b.Bytes()); err != nil {
		return Summary{}, err
	}
	return Summary{Index: path, Pages: len(pages), Incidents: len(s.list), Bytes: int64(b.Len())}, nil
}

// singlePath is the file for an Out: with .html added where it is missing.
func singlePath(out string) string {
	if strings.HasSuffix(out, ".html") {
		return out
	}
	return filepath.Clean(out) + ".html"
}

// inline puts a text of ours into an element and gives its hash for the policy. A
// reader of HTML turns CR into LF before it hashes, so there must be none.
func inline(element string, text []byte) (template.HTML, string) {
	text = bytes.ReplaceAll(text, []byte("\r"), nil)
	sum := sha256.Sum256(text)
	// #nosec: these are our own embedded files
	return template.HTML("<" + element + ">" + string(text) + "</" + element + ">\n"),
		"'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// dataBlocks are the list and the details of the newest incidents as JSON that is no
// script, with the first id of each block of details.
func (s *site) dataBlocks(ctx context.Context) (template.HTML, []string, error) {
	var b strings.Builder
	for from := 0; from < len(s.list); from += listShard {
		part := s.list[from:min(from+listShard, len(s.list))]
		tuples := make([][]any, len(part))
		for i, row := range part {
			tuples[i] = row.tuple()
		}
		if err := dataBlock(&b, fmt.Sprintf("list-%d", from/listShard), tuples); err != nil {
			return "", nil, err
		}
	}
	var ids []string
	for _, row := range s.list[:max(0, min(s.opts.Pages, len(s.list)))] {
		ids = append(ids, row.ID)
	}
	firsts, err := s.incidentBlocks(ctx, &b, ids)
	return template.HTML(b.String()), firsts, err // #nosec: JSON escaped by json.Marshal
}

// incidentBlocks writes the details of incidents, and gives the first id of each block.
func (s *site) incidentBlocks(ctx context.Context, b *strings.Builder, ids []string) ([]string, error) {
	slices.Sort(ids)
	var firsts []string
	for from := 0; from < len(ids); from += incidentChunk {
		records, err := s.readRecords(ctx, ids[from:min(from+incidentChunk, len(ids))], false)
		if err != nil {
			return nil, err
		}
		for at := 0; at < len(records); at += incidentShard {
			part := records[at:min(at+incidentShard, len(records))]
			if err := dataBlock(b, fmt.Sprintf("incident-%d", len(firsts)), rawPages(part)); err != nil {
				return nil, err
			}
			firsts = append(firsts, part[0].id)
		}
	}
	return firsts, nil
}

// rawPages are the details of incidents as they came.
func rawPages(part []rawRecord) []json.RawMessage {
	pages := make([]json.RawMessage, len(part))
	for i, r := range part {
		pages[i] = json.RawMessage(r.page)
	}
	return pages
}

// dataBlock writes data as JSON in an element that no browser runs.
func dataBlock(b *strings.Builder, id string, data any) error {
	encoded, err := json.Marshal(data)
	if err != nil {
		return fmt.Errorf("encode %s: %w", id, err)
	}
	fmt.Fprintf(b, "<script type=\"application/json\" id=%q>%s</script>\n", id, encoded)
	return nil
}

// replaceFile writes a file beside the place and moves it there, so that the old
// one stays whole if that fails.
func replaceFile(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("make folder of %s: %w", path, err)
	}
	temp := path + ".new"
	if err := os.WriteFile(temp, data, 0o644); err != nil {
		return fmt.Errorf("write %s: %w", temp, err)
	}
	if err := os.Rename(temp, path); err != nil {
		os.Remove(temp)
		return fmt.Errorf("put %s in its place: %w", path, err)
	}
	return nil
}
