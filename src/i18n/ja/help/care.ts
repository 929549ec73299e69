import type { HelpTopic } from '../../help-texts.ts';
import { checks } from '../checks.ts';
import { actions } from '../actions.ts';
import { diagnosis } from '../diagnosis.ts';
import { settings } from '../settings.ts';
import { shell } from '../shell.ts';
import { trouble } from '../trouble.ts';

// The screen that stops there shows the address too, and has a button; here neither stands.
const siteData =
  'ブラウザーの設定を開き、「プライバシーとセキュリティ」の、Cookieとサイトのデータのところを見ます。すべて断る設定なら、断らない設定にもどすか、番号金庫のアドレスを例外として許します。そのあと、ページを読み込みなおします。' +
  trouble.blockedNot;

export const care = {
  settings: {
    title: '設定',
    lead: settings.why,
    steps: [
      '事業の形が変わったら、ここで変えます。番号を預かる目的の一覧が変わります。',
      `「${settings.locking}」を選びます。人の出入りが多い場所では、短くします。`,
      '文字の大きさ、言語、画面の色を選びます。',
    ],
    asks: [
      { ask: '「勝手に消されない約束」とは何ですか', answer: 'ブラウザーが空きをつくるために金庫を消さない、という約束です。なくても、控えがあれば戻せます。' },
      { ask: `「${diagnosis.title}」は何を送りますか`, answer: '何も送りません。調べたことを、画面に並べるだけです。' },
    ],
    words: '利用者 文字 大きさ 言語 英語 色 暗い 自動 時間',
  },
  password: {
    title: 'パスワードを変える',
    lead: settings.passwordWhy,
    steps: [
      `設定の「${settings.password}」を開きます。`,
      'いまのパスワードと、新しいパスワードを入れます。',
      '新しい控えをとります。',
    ],
    asks: [
      { ask: '前の控えは、どうなりますか', answer: settings.passwordDoneWhy },
      { ask: 'だれかに知られたときは', answer: `「${settings.leak}」を使います。パスワードだけでなく、鍵もすべて取りかえます。` },
    ],
    words: '変更 更新',
  },
  leak: {
    title: '漏えいの疑い',
    lead: settings.leakWhy,
    steps: [
      `設定の「${settings.leak}」の「${settings.leakOpen}」を押します。`,
      `いまのパスワードと、新しいパスワードを入れて、「${settings.leakDo}」を押します。`,
      '前の鍵で開く控えの一覧が出るので、書きとめます。',
      '新しい回復の紙をつくり、前の紙は細かくして捨てます。',
      '書きとめた控えを見つけて消し、新しい控えをとります。',
    ],
    asks: [
      { ask: 'どこかへ報告が要りますか', answer: settings.leakDuty },
      { ask: 'だれに相談しますか', answer: '個人情報保護委員会と、税理士や弁護士に相談します。番号を変えられるのは、本人が市区町村に届けたときです。' },
    ],
    words: '盗難 盗まれた 紛失 なくした USBメモリをなくした 見られた ウイルス 流出 報告',
  },
  system: {
    title: 'この金庫のしくみを見せる',
    lead: '検査や、取引先からの問い合わせのときに渡せる、1枚の説明書です。',
    steps: [`設定の「番号金庫について」から「${settings.systemDo}」を押します。`, '印刷して渡します。印刷したことは、記録に残ります。'],
    asks: [
      { ask: '番号を外へ預けることになりますか', answer: 'なりません。番号があるのは、この端末と、手もとに置く控えの中だけです。アプリの作り手も、置き場所も、受けとりません。' },
      { ask: '本当に何も送っていませんか', answer: 'アプリがする通信は、アプリのファイルを受けとることだけです。置き場所には、ホームページを見るときと同じこと（IPアドレス、ブラウザーの種類、日時）が伝わり、ほかは伝わりません。ページのきまりで止められるものと、止められないものは、説明書の「4. 通信」にあります。通信を切った端末でも、同じように使えます。' },
    ],
    words: 'システム構成説明書 委託 クラウド 検査 安全管理措置',
  },
  erase: {
    title: 'この端末から金庫を消す',
    lead: '端末を手放すときや、使い終えたときに使います。',
    steps: ['先に控えをとります。', `設定の「${settings.erase}」を開きます。`, '何人分が消えるかと、いちばん新しい控えの日を見ます。', '金庫の名前を入れて、消します。'],
    asks: [
      { ask: '控えも消えますか', answer: settings.eraseStays },
      { ask: '消したあとで戻せますか', answer: '控えと、パスワードか回復の紙があれば戻せます。なければ、戻せません。' },
    ],
    words: '削除 廃棄 処分 初期化',
  },
  update: {
    title: '新しい版にする',
    lead: '新しい版があると、画面の上に知らせが出ます。何が変わるかも、そこで読めます。',
    steps: ['何が変わるかを読みます。', '入力中のものを保存します。', `「${shell.updateDo}」を押します。金庫は一度閉じます。`, 'もう一度、開けます。'],
    asks: [
      { ask: '押さないとどうなりますか', answer: `いまの版のまま使えます。開いているあいだに、勝手に変わることはありません。番号金庫のタブと窓をすべて閉じると、次に開いたときから新しい版になります。「${actions.later}」を押すと知らせは消え、設定の「${settings.about}」に残ります。` },
      { ask: '押しても新しくならないのは、なぜですか', answer: '取り込みや控えの途中、またはほかのタブに保存していないものがあるときは、待ちます。知らせに出たものを終えてから、もう一度押します。' },
      { ask: 'どの版を使っているかは、どこでわかりますか', answer: `設定の「${settings.about}」に、版と、版ごとに変わったことがあります。` },
      { ask: 'データは変わりますか', answer: '変わりません。古い控えも、新しい版で読めます。' },
    ],
    words: 'アップデート 更新 バージョン',
  },
  diagnosis: {
    title: '自己診断',
    lead: '端末、アプリ、金庫のようすを、まとめて調べます。',
    steps: [
      `設定の「${settings.device}」にある「${settings.diagnosis}」から開きます。開ける前は、はじめの画面の下から開きます。`,
      '上に並んだものから順に、横のボタンを押すか、書いてあるとおりにします。',
      `人にたずねるときは「${checks.report.copy}」を押し、メールなどに貼りつけます。名前も番号も入りません。`,
    ],
    asks: [
      { ask: `「${checks.items.kept.title}」を断られました`, answer: 'ブラウザーは、よく使うところや、アプリとして入れたものに約束します。しばらく使ってから、もう一度たのみます。' },
      { ask: '空きが足りません', answer: '写真や動画を、ほかの場所へ移します。ブラウザーの「サイトのデータを消す」は使いません。金庫も消えるからです。' },
      { ask: '時計が合いません', answer: '端末の設定で、日付と時刻を「自動」にします。時計が違うと、期限と記録の日付も違ってしまいます。' },
      { ask: 'プライベートウィンドウだと言われました', answer: 'その窓を閉じると、中の金庫も消えることがあります。控えをとり、ふつうの窓で開いて、控えから戻します。' },
      { ask: '拡張機能は、どう減らしますか', answer: '番号金庫だけを開くブラウザーか、プロフィールを別に用意し、そこには拡張機能を入れません。' },
      { ask: 'アプリのファイルが足りません', answer: '通信があるあいだは、そのまま使えます。足りないものは、次の版を取り込むときに入りなおします。取り込んでいる途中なら、通信のあるところで開いておくと終わります。' },
      { ask: 'このサイトはデータを置けない、と出ました', answer: siteData },
      { ask: '鍵や署名のしくみが使えません', answer: trouble.tooOldGood },
      { ask: `「${checks.states.unknown}」と出ました`, answer: 'ブラウザーが答えませんでした。ほかのタブを閉じて、もう一度調べます。何度も出るときは、報告をコピーして、たずねます。' },
      { ask: '不具合があると言われました', answer: '金庫を閉じ、読み込みなおします。また起きるときは、報告をコピーして、たずねます。' },
    ],
    words: '診断 調べる 空き 容量 時計 日付 拡張機能 プライベート シークレット 報告 サポート 永続',
  },
  trouble: {
    title: '困ったとき',
    lead: '開かない、見つからない、というときに、先に見るところです。',
    steps: [
      'ブラウザーのデータは消さないでください。調べる手がかりがなくなります。',
      '画面に出たことばを読み、書いてあるとおりにします。',
      '直らないときは、控えから戻します。',
    ],
    asks: [
      { ask: trouble.keyringDamaged, answer: trouble.keyringDamagedWhy },
      { ask: trouble.databaseMissing, answer: trouble.databaseMissingWhy },
      { ask: trouble.full, answer: trouble.fullNot },
      { ask: trouble.tooOld, answer: trouble.tooOldGood },
      { ask: trouble.blocked, answer: siteData },
      { ask: '画面が真っ白です', answer: '読み込みなおします。それでも白いときは、別のブラウザーではなく、同じブラウザーを新しくして開きます。金庫はブラウザーごとに別だからです。' },
    ],
    words: 'エラー 壊れた 開かない 動かない 消えた 不具合',
  },
} satisfies Record<string, HelpTopic>;
