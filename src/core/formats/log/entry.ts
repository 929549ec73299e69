import type { MemberId, StoreId, VaultId } from '../../domain/ids.ts';
import type { Result } from '../../domain/result.ts';
import { isId } from '../../domain/ids.ts';
import { err, ok } from '../../domain/result.ts';
import type { JsonValue } from '../canonical.ts';
import { isArray, isCount, isTime, parseCanonicalJson, readList } from '../canonical.ts';
import type { Sha256 } from '../hash.ts';
import { ENTRY_DOMAIN, MAX_ENTRY_BYTES } from './log-consts.ts';
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
  const entry = matchEntry(line);
  return entry === null ? parseFields(line) : ok(entry);
};

/** Field by field: says what is wrong with a line, and takes the same lines as the pattern. */
const parseFields = (line: string): Result<Entry, EntryProblem> => {
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
    isTime(time),
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

const ID = '([A-Za-z0-9_-]{22})';
const COUNT = '(0|[1-9][0-9]{0,15})';
const HASH_TEXT = '[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]';
const WORD_TEXT = '[A-Za-z0-9_.:/+=-]+';
const listOf = (item: string): string => `(\\[(?:${item}(?:,${item})*)?\\])`;

/**
 * A whole line. Nothing in it can be spelled in two ways, so what it takes is canonical without having been parsed and written again:
 * a record has a hundred thousand lines, and that took longer than hashing them.
 */
const LINE = new RegExp(
  `^\\[${[
    `"${ENTRY_DOMAIN}"`,
    `"${ID}"`,
    `"${ID}"`,
    COUNT,
    `"((?:${HASH_TEXT})?)"`,
    COUNT,
    `"${ID}"`,
    COUNT,
    `"(${WORD_TEXT})"`,
    `"((?:${ID.slice(1, -1)})?)"`,
    listOf(`"${WORD_TEXT}"`),
    `"((?:${HASH_TEXT})?)"`,
    listOf(`\\["${WORD_TEXT}","${HASH_TEXT}"\\]`),
    listOf(`\\["${ID.slice(1, -1)}",[1-9][0-9]{0,15},"${HASH_TEXT}"\\]`),
    `"((?:${WORD_TEXT})?)"`,
  ].join(',')}\\]$`,
);

/** Null for whatever is no entry; `parseFields` says why. */
const matchEntry = (line: string): Entry | null => {
  const found = LINE.exec(line);
  if (found === null) return null;
  const text = (at: number): string => found[at] ?? '';
  const [seq, prev, time, tableVersion] = [Number(text(3)), text(4), Number(text(5)), Number(text(7))];
  if (!isCount(seq) || (seq === 0) !== (prev === '') || !isTime(time) || !isCount(tableVersion, 1)) return null;
  // Quotes stand between the words, so that the digits of two are not taken for those of one.
  if (TWELVE_DIGITS.test(text(8)) || TWELVE_DIGITS.test(text(10))) return null;
  const attach = listIn(text(12), readAttachment);
  const seen = listIn(text(13), (item) => readSeen(item, text(2)));
  if (attach === null || seen === null) return null;
  return {
    vaultId: text(1) as VaultId,
    logId: text(2) as StoreId,
    seq,
    prev,
    time,
    actorId: text(6) as MemberId,
    tableVersion,
    action: text(8),
    subjectId: text(9),
    codes: text(10) === '[]' ? [] : text(10).slice(2, -2).split('","'),
    state: text(11),
    attach,
    seen,
    build: text(14),
  };
};

/** A list the pattern has taken: most are empty. */
const listIn = <T>(text: string, read: (item: JsonValue) => T | null): readonly T[] | null =>
  text === '[]' ? [] : readList(JSON.parse(text) as JsonValue, MAX_ENTRY_BYTES, read);

const utf8 = new TextEncoder();
/** One for all lines: a verification hashes a hundred thousand, and would spend a quarter of its time on bytes nobody keeps. */
const leafRoom = new Uint8Array(1 + MAX_ENTRY_BYTES);
/** Behind the 0 that makes it a leaf. */
const lineRoom = leafRoom.subarray(1);

/** Leaf of the tree, and base64url-encoded the `prev` of the entry after. */
export const hashEntryLine = (sha256: Sha256, line: string): Uint8Array<ArrayBuffer> => {
  const { read, written } = utf8.encodeInto(line, lineRoom);
  // What is longer than any entry is hashed all the same: that no entry is so long is said where lines are parsed.
  return read === line.length ? sha256(leafRoom.subarray(0, 1 + written)) : leafHash(sha256, utf8.encode(line));
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
