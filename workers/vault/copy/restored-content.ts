import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { ok } from '../../../src/core/domain/result.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import type { CopiedPage } from './open-container.ts';
import type { ReadContainer } from './read-container.ts';
import type { RestoredBook } from './restored-book.ts';
import { restoreBook } from './restored-book.ts';
import type { RestoredLogs } from './restored-logs.ts';
import { restoreLogs } from './restored-logs.ts';
import type { RecordToCheck } from './walk-log.ts';

export interface RestoredContent {
  readonly book: RestoredBook;
  readonly logs: RestoredLogs;
}

/**
 * What the opened pages of a copy make together. A restore begins with it and reading a copy back ends with it: a file that a
 * restore would refuse must never be called checked. Errors: FileRefused.
 */
export const restoreContent = (pages: readonly CopiedPage[], { header, manifest }: ReadContainer, sha256: Sha256): Result<RestoredContent, VaultError> => {
  const book = restoreBook(pages);
  if (!book.ok) return book;
  const { logPages, checkpoints } = book.value;
  const logs = restoreLogs(logPages, header.vaultId, [...checkpoints, ...manifest.checkpoints], sha256);
  return logs.ok ? ok({ book: book.value, logs: logs.value }) : logs;
};

/** The record of a copy, to be checked from its first entry to its last. */
export const recordOf = ({ header, tables }: ReadContainer, { drafts }: RestoredLogs): RecordToCheck => ({ vaultId: header.vaultId, tables, logs: drafts });
