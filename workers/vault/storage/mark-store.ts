import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { parseUtf8 } from '../../../src/core/formats/bytes.ts';
import { MAX_MARK_BYTES } from '../../../src/core/formats/limits.ts';
import { MARK_FILE } from './names.ts';
import type { StorageError } from './page-store.ts';
import { toStorageError } from './storage-error.ts';
import type { StoreFolder } from './store-folder.ts';

/** The mark file of a store: the text of formats/mark.ts, padded with zeros. What it says is sealed by others. */
export interface MarkStore {
  /** Null when there is none. */
  readonly read: () => Promise<Result<string | null, StorageError>>;
  readonly write: (mark: string) => Promise<Result<null, StorageError>>;
}

export const createMarkStore = (folder: StoreFolder): MarkStore => ({
  read: async () => {
    try {
      const bytes = await folder.read(MARK_FILE);
      const text = bytes === null ? null : parseUtf8(bytes);
      return ok(text === null ? null : text.replace(/\u0000+$/, ''));
    } catch (error) {
      return err(toStorageError(error));
    }
  },
  write: async (mark) => {
    // One size for all marks: rewritten in place, so a crash leaves one that does not parse, never two that do.
    const bytes = new Uint8Array(MAX_MARK_BYTES);
    bytes.set(new TextEncoder().encode(mark));
    try {
      await folder.write(MARK_FILE, bytes);
      return ok(null);
    } catch (error) {
      return err(toStorageError(error));
    }
  },
});
