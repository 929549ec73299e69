import type { PageRef } from '../../../src/core/formats/page.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import type { BookChange } from '../book/book-edit.ts';
import type { IndexPage } from '../book/index-page.ts';
import { emptyIndexPage, encodeIndexPage } from '../book/index-page.ts';
import { indexNoOfPage, ownRef } from '../book/layout.ts';
import { encodeNumberPage } from '../book/number-page.ts';
import type { PageHash } from '../book/page-hash.ts';
import { findPageHash, mergePageHashes } from '../book/page-hash.ts';
import { encodePersonPage } from '../book/person-page.ts';
import type { StoredPage } from '../storage/page-row.ts';
import { hashPage } from './page-reader.ts';
import type { PageSealer } from './ports.ts';
import type { OpenedPage } from './reseal.ts';
import { sealPage } from './seal-page.ts';

export interface SealBookInput {
  readonly index: ReadonlyMap<number, IndexPage>;
  /** Hashes of index pages, from the head. */
  readonly named: readonly PageHash[];
  readonly change: BookChange;
  /** Person and number pages that only change their seal. */
  readonly resealed: readonly OpenedPage[];
  /** Index pages that only change their seal, beside those whose content changes. */
  readonly allIndex: boolean;
}

export interface SealedBook {
  readonly puts: readonly StoredPage[];
  readonly deletes: readonly PageRef[];
  /** Index pages as they are after the commit; null: gone. */
  readonly index: ReadonlyMap<number, IndexPage | null>;
  /** Their rev and hash, for the head. */
  readonly hashes: readonly PageHash[];
  readonly removed: readonly PageRef[];
}

/** A new row, and the state that names it. */
interface HashedPage {
  readonly page: StoredPage;
  readonly hash: PageHash;
}

/** What became of one person or number page: its new row, or nothing. */
interface SealedLeaf {
  readonly ref: PageRef;
  readonly sealed: HashedPage | null;
}

const hashed = async (page: StoredPage): Promise<HashedPage> => ({ page, hash: await hashPage(page) });

/**
 * Persons and numbers first, then the index pages that name their rev and hash. The head names those of the index pages, so
 * one page put back to an older state no longer fits what stands above it.
 */
export const sealBook = async (sealer: PageSealer, input: SealBookInput): Promise<SealedBook> => {
  const { index, named, change, resealed, allIndex } = input;
  const revAfter = (known: readonly PageHash[], ref: PageRef): number => (findPageHash(known, ref.kind, ref.no)?.rev ?? 0) + 1;
  const leafRev = (ref: PageRef): number => revAfter(index.get(indexNoOfPage(ref.no))?.pages ?? [], ref);

  const sealLeaf = async (ref: PageRef, content: ReturnType<typeof encodePersonPage> | null): Promise<SealedLeaf> => ({
    ref,
    sealed: content === null ? null : await hashed(await sealPage(sealer, ref, leafRev(ref), content)),
  });

  const leaves = await Promise.all([
    ...[...change.persons].map(([no, page]) => sealLeaf(ownRef('person', no), page === null ? null : encodePersonPage(page))),
    ...[...change.numbers].map(([no, page]) => sealLeaf(ownRef('number', no), page === null ? null : encodeNumberPage(page))),
    ...resealed.map(async ({ ref, plaintext }): Promise<SealedLeaf> => {
      const row = await sealer.seal(ref, leafRev(ref), plaintext);
      plaintext.fill(0);
      return { ref, sealed: await hashed({ at: ref, row }) };
    }),
  ]);

  const leavesOf = new Map<number, SealedLeaf[]>();
  for (const leaf of leaves) {
    const no = indexNoOfPage(leaf.ref.no);
    leavesOf.set(no, [...(leavesOf.get(no) ?? []), leaf]);
  }
  const touched = new Set([...change.index.keys(), ...leavesOf.keys(), ...(allIndex ? index.keys() : [])]);
  const pages = new Map<number, IndexPage | null>();
  for (const no of touched) {
    const before = index.get(no) ?? emptyIndexPage(no);
    const own = leavesOf.get(no) ?? [];
    const changed = own.flatMap((leaf) => leaf.sealed?.hash ?? []);
    const gone = own.filter((leaf) => leaf.sealed === null).map((leaf) => leaf.ref);
    const page: IndexPage = { ...(change.index.get(no) ?? before), pages: mergePageHashes(before.pages, changed, gone) };
    pages.set(no, page.rows.length === 0 && page.pages.length === 0 ? null : page);
  }

  const kept = [...pages].flatMap(([no, page]) => (page === null ? [] : [{ ref: ownRef('index', no), page }]));
  const sealedIndex = await Promise.all(kept.map(async ({ ref, page }) => hashed(await sealPage(sealer, ref, revAfter(named, ref), encodeIndexPage(page)))));
  const removed = [...pages].flatMap(([no, page]) => (page === null ? [ownRef('index', no)] : []));
  return {
    puts: [...leaves.flatMap((leaf) => leaf.sealed?.page ?? []), ...sealedIndex.map(({ page }) => page)],
    deletes: [...leaves.flatMap((leaf) => (leaf.sealed === null ? [leaf.ref] : [])), ...removed].filter((ref) => isNamed(ref, index, named)),
    index: pages,
    hashes: sealedIndex.map(({ hash }) => hash),
    removed,
  };
};

/** Only what was there can be deleted; a page that was empty and stays empty was never written. */
const isNamed = (ref: PageRef, index: ReadonlyMap<number, IndexPage>, named: readonly PageHash[]): boolean => {
  const known = ref.kind === 'index' ? named : (index.get(indexNoOfPage(ref.no))?.pages ?? []);
  return findPageHash(known, ref.kind, ref.no) !== null;
};

export const emptyBookChange: BookChange = { index: new Map(), persons: new Map(), numbers: new Map() };

/** Places a change gives new content, so that they are not resealed from the old as well. */
export const changedPlaces = (change: BookChange): ReadonlySet<string> =>
  new Set([
    ...[...change.persons.keys()].map((no) => pageRefKey(ownRef('person', no))),
    ...[...change.numbers.keys()].map((no) => pageRefKey(ownRef('number', no))),
  ]);
