import type { Version } from '../versions.ts';

/** What a user notices of each version. Read by people who still run an earlier one: no word that only this version explains. */
export const changes: Readonly<Record<Version, readonly string[]>> = {
  '0.2.0': [
    'ホームに、いまやることと金庫のようすが並びます。',
    '体験用の見本が、9人の会社の1年分になりました。',
    '印刷できるものが増えました。対象者の一覧、取扱記録、確認票、控えのラベル、しくみの説明書です。',
    'どの画面の使い方も、通信なしで読めます。',
    '文字の大きさと、暗い画面を選べます。',
    '新しい版にする前に、何が変わるかを読めます。',
    '自己診断が、端末とアプリと金庫のようすを調べ、どうすればよいかを示します。名前の入らない報告をコピーできます。',
  ],
  '0.1.0': ['はじめての版です。番号を預かり、使った跡を残し、控えをとって戻せます。'],
};
