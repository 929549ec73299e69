import type { PRINTED_SHEETS } from '../domain/audit/codes.ts';
import type { VaultResult } from './errors.ts';

export interface LogQuery {
  /** Civil dates Asia/Tokyo 'YYYY-MM-DD', inclusive; null: open. */
  readonly from: string | null;
  readonly to: string | null;
  readonly personId: string | null;
  readonly memberId: string | null;
  /** Empty: all. */
  readonly actions: readonly string[];
  /** Newest first. At most 200. */
  readonly offset: number;
  readonly limit: number;
}

export interface LogRow {
  readonly logId: string;
  readonly seq: number;
  readonly time: number;
  readonly action: string;
  readonly memberName: string;
  /** Empty when the entry has no subject or the person is no longer kept. */
  readonly personName: string;
  readonly personId: string;
  readonly codes: readonly string[];
}

export interface LogPage {
  readonly rows: readonly LogRow[];
  readonly total: number;
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

/** How a verification came out. It was made outside the vault worker, on the plain export, by code that shares nothing with it. */
export interface LogVerification {
  /** Size of this store's log in the verified export. */
  readonly size: number;
  readonly good: boolean;
}

export interface LogExport {
  readonly file: Blob;
  readonly fileName: string;
  /** Of all logs together. */
  readonly entries: number;
  /** Of this store's log. */
  readonly size: number;
}

export interface CheckpointView {
  /** C2SP signed note. */
  readonly note: string;
  readonly size: number;
  readonly time: number;
}

/** A sheet the app prints. */
export type PrintedSheet = (typeof PRINTED_SHEETS)[number];

export interface LogApi {
  readonly listEntries: (query: LogQuery) => VaultResult<LogPage>;
  /** Writes the `chain-verified` entry. Errors: InvalidInput (field size: OutOfRange). */
  readonly recordVerification: (outcome: LogVerification) => VaultResult<null>;
  /** Writes the `print` entry; to be called before the print dialog opens. Whether paper came out is known to nobody here. */
  readonly recordPrint: (what: PrintedSheet) => VaultResult<null>;
  readonly viewCheckpoint: () => VaultResult<CheckpointView>;
  /**
   * 記録の書き出し (.kinkolog): plain lines, tables, checkpoints; no name in it. Given away it is an `export` entry, which the file
   * itself contains; made for a verification it is none. Progress comes as events of the job 'verify'.
   */
  readonly exportLog: (use: 'give' | 'verify') => VaultResult<LogExport>;
}
