/** One row of a table: where or what, and two things said of it. */
export interface SystemRow {
  readonly name: string;
  readonly what: string;
  readonly how: string;
}

/** システム構成説明書: loaded with its screen alone, so it is no part of the catalogue every screen needs. */
export const system = {
  title: 'この金庫のしくみ',
  why: 'どこに何があり、だれが鍵をもつか。検査や問い合わせのときに、このまま見せられます。',
  back: '設定にもどる',
  sheet: 'システム構成説明書',
  facts: {
    label: '金庫の名前',
    made: '書いた日',
    build: 'アプリの版',
    address: 'アプリの場所',
    vaultId: '金庫の番号',
    storeId: 'この端末の番号',
  },
  summary:
    'マイナンバーは、この端末と、手もとに置く控えの中にだけ、暗号にして置いています。アプリの作り手も、アプリを置いているサーバーも、番号を受けとりません。このアプリを使うことで番号を外へ預けることはありません。',
  picture: {
    title: '図：どこに何があるか',
    alt: 'この端末のブラウザーの中に、画面、鍵をあつかう係、暗号にしたデータベースと鍵束がある。端末の外には、人が手で運ぶ控えファイルと、紙の回復コードがある。アプリの置き場所からはプログラムだけを受けとり、番号はどこへも送らない。',
    device: 'この端末（ブラウザーの中）',
    page: '画面',
    pageWhy: '鍵をもたない',
    keys: '鍵の係',
    keysWhy: '開いている間だけ鍵をもつ',
    database: 'データベース',
    databaseWhy: '暗号にした中身と記録',
    keyring: '鍵束',
    keyringWhy: 'パスワードで閉じた鍵',
    host: 'アプリの置き場所',
    hostWhy: 'プログラムだけ',
    none: '番号は送らない',
    byHand: '人の手で',
    copy: '控えファイル',
    copyWhy: '暗号のまま',
    paper: '回復の紙',
    paperWhy: '端末に残らない',
  },
  places: {
    title: '1. どこに何があるか',
    head: { name: '場所', what: 'あるもの', how: '鍵がなくても読めること' },
    rows: [
      {
        name: 'データベース（IndexedDB）',
        what: '対象者、マイナンバー、取扱記録、設定',
        how: '大きさと、まとまりの数',
      },
      { name: '鍵束', what: 'パスワードまたは回復コードで閉じた鍵', how: '金庫の名前、使う人の表示名、開け方の数、開けそこねた回数' },
      { name: '目印（鍵束のそばと、ブラウザーの設定欄）', what: '記録の長さと指紋。古いものへのすりかえに気づくため', how: '記録の件数' },
      { name: 'ブラウザーの設定欄', what: '言語、文字の大きさ、画面の色', how: 'そのまま読めます' },
      { name: 'アプリの保管（Cache）', what: '通信なしで開くためのプログラム', how: 'そのまま読めます。人のことはありません' },
      { name: '控え（.kinko）', what: '金庫の中身すべて', how: '大きさ、つくった日時、件数、金庫と端末の番号、使う人の番号' },
      { name: '記録の書き出し（.kinkolog）', what: '取扱記録。番号も氏名もありません', how: 'すべて（確かめるためのファイルです）' },
      { name: '回復の紙', what: '回復コード', how: '書いてあるとおり。封筒に入れて保管します' },
    ] as readonly SystemRow[],
  },
  keyring: {
    opfs: '鍵束は、消すとその場で消える場所（OPFS）に置いています。',
    database: 'このブラウザーには、その場で消える場所がありません。鍵束はIndexedDBに置いています。廃棄のあとに、跡がしばらく残ることがあります。',
  },
  locks: {
    title: '2. 暗号のしくみ',
    head: { name: '使うところ', what: '方式', how: 'きまり' },
    rows: [
      { name: 'パスワードから鍵をつくる', what: 'Argon2id（64 MiB、3回）', how: 'RFC 9106' },
      { name: '回復コード', what: '128ビットの乱数、HKDF-SHA-256', how: 'RFC 5869' },
      { name: '中身を閉じる', what: 'AES-256-GCM。まとまりごとに新しい鍵', how: 'NIST SP 800-38D' },
      { name: '鍵を使う人にわたす', what: 'HPKE（P-256、HKDF-SHA-256、AES-256-GCM）', how: 'RFC 9180' },
      { name: '記録に署名する', what: 'Ed25519', how: 'RFC 8032' },
      { name: '記録をつなぐ', what: 'SHA-256の鎖と木', how: 'RFC 6962' },
    ] as readonly SystemRow[],
    spec: 'ファイルの形はすべて公開しています。このアプリがなくても、鍵があれば読み出せます。',
  },
  holders: {
    title: '3. 鍵をもつ人',
    owner: (name: string): string => `${name}（この金庫の持ち主）：番号を読み、書き、消せます。`,
    ways: 'パスワードは、頭の中だけにあります。どこにも記録しません。',
    kit: (day: string): string => `回復の紙：${day}につくりました。`,
    noKit: '回復の紙：まだ確かめていません。',
    maker: 'アプリの作り手は、鍵も、開け直す手段ももちません。両方なくすと、だれにも開けられません。',
  },
  requests: {
    title: '4. 通信',
    rows: [
      'アプリを開くときと、新しい版を調べるときに、アプリの置き場所からプログラムを受けとります。',
      'そのほかの通信はありません。ページのきまり（Content-Security-Policy）で、よそへの通信を止めています。',
      'お金のやりとり、登録、使い方の集計、広告はありません。',
    ] as readonly string[],
  },
  measures: {
    title: '5. 安全管理措置との関係',
    source: '特定個人情報の適正な取扱いに関するガイドライン（事業者編）別添1による分け方です。',
    head: { name: '措置', what: 'アプリがすること', how: '事業者がすること' },
    rows: [
      {
        name: '組織的',
        what: 'だれが、いつ、だれの番号を、何のために使ったかを記録します。あとから書きかえると、わかります',
        how: '責任者を決め、記録をときどき見ます。漏えいのときの連絡先を決めます',
      },
      { name: '人的', what: '表示のたびに理由をたずねます', how: '担当者を決め、教えます' },
      { name: '物理的', what: '中身を暗号にして置きます。消すときは鍵ごと取りかえます', how: '端末と回復の紙、控えを鍵のかかる場所に置きます' },
      { name: '技術的', what: 'パスワードか回復の紙で開けた人だけが読めます。しばらく使わないと閉じます', how: '端末にもパスワードをかけ、更新をし、悪いソフトを防ぎます' },
    ] as readonly SystemRow[],
  },
  limits: {
    title: '6. 守れないこと',
    rows: [
      '端末に入りこんだ悪いソフト、ページを読める拡張機能、画面を撮る人。',
      'アプリの置き場所が、ちがうプログラムを配ること。版の名前を見くらべて気づけます。',
      'パスワードと回復の紙の両方をなくすこと。控えなしに端末をなくすこと。',
      'ファイルを消したあとの、記憶装置に残るかすかな跡。端末全体の複製。',
    ] as readonly string[],
  },
};

export type SystemText = typeof system;
