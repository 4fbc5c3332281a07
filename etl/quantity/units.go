package quantity

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// unit is a counter word.
type unit struct {
	word   string
	kind   Unit
	not    string // characters that make another word of it when they follow: 名簿, 件名, 人事
	strict bool   // any Chinese character or katakana after it makes another word of it, but those of allowedNext
	arabic bool   // after a single Chinese numeral it is a word or a name (三村, 一課)
	noun   bool   // may follow 「の」: 3,000のアカウント
}

// allowedNext may follow a strict unit: 以上, 程度, 前後, 余, 未満, 超, 弱, 分, 目, 中.
const allowedNext = "以程前余未超弱強分目中計全各宛増減"

// unitRows says the counters, kind by kind: words separated by blanks, each with
// the characters that must not follow after a '!'.
var unitRows = []struct {
	kind  Unit
	flags string // s strict, a arabic, n noun
	words string
}{
	{Persons, "", "人!事材権間口工物格員生類種気質民数柄件体脈選文的災名道影形妻魚 名!簿前称義刺古誉字詞札寄士産盤作跡所門人声実案優張 名様 人様 名さま 名さん 人さま 人さん"},
	{Persons, "n", "人名分!x"},
	{Records, "", "件!名数 レコード 件様"},
	{Addresses, "n", "アドレス メールアドレス メアド eメールアドレス Eメールアドレス"},
	{Accounts, "n", "アカウント ユーザー ユーザ ユーザー様 ユーザ様 ID"},
	{Households, "n", "世帯!主数 家族!構 家庭!内用訪教"},
	{Households, "sa", "戸!籍別建田塚数"},
	{Facilities, "n", "事業所!名内 事業者!名内 施設!名内長 店舗!名内 団体!名 法人!名 企業!名内 機関!名 病院 医療機関 自治体 市町村!名内 市区町村 都道府県!名 拠点 支店!長名 営業所 学校!名長 教室 支部!長 支社!長 加盟店 販売店 代理店 サイト ドメイン クリニック 薬局 工場 病棟!名 保育所 幼稚園 保育園 小学校 中学校 高校 大学 会社 事務所"},
	{Facilities, "", "社!員会長内外名宅団屋則是章印債用告保葬史 校!長内外務舎区名正閲則庭歌医友門旗章訂 か所 カ所 ヶ所 ケ所 ヵ所 箇所 個所 ヶ所"},
	{Facilities, "sa", "店!長頭内員名 園!児長内 院!内長 市!民内立 町!内民立目 村!内民立 区!分民域間内立 県!内民立警 局!員長内 署!長員名 課!長税題程金員 棟 室!内長 館!内長"},
	{Devices, "n", "端末 サーバー サーバ パソコン"},
	{Devices, "", "台!風帳数湾東所頭本詞場紙北南形車座 個!人別々性室体 基!本盤準礎地金点幹 挺"},
	{Other, "s", "本!人件校社市学日年店部会名体来籍文格質県町村区院書論当音組誌研講館事業報告 機!関器能構密種械会"},
	{Documents, "", "通!知信報常販帳院学勤行り過所達称算年話商貨例関路用史産訳告 枚!数方挙岡 冊!子 葉!書 ページ 頁 箱 束 袋 綴"},
	{Documents, "n", "ファイル フォルダ フォルダー メール!ア メッセージ 封筒 書類"},
	{Documents, "s", "部!署長門分内員品局外会活屋類隊 点!検数字灯滅"},
	{Amount, "", "円!滑満形卓熟陣周高安グ筒盤 ドル ユーロ ポンド ウォン 人民元 元!の ルピー フラン 米ドル セント 香港ドル 台湾ドル 豪ドル"},
	{Duration, "", "日間 年間 時間 分間 秒間 か月 カ月 ヶ月 ケ月 ヵ月 箇月 か月間 カ月間 ヶ月間 ヵ月間 箇月間 週間 か年 カ年 ヶ年 ヵ年 営業日 世紀 泊"},
	{Duration, "s", "週"},
	{Percent, "", "% ％ パーセント ‰"},
	{Percent, "s", "割!引合"},
	{Age, "", "歳!入出末 才!能"},
	{Ordinal, "", "番目 回生 年生 学年 年次 次会"},
	{Ordinal, "sa", "位!置 階!級層段 報!告"},
	{Other, "", "つ 種類 項目 回!答復収線覧避路付転想顧折帰数 か国 カ国 ヶ国 ヵ国 箇国 倍 組!織合立み 席 匹 羽 斤 足!りらす 分野 作品 試合 問 品目 ポイント パターン 曲 隻 艘 便!利 票!数 軒 杯 缶 株!式主 坪 畳 桁 字!体 文字 バイト 粒 滴 区画 口座 回線 メートル キロ キロメートル センチ センチメートル ミリ グラム キログラム リットル トン アール ヘクタール 平方メートル 立方メートル キロワット ワット ボルト カロリー ビット ギガ メガ 人月 人日 ヘルツ マイル ヤード インチ フィート オンス ガロン エーカー 度!"},
	{Other, "s", "頭 種 品!質 行 列 題 話 両 輪 粒 着 膳 皿 切 丁 門 条件 食 床 面 巻 口!座頭 派 者 代目 期 勝 敗 試 台分 房 玉 滴"},
	{Other, "", "GB MB KB TB kg km cm mm g m pt bit Mbps Gbps ℃ ㎡ m2 L"},
}

// units holds the counters by their first character, the longest first.
var units = indexUnits()

func indexUnits() map[rune][]unit {
	out := make(map[rune][]unit)
	for _, row := range unitRows {
		for _, word := range strings.Fields(row.words) {
			u := unit{kind: row.kind, strict: strings.Contains(row.flags, "s"), arabic: strings.Contains(row.flags, "a"), noun: strings.Contains(row.flags, "n")}
			u.word, u.not, _ = strings.Cut(word, "!")
			r, _ := utf8.DecodeRuneInString(u.word)
			out[r] = append(out[r], u)
		}
	}
	for _, list := range out {
		sort.SliceStable(list, func(i, j int) bool { return len(list[i].word) > len(list[j].word) })
	}
	return out
}

// unitAfter reads the counter behind a number that ends at i, over blanks.
func unitAfter(s string, i int, n num) (unit, int, bool) {
	at := skipBlanks(s, i)
	if u, end, ok := unitAt(s, at, n); ok && !(u.noun && at > i && n.begins(s)) {
		return u, end, true
	}
	if hasPrefixAt(s, i, "の") {
		if u, end, ok := unitAt(s, i+len("の"), n); ok && u.noun && !n.kanji {
			return u, end, true
		}
	}
	return unit{}, 0, false
}

// begins says whether the number is the one of a heading: one or two figures at
// the beginning of a line (「3 学校の対応」).
func (n num) begins(s string) bool {
	prev, _ := runeBefore(s, n.start)
	return (prev == 0 || prev == '\n') && n.value < 100 && n.end > n.start
}

// unitAfterSuffix reads the counter behind 余, 以上, を超える: 「200余名」,
// 「1万以上のアカウント」.
func unitAfterSuffix(s string, i int, n num) (unit, int, bool) {
	no := hasPrefixAt(s, i, "の")
	if no {
		i += len("の")
	}
	u, end, ok := unitAt(s, i, n)
	if !ok || !u.noun && (no || !hasSuffixBefore(s, i, "余")) {
		return unit{}, 0, false
	}
	return u, end, true
}

// unitAt reads the counter at i, unless what follows makes another word of it.
func unitAt(s string, i int, n num) (unit, int, bool) {
	r, _ := runeAt(s, i)
	for _, u := range units[r] {
		if !hasPrefixAt(s, i, u.word) {
			continue
		}
		end := i + len(u.word)
		if u.arabic && n.kanji && n.end-n.start == 3 || !u.goesBefore(s, end) {
			continue
		}
		return u, end, true
	}
	if r == '代' && !n.kanji && n.value >= 10 && n.value <= 90 && n.value%10 == 0 && !nextIn(s, i+3, "表理金行替価官休講目") {
		return unit{word: "代", kind: Age}, i + 3, true
	}
	return unit{}, 0, false
}

// goesBefore says whether what stands at i leaves the counter a counter.
func (u unit) goesBefore(s string, i int) bool {
	r, size := runeAt(s, i)
	if r == 0 || size == 0 {
		return true
	}
	if r == '前' && hasPrefixAt(s, i, "前後") || r == '目' || r == '数' && hasPrefixAt(s, i, "数回") {
		return true
	}
	if r < utf8.RuneSelf {
		return !isLetterByte(byte(r)) || u.word[0] >= utf8.RuneSelf
	}
	if inSet(r, u.not) {
		return false
	}
	return !u.strict || !isHan(r) && !isKatakana(r) || inSet(r, allowedNext)
}
