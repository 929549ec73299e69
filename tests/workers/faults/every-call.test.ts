import { expect, it, vi } from 'vitest';
import { NO_USE_CASE } from './support/no-use-case.ts';
import { runOnInstrument } from './support/on-instrument.ts';

// A27, A28: every place in storage and cryptography where the platform is asked for something, and every place where a file is read that
// somebody gives, fails, in up to seven ways, while a user does something; then the vault is opened anew. Old or new state, whole; its record
// verifies; nothing that was acknowledged is lost. The places are found in the code: a new one that no use case comes by fails this test, and
// so does a new method of the vault that no use case calls. Here those of storage; all others in every-key.test.ts, beside it.
//
// KINKO_FAULTS=99 lets each place fail in every use case that comes by, not in one.

const MOST = Number(process.env['KINKO_FAULTS'] ?? '1');

/** Places that no single fault reaches, and why. */
const BEYOND: Readonly<Record<string, string>> = {
  'storage/keyring-store.ts#isWhole: folder.read': 'asked of a file that has just refused to be written',
  'storage/keyring-store.ts#passes: passes': 'the same question, where it is put',
};

it('every call of storage fails in every way: old or new, whole, and nothing acknowledged lost', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { problems, runs, called, methods, made, sites, wanted } = await runOnInstrument({ of: 'storage', most: MOST });
  if (MOST > 1) process.stdout.write(`${runs} runs at ${sites.size} places, ${problems.length} problems\n`);
  expect(problems).toEqual([]);
  expect([...called, ...Object.keys(NO_USE_CASE)].toSorted()).toEqual(methods);
  const reachable = Object.fromEntries(Object.entries(wanted).filter(([site]) => !Object.hasOwn(BEYOND, site)));
  expect(made).toEqual(reachable);
  // The instrument sees what it is there for.
  expect(sites.size).toBeGreaterThan(75);
  expect(Object.keys(wanted).length).toBeGreaterThan(40);
  expect(Object.keys(BEYOND).filter((site) => !sites.has(site))).toEqual([]);
  expect(runs).toBeGreaterThan(300);
}, 3_600_000);
