import { PROBE_FILE, ROOT_FOLDER } from './names.ts';
import type { StorageError } from './page-store.ts';
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

const createOpfsFolders = (root: FileSystemDirectoryHandle, patience: Patience): DeviceFolders => ({
  kind: 'opfs',
  list: async () => {
    const names: string[] = [];
    for await (const [name, handle] of root.entries()) if (handle.kind === 'directory') names.push(name);
    return names;
  },
  open: async (storeId) => createOpfsFolder(await root.getDirectoryHandle(storeId, { create: true }), patience),
  remove: async (storeId) => {
    await unlessMissing(() => root.removeEntry(storeId, { recursive: true }));
  },
});

/** Says nothing about what the browser can do; taken for a browser without OPFS, it would make every keyring of the device seem lost. */
const isOfTheMoment = (error: StorageError): boolean =>
  error.type === 'StorageFull' || (error.type === 'StorageFailed' && error.name === 'TimeoutError');

/** Tries it with a file of its own: another tab may be trying at the same moment. */
const canRewrite = async (folder: StoreFolder): Promise<boolean> => {
  const probe = `${PROBE_FILE}-${crypto.randomUUID()}`;
  try {
    await folder.write(probe, Uint8Array.of(1));
    const read = await folder.read(probe);
    await folder.remove(probe);
    return read?.[0] === 1;
  } catch (error) {
    if (!isOfTheMoment(toStorageError(error))) return false;
    await folder.remove(probe).catch(() => undefined);
    return true;
  }
};

/**
 * The device's folders in OPFS, or null where files cannot be rewritten in place: no OPFS at all (WebKitGTK), OPFS refused
 * (private windows), or no synchronous handles. Found out by doing it, because engines have the interface and still refuse.
 */
export const openOpfsFolders = async (storage: StorageManager | undefined, patience = PATIENCE): Promise<DeviceFolders | null> => {
  if (storage === undefined || !('getDirectory' in storage)) return null;
  try {
    const root = await (await storage.getDirectory()).getDirectoryHandle(ROOT_FOLDER, { create: true });
    const folder = createOpfsFolder(root, patience);
    return (await canRewrite(folder)) ? createOpfsFolders(root, patience) : null;
  } catch {
    return null;
  }
};
