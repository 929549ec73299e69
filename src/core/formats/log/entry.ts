import type { MemberId, StoreId, VaultId } from '../../domain/ids.ts';
import type { Result } from '../../domain/result.ts';
import { isId } from '../../domain/ids.ts';
import { err, ok } from '../../domain/result.ts';
import type { JsonValue } from '../canonical.ts';
import { isArray, isCount, parseCanonicalJson, readList } from '../canonical.ts';
import type { Sha256 } from '../hash.ts';
import { ENTRY_DOMAIN, MAX_ENTRY_BYTES, MAX_ENTRY_TIME } from './log-consts.ts';
import { leafHash } from './merkle.ts';

/** One line of the audit log. public/spec/log-v1.md §3. Hashes are base64url, 43 characters. */
export interface Entry {
  readonly vaultId: VaultId;
  readonly logId: StoreId;
  /** Counts from 0. */
  readonly seq: number;
  /** Leaf hash of the entry before; "" at seq 0. */
  readonly prev: string;
  /** UTC ms of the writer's clock. */
  readonly time: number;
  readonly actorId: MemberId;
  /** Version of the table the entry acted under. */
  readonly tableVersion: number;
  /** Known ones: domain/audit/action.ts. An unknown one is not an error. */
  readonly action: string;
  /** Person, member or copy; "" when none. */
  readonly subjectId: string;
  readonly codes: readonly string[];
  /** Salted hash of the page table after the commit; "" when the entry has none. */
  readonly state: string;
  readonly attach: readonly Attachment[];
  readonly seen: readonly SeenLog[];
  readonly build: string;
}

/** Something the entry commits to without showing it; its hash covers 32 random bytes too, where it is not public. */
export interface Attachment {
  readonly kind: string;
  readonly hash: string;
}

/** Head of another log of the same vault, as the writer knew it. */
export interface SeenLog {
  readonly logId: StoreId;
  readonly size: number;
  readonly root: string;
}

export type EntryProblem =
  | { readonly type: 'TooLong' }
  | { readonly type: 'NotCanonical' }
  | { readonly type: 'BadField'; readonly field: EntryField };

const FIELDS = ['domain', 'vaultId', 'logId', 'seq', 'prev', 'time', 'actorId', 'tableVersion', 'action', 'subjectId', 'codes', 'state', 'attach', 'seen', 'build'] as const;

export type EntryField = (typeof FIELDS)[number] | 'length';

/** What an entry's strings are made of. Nothing in it needs an escape, so one entry has one spelling. */
const WORD = /^[A-Za-z0-9_.:/+=-]+$/;
/** 32 bytes: the last character's two unused bits are zero. */
const HASH = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
/** An individual number in a code would make the log itself a file of numbers; the format refuses the shape. */
const TWELVE_DIGITS = /(?<![0-9])[0-9]{12}(?![0-9])/;

/** The entry's line, without LF. Throws when the entry breaks the format: the writer's own values are never bad input. */
export const encodeEntry = (entry: Entry): string => {
  const line = JSON.stringify([
    ENTRY_DOMAIN,
    entry.vaultId,
    entry.logId,
    entry.seq,
    entry.prev,
    entry.time,
    entry.actorId,
    entry.tableVersion,
    entry.action,
    entry.subjectId,
    entry.codes,
    entry.state,
    entry.attach.map((attachment) => [attachment.kind, attachment.hash]),
    entry.seen.map((seen) => [seen.logId, seen.size, seen.root]),
    entry.build,
  ]);
  const parsed = parseEntry(line);
  if (!parsed.ok) throw new Error(`encodeEntry: ${parsed.error.type} ${'field' in parsed.error ? parsed.error.field : ''}`);
  return line;
};

/** Strict: accepts only what `encodeEntry` writes, so that one entry has one leaf hash. Unknown actions and codes pass. */
export const parseEntry = (line: string): Result<Entry, EntryProblem> => {
  if (line.length > MAX_ENTRY_BYTES) return err({ type: 'TooLong' });
  const json = parseCanonicalJson(line, 3);
  if (!json.ok || !isArray(json.value)) return err({ type: 'NotCanonical' });
  const value = json.value;
  if (value.length !== FIELDS.length) return err({ type: 'BadField', field: 'length' });
  const [, vaultId, logId, seq, prev, time, actorId, tableVersion, action, subjectId, codeList, state, attachList, seenList, build] = value;

  const codes = readList(codeList, MAX_ENTRY_BYTES, readWord);
  const attach = readList(attachList, MAX_ENTRY_BYTES, readAttachment);
  const seen = readList(seenList, MAX_ENTRY_BYTES, (item) => readSeen(item, logId));
  const checks: readonly boolean[] = [
    value[0] === ENTRY_DOMAIN,
    isId(vaultId),
    isId(logId),
    isCount(seq),
    seq === 0 ? prev === '' : isHash(prev),
    isCount(time) && time <= MAX_ENTRY_TIME,
    isId(actorId),
    isCount(tableVersion, 1),
    readWord(action) !== null,
    subjectId === '' || isId(subjectId),
    codes !== null,
    state === '' || isHash(state),
    attach !== null,
    seen !== null,
    build === '' || (typeof build === 'string' && WORD.test(build)),
  ];
  const bad = FIELDS[checks.indexOf(false)];
  if (bad !== undefined || codes === null || attach === null || seen === null) return err({ type: 'BadField', field: bad ?? 'length' });
  return ok({
    vaultId: vaultId as VaultId,
    logId: logId as StoreId,
    seq: seq as number,
    prev: prev as string,
    time: time as number,
    actorId: actorId as MemberId,
    tableVersion: tableVersion as number,
    action: action as string,
    subjectId: subjectId as string,
    codes,
    state: state as string,
    attach,
    seen,
    build: build as string,
  });
};

const utf8 = new TextEncoder();
/** One for all lines: a verification hashes a hundred thousand, and would spend a quarter of its time on bytes nobody keeps. */
const lineRoom = new Uint8Array(MAX_ENTRY_BYTES);

/** Leaf of the tree, and base64url-encoded the `prev` of the entry after. */
export const hashEntryLine = (sha256: Sha256, line: string): Uint8Array<ArrayBuffer> => {
  const { read, written } = utf8.encodeInto(line, lineRoom);
  // What is longer than any entry is hashed all the same: that no entry is so long is said where lines are parsed.
  return leafHash(sha256, read === line.length ? lineRoom.subarray(0, written) : utf8.encode(line));
};

/** 43 characters of base64url: 32 bytes. */
export const isHash = (value: unknown): value is string => typeof value === 'string' && HASH.test(value);

const readWord = (value: JsonValue | undefined): string | null =>
  typeof value === 'string' && WORD.test(value) && !TWELVE_DIGITS.test(value) ? value : null;

const readAttachment = (item: JsonValue): Attachment | null => {
  if (!isArray(item) || item.length !== 2) return null;
  const kind = readWord(item[0]);
  return kind !== null && isHash(item[1]) ? { kind, hash: item[1] } : null;
};

// A log does not name itself: its own head is `prev`.
const readSeen = (item: JsonValue, ownLog: JsonValue | undefined): SeenLog | null => {
  if (!isArray(item) || item.length !== 3) return null;
  const [logId, size, root] = item;
  if (!isId(logId) || logId === ownLog || !isCount(size, 1) || !isHash(root)) return null;
  return { logId: logId as StoreId, size, root };
};
