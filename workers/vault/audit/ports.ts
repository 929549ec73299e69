import type { MemberId, StoreId, VaultId } from '../../../src/core/domain/ids.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import type { KeyName } from '../../../src/core/formats/key-name.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import type { PageRow } from '../storage/page-row.ts';

/** What storage and record need from the platform and from the keys, so that each of it can be made to fail in a test. */

/**
 * Seals and opens the pages of one store with the keys of ONE epoch. Keys a member does not hold are simply not there:
 * `open` then answers null, `seal` is a defect.
 */
export interface PageSealer {
  readonly vaultId: VaultId;
  readonly storeId: StoreId;
  readonly epoch: number;
  readonly holds: (key: KeyName) => boolean;
  /** Fresh salt with every call; the row's epoch is this sealer's. */
  readonly seal: (ref: PageRef, rev: number, plaintext: Uint8Array<ArrayBuffer>) => Promise<PageRow>;
  /**
   * Null when the row does not open: another place, rev, epoch, vault or key, or changed bytes. A row of an earlier epoch
   * opens only where the key was carried over (the log key, unless a member was revoked).
   */
  readonly open: (ref: PageRef, row: PageRow) => Promise<Uint8Array<ArrayBuffer> | null>;
}

/** The acting member's signature. */
export interface NoteSigner {
  readonly memberId: MemberId;
  /** Text of a note (ends with LF, no signatures) → the signed note. */
  readonly sign: (text: string) => Promise<string>;
}

/** Small things every commit needs. */
export interface AuditPlatform {
  readonly sha256: Sha256;
  /** `length` bytes of the platform's generator. */
  readonly random: (length: number) => Uint8Array<ArrayBuffer>;
  /** UTC ms */
  readonly now: () => number;
  /** Stands in every entry: which program wrote it. */
  readonly build: string;
}

/** Where the newest known state of the log is remembered outside the database (storage/mark-store.ts). */
export interface MarkKeeper {
  /** Never rejects: a commit is stored whether or not its mark is. */
  readonly keep: (mark: MarkState) => Promise<void>;
}

/** What a mark says: size in the clear, the rest sealed under the user secret key. */
export interface MarkState {
  readonly size: number;
  /** base64url */
  readonly root: string;
  readonly tableVersion: number;
  readonly epoch: number;
}
