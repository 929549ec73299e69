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

  it.each([
    ['ひかえ', 'copies'],
    ['ヒカエをとる', 'copies'],
    ['ばんごうをいれる', 'number'],
    ['かいふくのかみ', 'kit'],
    ['きろくをけんしょう', 'verify'],
    ['じこしんだん', 'diagnosis'],
    ['ろうえい', 'leak'],
    ['きんこをけす', 'erase'],
    ['パスワードをわすれた', 'recover'],
  ])('puts first for %s, as it sounds: %s', (text, first) => {
    expect(search.find(text)[0]).toBe(first);
  });

  it('knows how the words of the house are read', () => {
    for (const word of ['きんこ', 'りようしゃ', 'せきにんしゃ', 'ぜいりし', 'たいしょうしゃ', 'じぎょうぬし', 'じゅうぎょういん', 'ふようしんぞくとう', 'しはらいさき', 'こじんばんごう', 'かくにんひょう', 'とりあつかいきろく'])
      expect(search.find(word), word).not.toEqual([]);
  });

  it('has readings in kana, of words that occur, the longer before those within it', () => {
    const texts = JSON.stringify(ja.texts);
    for (const [at, [word, reading]] of ja.readings.entries()) {
      expect(reading, word).toMatch(/^[\u3041-\u3096\u30fc]+$/);
      expect(ja.readings.slice(0, at).filter(([earlier]) => word.includes(earlier)), word).toEqual([]);
    }
    const unused = ja.readings.map(([word]) => word).filter((word) => !texts.includes(word));
    expect(unused).toEqual([]);
    expect(en.readings).toEqual([]);
  });

  it('asks every word of the text', () => {
    expect(search.find('控え パスワード').length).toBeLessThan(search.find('控え').length);
  });

  it.each([
    ['パスワード忘れた', 'recover'],
    ['紙をなくした', 'kit'],
    ['紙 なくした', 'kit'],
    ['かみをなくしました', 'kit'],
    ['スマホ', 'install'],
    ['番号を消したい', 'cancel'],
    ['間違えた', 'number'],
    ['税理士に渡したい', 'checkpoint'],
    ['パソコンが壊れた', 'restore'],
    ['ＣＳＶを取り込みたい', 'import'],
    ['番号がまちがえてしまいました', 'number'],
    ['番号をまちがえて入れた', 'number'],
    ['年末調整の書類に番号を書きたい', 'look'],
    ['USBメモリをなくした', 'leak'],
  ])('puts first for %s, as people say it: %s', (text, first) => {
    expect(search.find(text)[0]).toBe(first);
  });

  it('shows what holds most of a sentence where no topic holds it all', () => {
    expect(search.find('控え あいうえおか')).toEqual(search.find('控え').slice(0, 6));
    const [first, ...others] = search.find('パスワードを忘れて紙');
    expect(first).toBe('recover');
    expect(others).toContain('kit');
    expect(search.find('だれかに番号を見られたかもしれない').length).toBeLessThanOrEqual(6);
  });

  it('finds nothing for a word that is in no topic, nor for endings alone', () => {
    expect(search.find('あいうえおか')).toEqual([]);
    expect(search.find('龘龘したい')).toEqual([]);
  });

  it('finds in English whatever the case', () => {
    expect(createHelpSearch(en).find('BACKUP')[0]).toBe('copies');
    expect(createHelpSearch(en).find('my computer broke')[0]).toBe('restore');
    expect(createHelpSearch(en).find('I forgot the password')[0]).toBe('recover');
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
