import { ok } from '../../../src/core/domain/result.ts';
import type { PageKind, PageRef } from '../../../src/core/formats/page.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import type { PageRow } from './page-row.ts';
import type { PageStore, RowsTogether } from './page-store.ts';

interface Ahead {
  readonly row: PageRow | null;
  readonly kinds: ReadonlyMap<PageKind, RowsTogether['kinds'][number]>;
  readonly rows: ReadonlyMap<string, PageRow>;
}

/**
 * The store, with `first` and all pages of `kinds` in its book asked for at once, sealed as they are, before there is a key for them: while
 * a password is worked on this thread stands still, and the disk does not. What was read answers for these places until something is
 * written through here or the connection is another one; whoever reads on the disk what another program changed meanwhile finds out as
 * always, when the head is compared inside the write. A failure is not kept: then the disk is asked again.
 */
export const createReadAhead = (disk: PageStore, first: PageRef, kinds: readonly PageKind[]): PageStore => {
  const read = async (): Promise<Ahead | null> => {
    const found = await disk.readTogether(first, kinds);
    if (!found.ok) return null;
    const { row, kinds: lists } = found.value;
    const rows = new Map(lists.flatMap((list) => list.map((page): [string, PageRow] => [pageRefKey(page.at), page.row])));
    if (row !== null) rows.set(pageRefKey(first), row);
    return { row, kinds: new Map(kinds.map((kind, at) => [kind, lists[at] ?? []])), rows };
  };
  let asked: Promise<Ahead | null> | null = read();

  /** Null: ask the disk. */
  const current = async (): Promise<Ahead | null> => {
    const mine = asked;
    const ahead = await mine;
    return mine === asked ? ahead : null;
  };
  const forget = (): void => {
    asked = null;
  };
  const isAhead = (ref: PageRef): boolean => ref.book === first.book && (kinds.includes(ref.kind) || pageRefKey(ref) === pageRefKey(first));

  return {
    ...disk,
    read: async (refs) => {
      const ahead = refs.every(isAhead) ? await current() : null;
      return ahead === null ? disk.read(refs) : ok(refs.map((ref) => ahead.rows.get(pageRefKey(ref)) ?? null));
    },
    readTogether: async (ref, wanted) => {
      const known = pageRefKey(ref) === pageRefKey(first) && wanted.every((kind) => kinds.includes(kind));
      const ahead = known ? await current() : null;
      return ahead === null ? disk.readTogether(ref, wanted) : ok({ row: ahead.row, kinds: wanted.map((kind) => ahead.kinds.get(kind) ?? []) });
    },
    open: () => {
      forget();
      return disk.open();
    },
    create: () => {
      forget();
      return disk.create();
    },
    write: (write) => {
      forget();
      return disk.write(write);
    },
    close: () => {
      forget();
      disk.close();
    },
    reopen: () => {
      forget();
      return disk.reopen();
    },
    destroy: () => {
      forget();
      return disk.destroy();
    },
  };
};
