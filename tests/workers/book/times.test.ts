import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../src/core/domain/result.ts';
import type { JsonObject, JsonValue } from '../../../src/core/formats/canonical.ts';
import { MAX_TIME } from '../../../src/core/formats/limits.ts';
import { parseHead } from '../../../workers/vault/audit/head.ts';
import { COPIES_NO } from '../../../workers/vault/book/layout.ts';
import { parseNumberPage } from '../../../workers/vault/book/number-page.ts';
import { parsePersonPage } from '../../../workers/vault/book/person-page.ts';
import { readCopies } from '../../../workers/vault/copy/copy-ledger.ts';
import { parseSettings } from '../../../workers/vault/session/vault-settings.ts';

/** The example of the specification for a place, as text. */
const spec = readFileSync(path.join(import.meta.dirname, '../../../public/spec/page-v1.md'), 'utf8');
const exampleOf = (kind: string, no = 0): string => spec.split('\n').find((line) => line.startsWith(`{"page":["own","${kind}",${no}]`)) ?? '';

const readsCopies = async (content: JsonObject): Promise<boolean> => {
  const book = { head: { pages: [{ kind: 'setting', no: COPIES_NO }] } };
  return (await readCopies(book as never, { read: async () => Promise.resolve(ok(content)) } as never)).ok;
};
const contentOf = (text: string): JsonObject => {
  const { page: _, schema: __, ...content } = JSON.parse(text) as Record<string, JsonValue>;
  return content;
};

test.each([
  ['head', exampleOf('head'), ['lastTime'], (content: JsonObject) => parseHead(content) !== null],
  ['person', exampleOf('person'), ['registeredAt', 'changedAt'], (content: JsonObject) => parsePersonPage(0, content) !== null],
  ['number', exampleOf('number'), ['from', 'to'], (content: JsonObject) => parseNumberPage(0, content) !== null],
  ['settings', exampleOf('setting').replace('"members"', '"clockTrustedAt":null,"members"'), ['rehearsedAt', 'kitMadeAt', 'clockTrustedAt'], (content: JsonObject) => parseSettings(content) !== null],
  ['copies', exampleOf('setting', COPIES_NO).replace('"sha256"', '"brokenUntil":null,"sha256"'), ['madeAt', 'verifiedAt', 'brokenUntil'], readsCopies],
])('%s: a time that no date can express is none', async (_, text, names, isRead) => {
  for (const name of names) {
    const withTime = (time: number): JsonObject => {
      const changed = text.replace(new RegExp(`"${name}":(null|\\d+)`), `"${name}":${time}`);
      expect(changed, name).not.toBe(text);
      return contentOf(changed);
    };
    expect(await isRead(withTime(MAX_TIME)), name).toBe(true);
    expect(await isRead(withTime(MAX_TIME + 1)), name).toBe(false);
  }
});
