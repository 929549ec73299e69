import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import { KEY_NAMES } from '../../../src/core/formats/key-name.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import { encodePage, parsePage } from '../../../src/core/formats/page-text.ts';
import { readLinked } from '../audit/linked-pages.ts';
import { encodeLogPage } from '../audit/log-page.ts';
import { damagedPage } from '../audit/page-reader.ts';
import { openForReseal } from '../audit/reseal.ts';
import type { OpenedPage, ResealDeps } from '../audit/reseal.ts';
import type { BookState } from '../audit/book-state.ts';
import { encodeIndexPage } from '../book/index-page.ts';
import { closedHeadRef, ENTRIES_PER_LOG_PAGE, ownRef } from '../book/layout.ts';

/** Revs of pages that are made for the copy alone. */
const FIRST_REV = 1;

const madePage = (ref: PageRef, content: JsonObject): OpenedPage => {
  const plaintext = encodePage(ref, content);
  // The same rows fit the page they come from.
  if (!plaintext.ok) throw new Error(`${ref.kind}/${ref.no}: ${plaintext.error}`);
  return { ref, rev: FIRST_REV, plaintext: plaintext.value };
};

export interface GatheredPages {
  /** The plaintexts are the caller's to seal and overwrite. */
  readonly pages: readonly OpenedPage[];
  /** Notes of the tables, version 1 first. */
  readonly tables: readonly string[];
}

export const wipePages = (pages: readonly OpenedPage[]): void => {
  for (const { plaintext } of pages) plaintext.fill(0);
};

/**
 * Everything a copy holds, opened and compared with what names it: all pages but head, tail and draft. Nothing in the copy names tables and
 * checkpoint pages, so one that is gone or of another time line is refused here or never. Index pages go without the
 * hashes of their pages, which are of this store; the tail goes as a last, shorter log page.
 * Errors: DatabaseDamaged, StorageFailed.
 */
export const gatherPages = async (deps: ResealDeps & { readonly sha256: Sha256 }, state: BookState): Promise<Result<GatheredPages, VaultError>> => {
  // A head is of this installation, that of a closed log too.
  const heads = state.closed.map((_, before) => pageRefKey(closedHeadRef(before + 1)));
  const opened = await openForReseal(deps, state, KEY_NAMES, new Set(heads));
  if (!opened.ok) return opened;
  const { run, head } = state;
  const byPlace = new Map(opened.value.map((page) => [pageRefKey(page.ref), page]));
  const contentOf = (ref: PageRef): JsonObject | null => {
    const page = byPlace.get(pageRefKey(ref));
    const content = page === undefined ? null : parsePage(page.plaintext, ref);
    return content?.ok === true ? content.value : null;
  };
  const linked = readLinked(head, contentOf, deps.sha256);
  if ('damaged' in linked) {
    wipePages(opened.value);
    return err(damagedPage(linked.damaged));
  }
  const index = [...state.index.values()].map((page) => madePage(ownRef('index', page.no), encodeIndexPage({ ...page, pages: [] })));
  const tail = run.lines.length === 0 ? [] : [madePage(ownRef('log', run.first / ENTRIES_PER_LOG_PAGE), encodeLogPage(head.storeId, run))];
  return ok({ pages: [...index, ...opened.value, ...tail], tables: linked.tables });
};
