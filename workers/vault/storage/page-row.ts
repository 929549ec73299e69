import type { PageRef } from '../../../src/core/formats/page.ts';

/**
 * A page as it lies in the database. `rev` grows with every change of its content, `epoch` is the one it was
 * sealed in; both are in the seal's aad, so a row changed from outside does not open.
 */
export interface PageRow {
  readonly rev: number;
  readonly epoch: number;
  readonly blob: Uint8Array<ArrayBuffer>;
}

export interface StoredPage {
  readonly at: PageRef;
  readonly row: PageRow;
}

/** One transaction: all of it or nothing. Puts carry fresh salts, so a row found again byte for byte is this write's. */
export interface PageWrite {
  /** The row that must still lie at `at`, byte for byte (null: none may lie there); else nothing is written. */
  readonly expect: { readonly at: PageRef; readonly row: PageRow | null };
  readonly puts: readonly StoredPage[];
  readonly deletes: readonly PageRef[];
}

/** Byte for byte, and synchronously: it is asked inside a transaction. */
export const samePage = (a: PageRow | null, b: PageRow | null): boolean => {
  if (a === null || b === null) return a === b;
  if (a.rev !== b.rev || a.epoch !== b.epoch || a.blob.length !== b.blob.length) return false;
  return a.blob.every((byte, at) => byte === b.blob[at]);
};
