package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// row is one line of a page that is not blank.
//
// It is kept small: a text of short lines has more of them than of anything else.
type row struct {
	start, end    uint32 // bytes of the page, blanks at both ends left out
	before, after uint8  // blank lines above and below, farBlank at the top and bottom of the page
	soft          bool   // one of the blank lines below holds blanks, as layout inside a body does
	kind          rowKind
}

// rowKind is what a line looks like by itself.
type rowKind uint8

const (
	plain     rowKind = iota // may be a title
	headed                   // begins with 【セキュリティ事件簿#…】
	prose                    // a sentence, or too long for a title
	listed                   // a bullet, a number, a heading in brackets, a date, a label: never a title
	furniture                // of the blog, of no post
)

const (
	farBlank    = 99  // blank lines above the first row and below the last: more than any other row has
	maxTitle    = 150 // runes
	listedRunes = 3   // shorter lines are no titles
)

// rowsOf cuts page, of less than 4 GiB, into its lines and says what each looks like.
func rowsOf(page string) []row {
	var rows []row
	blanks, soft := uint8(farBlank), false
	for at := 0; at < len(page); {
		end := strings.IndexByte(page[at:], '\n')
		if end < 0 {
			end = len(page)
		} else {
			end += at
		}
		line := page[at:end]
		if start, stop := trimmed(line); start == stop {
			if blanks < farBlank-1 {
				blanks++
			}
			soft = soft || line != "" && line != "\r"
		} else {
			if n := len(rows); n > 0 {
				rows[n-1].after, rows[n-1].soft = blanks, soft
			}
			rows = append(rows, row{start: uint32(at + start), end: uint32(at + stop), before: blanks, kind: kindOf(line[start:stop], isIndented(line[:start]))})
			blanks, soft = 0, false
		}
		at = end + 1
	}
	if n := len(rows); n > 0 {
		rows[n-1].after = farBlank
	}
	return rows
}

// isIndented says whether a line begins with more than one blank, as only lines of
// bodies do.
func isIndented(blanks string) bool {
	return strings.Count(blanks, " ")+strings.Count(blanks, "\t")+strings.Count(blanks, "\u00a0")+2*strings.Count(blanks, "　") > 1
}

// trimmed gives the bounds of line without blanks at its ends.
func trimmed(line string) (start, end int) {
	start, end = 0, len(line)
	for start < end {
		r, size := utf8.DecodeRuneInString(line[start:])
		if !isSpace(r) {
			break
		}
		start += size
	}
	for start < end {
		r, size := utf8.DecodeLastRuneInString(line[start:end])
		if !isSpace(r) {
			break
		}
		end -= size
	}
	return start, end
}

// kindOf says what a line without blanks at its ends looks like.
func kindOf(line string, indented bool) rowKind {
	switch {
	case isHeaderLine(line):
		return headed
	case len(line) > maxTitle*3, isSentence(line):
		return prose
	case isFurniture(line):
		return furniture
	case indented, isListed(line):
		return listed
	}
	return plain
}

// isHeaderLine says whether line begins with a case header and goes on as a title,
// not as a sentence about that case (「【セキュリティ事件簿#2023-100】でお伝えした件ですが…」).
func isHeaderLine(line string) bool {
	_, n := caseHeader(line)
	if n == 0 {
		return false
	}
	rest := trimSpace(line[n:])
	particle := startsWithAny(rest, []string{"で", "に", "の", "は", "を", "と", "も", "から"})
	return !particle || !isSentence(rest) && utf8.RuneCountInString(rest) >= 8
}

func isFurniture(line string) bool {
	return isAny(line, words.furniture) || startsWithAny(line, words.furnitureStart) || endsWithAny(line, words.furnitureEnd)
}

// isDateHeader says whether line is the date that a blog sets above the posts of a
// day: 2022年8月15日月曜日.
func isDateHeader(line string) bool {
	return strings.HasSuffix(line, "曜日") && isDateOnly(line)
}

// isSentence says whether line ends, or is cut in the middle, as prose does.
func isSentence(line string) bool {
	line = strings.TrimRight(line, "」』）)\"”")
	if strings.ContainsRune("。．、，,", lastRune(line)) {
		return true
	}
	return len(line) > 100*3 && strings.Contains(line, "。") || len(line) > 60*3 && isPolite(line)
}

// isPolite says whether line ends in a verb as sentences do and few titles.
func isPolite(line string) bool {
	return endsWithAny(line, []string{"です", "ます", "ません", "でした", "ました", "ください", "下さい", "である", "だった", "している"})
}

// isListed says whether line begins or stands as things in a body do that are no
// titles: bullets, numbers, a whole heading in brackets, dates, labels, addresses.
func isListed(line string) bool {
	first, size := utf8.DecodeRuneInString(line)
	if strings.ContainsRune("・•●○◯◎■□◆◇▼▽▲△▶►▪※＊*☆★→⇒＞>|｜+＋#＃-－—–†‡§①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳ⅠⅡⅢⅣⅤⅰⅱⅲ㈠$＄/\\;{}=&%^`", first) {
		return true
	}
	if utf8.RuneCountInString(line) < listedRunes || isAny(line, words.whole) || isAny(line, words.ending) || isDateOnly(line) {
		return true
	}
	if strings.ContainsRune(":：;；=＝/／→", lastRune(line)) {
		return true
	}
	return isNumbered(line) || isWrapped(line, first, size) || isAddress(line)
}

// isNumbered: 「1 概要」「(1)経緯」「１．原因」「第2 対応」「ア 氏名」「Q1.」.
func isNumbered(line string) bool {
	s := strings.TrimLeft(line, "(（[［<＜〔")
	wrapped := s != line
	s = strings.TrimPrefix(s, "第")
	n, i := digits(s, 0)
	if n == "" {
		r, size := utf8.DecodeRuneInString(s)
		letter := strings.ContainsRune("アイウエオカキクケコabcdefABCDEFQqAaⅰⅱ一二三四五六七八九十", r)
		if _, j := digits(s, size); letter && j > size && strings.ContainsRune("Qq", r) {
			size = j
		}
		next, _ := utf8.DecodeRuneInString(s[size:])
		return letter && strings.ContainsRune(".．)）、,:： 　", next) && (wrapped || next != ' ' || r > 'z')
	}
	if len(n) > 2 {
		return false
	}
	next, size := utf8.DecodeRuneInString(s[i:])
	rest := s[i+size:]
	after, _ := utf8.DecodeRuneInString(rest)
	switch {
	case size == 0 || strings.ContainsRune(")）」〕］]＞>、:：", next):
		return true
	case strings.ContainsRune(".．,-－—", next): // 「1.概要」, not 「1,234人分」 or 「3.11」
		return wrapped || !unicode.IsDigit(after) && (after < 'A' || after > 'z')
	case strings.ContainsRune("月時", next): // 「7月10日 …」, not 「24時間」
		return unicode.IsDigit(after) || isSpace(after)
	case isSpace(next):
		return !startsWithAny(trimSpace(rest), []string{"つ", "の", "選", "個", "件", "人", "名", "社", "分", "年", "月", "日", "万", "億", "千", "Best", "best"})
	}
	return false
}

// isWrapped: the whole line stands in brackets, 【経緯】 or ＜お問い合わせ＞.
func isWrapped(line string, first rune, size int) bool {
	const open, shut = "【＜〈《≪[［〔(（<「『“", "】＞〉》≫]］〕)）>」』”"
	if !strings.ContainsRune(open, first) {
		return false
	}
	body := line[size:]
	at := strings.IndexAny(body, shut)
	if at < 0 {
		return false
	}
	_, n := utf8.DecodeRuneInString(body[at:])
	rest := trimSpace(body[at+n:])
	if rest == "" {
		return true
	}
	return strings.ContainsRune("【＜〈《≪", first) && utf8.RuneCountInString(rest) < 8 // 【お問い合わせ】 営業部
}

// isAddress: a web or mail address, a telephone number or a postal code.
func isAddress(line string) bool {
	if strings.Contains(line, "://") || strings.Contains(line, "@") || strings.HasPrefix(line, "〒") || strings.HasPrefix(line, "www.") {
		return true
	}
	digits := 0
	for i := 0; i < len(line); i++ {
		if '0' <= line[i] && line[i] <= '9' {
			digits++
		}
	}
	return digits >= 9 && digits*2 > len(line)/3
}
