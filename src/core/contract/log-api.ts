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

export interface LogVerification {
  readonly good: boolean;
  readonly entries: number;
  readonly problems: readonly { readonly type: string; readonly logId: string; readonly seq: number }[];
  readonly verifiedAt: number;
}

export interface CheckpointView {
  /** C2SP signed note. */
  readonly note: string;
  readonly size: number;
  readonly time: number;
}

export interface LogApi {
  readonly listEntries: (query: LogQuery) => VaultResult<LogPage>;
  /** Whole log, from the first entry. Progress comes as events; a `chain-verified` entry is written. */
  readonly verifyLog: () => VaultResult<LogVerification>;
  readonly viewCheckpoint: () => VaultResult<CheckpointView>;
  /** 記録の書き出し (.kinkolog): plain lines, tables, checkpoints; no name in it. */
  readonly exportLog: () => VaultResult<{ readonly file: Blob; readonly fileName: string; readonly entries: number }>;
}
