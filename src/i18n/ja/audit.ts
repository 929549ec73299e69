import type { AuditAction } from '../../core/domain/audit/action.ts';
import type { AuditCodeFamilies } from '../../core/domain/audit/codes.ts';

/** What was done, as one would write it into a ledger. */
const actions: Record<AuditAction, string> = {
  create: '金庫をつくった',
  unlock: '金庫を開けた',
  'unlock-failed': '開けるのに失敗した',
  lock: '金庫を閉じた',
  register: '登録した',
  change: '登録の内容を変えた',
  cancel: '登録を取り消した',
  'person-merged': '二重の登録を一つにした',
  'number-put': '番号を入れた',
  'number-replace': '番号を新しいものに替えた',
  reveal: '番号を表示した',
  match: '番号を照合した',
  use: '番号を書類に使った',
  print: '印刷した',
  export: '記録を書き出した',
  import: 'ファイルから取り込んだ',
  'source-destroyed': '取り込んだ元のファイルを消した',
  'copy-made': '控えをつくった',
  'copy-verified': '控えを確かめた',
  'copy-destroyed': '控えを消した',
  restore: '控えから戻した',
  table: '利用者と鍵の一覧を書いた',
  'password-changed': 'パスワードを変えた',
  'recovery-changed': '回復の紙をつくった',
  'kit-rehearsed': '回復の紙を確かめた',
  'leak-suspected': '漏えいを疑い、鍵を取りかえた',
  'setting-changed': '設定を変えた',
  'purpose-changed': '利用目的を変えた',
  'notice-given': '利用目的を知らせた',
  'number-asked': '番号の提供を頼んだ',
  'number-refused': '番号を出してもらえなかった',
  'identity-checked': '本人確認をした',
  rotate: '金庫の鍵を新しくした',
  'chain-verified': '記録を検証した',
  'damage-found': '金庫の中身が壊れているのを見つけた',
  'clock-doubtful': '端末の日付がおかしかった',
  'clock-confirmed': '端末の日付を確かめた',
  'build-changed': 'アプリの版が変わった',
};

const to: Record<AuditCodeFamilies['to'], string> = {
  'tax-office': '税務署へ',
  municipality: '市区町村へ',
  'employment-office': 'ハローワークへ',
  'pension-office': '年金事務所へ',
  'health-insurer': '健康保険組合などへ',
  accountant: '税理士へ',
  person: '本人へ',
};
const result: Record<AuditCodeFamilies['result'], string> = {
  match: '一致した',
  'no-match': '一致しなかった',
  good: '問題なし',
  bad: '問題あり',
};
const way: Record<AuditCodeFamilies['way'], string> = { password: 'パスワード', recovery: '回復コード' };
const tries: Record<AuditCodeFamilies['tries'], string> = { 'over-20': '20回を超えた' };
const setting: Record<AuditCodeFamilies['setting'], string> = {
  label: '金庫の名前',
  business: '事業の形',
  'idle-minutes': '自動で閉じる時間',
};
const content: Record<AuditCodeFamilies['content'], string> = {
  staff: '従業員の名簿',
  dependants: '扶養親族等の一覧',
  payees: '支払先の一覧',
  log: '取扱記録',
  kit: '回復の紙',
  checkpoint: '確認票',
  persons: '対象者一覧',
  label: '控えのラベル',
  system: 'システム構成説明書',
};
const page: Record<AuditCodeFamilies['page'], string> = {
  head: '金庫の見出し',
  index: '対象者の一覧',
  person: '対象者',
  number: '番号',
  tail: '新しい記録',
  log: '記録',
  table: '利用者と鍵の一覧',
  checkpoint: '確認票',
  attach: '記録の書き添え',
  list: '記録に添えた一覧',
  setting: '設定',
  draft: '下書き',
  other: 'その他',
};

const askedBy: Record<AuditCodeFamilies['asked-by'], string> = { spoken: '会って', letter: '手紙・書面で', mail: 'メールで', telephone: '電話で' };
const refusal: Record<AuditCodeFamilies['refusal'], string> = {
  unwilling: '出したくないと言われた',
  'no-document': '番号のわかる書類が手元にない',
  'no-answer': '返事がない',
  other: 'そのほか',
};
const channel: Record<AuditCodeFamilies['channel'], string> = { face: '会って', post: '郵送で', online: 'オンラインで' };

/** How a filter gathers what was done. */
const groups = {
  use: '番号を見た・使った',
  put: '番号を頼んだ・入れた',
  persons: '登録と変更',
  files: '取り込みと書き出し',
  copies: '控え',
  doors: '開け閉め',
  keys: '鍵と利用者',
  checks: '点検と設定',
};

export const audit = {
  actions,
  groups,
  unknownAction: (name: string): string => `この版では読めない操作（${name}）`,
  codes: { year: (era: string, year: number): string => `${era}（${year}年）分`, to, result, way, tries, setting, page, content, 'asked-by': askedBy, refusal, channel },
  reasons: { inquiry: '本人の問い合わせ', 'input-check': '入力の確認' },
  unknownCode: (code: string): string => `この版では読めない印（${code}）`,
};
