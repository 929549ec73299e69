import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { encodeBase64, encodeBase64url, parseBase64, parseBase64url } from '../../../src/core/formats/base64url.ts';

// A browser's own functions, which not every Node has: they refuse what is no digit, and take other spellings of the same bytes.
const asked = vi.fn();

interface Spelling {
  readonly alphabet: 'base64' | 'base64url';
}

const fromBase64 = (text: string, { alphabet }: Spelling): Uint8Array => {
  asked(text);
  if (/[^A-Za-z0-9+/=_-]/.test(text)) throw new SyntaxError('no digit');
  return new Uint8Array(Buffer.from(text, alphabet));
};

const toBase64 = function (this: Uint8Array, { alphabet }: Spelling): string {
  return Buffer.from(this).toString(alphabet);
};

const holders = [
  [Uint8Array, 'fromBase64', fromBase64],
  [Uint8Array.prototype, 'toBase64', toBase64],
] as const;
const before = holders.map(([holder, name]) => Object.getOwnPropertyDescriptor(holder, name));

beforeEach(() => {
  for (const [holder, name, value] of holders) Object.defineProperty(holder, name, { value, configurable: true, writable: true });
});

afterEach(() => {
  for (const [at, [holder, name]] of holders.entries()) {
    const own = before[at];
    if (own === undefined) Reflect.deleteProperty(holder, name);
    else Object.defineProperty(holder, name, own);
  }
});

it('the platform writes and reads where it can', () => {
  const bytes = Uint8Array.of(255, 254, 253, 252);
  expect([encodeBase64url(bytes), encodeBase64(bytes)]).toEqual(['__79_A', '//79/A==']);
  expect([parseBase64url('__79_A'), parseBase64('//79/A==')]).toEqual([bytes, bytes]);
  expect(asked.mock.calls).toEqual([['__79_A'], ['//79/A==']]);
});

it.each(['__79_A==', '//79/A', '__79_B', '__7 9_A', '__79_'])('what the platform takes and we do not is refused: %j', (text) => {
  expect(parseBase64url(text)).toBeNull();
});

it.each(['//79/A', '__79_A==', '//79/B==', '//7 9/A=='])('the same in notes: %j', (text) => {
  expect(parseBase64(text)).toBeNull();
});
