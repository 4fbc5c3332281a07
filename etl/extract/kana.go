package extract

import (
	"strings"
	"unicode/utf8"
)

// hiragana reads the run of hiragana at c.at. more says whether the name goes on
// behind it; verb > 0 that it is a verb which ends there.
func (c *cutter) hiragana() (more bool, verb int) {
	norm := c.n.p.norm
	end := c.at
	for end < c.end && end-c.at < maxKana {
		r, size := utf8.DecodeRuneInString(norm[end:])
		if !isHiragana(r) || end > c.at && c.n.p.t.GapBefore(end) {
			break
		}
		end += size
	}
	run := norm[c.at:end]
	if c.at == c.nameAt { // a name that begins so
		if k := clauseParticle(run); k > 0 {
			c.at += k
			return false, 0
		}
		c.at = end
		return true, 0
	}
	if c.form.Len() > 0 && c.at == c.form.End {
		return false, 0
	}
	one := utf8.RuneCountInString(norm[c.nameAt:c.at]) == 1
	follows, _ := utf8.DecodeRuneInString(norm[end:])
	nameFollows := end < c.end && isNameRune(follows) && !c.n.p.t.GapBefore(end)
	kana := c.n.orgs.isKanaWord(run)
	if !kana && isParticle(run) && !(one && nameFollows && (run == "の" || run == "と" || run == "や")) {
		return false, 0
	}
	prefixed := c.form.Len() > 0 && c.form.Start == c.start || publicFounder(norm[c.start:c.at])
	if !prefixed && !kana && isVerbEnd(run) || prefixed && isLongVerbEnd(run) {
		if prefixed {
			return false, 0
		}
		return false, end
	}
	c.at = end
	return true, 0
}

// publicFounder says whether s ends with 「県立」 and the like, behind which a name
// goes on in any letters.
func publicFounder(s string) bool {
	s, ok := strings.CutSuffix(s, "立")
	r, _ := utf8.DecodeLastRuneInString(s)
	return ok && strings.ContainsRune("都道府県市町村区国私公", r)
}

func isHiragana(r rune) bool { return r >= 0x3041 && r <= 0x3096 }

// isNameRune says whether a name may hold r anywhere.
func isNameRune(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r >= 0x30a1 && r <= 0x30fa || r == 'ー' || r == '々' || r == '〆' || r == '〇' ||
		isHiragana(r) || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0xc0 && r <= 0x24f || r >= 0x3400 && r <= 0x4dbf
}

// particles begin what follows a name. That a single letter of kana suffices makes
// names with kana in them the exception, which titles and seeds teach.
var particles = newPrefixSet("は", "が", "を", "に", "で", "と", "の", "も", "へ", "から", "より", "まで", "および", "また", "ならび", "など", "である", "ほか", "さん", "さま", "あて", "あるいは", "もしくは", "とも")

func isParticle(run string) bool { return particles.of(run) > 0 || run == "や" }

// clauseParticle gives where the particle begins in a run of kana that begins a
// name (「はるやまは」), or 0.
func clauseParticle(run string) int {
	for _, w := range []string{"において", "における", "におきまして", "による", "により", "に対", "では", "には", "とは", "から", "は", "が", "を"} {
		if i := strings.Index(run, w); i >= 6 {
			return i
		}
	}
	return 0
}

// isVerbEnd says whether a run of kana behind a kanji is the end of a verb or an
// adjective and no part of a name.
func isVerbEnd(run string) bool {
	r, _ := utf8.DecodeRuneInString(run)
	return strings.ContainsRune("しさすせいっまてたるれらわうくけなんむずばえおみびべめ", r)
}

func isLongVerbEnd(run string) bool {
	for _, w := range []string{"した", "して", "する", "され", "いる", "いた", "ている", "てい", "ました", "ます"} {
		if strings.HasSuffix(run, w) || strings.HasPrefix(run, w) {
			return true
		}
	}
	return false
}

// isKanaWord says whether a run of kana begins with a word that stands inside names
// of facilities (「札幌こども病院」).
func (x *orgIndex) isKanaWord(run string) bool { return x.kana.of(run) > 0 }

// functionWord gives the length of a word at the beginning of s that begins
// sentences and no names, or 0.
func functionWord(s string) int { return functionWords.of(s) }

var functionWords = newPrefixSet("このたびの", "このたび", "このほど", "この度", "今般", "なお、", "なお", "また、", "また", "さらに", "しかし", "ただし", "さて", "すでに", "まず", "その後", "その", "これを", "これら", "この", "いつも", "いわゆる", "もし", "そこで", "そのため", "そして", "それ", "およそ", "およびその", "および", "ならびに", "あるいは", "または", "一方、", "平素より", "平素は", "日頃より", "先般", "先日")
