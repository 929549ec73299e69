import type { ImportPreview, ImportPreviewRow, ImportVerdict } from '../../core/domain/import/import-preview.ts';

export type ImportGroup = ImportVerdict | 'leftOut';
export type ImportView = ImportGroup | 'all';

/** What must be decided first. */
export const IMPORT_GROUPS: readonly ImportGroup[] = ['doubt', 'new', 'changed', 'same', 'leftOut'];

export const groupOf = ({ leftOut, verdict }: Pick<ImportPreviewRow, 'leftOut' | 'verdict'>): ImportGroup => (leftOut ? 'leftOut' : verdict);

/** Where a row stands on the screen. `group` is the one it was in when the rows were put in order. */
export interface PlacedRow {
  readonly rowId: string;
  readonly group: ImportGroup;
}

/**
 * Puts rows in order by group. Not done after each answer: a row that was just decided stays where the finger is, and
 * moves to its new group only when the user looks at another part of the list.
 */
export const arrange = (preview: ImportPreview, view: ImportView): readonly PlacedRow[] =>
  IMPORT_GROUPS.filter((group) => view === 'all' || view === group).flatMap((group) =>
    preview.rows.filter((row) => groupOf(row) === group).map(({ rowId }) => ({ rowId, group })),
  );
