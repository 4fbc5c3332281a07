package source

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/japanese"

	"jikenbo/etl/notice"
)

const aNotice = "【セキュリティ事件簿#2024-001】株式会社あおば 誤送信について\n\n\nメールを誤って送信しました。お詫びします。\n"

// tree writes files, given as path and content, into a new folder.
func tree(t testing.TB, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for i := 0; i < len(files); i += 2 {
		path := filepath.Join(dir, files[i])
		os.MkdirAll(filepath.Dir(path), 0o755)
		if err := os.WriteFile(path, []byte(files[i+1]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// paths lists the documents below dir, as slash paths.
func (r *result) paths(dir string) string {
	var out []string
	for _, d := range r.documents {
		rel := strings.TrimPrefix(d.Path, dir)
		out = append(out, strings.TrimPrefix(filepath.ToSlash(rel), "/"))
	}
	return strings.Join(out, " ")
}

func zipOf(t testing.TB, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.CreateHeader(&zip.FileHeader{Name: files[i], Method: zip.Deflate, NonUTF8: strings.Contains(files[i], "\x83")})
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(files[i+1]))
	}
	z.Close()
	return b.String()
}

func gzipOf(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.String()
}

func TestWalkOrder(t *testing.T) {
	dir := tree(t, "b.txt", aNotice, "a/2.txt", aNotice, "a/10.txt", aNotice, "c.zip", zipOf(t, "y.txt", aNotice, "x/z.txt", aNotice),
		".hidden", aNotice, ".git/config.txt", aNotice, "d.txt.gz", gzipOf(aNotice))
	got := load(t, Options{}, dir, filepath.Join(dir, "b.txt"))
	if want := "a/10.txt a/2.txt b.txt c.zip!y.txt c.zip!x/z.txt d.txt.gz"; got.paths(dir) != want || len(got.rejects) > 0 {
		t.Errorf("documents %s, want %s; rejects %v", got.paths(dir), want, got.rejects)
	}
}

// A document's identity is its path and its bytes, whatever they are packed in.
func TestIdentity(t *testing.T) {
	dir := tree(t, "a.txt", aNotice, "a.txt.gz", gzipOf(aNotice), "a.zip", zipOf(t, "a.txt", aNotice))
	err := Walk(context.Background(), []string{dir}, Options{}, func(in *Input) error {
		sum, size, err := in.Hash(context.Background())
		if err != nil {
			return err
		}
		id := DocumentID(in.Path, sum)
		return Read(context.Background(), in, Options{}, func(item Item) error {
			d := item.Document
			if d.SHA256 != sum || d.ID != id || d.ByteCount != size || len(id) != 16 {
				t.Errorf("%s: read as %+v, hashed %s of %d", in.Path, d, sum, size)
			}
			return nil
		})
	}, func(r notice.Reject) error { t.Error(r); return nil })
	if err != nil {
		t.Fatal(err)
	}
}

func TestRejects(t *testing.T) {
	test := func(name, content, code string, opt ...Options) {
		t.Helper()
		got := loadBytes(t, append(opt, Options{})[0], []byte(content))
		if got.codes() != code {
			t.Errorf("%s: rejects %v, want %q", name, got.rejects, code)
		}
		for _, r := range got.rejects {
			if r.Path == "" || r.Reason == "" || strings.ContainsAny(r.Reason, "\n\x1b") {
				t.Errorf("%s: reject %+v", name, r)
			}
		}
	}
	small := Options{MaxPage: 2000, MaxPost: 2000}
	test("empty", "", notice.RejectEmpty)
	test("blanks", " \n\t\n　\n", notice.RejectNoPost)
	test("English", "Minutes of the meeting.\n\nNothing was leaked.\n", notice.RejectNoPost)
	test("Japanese of no notice", "買い物の覚え書き。卵と牛乳。\n", notice.RejectNoPost)
	test("image", "\x89PNG\r\n\x1a\n\x00\x00\x00", notice.RejectBinary)
	test("bytes", "ab\x00\x01\x02\x03\x00\x00cd\x00", notice.RejectBinary)
	test("PDF", "%PDF-1.7\n", notice.RejectBinary)
	test("undecodable", "お\xfd\xfe\xff\x80\xfd\xfe\xff\xa0\xa0\xff\xfd\xfe", notice.RejectUndecodable)
	test("half UTF-8, half Shift_JIS", aNotice+strings.Repeat(aNotice, 5)+sjis(strings.Repeat(aNotice, 6)), notice.RejectUndecodable)
	test("XML of another kind", "<?xml version='1.0'?><svg><text>個人情報の漏えい。</text></svg>", notice.RejectNoPost)
	test("feed without entries", "<feed xmlns='http://www.w3.org/2005/Atom'></feed>", notice.RejectNoPost)
	test("feed cut off", "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>誤送信</title>", notice.RejectBroken)
	test("page too large", "<html><p>"+strings.Repeat("あ", 3000), notice.RejectTooLarge, small)
	test("JSON that ends", "[{\"title\":\"誤送信\"", notice.RejectBroken)
	test("JSON of another kind", "{\"name\":\"x\"}\n", notice.RejectNoPost)
	test("JSON Lines of titles", "{\"title\":\"誤送信について\"}\n{\"title\":\"紛失について\"}\n", notice.RejectNoPost)
	test("damaged gzip", gzipOf(aNotice)[:40], notice.RejectBroken)
	test("gzip of garbage", "\x1f\x8bgarbage", notice.RejectBroken)
	test("damaged zip", zipOf(t, "a.txt", aNotice)[:60], notice.RejectBroken)
	test("empty zip", zipOf(t), notice.RejectNoPost)
	test("office document", zipOf(t, "[Content_Types].xml", "<Types/>", "word/document.xml", "x"), notice.RejectBinary)
	test("names that lead out", zipOf(t, "../a.txt", aNotice, "/etc/a.txt", aNotice, "C:\\a.txt", aNotice, "ok/../../a.txt", aNotice),
		"unsafe unsafe unsafe unsafe")
	test("archive in archive in archive", zipOf(t, "b.zip", zipOf(t, "c.zip", zipOf(t, "a.txt", aNotice))), notice.RejectUnsafe)
	test("bomb", gzipOf(strings.Repeat("あ", 23<<20)), "too_large unsafe")
	test("zip bomb", zipOf(t, "a.txt", strings.Repeat("あ", 23<<20)), notice.RejectUnsafe)
	test("too many members", zipOf(t, "a", "", "b", "", "c", ""), notice.RejectUnsafe, Options{MaxMembers: 2})
}

func sjis(s string) string {
	out, _ := japanese.ShiftJIS.NewEncoder().String(s)
	return out
}

// A broken part is rejected and the rest is read.
func TestPartlyBroken(t *testing.T) {
	test := func(name, content string, posts int, codes string, opt ...Options) {
		t.Helper()
		got := loadBytes(t, append(opt, Options{})[0], []byte(content))
		if len(got.posts) != posts || got.codes() != codes {
			t.Errorf("%s: %d posts, want %d; rejects %v, want %q", name, len(got.posts), posts, got.rejects, codes)
		}
		for i, p := range got.posts {
			if len(got.documents) == 1 && p.Ordinal != i+1 {
				t.Errorf("%s: ordinal %d at %d", name, p.Ordinal, i)
			}
		}
	}
	line := `{"title":"株式会社あおば 誤送信について","body":"誤って送信しました。"}` + "\n"
	test("a broken line", line+"{\"title\":\n"+line, 2, "broken")
	test("a line of another shape", line+"{\"title\":5}\n[1]\n"+line, 2, "broken broken")
	test("a line too long", line+`{"body":"`+strings.Repeat("あ", 2000)+"\"}\n"+line, 2, "too_large", Options{MaxPost: 3000})
	entry := "<entry><title>株式会社あおば 誤送信について</title><content type='html'>&lt;p&gt;誤って送信しました。&lt;/p&gt;</content></entry>"
	feed := func(s string) string { return "<feed xmlns='http://www.w3.org/2005/Atom'>" + s + "</feed>" }
	test("a feed", feed(entry+entry), 2, "")
	test("an entry too long", feed(entry+"<entry><title>"+strings.Repeat("あ", 2000)+"</title></entry>"+entry), 2, "too_large", Options{MaxPost: 3000})
	test("a feed cut off", feed(entry + entry)[:len(feed(entry))], 1, "broken")
	test("an array cut off", "["+strings.TrimSpace(line)+",\n{\"title\":", 1, "broken")
	test("members of an archive", zipOf(t, "a.txt", aNotice, "b.bin", "\x00\x01\x02\x03", "c.txt", aNotice), 2, "binary")
	test("a member packed again", zipOf(t, "a.txt.gz", gzipOf(aNotice), "b.zip", zipOf(t, "c.txt", aNotice)), 2, "")
	test("names in Shift_JIS", zipOf(t, "\x83e\x83X\x83g.txt", aNotice), 1, "")
	test("a few broken bytes", aNotice+strings.Repeat("この行は無事です。\n", 200)+"\xff", 1, "")
	test("a NUL in a text", strings.Repeat(aNotice, 3)+"\x00\n", 3, "")
}

func TestHostileTree(t *testing.T) {
	dir := tree(t, "a/b/c.txt", aNotice, "d\n\x1b[31m\xff.txt", aNotice)
	os.Symlink("..", filepath.Join(dir, "a", "loop"))
	os.Symlink("a", filepath.Join(dir, "again"))
	os.Symlink("gone", filepath.Join(dir, "broken"))
	os.Symlink("a/b/c.txt", filepath.Join(dir, "link.txt"))
	os.Mkdir(filepath.Join(dir, "empty"), 0o755)
	got := load(t, Options{}, dir, filepath.Join(dir, "missing"), filepath.Join(dir, "empty"))
	if want := "a/b/c.txt d\n\x1b[31m\ufffd.txt link.txt"; got.paths(dir) != want {
		t.Errorf("documents %q, want %q", got.paths(dir), want)
	}
	if want := "unsafe missing missing"; got.codes() != want {
		t.Errorf("rejects %v, want %s", got.rejects, want)
	}
	if os.Getuid() != 0 { // root reads everything
		os.Chmod(filepath.Join(dir, "a", "b"), 0)
		if got := load(t, Options{}, dir); !strings.Contains(got.codes(), notice.RejectUnreadable) {
			t.Errorf("unreadable folder: rejects %v", got.rejects)
		}
		os.Chmod(filepath.Join(dir, "a", "b"), 0o755)
	}
}

func TestStdin(t *testing.T) {
	for name, content := range map[string]string{"a text": aNotice, "a gzip": gzipOf(aNotice), "a zip": zipOf(t, "a.txt", aNotice)} {
		got := load(t, Options{Stdin: strings.NewReader(content)}, "-")
		if len(got.posts) != 1 || !strings.HasPrefix(got.documents[0].Path, "-") {
			t.Errorf("%s on standard input: %d posts, rejects %v", name, len(got.posts), got.rejects)
		}
	}
}

// Errors of the receiver and of the context end the load as they are.
func TestStop(t *testing.T) {
	dir := tree(t, "a.txt", aNotice, "b.txt", aNotice)
	stop := errors.New("stop")
	read := func(ctx context.Context, emit func(Item) error) error {
		return Walk(ctx, []string{dir}, Options{}, func(in *Input) error { return Read(ctx, in, Options{}, emit) },
			func(r notice.Reject) error { t.Error(r); return nil })
	}
	if err := read(context.Background(), func(Item) error { return stop }); err != stop {
		t.Errorf("error %v, want that of the receiver", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	if err := read(ctx, func(Item) error { cancel(); return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that of the context", err)
	}
}

// A file that changes between being hashed and being read is taken as it was read
// where it is small, and rejected where it is streamed.
func TestChangingFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.txt")
	test := func(name string, first, second, codes string) {
		t.Helper()
		os.WriteFile(path, []byte(first), 0o644)
		var rejects []string
		err := Walk(context.Background(), []string{path}, Options{}, func(in *Input) error {
			in.Hash(context.Background())
			os.WriteFile(path, []byte(second), 0o644)
			return Read(context.Background(), in, Options{}, func(item Item) error {
				if item.Reject != nil {
					rejects = append(rejects, item.Reject.Code)
				}
				return nil
			})
		}, func(r notice.Reject) error { return nil })
		if got := strings.Join(rejects, " "); err != nil || got != codes {
			t.Errorf("%s: rejects %q, want %q; error %v", name, got, codes, err)
		}
	}
	long := strings.Repeat(aNotice, inMemory/len(aNotice)+10)
	test("small", aNotice, aNotice+aNotice, "")
	test("large", long, long+aNotice, "broken")
	os.Remove(path)
}

func TestProgress(t *testing.T) {
	data := strings.Repeat(aNotice, 100)
	read := int64(0)
	loadBytes(t, Options{Progress: func(n int64) { read += n }}, []byte(data))
	if read != int64(len(data)) {
		t.Errorf("progress of %d bytes, want %d", read, len(data))
	}
}
