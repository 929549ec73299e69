import type { KitContent, PageMark, UnlockInput } from '../../../../src/core/contract/session-api.ts';
import type { CopyId, PersonId } from '../../../../src/core/domain/ids.ts';
import { createSlots } from '../../../../workers/vault/crypto/slot.ts';
import { createDatabaseFolders } from '../../../../workers/vault/storage/database-folders.ts';
import { FALLBACK_DB } from '../../../../workers/vault/storage/names.ts';
import { openOpfsFolders } from '../../../../workers/vault/storage/opfs-folders.ts';
import type { Patience } from '../../../../workers/vault/storage/patience.ts';
import type { DeviceFolders } from '../../../../workers/vault/storage/store-folder.ts';
import type { MadeVault, TestDevice, TestWorker } from '../../session/support/device.ts';
import { createTestDevice, INPUT, must, NEXT_PASSWORD, pageMarks, PASSWORD } from '../../session/support/device.ts';
import { createFastSlots } from '../../session/support/fast-slots.ts';
import { fields, numberOf, personId, rehearse } from '../../service/support.ts';
import { dumpDatabases, restoreDatabases } from './database-dump.ts';
import { createMemoryOpfs } from './memory-opfs.ts';

export interface FaultBench {
  readonly device: TestDevice;
  readonly kit: KitContent;
  /** The first has a number. */
  readonly persons: readonly [PersonId, PersonId];
  readonly copy: File;
  readonly copyId: CopyId | string;
  /** An export of the record. */
  readonly record: File;
  readonly marks: () => readonly PageMark[];
  readonly unlockInput: (password: string) => UnlockInput;
  /** A worker on the device's real folders. */
  readonly boot: () => Promise<TestWorker>;
  /** Opens the vault with whichever password it takes; null where neither does. */
  readonly reopen: (worker: TestWorker) => Promise<string | null>;
  readonly openedWith: () => string | null;
  /** Why it did not open, the last time. */
  readonly refusal: () => string;
  /** Persons in the store beside the first one, opened by a worker of its own; where it does not open, what is said instead. */
  readonly personsInOther: (password: string) => Promise<number | string>;
  /** The device as it was made. */
  readonly reset: () => Promise<void>;
  /** The databases of pages as they are, and a way back to them; the same for all files. */
  readonly keepPages: () => Promise<() => Promise<void>>;
  readonly keepFiles: () => () => void;
}

const isOfPages = (name: string): boolean => name !== FALLBACK_DB;

type Files = TestDevice['folders']['files'];

export interface BenchOptions {
  /** Files in OPFS, or where there is none, in IndexedDB. */
  readonly folders: 'opfs' | 'database';
  /** The real KDF, at its floor; otherwise a hash stands for it. */
  readonly realSlots: boolean;
}

/** Cheapest that is accepted. */
const FLOOR = { memory: 38 * 1024, passes: 1, lanes: 1 };

/**
 * Every call of these folders is answered, unless its worker is dead. A dead one waits for ever: a wait that came to an end would wake it,
 * seconds later, in the midst of another case, where it boots and takes the vault. How long a living worker waits: storage/patience.test.ts.
 */
const FOR_EVER: Patience = { seconds: 1, wait: () => new Promise(() => undefined) };

const foldersOf = async (device: TestDevice, kind: BenchOptions['folders']): Promise<DeviceFolders> => {
  if (kind === 'database') return createDatabaseFolders(device.engine);
  const folders = await openOpfsFolders(createMemoryOpfs(device), FOR_EVER);
  if (folders === null) throw new DOMException('no folders', 'UnknownError');
  return folders;
};

/** What a dead worker still has under way never ends, and writes nothing. */
const whileAlive = (folders: DeviceFolders, isDead: () => boolean): DeviceFolders => {
  const living = <T>(work: () => Promise<T>): Promise<T> => (isDead() ? new Promise<T>(() => undefined) : work());
  return {
    ...folders,
    open: async (storeId) => {
      const { read, write, remove } = await folders.open(storeId);
      return { read: (name) => living(() => read(name)), write: (name, bytes) => living(() => write(name, bytes)), remove: (name) => living(() => remove(name)) };
    },
  };
};

/** A locked vault of two persons, one number and one copy. */
export const createBench = async ({ folders, realSlots }: BenchOptions): Promise<FaultBench> => {
  const device = await createTestDevice();
  const boot = async (): Promise<TestWorker> => {
    let dead = false;
    const booted = await device.boot({
      folders: whileAlive(await foldersOf(device, folders), () => dead),
      createSlots: realSlots ? (deps) => createSlots({ ...deps, policy: FLOOR }) : createFastSlots,
    });
    const kill = (): void => {
      dead = true;
      booted.kill();
    };
    return { ...booted, kill };
  };
  const worker = await boot();
  const { api } = worker;
  const kit = must(await api.createVault(INPUT));
  const { memberId } = must(await api.viewSession());
  const { storeId } = kit;
  const made: MadeVault = { worker, kit, storeId, memberId, unlock: () => Promise.reject(new Error('not used')) };
  await rehearse(made);
  const persons = [personId(), personId()] as const;
  for (const [at, id] of persons.entries()) must(await api.registerPerson({ id, fields: fields({ name: ['太郎', '二郎'][at] ?? '' }) }));
  must(await api.enterNumber({ personId: persons[0], text: numberOf(1), again: null, replaces: false, sameAs: null }));
  const { file, copyId } = must(await api.makeCopy());
  const record = must(await api.exportLog('verify')).file;
  must(await api.lock());
  worker.kill();
  const factory = device.engine.indexedDB;
  const copyFiles = (): Files => new Map([...device.folders.files].map(([id, folder]) => [id, new Map([...folder].map(([name, bytes]) => [name, bytes.slice()]))]));
  const putBack = (then: Files): void => {
    device.folders.files.clear();
    for (const [id, folder] of then) device.folders.files.set(id, new Map([...folder].map(([name, bytes]) => [name, bytes.slice()])));
  };
  const [databases, files, keptMarks, now] = [await dumpDatabases(factory), copyFiles(), [...device.marks], device.clock.now];
  let openedWith: string | null = null;
  let refusal = '';
  const marks = (): readonly PageMark[] => pageMarks(device);
  const unlockInput = (password: string): UnlockInput => ({ storeId, memberId, password });
  return {
    device,
    kit,
    persons,
    copy: new File([await file.arrayBuffer()], 'a.kinko'),
    copyId,
    record: new File([await record.arrayBuffer()], 'a.kinkolog'),
    marks,
    unlockInput,
    boot,
    reopen: async (again) => {
      openedWith = null;
      must(await again.api.inspectDevice(marks()));
      for (const password of [PASSWORD, NEXT_PASSWORD]) {
        const answer = await again.api.unlock(unlockInput(password));
        if (answer.ok) openedWith = password;
        else refusal = answer.error.type;
        if (answer.ok || answer.error.type !== 'WrongSecret') break;
      }
      return openedWith;
    },
    openedWith: () => openedWith,
    refusal: () => refusal,
    personsInOther: async (password) => {
      const own = await boot();
      try {
        const { stores } = must(await own.api.inspectDevice(marks()));
        const [other, ...more] = stores.filter((store) => store.storeId !== storeId);
        const owner = other?.members[0];
        if (other === undefined || owner === undefined || more.length > 0) return `${stores.length} stores`;
        const opened = await own.api.unlock({ storeId: other.storeId, memberId: owner.id, password });
        if (!opened.ok) return opened.error.type;
        return must(await own.api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 50 })).total;
      } finally {
        own.kill();
      }
    },
    reset: async () => {
      await restoreDatabases(factory, databases);
      putBack(files);
      device.clock.now = now;
      device.marks.clear();
      for (const [id, mark] of keptMarks) device.marks.set(id, mark);
    },
    keepPages: async () => {
      const then = await dumpDatabases(factory, isOfPages);
      return () => restoreDatabases(factory, then, isOfPages);
    },
    keepFiles: () => {
      const before = copyFiles();
      return () => putBack(before);
    },
  };
};
