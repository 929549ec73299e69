import type { ImportId } from '../ids.ts';
import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import { isImportField } from './import-field.ts';
import type { ImportFile, ImportRefusal } from './import-file.ts';
import { MAX_CELL_CHARS } from './import-limits.ts';
import type { ImportCorrection, RowChange } from './import-preview.ts';
import { rowIdOf } from './import-row.ts';
import type { ImportSheet } from './import-sheet.ts';
import { readSheet, withKind } from './import-sheet.ts';
import type { RowEdits } from './row-edits.ts';
import { NO_EDITS, withChange } from './row-edits.ts';
import { isSheetKind } from './sheet-kind.ts';

/** An import between reading and commit: the files as read, and what the user decided. Holds numbers; never leaves the worker. */
export interface ImportState {
  readonly importId: ImportId;
  readonly sheets: readonly ImportSheet[];
  readonly edits: ReadonlyMap<string, RowEdits>;
  /** Number of corrections so far. */
  readonly sequence: number;
}

/** Begins an import. The first file that is no list refuses all of them, by its place. */
export const startImport = (
  importId: ImportId,
  files: readonly ImportFile[],
): Result<ImportState, { readonly fileIndex: number; readonly refusal: ImportRefusal }> => {
  const sheets: ImportSheet[] = [];
  for (const [fileIndex, file] of files.entries()) {
    const sheet = readSheet(file);
    if (!sheet.ok) return err({ fileIndex, refusal: sheet.error });
    sheets.push(sheet.value);
  }
  return ok({ importId, sheets, edits: new Map(), sequence: 0 });
};

/** Of fields of another kind of cell no text is taken: purposes are ticked columns. */
const isChangeAllowed = (change: RowChange): boolean => {
  if (change.type !== 'field' && change.type !== 'leaveEmpty' && change.type !== 'keepStored') return true;
  if (!isImportField(change.field) || (change.field === 'purposes' && change.type !== 'keepStored')) return false;
  return change.type !== 'field' || change.text.length <= MAX_CELL_CHARS;
};

const isRow = ({ sheets }: ImportState, rowId: string): boolean =>
  sheets.some(({ lines }, fileIndex) => lines.some(({ line }) => rowIdOf(fileIndex, line) === rowId));

/** Takes one correction in. Errors: NotFound (another import, row or file), NotAllowed (a change that no cell takes). */
export const correctImport = (
  state: ImportState,
  correction: ImportCorrection,
): Result<ImportState, { readonly type: 'NotFound' | 'NotAllowed' }> => {
  if (correction.importId !== state.importId) return err({ type: 'NotFound' });
  const sequence = state.sequence + 1;
  if ('kind' in correction) {
    const { fileIndex, kind } = correction;
    if (state.sheets[fileIndex] === undefined) return err({ type: 'NotFound' });
    if (!isSheetKind(kind)) return err({ type: 'NotAllowed' });
    const sheets = state.sheets.map((sheet, index) => (index === fileIndex ? withKind(sheet, kind) : sheet));
    const edits = new Map([...state.edits].filter(([rowId]) => !rowId.startsWith(`${fileIndex}-`)));
    return ok({ ...state, sheets, edits, sequence });
  }
  const { rowId, change } = correction;
  if (!isRow(state, rowId)) return err({ type: 'NotFound' });
  if (!isChangeAllowed(change)) return err({ type: 'NotAllowed' });
  const edits = new Map(state.edits).set(rowId, withChange(state.edits.get(rowId) ?? NO_EDITS, change, sequence));
  return ok({ ...state, edits, sequence });
};
