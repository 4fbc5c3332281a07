package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"jikenbo/etl/jdate"
)

// governs says whether a date says when what follows happened, rather than which
// thing is meant: 「2002年当時の名簿」「6月20日の連絡から」「7月22日まで使用していた」 date
// no event of the case.
func (p *page) governs(s *sentence, d jdate.Date) bool {
	rest := strings.TrimLeft(p.between(d.End, s.End), " ")
	if d.Precision == jdate.Month && endsWithAny(p.between(s.Start, d.Start), "停職", "減給", "懲役", "禁錮", "禁固", "停学", "出勤停止", "処分", "分の1", "分の一", "分の1、") { // 「停職1月」
		return false
	}
	if d.Precision == jdate.Year && s.section != "chronology" && !d.Approx && !startsWithAny(rest, "頃", "ごろ", "春", "夏", "秋", "冬", "末", "初め") {
		return false
	}
	if d.Bound == jdate.Until || strings.HasPrefix(rest, "まで") {
		return d.RangeEnd || untilGoverns(strings.TrimPrefix(rest, "まで"))
	}
	if d.RangeStart || d.RangeEnd {
		return true
	}
	if p.namesNotice(s, d) {
		return true
	}
	if startsWithAny(rest, attributive...) {
		return false
	}
	if after, ok := strings.CutPrefix(rest, "の"); ok && !p.calledThen(s, d) {
		return tellsWhen(after) || startsWithAny(after, "夕", "夜", "朝", "午", "深夜", "未明", "時点で", "段階で", "間", "期間", "会見", "記者会見")
	}
	return true
}

// namesNotice says whether a date belongs to the title of a notice that was published
// under it: 「5月18日付『お知らせ』にて公表しましたとおり」.
func (p *page) namesNotice(s *sentence, d jdate.Date) bool {
	rest := strings.TrimLeft(p.between(d.End, s.End), "付け (ので")
	quoted := strings.Index(rest, "」")
	if quoted < 0 || !strings.HasPrefix(rest, "「") {
		return false
	}
	from := s.End - len(rest) + quoted
	for _, c := range p.cuesIn(s) {
		if c.kind == cueEvent && c.code == "disclosed" && c.last > from && c.last < from+60 {
			return true
		}
	}
	return false
}

// restates says whether the date of a sentence only repeats another in brackets:
// 「本日(8月8日)」.
func (p *page) restates(s *sentence, i int) bool {
	for _, d := range p.datesIn(s) {
		if d.Restated == s.date[0]+i {
			return true
		}
	}
	return false
}

// calledThen says whether a date names a call that is itself the event: 「6月10日の業者
// からの連絡で判明した」.
func (p *page) calledThen(s *sentence, d jdate.Date) bool {
	for _, c := range p.cuesIn(s) {
		if c.kind == cueEvent && (c.code == codeContact || c.code == "discovered") && c.Start >= d.End && c.Start < d.End+45 {
			return startsWithAny(p.between(c.End, s.End), "で", "により", "を受け", "によって", "から判明", "にて") || c.End < s.End && c.code == codeContact && endsWithAny(p.words(c.Span), "により", "で", "を受け")
		}
	}
	return false
}

// tellsWhen says whether the noun after 「6日朝の」 is itself a time or an occasion:
// 「6日の勤務終了時に」「5日の帰りの会で」「8日のうちに」. A particle that makes it a thing
// (「20日の連絡を」「20日の懸念から」) comes first otherwise.
func tellsWhen(after string) bool {
	after = after[:min(len(after), 60)]
	for i := 0; i < len(after); i += 3 {
		rest := after[i:]
		switch {
		case startsWithAny(rest, "にて", "で", "に", "時点", "際", "段階"):
			return i > 0
		case startsWithAny(rest, "を", "が", "は", "も", "から", "まで", "、", "。", "「", "へ", "と"):
			return startsWithAny(rest, "、") && i > 0 && strings.ContainsAny(after[:i], "時後際前夜朝")
		}
	}
	return false
}

// topical says whether a date stands apart at the head of its clause (「6月5日、…が判明」)
// and so goes with the main verb, rather than with the verb next to it (「6月5日に侵入
// したことが判明」).
func (p *page) topical(d jdate.Date, end int) bool {
	if d.Opens && !strings.HasPrefix(p.norm[d.End:], "に") {
		return true // a line of a chronology
	}
	rest := strings.TrimLeft(p.between(d.End, end), " ")
	for _, w := range []string{"に", "より", "から", "付け", "付けで", "時点で", "未明に", "朝に", "夜に", "夕方に", "深夜に", "になって", "になり", "には"} {
		rest = strings.TrimPrefix(rest, w)
	}
	return startsWithAny(rest, "、", ",", " ", ":")
}

// fromAuthority says whether a report goes the other way: 「警察署から連絡があり」,
// 「厚生労働省の通知に基づき」.
func (p *page) fromAuthority(c cue) bool {
	if !isReport(c.code) {
		return false
	}
	i := p.sentenceAt(c.Start)
	if i < 0 {
		return false
	}
	for _, a := range p.cuesIn(&p.sents[i]) {
		if authorities[a.code] == c.code && a.Start == c.Start {
			rest := strings.TrimLeftFunc(p.between(a.End, c.End), func(r rune) bool { return unicode.Is(unicode.Han, r) })
			return startsWithAny(rest, "から", "より", "の通知", "の指導", "の指示", "の助言", "の要請", "の報告", "による", "の連絡", "の調査", "の捜査")
		}
	}
	return false
}

// fromSubject says whether those concerned are the ones who tell: 「会員の方から…との
// ご連絡をメールで頂戴し」. 「6日から順次」 is no such から.
func (p *page) fromSubject(c cue) bool {
	words := p.between(c.Start, c.last)
	for _, from := range []string{"から", "より"} {
		i := strings.Index(words, from)
		if to := strings.IndexAny(words, "にへ宛"); to >= 0 && to < i {
			continue // 「取引先様には担当者より」
		}
		if i > 0 && !endsWithAny(words[:i], "日", "月", "時", "分", "半", ")", "頃", "ごろ", "後", "以降", "順次", "午前", "午後", "朝", "夜", "旬", "週") {
			return true
		}
	}
	return false
}

// asks says whether a sentence bids the reader do something: its dates are no events.
func (p *page) asks(s *sentence) bool {
	words := strings.TrimRight(p.words(s.Span), "。!)")
	return endsWithAny(words, "ください", "下さい", "くださいませ", "下さいませ", "ようお願いいたします", "ようお願い致します", "ようお願い申し上げます", "ようお願いします", "をお願いいたします", "をお願い申し上げます", "をお願い致します")
}

// attributive are the words after a date that make it say which, not when.
var attributive = []string{"現在", "当時", "時点の", "時点での", "生まれ", "付け「", "付「", "付けの", "付の", "締切", "開催", "号", "版", "に開催", "に実施する", "に実施予定", "に開かれ", "に行われる", "に予定", "に発売", "に発行", "に放送", "に締め切", "に控え", "が期限", "を期限", "締め切り", "から始ま", "以前の", "以降に入", "頃からの"}

// untilGoverns says whether 「6月3日まで…」 is followed by a deed done by then (「までに
// 削除」) or by the end of a state (「まで閲覧可能」), rather than by a thing it marks
// (「まで使用していたシステム」).
func untilGoverns(rest string) bool {
	if strings.HasPrefix(rest, "に") || strings.HasPrefix(rest, "、") {
		return true
	}
	clause := rest
	if i := strings.Index(clause, "、"); i >= 0 {
		clause = clause[:i]
	}
	return strings.Contains(clause, "状態") || strings.Contains(clause, "可能") || strings.Contains(clause, "公開")
}

// isRelative says whether the verb of a cue only marks the noun after it: 「送信した
// 生徒」「誤送信メール」.
func (p *page) isRelative(c cue, end int) bool {
	if strings.HasSuffix(p.words(c.Span), "まま") {
		return false
	}
	rest := strings.TrimLeft(p.between(c.End, min(end, len(p.norm))), inflection)
	if rest == "" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest)
	if !unicode.Is(unicode.Han, r) && !unicode.Is(unicode.Katakana, r) && !unicode.IsLetter(r) || unicode.Is(unicode.Hiragana, r) {
		return false
	}
	return !startsWithAny(rest, nounsOfTime...)
}

// inflection are the letters a verb may end in before what follows it.
const inflection = "しされせてでいたるまんなっおりすよきけこえげごめみびばべぎくぐむぶうゃゅょじずら致頂戴"

// nounsOfTime follow a verb that is the deed itself: 「送信した際」「公開した後」「停止済」.
var nounsOfTime = []string{"際", "時", "後", "上", "結果", "以降", "事案", "事故", "旨", "件", "済", "完了", "措置", "処理", "事実", "可能性", "疑い", "恐れ", "状態", "方針", "場合", "直後", "途中", "翌", "当日", "同日", "日時", "日"}
