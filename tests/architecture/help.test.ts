import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { help as en } from '../../src/i18n/en/help.ts';
import { HELP_IDS } from '../../src/i18n/help-texts.ts';
import { help as ja } from '../../src/i18n/ja/help.ts';
import { root } from './source.ts';

/** The help leaves out a picture that cannot be had, and says nothing: nobody would notice a missing one. */
describe.each([
  ['ja', ja],
  ['en', en],
])('pictures of the help, %s', (language, { texts }) => {
  const folder = path.join(root, 'public/help', language);

  test('there is one for every topic that tells of a screen, and none for a topic that is no more', () => {
    const wanted = HELP_IDS.filter((id) => texts[id].keys === undefined).map((id) => `${id}.webp`);
    expect(wanted.length).toBeGreaterThan(20);
    expect(readdirSync(folder).toSorted()).toEqual(wanted.toSorted());
  });

  test('each is a picture', () => {
    for (const file of readdirSync(folder)) {
      const bytes = readFileSync(path.join(folder, file)).toString('latin1', 0, 12);
      expect(`${bytes.slice(0, 4)} ${bytes.slice(8)}`, file).toBe('RIFF WEBP');
    }
  });
});
