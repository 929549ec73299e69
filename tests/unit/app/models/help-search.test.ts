import { describe, expect, it } from 'vitest';
import { createHelpSearch } from '../../../../src/app/models/help-search.ts';
import { HELP_OF, helpNoOf, helpOfNo } from '../../../../src/app/router/help-places.ts';
import { help as en } from '../../../../src/i18n/en/help.ts';
import { HELP_IDS } from '../../../../src/i18n/help-texts.ts';
import { help as ja } from '../../../../src/i18n/ja/help.ts';

describe('help', () => {
  const search = createHelpSearch(ja);

  it('lists every topic for an empty text, each once', () => {
    expect(search.find(' ')).toEqual(HELP_IDS);
    expect(new Set(HELP_IDS).size).toBe(HELP_IDS.length);
    expect(Object.keys(ja.texts).toSorted()).toEqual([...HELP_IDS].toSorted());
  });

  it.each([
    ['パスワードを忘れた', 'recover'],
    ['ぱすわーど', 'recover'],
    ['ＣＳＶ', 'import'],
    ['バックアップ', 'copies'],
    ['機種変更', 'restore'],
    ['エラー', 'trouble'],
    ['ショートカット', 'keys'],
    ['PageDown', 'keys'],
  ])('puts first for %s: %s', (text, first) => {
    expect(search.find(text)[0]).toBe(first);
  });

  it('asks every word of the text', () => {
    expect(search.find('控え パスワード').length).toBeLessThan(search.find('控え').length);
    expect(search.find('控え あいうえおか')).toEqual([]);
  });

  it('finds in English whatever the case', () => {
    expect(createHelpSearch(en).find('BACKUP')[0]).toBe('copies');
  });

  it('says something of every topic in both languages', () => {
    for (const id of HELP_IDS)
      for (const topic of [ja.texts[id], en.texts[id]]) {
        expect(topic.steps.length, id).toBeGreaterThan(0);
        expect(topic.asks.length, id).toBeGreaterThan(0);
      }
    for (const id of HELP_IDS) expect(en.texts[id].asks.length, id).toBe(ja.texts[id].asks.length);
  });

  it('has an address for each topic and a topic for each screen', () => {
    for (const id of HELP_IDS) expect(helpOfNo(helpNoOf(id))).toBe(id);
    expect(helpOfNo(HELP_IDS.length + 1)).toBeNull();
    for (const id of Object.values(HELP_OF)) expect(HELP_IDS).toContain(id);
  });
});
