import { describe, expect, it } from 'vitest';
import { KEYRING_FILE_BYTES } from '../../../src/core/formats/consts.ts';
import { encodeKeyringFile } from '../../../src/core/formats/keyring-file.ts';
import type { Keyring } from '../../../src/core/formats/keyring.ts';
import { createHasher } from '../../../workers/vault/crypto/sha256.ts';
import { createDatabaseFolders } from '../../../workers/vault/storage/database-folders.ts';
import { createKeyringStore } from '../../../workers/vault/storage/keyring-store.ts';
import type { StoreFolder } from '../../../workers/vault/storage/store-folder.ts';
import { createFailingEngine } from '../../support/failing-store-engine.ts';
import type { MemoryFolders } from '../../support/failing-store-folder.ts';
import { createMemoryFolders } from '../../support/failing-store-folder.ts';
import type { Faults, FaultWay } from '../../support/failing-store.ts';
import { createFaults } from '../../support/failing-store.ts';

const STORE = 'AAAAAAAAAAAAAAAAAAAAAA';
const keyring = (label: string): Keyring =>
  ({
    version: 1,
    minReader: 1,
    state: 'live',
    vaultId: 'BBBBBBBBBBBBBBBBBBBBBA',
    storeId: STORE,
    label,
    experience: false,
    table: 'table\n',
    members: [],
    epochs: [{ epoch: 1, grants: [] }],
    unknown: [],
  }) as unknown as Keyring;

const hasher = await createHasher();
const make = async (): Promise<{ readonly faults: Faults; readonly folders: MemoryFolders; readonly folder: StoreFolder }> => {
  const faults = createFaults();
  const folders = createMemoryFolders(faults);
  return { faults, folders, folder: await folders.open(STORE) };
};

/** The last sequence that a reader takes. */
const END = Number.MAX_SAFE_INTEGER;

const plant = async (folder: StoreFolder, sequence: number, content: Keyring): Promise<void> => {
  const bytes = encodeKeyringFile({ sequence, keyring: content }, hasher.sha256);
  if (!bytes.ok) throw new Error(bytes.error);
  for (const name of ['keyring-a', 'keyring-b']) await folder.write(name, bytes.value);
};

const sequenceOf = (folders: MemoryFolders, name: string): bigint => new DataView(folders.fileOf(STORE, name)!.buffer).getBigUint64(8);

describe('keyring slots', () => {
  it('both hold the same document, 128 KiB each', async () => {
    const { folders, folder } = await make();
    const store = createKeyringStore(folder, hasher.sha256);
    expect(await store.read()).toEqual({ ok: false, error: { type: 'KeyringMissing' } });
    for (const label of ['one', 'two', 'three']) {
      expect(await store.write(keyring(label))).toEqual({ ok: true, value: null });
      expect(await store.read()).toMatchObject({ ok: true, value: { keyring: { label }, twin: true } });
    }
    const [a, b] = ['keyring-a', 'keyring-b'].map((name) => folders.fileOf(STORE, name)!);
    expect(a).toEqual(b);
    expect(a).toHaveLength(KEYRING_FILE_BYTES);
    // Nothing of what stood there before.
    expect(new TextDecoder().decode(a)).not.toContain('two');
  });

  it.each([['write', 1], ['writeEach', 1], ['write', END], ['writeEach', END]] as const)('%s behind sequence %d: a fault at every call leaves the earlier or the new document, and a second try makes it the new', async (method, sequence) => {
    const ways: readonly FaultWay[] = ['lost', 'reported', 'torn'];
    for (const way of ways) {
      for (const sticky of [false, true]) {
        for (let at = 1; ; at += 1) {
          const { faults, folder } = await make();
          const store = createKeyringStore(folder, hasher.sha256);
          await plant(folder, sequence, keyring('old'));
          faults.arm({ at, way, error: 'QuotaExceededError', sticky, sites: () => true });
          const written = await store[method](keyring('new'));
          const fired = faults.fired();
          faults.disarm();
          const where = `${way} ${sticky ? 'sticky ' : ''}at ${at}`;
          const found = await store.read();
          expect(found.ok, where).toBe(true);
          if (!found.ok) continue;
          expect(['old', 'new'], where).toContain(found.value.keyring.label);
          if (written.ok) expect(found.value, where).toMatchObject({ keyring: { label: 'new' }, twin: true });
          else expect(written.error, where).toEqual({ type: 'StorageFull' });
          expect(await store[method](keyring('new')), where).toEqual({ ok: true, value: null });
          expect(await store.read(), where).toMatchObject({ ok: true, value: { keyring: { label: 'new' }, twin: true } });
          if (fired === 0) break;
        }
      }
    }
  });

  it('behind the last sequence, which somebody may plant, they count anew', async () => {
    const { folder, folders } = await make();
    const store = createKeyringStore(folder, hasher.sha256);
    await plant(folder, END, keyring('planted'));
    for (const [label, sequence] of [['one', 1n], ['two', 2n]] as const) {
      expect(await store.write(keyring(label))).toEqual({ ok: true, value: null });
      expect(await store.read()).toMatchObject({ ok: true, value: { keyring: { label }, twin: true } });
      for (const name of ['keyring-a', 'keyring-b']) expect(sequenceOf(folders, name)).toBe(sequence);
    }
    await plant(folder, END - 1, keyring('planted'));
    expect(await store.write(keyring('last'))).toEqual({ ok: true, value: null });
    expect(sequenceOf(folders, 'keyring-a')).toBe(BigInt(END));
  });

  it('a write that the disk did not keep is not believed', async () => {
    const { folder, folders } = await make();
    const forgetful: StoreFolder = { ...folder, write: (name, bytes) => folder.write(name, name === 'keyring-b' ? bytes.slice(0, 4096) : bytes) };
    const store = createKeyringStore(forgetful, hasher.sha256);
    expect(await store.write(keyring('x'))).toEqual({ ok: false, error: { type: 'StorageFailed', name: 'ReadBackError' } });
    expect(folders.fileOf(STORE, 'keyring-a')).toHaveLength(KEYRING_FILE_BYTES);
  });

  it('erasing leaves zeros in both, and no keyring', async () => {
    const { folder, folders } = await make();
    const store = createKeyringStore(folder, hasher.sha256);
    await store.write(keyring('secret'));
    expect(await store.erase()).toEqual({ ok: true, value: null });
    for (const name of ['keyring-a', 'keyring-b']) expect(folders.fileOf(STORE, name)!.every((byte) => byte === 0)).toBe(true);
    expect(await store.read()).toEqual({ ok: false, error: { type: 'KeyringMissing' } });
  });

  it('never writes over a keyring of a newer program', async () => {
    const { folder } = await make();
    const store = createKeyringStore(folder, hasher.sha256);
    await store.write({ ...keyring('newer'), version: 9, minReader: 9 });
    expect(await store.read()).toEqual({ ok: false, error: { type: 'NewerFormat', found: 9 } });
    expect(await store.write(keyring('older'))).toEqual({ ok: false, error: { type: 'NewerFormat', found: 9 } });
  });

  it('lies in IndexedDB where files are missing, with the same interface', async () => {
    const engine = createFailingEngine(createFaults());
    const folders = createDatabaseFolders(engine);
    expect(folders.kind).toBe('database');
    const store = createKeyringStore(await folders.open(STORE), hasher.sha256);
    await store.write(keyring('in the database'));
    const other = createDatabaseFolders(engine);
    expect(await other.list()).toEqual([STORE]);
    expect(await createKeyringStore(await other.open(STORE), hasher.sha256).read()).toMatchObject({ ok: true, value: { keyring: { label: 'in the database' }, twin: true } });
    await other.remove(STORE);
    expect(await folders.list()).toEqual([]);
    expect(engine.durabilities.every((durability) => durability === 'strict')).toBe(true);
  });
});
