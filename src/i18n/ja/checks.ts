import type { CheckWords, Told } from '../check-words.ts';
import { shell } from './shell.ts';

const restart = '端末を再起動して、もう一度調べます。';
const refused = 'ブラウザーの設定で、このサイトはデータを置けません。Cookieとサイトのデータを許すと、使えます。';
const other = 'ブラウザーを新しくするか、別のブラウザーで開きます。';

const items = {
  kept: {
    title: '勝手に消されない約束',
    says: {
      granted: 'ブラウザーが、自分からは金庫を消さないと約束しています。',
      'not-asked': 'まだたのんでいません。端末の空きが減ると、ブラウザーが金庫を消すことがあります。',
      refused: 'たのみましたが、ブラウザーは約束しませんでした。控えをこまめにとります。',
      unsupported: 'このブラウザーには、約束のしくみがありません。控えをこまめにとります。',
    },
  },
  files: {
    title: '金庫の鍵の置き場所',
    says: {
      works: '書いて、読み直せました。消すと、その場で消える場所です。',
      refused,
      lacks: 'その場で消える場所が、このブラウザーにはありません。廃棄のあとに、跡が残ることがあります。',
      full: '空きがなく、書けませんでした。写真や動画など、ほかのものを減らします。',
      fails: `書いて読み直すことができませんでした。${restart}`,
    },
  },
  database: {
    title: '中身の置き場所',
    says: {
      works: '書いて、読み直せました。保存は、ディスクに届くまで待ちます。',
      unstated: '書いて、読み直せました。ディスクに届くまで待つかを、このブラウザーは言いません。',
      refused,
      lacks: `中身を置く場所が、このブラウザーにはありません。${other}`,
      full: '空きがなく、書けませんでした。写真や動画など、ほかのものを減らします。',
      fails: `書いて読み直すことができませんでした。${restart}`,
    },
  },
  space: {
    title: '空き',
    says: {
      enough: ({ size }: Told): string => `約${size}使えます。金庫には十分です。`,
      unstated: 'どれだけ使えるかを、このブラウザーは言いません。',
      low: ({ size }: Told): string => `約${size}しか使えません。写真や動画など、ほかのものを減らします。`,
      out: ({ size }: Told): string => `約${size}しか使えず、次の保存ができないおそれがあります。ほかのものを減らします。`,
    },
  },
  clock: {
    title: '時計',
    says: {
      right: ({ when }: Told): string => `${when}です。`,
      doubtful: ({ when }: Told): string => `${when}です。この前の記録から大きく動いています。正しければ「${shell.clockDo}」を押します。`,
      'before-record': ({ when }: Told): string => `${when}で、いちばん新しい記録より前です。端末の時計を合わせます。`,
      'before-build': ({ when }: Told): string => `${when}で、このアプリができた日より前です。端末の時計を合わせます。`,
    },
  },
  zone: {
    title: '時刻の地域',
    says: {
      tokyo: '日本の時刻です。',
      other: ({ name }: Told): string => `端末の時刻は ${name} のものです。期限や記録の日付は、どこで使っても日本の日付です。`,
    },
  },
  private: {
    title: 'プライベートウィンドウ',
    says: {
      installed: 'アプリとして入れた窓です。閉じても、金庫は残ります。',
      unseen: 'そのしるしは見つかりません。隠すブラウザーもあるので、言い切れません。',
      signs: 'プライベートウィンドウのようです。窓を閉じると、金庫が消えることがあります。',
    },
  },
  extensions: {
    title: '拡張機能',
    says: { unseen: 'ページを読む拡張機能からは、番号を守れません。入っているかどうかは、ここからは見えません。' },
  },
  offline: {
    title: '通信なしで開く',
    says: {
      ready: ({ total }: Told): string => `アプリのファイル${total}個が、すべてこの端末にあります。`,
      keeping: 'アプリのファイルを取り込んでいます。少し待って、もう一度調べます。',
      missing: ({ count, total }: Told): string => `アプリのファイル${total}個のうち${count}個がありません。通信がないと、開けない画面があります。`,
      absent: 'アプリのファイルが、この端末にまだありません。通信があるときに、読み込みなおします。',
      unsupported: 'このブラウザーや窓では、通信がないと開けません。',
    },
  },
  update: {
    title: '新しい版',
    says: {
      newest: '待っている新しい版はありません。',
      waiting: '新しい版が、取り込まれて待っています。画面の上の知らせか、設定の「番号金庫について」から、新しくできます。',
    },
  },
  window: {
    title: '安全な接続と窓',
    says: {
      own: '安全な接続（https）で、番号金庫だけの窓に開いています。',
      shared: '別のページから開かれた窓です。ブックマークから開きなおすと、つながりが切れます。',
      framed: 'ほかのページの中に開いています。番号金庫だけの窓で開きます。',
      insecure: '安全な接続ではないので、鍵のしくみが使えません。https:// で始まるアドレスで開きます。',
    },
  },
  seals: {
    title: '中身にかける鍵',
    says: {
      works: '鍵をかけて開けられ、書きかえたものは断りました（AES-256-GCM、HKDF）。',
      lacks: `鍵をかけるしくみ（AES-256-GCM、HKDF）が、このブラウザーでは使えません。${other}`,
      fails: `鍵をかけて開けるしくみ（AES-256-GCM、HKDF）が、正しく働きません。${other}`,
    },
  },
  keys: {
    title: '利用者の鍵と署名',
    says: {
      works: '鍵を渡せて、署名を確かめられました（P-256、Ed25519）。',
      lacks: `鍵を渡し署名するしくみ（P-256、Ed25519）が、このブラウザーでは使えません。${other}`,
      fails: `鍵を渡し署名するしくみ（P-256、Ed25519）が、正しく働きません。${other}`,
    },
  },
  kdf: {
    title: 'パスワードの計算',
    says: {
      works: ({ seconds }: Told): string => `${seconds}秒で、正しく計算できました（WebAssembly の Argon2id）。`,
      slow: ({ seconds }: Told): string => `正しく計算できましたが、${seconds}秒かかりました。金庫を開けるたびに、それだけ待ちます。`,
      lacks: `計算のしくみ（WebAssembly）が、このブラウザーでは使えません。${other}`,
      fails: 'パスワードの計算（Argon2id）ができませんでした。ほかの窓を閉じてメモリーをあけ、もう一度調べます。',
    },
  },
  locks: {
    title: '二重に開かないしくみ',
    says: {
      works: '別のタブが同じ金庫に書くのを、止められます（Web Locks）。',
      lacks: `別のタブを止めるしくみ（Web Locks）が、このブラウザーでは使えません。${other}`,
      fails: `別のタブを止めるしくみ（Web Locks）が、正しく働きません。${other}`,
    },
  },
  readback: {
    title: '書いた控えの読み直し',
    says: {
      has: '保存したファイルを、続けて読み直せます。',
      lacks: '控えをとったら、保存したファイルを選んで確かめます。',
    },
  },
  defects: {
    title: '起きた不具合',
    says: {
      none: 'このページを開いてから、起きていません。',
      some: ({ count }: Told): string => `このページを開いてから、${count}件起きました。場所だけが、下の報告に入っています。`,
    },
  },
  copy: {
    title: '最後の控え',
    says: {
      fresh: ({ when }: Told): string => `${when}にとり、読めることを確かめてあります。`,
      nothing: 'まだ人の登録がないので、控えるものがありません。',
      due: ({ when }: Told): string => `${when}にとり、確かめてあります。新しくする時期です。`,
      before: ({ when }: Told): string => `${when}にとったあと、パスワードか回復の紙を変えました。その控えは、変える前のもので開きます。新しい控えをとります。`,
      unverified: ({ when }: Told): string => `${when}にとりましたが、読めることを確かめていません。`,
      old: ({ when }: Told): string => `${when}にとったきりです。端末が壊れると、そのあとの変更は戻せません。`,
      restored: '控えから戻したあと、まだ控えをとっていません。',
      none: 'まだありません。端末が壊れると、登録した人も番号も元に戻せません。',
    },
  },
  record: {
    title: '記録の検証',
    says: {
      verified: ({ when }: Told): string => `${when}の検証で、抜けも書きかえもありませんでした。`,
      stale: ({ when }: Told): string => `${when}の検証から日がたち、そのあとの記録は調べていません。`,
      never: 'まだ検証していません。抜けがないことを、はじめから調べられます。',
      broken: ({ when }: Told): string => `${when}の検証で、問題が見つかっています。もう一度検証して、中身を見ます。`,
    },
  },
  sheet: {
    title: '回復の紙',
    says: {
      rehearsed: ({ when }: Told): string => `${when}に、紙のコードを確かめました。`,
      due: ({ when }: Told): string => `${when}に確かめてから、1年たちました。しまった紙を出して、もう一度確かめます。`,
      never: '紙に写したコードを、まだ確かめていません。パスワードを忘れると、開けられなくなります。',
    },
  },
} satisfies CheckWords;

/** The self-check: its screen, and the report that is copied from it. */
export const checks = {
  lead: 'この端末とアプリのようすを調べます。調べたことは、どこへも送りません。',
  busy: '調べています',
  all: (count: number): string => `${count}項目のすべてに、問題はありません`,
  some: (good: number, count: number): string => `${count}項目のうち${count - good}項目に、見てほしいことがあります`,
  look: (titles: readonly string[]): string => `見てほしいもの：${titles.join('、')}`,
  notes: (count: number): string => `ほかに、お知らせが${count}つあります。`,
  locked: '金庫の控えや記録のことは、金庫を開けてから調べられます。',
  rerun: 'すべて調べなおす',
  cards: { device: 'この端末', app: 'このアプリ', vault: 'この金庫' },
  states: { good: '問題なし', note: 'お知らせ', warn: '注意', bad: '重要', unknown: '確認できませんでした', busy: '調べています' },
  unanswered: '調べる途中で、答えがありませんでした。問題があるとも、ないとも言えません。',
  ways: {
    persist: 'たのむ',
    again: 'もう一度調べる',
    date: shell.clockDo,
    window: '別の窓で開く',
    copies: '控えをとる',
    verify: '検証する',
    kit: '紙を確かめる',
    rehearse: '紙を確かめる',
    help: 'どうすればよいか',
  },
  wayOf: (way: string, title: string): string => `${way}：${title}`,
  items,
  report: {
    title: '報告',
    why: '困ったときに、たずねる相手へ渡せます。名前も、番号も、金庫の名前や番号も入りません。コピーされるのは、次の文字だけです。',
    copy: '報告をコピー',
    copied: 'コピーしました。',
    refused: 'ブラウザーがコピーを断りました。下の文字をすべて選んであるので、自分でコピーします。',
    preview: 'コピーされる文字',
    head: '番号金庫 自己診断の報告',
    version: '版',
    made: '調べた日時',
    browser: 'ブラウザー',
    screen: '画面',
    more: '細かいこと',
    incidents: '起きた不具合',
  },
};
