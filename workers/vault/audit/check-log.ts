import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import type { Entry } from '../../../src/core/formats/log/entry.ts';
import { parseEntry } from '../../../src/core/formats/log/entry.ts';
import { encodeCheckpoint } from '../../../src/core/formats/log/checkpoint.ts';
import { appendLeaves, createFrontier, frontierRoot } from '../../../src/core/formats/log/merkle.ts';
import { OWN_BOOK } from '../../../src/core/formats/consts.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import { HEAD_REF } from '../book/layout.ts';
import type { AttachedPlace } from './attached-reader.ts';
import { hasPages } from './attached-reader.ts';
import type { BookState } from './book-state.ts';
import type { ClosedLog, Head } from './head.ts';
import { stateHash } from './head.ts';
import type { LogReader } from './log-reader.ts';
import { damagedPage } from './page-reader.ts';
import type { VaultError } from '../../../src/core/contract/errors.ts';

export interface LogCheck {
  readonly problems: readonly VaultError[];
  readonly entries: number;
  /** What entries attach as pages. */
  readonly attached: readonly AttachedPlace[];
}

const claims = (head: Head, root: Uint8Array): string =>
  encodeCheckpoint({ vaultId: head.vaultId, logId: head.storeId, size: head.frontier.size, root });

/**
 * Every entry of one log: its line is canonical, its seq and chain hold, all together give the root that head (or the closed log's
 * checkpoint) states. Signatures and rights are the verifier's (workers/verify), which shares nothing with this.
 */
export const checkLog = async (reader: LogReader, state: BookState, sha256: Sha256, log?: ClosedLog): Promise<LogCheck> => {
  const { head } = state;
  const book = log?.book ?? OWN_BOOK;
  const problems: VaultError[] = [];
  const attached: AttachedPlace[] = [];
  let frontier = createFrontier();
  let last = '';
  let lastEntry: Entry | null = null;
  const read = await reader.eachStretch(({ lines, leaves }) => {
    for (const [place, line] of lines.entries()) {
      const entry = parseEntry(line);
      const seq = frontier.size + place;
      if (!entry.ok || entry.value.seq !== seq || entry.value.prev !== last) problems.push(damagedPage({ book, kind: 'log', no: seq }));
      if (entry.ok) {
        lastEntry = entry.value;
        for (const [at, { kind, hash }] of entry.value.attach.entries()) {
          if (hasPages(kind)) attached.push({ book, kind, seq, at, hash });
        }
      }
      last = encodeBase64url(leaves[place] ?? new Uint8Array());
    }
    frontier = appendLeaves(sha256, frontier, leaves);
  }, log);
  if (!read.ok) return { problems: [...problems, read.error], entries: frontier.size, attached };

  const root = frontierRoot(sha256, frontier);
  if (log !== undefined) {
    if (frontier.size !== log.size || encodeBase64url(root) !== log.root) problems.push(damagedPage({ book, kind: 'log', no: 0 }));
    return { problems, entries: frontier.size, attached };
  }
  const sameRoot = encodeBase64url(root) === encodeBase64url(frontierRoot(sha256, head.frontier));
  if (frontier.size !== head.frontier.size || !sameRoot || last !== head.last) problems.push(damagedPage({ book, kind: 'log', no: 0 }));
  const checkpoint = parseSignedNote(head.checkpoint);
  if (frontier.size > 0 && (!checkpoint.ok || checkpoint.value.text !== claims(head, root))) problems.push(damagedPage(HEAD_REF));
  if (!statesBook(lastEntry, head, sha256)) problems.push(damagedPage(HEAD_REF));
  return { problems, entries: frontier.size, attached };
};

/** The last entry states the book as the head names it: pages changed beside the log are noticed. */
const statesBook = (entry: Entry | null, head: Head, sha256: Sha256): boolean =>
  entry === null ? head.pages.length === 0 : entry.state === stateHash(sha256, head.salt, head.pages) && entry.time === head.lastTime && entry.actorId === head.actor;
