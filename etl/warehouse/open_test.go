package warehouse

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jikenbo/etl/notice"
)

// other names what a child process of the tests is to do; see TestMain.
const other = "JIKENBO_TEST_OTHER"

// TestMain lets the test binary be another process: one that holds a database,
// or one that loads until it is killed.
func TestMain(m *testing.M) {
	var err error
	switch os.Getenv(other) {
	case "hold":
		err = hold(os.Args[1])
	case "load":
		err = loadForever(os.Args[1])
	default:
		os.Exit(m.Run())
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// hold keeps a database open until its standard input ends.
func hold(path string) error {
	db, err := Open(context.Background(), path, Options{})
	if err != nil {
		return err
	}
	fmt.Println("held")
	bufio.NewReader(os.Stdin).ReadString('\n')
	defer os.Exit(0) // without a word, so as not to run the tests
	return db.Close()
}

// loadForever adds page after page, each in a load of its own, telling of each
// that was committed.
func loadForever(path string) error {
	db, err := Open(context.Background(), path, Options{})
	if err != nil {
		return err
	}
	for i := 0; ; i++ {
		l, err := db.Begin(context.Background(), RunInfo{StartedAt: runAt})
		if err != nil {
			return err
		}
		p := madePage(fmt.Sprintf("%04d.txt", i), i*3, 3)
		if err := l.Add(p.document(), p.notices); err != nil {
			return err
		}
		if _, err := l.Finish(context.Background(), runAt.Add(time.Minute)); err != nil {
			return err
		}
		fmt.Println("committed", p.path)
	}
}

// process starts the test binary as another process and gives its lines.
func process(t *testing.T, does, path string) (*exec.Cmd, *bufio.Scanner, func()) {
	t.Helper()
	cmd := exec.Command(os.Args[0], path)
	cmd.Env = append(os.Environ(), other+"="+does)
	in, err1 := cmd.StdinPipe()
	out, err2 := cmd.StdoutPipe()
	if err := errors.Join(err1, err2, cmd.Start()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	return cmd, bufio.NewScanner(out), func() { in.Close() }
}

func TestLockedByAnotherProcess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.duckdb")
	cmd, lines, let := process(t, "hold", path)
	if !lines.Scan() {
		t.Fatal("the other process did not open the database")
	}
	for _, o := range []Options{{}, {ReadOnly: true}, {Wait: 200 * time.Millisecond}} {
		_, err := Open(t.Context(), path, o)
		var locked *LockedError
		if !errors.As(err, &locked) || locked.PID != cmd.Process.Pid || locked.Program == "" {
			t.Fatalf("%+v: %v", o, err)
		}
		if want := fmt.Sprintf("open warehouse %s: process %d (", path, locked.PID); !strings.HasPrefix(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("got %q, want one line that begins %q", err, want)
		}
	}
	go func() { time.Sleep(300 * time.Millisecond); let() }()
	open(t, path, Options{Wait: 30 * time.Second}) // it ends while we wait
}

func TestWaitEndsWithTheContext(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.duckdb")
	_, lines, _ := process(t, "hold", path)
	lines.Scan()
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	if _, err := Open(ctx, path, Options{Wait: time.Hour}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestKilledWhileLoading(t *testing.T) {
	for i := range 2 {
		path := filepath.Join(t.TempDir(), "w.duckdb")
		cmd, lines, _ := process(t, "load", path)
		var last string
		for n := 0; n <= i && lines.Scan(); n++ {
			last = strings.TrimPrefix(lines.Text(), "committed ")
		}
		time.Sleep(time.Duration(i*37) * time.Millisecond)
		cmd.Process.Kill()
		cmd.Wait()

		db := open(t, path, Options{})
		var pages, posts, documents int
		db.sql.QueryRow("select count(*) from load_run").Scan(&pages)
		db.sql.QueryRow("select count(*), (select count(*) from document) from post").Scan(&posts, &documents)
		if documents != pages || posts != 3*pages || pages < i+1 {
			t.Errorf("%d runs, %d documents, %d posts after %s was committed", pages, documents, posts, last)
		}
		want := newDB(t)
		var all []page
		for n := range pages {
			all = append(all, madePage(fmt.Sprintf("%04d.txt", n), n*3, 3))
		}
		run(t, want, all...)
		sameTables(t, dump(t, db), dump(t, want))
	}
}

func TestOpenSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	duck := func(name, statement string) string {
		path := filepath.Join(dir, name)
		db, err := sql.Open("duckdb", path)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
		return path
	}
	test := func(path string, o Options, want string) {
		t.Helper()
		_, err := Open(t.Context(), path, o)
		if err == nil || err.Error() != "open warehouse "+path+": "+want {
			t.Errorf("got  %v\nwant open warehouse %s: %s", err, path, want)
		}
	}
	read := Options{ReadOnly: true}
	none := filepath.Join(dir, "none.duckdb")
	test(none, read, "there is no such file: load notices first (jikenbo etl)")
	test(filepath.Join(dir, "no", "w.duckdb"), Options{}, "there is no folder "+filepath.Join(dir, "no")+": make it first")
	test(dir, Options{}, "it is a folder: name a file in it")
	test(file("notes.txt", strings.Repeat("これはデータベースではない。", 1000)), Options{}, "it is not a DuckDB database: name another file")
	test(filepath.Join(dir, "notes.txt"), read, "it is not a DuckDB database: name another file")
	test(file("empty.duckdb", ""), read, "the file is empty: load notices first (jikenbo etl)")
	test(duck("bare.duckdb", "select 1"), read, "nothing has been loaded into it yet: load notices first (jikenbo etl)")
	test(duck("other.duckdb", "create table t (a integer)"), Options{}, "it holds tables of another program: name another file")
	test(duck("newer.duckdb", "create table schema_version (version integer); insert into schema_version values (99)"), Options{},
		"a newer jikenbo wrote it (tables of version 99, this one knows 1): use that one, or name another file")
	test(none+"?access_mode=automatic", Options{}, "a database's path cannot hold a question mark")
	if _, err := os.Stat(none); err == nil {
		t.Error("a file was made by reading")
	}
	open(t, file("new.duckdb", ""), Options{}) // an empty file is a new database
}

func TestDamagedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.duckdb")
	whole := emptyDB(t)
	test := func(name string, content []byte) {
		t.Run(name, func(t *testing.T) {
			if err := os.WriteFile(path, content, 0o600); err != nil {
				t.Fatal(err)
			}
			db, err := Open(t.Context(), path, Options{})
			if err == nil {
				_, err = db.Check(t.Context())
				db.sql.Close()
			}
			if err == nil || strings.Contains(err.Error(), "Stack Trace") {
				t.Errorf("got %v", err)
			}
		})
	}
	flipped := append([]byte(nil), whole...)
	for i := 4096; i < len(flipped); i += 1024 {
		flipped[i] ^= 0xff
	}
	test("truncated", whole[:len(whole)/3])
	test("bits flipped", flipped)
}

func TestReadOnlyCannotWrite(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "w.duckdb")
	if err := os.WriteFile(path, emptyDB(t), 0o600); err != nil {
		t.Fatal(err)
	}
	secret := filepath.Join(dir, "secret.csv")
	if err := os.WriteFile(secret, []byte("a\n1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	db := open(t, path, Options{ReadOnly: true})
	for _, q := range []string{
		"create table t (a integer)",
		"insert into sector values ('X', 'x', 'x')",
		"delete from post",
		"drop view incident_wide",
		"attach '" + filepath.Join(dir, "other.duckdb") + "'",
		"copy post to '" + filepath.Join(dir, "out.csv") + "'",
		"export database '" + filepath.Join(dir, "out") + "'",
		"select * from read_csv('" + secret + "')",
		"select * from '" + secret + "'",
		"select content from read_text('" + secret + "')",
		"select * from glob('" + dir + "/*')",
		"install httpfs",
		"load httpfs",
		"set enable_external_access = true",
		"set lock_configuration = false",
		"select 1; attach '" + filepath.Join(dir, "other.duckdb") + "'",
		"pragma database_size; copy post to '" + filepath.Join(dir, "out.csv") + "'",
	} {
		if _, err := db.Query(t.Context(), q); err == nil {
			t.Errorf("ran: %s", q)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "o*")); len(left) > 0 {
		t.Errorf("written: %s", left)
	}
	if _, err := db.Begin(t.Context(), RunInfo{}); err == nil || err.Error() != "begin load: the database is open for reading only" {
		t.Errorf("begin: %v", err)
	}
	open(t, path, Options{ReadOnly: true}) // several readers at once
	given{db}.expect(t, "select count(*) from sector", "20")
}

func TestReadWhileLoading(t *testing.T) {
	db := newDB(t)
	run(t, db, madePage("a.txt", 0, 2))
	l := begin(t, db)
	add(t, l, madePage("b.txt", 5, 3))
	given{db}.expect(t, "select count(*) from incident", "2") // what is committed, until the commit
	finish(t, l)
	given{db}.expect(t, "select count(*) from incident", "5")
}

func TestLogOfACrashIsReplayed(t *testing.T) {
	db := newDB(t)
	l := begin(t, db)
	add(t, l, madePage("a.txt", 0, 2))
	if _, err := l.finish(t.Context(), runAt); err != nil {
		t.Fatal(err)
	}
	if err := l.end("commit"); err != nil { // no checkpoint: the log holds everything
		t.Fatal(err)
	}
	crashed := filepath.Join(t.TempDir(), "w.duckdb")
	for _, suffix := range []string{"", ".wal"} {
		b, err := os.ReadFile(db.path + suffix)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(crashed+suffix, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	again := open(t, crashed, Options{})
	sameTables(t, dump(t, again), dump(t, db))
	given{again}.expect(t, "select count(*) from duckdb_columns() where schema_name = 'main' and not internal and comment is null", "0")
	if err := l.Reject(notice.Reject{}); !errors.Is(err, ErrEnded) {
		t.Errorf("reject after the end: %v", err)
	}
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("the administrator may write everywhere")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "w.duckdb")
	if _, err := Open(t.Context(), path, Options{}); err == nil ||
		err.Error() != "open warehouse "+path+": permission denied: check the rights of the file and its folder" {
		t.Errorf("got %v", err)
	}
}
