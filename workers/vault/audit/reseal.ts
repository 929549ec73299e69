import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { OWN_BOOK } from '../../../src/core/formats/consts.ts';
import type { KeyName } from '../../../src/core/formats/key-name.ts';
import type { PageKind, PageRef } from '../../../src/core/formats/page.ts';
import { PAGE_KEYS, pageRefKey } from '../../../src/core/formats/page.ts';
import { HEAD_REF, ownRef } from '../book/layout.ts';
import type { PageRow } from '../storage/page-row.ts';
import type { PageStore } from '../storage/page-store.ts';
import type { BookState } from './book-state.ts';
import { linkedRefs } from './linked-pages.ts';
import { damagedPage, expectedPage, isExpected } from './page-reader.ts';
import type { PageSealer } from './ports.ts';

/** A page opened with the old keys, to be sealed with the new. Whoever seals it overwrites the plaintext. */
export interface OpenedPage {
  readonly ref: PageRef;
  /** Of the row it was opened from. */
  readonly rev: number;
  readonly plaintext: Uint8Array<ArrayBuffer>;
}

export interface ResealDeps {
  readonly store: PageStore;
  /** The old keys. */
  readonly sealer: PageSealer;
  readonly onProgress: (done: number, total: number) => void;
}

/** Pages opened at once: bounds memory and lets progress be told, while both cores stay busy. */
const BATCH = 64;

/** Kinds made anew from memory by every commit that renews their key, and the draft, which is dropped. */
const MADE_ANEW: readonly PageKind[] = ['index', 'tail', 'draft'];
/** Kinds of which head and index say which pages there are: each of them is asked for, and another is none of ours. */
const ALWAYS_KNOWN: readonly PageKind[] = ['person', 'number', 'setting', 'table', 'checkpoint'];

/** Pages of the own book that the state names, by place, and those that they name in turn. */
const knownRefs = ({ index, head }: BookState): readonly PageRef[] => {
  const named = [...[...index.values()].flatMap((page) => page.pages), ...head.pages].filter(({ kind }) => !MADE_ANEW.includes(kind)).map(({ kind, no }) => ownRef(kind, no));
  const keys = new Set(named.map(pageRefKey));
  return [...named, ...linkedRefs(head).filter((ref) => !keys.has(pageRefKey(ref)))];
};

/** Those of which entries or trees vouch for the content. The head is made anew; the heads of closed logs are not. */
const isUnnamed = (ref: PageRef): boolean =>
  ![...MADE_ANEW, ...ALWAYS_KNOWN].includes(ref.kind) && pageRefKey(ref) !== pageRefKey(HEAD_REF);

/**
 * Every page under one of the renewed keys but those in `except` (they get new content), head, index and tail pages (made anew from
 * memory by every rotation that renews their key) and the draft (dropped). Errors: DatabaseDamaged, StorageFailed.
 */
export const openForReseal = async (
  deps: ResealDeps,
  state: BookState,
  renewed: readonly KeyName[],
  except: ReadonlySet<string>,
): Promise<Result<readonly OpenedPage[], VaultError>> => {
  const isMeant = (ref: PageRef): boolean => renewed.includes(PAGE_KEYS[ref.kind]) && !except.has(pageRefKey(ref));
  const known = knownRefs(state).filter(isMeant);
  const books = [OWN_BOOK, ...state.closed.map((log) => log.book)];
  const listed = await deps.store.list();
  if (!listed.ok) return listed;
  const unnamed = listed.value.refs.filter((ref) => books.includes(ref.book) && isMeant(ref) && isUnnamed(ref));
  const refs = [...known, ...unnamed];

  const openOne = async (ref: PageRef, row: PageRow | null): Promise<Result<OpenedPage, VaultError>> => {
    // None of a page for which the tree or an entry vouches, in whichever book.
    const expected = expectedPage(state, ref);
    // What is damaged now would be sealed into the new epoch as if it were good.
    if (row === null || (expected !== null && !(await isExpected(row, expected)))) return err(damagedPage(ref));
    const plaintext = await deps.sealer.open(ref, row);
    return plaintext === null ? err(damagedPage(ref)) : ok({ ref, rev: row.rev, plaintext });
  };

  const opened: OpenedPage[] = [];
  for (let from = 0; from < refs.length; from += BATCH) {
    const batch = refs.slice(from, from + BATCH);
    const rows = await deps.store.read(batch);
    if (!rows.ok) return rows;
    for (const page of await Promise.all(batch.map((ref, at) => openOne(ref, rows.value[at] ?? null)))) {
      if (!page.ok) return page;
      opened.push(page.value);
    }
    deps.onProgress(opened.length, refs.length);
  }
  return ok(opened);
};
