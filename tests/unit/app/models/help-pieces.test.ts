import { expect, it } from 'vitest';
import { helpPieces } from '../../../../src/app/models/help-pieces.ts';
import { query as en } from '../../../../src/i18n/en/help/query.ts';
import { query as ja } from '../../../../src/i18n/ja/help/query.ts';

it.each([
  ['パスワード忘れた', [['パスワード'], ['忘']]],
  ['番号を消したい', [['番号'], ['消']]],
  ['税理士に渡したい', [['税理士'], ['渡']]],
  ['紙　なくした', [['紙'], ['なくした', 'なく']]],
  ['金庫がこわれた', [['金庫'], ['がこわれた', 'がこわれ', 'こわれた', 'こわれ']]],
  ['データー', [['データー']]],
  ['ｃｓｖから', [['csv']]],
  ['したい', []],
])('cuts %s where the script changes', (text, pieces) => {
  expect(helpPieces(text, ja)).toEqual(pieces);
});

it('leaves out the small words of English', () => {
  expect(helpPieces('How do I delete a number?', en)).toEqual([['delete'], ['number']]);
});

it('keeps of two that begin or end alike the longer before the other', () => {
  const outlived = (words: readonly string[], eats: (word: string, earlier: string) => boolean): readonly string[] =>
    words.filter((word, at) => words.slice(0, at).some((earlier) => eats(word, earlier)));
  for (const { particles, endings } of [ja, en]) {
    expect(outlived(particles, (word, earlier) => word.startsWith(earlier))).toEqual([]);
    expect(outlived(endings, (word, earlier) => word.endsWith(earlier))).toEqual([]);
  }
});
