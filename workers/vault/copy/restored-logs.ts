import type { VaultError } from '../../../src/core/contract/errors.ts';
import { isId } from '../../../src/core/domain/ids.ts';
import type { VaultId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { sameBytes } from '../../../src/core/formats/bytes.ts';
import { OWN_BOOK } from '../../../src/core/formats/consts.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import type { Checkpoint } from '../../../src/core/formats/log/checkpoint.ts';
import { parseCheckpoint } from '../../../src/core/formats/log/checkpoint.ts';
import { parseEntry } from '../../../src/core/formats/log/entry.ts';
import type { SeenLog } from '../../../src/core/formats/log/entry.ts';
import { appendLeaves, createFrontier, frontierRoot } from '../../../src/core/formats/log/merkle.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import { hashAttached, parseAttachedPart } from '../audit/attached-page.ts';
import type { AttachedPart } from '../audit/attached-page.ts';
import { hasPages } from '../audit/attached-reader.ts';
import { parseLogPage } from '../audit/log-page.ts';
import type { ClosedLogDraft } from '../audit/plan.ts';
import { MAX_ATTACHMENTS, MAX_PARTS } from '../book/layout.ts';
import type { CopiedPage } from './open-container.ts';
import type { RecordedLog } from './walk-log.ts';

export interface RestoredLogs {
  /** In the order they were opened, the copy's own log last. */
  readonly drafts: readonly (ClosedLogDraft & RecordedLog)[];
  /** Head of the copy's own log, for the first entry of the new one. */
  readonly seen: SeenLog;
  /** UTC ms of the last entry of the copy's own log. */
  readonly lastTime: number;
}

interface KnownCheckpoint {
  readonly note: string;
  readonly checkpoint: Checkpoint;
}

const damaged: Result<never, VaultError> = err({ type: 'FileRefused', reason: 'Damaged' });

/** Null when one of them is none: it would be gone after the restore, and with it what it vouches for. */
const parseNotes = (notes: readonly string[]): readonly KnownCheckpoint[] | null => {
  const known = notes.flatMap((note) => {
    const signed = parseSignedNote(note);
    const checkpoint = signed.ok ? parseCheckpoint(signed.value.text) : null;
    return checkpoint?.ok === true ? [{ note, checkpoint: checkpoint.value }] : [];
  });
  return known.length === notes.length ? known : null;
};

type AttachedDraft = ClosedLogDraft['attached'][number];

const attachedOf = (pages: readonly CopiedPage[]): readonly AttachedDraft[] | null => {
  const groups = new Map<number, { readonly kind: 'attach' | 'list'; readonly parts: AttachedPart[] }>();
  for (const { ref, content } of pages) {
    if (ref.kind !== 'attach' && ref.kind !== 'list') continue;
    const part = parseAttachedPart(content);
    if (part === null || part.part !== ref.no % MAX_PARTS) return null;
    const place = Math.floor(ref.no / MAX_PARTS);
    const group = groups.get(place) ?? { kind: ref.kind, parts: [] };
    group.parts.push(part);
    groups.set(place, group);
  }
  const drafts: AttachedDraft[] = [];
  for (const [place, { kind, parts }] of groups) {
    const ordered = parts.toSorted((a, b) => a.part - b.part);
    const salt = ordered[0]?.salt ?? '';
    if (ordered.some((part, at) => part.part !== at || part.parts !== parts.length || part.salt !== salt)) return null;
    const text = ordered.map((part) => part.text).join('');
    drafts.push({ kind, seq: Math.floor(place / MAX_ATTACHMENTS), at: place % MAX_ATTACHMENTS, text, salt });
  }
  return drafts;
};

/** Each attachment that has pages lies in the copy, is the one its entry commits to, and there is no other. */
const isCommitted = (drafts: readonly AttachedDraft[], lines: readonly string[], sha256: Sha256): boolean => {
  const left = new Map(drafts.map((draft) => [`${draft.kind} ${draft.seq} ${draft.at}`, draft]));
  for (const [seq, line] of lines.entries()) {
    const entry = parseEntry(line);
    if (!entry.ok) return false;
    for (const [at, { kind, hash }] of entry.value.attach.entries()) {
      if (!hasPages(kind)) continue;
      const draft = left.get(`${kind} ${seq} ${at}`);
      if (draft === undefined || hashAttached(sha256, draft) !== hash) return false;
      left.delete(`${kind} ${seq} ${at}`);
    }
  }
  return left.size === 0;
};

interface ReadLog {
  readonly draft: ClosedLogDraft & RecordedLog;
  readonly seen: SeenLog;
}

/** The lines of one book, with chain and tree followed anew; its last checkpoint must cover all of them. */
const readLog = (pages: readonly CopiedPage[], vaultId: VaultId, checkpoints: readonly KnownCheckpoint[], sha256: Sha256): ReadLog | null => {
  const logPages = pages.filter(({ ref }) => ref.kind === 'log').toSorted((a, b) => a.ref.no - b.ref.no);
  const logId = logPages[0]?.content['log'];
  if (!isId(logId)) return null;
  const lines: string[] = [];
  const leaves: Uint8Array[] = [];
  let last = '';
  let frontier = createFrontier();
  for (const { content } of logPages) {
    const stretch = parseLogPage(content, vaultId, logId, sha256);
    if (stretch === null || stretch.first !== lines.length || stretch.prev !== last) return null;
    frontier = appendLeaves(sha256, frontier, stretch.leaves);
    lines.push(...stretch.lines);
    leaves.push(...stretch.leaves);
    last = stretch.last;
  }
  const own = checkpoints.filter(({ checkpoint }) => checkpoint.logId === logId).toSorted((a, b) => a.checkpoint.size - b.checkpoint.size);
  const newest = own.at(-1)?.checkpoint;
  const attached = attachedOf(pages);
  const root = frontierRoot(sha256, frontier);
  if (newest === undefined || attached === null || !isCommitted(attached, lines, sha256) || newest.size !== lines.length || !sameBytes(newest.root, root)) return null;
  const notes = [...new Set(own.map(({ note }) => note))];
  return {
    draft: { logId, lines, leaves, checkpoints: notes, attached },
    seen: { logId: newest.logId, size: newest.size, root: encodeBase64url(root) },
  };
};

const orderOf = (book: string): number => (book === OWN_BOOK ? Number.POSITIVE_INFINITY : Number(book.slice(book.indexOf('-') + 1)));

/**
 * The logs of a copy, each to be kept closed in the new store. `notes`: signed checkpoints of all of them, kept ones and newest.
 * Errors: FileRefused.
 */
export const restoreLogs = (
  pages: readonly CopiedPage[],
  vaultId: VaultId,
  notes: readonly string[],
  sha256: Sha256,
): Result<RestoredLogs, VaultError> => {
  const checkpoints = parseNotes(notes);
  if (checkpoints === null) return damaged;
  const books = [...new Set(pages.filter(({ ref }) => ref.kind === 'log').map(({ ref }) => ref.book))].toSorted((a, b) => orderOf(a) - orderOf(b));
  const logs: ReadLog[] = [];
  for (const book of books) {
    const log = readLog(pages.filter(({ ref }) => ref.book === book), vaultId, checkpoints, sha256);
    if (log === null) return damaged;
    logs.push(log);
  }
  // What is said of another vault or log has nothing here to vouch for: kept, it would have the record told as broken for ever.
  const isOfACopiedLog = ({ checkpoint }: KnownCheckpoint): boolean =>
    checkpoint.vaultId === vaultId && logs.some(({ draft }) => draft.logId === checkpoint.logId);
  if (!checkpoints.every(isOfACopiedLog)) return damaged;
  const own = logs.at(-1);
  const lastEntry = own === undefined ? null : parseEntry(own.draft.lines.at(-1) ?? '');
  if (own === undefined || books.at(-1) !== OWN_BOOK || lastEntry?.ok !== true) return damaged;
  return ok({ drafts: logs.map(({ draft }) => draft), seen: own.seen, lastTime: lastEntry.value.time });
};
