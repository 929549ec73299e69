import type { FileRefusal, PasswordWeakness } from '../../core/contract/errors.ts';
import type { ErrorTexts } from '../error-texts.ts';
import { problems } from './problems.ts';
import { importRefusalWords } from '../import-refusal-texts.ts';
import { importRefusals } from './import-refusals.ts';

const weak: Record<PasswordWeakness, string> = {
  TooShort: 'パスワードが短すぎます。15文字以上にします。',
  TooLong: 'パスワードが長すぎます。',
  Common: 'よく使われるパスワードです。ほかの人にも当てられます。',
  Repeated: '同じ文字や並びのくり返しです。',
  Control: 'パスワードに使えない文字（改行など）が入っています。',
};

const refused: Record<FileRefusal, string> = {
  NotOurs: 'このファイルは番号金庫のファイルではありません。',
  NewerFormat: 'このファイルは、いまより新しい番号金庫でつくられています。',
  Truncated: 'ファイルが途中で切れています。',
  Damaged: 'ファイルの中身が、つくったときと違っています。',
  Extended: 'ファイルに、あとから付け足された部分があります。',
  ForeignVault: 'このファイルは、別の金庫のものです。',
  SignerUnknown: 'このファイルに署名した人が、この金庫の利用者ではありません。',
  TablesBroken: '利用者の一覧のつながりが切れています。',
  NoWayIn: 'このファイルには、パスワードで開ける鍵が入っていません。',
  Older: 'このファイルは、いまの金庫より古いものです。',
  TooManyLines: 'ファイルの行が多すぎます。',
  PartTooLarge: 'ファイルに、大きすぎる部分があります。',
};

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_048_576)}MB`;

export const errors: ErrorTexts = {
  WrongSecret: () => ({
    what: 'パスワードまたは回復コードが違います。',
    todo: '大文字と小文字、日本語入力が入ったままになっていないかを見て、もう一度入れます。',
  }),
  RecoveryGroupWrong: ({ group }) => ({
    what: `回復コードの${group + 1}番目のまとまりに、書きまちがいがあります。`,
    todo: '紙と見くらべて、そのまとまりを入れなおします。',
  }),
  KeyringDamaged: () => ({
    what: '金庫の鍵が壊れていて、開けません。',
    todo: '控えファイルがあれば、そこから戻せます。この端末のデータは消さずに置いておきます。',
  }),
  KeyringMissing: () => ({
    what: '金庫の鍵が見つかりません。',
    todo: 'ブラウザーのデータが消された場合は、控えファイルから戻します。',
  }),
  KdfRefused: () => ({
    what: 'このファイルの鍵の設定は、安全な範囲の外です。',
    todo: 'ファイルの出どころをたしかめ、別の控えを使います。',
  }),
  PasswordTooWeak: ({ reason }) => ({
    what: weak[reason],
    todo: '「ことばでつくる」を押すと、覚えやすくて強いパスワードができます。',
  }),
  DatabaseMissing: () => ({
    what: '金庫の中身が見つかりません。',
    todo: 'ブラウザーを開きなおしても同じなら、控えファイルから戻します。新しくつくりなおす必要はありません。',
  }),
  DatabaseOlder: ({ expectedEntries, foundEntries }) => ({
    what: `金庫の中身が古くなっています。記録は${expectedEntries}件のはずですが、${foundEntries}件しかありません。`,
    todo: 'ブラウザーを開きなおしても同じなら、新しい控えファイルから戻します。',
  }),
  DatabaseDamaged: () => ({
    what: '金庫の中身の一部が壊れています。',
    todo: '何も書きこまずに止めました。控えファイルから戻します。',
  }),
  NewerFormat: () => ({
    what: 'この金庫は、いまより新しい番号金庫でつくられています。',
    todo: 'この画面を読み込みなおして、アプリを新しくしてから開きます。',
  }),
  StorageFull: () => ({
    what: '端末の空きが足りないため、保存できませんでした。',
    todo: 'いらないファイルを消して空きをつくり、もう一度ためします。入力した内容はまだ保存されていません。',
  }),
  StorageFailed: ({ name }) => ({
    what: '端末に保存できませんでした。',
    todo: `もう一度ためします。続くときは控えをとってから、ブラウザーを開きなおします。（${name}）`,
  }),
  VaultLeft: () => ({
    what: '途中で失敗しました。作りかけの金庫が、この端末に残っているかもしれません。',
    todo: 'この画面を読み込みなおします。金庫が出てきたら、パスワードで開けて使うか、消してからやり直します。',
  }),
  UsedInOtherTab: () => ({
    what: 'この金庫は、別のタブで使用中です。',
    todo: '別のタブを閉じるか、「こちらで使う」を押します。別のタブの金庫は閉じられます。',
  }),
  Locked: () => ({ what: '金庫は閉じています。', todo: 'パスワードを入れて開けます。' }),
  Halted: () => ({
    what: '書きこみを止めています。見ることと、控えをとることはできます。',
    todo: '控えをとってから、金庫を閉じて開けなおします。',
  }),
  WorkerLost: () => ({
    what: '金庫の動きが止まったため、閉じました。',
    todo: '保存したと表示された内容は残っています。もう一度開けます。',
  }),
  WorkerNotStarted: () => ({
    what: 'アプリの一部を読み込めず、金庫を動かせませんでした。',
    todo: 'ネットワークにつないで、この画面を読み込みなおします。金庫の中身はそのままです。',
  }),
  PartNotLoaded: () => ({
    what: 'アプリの一部を読み込めませんでした。アプリが新しくなったか、通信がありません。',
    todo: 'ネットワークにつないで、この画面を読み込みなおします。保存したと表示された内容は残っています。',
  }),
  BrowserTooOld: ({ missing }) => ({
    what: 'このブラウザーでは番号金庫を使えません。',
    todo: `ブラウザーを新しくするか、別のブラウザーで開きます。足りないもの: ${missing.join('、')}`,
  }),
  InvalidInput: ({ fields }) => ({
    what: '入力に直すところがあります。',
    todo: fields.map(({ problem }) => problems.say(problem)).join(' ') || '赤いしるしの欄を見なおします。',
  }),
  NotFound: () => ({ what: '見つかりませんでした。', todo: '一覧にもどって選びなおします。' }),
  ChangedMeanwhile: () => ({
    what: 'ほかの操作で、先に変えられていました。',
    todo: '新しい内容を見てから、もう一度直します。',
  }),
  NotAllowed: () => ({ what: 'この操作をする権限がありません。', todo: '責任者にたのみます。' }),
  ReasonExpired: () => ({ what: '理由を選んでから10分たちました。', todo: 'もう一度、理由を選びます。' }),
  NumberMissing: () => ({ what: 'この人の番号は、まだ入っていません。', todo: '番号を入れてから使います。' }),
  NumbersFull: ({ name }) => ({
    what: `前の番号がたまりすぎて、新しい番号を入れられません。いちばん多いのは${name}さんです。`,
    todo: `${name}さんの登録を取り消して登録しなおすと、前の番号が消えて、入れられるようになります。いま入れた番号は、まだ保存されていません。`,
  }),
  VaultFull: () => ({
    what: 'この金庫には、これ以上入りません。保存しませんでした。',
    todo: 'いままでの中身は、そのままあります。長い文字を短くして、やり直します。それでも入らないときは、控えをとってから、くわしい人に相談します。',
  }),
  SameNumber: ({ name }) => ({
    what: `同じ番号が、すでに${name}さんに入っています。`,
    todo: '同じ人なら「同じ人です」を選びます。違うなら、番号を見なおします。',
  }),
  LabelDoesNotMatch: () => ({ what: '金庫の名前が違います。', todo: '画面にある名前と、同じ文字を入れます。' }),
  RehearsalWrong: ({ groups }) => ({
    what: `${groups.map((group) => `${group + 1}番目`).join('、')}のまとまりが違います。`,
    todo: '紙を見て、入れなおします。紙が違っていたら、前の画面で見なおせます。',
  }),
  RehearsalMissing: () => ({
    what: '回復の紙の確かめがまだなので、番号は入れられません。',
    todo: '先に、紙の3か所を入れて確かめます。1分ほどです。',
  }),
  FileTooLarge: ({ bytes, limit }) => ({
    what: `ファイルが大きすぎます（${megabytes(bytes)}）。${megabytes(limit)}まで読めます。`,
    todo: '正しいファイルを選んだかをたしかめます。',
  }),
  FileRefused: ({ reason }) => ({
    what: refused[reason],
    todo: '何も変えていません。別のファイルを選びます。',
  }),
  ImportRefused: ({ refusal }) => importRefusalWords(importRefusals, refusal),
  TooManyFiles: ({ limit }) => ({ what: `一度に選べるファイルは${limit}個までです。`, todo: '分けて取り込みます。' }),
  FileUnreadable: () => ({
    what: 'ファイルを読めませんでした。',
    todo: 'USBメモリなら差しなおし、もう一度選びます。',
  }),
  RecordBroken: () => ({
    what: 'この控えの取扱記録に、つながらないところがあります。控えは「確認済み」にしていません。',
    todo: '控えは捨てずに置いておきます。「取扱記録」の「検証する」で、どこからかを調べ、記録を書き出しておきます。この控えから戻すと、合わないことを書いたうえで新しい記録が始まり、そのあとの控えはまた「確認済み」にできます。',
  }),
  Unexpected: ({ incidentId }) => ({
    what: '思わぬ不具合が起きました。',
    todo: `保存したと表示された内容は残っています。読み込みなおして、続けます。（番号 ${incidentId}）`,
  }),
};
