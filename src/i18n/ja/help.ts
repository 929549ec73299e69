import type { HelpTexts } from '../help-texts.ts';
import { care } from './help/care.ts';
import { keys } from './help/keys.ts';
import { personTopics } from './help/persons.ts';
import { query } from './help/query.ts';
import { readings } from './help/readings.ts';
import { recordTopics } from './help/record.ts';
import { start } from './help/start.ts';

/** The help: loaded with its screen alone. Names of buttons come from the catalogue, so that they cannot drift. */
export const help: HelpTexts = {
  title: '使い方',
  why: '通信がなくても読めます。',
  search: '使い方をさがす',
  searchHint: '例: 控え、パスワードを忘れた、退職',
  topics: '項目',
  groups: { begin: 'はじめる、開ける', persons: '人と番号', record: '記録', copies: '控え', care: '設定と備え' },
  steps: '手順',
  asks: 'よくある問い',
  found: (topics) => `${topics}件見つかりました`,
  none: '見つかりませんでした',
  noneWhy: '別のことばか、短いことばでさがします。',
  back: '項目の一覧にもどる',
  all: '図つきの使い方を見る',
  picture: (title) => `画面の例：${title}`,
  next: '次の項目',
  readings,
  query,
  texts: { ...start, ...personTopics, ...recordTopics, ...keys, ...care },
};
