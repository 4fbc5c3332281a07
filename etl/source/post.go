package source

import (
	"strings"

	"jikenbo/etl/notice"
)

// newPost makes a post of a title and a text that came apart from each other, as
// in feeds and pages. Its Body is laid out as page dumps are: the title line, two
// blank lines, the text. A title that the text begins with is not written twice;
// a text without a title gives its own.
func newPost(title, text string, struck []notice.Struck) notice.Post {
	title = oneLine(title)
	start, _ := trimmed(text)
	body := trimSpace(text)
	shift := -start
	if first, _, _ := strings.Cut(body, "\n"); title != "" && oneLine(first) != title {
		shift += len(title) + len("\n\n\n")
		body = trimSpace(title + "\n\n\n" + body)
	}
	p := notice.Post{Body: body}
	for _, s := range struck {
		s.At = min(max(0, s.At+shift), len(body))
		p.Struck = append(p.Struck, s)
	}
	h := readHeading(title)
	if title == "" {
		h = titleOf(body)
	}
	p.Title, p.CaseNumber = h.Title, h.CaseNumber
	if p.Title == "" && !h.Headed {
		p.Title = title // nothing but a date
	}
	return p
}

// titleOf finds the title in a text that came without one.
func titleOf(body string) heading {
	s := newSplitter(body)
	return s.firstTitle(len(body))
}

// oneLine is s with every run of blanks and line ends as one blank.
func oneLine(s string) string { return strings.Join(strings.FieldsFunc(s, isSpace), " ") }
