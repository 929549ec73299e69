import { isId } from '../../../src/core/domain/ids.ts';
import type { StoreId } from '../../../src/core/domain/ids.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { parseCheckpoint } from '../../../src/core/formats/log/checkpoint.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import { attachedNo, closedBook, closedHeadRef, ENTRIES_PER_LOG_PAGE } from '../book/layout.ts';
import type { StoredPage } from '../storage/page-row.ts';
import { encodeAttached } from './attached-page.ts';
import type { ClosedLog } from './head.ts';
import { encodeClosed } from './head.ts';
import { cutRun, encodeLogPage } from './log-page.ts';
import type { ClosedLogDraft } from './plan.ts';
import type { PageSealer } from './ports.ts';
import { sealPage } from './seal-page.ts';

export interface SealedClosedLog {
  readonly log: ClosedLog;
  readonly puts: readonly StoredPage[];
}

/**
 * A log of an earlier installation as pages of a book of its own, full log pages and a last shorter one, no tail, for nothing is
 * ever added; and the page that says what is known of it. Its lines were verified by whoever restores; a draft whose last checkpoint does not cover them is a defect.
 */
export const sealClosedLog = async (sealer: PageSealer, draft: ClosedLogDraft, n: number): Promise<SealedClosedLog> => {
  const book = closedBook(n);
  const last = draft.checkpoints.at(-1) ?? '';
  const note = parseSignedNote(last);
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note;
  if (!isId(draft.logId) || !checkpoint.ok || checkpoint.value.size !== draft.lines.length || checkpoint.value.logId !== draft.logId) {
    throw new Error('the last checkpoint of a closed log must cover all of it');
  }
  const logId = draft.logId as StoreId;
  const run = { first: 0, prev: '', lines: draft.lines };
  const pages: Promise<StoredPage>[] = [];
  for (let from = 0; from < draft.lines.length; from += ENTRIES_PER_LOG_PAGE) {
    const ref: PageRef = { book, kind: 'log', no: from / ENTRIES_PER_LOG_PAGE };
    pages.push(sealPage(sealer, ref, 1, encodeLogPage(logId, cutRun(run, from, from + ENTRIES_PER_LOG_PAGE))));
  }
  for (const { kind, seq, at, text, salt } of draft.attached) {
    for (const [part, content] of encodeAttached({ salt, text }).entries()) {
      pages.push(sealPage(sealer, { book, kind, no: attachedNo(seq, at, part) }, 1, content));
    }
  }
  const { size, root } = checkpoint.value;
  const log: ClosedLog = { logId, book, size, root: encodeBase64url(root), checkpoint: last, unknown: {} };
  pages.push(sealPage(sealer, closedHeadRef(n), 1, encodeClosed(log)));
  return { log, puts: await Promise.all(pages) };
};
