import { expect, test } from 'vitest';
import { takeOver } from '../../../../src/app/sw/take-over.ts';

/** `hears`: which ask the waiting version follows. */
const bench = (hears: number) => {
  const did: string[] = [];
  const asks = (): number => did.filter((act) => act === 'ask').length;
  return {
    did,
    platform: {
      isWaiting: async () => Promise.resolve(asks() < hears),
      ask: () => void did.push('ask'),
      mayReload: () => true,
      wait: async (ms: number) => Promise.resolve(void did.push(`wait ${ms}`)),
      reload: () => void did.push('reload'),
    },
  };
};

test('nothing waits any more: the page is only reloaded', async () => {
  const { platform, did } = bench(0);
  expect(await takeOver(platform)).toBe(true);
  expect(did).toEqual(['reload']);
});

test('a version that goes back to waiting is asked again', async () => {
  const { platform, did } = bench(2);
  await takeOver(platform);
  expect(did).toEqual(['ask', 'wait 3000', 'ask', 'wait 3000', 'reload']);
});

test('a version that never hears is asked four times, and the page is reloaded: it was said to the user', async () => {
  const { platform, did } = bench(Infinity);
  await takeOver(platform);
  expect(did.filter((act) => act === 'ask')).toHaveLength(4);
  expect(did.at(-1)).toBe('reload');
});

test('a page in which something would be lost by now stays', async () => {
  const { platform, did } = bench(2);
  expect(await takeOver({ ...platform, mayReload: () => did.length < 4 })).toBe(false);
  expect(did).toEqual(['ask', 'wait 3000', 'ask', 'wait 3000']);
});

test('a browser that does not say what waits gets its reload', async () => {
  const { platform, did } = bench(0);
  await takeOver({ ...platform, isWaiting: async () => Promise.reject(new DOMException('no', 'InvalidStateError')) });
  expect(did).toEqual(['reload']);
});
