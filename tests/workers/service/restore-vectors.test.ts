import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CopyCounts, RestoreInput } from '../../../src/core/contract/copy-api.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import { encodeRecoveryCode } from '../../../src/core/domain/recovery/recovery-code.ts';
import { KDF_POLICY } from '../../../workers/vault/crypto/kdf.ts';
import { createSlots } from '../../../workers/vault/crypto/slot.ts';
import { readVectors } from '../crypto/vectors.ts';
import type { TestWorker } from '../session/support/device.ts';
import { createTestDevice, must, NEXT_PASSWORD } from '../session/support/device.ts';
import { createVerifyBoth } from '../../support/verify-both.ts';

/** Copies that were not made by this build: those of the other implementation, and one that an earlier build of the app wrote. */
interface ContainerCase {
  readonly name: string;
  readonly file: string;
  readonly vaultId: string;
  readonly counts: CopyCounts;
  /** [logId, size, root] of every log, the own one last. */
  readonly logs: readonly (readonly [logId: string, size: number, root: string])[];
  readonly password: string;
  readonly code: string;
  readonly pages: readonly { readonly kind: string; readonly text: string }[];
}

interface Golden {
  readonly vaultId: string;
  readonly copyId: string;
  readonly password: string;
  readonly recoveryCode: string;
  readonly counts: CopyCounts;
  readonly label: string;
  readonly memberName: string;
  readonly persons: readonly { readonly id: PersonId; readonly name: string; readonly number: string | null }[];
}

const { cases } = readVectors('container-v1/must-pass.json') as { cases: readonly ContainerCase[] };
const { content: refused } = readVectors('container-v1/must-fail.json') as { content: readonly ContainerCase[] };
const golden = readVectors('container-v1/golden-app.json') as Golden;
const goldenFile = new Blob([readFileSync(new URL('../../vectors/container-v1/golden-app.kinko', import.meta.url))]);

const WAYS = ['password', 'recovery'] as const;

/** A device that never saw the vault, with the real KDF. */
const bootNew = async (): Promise<TestWorker> =>
  (await createTestDevice()).boot({ createSlots: (deps) => createSlots({ ...deps, policy: KDF_POLICY }) });

const inputOf = (way: (typeof WAYS)[number], file: Blob, { password, recoveryCode }: { readonly password: string; readonly recoveryCode: string }): RestoreInput => ({
  file,
  secret: way === 'password' ? { kind: 'password', password } : { kind: 'recovery', recoveryCode, newPassword: NEXT_PASSWORD },
  evenIfOlder: false,
});

/** The record of the restored vault, judged by both verifiers. */
const verifyExport = async ({ api }: TestWorker) => {
  const both = await createVerifyBoth();
  const { app, independent } = await both(new Uint8Array(await must(await api.exportLog('verify')).file.arrayBuffer()));
  expect(independent).toEqual(app);
  return app;
};

interface StoredPerson {
  readonly id: PersonId;
  readonly fields: { readonly name: string };
}

const personsOf = ({ pages }: ContainerCase): readonly StoredPerson[] =>
  pages.filter(({ kind }) => kind === 'person').flatMap(({ text }) => (JSON.parse(text) as { readonly persons: readonly StoredPerson[] }).persons);

const numbersOf = ({ pages }: ContainerCase): readonly { readonly person: PersonId; readonly value: string }[] =>
  pages.filter(({ kind }) => kind === 'number').flatMap(({ text }) => (JSON.parse(text) as { readonly numbers: readonly { readonly person: PersonId; readonly value: string }[] }).numbers);

describe.each(WAYS)('restored with the %s', (way) => {
  it.each(cases)('a copy of the other implementation: $name', async (one) => {
    const worker = await bootNew();
    const { api } = worker;
    const secrets = { password: one.password, recoveryCode: encodeRecoveryCode(Buffer.from(one.code, 'base64url')) };
    const restored = must(await api.restoreCopy(inputOf(way, new Blob([one.file]), secrets)));
    expect(restored.counts).toEqual(one.counts);
    expect(must(await api.viewSession())).toMatchObject({ vaultId: one.vaultId, label: '見本商店', memberName: '責任者' });
    expect(must(await api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 10 })).counts).toMatchObject({
      all: one.counts.persons,
      withNumber: one.counts.numbers,
    });
    for (const { id, fields } of personsOf(one)) expect(must(await api.viewPerson(id)).fields.name).toBe(fields.name);
    for (const { person, value } of numbersOf(one)) expect(must(await api.matchNumber({ personId: person, text: value })).matches).toBe(true);
    const report = await verifyExport(worker);
    expect(report).toMatchObject({ ok: true, problems: [] });
    expect(report.logs.slice(0, -1).map(({ logId, entries }) => [logId, entries])).toEqual(one.logs.map(([logId, size]) => [logId, size]));
  }, 60_000);

  it('a copy that the app wrote when the format was new', async () => {
    const worker = await bootNew();
    const { api } = worker;
    const restored = must(await api.restoreCopy(inputOf(way, goldenFile, golden)));
    expect(restored.counts).toEqual(golden.counts);
    const { vaultId, label, memberName } = golden;
    expect(must(await api.viewSession())).toMatchObject({ vaultId, label, memberName });
    for (const { id, name, number } of golden.persons) {
      const person = must(await api.viewPerson(id));
      expect([person.fields.name, person.hasNumber]).toEqual([name, number !== null]);
      if (number !== null) expect(must(await api.matchNumber({ personId: id, text: number })).matches).toBe(true);
    }
    expect(await verifyExport(worker)).toMatchObject({ ok: true, problems: [] });
  }, 60_000);
});

it.each(refused)('refused, though whole and signed: $name', async (one) => {
  const { api } = await bootNew();
  const secrets = { password: one.password, recoveryCode: encodeRecoveryCode(Buffer.from(one.code, 'base64url')) };
  const restored = await api.restoreCopy(inputOf('recovery', new Blob([one.file]), secrets));
  expect(restored).toMatchObject({ ok: false, error: { type: 'FileRefused', reason: 'Damaged' } });
}, 60_000);
