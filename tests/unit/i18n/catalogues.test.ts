import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from '../../../src/i18n/en.ts';
import { system as systemEn } from '../../../src/i18n/en/system.ts';
import { ja } from '../../../src/i18n/ja.ts';
import { system as systemJa } from '../../../src/i18n/ja/system.ts';
import { startEn } from '../../../src/i18n/start-en.ts';
import { startJa } from '../../../src/i18n/start-ja.ts';

type Leaf = { readonly path: string; readonly value: unknown };

const leaves = (value: unknown, path = ''): readonly Leaf[] =>
  // A list may be longer in one language: accepted spellings, sentences.
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
    : [{ path, value }];

const shape = (catalogue: unknown): readonly string[] =>
  leaves(catalogue).map(({ path, value }) => `${path}: ${Array.isArray(value) ? 'list' : typeof value}${typeof value === 'function' ? value.length : ''}`).toSorted();

const texts = (catalogue: unknown): readonly { readonly path: string; readonly value: string }[] =>
  leaves(catalogue).flatMap(({ path, value }) =>
    (Array.isArray(value) ? value : [value]).flatMap((text) => (typeof text === 'string' ? [{ path, value: text }] : [])),
  );

test('both languages say the same things: no text more, none less, none of another kind', () => {
  expect(shape(en)).toEqual(shape(ja));
});

test('no text carries spaces at its ends, and none is empty in one language alone', () => {
  expect([...texts(ja), ...texts(en)].filter(({ value }) => value !== value.trim())).toEqual([]);
  const empty = (catalogue: unknown) => texts(catalogue).flatMap(({ path, value }) => (value === '' ? [path] : []));
  expect(empty(en)).toEqual(empty(ja));
});

/** Alone, or in front of the id. */
const nameOf = (value: unknown): string => (typeof value === 'function' ? String(value('')) : String(value)).trim();

test.each([
  ['ja', { ...ja, system: systemJa }],
  ['en', { ...en, system: systemEn }],
])('an id has one name wherever it stands: on screens, papers and in what is said of it, %s', (_, catalogue) => {
  for (const id of ['vaultId', 'storeId']) {
    const names = leaves(catalogue).flatMap(({ path, value }) => (path.endsWith(`.${id}`) ? [nameOf(value)] : []));
    expect(names.length, id).toBeGreaterThan(1);
    expect(new Set(names).size, names.join(', ')).toBe(1);
  }
  expect(catalogue.restore.vaultIdWhy.toLowerCase()).toContain(catalogue.settings.vaultId.toLowerCase());
});

/** The language's own name, and a date as it is written by hand. */
const QUOTES_JAPANESE = ['register.dateHint', 'shell.japanese'];

test('English texts hold no Japanese, but where they quote it', () => {
  const japanese = texts(en).filter(({ value }) => /[\u3041-\u30ff\u4e00-\u9fff]/.test(value));
  expect(japanese.map(({ path }) => path).filter((path) => !QUOTES_JAPANESE.includes(path))).toEqual([]);
});

test('titles of tabs and print jobs are fixed texts: none takes a name', () => {
  expect(Object.values(ja.titles).every((title) => typeof title === 'string')).toBe(true);
});

test('the words of the start and of each screen are those of its language', async () => {
  const folder = new URL('../../../src/i18n/screens/', import.meta.url);
  const screens = await Promise.all(
    readdirSync(folder).map(async (file) => Object.values((await import(new URL(file, folder).href)) as Record<string, { readonly ja: object; readonly en: object }>)),
  );
  const given = [{ ja: startJa, en: startEn }, ...screens.flat()];
  expect(given.length).toBeGreaterThan(10);
  for (const words of given) {
    expect(Object.keys(words.ja)).toEqual(Object.keys(words.en));
    for (const [noun, text] of Object.entries(words.ja)) expect([noun, text === Object.entries(ja).find(([key]) => key === noun)?.[1]]).toEqual([noun, true]);
    for (const [noun, text] of Object.entries(words.en)) expect([noun, text === Object.entries(en).find(([key]) => key === noun)?.[1]]).toEqual([noun, true]);
  }
});
