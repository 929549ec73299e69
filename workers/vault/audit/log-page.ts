import type { VaultId } from '../../../src/core/domain/ids.ts';
import { isId } from '../../../src/core/domain/ids.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import type { JsonObject, JsonValue } from '../../../src/core/formats/canonical.ts';
import { isArray, isCount, readList } from '../../../src/core/formats/canonical.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import { hashEntryLine, isHash } from '../../../src/core/formats/log/entry.ts';
import { ENTRY_DOMAIN } from '../../../src/core/formats/log/log-consts.ts';
import { ENTRIES_PER_LOG_PAGE } from '../book/layout.ts';

/** A stretch of the log as lines, with the leaf hash of the entry before it ("" at seq 0). */
export interface LogRun {
  readonly first: number;
  readonly prev: string;
  readonly lines: readonly string[];
}

/** A stretch read back: the chain was followed while its lines were rebuilt. */
export interface LogStretch extends LogRun {
  /** Leaf hashes of the lines. */
  readonly leaves: readonly Uint8Array[];
  /** Leaf hash of the last line, base64url; `prev` when there is none. */
  readonly last: string;
}

/**
 * The first five elements of a line follow from where it stands: domain, vault, log, seq and the hash of the entry before.
 * They are stated once a page, which takes a third off the log and keeps 128 entries of any length below the size of a blob.
 */
const IMPLIED = 5;

export const encodeLogPage = (logId: string, run: LogRun): JsonObject => ({
  format: ENTRY_DOMAIN,
  log: logId,
  first: run.first,
  prev: run.prev,
  entries: run.lines.map((line) => restOf(line)),
});

const PREV_AT = 4;

const elementsOf = (line: string): readonly JsonValue[] => {
  // Made by encodeEntry or rebuilt from a page: always an array.
  const json = JSON.parse(line) as JsonValue;
  if (!isArray(json)) throw new Error('a line of the log is not an array');
  return json;
};

const restOf = (line: string): JsonValue => elementsOf(line).slice(IMPLIED);

/** Lines `from` to `to` (excluded) of a run, as a run of their own. Without any line, `prev` is that of the whole. */
export const cutRun = (run: LogRun, from: number, to: number): LogRun => {
  const lines = run.lines.slice(from, to);
  const [first] = lines;
  const prev = first === undefined ? run.prev : elementsOf(first)[PREV_AT];
  return { first: run.first + from, prev: typeof prev === 'string' ? prev : '', lines };
};

const parseRest = (value: JsonValue): readonly JsonValue[] | null => (isArray(value) && value.length > 0 ? value : null);

/** Null when the content is no stretch of this log. Lines are rebuilt, not checked field by field: that is the verifier's. */
export const parseLogPage = (content: JsonObject, vaultId: VaultId, logId: string, sha256: Sha256): LogStretch | null => {
  const { format, log, first, prev } = content;
  const entries = readList(content['entries'], ENTRIES_PER_LOG_PAGE, parseRest);
  if (entries === null || format !== ENTRY_DOMAIN || log !== logId || !isId(log)) return null;
  if (!isCount(first) || typeof prev !== 'string' || (first === 0 ? prev !== '' : !isHash(prev))) return null;
  const lines: string[] = [];
  const leaves: Uint8Array[] = [];
  let last: string = prev;
  // Ids, numbers and hashes need no escapes: only the rest of a line is written as JSON.
  const start = `["${ENTRY_DOMAIN}","${vaultId}","${logId}",`;
  entries.forEach((rest, at) => {
    const line = `${start}${first + at},"${last}",${JSON.stringify(rest).slice(1)}`;
    const leaf = hashEntryLine(sha256, line);
    lines.push(line);
    leaves.push(leaf);
    last = encodeBase64url(leaf);
  });
  return { first, prev, lines, leaves, last };
};
