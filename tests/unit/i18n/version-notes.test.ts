import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseUpdateChanges } from '../../../src/app/sw/update-changes.ts';
import { newestNotes } from '../../../src/i18n/version-notes.ts';
import { VERSIONS } from '../../../src/i18n/versions.ts';

const jsonOf = (file: string): { readonly version: string; readonly packages?: Readonly<Record<string, { readonly version: string }>> } =>
  JSON.parse(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8'));

test('the newest version is that of the package', () => {
  const lock = jsonOf('package-lock.json');
  expect([jsonOf('package.json').version, lock.version, lock.packages?.['']?.version]).toEqual(Array.from({ length: 3 }, () => VERSIONS[0].version));
});

test('every version has its words, in both languages, as an earlier version takes them; days never go back', () => {
  const notes = newestNotes(VERSIONS.length);
  const changes = { version: VERSIONS[0].version, build: '0123456789ab', notes };
  expect(parseUpdateChanges(changes)).toEqual(changes);
  for (const { ja, en } of notes) {
    expect(ja).toHaveLength(en.length);
    for (const line of [...ja, ...en]) expect(line).toBe(line.trim());
    expect(en.filter((line) => /[\u3041-\u30ff\u4e00-\u9fff]/.test(line))).toEqual([]);
  }
  const days = notes.map(({ date }) => date);
  expect(days).toEqual(days.toSorted().toReversed());
  expect(newestNotes(1).map(({ version }) => version)).toEqual([VERSIONS[0].version]);
});
