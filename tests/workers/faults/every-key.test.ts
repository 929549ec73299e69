import { expect, it, vi } from 'vitest';
import { runOnInstrument } from './support/on-instrument.ts';

// A28: the other half of every-call.test.ts, which says what is asked: places of cryptography, files that somebody gives, the verifier's keys.

const MOST = Number(process.env['KINKO_FAULTS'] ?? '1');

it('every call of cryptography and every read of a given file fails in every way: old or new, whole, and nothing acknowledged lost', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const { problems, runs, made, sites, wanted } = await runOnInstrument({ of: 'keys', most: MOST });
  if (MOST > 1) process.stdout.write(`${runs} runs at ${sites.size} places, ${problems.length} problems\n`);
  expect(problems).toEqual([]);
  expect(made).toEqual(wanted);
  expect(Object.keys(wanted).length).toBeGreaterThan(25);
  expect(Object.keys(wanted).filter((site) => /^v.*arrayBuffer/.test(site))).toHaveLength(3);
  expect(Object.values(made).filter((kinds) => kinds.includes('told')).length).toBeGreaterThan(4);
  expect(runs).toBeGreaterThan(100);
}, 3_600_000);
