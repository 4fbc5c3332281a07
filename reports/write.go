package reports

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"jikenbo/etl/warehouse"
)

// Options say what to write and where.
type Options struct {
	Out        string // folder to write; with SingleFile a file, .html added where it is missing
	Lang       string // ja or en
	SingleFile bool   // everything in one HTML file, for mailing
	Pages      int    // incidents that get a page of their own, the newest first; the rest are shown on demand; 0 is DefaultPages, negative is none
}

// DefaultPages is how many incidents get a file of their own where nothing is said.
const DefaultPages = 2000

// Summary says what was written.
type Summary struct {
	Index     string // path of the page to open
	Pages     int    // HTML pages
	Incidents int    // incidents in the list
	Bytes     int64  // of all files
}

// Write makes the site of a warehouse and puts it in the place of the one before,
// which stays whole if anything fails. It fails where Out holds something that is
// not a site of jikenbo, and where the program was built without its scripts
// (ErrNoAssets).
func Write(ctx context.Context, db *warehouse.DB, o Options) (Summary, error) {
	s, err := write(ctx, db, o)
	if err != nil {
		return Summary{}, fmt.Errorf("write report: %w", err)
	}
	return s, nil
}

func write(ctx context.Context, db *warehouse.DB, o Options) (Summary, error) {
	if o.Pages == 0 {
		o.Pages = DefaultPages
	}
	scripts, err := vendorScripts()
	if err != nil {
		return Summary{}, err
	}
	s, err := newSite(ctx, db, o)
	if err != nil {
		return Summary{}, err
	}
	if err := s.readList(ctx); err != nil {
		return Summary{}, err
	}
	pages, err := s.buildPages(ctx)
	if err != nil {
		return Summary{}, err
	}
	if o.SingleFile {
		return s.writeSingle(ctx, pages, scripts)
	}
	return s.writeFolder(ctx, pages, scripts)
}

// writeFolder writes the site into a new folder beside the old one and swaps them.
func (s *site) writeFolder(ctx context.Context, pages []page, scripts vendor) (Summary, error) {
	out, err := newFolder(s.opts.Out)
	if err != nil {
		return Summary{}, err
	}
	defer out.abandon()
	sum := Summary{Incidents: len(s.list)}
	if err := s.writeAssets(out, scripts); err != nil {
		return Summary{}, err
	}
	for _, p := range pages {
		if err := s.writePage(out, fileOf(p.ID), "page.html", view{Site: s, Page: p}); err != nil {
			return Summary{}, err
		}
		sum.Pages++
	}
	if err := writeListShards(out, s.list); err != nil {
		return Summary{}, err
	}
	n, err := s.writeIncidents(ctx, out)
	if err != nil {
		return Summary{}, err
	}
	sum.Pages += n
	if err := out.swap(); err != nil {
		return Summary{}, err
	}
	sum.Index, sum.Bytes = filepath.Join(s.opts.Out, "index.html"), out.bytes.Load()
	return sum, nil
}

// writeAssets writes the scripts, the style and the licences beside them.
func (s *site) writeAssets(out *folder, scripts vendor) error {
	files := map[string][]byte{"assets/site.js": siteScript(), "assets/style.css": siteStyle()}
	for name, data := range scripts {
		files["assets/"+name] = data
	}
	for name, data := range files {
		if err := out.write(name, data); err != nil {
			return err
		}
	}
	return nil
}

// joinFiles gives the files of an embedded folder that end in suffix, one after
// the other in the order of their names.
func joinFiles(fsys fs.FS, dir, suffix string) []byte {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		panic("reports: embedded folder " + dir + " is missing")
	}
	var b strings.Builder
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), suffix) {
			continue
		}
		data, err := fs.ReadFile(fsys, dir+"/"+e.Name())
		if err != nil {
			panic("reports: embedded file " + e.Name() + " cannot be read")
		}
		b.Write(data)
	}
	return []byte(b.String())
}
