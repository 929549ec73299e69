import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { ok } from '../../../src/core/domain/result.ts';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import { KEY_NAMES } from '../../../src/core/formats/key-name.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import { encodePage } from '../../../src/core/formats/page-text.ts';
import { encodeLogPage } from '../audit/log-page.ts';
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

/**
 * Everything a copy holds, opened and compared with head and index: all pages but head, tail and draft. Index pages go without the
 * hashes of their pages, which are of this store; the tail goes as a last, shorter log page.
 * The plaintexts are the caller's to seal and overwrite. Errors: DatabaseDamaged, StorageFailed.
 */
export const gatherPages = async (deps: ResealDeps, state: BookState): Promise<Result<readonly OpenedPage[], VaultError>> => {
  // A head is of this installation, that of a closed log too.
  const heads = state.closed.map((_, before) => pageRefKey(closedHeadRef(before + 1)));
  const opened = await openForReseal(deps, state, KEY_NAMES, new Set(heads));
  if (!opened.ok) return opened;
  const index = [...state.index.values()].map((page) => madePage(ownRef('index', page.no), encodeIndexPage({ ...page, pages: [] })));
  const { run, head } = state;
  const tail = run.lines.length === 0 ? [] : [madePage(ownRef('log', run.first / ENTRIES_PER_LOG_PAGE), encodeLogPage(head.storeId, run))];
  return ok([...index, ...opened.value, ...tail]);
};
