import type { StoreId, VaultId } from '../../domain/ids.ts';
import type { Entry } from './entry.ts';
import { LOG_EXPORT_VERSION } from './log-consts.ts';

/** Plain export of a vault's logs (.kinkolog): what anyone verifies without a key. public/spec/log-v1.md §6. */

export type LogExportLine =
  | { readonly type: 'header'; readonly vaultId: VaultId }
  /** A signed note, version 1 first. */
  | { readonly type: 'table'; readonly note: string }
  /** Opens a log: the entries up to the next `log` or `end` are its own, from its first to its last. */
  | { readonly type: 'log'; readonly logId: StoreId }
  /** `line` is what was hashed. */
  | { readonly type: 'entry'; readonly line: string; readonly entry: Entry }
  /** A signed note over all entries of the log that stand before it. */
  | { readonly type: 'checkpoint'; readonly note: string }
  | { readonly type: 'end'; readonly lines: number };

/**
 * Makes the lines of one export, each with its LF, and counts them. The caller keeps the order: header, tables, then per
 * log its entries with each checkpoint directly behind the last entry it covers, end. Logs in the order they were opened.
 */
export interface LogExportWriter {
  readonly header: () => string;
  readonly table: (note: string) => string;
  readonly log: (logId: StoreId) => string;
  /** The line as it was hashed, without LF. */
  readonly entry: (line: string) => string;
  readonly checkpoint: (note: string) => string;
  readonly end: () => string;
}

export const createLogExportWriter = (vaultId: VaultId): LogExportWriter => {
  let lines = 0;
  const write = (line: string): string => {
    lines += 1;
    return `${line}\n`;
  };
  return {
    header: () => write(JSON.stringify({ kinkolog: LOG_EXPORT_VERSION, vaultId })),
    table: (note) => write(JSON.stringify({ table: note })),
    log: (logId) => write(JSON.stringify({ log: logId })),
    entry: write,
    checkpoint: (note) => write(JSON.stringify({ checkpoint: note })),
    end: () => write(JSON.stringify({ end: { lines } })),
  };
};
