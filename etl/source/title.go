package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// heading is what a title line says.
type heading struct {
	Headed     bool   // it begins with 【セキュリティ事件簿#2024-019】
	CaseNumber string // 2024-019, digits as ASCII
	Title      string // the rest of the line, without a date at its end
	Dated      bool   // it ends with a date
}

// readHeading reads a title line.
func readHeading(line string) heading {
	line = trimSpace(line)
	var h heading
	if number, n := caseHeader(line); n > 0 {
		h.Headed, h.CaseNumber = true, number
		line = trimSpace(line[n:])
	}
	h.Title = line
	if n := trailingDate(line); n > 0 || n == 0 && isDateOnly(line) {
		h.Title, h.Dated = trimSpace(line[:n]), true
	}
	return h
}

const caseName = "セキュリティ事件簿"

// caseHeader reads 【セキュリティ事件簿#2024-019】 at the start of line and gives the
// case number and the length of the header in bytes, 0 where there is none. Digits,
// dash, number sign and brackets may be of any width, with blanks between.
func caseHeader(line string) (number string, n int) {
	open, size := utf8.DecodeRuneInString(line)
	if !strings.ContainsRune("【[［〔〖「", open) {
		return "", 0
	}
	i := skipBlanks(line, size)
	if !strings.HasPrefix(line[i:], caseName) {
		return "", 0
	}
	i = skipBlanks(line, i+len(caseName))
	if r, size := utf8.DecodeRuneInString(line[i:]); strings.ContainsRune("#＃♯№", r) && size > 0 {
		i = skipBlanks(line, i+size)
	}
	year, i := digits(line, i)
	i = skipBlanks(line, i)
	r, size := utf8.DecodeRuneInString(line[i:])
	if len(year) != 4 || !strings.ContainsRune("-‐‑‒–—―−－ー─", r) {
		return "", 0
	}
	no, i := digits(line, skipBlanks(line, i+size))
	if len(no) == 0 || len(no) > 5 {
		return "", 0
	}
	for end := i; end < len(line) && end-i < 40; { // 【…#2024-019 続報】: what else stands inside is of the header
		r, size := utf8.DecodeRuneInString(line[end:])
		end += size
		if strings.ContainsRune("】]］〕〗」", r) {
			return year + "-" + no, end
		}
	}
	return "", 0
}

func skipBlanks(s string, i int) int {
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isSpace(r) {
			break
		}
		i += size
	}
	return i
}

// digits reads digits of either width at s[i:] and gives them as ASCII, with the
// offset after them.
func digits(s string, i int) (string, int) {
	var b []byte
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case '0' <= r && r <= '9':
			b = append(b, byte(r))
		case '０' <= r && r <= '９':
			b = append(b, byte(r-'０')+'0')
		default:
			return string(b), i
		}
		i += size
	}
	return string(b), i
}

// dateAtEnd matches a whole date with its year at the end of a line, in brackets
// or not, with a day of the week or not. Month and year alone count only after a
// blank: 「(2023年12月版)」 is part of a title.
var dateAtEnd = regexp.MustCompile(`[\s　]*[(（\[［【〔<＜]?[\s　]*(?:` +
	`(?:19|20|１９|２０)[0-9０-９]{2}[\s　]*年[\s　]*[0-9０-９]{1,2}[\s　]*月[\s　]*[0-9０-９]{1,2}[\s　]*日` +
	`|(?:令和|平成|昭和|[RＲHＨ])[\s　]*[元0-9０-９一二三四五六七八九十]{1,3}[\s　]*年[\s　]*[0-9０-９一二三四五六七八九十]{1,3}[\s　]*月[\s　]*[0-9０-９一二三四五六七八九十]{1,3}[\s　]*日` +
	`|(?:19|20|１９|２０)[0-9０-９]{2}[\s　]*[/／.．\-－‐−][\s　]*[0-9０-９]{1,2}[\s　]*[/／.．\-－‐−][\s　]*[0-9０-９]{1,2}` +
	`|(?:令和|平成|[RＲHＨ])[0-9０-９]{1,2}[.．/／][0-9０-９]{1,2}[.．/／][0-9０-９]{1,2}` +
	`|(?:^|[\s　])(?:19|20|１９|２０)[0-9０-９]{2}[\s　]*年[\s　]*[0-9０-９]{1,2}[\s　]*月` +
	`)[\s　]*(?:[(（][月火水木金土日](?:・?祝)?(?:曜日?)?[)）]|[月火水木金土日]曜日?)?[\s　]*(?:付け?|公表|発表|掲載|公開|更新|改訂)?[\s　]*[)）\]］】〕>＞]?[\s　]*$`)

// trailingDate gives the offset in line where the date at its end begins with its
// brackets, or -1. The end of a period is no such date.
func trailingDate(line string) int {
	tail := max(0, len(line)-160)
	for tail > 0 && tail < len(line) && !utf8.RuneStart(line[tail]) {
		tail++
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	if !strings.ContainsRune("日月付け表載開新訂)）]］】〕>＞ 　曜", last) && !unicode.IsDigit(last) {
		return -1
	}
	if !mayHoldDate(line[tail:]) {
		return -1
	}
	m := dateAtEnd.FindStringIndex(line[tail:])
	if m == nil {
		return -1
	}
	at := tail + m[0]
	head := trimSpace(line[:at])
	if r, _ := utf8.DecodeLastRuneInString(head); strings.ContainsRune("~〜～-－−–—", r) && head != "" {
		return -1
	}
	if found := line[at:]; strings.ContainsAny(found, ")）]］】〕>＞") && !strings.ContainsAny(found[:openingLen(found)], "(（[［【〔<＜") &&
		!strings.ContainsAny(found, "(（") { // the bracket was opened before other words: 「(第2報 2023年6月15日)」
		return -1
	}
	if strings.HasSuffix(head, "から") || strings.HasSuffix(head, "より") || unicode.IsDigit(lastRune(head)) {
		return -1
	}
	return at
}

// mayHoldDate is a quick look before the expression: 年 and 月, or two of the marks
// that part numbers.
func mayHoldDate(s string) bool {
	if strings.Contains(s, "年") && strings.Contains(s, "月") {
		return true
	}
	at := strings.IndexAny(s, "/.-／．－‐−")
	return at >= 0 && strings.ContainsAny(s[at+1:], "/.-／．－‐−")
}

// openingLen is the length of the blanks at the start of s and the rune after them.
func openingLen(s string) int {
	i := skipBlanks(s, 0)
	_, size := utf8.DecodeRuneInString(s[i:])
	return i + size
}

// isDateOnly says whether line is a date and nothing else.
func isDateOnly(line string) bool {
	return line != "" && trailingDate(line) == 0
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\ufeff' || r == '\u2060'
}

func trimSpace(s string) string { return strings.TrimFunc(s, isSpace) }
