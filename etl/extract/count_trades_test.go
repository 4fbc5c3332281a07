package extract

import "testing"

// TestHeadlineOfTrades goes through the trades that publish notices.
func TestHeadlineOfTrades(t *testing.T) {
	test := headlineTest(t)
	// insurers, banks, brokers
	test("1204 persons exact", "当社の代理店が、契約者1,204名(1,530契約)の氏名、証券番号及び保険料を、別の代理店3店に誤って送信しました。")
	test("4 persons exact", "当支店において、お客さま4名の口座振替依頼書4枚を紛失したことが判明しました。")
	test("none", "元営業職員が、お客さま12名から計約3,400万円をだまし取っていたことが判明しました。")
	test("83 persons exact", "団体保険の加入者名簿(83名分)を、別の企業1社の担当者に誤送付しました。")
	test("27000 records about", "ATMの取引記録約2万7千件が記録された磁気テープ2本の所在が確認できません。")
	test("612 persons exact", "お客さま612名(うち法人15先)のお取引情報が記載された伝票綴り1冊を誤って廃棄した可能性が高いと判断しております。")
	// museums, theatres, sport
	test("5120 persons exact", "年間パスポートを購入された5,120人の氏名、住所が、委託先のサーバーから流出した可能性があります。本館の年間入館者数は約32万人です。")
	test("5120 persons exact", "チケット購入者の情報 延べ8,300件(重複を除く5,120人)が閲覧可能な状態でした。")
	test("412 persons exact", "友の会会員412名への会報の送付にあたり、宛名のラベルがずれ、会員の氏名と住所が入れ替わりました。")
	test("96 persons exact", "大会の参加申込者96名の一覧を、大会のウェブサイトに誤って掲載しました。大会には24チームが出場します。")
	// buses, railways, parcels
	test("340 persons exact", "通学定期券の購入申込書340枚(340名分)を紛失しました。営業所5か所を捜索しています。")
	test("1840 persons exact", "高速バスの予約者延べ1,840人の氏名と電話番号が、他の予約者の画面に表示される状態でした。")
	test("3 persons exact", "車内の映像に映っていた乗客3名の画像を、乗務員がSNSに投稿した。")
	test("51 records exact", "配達中の送り状51件が入ったかばんが盗まれました。送り状にはお届け先の住所、氏名、電話番号が記載されています。")
	// estate, gas, water, power
	test("1386 persons exact", "入居者1,386名の家賃の振替口座を記載したファイルを、入居者1名に誤って送信しました。")
	test("17000 persons about", "検針員が検針用端末1台を紛失しました。端末には約1万7千人分のご契約者名、住所が記録されています。")
	test("220 persons exact", "水道料金の督促状を発送した際、220名分の宛名と中身が一致していませんでした。")
	// employers, staffing, unions
	test("2310 persons exact", "登録スタッフ2,310名の氏名、生年月日、マイナンバーが記載された電子ファイルが外部に送信された形跡が確認されました。")
	test("145 persons exact", "採用選考の応募者145名の履歴書が、採用管理システムの設定誤りにより、他の応募企業6社から閲覧できる状態でした。")
	test("30 persons exact", "退職者30名の源泉徴収票を、別の退職者へ送付した。")
	// ministries, courts, labour bureaus, police
	test("2 persons exact", "労働基準監督署において、労働者2名の氏名が記載された是正報告書を、関係のない事業場1か所に誤って送付した。")
	test("24 persons exact", "記者会見の資料に、調査対象者24人の氏名が黒塗りされないまま残っていた。資料は報道機関15社に配布された。")
	test("8 persons exact", "裁判員候補者8人分の名簿を、誤って別の弁護士に送付した。")
	test("1900 addresses about", "メールマガジンの配信システムの誤操作により、約1,900件のメールアドレスが外部に流出しました。")
	// research, associations, charities
	test("2874 persons exact", "旧会員を含む2,874名の会員名簿が、検索サイトから検索可能な状態にありました。")
	test("700 persons about", "学会員約700名分のメールアドレスと所属が、エクセルファイルのまま大会の案内に添付されて送信されました。")
	test("57 persons exact", "寄付をいただいた方57名のお名前とご住所が記載された領収書を、誤った宛先に発送しました。")
	test("13 persons exact", "ボランティア13名の連絡先が、共有カレンダーの公開設定により誰でも見られる状態でした。")
	// hotels, restaurants, travel
	test("1206 records exact", "予約管理システムに不正アクセスがあり、1,206件の予約情報が閲覧された可能性があります。フィッシングメッセージは94名のお客様に送信されました。")
	test("402 persons exact", "ツアー参加者402名の旅券番号を含む名簿が、委託先の従業員のメールアカウントから流出した可能性があります。")
	// games, apps, telecom
	test("150000 accounts about", "第三者が、約15万件のアカウントのログイン情報を不正に入手し、そのうち2,300件でログインに成功したことを確認しました。")
	test("2226 persons at_most", "システム不具合により、最大2,226名のお客様の請求書が別のお客様の画面に表示された可能性がございます。")
	test("540 persons exact", "開発中のアプリの試験に参加いただいた540名の位置情報が、認証なしに取得できる状態でした。アプリの累計ダウンロード数は30万件です。")
}
