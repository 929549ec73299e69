import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import { readList } from '../../../src/core/formats/canonical.ts';
import { NOTES_PER_CHECKPOINT_PAGE, ownRef } from '../book/layout.ts';
import type { Head } from './head.ts';
import type { PageReader } from './page-reader.ts';
import { damagedPage } from './page-reader.ts';
import type { PageChange } from './plan.ts';

/**
 * Checkpoints kept for ever, 64 signed notes a page. The newest one stands in the head and is replaced by every commit; it is
 * moved here before the first commit of a session and before another member or key acts. So each run of entries stays vouched for
 * by the member who made it, also when a session ended without its lock entry.
 */
export const encodeCheckpoints = (notes: readonly string[]): JsonObject => ({ notes });

export const parseCheckpoints = (content: JsonObject): readonly string[] | null =>
  readList(content['notes'], NOTES_PER_CHECKPOINT_PAGE, (note) => (typeof note === 'string' ? note : null));

/** Page changes that append `notes` to the kept ones. Reads the last page when it is not full. */
export const keepCheckpoints = async (head: Head, notes: readonly string[], pages: PageReader): Promise<Result<readonly PageChange[], VaultError>> => {
  if (notes.length === 0) return ok([]);
  const firstNo = Math.floor(head.kept / NOTES_PER_CHECKPOINT_PAGE);
  const firstRef = ownRef('checkpoint', firstNo);
  const begun = head.kept % NOTES_PER_CHECKPOINT_PAGE;
  let earlier: readonly string[] = [];
  if (begun > 0) {
    const content = await pages.read(firstRef);
    if (!content.ok) return content;
    const parsed = content.value === null ? null : parseCheckpoints(content.value);
    if (parsed?.length !== begun) return err(damagedPage(firstRef));
    earlier = parsed;
  }
  const all = [...earlier, ...notes];
  const changes: PageChange[] = [];
  for (let at = 0; at < all.length; at += NOTES_PER_CHECKPOINT_PAGE) {
    const ref = ownRef('checkpoint', firstNo + at / NOTES_PER_CHECKPOINT_PAGE);
    changes.push({ ref, content: encodeCheckpoints(all.slice(at, at + NOTES_PER_CHECKPOINT_PAGE)) });
  }
  return ok(changes);
};
