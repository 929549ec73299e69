import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldForSearch } from '../../../../src/core/domain/text/fold.ts';
import { VARIANT_KANJI_GROUPS } from '../../../../src/core/domain/text/variant-kanji.data.ts';

describe('folding for search', () => {
  test.each([
    ['髙橋　美咲', '高橋 美咲'],
    ['山﨑　さくら', '山崎さくら'],
    ['渡邉 健', '渡邊健'],
    ['渡邉 健', '渡辺　健'],
    ['𠮷田　茂', '吉田茂'],
    ['ﾜﾀﾅﾍﾞ ｹﾝ', 'わたなべけん'],
    ['ワタナベ　ケン', 'ﾜﾀﾅﾍﾞｹﾝ'],
    ['グエン・ヴァン・アン', 'ぐえん ゔぁん あん'],
    ['ユーコ', 'ユコ'],
    ['ユ－コ', 'ゆこ'],
    ['シヨウコ', 'しょうこ'],
    ['ＭＡＲＩＡ　Santos', 'maria santos'],
    ['José', 'JOSE'],
    ['葛\u{e0100}城', '葛城'],
    ['Ｐ０１', 'p01'],
    ["O'Brien", 'obrien'],
  ])('%s is found by %s', (name, typed) => {
    expect(foldForSearch(name)).toBe(foldForSearch(typed));
  });

  test.each([
    ['はら', 'ばら'],
    ['ハハ', 'パパ'],
    ['佐藤', '加藤'],
    ['健', '建'],
    ['1', '2'],
  ])('%s is not %s', (a, b) => {
    expect(foldForSearch(a)).not.toBe(foldForSearch(b));
  });

  test('folding twice changes nothing', () => {
    const japanese = fc.string({ unit: fc.constantFrom(...'ｶﾞかがっァヵヶー・゛\u3099ゔわをﾊﾟ髙﨑邉𠮷斎齋 　-ÅéİßΣς') });
    for (const texts of [fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), japanese])
      fc.assert(
        fc.property(texts, (text) => {
          const once = foldForSearch(text);
          expect(foldForSearch(once)).toBe(once);
        }),
        { numRuns: 3000 },
      );
  });

  test('a prefix typed so far stays a prefix, so that the list narrows as one types', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'あいうアイウサトウ佐藤髙一郎ABc 　・ー') });
    fc.assert(fc.property(plain, plain, (a, b) => foldForSearch(a + b).startsWith(foldForSearch(a))));
  });

  test('variant table: no kanji in two groups, every group led by a shape that no normalisation changes', () => {
    const groups = VARIANT_KANJI_GROUPS.split(' ').map((group) => Array.from(group));
    const all = groups.flat();
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((kanji) => kanji.normalize('NFKD') !== kanji)).toEqual([]);
    expect(groups.filter((group) => group.length < 2)).toEqual([]);
    for (const group of groups) for (const kanji of group) expect(foldForSearch(kanji)).toBe(group[0]);
  });
});
