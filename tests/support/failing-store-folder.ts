import type { DeviceFolders, StoreFolder } from '../../workers/vault/storage/store-folder.ts';
import type { Faults } from './failing-store.ts';

/** Files of a device in memory. What stands here is what a disk would hold: `files` outlives every handle. */
export interface MemoryFolders extends DeviceFolders {
  readonly files: Map<string, Map<string, Uint8Array<ArrayBuffer>>>;
  readonly fileOf: (storeId: string, name: string) => Uint8Array<ArrayBuffer> | undefined;
}

export const createMemoryFolders = (faults: Faults): MemoryFolders => {
  const files = new Map<string, Map<string, Uint8Array<ArrayBuffer>>>();

  const openFolder = (storeId: string): StoreFolder => {
    const folder = files.get(storeId) ?? new Map<string, Uint8Array<ArrayBuffer>>();
    files.set(storeId, folder);
    return {
      read: async (name) => {
        await Promise.resolve();
        const fault = faults.ask('opfs.read');
        if (fault !== null) throw fault.error;
        return folder.get(name)?.slice() ?? null;
      },
      write: async (name, bytes) => {
        await Promise.resolve();
        const fault = faults.ask('opfs.write');
        if (fault === null) {
          folder.set(name, bytes.slice());
          return;
        }
        if (fault.way === 'reported') folder.set(name, bytes.slice());
        if (fault.way === 'torn') {
          const torn = new Uint8Array(bytes.length);
          torn.set(folder.get(name)?.subarray(0, bytes.length) ?? new Uint8Array(0));
          torn.set(bytes.subarray(0, bytes.length >> 1));
          // The half that is new must differ from the old: else it is not torn at all.
          torn[12] = (torn[12] ?? 0) ^ 1;
          folder.set(name, torn);
        }
        throw fault.error;
      },
      remove: async (name) => {
        await Promise.resolve();
        const fault = faults.ask('opfs.remove');
        if (fault?.way !== 'lost') folder.delete(name);
        if (fault !== null) throw fault.error;
      },
    };
  };

  return {
    kind: 'opfs',
    files,
    fileOf: (storeId, name) => files.get(storeId)?.get(name),
    list: () => Promise.resolve([...files.keys()]),
    open: (storeId) => Promise.resolve(openFolder(storeId)),
    remove: async (storeId) => {
      await Promise.resolve();
      const fault = faults.ask('opfs.removeFolder');
      if (fault?.way !== 'lost') files.delete(storeId);
      if (fault !== null) throw fault.error;
    },
  };
};
