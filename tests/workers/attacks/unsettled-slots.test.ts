import { describe, expect, it } from 'vitest';
import { createDatabaseFolders } from '../../../workers/vault/storage/database-folders.ts';
import type { Keyring } from '../../../src/core/formats/keyring.ts';
import type { RehearsedVault } from '../service/support.ts';
import { fields, makeRehearsedVault, numberOf, personId } from '../service/support.ts';
import type { TestWorker } from '../session/support/device.ts';
import { createTestDevice, errorOf, INPUT, must, NEXT_PASSWORD, PASSWORD } from '../session/support/device.ts';
import { silentFiles } from './silent-files.ts';

// A27: the database has the new keys or ways in, and the keyring files do not take that the old ones go. What was told as gone goes as
// soon as the files answer again: behind the next commit, at the lock, at the next unlock.

const id = personId();

const CHANGES: readonly (readonly [name: string, writes: number, change: (worker: TestWorker) => Promise<string>])[] = [
  ['a cancelled registration', 2, async ({ api }) => errorOf(await api.cancelPersons([id]))],
  ['a changed password', 4, async ({ api }) => errorOf(await api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD }))],
  ['a new recovery code', 4, async ({ api }) => errorOf(await api.renewKit({ password: PASSWORD }))],
  ['a suspected leak', 2, async ({ api }) => errorOf(await api.suspectLeak({ password: PASSWORD, nextPassword: NEXT_PASSWORD }))],
];

interface Silenced extends RehearsedVault {
  /** Open, and keyring files that answer to `left.writes` more writes. */
  readonly open: TestWorker;
  readonly left: { writes: number };
  readonly slotsOnDisk: () => Promise<{ readonly keyring: Keyring; readonly twin: boolean }>;
}

const silenced = async (): Promise<Silenced> => {
  const vault = await makeRehearsedVault();
  const { device, worker } = vault;
  must(await worker.api.registerPerson({ id, fields: fields() }));
  must(await worker.api.enterNumber({ personId: id, text: numberOf(1), again: null, replaces: false, sameAs: null }));
  must(await worker.api.lock());
  const left = { writes: Infinity };
  const folders = silentFiles(device.folders, (name) => name.startsWith('keyring') && (left.writes -= 1) < 0);
  const open = await device.boot({ folders });
  must(await vault.unlock(open));
  return { ...vault, open, left, slotsOnDisk: async () => must(await (await device.keyringOf(vault.storeId)).read()) };
};

const waysAndEpochs = ({ members, epochs }: Keyring): readonly string[] => [
  ...members.flatMap(({ slots }) => slots.map((slot) => slot.id)),
  ...epochs.map(({ epoch }) => `epoch ${epoch}`),
];

/** A password, a recovery code and one epoch: what a change leaves when every file answers. */
const expectOnlyNew = ({ members, epochs }: Keyring): void => {
  expect(members[0]?.slots.map((slot) => slot.kind).toSorted()).toEqual(['password', 'recovery']);
  expect(epochs).toHaveLength(1);
};

const oldKeys = ({ events }: TestWorker): readonly boolean[] => events.flatMap((event) => (event.type === 'OldKeys' ? [event.left] : []));

describe.each(CHANGES)('%s whose old keys stay', (_name, writes, change) => {
  it('is told so, and they go behind the next commit', async () => {
    const vault = await silenced();
    const before = waysAndEpochs((await vault.slotsOnDisk()).keyring);
    vault.left.writes = writes;
    expect(await change(vault.open)).toBe('ok');
    expect(oldKeys(vault.open)).toEqual([true]);
    expect(waysAndEpochs((await vault.slotsOnDisk()).keyring).length).toBeGreaterThan(before.length);

    vault.left.writes = Infinity;
    must(await vault.open.api.registerPerson({ id: personId(), fields: fields() }));
    await must(vault.open.vaultRef.current()).writer.idle();
    const { keyring, twin } = await vault.slotsOnDisk();
    expect(twin).toBe(true);
    expectOnlyNew(keyring);
    expect(waysAndEpochs(keyring)).not.toEqual(before);
    expect(oldKeys(vault.open)).toEqual([true, false]);
  });

  it('loses them at the lock', async () => {
    const vault = await silenced();
    vault.left.writes = writes;
    expect(await change(vault.open)).toBe('ok');
    await must(vault.open.vaultRef.current()).writer.idle();
    vault.left.writes = Infinity;
    must(await vault.open.api.lock());
    const { keyring, twin } = await vault.slotsOnDisk();
    expect(twin).toBe(true);
    expectOnlyNew(keyring);
  });
});

it('what was removed is not told as gone while its keys are owed, nor without OPFS', async () => {
  const vault = await silenced();
  const twin = personId();
  must(await vault.open.api.registerPerson({ id: twin, fields: fields() }));
  vault.left.writes = 2;
  expect(must(await vault.open.api.cancelPersons([id]))).toEqual({ oldKeys: 'owed' });
  vault.left.writes = Infinity;
  expect(must(await vault.open.api.cancelPersons([twin]))).toEqual({ oldKeys: 'gone' });

  const [keep, drop] = [personId(), personId()];
  for (const one of [keep, drop]) must(await vault.open.api.registerPerson({ id: one, fields: fields() }));
  await must(vault.open.vaultRef.current()).writer.idle();
  vault.left.writes = 2;
  expect(must(await vault.open.api.mergePersons({ keep, drop }))).toEqual({ oldKeys: 'owed' });

  const device = await createTestDevice();
  const { api } = await device.boot({ folders: createDatabaseFolders(device.engine) });
  must(await api.createVault(INPUT));
  must(await api.registerPerson({ id, fields: fields() }));
  expect(must(await api.cancelPersons([id]))).toEqual({ oldKeys: 'traces' });
});

it('what an unlock cannot clear away goes behind its own entry or the next', async () => {
  const vault = await silenced();
  const { device, left } = vault;
  left.writes = 2;
  expect(errorOf(await vault.open.api.cancelPersons([id]))).toBe('ok');
  vault.open.kill();
  left.writes = 0;
  const next = await device.boot({ folders: silentFiles(device.folders, (name) => name.startsWith('keyring') && (left.writes -= 1) < 0) });
  must(await vault.unlock(next));
  await must(next.vaultRef.current()).writer.idle();
  expect((await vault.slotsOnDisk()).keyring.epochs).toHaveLength(2);
  expect(oldKeys(next)).toEqual([true]);
  left.writes = Infinity;
  must(await next.api.lock());
  expectOnlyNew((await vault.slotsOnDisk()).keyring);
  expect(oldKeys(next)).toEqual([true, false]);
});

it('a failed change whose slots could not be put back is undone at the lock', async () => {
  const vault = await silenced();
  const before = waysAndEpochs((await vault.slotsOnDisk()).keyring);
  vault.left.writes = 1;
  expect(errorOf(await vault.open.api.suspectLeak({ password: PASSWORD, nextPassword: NEXT_PASSWORD }))).toBe('StorageFailed');
  expect(waysAndEpochs((await vault.slotsOnDisk()).keyring)).not.toEqual(before);
  vault.left.writes = Infinity;
  must(await vault.open.api.lock());
  expect(waysAndEpochs((await vault.slotsOnDisk()).keyring)).toEqual(before);
  expect(errorOf(await vault.unlock(await vault.device.boot()))).toBe('ok');
});

it('no way in is changed while the slots still owe something', async () => {
  const vault = await silenced();
  vault.left.writes = 2;
  expect(errorOf(await vault.open.api.cancelPersons([id]))).toBe('ok');
  expect(await vault.open.api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD })).toEqual({
    ok: false,
    error: { type: 'StorageFailed', name: 'SlotsRefused' },
  });
  vault.left.writes = Infinity;
  must(await vault.open.api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD }));
  expectOnlyNew((await vault.slotsOnDisk()).keyring);
});
