import type { VaultEvent } from '../../../../src/core/contract/events.ts';
import type { CreateVaultInput, KitContent, PageMark, SessionView } from '../../../../src/core/contract/session-api.ts';
import type { VaultError } from '../../../../src/core/contract/errors.ts';
import type { VaultApi } from '../../../../src/core/contract/vault-api.ts';
import type { MemberId, StoreId } from '../../../../src/core/domain/ids.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import type { Keyring } from '../../../../src/core/formats/keyring.ts';
import { createHasher } from '../../../../workers/vault/crypto/sha256.ts';
import type { VaultRef } from '../../../../workers/vault/session/open-vault.ts';
import type { VaultEnvironment } from '../../../../workers/vault/service/compose.ts';
import { composeVault } from '../../../../workers/vault/service/compose.ts';
import type { KeyringStore } from '../../../../workers/vault/storage/keyring-store.ts';
import { createKeyringStore } from '../../../../workers/vault/storage/keyring-store.ts';
import type { DeviceFolders } from '../../../../workers/vault/storage/store-folder.ts';
import type { FailingEngine } from '../../../support/failing-store-engine.ts';
import { createFailingEngine } from '../../../support/failing-store-engine.ts';
import type { MemoryFolders } from '../../../support/failing-store-folder.ts';
import { createMemoryFolders } from '../../../support/failing-store-folder.ts';
import type { Faults } from '../../../support/failing-store.ts';
import { createFaults } from '../../../support/failing-store.ts';
import type { FakeOrigin, FakeTab } from './fake-tabs.ts';
import { createOrigin } from './fake-tabs.ts';
import { createFastSlots } from './fast-slots.ts';

export const PASSWORD = 'kumo-no-ue no hirune 42';
export const NEXT_PASSWORD = 'ame ga furu mae ni kaeru 7';

export const INPUT: CreateVaultInput = {
  label: 'やまだ商店',
  entityType: 'sole',
  paysSalary: true,
  ownerName: '山田',
  password: PASSWORD,
};

/** A device of a test: its disk outlives every worker. */
export interface TestDevice {
  readonly faults: Faults;
  readonly folders: MemoryFolders;
  readonly engine: FailingEngine;
  readonly origin: FakeOrigin;
  readonly clock: { now: number };
  /** What pages of this device keep in localStorage. */
  readonly marks: Map<string, string>;
  /** A new worker with the services in it, as a page starts one. */
  readonly boot: (change?: Partial<VaultEnvironment>) => Promise<TestWorker>;
  readonly keyringOf: (storeId: string) => Promise<KeyringStore>;
  /** The keyring on the disk changed by hand, both slots. */
  readonly editKeyring: (storeId: string, change: (keyring: Keyring) => Keyring) => Promise<void>;
  /** The store's database, beside the vault's own code. */
  readonly openDatabase: (storeId: string) => Promise<IDBDatabase>;
  /** Every byte of files and pages, one behind the other. */
  readonly disk: () => Promise<Uint8Array>;
  /** All of the disk, and a way back to it. Marks that pages keep are not on it. */
  readonly snapshot: () => Promise<() => Promise<void>>;
  /** The same, with the pages' marks. */
  readonly snapshotAll: () => Promise<() => Promise<void>>;
}

export interface TestWorker {
  readonly api: VaultApi;
  readonly methods: ReadonlySet<string>;
  /** The open vault behind the api: what another program writes is written through it. */
  readonly vaultRef: VaultRef;
  readonly events: VaultEvent[];
  readonly tab: FakeTab;
  /** Memory gone, locks free; nothing more is written. */
  readonly kill: () => void;
}

/** The same folders, as long as the worker lives. What a dead one still has under way never ends, and writes nothing. */
const whileAlive = (folders: DeviceFolders, isDead: () => boolean): DeviceFolders => {
  const living = async <T>(work: () => Promise<T>): Promise<T> => (isDead() ? new Promise<T>(() => undefined) : work());
  return {
    ...folders,
    open: async (storeId) => {
      const folder = await folders.open(storeId);
      return {
        read: (name) => living(() => folder.read(name)),
        write: (name, bytes) => living(() => folder.write(name, bytes)),
        remove: (name) => living(() => folder.remove(name)),
      };
    },
  };
};

const copyFiles = (files: MemoryFolders['files']): MemoryFolders['files'] =>
  new Map([...files].map(([id, folder]) => [id, new Map([...folder].map(([name, bytes]) => [name, bytes.slice()]))]));

type Rows = readonly (readonly [key: IDBValidKey, value: unknown])[];
type Tables = ReadonlyMap<string, Rows>;

const dump = async (factory: IDBFactory): Promise<ReadonlyMap<string, Tables>> => {
  const databases = await factory.databases();
  const all = new Map<string, Tables>();
  for (const { name } of databases) if (name !== undefined) all.set(name, await withDatabase(factory, name, readAll));
  return all;
};

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('request')));
  });

const withDatabase = async <T>(factory: IDBFactory, name: string, work: (database: IDBDatabase) => Promise<T>): Promise<T> => {
  const database = await asked(factory.open(name));
  try {
    return await work(database);
  } finally {
    database.close();
  }
};

const readAll = async (database: IDBDatabase): Promise<Tables> => {
  const tables = new Map<string, Rows>();
  for (const table of database.objectStoreNames) {
    const store = database.transaction(table).objectStore(table);
    const [keys, values] = [await asked(store.getAllKeys()), await asked(store.getAll())];
    tables.set(table, keys.map((key, at) => [key, values[at]] as const));
  }
  return tables;
};

const writeAll = (tables: Tables) => async (database: IDBDatabase): Promise<void> => {
  for (const [table, rows] of tables) {
    const store = database.transaction(table, 'readwrite').objectStore(table);
    await asked(store.clear());
    for (const [key, value] of rows) await asked(store.put(value, key));
  }
};

const blobOf = (value: unknown): Uint8Array =>
  typeof value === 'object' && value !== null && 'blob' in value && value.blob instanceof Uint8Array ? value.blob : new Uint8Array();

export const createTestDevice = async (): Promise<TestDevice> => {
  const faults = createFaults();
  const engine = createFailingEngine(faults);
  const folders = createMemoryFolders(faults);
  const origin = createOrigin();
  const clock = { now: Date.UTC(2026, 10, 23, 1, 0, 0) };
  const marks = new Map<string, string>();
  const { sha256 } = await createHasher();
  const keyringOf = async (storeId: string): Promise<KeyringStore> => createKeyringStore(await folders.open(storeId), sha256);

  const snapshot = async (): Promise<() => Promise<void>> => {
    const files = copyFiles(folders.files);
    const databases = await dump(engine.indexedDB);
    return async () => {
      folders.files.clear();
      for (const [id, folder] of copyFiles(files)) folders.files.set(id, folder);
      for (const [name, tables] of databases) await withDatabase(engine.indexedDB, name, writeAll(tables));
    };
  };

  return {
    faults,
    folders,
    engine,
    origin,
    clock,
    marks,
    keyringOf,
    boot: async (change) => {
      const tab = origin.openTab();
      let dead = false;
      const composed = await composeVault({
        folders: whileAlive(folders, () => dead),
        engine,
        databaseNames: async () => (await engine.indexedDB.databases()).flatMap(({ name }) => name ?? []),
        locks: tab.locks,
        createChannel: tab.createChannel,
        fill: (bytes) => crypto.getRandomValues(bytes),
        now: () => (clock.now += 1000),
        build: 'test-build',
        createSlots: createFastSlots,
        ...change,
      });
      const events: VaultEvent[] = [];
      await composed.api.subscribe((event) => {
        if (dead) return;
        events.push(event);
        if (event.type === 'MarkMoved') marks.set(event.storeId, event.mark);
      });
      const kill = (): void => {
        dead = true;
        tab.kill();
      };
      return { ...composed, events, tab, kill };
    },
    editKeyring: async (storeId, change) => {
      const store = await keyringOf(storeId);
      const found = await store.read();
      if (!found.ok) throw new Error(found.error.type);
      const written = await store.write(change(found.value.keyring));
      if (!written.ok) throw new Error(written.error.type);
    },
    openDatabase: (storeId) => asked(engine.indexedDB.open(`kinko-${storeId}`)),
    disk: async () => {
      const files = [...folders.files.values()].flatMap((folder) => [...folder.values()]);
      const rows = [...(await dump(engine.indexedDB)).values()].flatMap((tables) => [...tables.values()].flat());
      return Buffer.concat([...files, ...rows.flatMap(([key, value]) => [Buffer.from(JSON.stringify(key)), blobOf(value)])]);
    },
    snapshot,
    snapshotAll: async () => {
      const back = await snapshot();
      const kept = [...marks];
      return async () => {
        await back();
        marks.clear();
        for (const [storeId, mark] of kept) marks.set(storeId, mark);
      };
    },
  };
};
export const must = <T, E>(result: Result<T, E>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export const errorOf = (result: Result<unknown, VaultError>): VaultError['type'] | 'ok' => (result.ok ? 'ok' : result.error.type);

export interface MadeVault {
  readonly worker: TestWorker;
  readonly kit: KitContent;
  readonly storeId: StoreId;
  readonly memberId: MemberId;
  readonly unlock: (worker: TestWorker, password?: string) => Promise<Result<SessionView, VaultError>>;
}

/** A vault on the device, open in `worker`. */
export const makeVault = async (device: TestDevice, input: Partial<CreateVaultInput> = {}): Promise<MadeVault> => {
  const worker = await device.boot();
  const kit = must(await worker.api.createVault({ ...INPUT, ...input }));
  const { memberId } = must(await worker.api.viewSession());
  const { storeId } = kit;
  return {
    worker,
    kit,
    storeId,
    memberId,
    unlock: async (other, password = PASSWORD) => {
      await other.api.inspectDevice(pageMarks(device));
      return other.api.unlock({ storeId, memberId, password });
    },
  };
};

export const pageMarks = (device: TestDevice): readonly PageMark[] => [...device.marks].map(([storeId, mark]) => ({ storeId, mark }));
