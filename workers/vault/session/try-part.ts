import type { DevicePart, PartAnswer } from '../../../src/core/domain/diagnosis/device-parts.ts';
import { sameBytes } from '../../../src/core/formats/bytes.ts';
import { PROBE_FILE, PROBE_STORE } from '../storage/names.ts';
import type { StorageError } from '../storage/page-store.ts';
import { toStorageError } from '../storage/storage-error.ts';
import type { ProbePlace, SessionPlatform } from './platform.ts';
import { tryKdf, tryKeys, trySeals } from './try-crypto.ts';

/** Null: it did what it is there for. */
type Found = 'unstated' | 'lacks' | 'full' | 'busy' | { readonly name: string } | null;

/** What a browser says that cannot do it, or is not allowed to. MissingAPIError is Dexie's. */
const WITHOUT: readonly string[] = ['SecurityError', 'NotSupportedError', 'TypeError', 'MissingAPIError'];

const foundOf = (error: StorageError): Found => {
  if (error.type === 'StorageFull') return 'full';
  const name = error.type === 'StorageFailed' ? error.name : error.type;
  return WITHOUT.includes(name) ? 'lacks' : { name };
};

const BYTES = Uint8Array.from({ length: 64 }, (_, at) => at * 3 + 1);
const AT = { book: 'own', kind: 'setting', no: 0 } as const;

const tryFiles = async (probe: ProbePlace): Promise<Found> => {
  const folder = await probe.openFolder();
  try {
    await folder.write(PROBE_FILE, BYTES);
    const back = await folder.read(PROBE_FILE);
    return back !== null && sameBytes(back, BYTES) ? null : { name: 'OtherBytes' };
  } finally {
    await probe.removeFolder();
  }
};

/** By the code that writes vaults: a strict transaction, and the row read on a new connection. */
const tryDatabase = async (probe: ProbePlace): Promise<Found> => {
  let durability = '';
  const pages = probe.openPages((event) => {
    if (event.type === 'write') ({ durability } = event);
  });
  try {
    const created = await pages.create();
    if (!created.ok) return foundOf(created.error);
    // One that was cut off may have left its row.
    const [before = null] = await readRow(pages);
    const written = await pages.write({ expect: { at: AT, row: before }, puts: [{ at: AT, row: { rev: 1, epoch: 1, blob: BYTES } }], deletes: [] });
    if (written.type !== 'stored') return written.type === 'conflict' ? { name: 'conflict' } : foundOf(written.error);
    const reopened = await pages.reopen();
    if (!reopened.ok) return foundOf(reopened.error);
    const [row = null] = await readRow(pages);
    if (row === null || !sameBytes(row.blob, BYTES)) return { name: 'OtherBytes' };
    return durability === 'strict' ? null : 'unstated';
  } finally {
    await pages.destroy();
  }
};

const readRow = async (pages: ReturnType<ProbePlace['openPages']>) => {
  const read = await pages.read([AT]);
  return read.ok ? read.value : [];
};

/** Held once, it is refused to the next; given back, it can be had again. */
const tryLocks = async ({ locks }: SessionPlatform): Promise<Found> => {
  const first = await locks.acquire(PROBE_STORE);
  if (first === null) return 'busy';
  const second = await locks.acquire(PROBE_STORE);
  await second?.release();
  await first.release();
  return second === null ? null : { name: 'HeldTwice' };
};

/** Two tabs that try the same place at once would find each other's bytes. */
const alone = async ({ locks }: SessionPlatform, work: () => Promise<Found>): Promise<Found> => {
  const lock = await locks.acquire(PROBE_STORE);
  if (lock === null) return 'busy';
  try {
    return await work();
  } finally {
    await lock.release();
  }
};

const tried = (platform: SessionPlatform, part: DevicePart): Promise<Found> => {
  const { device } = platform;
  switch (part) {
    case 'files':
      return device.opfs ? alone(platform, () => tryFiles(device.probe)) : Promise.resolve<Found>('lacks');
    case 'database':
      return alone(platform, () => tryDatabase(device.probe));
    case 'seals':
      return named(trySeals(platform.crypto));
    case 'keys':
      return named(tryKeys());
    case 'kdf':
      return named(tryKdf(platform.crypto));
    case 'locks':
      return tryLocks(platform);
  }
};

const named = async (works: Promise<boolean>): Promise<Found> => ((await works) ? null : { name: 'OtherBytes' });

/** Tries one part and says how it came out; never rejects, and makes no incident of what a browser lacks. */
export const tryPart = async (platform: SessionPlatform, part: DevicePart): Promise<PartAnswer> => {
  const { now } = platform.audit;
  const began = now();
  const found = await tried(platform, part).catch((cause: unknown) => foundOf(toStorageError(cause)));
  const ms = Math.max(0, now() - began);
  if (found === null) return { found: 'works', ms };
  if (found === 'unstated') return { found, ms };
  if (typeof found === 'string') return { found };
  // Letters only: it goes into a report that is given away.
  return { found: 'fails', name: /^[A-Za-z]{1,40}$/.test(found.name) ? found.name : 'Error' };
};
