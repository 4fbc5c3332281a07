package reports

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// tree gives the files of a folder with their content.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestSameWarehouseSameBytes(t *testing.T) {
	ns := append(someNotices(60), hostileNotices()...)
	o := Options{Lang: "ja", Pages: 20}
	first, _ := writeSite(t, ns, o)
	second, _ := writeSite(t, ns, o)
	a, b := tree(t, first), tree(t, second)
	if len(a) != len(b) || len(a) < 30 {
		t.Errorf("%d files and %d", len(a), len(b))
	}
	for name, content := range a {
		if b[name] != content {
			t.Errorf("%s differs", name)
		}
	}
}

func TestEmptyWarehouse(t *testing.T) {
	site, s := writeSite(t, nil, Options{Lang: "ja"})
	if s.Incidents != 0 || s.Pages != 10 {
		t.Errorf("%+v", s)
	}
	index := tree(t, site)["index.html"]
	if !strings.Contains(index, "該当する事案がありません") || strings.Contains(index, "NaN") {
		t.Error("the front page of nothing does not say so")
	}
}

func TestEveryLinkLeadsSomewhere(t *testing.T) {
	site, _ := writeSite(t, append(someNotices(30), hostileNotices()...), Options{Lang: "ja", Pages: 25})
	files := tree(t, site)
	link := regexp.MustCompile(`(?:href|src)="([^"]*)"`)
	ids := regexp.MustCompile(`\bid="([^"]*)"`)
	checked := 0
	for name, content := range files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		own := map[string]bool{}
		for _, m := range ids.FindAllStringSubmatch(content, -1) {
			own[m[1]] = true
		}
		for _, m := range link.FindAllStringSubmatch(content, -1) {
			target, fragment, _ := strings.Cut(m[1], "#")
			checked++
			switch {
			case m[1] == "data:,":
			case target == "" && !own[fragment]:
				t.Errorf("%s: there is no #%s", name, fragment)
			case target != "" && files[filepath.Join(filepath.Dir(name), target)] == "":
				t.Errorf("%s: there is no %s", name, target)
			case strings.HasSuffix(target, "method.html") && fragment != "" && !strings.Contains(files["method.html"], `id="q-`+strings.TrimPrefix(fragment, "q=")+`"`):
				t.Errorf("%s: the page of methods has no query %s", name, fragment)
			}
		}
	}
	if checked < 500 {
		t.Errorf("only %d links were found", checked)
	}
}

func TestFailedRunLeavesTheOldSite(t *testing.T) {
	site, _ := writeSite(t, someNotices(5), Options{Lang: "ja"})
	before := tree(t, site)
	db := load(t, someNotices(3))
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := Write(ctx, db, Options{Out: site, Lang: "ja"}); !errors.Is(err, context.Canceled) {
		t.Errorf("a stopped run: %v", err)
	}
	after := tree(t, site)
	if len(after) != len(before) || after["index.html"] != before["index.html"] {
		t.Error("the old site was touched")
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(site), ".jikenbo-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestNewSiteTakesThePlaceOfTheOld(t *testing.T) {
	site, _ := writeSite(t, someNotices(5), Options{Lang: "ja"})
	db := load(t, someNotices(2))
	if _, err := Write(context.Background(), db, Options{Out: site, Lang: "en"}); err != nil {
		t.Fatal(err)
	}
	files := tree(t, site)
	if !strings.Contains(files["index.html"], `lang="en"`) || files[filepath.Join("incident", "2024-000004.html")] != "" {
		t.Error("something of the old site is left")
	}
}

func TestOnlyASiteIsReplaced(t *testing.T) {
	if _, err := vendorScripts(); err != nil {
		t.Skip("no chart scripts: run make assets")
	}
	db := load(t, someNotices(1))
	refuses := func(out, words string) {
		t.Helper()
		_, err := Write(context.Background(), db, Options{Out: out, Lang: "ja"})
		if err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%s: %v", out, err)
		}
	}
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "thesis.txt"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	refuses(full, "not a site of jikenbo")
	refuses(filepath.Join(full, "thesis.txt"), "not a folder")
	if _, err := Write(context.Background(), db, Options{Out: t.TempDir(), Lang: "ja"}); err != nil {
		t.Errorf("an empty folder: %v", err)
	}
}

func TestNoLanguage(t *testing.T) {
	if _, err := vendorScripts(); err != nil {
		t.Skip("no chart scripts: run make assets")
	}
	_, err := Write(context.Background(), load(t, nil), Options{Out: filepath.Join(t.TempDir(), "s"), Lang: "fr"})
	if err == nil || !strings.Contains(err.Error(), "neither ja nor en") {
		t.Error(err)
	}
}
