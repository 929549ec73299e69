import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import { frontierRoot } from '../../../src/core/formats/log/merkle.ts';
import { HEAD_REF } from '../book/layout.ts';
import type { BookState } from './book-state.ts';
import type { Head } from './head.ts';
import type { BookRows } from './load-book.ts';
import { loadBook, openHead } from './load-book.ts';
import { damagedPage } from './page-reader.ts';
import type { MarkState, PageSealer } from './ports.ts';

/** A table version the database may be at: the keyring's, or the one before it when a rotation was cut off. */
export interface AcceptedTable {
  readonly version: number;
  readonly hash: string;
  /** Epoch of this store in that table. */
  readonly epoch: number;
}

export interface OpenBookInput {
  /** As `readBookRows` found them. */
  readonly rows: Result<BookRows, VaultError>;
  /** One for each epoch of the keyring whose keys were checked against the table. */
  readonly sealers: readonly PageSealer[];
  readonly tables: readonly AcceptedTable[];
  /** Newest of file and localStorage; `root` empty when its seal did not open. Null: no mark was found. */
  readonly mark: MarkState | null;
  readonly sha256: Sha256;
}

export interface OpenedBook {
  readonly state: BookState;
  /** The database's epoch decides: every other epoch must be dropped from the keyring before anything is written. */
  readonly sealer: PageSealer;
}

const compareWithMark = (head: Head, mark: MarkState | null, sha256: Sha256): VaultError | null => {
  const { size } = head.frontier;
  if (mark === null || mark.size < size) return null;
  // Behind it, or as long and yet another log: put back, and written on from there.
  const same = mark.size === size && (mark.root === '' || mark.root === encodeBase64url(frontierRoot(sha256, head.frontier)));
  return same ? null : { type: 'DatabaseOlder', expectedEntries: mark.size, foundEntries: size };
};

const compareWithTables = (head: Head, tables: readonly AcceptedTable[]): boolean =>
  tables.some((table) => table.version === head.tableVersion && table.hash === head.tableHash && table.epoch === head.epoch);

/**
 * Head, index pages and tail, in parallel, each compared with what names it. Errors: DatabaseMissing, DatabaseOlder (behind the
 * mark, or in an epoch that is gone), DatabaseDamaged (a page is not in the state head names, or was planted), NewerFormat,
 * StorageFailed.
 */
export const openBook = async ({ rows, sealers, tables, mark, sha256 }: OpenBookInput): Promise<Result<OpenedBook, VaultError>> => {
  if (!rows.ok) return rows;
  const { epoch } = rows.value.head;
  const sealer = sealers.find((one) => one.epoch === epoch);
  if (sealer === undefined) {
    const [oldest] = sealers.toSorted((a, b) => a.epoch - b.epoch);
    // An epoch that never was: planted. One that is gone: the database was put back to before a rotation.
    if (oldest === undefined || epoch > oldest.epoch) return err(damagedPage(HEAD_REF));
    const older = await openHead(oldest, rows.value.head);
    return err({ type: 'DatabaseOlder', expectedEntries: mark?.size ?? 0, foundEntries: older.ok ? older.value.frontier.size : 0 });
  }
  const head = await openHead(sealer, rows.value.head);
  if (!head.ok) return head;
  const older = compareWithMark(head.value, mark, sha256);
  if (older !== null) return err(older);
  if (!compareWithTables(head.value, tables)) return err(damagedPage(HEAD_REF));
  const state = await loadBook(sealer, rows.value, head.value, sha256);
  return state.ok ? ok({ state: state.value, sealer }) : state;
};

export interface NewBookInput {
  readonly sealer: PageSealer;
  readonly table: AcceptedTable;
  /** 32 random bytes. */
  readonly salt: Uint8Array<ArrayBuffer>;
}

/** A store that has nothing in it yet; its first commit makes the head, and attaches the table to its first entry. */
export const newBook = ({ sealer, table, salt }: NewBookInput): OpenedBook => ({
  sealer,
  state: {
    head: {
      vaultId: sealer.vaultId,
      storeId: sealer.storeId,
      epoch: sealer.epoch,
      tableVersion: table.version,
      tableHash: table.hash,
      frontier: { size: 0, nodes: [] },
      last: '',
      lastTime: 0,
      actor: '',
      checkpoint: '',
      kept: 0,
      salt,
      pages: [],
      closedCount: 0,
      closedHere: [],
      unknown: {},
    },
    headRow: null,
    closed: [],
    index: new Map(),
    run: { first: 0, prev: '', lines: [] },
  },
});
