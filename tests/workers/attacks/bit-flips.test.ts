import { describe, expect, it } from 'vitest';
import { flipRows } from '../../campaigns/flips/run-flips.ts';

// A4, A5: one bit flipped, or the end cut off. A sample of what `npm run campaign:flips` does whole; strides are primes, so that every
// kind of byte and every bit of one comes up.

const STRIDES: readonly (readonly [name: RegExp, stride: number, atLeast: number])[] = [
  [/^copy of the other implementation, every bit/, 151, 700],
  [/^copy of the other implementation, every length/, 23, 600],
  [/^copy of the app, every bit/, 401, 700],
  [/^copy of the app, every length/, 67, 600],
  [/^keyring file, every bit/, 1031, 2000],
  [/^keyring file, every length/, 397, 600],
  [/^keyring document, every bit/, 83, 250],
];

const rows = await flipRows();

describe('one bit flipped, or cut short', { timeout: 120_000 }, () => {
  it('has a stride for everything the campaign looks at', () => {
    expect(rows.map(({ name }) => STRIDES.filter(([known]) => known.test(name)).length)).toEqual(rows.map(() => 1));
  });

  it.each(rows)('$name', async ({ name, run }) => {
    const [, stride = 1, atLeast = 1] = STRIDES.find(([known]) => known.test(name)) ?? [];
    const tally = await run({ from: stride >> 1, of: stride });
    expect(tally.failures).toEqual([]);
    expect(tally.failed).toBe(0);
    expect(tally.runs).toBeGreaterThanOrEqual(atLeast);
  });
});
