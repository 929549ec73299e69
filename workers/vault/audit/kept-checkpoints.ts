import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import { readList } from '../../../src/core/formats/canonical.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import { isHash } from '../../../src/core/formats/log/entry.ts';
import { NOTES_PER_CHECKPOINT_PAGE, ownRef } from '../book/layout.ts';
import { findPageHash } from '../book/page-hash.ts';
import type { Head } from './head.ts';
import type { PageReader } from './page-reader.ts';
import { damagedPage } from './page-reader.ts';
import type { PageChange } from './plan.ts';

/**
 * Checkpoints kept for ever, 64 signed notes a page. The newest one stands in the head and is replaced by every commit; it is
 * moved here before the first commit of a session and before another member or key acts. So each run of entries stays vouched for
 * by the member who made it, also when a session ended without its lock entry.
 * The head names the last page, and each page the one before it: the head stays as small as it is, however long a vault is used.
 */
export interface CheckpointPage {
  /** `hashNotes` of the page before; null: there is none, or an early build wrote the page and the head names the one before it too. */
  readonly prev: string | null;
  readonly notes: readonly string[];
}

export const encodeCheckpoints = ({ prev, notes }: CheckpointPage): JsonObject => (prev === null ? { notes } : { prev, notes });

/** Null when the content is no checkpoint page. */
export const parseCheckpoints = (content: JsonObject): CheckpointPage | null => {
  const notes = readList(content['notes'], NOTES_PER_CHECKPOINT_PAGE, (note) => (typeof note === 'string' ? note : null));
  const prev = content['prev'] ?? null;
  return notes === null || !(prev === null || isHash(prev)) ? null : { prev, notes };
};

const utf8 = new TextEncoder();

/** What the next page says of this one: base64url of SHA-256 over the JSON of [prev or "", notes]. It outlives a renewed key. */
export const hashNotes = (sha256: Sha256, { prev, notes }: CheckpointPage): string =>
  encodeBase64url(sha256(utf8.encode(JSON.stringify([prev ?? '', notes]))));

export const checkpointPageCount = ({ kept }: Head): number => Math.ceil(kept / NOTES_PER_CHECKPOINT_PAGE);

/** How many notes the page holds. */
const lengthOf = ({ kept }: Head, no: number): number => Math.min(NOTES_PER_CHECKPOINT_PAGE, kept - no * NOTES_PER_CHECKPOINT_PAGE);

const isNamed = ({ pages }: Head, no: number): boolean => findPageHash(pages, 'checkpoint', no) !== null;

/** Page changes, and the pages that the head need not name any longer. */
export interface KeptCheckpoints {
  readonly pages: readonly PageChange[];
  readonly count: number;
  readonly vouched: readonly number[];
}

/** What appends `notes` to the kept ones. Reads the last page when it is not full, and the one before it when it does not say of which it is. */
export const keepCheckpoints = async (head: Head, notes: readonly string[], pages: PageReader, sha256: Sha256): Promise<Result<KeptCheckpoints, VaultError>> => {
  if (notes.length === 0) return ok({ pages: [], count: 0, vouched: [] });
  const readPage = async (no: number): Promise<Result<CheckpointPage, VaultError>> => {
    const ref = ownRef('checkpoint', no);
    const content = await pages.read(ref);
    if (!content.ok) return content;
    const page = content.value === null ? null : parseCheckpoints(content.value);
    return page?.notes.length === lengthOf(head, no) ? ok(page) : err(damagedPage(ref));
  };

  const firstNo = Math.floor(head.kept / NOTES_PER_CHECKPOINT_PAGE);
  const begun = head.kept % NOTES_PER_CHECKPOINT_PAGE;
  let earlier: readonly string[] = [];
  let prev: string | null = null;
  if (begun > 0) {
    const page = await readPage(firstNo);
    if (!page.ok) return page;
    ({ notes: earlier, prev } = page.value);
  }
  if (prev === null && firstNo > 0) {
    const before = await readPage(firstNo - 1);
    if (!before.ok) return before;
    prev = hashNotes(sha256, before.value);
  }

  const all = [...earlier, ...notes];
  const changes: PageChange[] = [];
  const vouched: number[] = [];
  for (let at = 0; at < all.length; at += NOTES_PER_CHECKPOINT_PAGE) {
    const no = firstNo + at / NOTES_PER_CHECKPOINT_PAGE;
    const page: CheckpointPage = { prev, notes: all.slice(at, at + NOTES_PER_CHECKPOINT_PAGE) };
    changes.push({ ref: ownRef('checkpoint', no), content: encodeCheckpoints(page) });
    if (no > 0) vouched.push(no - 1);
    prev = hashNotes(sha256, page);
  }
  return ok({ pages: changes, count: notes.length, vouched });
};

/**
 * The notes of all pages, oldest first, when each page is as long as the head says and is the one that head or the page behind it names;
 * else the number of a page that is not.
 */
export const joinCheckpoints = (
  head: Head,
  pages: readonly (JsonObject | null)[],
  sha256: Sha256,
): { readonly notes: readonly string[] } | { readonly damaged: number } => {
  const notes: string[] = [];
  let before: CheckpointPage | null = null;
  for (const [no, content] of pages.entries()) {
    const page = content === null ? null : parseCheckpoints(content);
    if (page?.notes.length !== lengthOf(head, no)) return { damaged: no };
    const prev = before === null ? null : hashNotes(sha256, before);
    // One that no page names must be named by the head: the last, and those of early builds.
    if (page.prev === null ? before !== null && !isNamed(head, no - 1) : page.prev !== prev) return { damaged: Math.max(no - 1, 0) };
    notes.push(...page.notes);
    before = page;
  }
  return pages.length > 0 && !isNamed(head, pages.length - 1) ? { damaged: pages.length - 1 } : { notes };
};
