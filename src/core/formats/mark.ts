import type { StoreId, VaultId } from '../domain/ids.ts';
import { isId } from '../domain/ids.ts';
import { isBase64urlOf } from './base64url.ts';
import { isCount, parseCanonicalJson, readFields } from './canonical.ts';
import { HASH_BYTES, MARK_VERSION, SEAL_OVERHEAD } from './consts.ts';
import { MAX_MARK_BYTES } from './limits.ts';

/**
 * What is remembered of the database outside of it, so that a database gone or put back is noticed.
 * public/spec/keyring-v1.md §8.
 */
export interface Mark {
  readonly vaultId: VaultId;
  readonly storeId: StoreId;
  /** Entries of the log; plain, so that a missing database is noticed before unlock. */
  readonly size: number;
  /** base64url of the sealed MarkSecret. */
  readonly sealed: string;
}

/** What says more than a size; sealed under a key that only an unlocked member has. */
export interface MarkSecret {
  /** base64url root of the log's tree at `size`. */
  readonly root: string;
  readonly tableVersion: number;
  readonly epoch: number;
}

export const encodeMark = (mark: Mark): string =>
  JSON.stringify({ kinkoMark: MARK_VERSION, vaultId: mark.vaultId, storeId: mark.storeId, size: mark.size, sealed: mark.sealed });

/** Null for anything else, newer versions included: a mark informs, a missing one blocks nothing. */
export const parseMark = (text: string): Mark | null => {
  if (text.length > MAX_MARK_BYTES) return null;
  const json = parseCanonicalJson(text, 1);
  const fields = json.ok ? readFields(json.value, ['kinkoMark', 'vaultId', 'storeId', 'size', 'sealed']) : null;
  if (fields === null) return null;
  const { kinkoMark, vaultId, storeId, size, sealed } = fields;
  if (kinkoMark !== MARK_VERSION || !isId(vaultId) || !isId(storeId) || !isCount(size)) return null;
  if (!isBase64urlOf(sealed, SEAL_OVERHEAD + 1, MAX_MARK_BYTES)) return null;
  return { vaultId: vaultId as VaultId, storeId: storeId as StoreId, size, sealed };
};

/** Plaintext of `sealed`. */
export const encodeMarkSecret = (secret: MarkSecret): string =>
  JSON.stringify({ root: secret.root, tableVersion: secret.tableVersion, epoch: secret.epoch });

export const parseMarkSecret = (text: string): MarkSecret | null => {
  const json = parseCanonicalJson(text, 1);
  const fields = json.ok ? readFields(json.value, ['root', 'tableVersion', 'epoch']) : null;
  if (fields === null) return null;
  const { root, tableVersion, epoch } = fields;
  if (!isBase64urlOf(root, HASH_BYTES) || !isCount(tableVersion, 1) || !isCount(epoch, 1)) return null;
  return { root, tableVersion, epoch };
};
