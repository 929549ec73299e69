import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { VaultError } from '../../core/contract/errors.ts';
import type { CheckpointView, LogQuery, LogRow } from '../../core/contract/log-api.ts';
import type { Result } from '../../core/domain/result.ts';
import { err, ok } from '../../core/domain/result.ts';
import type { OpenVault } from './open-vault.ts';

/** About eighty sheets of A4. Whoever wants more wants a file, and a file can be verified. */
export const MOST_ENTRIES_ON_PAPER = 2000;
/** What the vault gives at once. */
const AT_ONCE = 200;
/** An entry that lands while the record is read makes it be read anew. */
const TRIES = 3;

export interface RecordSheet {
  /** Newest first; empty when there are more than paper is for. */
  readonly rows: readonly LogRow[];
  readonly total: number;
  /** Of the record as it was when the rows were read. */
  readonly checkpoint: CheckpointView;
}

/** The record as it is narrowed to, for paper, with the checkpoint that fixes it. */
export interface RecordSheetModel {
  /** Null before the first answer. */
  readonly sheet: ReadonlySignal<RecordSheet | null>;
  readonly error: ReadonlySignal<VaultError | null>;
  readonly load: () => Promise<void>;
}

export const createRecordSheetModel = ({ api }: Pick<OpenVault, 'api'>, filter: Omit<LogQuery, 'offset' | 'limit'>): RecordSheetModel => {
  const sheet = signal<RecordSheet | null>(null);
  const error = signal<VaultError | null>(null);

  const readRows = async (): Promise<Result<Pick<RecordSheet, 'rows' | 'total'>, VaultError>> => {
    const rows: LogRow[] = [];
    for (;;) {
      const page = await api.listEntries({ ...filter, offset: rows.length, limit: AT_ONCE });
      if (!page.ok) return page;
      const { total } = page.value;
      if (total > MOST_ENTRIES_ON_PAPER) return ok({ rows: [], total });
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
  return {
    sheet,
    error,
    load: async () => {
      const answer = await readWhole();
      error.value = answer.ok ? null : answer.error;
      if (answer.ok) sheet.value = answer.value;
    },
  };
};
