import { readFileSync } from 'node:fs';
import { transformWithOxc } from 'vite';
import { distDir, expect, test } from './support/fixtures.ts';
import { VAULT_PAGE, withVaultPage } from './support/vault-page/vault-page.ts';

// Engines of today read and write base64 themselves; Node 20, in which the unit tests run, does not, so that they try our loops alone. Here
// both are asked the same in the engine that has both: what the platform takes that we must refuse, and every length there is.

const SOURCE = new URL('../../src/core/formats/base64url.ts', import.meta.url);

/** In the page, as text: answers of the module to every text of up to four characters that could be misread, and to longer ones and bytes. */
const ASK = `async () => {
  const { encodeBase64, encodeBase64url, isBase64urlOf, parseBase64, parseBase64url } = await import('./base64url.js');
  const chars = [...'ABQgwz09+/-_= \\n\\u00c1'];
  const texts = [''];
  for (let from = 0, length = 0; length < 4; length += 1) {
    const to = texts.length;
    for (; from < to; from += 1) for (const char of chars) texts.push(texts[from] + char);
  }
  let state = 1;
  const below = (most) => (state = (state * 48271) % 2147483647) % most;
  for (let n = 0; n < 20000; n += 1) {
    const written = btoa(String.fromCharCode(...Array.from({ length: below(40) }, () => below(256))));
    const url = written.replaceAll('+', '-').replaceAll('/', '_');
    const text = [written, url, url.replaceAll('=', '')][below(3)];
    const at = below(text.length + 1);
    texts.push(text, text.slice(0, at) + chars[below(chars.length)] + text.slice(at + below(2)));
  }
  const said = (bytes) => (bytes === null ? '-' : Array.from(bytes).join(' '));
  const ask = () => [
    ...texts.map((text) => said(parseBase64(text)) + '|' + said(parseBase64url(text)) + '|' + isBase64urlOf(text, 2, 3)),
    ...Array.from({ length: 300 }, (_, length) => {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 89 + length) % 256);
      // A part of a larger buffer is not the buffer.
      return encodeBase64(bytes) + encodeBase64url(bytes) + encodeBase64url(bytes.subarray(1));
    }),
  ];
  const has = typeof Uint8Array.fromBase64 === 'function' && typeof Uint8Array.prototype.toBase64 === 'function';
  const byPlatform = ask();
  delete Uint8Array.fromBase64;
  delete Uint8Array.prototype.toBase64;
  const byLoops = ask();
  const differ = byLoops.flatMap((answer, at) => (answer === byPlatform[at] ? [] : [JSON.stringify(texts[at]) + ': ' + byPlatform[at] + ' not ' + answer]));
  const taken = byLoops.filter((answer) => !answer.startsWith('-|-')).length;
  return { has, asked: byLoops.length, taken, differ: differ.slice(0, 20) };
}`;

interface Answer {
  readonly has: boolean;
  readonly asked: number;
  readonly taken: number;
  readonly differ: readonly string[];
}

test('base64 of the platform and of our loops are one', async ({ page, ownApp }) => {
  const proofs = withVaultPage(distDir);
  const { code } = await transformWithOxc(readFileSync(SOURCE, 'utf8'), 'base64url.ts');
  const app = await ownApp({ replace: (file) => (file === '/proofs/base64url.js' ? code : proofs(file)) });
  await page.goto(app.url + VAULT_PAGE);
  await page.locator('body', { hasText: 'ready' }).waitFor();
  const { has, asked, taken, differ } = (await page.evaluate(`(${ASK})()`)) as Answer;
  expect(has).toBe(true);
  expect(differ).toEqual([]);
  expect(asked).toBeGreaterThan(100_000);
  // Not all of them are refused.
  expect(taken).toBeGreaterThan(10_000);
});
