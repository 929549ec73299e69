import type { DeviceFolders } from '../../../workers/vault/storage/store-folder.ts';

/** Files of a device of which some do not answer to a write: what patience makes of it (storage/patience.ts), nothing is written. */
export const silentFiles = (folders: DeviceFolders, isSilent: (name: string) => boolean): DeviceFolders => ({
  ...folders,
  open: async (storeId) => {
    const folder = await folders.open(storeId);
    return {
      ...folder,
      write: (name, bytes) =>
        isSilent(name) ? Promise.reject(new DOMException('the file system does not answer', 'TimeoutError')) : folder.write(name, bytes),
    };
  },
});
