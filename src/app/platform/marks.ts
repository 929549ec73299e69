import type { PageMark } from '../../core/contract/session-api.ts';
import type { PageStorage } from './page-storage.ts';

const PREFIX = 'kinko-mark-';
/** As the worker takes them; a mark is below 600 characters. What else lies there is not ours and must not keep the app from starting. */
const MOST_MARKS = 256;
const MOST_CHARS = 1024;
const MOST_ID_CHARS = 64;

/**
 * The page's third of the mark: size and sealed root of a vault's log, kept in localStorage, because it survives some
 * of what loses a database. It only ever makes the app more careful, so a failure to keep it is no error.
 */
export interface MarkStore {
  readonly list: () => readonly PageMark[];
  readonly keep: (mark: PageMark) => void;
  readonly drop: (storeId: string) => void;
}

export const createMarkStore = (storage: PageStorage): MarkStore => {
  const quietly = (work: () => void): void => {
    try {
      work();
    } catch {
      // Refused or full: the mark in the vault's own folder remains.
    }
  };
  return {
    list: () => {
      const marks: PageMark[] = [];
      quietly(() => {
        for (let at = 0; at < storage.length && marks.length < MOST_MARKS; at += 1) {
          const key = storage.key(at) ?? '';
          const mark = key.startsWith(PREFIX) ? storage.getItem(key) : null;
          const storeId = key.slice(PREFIX.length);
          if (mark !== null && mark.length <= MOST_CHARS && storeId.length <= MOST_ID_CHARS) marks.push({ storeId, mark });
        }
      });
      return marks;
    },
    keep: ({ storeId, mark }) => quietly(() => storage.setItem(PREFIX + storeId, mark)),
    drop: (storeId) => quietly(() => storage.removeItem(PREFIX + storeId)),
  };
};
