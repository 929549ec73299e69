import type { ImportRefusal } from '../domain/import/import-file.ts';
import type { Result } from '../domain/result.ts';

/**
 * Every failure that can be expected, as plain data: Comlink drops fields of thrown errors, so these are returned.
 * A new member does not compile until src/i18n says it in words.
 */
export type VaultError =
  // ways in
  | { readonly type: 'WrongSecret' }
  | { readonly type: 'RecoveryGroupWrong'; readonly group: number }
  | { readonly type: 'KeyringDamaged' }
  | { readonly type: 'KeyringMissing' }
  | { readonly type: 'KdfRefused' }
  | { readonly type: 'PasswordTooWeak'; readonly reason: PasswordWeakness }
  // state of the store
  | { readonly type: 'DatabaseMissing' }
  | { readonly type: 'DatabaseOlder'; readonly expectedEntries: number; readonly foundEntries: number }
  | { readonly type: 'DatabaseDamaged'; readonly page: string }
  | { readonly type: 'NewerFormat'; readonly found: number }
  | { readonly type: 'StorageFull' }
  | { readonly type: 'StorageFailed'; readonly name: string }
  /** Making or restoring failed, and what was made could not be taken away: a vault may be on the device that opens with the password. */
  | { readonly type: 'VaultLeft' }
  | { readonly type: 'UsedInOtherTab' }
  | { readonly type: 'Locked' }
  /** The writer no longer knows its state: reading and copying still work, nothing is written. */
  | { readonly type: 'Halted' }
  | { readonly type: 'WorkerLost' }
  /** Its file could not be loaded or run: nothing was opened yet, and nothing is lost. */
  | { readonly type: 'WorkerNotStarted' }
  /** A file that is fetched when it is needed did not come; nothing was done. Some browsers do not ask for it again before a reload. */
  | { readonly type: 'PartNotLoaded' }
  | { readonly type: 'BrowserTooOld'; readonly missing: readonly string[] }
  // input
  | { readonly type: 'InvalidInput'; readonly fields: readonly InvalidField[] }
  | { readonly type: 'NotFound' }
  | { readonly type: 'ChangedMeanwhile' }
  | { readonly type: 'NotAllowed' }
  | { readonly type: 'ReasonExpired' }
  | { readonly type: 'NumberMissing' }
  /** The page of the person holds as many numbers as it may, earlier ones included. `name`: whose most of them are. */
  | { readonly type: 'NumbersFull'; readonly name: string }
  /** A page would outgrow its limit (page-v1 §6), or the vault have more tables than a reader takes. Nothing was stored. */
  | { readonly type: 'VaultFull' }
  | { readonly type: 'SameNumber'; readonly personId: string; readonly name: string }
  | { readonly type: 'LabelDoesNotMatch' }
  | { readonly type: 'RehearsalWrong'; readonly groups: readonly number[] }
  | { readonly type: 'RehearsalMissing' }
  // files
  | { readonly type: 'FileTooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly type: 'FileRefused'; readonly reason: FileRefusal }
  /** A list that cannot be imported as it is. Nothing of it is kept. */
  | { readonly type: 'ImportRefused'; readonly fileName: string; readonly refusal: ImportRefusal }
  | { readonly type: 'TooManyFiles'; readonly limit: number }
  | { readonly type: 'FileUnreadable' }
  /** The record in a copy does not hold: entry `seq` of a log, from 0; -1 when it is none. */
  | { readonly type: 'RecordBroken'; readonly logId: string; readonly seq: number }
  // a defect; the id stands in the worker's report too
  | { readonly type: 'Unexpected'; readonly incidentId: string };

export type PasswordWeakness = 'TooShort' | 'TooLong' | 'Common' | 'Repeated' | 'Control';

export type FileRefusal =
  | 'NotOurs'
  | 'NewerFormat'
  | 'Truncated'
  | 'Damaged'
  | 'Extended'
  | 'ForeignVault'
  | 'SignerUnknown'
  | 'TablesBroken'
  | 'NoWayIn'
  | 'Older'
  | 'TooManyLines'
  /** A line longer, or nested deeper, than any copy has. */
  | 'PartTooLarge';

/** `field` is the property name of the input type, `problem` a `type` of the domain's parse error. */
export interface InvalidField {
  readonly field: string;
  readonly problem: string;
}

export type VaultResult<T> = Promise<Result<T, VaultError>>;
