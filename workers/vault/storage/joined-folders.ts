import { FALLBACK_DB, KEYRING_FILES } from './names.ts';
import type { DeviceFolders } from './store-folder.ts';

export interface JoinedFoldersDeps {
  readonly opfs: DeviceFolders;
  /** Where files lay before this browser had OPFS. */
  readonly database: DeviceFolders;
  /** `indexedDB.databases`, where the engine has it: without it the database is asked each time, which makes an empty one. */
  readonly databaseNames: (() => Promise<readonly string[]>) | null;
}

/**
 * The folders of a browser that has OPFS and may not always have had it: a private window once, an older version, a setting. A store
 * whose files lie in the database is found and opened there, and stays there, or the first screen would offer an empty device to
 * somebody who has a vault. New stores go to OPFS. A failure of either place is the caller's: half a list is no list.
 */
export const createJoinedFolders = ({ opfs, database, databaseNames }: JoinedFoldersDeps): DeviceFolders => {
  const inDatabase = async (): Promise<readonly string[]> =>
    databaseNames === null || (await databaseNames()).includes(FALLBACK_DB) ? database.list() : [];

  const hasKeyring = async (storeId: string): Promise<boolean> => {
    const folder = await opfs.open(storeId);
    for (const name of KEYRING_FILES) if ((await folder.read(name)) !== null) return true;
    return false;
  };

  /** In both places only after a folder was made without a keyring: the keyring decides. */
  const placeOf = async (storeId: string): Promise<DeviceFolders> => {
    if (!(await inDatabase()).includes(storeId)) return opfs;
    return (await opfs.list()).includes(storeId) && (await hasKeyring(storeId)) ? opfs : database;
  };

  return {
    kind: 'opfs',
    kindOf: async (storeId) => (await placeOf(storeId)).kind,
    list: async () => [...new Set([...(await opfs.list()), ...(await inDatabase())])],
    open: async (storeId) => (await placeOf(storeId)).open(storeId),
    remove: async (storeId) => {
      if ((await inDatabase()).includes(storeId)) await database.remove(storeId);
      await opfs.remove(storeId);
    },
  };
};
