import type { StoreId, VaultId } from '../domain/ids.ts';
import type { CopyAge } from '../domain/copy/copy-age.ts';
import type { VaultError, VaultResult } from './errors.ts';

export interface CopyCounts {
  readonly persons: number;
  readonly numbers: number;
  readonly entries: number;
}

export interface CopyRow {
  readonly copyId: string;
  readonly madeAt: number;
  readonly fileName: string;
  readonly bytes: number;
  readonly counts: CopyCounts;
  /** Null: 未確認. */
  readonly verifiedAt: number | null;
  /**
   * Read back with an earlier log in it that does not hold, as the record itself says since a restore: UTC ms of that log's last entry.
   * What came after holds. Null: all of it holds, or it was not read back.
   */
  readonly brokenUntil: number | null;
}

export interface CopyOverview {
  readonly copies: readonly CopyRow[];
  /** Ids of those that were made before a password, the recovery code or the keys were last changed: they open with the ones before. */
  readonly opensEarlier: readonly string[];
  readonly age: CopyAge;
  readonly lastVerifiedAt: number | null;
  readonly changesSince: number;
  /** A password or recovery code was changed since the newest copy: it opens with the one before. */
  readonly waysChanged: boolean;
}

export interface MadeCopy {
  readonly copyId: string;
  readonly file: Blob;
  readonly fileName: string;
  readonly counts: CopyCounts;
}

/** What a file says of itself before it is unlocked: integrity only. */
export interface CopyInspection {
  readonly index: number;
  readonly fileName: string;
  readonly vaultId: VaultId;
  readonly createdAt: number;
  readonly counts: CopyCounts;
  /** The vault is on this device too. */
  readonly sameVaultHere: boolean;
  /** This device has vaults, and the copy is of none of them: perhaps not the file the user thinks it is. Samples do not count. */
  readonly otherVaultHere: boolean;
  /** Entries this device has of the same log beyond the copy's; 0 when it has none or the copy is the newer one. */
  readonly entriesMissing: number;
}

export interface RestoreInput {
  readonly file: Blob;
  readonly secret:
    | { readonly kind: 'password'; readonly password: string }
    | { readonly kind: 'recovery'; readonly recoveryCode: string; readonly newPassword: string };
  /** The user was told that this device holds a newer state of the vault. Without it such a file is refused as Older. */
  readonly evenIfOlder: boolean;
}

export interface RestoredVault {
  readonly storeId: StoreId;
  readonly counts: CopyCounts;
  /** Time of the copy's last entry: up to here everything is back. */
  readonly restoredUpTo: number;
  /** 'broken': the record in the copy does not hold from its first entry to its last, and did not say so itself. Entries say so now. */
  readonly record: 'good' | 'broken';
  /** UTC ms of the last entry of a log that does not hold, told just now or before; null: all hold. */
  readonly brokenUntil: number | null;
  /** The earlier store of the same vault, kept until its end is confirmed. */
  readonly earlierStoreId: StoreId | null;
}

export interface CopyApi {
  readonly overviewCopies: () => VaultResult<CopyOverview>;
  /** Resealed under fresh copy keys. It counts only after `verifyCopy` read the written file back. */
  readonly makeCopy: () => VaultResult<MadeCopy>;
  /**
   * Reads what the browser wrote or the user chose, compares hash and counts, and verifies its whole record. Errors: FileRefused,
   * FileTooLarge, FileUnreadable, RecordBroken.
   */
  readonly verifyCopy: (input: { readonly copyId: string; readonly file: Blob }) => VaultResult<CopyRow>;
  /** Newest usable file first; refused ones with their reason. */
  readonly inspectCopies: (files: readonly File[]) => VaultResult<{
    readonly usable: readonly CopyInspection[];
    readonly refused: readonly { readonly index: number; readonly fileName: string; readonly error: VaultError }[];
  }>;
  /**
   * To a new store, verified whole, then switched. The session is open afterwards. Errors: WrongSecret, KdfRefused, PasswordTooWeak,
   * RecoveryGroupWrong, FileRefused, FileTooLarge, FileUnreadable, VaultFull, StorageFull, StorageFailed.
   */
  readonly restoreCopy: (input: RestoreInput) => VaultResult<RestoredVault>;
}
