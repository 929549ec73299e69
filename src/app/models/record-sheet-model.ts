import type { VaultError } from '../../core/contract/errors.ts';
import type { CheckpointView, LogQuery, LogRow } from '../../core/contract/log-api.ts';
import type { Result } from '../../core/domain/result.ts';
import { err, ok } from '../../core/domain/result.ts';
import type { OpenVault } from './open-vault.ts';
import { MOST_ON_PAPER } from './print-sheet.ts';
import type { Reading } from './reading.ts';
import { createReading } from './reading.ts';

/** What the vault gives at once. */
const AT_ONCE = 200;
/** An entry that lands while the record is read makes it be read anew. */
const TRIES = 3;

export interface RecordSheet {
  /** Newest first; empty when there are more than paper is for: whoever wants them wants a file, which can be verified. */
  readonly rows: readonly LogRow[];
  readonly total: number;
  /** Of the record as it was when the rows were read. */
  readonly checkpoint: CheckpointView;
}

/** The record as it is narrowed to, for paper, with the checkpoint that fixes it. */
export const createRecordSheetModel = ({ api }: Pick<OpenVault, 'api'>, filter: Omit<LogQuery, 'offset' | 'limit'>): Reading<RecordSheet> => {
  const readRows = async (): Promise<Result<Pick<RecordSheet, 'rows' | 'total'>, VaultError>> => {
    const rows: LogRow[] = [];
    for (;;) {
      const page = await api.listEntries({ ...filter, offset: rows.length, limit: AT_ONCE });
      if (!page.ok) return page;
      const { total } = page.value;
      if (total > MOST_ON_PAPER) return ok({ rows: [], total });
      rows.push(...page.value.rows);
      if (rows.length >= total || page.value.rows.length === 0) return ok({ rows, total });
    }
  };
  /** Rows and checkpoint of the same moment: the checkpoint is the same before and after. */
  const readWhole = async (): Promise<Result<RecordSheet, VaultError>> => {
    for (let left = TRIES; left > 0; left -= 1) {
      const before = await api.viewCheckpoint();
      if (!before.ok) return before;
      const rows = await readRows();
      if (!rows.ok) return rows;
      const after = await api.viewCheckpoint();
      if (!after.ok) return after;
      if (after.value.note === before.value.note) return ok({ ...rows.value, checkpoint: after.value });
    }
    return err({ type: 'ChangedMeanwhile' });
  };
  return createReading(readWhole);
};
