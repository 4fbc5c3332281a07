package main

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// jikenbo prepares the program as a process of its own, in folder dir.
func jikenbo(t *testing.T, dir string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Args = append([]string{"jikenbo"}, args...)
	cmd.Dir = dir
	return cmd
}

// must runs it to its end and gives what it wrote.
func must(t *testing.T, dir string, args ...string) string {
	t.Helper()
	out, err := jikenbo(t, dir, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("jikenbo %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

func mustDump(t *testing.T, db string) string {
	t.Helper()
	text, err := dump(db)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// write makes a file of pages with the notices first..last of an endless row, in its
// given edition.
func write(t *testing.T, dir, name string, first, last, edition int) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := first; n <= last; n++ {
		fmt.Fprintf(&b, "【セキュリティ事件簿#2024-%03d】株式会社第%d製作所 メール誤送信による個人情報漏えいについて 2024年5月%d日\n\n\n", n, n, 10+n%20)
		fmt.Fprintf(&b, "2024年5月%d日、弊社の担当者が、お客様%d名の氏名とメールアドレスが見える状態で電子メールを送信いたしました。\n", 1+n%9, 10*n+edition)
		fmt.Fprintf(&b, "5月%d日に個人情報保護委員会へ報告しております。お客様には深くお詫び申し上げます。\n\n", 2+n%9)
	}
	if err := os.WriteFile(filepath.Join(dir, name), []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestInterrupted sends Ctrl-C to a load that has read a folder and waits for
// standard input.
func TestInterrupted(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "old"), "a.txt", 1, 20, 0)
	write(t, filepath.Join(dir, "new"), "b.txt", 21, 60, 0)
	must(t, dir, "etl", "-q", "old")
	before := mustDump(t, filepath.Join(dir, "warehouse.duckdb"))

	cmd := jikenbo(t, dir, "etl", "new", "-")
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	in, err := cmd.StdinPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	io.WriteString(in, "【セキュリティ事件簿#2024-900】途中まで")
	waitUntilHeld(t, filepath.Join(dir, "warehouse.duckdb"))
	cmd.Process.Signal(os.Interrupt)
	if err := cmd.Wait(); cmd.ProcessState.ExitCode() != 1 {
		t.Errorf("the load ended with %v, want exit code 1", err)
	}
	if got, want := said.String(), "jikenbo: interrupted: nothing of this load was kept; run it again\n"; got != want {
		t.Errorf("it said %q, want %q", got, want)
	}
	if mustDump(t, filepath.Join(dir, "warehouse.duckdb")) != before {
		t.Error("the tables are not as they were before the load")
	}
	if out := must(t, dir, "etl", "new"); !strings.Contains(out, "inserted 1,") {
		t.Errorf("run again it said\n%s", out)
	}
}

// waitUntilHeld waits until another process has locked the database. It asks for the
// lock without taking it.
func waitUntilHeld(t *testing.T, db string) {
	t.Helper()
	f, err := os.Open(db)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for range 3000 {
		lock := syscall.Flock_t{Type: syscall.F_WRLCK}
		if err := syscall.FcntlFlock(f.Fd(), syscall.F_GETLK, &lock); err != nil {
			t.Fatal(err)
		}
		if lock.Type != syscall.F_UNLCK {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("no process has locked the database")
}

// TestKilled kills loads at random moments. Each starts from the same committed
// state, and brings new, changed and vanished files. What is found afterwards is the
// committed state or the finished load, and running again comes to the tables of a
// load that nobody disturbed.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("twenty killed loads take half a minute: not in -short")
	}
	dir := t.TempDir()
	pages := filepath.Join(dir, "pages")
	for i := range 10 {
		write(t, pages, fmt.Sprintf("%02d.txt", i), i*20+1, i*20+20, 0)
	}
	must(t, dir, "etl", "-q", "--db", "base.duckdb", "pages")
	for i := 5; i < 15; i++ {
		write(t, pages, fmt.Sprintf("%02d.txt", i), i*20+1, i*20+20, 1)
	}
	os.Remove(filepath.Join(pages, "00.txt"))
	load := []string{"etl", "-q", "--prune", "--db", "w.duckdb", "pages"}
	db := filepath.Join(dir, "w.duckdb")
	restore := func() {
		os.Remove(db + ".wal")
		b, err := os.ReadFile(filepath.Join(dir, "base.duckdb"))
		if err == nil {
			err = os.WriteFile(db, b, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	restore()
	committed := mustDump(t, db)
	begun := time.Now()
	must(t, dir, load...)
	took := time.Since(begun)
	finished := mustDump(t, db)
	if finished == committed {
		t.Fatal("the second load changed nothing: it tests nothing")
	}

	random, before := rand.New(rand.NewPCG(1, 2)), 0
	for i := range 20 {
		restore()
		cmd := jikenbo(t, dir, load...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		moment := time.Duration(random.Int64N(int64(took)))
		time.Sleep(moment)
		cmd.Process.Kill()
		cmd.Wait()
		switch mustDump(t, db) {
		case committed:
			before++
		case finished:
		default:
			t.Fatalf("kill %d, after %v: the tables are neither those before the load nor those after it", i, moment)
		}
		must(t, dir, load...)
		if mustDump(t, db) != finished {
			t.Fatalf("kill %d, after %v: run again it came to other tables than an undisturbed load", i, moment)
		}
	}
	t.Logf("%d of 20 loads were killed before they committed", before)
	if before == 0 {
		t.Error("no load was killed before it committed: it tests nothing")
	}
}

// TestOddNames loads files whose names would steer a terminal or begin a line.
func TestOddNames(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"red\x1b[31m.txt", "two\nlines.txt", "bad\xff.txt", "turn\u202eed.txt", "日本 語.txt", "-x.txt", "a!b.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("nothing of ours"), 0o644); err != nil {
			t.Skipf("this file system takes no name %q: %v", name, err)
		}
	}
	cmd := jikenbo(t, dir, "etl", "-q", "--db", filepath.Join(t.TempDir(), "w.duckdb"), ".")
	out, _ := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); code != exitRejected {
		t.Errorf("exit code %d, want %d", code, exitRejected)
	}
	for line := range strings.Lines(string(out)) {
		if !strings.HasPrefix(line, "rejected ") || !strings.HasSuffix(line, "(no_post)\n") || printable(line) != line {
			t.Errorf("a line that is no reject, or could steer a terminal: %q", line)
		}
	}
	if n := strings.Count(string(out), "\n"); n != 7 {
		t.Errorf("%d lines, want one of each of 7 files:\n%s", n, out)
	}
}
