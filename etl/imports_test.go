package etl_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport says which packages of the module a package may import: the flow of the
// data goes one way. A package that is not listed here has no place in it yet.
var mayImport = map[string][]string{
	"seeds":         {},
	"sql":           {},
	"sql/report":    {},
	"sql/cookbook":  {},
	"sql/search":    {},
	"sql/explain":   {},
	"etl/text":      {},
	"etl/jdate":     {"etl/text"},
	"etl/quantity":  {"etl/text"},
	"etl/token":     {"etl/text"},
	"etl/notice":    {"etl/text", "etl/jdate", "etl/quantity"},
	"etl/source":    {"etl/notice", "etl/text"},
	"etl/extract":   {"etl/notice", "etl/text", "etl/jdate", "etl/quantity", "etl/token"}, // word lists are passed in
	"etl/correct":   {"etl/notice", "seeds"},
	"etl/evaluate":  {"etl/warehouse"},
	"etl/fetch":     {}, // beside the flow: the web to files
	"etl/warehouse": {"etl/notice", "etl/token", "sql", "sql/explain", "sql/search", "seeds"},
	"etl":           {"etl/notice", "etl/correct", "etl/source", "etl/extract", "etl/warehouse", "seeds"},
	"etl/search":    {"etl/text", "etl/token", "etl/warehouse", "seeds"}, // beside the flow: after a load
	"reports":       {"etl/warehouse", "sql/report"},                     // and the SQL of its own figures
	"cmd/jikenbo":   {"etl", "etl/evaluate", "etl/notice", "etl/fetch", "etl/search", "etl/warehouse", "reports", "sql/cookbook"},
}

// onlyIn says in which package alone a module of others may be imported.
var onlyIn = map[string]string{
	"github.com/duckdb/":    "etl/warehouse",
	"github.com/ikawaha/":   "etl/token",
	"github.com/go-echarts": "reports",
	"github.com/urfave/cli": "cmd/jikenbo",
	"net/http":              "etl/fetch",
	"os/exec":               "cmd/jikenbo", // report --open starts the browser, nothing else starts anything
}

func TestImportsPointOneWay(t *testing.T) {
	seen, placeless := 0, map[string]bool{}
	eachImport(t, func(file, pkg, imported string) {
		inner, ours := strings.CutPrefix(imported, "jikenbo/")
		allowed, known := mayImport[pkg]
		switch {
		case !known:
			placeless[pkg] = true
		case ours && !slices.Contains(allowed, inner):
			t.Errorf("%s: %s must not import %s", file, pkg, inner)
		}
		if ours {
			seen++
		}
		for prefix, owner := range onlyIn {
			if strings.HasPrefix(imported, prefix) && pkg != owner {
				t.Errorf("%s: only %s may import %s", file, owner, imported)
			}
		}
	})
	for pkg := range placeless {
		t.Errorf("package %s has no place in the flow: give it one in mayImport", pkg)
	}
	if seen < 10 {
		t.Errorf("%d imports within the module were seen: the test looks in the wrong place", seen)
	}
}

// eachImport calls f for every import of the module's files that are no tests.
func eachImport(t *testing.T, f func(file, pkg, imported string)) {
	t.Helper()
	for _, top := range []string{"cmd/jikenbo", "etl", "reports", "seeds", "sql"} {
		err := filepath.WalkDir(filepath.Join("..", top), func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.Name() == "node_modules" || d.Name() == "testdata" {
				return fs.SkipDir
			}
			if d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
				return nil
			}
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
			if err != nil {
				return err
			}
			file = strings.TrimPrefix(filepath.ToSlash(file), "../")
			for _, spec := range parsed.Imports {
				imported, err := strconv.Unquote(spec.Path.Value)
				if err != nil {
					return err
				}
				f(file, path.Dir(file), imported)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
