import type { JsonValue } from '../../../src/core/formats/canonical.ts';
import { isArray, isCount } from '../../../src/core/formats/canonical.ts';
import { isHash } from '../../../src/core/formats/log/entry.ts';
import type { PageKind } from '../../../src/core/formats/page.ts';
import { isPageKind } from '../../../src/core/formats/page.ts';

/** State a page of the own book must be in: in the head for index and other pages, in an index page for its own pages. */
export interface PageHash {
  readonly kind: PageKind;
  readonly no: number;
  readonly rev: number;
  /** base64url of SHA-256 over the blob. */
  readonly hash: string;
}

export const pageHashToJson = (page: PageHash): JsonValue => [page.kind, page.no, page.rev, page.hash];

export const parsePageHash = (value: JsonValue): PageHash | null => {
  if (!isArray(value) || value.length !== 4) return null;
  const [kind, no, rev, hash] = value;
  return isPageKind(kind) && isCount(no) && isCount(rev, 1) && isHash(hash) ? { kind, no, rev, hash } : null;
};

export const findPageHash = (pages: readonly PageHash[], kind: PageKind, no: number): PageHash | null =>
  pages.find((page) => page.kind === kind && page.no === no) ?? null;

const compare = (a: PageHash, b: PageHash): number => {
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  return a.no - b.no;
};

/** `pages` with `changed` in place of the entries at the same place and without `removed`; ordered by kind and number. */
export const mergePageHashes = (
  pages: readonly PageHash[],
  changed: readonly PageHash[],
  removed: readonly { readonly kind: PageKind; readonly no: number }[],
): readonly PageHash[] => {
  const key = (page: { readonly kind: PageKind; readonly no: number }): string => `${page.kind}/${page.no}`;
  const byPlace = new Map(pages.map((page) => [key(page), page]));
  for (const page of removed) byPlace.delete(key(page));
  for (const page of changed) byPlace.set(key(page), page);
  return [...byPlace.values()].toSorted(compare);
};
