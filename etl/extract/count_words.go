package extract

import "strings"

// The vocabulary of counts: what stands beside a number and says what it is. One
// list per question that count_role.go asks.
var (
	// nounTails come off the end of the words before a count.
	nounTails = wordList(`( : は が を も で の 、 「 『 【 [ → ⇒ = … として について に関する (計 (合計 の合計 ※`)
	// politeTails come off next, so that the plain noun ends them.
	politeTails = wordList(`様 さま さん 方 の方 の皆さま の皆様 の皆さん の数 の人数 等 など (本人) ご本人 ら たち`)

	// countTails make a number of a noun: 不正利用件数.
	countTails = wordList(`件数 回数 数 総数 の`)

	accountNouns = wordList(`アカウント アカウント数 アカウント情報 ID 会員ID ユーザーID ログインID ユーザID`)
	addressNouns = wordList(`メールアドレス アドレス メールアドレス数 Eメールアドレス メアド`)

	// leakWords tell that what is counted got out, or may have.
	leakWords = wordList(`漏えい 漏洩 漏えい 漏れ 漏ら 流出 流失 閲覧 公開 表示 露出 紛失 盗難 盗ま 窃取 持ち出 持出 誤送信 誤送付 誤配布 誤配付 誤交付 誤廃棄 誤掲載 誤発送 誤封入 誤配信 誤って
		置き忘れ 見え 見られ 見ること 暗号化 不正に取得 不正取得 不正アクセス 侵害 影響 掲載 送付 送信 記載 記録 保存 含まれ 登録され 入って 載って 登載 印字 写って 映って 知り得 悪用 アクセスされ 不正ログイン 参照 検索可能 入れ違 取り違 取違 混入 混在 手渡 投函 発送 交付 開示 提供 売却 コピー 撮影 掲示 放置 持ち去 奪わ 乗っ取 滅失 毀損 送られ 添付 誤記 廃棄 所在不明 所在が分から 見当たら 失 渡 伝え 抜き取`)

	// dataWords are what is exposed of people.
	dataWords = wordList(`紹介状 離職票 個人情報 情報 氏名 名前 姓名 住所 アドレス データ 名簿 成績 連絡先 カルテ 画像 映像 写真 動画 履歴 申込 口座 番号 回答 資料 記録 書類 答案 調書 台帳 診療 検査 レセプト
		通知 明細 旅券 免許 証明 保険証 顔 生年月日 電話 年齢 性別 給与 一覧 リスト カード 会員 顧客 アンケート 登録内容 申請 計画 票 ファイル メール 名刺 履修 答え 結果 病名 属性 契約 予約 注文 願書 アカウント パスワード 指導要録 健康 相談内容 作文 書 状 届 帳 証 券 封筒 郵便物 荷物 内容`)

	// exposedLabels name the count as that of the exposed.
	exposedLabels = wordList(`本市分 当市分 当社分 弊社分 本県分 本学分 本町分 当院分 当組合分 本校分 当行分 対象者 対象者数 対象人数 対象件数 対象数 対象となる方 対象となった方 対象となるお客 対象となるお客様 対象となるお客さま 対象の方 対象のお客様 対象のお客さま 対象 該当者 該当者数 該当する方 該当件数 該当のお客様
		漏えい件数 漏洩件数 流出件数 漏えい人数 漏洩人数 流出人数 漏えい数 影響人数 影響件数 影響を受けた方 影響を受ける方 影響を受けるお客様 影響を受けたお客様 影響のあった方 影響範囲 被害者数 被害人数
		件数 人数 情報数 データ数 データ件数 個人情報の数 個人情報数 個人情報の件数 個人情報件数 方の人数 記載されていた方 含まれていた方 掲載されていた方 表示された方 表示されていた方 閲覧された方 漏えいした方 流出した方 可能性のある方 可能性がある方 可能性のあるお客様 おそれのある方 おそれがある方 恐れのある方
		不正ログイン件数 不正ログイン数 不正ログインされた 紛失件数 紛失した件数 紛失人数 実人数 対象顧客数 対象アカウント 対象アカウント数 対象会員数 対象ユーザー 対象世帯 対象となる人数 対象となる件数 対象となるアカウント 対象となるデータ 規模 漏えい等の件数 本人の数 本人数 該当する人数 登録者数`)

	// itemNouns are single items of a person's data: counts of them overlap.
	itemNouns = wordList(`氏名 名前 住所 電話番号 メールアドレス 生年月日 年齢 性別 口座番号 口座情報 カード番号 パスワード 職業 勤務先 所属 顔写真 学籍番号 会員番号 続柄 郵便番号 国籍 有効期限 セキュリティコード`)

	// peopleNouns stand before a count of those whom the data is about.
	peopleNouns = wordList(`客 顧客 患者 生徒 児童 学生 院生 園児 幼児 利用者 会員 申込者 申請者 応募者 参加者 受講者 受講生 受験者 受験生 志願者 卒業生 卒業者 新入生 保護者 購入者 寄附者 寄付者 登録者 契約者 加入者 被保険者 組合員 住民 市民 町民 村民 区民 県民
		求職者 対象者 該当者 受検者 従業員 社員 職員 教職員 退職者 当選者 受給者 ユーザー 取引先 担当者 施主 納税者 納税義務者 世帯主 所有者 入居者 入所者 宿泊者 予約者 来場者 来館者 回答者 関係者 受診者 被験者 ドナー 医療従事者 役員 株主 オーナー 代表者 加盟店主 教員 講師 選手 部員 団員 寮生 年生 本人 名義人 債務者 債権者
		開示請求人 請求人 被害者 相談者 通報者 提供者 出品者 購読者 読者 視聴者 採用応募者 内定者 スタッフ パート 派遣社員 実習生 研修生 研究者 著者 会葬者 里親 家族 遺族 子ども こども 妊婦 高齢者 障害者 ひとり親 接種者 陽性者 療養者 感染者 入院者 方 人 者 生 員`)

	// staffNouns are the notice's own people; as the subject of a sentence they act.
	staffNouns = wordList(`職員 教員 教諭 教授 准教授 助教 講師 医師 看護師 技師 薬剤師 従業員 社員 スタッフ 担当者 担当職員 担当 係員 部下 上司 同僚 警察官 警官 署員 巡査 捜査員 隊員 作業員 アルバイト パート 役員 課長 係長 校長 教頭 事務員 管理者 責任者 駅員 行員 局員 配達員 営業員 調査員 相談員 指導員
		保育士 介護士 ケアマネジャー 司書 弁護士 専門家 委員 容疑者 攻撃者 加害者 犯人 者 元職員 元社員 元従業員 委託先社員 派遣社員 会計年度任用職員 補助員 実習生 研修医 事務職員 教職員 メンバー 生徒 学生 外部 男性 女性 男 女 知人 第三者 社外 相手方 医員 専攻医`)

	// recipientNouns and the words that end in someone who got or saw the data.
	recipientNouns = wordList(`送信先 配信先 送付先 宛先 受信者 誤送信先 誤送付先 発送先 郵送先 配布先 閲覧者 閲覧した方 フォロワー 受信した方 受け取った方 受け取られた方 閲覧できた方 送信相手 相手先 メール会員 メルマガ会員 購読者 配信対象 提供先 共有先 ダウンロード者`)
	viewerEnds     = wordList(`を参照された を参照した を閲覧された をご覧になった をご覧いただいた を開かれた にアクセスされた をダウンロードされた を受信された を利用できた を受け取った 閲覧できた 閲覧した 閲覧可能な 閲覧可能だった 閲覧できる 閲覧でき アクセスした アクセスできた アクセスできる 接続した 受信した 受け取った 受け取られた ダウンロードした 開いた 開封した 見ることができた 見た 入手した 誤送信した 送信した 送付した 配信した 誤って送信した`)

	recipientLabels = wordList(`送信先は 配信先は 送付先は 宛先は 受信者は 発送先は 提供先は 閲覧者は 交付先は 配布先は 誤送信先は 誤送付先は 相手方は 送信先が 配信先が 送信先: 配信先: 送付先: 誤送付先: 誤送信先: 発送先:`)

	// ownAccounts: an account of the organization itself, not of those exposed.
	ownAccounts = wordList(`職員 教員 管理者 社員 従業員 退職者 公式 SNS メール 業務用 当社の 弊社の 本学の 役員 委託先 VPN 共用 保守 教授 会社の 管理用 システム`)

	populationNouns = wordList(`登録者数 会員数 総会員数 全会員 総会員 利用者数 加入者数 契約者数 加入者 全校生徒 全生徒 全児童 全職員 全社員 全従業員 全教職員 在籍者 在校生 在学生 在籍学生 組合員 組合員数 人口 総人口 定員 病床数 病床 床数 通院中の患者 全利用者 利用登録者 登録会員 登録会員数 発送総数 発送数 送付総数 総発送数 来院患者数 外来患者数 従業員数 社員数 職員数 生徒数 児童数 学生数 登録者 会員 利用者 契約者 顧客数 お客様数 受験者数 応募総数 申込総数 申込者総数 発行枚数 総数 在籍`)

	// notRecordNouns: 件 behind them counts no data.
	notRecordNouns = wordList(`問い合わせ 問合せ 問合わせ お問い合わせ 相談 苦情 申告 申し出 申出 電話 通報 連絡 報告 攻撃 試行 アクセス アクセス数 アクセス件数 ログイン ログイン試行 試行件数 事案 事故 事例 ミス リンク ドメイン 受注 受注残 手術 救急 受付件数 不達 返信 返送 閲覧 閲覧数 閲覧件数 閲覧回数 ダウンロード ダウンロード数 再生
		検知 脆弱性 クレーム 質問 指摘 苦情件数 照会 誤送信 誤送付 漏えい事案 漏えい事故 インシデント 違反 処分 改ざん 支援 ご支援 検査 予約の受付 搬送 受入れ 断った件数 お断りした件数 検索 操作 取引 送信件数 送金 被害 不正利用 不正使用 不正購入 不正注文 ドメイン名 SNS 投稿 報道 発生件数 発生 発覚 契約の 委託 工事 案件 不審メール 迷惑メール 不審なメール 配信 配信数 訪問 回収 削除 解約 返金 申込みの取消 キャンセル 募集 公募 入札 プロジェクト サービス サイト サーバー システム`)

	// damageNouns: what was done with the data; a part of the exposed.
	damageNouns = wordList(`不正利用 不正使用 不正購入 不正注文 悪用 なりすまし 被害 勧誘 詐欺`)

	// asideWords beside a count: it belongs to training, events, staffing.
	asideWords = wordList(`研修 訓練 講習会 説明会 定員 出席者 応援 採用 増員 配置 体制 ダブルチェック 二重チェック 複数名 参加費 来場者 手数料 募集 停職 減給 戒告 訓告 懲戒 免職 逮捕 送検 処分 検査件数 テスト用 ダミー 架空 病床 席 フォロワー 複製 不在 返送 未配信 不達 残る 残り`)
	asideNear  = wordList(`平均 当たり あたり 年間 月間 毎月 毎年 毎日 定員 停職 減給 戒告 残る 残り 残りの 不在 未配信 テスト用`)

	// asideAfter follow a count that is no number of exposed people.
	asideAfter = wordList(`ずつ 体制 での でチェック で確認 で対応 で作業 による確認 による二重 によるチェック による対応 以上での 以上で の体制 組 規模 の重複 を除 を除い を除く 分を除 で構成 からなる が参加 が出席 が受講 が来場 が在籍 の職員が 部屋 当たり あたり につき ごと 毎 一組 1組`)

	// sentTo and toldTo: verbs behind 「N名に」 of sending and of telling.
	sentTo = wordList(`送信 送付 配信 発送 郵送 メール 配布 配付 交付 渡 届 FAX ファクス ファックス 転送 公開 閲覧 見え 見られ 表示 共有 知られ 提供 手渡 誤送 送られ 送って 送り 伝え 漏らし`)
	toldTo = wordList(`連絡 お詫び おわび 謝罪 説明 通知 報告 案内 周知 お知らせ 書面 文書 電話 訪問 お願い 依頼 手紙 謝意 書状`)

	// ifWords: what the clause tells did not happen, or only may.
	ifWords = wordList(`場合 仮に もし 万一`)

	// aimedWords just before a count keep it exposed, whatever is done to them.
	aimedWords = wordList(`影響を受け 対象 該当 当該 漏えいした 流出した 可能性のある おそれのある 可能性がある おそれがある`)

	// excludedWords at the end of a sentence leave the counted out of the case.
	excludedWords = wordList(`対象外 対象ではあり 対象ではござ 対象ではな 対象に含まれ 含まれておりません 含まれません 含まれていません 含まれていない 影響はありません 影響はござ 影響はな 該当しません 該当いたしません 漏えいしておりません 漏洩しておりません 流出しておりません 漏えいはしておりません 流出していないこと 漏えいしていないこと 漏えいしていません 流出していません 閲覧されていないこと 影響を受けておりません 影響を受けていない`)

	employeeNouns = wordList(`職員 教員 教職員 従業員 社員 スタッフ 医師 看護師`)

	distinctWords = wordList(`重複を除 重複分を除 重複を排除 重複者を除 実人数 実数 ユニーク 名寄せ`)
	wrongMarks    = wordList(`(誤) 【誤】 [誤] 誤: 誤) 訂正前: 修正前: 変更前: 訂正前 修正前 変更前`)
	rightMarks    = wordList(`(正) 【正】 [正] 正: 正) 訂正後 修正後 変更後`)

	followWords = wordList(`次のとおり 以下のとおり 下記のとおり 次の通り 以下の通り 下記の通り 以下になります 以下です`)

	concernWords = wordList(`対象 影響 含 該当 保持 被害 確認`)
	swapWords    = wordList(`入れ替わ 入れ違 取り違 取違 ずれ ズレ 誤封入`)

	markWords     = wordList(`追記 訂正 修正`)
	accountThings = wordList(`のメールアカウント のアカウント のID のパスワード のパソコン のPC の端末 の認証情報 のログイン の業務用 の権限 のユーザーID のメールソフト の私物`)

	exposedVerbs = wordList(`漏えい 漏洩 流出 閲覧 対象`)

	softeners = wordList(`可能性 おそれ 恐れ 疑い が の ある あった と みられる 見られる 思われる 考えられる 推測される 推定される される 状態だった 状態にあった 状態に 状態`)

	directAim = wordList(`対象となる 対象となった 対象の 該当する 該当の 影響を受けた 漏えいした 流出した`)

	pastWords     = wordList(`過去にも 過去に発生 過去に公表 過去の事案 過去の事故 過去の漏えい 以前にも 前回の流出 前回の漏えい 別件 本件とは関係 本件とは別 本件とは無関係 前回の事故 前回の事案 昨年度にも 昨年にも 一昨年にも 前年にも 昨年も`)
	reportWords   = wordList(`第一報 第1報 第二報 第2報 第三報 第3報 第四報 第4報 初報 前報 前回 当初 先般 先日 既報 発表時 公表時 公表当初 発表当初 公表した 発表した 速報 中間報告 前回公表 前回発表 訂正前 修正前 変更前 以前の 最初の発表 最初の公表 お知らせしていた お知らせした 公表していた 発表していた`)
	wasTold       = wordList(`お知らせ ご案内 公表 発表 お伝え ご報告 報告 としてい としてお とした ご説明 説明 見込 から より 訂正 修正 変更 でしたが でした とされ 記載 としまし`)
	newWords      = wordList(`となりました となり に訂正 に修正 に変更 へ訂正 へ修正 へ変更 に更新 であることが判明 と判明 が判明 に絞り込 に減 に増 へ増 へ減 に確定 と確定 が正しく が正しい の誤り に改め でございました でした です となって であった`)
	restatedWords = wordList(`再掲 前回のお知らせ 前回の公表 第一報の内容 第1報の内容 当初の公表 前回公表 初報の内容 既報の`)
	damageDenied  = wordList(`二次被害 二次的被害 悪用 不正利用 不正使用 被害 申し出 申出 問い合わせ 連絡`)
	openMailWords = wordList(`BCC Bcc bcc 「CC」 CCに CC欄 Cc TO欄 「TO」 「宛先」 宛先欄 宛先(TO) 宛先に入力 To欄 ToまたはCc 同報 受信者間 受信者同士 互いのメールアドレス 他の受信者 他の宛先 全員のメールアドレス`)
	totalLabels   = wordList(`合計 計 総計 総数 合計人数 合計件数 総件数 総人数 全体 全件数 延べ合計 対象者合計 合計数`)
)

func wordList(list string) []string { return strings.Fields(list) }
