import type { Result } from '../../../src/core/domain/result.ts';
import { ok } from '../../../src/core/domain/result.ts';
import type { PageKind, PageRef } from '../../../src/core/formats/page.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import type { PageRow } from '../storage/page-row.ts';
import type { PageStore, StorageError } from '../storage/page-store.ts';

/** Rows read at once: a transaction for each page would cost more than opening it. */
const BATCH = 128;

/**
 * Reads what is asked for together with what will be asked for next: pages of the same kind, in the order of `refs`. For whoever asks
 * for every page once, one by one; what is asked for again is read again.
 */
export const readAhead = (store: PageStore, refs: readonly PageRef[], batchSize = BATCH): PageStore => {
  const places = new Map(refs.map((ref, at) => [pageRefKey(ref), at]));
  const ahead = new Map<string, Promise<Result<PageRow | null, StorageError>>>();
  const fetchFrom = (at: number, kind: PageKind): void => {
    const batch = refs.slice(at, at + batchSize).filter((ref) => ref.kind === kind);
    const rows = store.read(batch);
    // Persons and numbers are asked for in turn: two windows, and some room.
    if (ahead.size > 4 * batchSize) ahead.clear();
    for (const [n, ref] of batch.entries()) ahead.set(pageRefKey(ref), rows.then((read) => (read.ok ? ok(read.value[n] ?? null) : read)));
  };
  return {
    ...store,
    read: async (wanted) => {
      const [only, ...others] = wanted;
      const at = only === undefined ? undefined : places.get(pageRefKey(only));
      if (only === undefined || at === undefined || others.length > 0) return store.read(wanted);
      const key = pageRefKey(only);
      if (!ahead.has(key)) fetchFrom(at, only.kind);
      const row = (await ahead.get(key)) ?? ok(null);
      ahead.delete(key);
      return row.ok ? ok([row.value]) : row;
    },
  };
};
