import type { MemberId, StoreId, VaultId } from '../../../src/core/domain/ids.ts';
import { isId } from '../../../src/core/domain/ids.ts';
import { encodeBase64url, isBase64urlOf, parseBase64url } from '../../../src/core/formats/base64url.ts';
import type { JsonObject, JsonValue } from '../../../src/core/formats/canonical.ts';
import { isArray, isCount, isObject, isTime, readList } from '../../../src/core/formats/canonical.ts';
import { HASH_BYTES, OWN_BOOK } from '../../../src/core/formats/consts.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import { isHash } from '../../../src/core/formats/log/entry.ts';
import type { Frontier } from '../../../src/core/formats/log/merkle.ts';
import { isFrontier } from '../../../src/core/formats/log/merkle.ts';
import type { PageHash } from '../book/page-hash.ts';
import { pageHashToJson, parsePageHash } from '../book/page-hash.ts';

/**
 * A log of an earlier installation, kept whole when the vault was restored here. Each has a page of its own: a head that named all of them
 * would outgrow its page after some hundred restores.
 */
export interface ClosedLog {
  readonly logId: StoreId;
  /** Book under which its pages lie. */
  readonly book: string;
  readonly size: number;
  /** base64url, as the last checkpoint states it. */
  readonly root: string;
  /** Its last signed checkpoint. */
  readonly checkpoint: string;
  /** Fields a newer writer added. */
  readonly unknown: JsonObject;
}

/**
 * The one page all others hang on, rewritten by every commit under the log key, which every writer holds. It states the
 * hash of all index and other pages (index pages state those of their person and number pages) and the log's frontier
 * (which vouches for tail and log pages), so a single page put back to an older state is noticed.
 */
export interface Head {
  readonly vaultId: VaultId;
  readonly storeId: StoreId;
  readonly epoch: number;
  readonly tableVersion: number;
  readonly tableHash: string;
  /** Size and right edge of the log's tree. */
  readonly frontier: Frontier;
  /** Leaf hash and time of the last entry; "" and 0 while the log is empty. */
  readonly last: string;
  readonly lastTime: number;
  /** The member who made the last entry; "" while the log is empty. */
  readonly actor: MemberId | '';
  /** Signed checkpoint over the whole log; "" while it is empty. */
  readonly checkpoint: string;
  /** How many checkpoints are kept in the checkpoint pages. */
  readonly kept: number;
  /** Goes into the hash that entries state, so that equal pages cannot be told from outside. */
  readonly salt: Uint8Array<ArrayBuffer>;
  /** Ordered by kind and number: index and setting pages, the newest table and the last checkpoint page, which name those before them. */
  readonly pages: readonly PageHash[];
  /** How many logs are closed. */
  readonly closedCount: number;
  /** All of them, in a store that an early build restored: it named them here. Empty in every other. */
  readonly closedHere: readonly ClosedLog[];
  readonly unknown: JsonObject;
}

export const encodeClosed = ({ unknown, ...log }: ClosedLog): JsonObject => ({ ...log, ...unknown });

/** Null when the value is no closed log. */
export const parseClosed = (value: JsonValue): ClosedLog | null => {
  if (!isObject(value)) return null;
  const { logId, book, size, root, checkpoint, ...unknown } = value;
  if (!isId(logId) || typeof book !== 'string' || book === OWN_BOOK || !isCount(size, 1) || !isHash(root)) return null;
  return typeof checkpoint === 'string' ? { logId: logId as StoreId, book, size, root, checkpoint, unknown } : null;
};

export const encodeHead = (head: Head): JsonObject => ({
  vaultId: head.vaultId,
  storeId: head.storeId,
  epoch: head.epoch,
  table: [head.tableVersion, head.tableHash],
  size: head.frontier.size,
  nodes: head.frontier.nodes.map(encodeBase64url),
  last: head.last,
  lastTime: head.lastTime,
  actor: head.actor,
  checkpoint: head.checkpoint,
  kept: head.kept,
  salt: encodeBase64url(head.salt),
  pages: head.pages.map(pageHashToJson),
  closed: head.closedHere.length > 0 ? head.closedHere.map(encodeClosed) : head.closedCount,
  ...head.unknown,
});

const MAX_PAGES = 4096;
const MAX_CLOSED_HERE = 256;

const parseNode = (value: JsonValue): Uint8Array | null => (typeof value === 'string' ? parseBase64url(value) : null);

const parseTable = (value: JsonValue | undefined): readonly [version: number, hash: string] | null => {
  if (!isArray(value) || value.length !== 2) return null;
  const [version, hash] = value;
  return isCount(version, 1) && isHash(hash) ? [version, hash] : null;
};

/** Null when the content is not a head. */
export const parseHead = (content: JsonObject): Head | null => {
  const { vaultId, storeId, epoch, table, size, nodes: nodeList, last, lastTime, actor, checkpoint, kept, salt, pages: pageList, closed: closedList, ...unknown } = content;
  const tableStep = parseTable(table);
  const nodes = readList(nodeList, 64, parseNode);
  const pages = readList(pageList, MAX_PAGES, parsePageHash);
  const closedHere = isCount(closedList) ? [] : readList(closedList, MAX_CLOSED_HERE, parseClosed);
  if (tableStep === null || nodes === null || pages === null || closedHere === null) return null;
  if (!isId(vaultId) || !isId(storeId) || !isCount(epoch, 1) || !isCount(size) || !isTime(lastTime) || !isCount(kept)) return null;
  if (!isBase64urlOf(salt, HASH_BYTES) || typeof checkpoint !== 'string') return null;
  const empty = size === 0;
  if (empty ? last !== '' || actor !== '' : !isHash(last) || !isId(actor)) return null;
  const frontier: Frontier = { size, nodes };
  const saltBytes = parseBase64url(salt);
  if (!isFrontier(frontier) || saltBytes === null) return null;
  return {
    vaultId: vaultId as VaultId,
    storeId: storeId as StoreId,
    epoch,
    tableVersion: tableStep[0],
    tableHash: tableStep[1],
    frontier,
    last: last as string,
    lastTime,
    actor: actor as MemberId | '',
    checkpoint,
    kept,
    salt: saltBytes,
    pages,
    closedCount: isCount(closedList) ? closedList : closedHere.length,
    closedHere,
    unknown,
  };
};

const utf8 = new TextEncoder();

/** What entries state of the book after their commit: base64url of SHA-256(salt ‖ UTF-8 JSON of the page table). */
export const stateHash = (sha256: Sha256, salt: Uint8Array, pages: readonly PageHash[]): string => {
  const table = utf8.encode(JSON.stringify(pages.map(pageHashToJson)));
  const bytes = new Uint8Array(salt.length + table.length);
  bytes.set(salt, 0);
  bytes.set(table, salt.length);
  return encodeBase64url(sha256(bytes));
};
