import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { TRIES_FILE } from './names.ts';
import type { StorageError } from './page-store.ts';
import { toStorageError } from './storage-error.ts';
import type { StoreFolder } from './store-folder.ts';

/** Failed tries to unlock since the last success. Unsealed: it informs the owner, it protects nothing. */
export interface TriesStore {
  /** 0 when never counted or unreadable. */
  readonly read: () => Promise<number>;
  /** One more than `before`, which was read. Before the KDF runs, so that a closed tab counts too. The new count. */
  readonly count: (before: number) => Promise<Result<number, StorageError>>;
  readonly reset: () => Promise<Result<null, StorageError>>;
}

/** u32, big-endian. */
const FILE_BYTES = 4;
const MOST = 0xffff_ffff;

export const createTriesStore = (folder: StoreFolder): TriesStore => {
  const read = async (): Promise<number> => {
    try {
      const bytes = await folder.read(TRIES_FILE);
      return bytes?.length === FILE_BYTES ? new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) : 0;
    } catch {
      return 0;
    }
  };

  const write = async (tries: number): Promise<Result<null, StorageError>> => {
    const bytes = new Uint8Array(FILE_BYTES);
    new DataView(bytes.buffer).setUint32(0, tries);
    try {
      await folder.write(TRIES_FILE, bytes);
      return ok(null);
    } catch (error) {
      return err(toStorageError(error));
    }
  };

  return {
    read,
    count: async (before) => {
      const tries = Math.min(before + 1, MOST);
      const written = await write(tries);
      return written.ok ? ok(tries) : written;
    },
    reset: () => write(0),
  };
};
