import type { TestDevice } from '../../session/support/device.ts';

/** OPFS over the folders of a test's device: the real opfs-folders.ts runs on it, down to the access handles. */

const missing = (): never => {
  throw new DOMException('no such file or folder', 'NotFoundError');
};

type Files = Map<string, Uint8Array<ArrayBuffer>>;

const fileHandle = (files: () => Files, name: string) => ({
  kind: 'file',
  getFile: () => Promise.resolve(new Blob([files().get(name) ?? missing()])),
  createSyncAccessHandle: () =>
    Promise.resolve({
      write: (bytes: Uint8Array<ArrayBuffer>, { at }: { readonly at: number }) => {
        const old = files().get(name) ?? new Uint8Array();
        const next = new Uint8Array(Math.max(old.length, at + bytes.length));
        next.set(old);
        next.set(bytes, at);
        files().set(name, next);
        return bytes.length;
      },
      truncate: (length: number) => {
        files().set(name, (files().get(name) ?? new Uint8Array()).slice(0, length));
      },
      flush: () => undefined,
      close: () => undefined,
    }),
});

const folderHandle = (files: () => Files) => ({
  kind: 'directory',
  getFileHandle: async (name: string, options?: { readonly create?: boolean }) => {
    if (!files().has(name)) {
      if (options?.create !== true) missing();
      files().set(name, new Uint8Array());
    }
    return fileHandle(files, name);
  },
  removeEntry: async (name: string) => {
    if (!files().delete(name)) missing();
  },
});

/** What `navigator.storage` is asked for. */
export const createMemoryOpfs = ({ folders }: TestDevice): StorageManager => {
  const beside: Files = new Map();
  const ofStore = (storeId: string) => (): Files => folders.files.get(storeId) ?? missing();
  const root = {
    ...folderHandle(() => beside),
    getDirectoryHandle: async (storeId: string) => {
      if (!folders.files.has(storeId)) folders.files.set(storeId, new Map());
      return folderHandle(ofStore(storeId));
    },
    removeEntry: async (name: string) => {
      if (!folders.files.delete(name) && !beside.delete(name)) missing();
    },
    entries: async function* () {
      for (const name of folders.files.keys()) yield await Promise.resolve([name, { kind: 'directory' }] as const);
    },
  };
  const storage: unknown = { getDirectory: () => Promise.resolve({ getDirectoryHandle: () => Promise.resolve(root) }) };
  return storage as StorageManager;
};
