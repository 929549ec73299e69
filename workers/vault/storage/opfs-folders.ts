import { PROBE_FILE, ROOT_FOLDER } from './names.ts';
import type { Patience } from './patience.ts';
import { PATIENCE, withPatience } from './patience.ts';
import { toStorageError } from './storage-error.ts';
import type { DeviceFolders, StoreFolder } from './store-folder.ts';

const isMissing = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError';

/** `work`'s value, or null where it meets no such file or folder. */
const unlessMissing = async <T>(work: () => Promise<T>): Promise<T | null> => {
  try {
    return await work();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
};

/** File handles that were asked something which is not answered yet. */
const asked = new Set<FileSystemFileHandle>();

/**
 * Keeps `handle` referred to until its answer is there. Chromium (156) forgets what a file handle was asked, without any answer, when
 * the handle is collected as garbage meanwhile; Argon2id's memory makes that likely. The write would wait for ever, and all behind it.
 */
const whileKept = async <T>(handle: FileSystemFileHandle, ask: (handle: FileSystemFileHandle) => Promise<T>): Promise<T> => {
  asked.add(handle);
  try {
    return await ask(handle);
  } finally {
    asked.delete(handle);
  }
};

const createOpfsFolder = (folder: FileSystemDirectoryHandle, patience: Patience): StoreFolder => {
  const openAccess = async (name: string): Promise<FileSystemSyncAccessHandle> => {
    const file = await folder.getFileHandle(name, { create: true });
    const access = whileKept(file, (kept) => kept.createSyncAccessHandle());
    // One that comes too late is given back, or the file would stay locked.
    return withPatience(patience, access, (late) => late.close());
  };

  return {
    read: (name) =>
      unlessMissing(async () => {
        const file = await whileKept(await folder.getFileHandle(name), (kept) => kept.getFile());
        return new Uint8Array(await file.arrayBuffer());
      }),
    write: async (name, bytes) => {
      const access = await openAccess(name);
      try {
        // Over the old bytes, not beside them: what an earlier keyring held must not survive in a block that was freed.
        const written = access.write(bytes, { at: 0 });
        if (written !== bytes.length) throw new DOMException('short write', 'QuotaExceededError');
        access.truncate(bytes.length);
        access.flush();
      } finally {
        access.close();
      }
    },
    remove: async (name) => {
      await unlessMissing(() => folder.removeEntry(name));
    },
  };
};

type Root = () => Promise<FileSystemDirectoryHandle>;

const createOpfsFolders = (root: Root, patience: Patience): DeviceFolders => ({
  kind: 'opfs',
  list: async () => {
    const names: string[] = [];
    const folder = await root();
    for await (const [name, handle] of folder.entries()) if (handle.kind === 'directory') names.push(name);
    return names;
  },
  open: async (storeId) => createOpfsFolder(await (await root()).getDirectoryHandle(storeId, { create: true }), patience),
  remove: async (storeId) => {
    const folder = await root();
    await unlessMissing(() => folder.removeEntry(storeId, { recursive: true }));
  },
});

/** Asked for again as long as it fails: what the browser refuses now it may give at the next call. */
const createRoot = (storage: StorageManager): Root => {
  let found: FileSystemDirectoryHandle | null = null;
  return async () => (found ??= await (await storage.getDirectory()).getDirectoryHandle(ROOT_FOLDER, { create: true }));
};

/** What a browser says that cannot do it, or is not allowed to, today and tomorrow. TypeError: a method is not there. */
const WITHOUT: readonly string[] = ['SecurityError', 'NotSupportedError', 'TypeError'];

const saysWithout = (error: unknown): boolean => {
  const failure = toStorageError(error);
  return failure.type === 'StorageFailed' && WITHOUT.includes(failure.name);
};

/** Tries it with a file of its own: another tab may be trying at the same moment. */
const rewriteProbe = async (folder: StoreFolder): Promise<void> => {
  const probe = `${PROBE_FILE}-${crypto.randomUUID()}`;
  try {
    await folder.write(probe, Uint8Array.of(1));
    await folder.read(probe);
  } finally {
    await folder.remove(probe).catch(() => undefined);
  }
};

/**
 * The device's folders in OPFS, or null where files cannot be rewritten in place: no OPFS at all (WebKitGTK), OPFS refused
 * (private windows), or no synchronous handles. Found out by doing it, because engines have the interface and still refuse.
 * Any other failure is one of the moment and says nothing about what the browser can do: taken for a browser without OPFS, it would
 * make every keyring of the device seem lost. The folders then fail themselves, call by call, until the browser answers.
 */
export const openOpfsFolders = async (storage: StorageManager | undefined, patience = PATIENCE): Promise<DeviceFolders | null> => {
  if (storage === undefined || !('getDirectory' in storage)) return null;
  const root = createRoot(storage);
  try {
    await rewriteProbe(createOpfsFolder(await root(), patience));
  } catch (error) {
    if (saysWithout(error)) return null;
  }
  return createOpfsFolders(root, patience);
};
