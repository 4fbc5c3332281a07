package source

import (
	"strings"
	"testing"
)

func BenchmarkPosts(b *testing.B) {
	page := strings.Repeat(string(fixture(b, "dump.txt"))+"\n", 50)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		Posts("d", page)
	}
}

func BenchmarkHTML(b *testing.B) {
	page := string(fixture(b, "blogger.html"))
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		htmlPosts(page)
	}
}

func BenchmarkDetect(b *testing.B) {
	data := []byte(sjis(strings.Repeat(string(fixture(b, "dump.txt")), 20)))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		detect(data)
	}
}
