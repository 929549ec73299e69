import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { CivilDate } from '../../src/core/domain/date/civil-date.ts';
import { isCorporateNumber } from '../../src/core/domain/number/corporate-number.ts';
import { isIndividualNumber } from '../../src/core/domain/number/individual-number.ts';
import { parseKana, parseName } from '../../src/core/domain/text/name.ts';
import { KDF_POLICY, policyToParams } from '../../workers/vault/crypto/kdf.ts';
import { loadIndependentVerifier } from '../support/independent-verifier.ts';
import { checkRestore } from '../support/sample/sample-check.ts';
import { samplePeople } from '../support/sample/sample-people.ts';
import type { SampleVault } from '../support/sample/sample-vault.ts';
import { makeSampleVault } from '../support/sample/sample-vault.ts';
import { SAMPLE_FILES } from '../support/sample/write-sample.ts';
import { createFastSlots } from './session/support/fast-slots.ts';

const root = path.resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(path.join(tmpdir(), 'kinko-sample-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const UNTIL = '2026-11-20' as CivilDate;
const START = '2025-03-30' as CivilDate;
const make = (seed: string): Promise<SampleVault> =>
  makeSampleVault({ people: 14, entries: 400, seed, until: UNTIL, createSlots: createFastSlots });

/** What an entry says, without what hangs on keys: hashes, the vault's id. */
const actsOf = async (vault: SampleVault): Promise<readonly unknown[]> =>
  (await vault.log.text())
    .split('\n')
    .filter((line) => line.startsWith('["kinko-log/1"'))
    .map((line) => {
      const entry = JSON.parse(line) as readonly unknown[];
      return [entry[2], entry[3], entry[5], entry[6], entry[8], entry[9], entry[10]];
    });

test('people are believable: own numbers that pass, names and readings that parse, families and a boss', () => {
  const people = samplePeople({ count: 1000, seed: 'many', start: START, until: UNTIL });
  expect(people.length).toBe(1000);
  expect(people.filter(({ kind }) => kind === 'owner').length).toBe(1);
  const numbers = people.flatMap(({ number }) => number ?? []);
  expect(numbers.length).toBeGreaterThan(700);
  expect(numbers.filter((number) => !isIndividualNumber(number) || !number.startsWith('9000'))).toEqual([]);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(people.filter(({ name, kana }) => !parseName(name).ok || !parseKana(kana).ok || kana === '')).toEqual([]);
  const companies = people.flatMap(({ corporateNumber }) => corporateNumber ?? []);
  expect(companies.length).toBeGreaterThan(20);
  expect(companies.filter((number) => !isCorporateNumber(number) || number.slice(1, 5) !== '9999')).toEqual([]);
  const orphans = people.filter(({ kind, parent }) => (kind === 'dependant') !== (parent !== null && ['owner', 'employee'].includes(people[parent]?.kind ?? '')));
  expect(orphans).toEqual([]);
  for (const count of [1, 2, 3, 5, 8]) expect(samplePeople({ count, seed: 'few', start: START, until: UNTIL }).length).toBe(count);
});

test('the same seed tells the same story, another seed another one; the copy comes back both ways', { timeout: 120_000 }, async () => {
  const [first, second, other] = [await make('a'), await make('a'), await make('b')];
  expect(second.people).toEqual(first.people);
  expect(second.numbers).toEqual(first.numbers);
  expect([second.label, second.password, second.recoveryCode]).toEqual([first.label, first.password, first.recoveryCode]);
  expect(await actsOf(second)).toEqual(await actsOf(first));
  expect(other.people).not.toEqual(first.people);
  expect(other.recoveryCode).not.toBe(first.recoveryCode);
  expect(other.password).not.toBe(first.password);

  // One number was replaced: the earlier one is kept with its end.
  expect(first.counts).toEqual({ persons: 14, numbers: first.numbers.length + 1, entries: 400 });
  const actions = new Set((await actsOf(first)).map((act) => (act as readonly unknown[])[4]));
  const story = 'create kit-rehearsed register number-put cancel copy-made copy-verified import source-destroyed lock unlock clock-confirmed';
  const acts = `${story} setting-changed change reveal match use number-replace password-changed unlock-failed chain-verified export`.split(' ');
  expect(acts.filter((action) => !actions.has(action))).toEqual([]);

  const { verifyLog } = await loadIndependentVerifier();
  const log = new Uint8Array(await first.log.arrayBuffer());
  expect(verifyLog(log, { checkpoint: first.checkpoint })).toMatchObject({ ok: true, entries: 400, kept: { result: 'consistent', size: 400 } });
  await checkRestore(first, 'password', createFastSlots);
  await checkRestore(first, 'recovery', createFastSlots);
  await expect(checkRestore({ ...first, counts: { ...first.counts, persons: 13 } }, 'password', createFastSlots)).rejects.toThrow('counts');
  const swapped = first.numbers.map(({ id }, at, all) => ({ id, number: all[(at + 1) % all.length]?.number ?? '' }));
  await expect(checkRestore({ ...first, numbers: swapped }, 'password', createFastSlots)).rejects.toThrow('a number');
});

test('the command writes five files with the real KDF, and checks them', { timeout: 120_000 }, () => {
  const out = path.join(scratch, 'made');
  const call = (...more: readonly string[]) =>
    spawnSync(process.execPath, ['tests/tools/sample.mjs', ...more], { cwd: root, encoding: 'utf8' });
  expect(call('--people', '0', '--out', out).status).toBe(2);
  expect(call('--people', '3').stderr).toContain('npm run sample');
  const { status, stdout, stderr } = call('--people', '3', '--entries', '150', '--seed', 'x', '--out', out);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/: 3 persons, \d numbers, 150 entries\n/);
  expect(stdout).toContain('restored with the password');
  expect(stdout).toContain('restored with the recovery code');
  expect(stdout).toContain('no problem (150 entries)');
  expect(readdirSync(out).toSorted()).toEqual(Object.values(SAMPLE_FILES).toSorted());
  const container = readFileSync(path.join(out, SAMPLE_FILES.container), 'utf8');
  const member = container.split('\n').find((line) => line.startsWith('{"member"')) ?? '';
  expect(member).toContain(`"kind":"password","generation":1,"kdf":"argon2id","params":${JSON.stringify(policyToParams(KDF_POLICY))}`);
});
