package main

import (
	"context"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"jikenbo/etl/warehouse"
)

var update = flag.Bool("update", false, "rewrite what the scripts expect")

// The test binary is also jikenbo itself, a process that holds a database, and a web
// server.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"jikenbo": main, "hold": hold, "serve": serve})
}

// TestScript runs testdata/script: each file is a scene with its files and what is
// expected. Besides testscript's own commands there are
//
//	dump DB FILE        every table but load_run, as text
//	await FILE          waits until another process has written the file
//	setenv NAME FILE    sets a variable to the content of a file
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", UpdateScripts: *update, RequireExplicitExec: true, Setup: samples,
		Condition: func(cond string) (bool, error) {
			switch cond {
			case "root":
				return os.Getuid() == 0, nil
			case "assets": // the chart scripts, without which no report is written
				_, err := os.Stat("../../reports/assets/echarts.min.js")
				return err == nil, nil
			}
			return false, fmt.Errorf("no condition %q", cond)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"dump":   func(ts *testscript.TestScript, _ bool, args []string) { dumpTo(ts, args[0], args[1]) },
			"await":  func(ts *testscript.TestScript, _ bool, args []string) { ts.Check(await(ts.MkAbs(args[0]))) },
			"setenv": func(ts *testscript.TestScript, _ bool, args []string) { ts.Setenv(args[0], ts.ReadFile(args[1])) },
		},
	})
}

// samples puts the sample notices into the scene, as the folder samples.
func samples(env *testscript.Env) error {
	dir := filepath.Join(env.WorkDir, "samples")
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	for _, kind := range []string{"*.txt", "*.html"} {
		files, err := filepath.Glob("../../seeds/notices/" + kind)
		if err != nil || len(files) == 0 {
			return fmt.Errorf("no sample notices %s: %w", kind, err)
		}
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err == nil {
				err = os.WriteFile(filepath.Join(dir, filepath.Base(file)), b, 0o644)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func dumpTo(ts *testscript.TestScript, db, file string) {
	text, err := dump(ts.MkAbs(db))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(file), []byte(text), 0o644))
}

// dump writes down every table of a database but load_run, in an order that does not
// depend on how it was loaded.
func dump(path string) (string, error) {
	ctx := context.Background()
	db, err := warehouse.Open(ctx, path, warehouse.Options{ReadOnly: true, Wait: time.Minute})
	if err != nil {
		return "", err
	}
	defer db.Close()
	tables, err := db.Query(ctx, "select table_name from duckdb_tables() where table_name <> 'load_run' order by table_name")
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, row := range tables.Rows {
		fmt.Fprintf(&b, "== %s\n", row[0])
		r, err := db.Query(ctx, fmt.Sprintf("select * from %s order by all", row[0]))
		if err == nil {
			err = warehouse.Write(&b, r, "csv")
		}
		if err != nil {
			return "", err
		}
	}
	return b.String(), nil
}

// await waits for a file that another process is about to write.
func await(path string) error {
	for range 3000 {
		if info, err := os.Stat(path); err == nil && info.Size() > 0 {
			return nil
		}
		time.Sleep(20 * time.Millisecond)
	}
	return fmt.Errorf("wait for %s: it did not come", path)
}

// hold holds a database as a long load would, until it is killed: hold DB FILE
// writes its process number into FILE once it does.
func hold() {
	db, err := warehouse.Open(context.Background(), os.Args[1], warehouse.Options{})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	defer db.Close()
	announce(os.Args[2], fmt.Sprint(os.Getpid()))
	time.Sleep(10 * time.Minute)
}

// serve serves a folder until it is killed: serve DIR FILE writes its address into FILE.
func serve() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	announce(os.Args[2], "http://"+l.Addr().String())
	http.Serve(l, http.FileServer(http.Dir(os.Args[1])))
}

// announce writes a file at one stroke.
func announce(file, text string) {
	os.WriteFile(file+".new", []byte(text), 0o644)
	os.Rename(file+".new", file)
}
