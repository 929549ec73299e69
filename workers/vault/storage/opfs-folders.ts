import { PROBE_FILE, ROOT_FOLDER } from './names.ts';
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

const createOpfsFolder = (folder: FileSystemDirectoryHandle): StoreFolder => ({
  read: (name) =>
    unlessMissing(async () => {
      const handle = await folder.getFileHandle(name);
      return new Uint8Array(await (await handle.getFile()).arrayBuffer());
    }),
  write: async (name, bytes) => {
    const handle = await folder.getFileHandle(name, { create: true });
    const access = await handle.createSyncAccessHandle();
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
});

const createOpfsFolders = (root: FileSystemDirectoryHandle): DeviceFolders => ({
  kind: 'opfs',
  list: async () => {
    const names: string[] = [];
    for await (const [name, handle] of root.entries()) if (handle.kind === 'directory') names.push(name);
    return names;
  },
  open: async (storeId) => createOpfsFolder(await root.getDirectoryHandle(storeId, { create: true })),
  remove: async (storeId) => {
    await unlessMissing(() => root.removeEntry(storeId, { recursive: true }));
  },
});

/**
 * Tries it with a file of its own: another tab may be trying at the same moment. A full disk says nothing about what the
 * browser can do, and taken for a browser without OPFS it would make every keyring of the device seem lost.
 */
const canRewrite = async (folder: StoreFolder): Promise<boolean> => {
  const probe = `${PROBE_FILE}-${crypto.randomUUID()}`;
  try {
    await folder.write(probe, Uint8Array.of(1));
    const read = await folder.read(probe);
    await folder.remove(probe);
    return read?.[0] === 1;
  } catch (error) {
    if (toStorageError(error).type !== 'StorageFull') return false;
    await folder.remove(probe).catch(() => undefined);
    return true;
  }
};

/**
 * The device's folders in OPFS, or null where files cannot be rewritten in place: no OPFS at all (WebKitGTK), OPFS refused
 * (private windows), or no synchronous handles. Found out by doing it, because engines have the interface and still refuse.
 */
export const openOpfsFolders = async (storage: StorageManager | undefined): Promise<DeviceFolders | null> => {
  if (storage === undefined || !('getDirectory' in storage)) return null;
  try {
    const root = await (await storage.getDirectory()).getDirectoryHandle(ROOT_FOLDER, { create: true });
    const folder = createOpfsFolder(root);
    return (await canRewrite(folder)) ? createOpfsFolders(root) : null;
  } catch {
    return null;
  }
};
