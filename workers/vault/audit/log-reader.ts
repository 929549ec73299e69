import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import type { ClosedLog } from './head.ts';

/** A stretch of one log: `lines[0]` is entry `first`. */
export interface LogLines {
  readonly first: number;
  readonly lines: readonly string[];
}

export interface LogReader {
  /** Id of this installation's log, and its size now. */
  readonly logId: string;
  readonly size: () => number;
  /** Logs of earlier installations, oldest first. */
  readonly closed: () => readonly ClosedLog[];
  /**
   * Entries from ≤ seq < to (cut to the log) of the own or a closed log, ascending. Reads only the pages they lie in. The chain
   * is followed within the stretch; the tree is checked by verification only. Errors: DatabaseDamaged, StorageFailed.
   */
  readonly readLines: (from: number, to: number, log?: ClosedLog) => Promise<Result<LogLines, VaultError>>;
  /** The whole log in stretches of 128, each handed over before the next is read. */
  readonly eachStretch: (onStretch: (stretch: LogLines) => void, log?: ClosedLog) => Promise<Result<null, VaultError>>;
  /** Content attached to entry `seq` at place `at` of its attach list, checked against the hash in the line. Null: it was removed. */
  readonly readAttached: (seq: number, at: number, log?: ClosedLog) => Promise<Result<JsonObject | null, VaultError>>;
  /** Signed checkpoints of all logs: kept ones in the order they were made, each closed log's last, and the current one at the end. */
  readonly checkpoints: () => Promise<Result<readonly string[], VaultError>>;
  /** Table notes, version 1 first. */
  readonly tables: () => Promise<Result<readonly string[], VaultError>>;
}
