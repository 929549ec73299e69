import { parentNameOf } from './candidate.ts';
import type { ImportFieldChange } from './import-field.ts';
import type { ImportCounts, ImportPreview, ImportPreviewFile, ImportPreviewRow } from './import-preview.ts';
import type { ImportSheet } from './import-sheet.ts';
import { notStoredColumns } from './import-sheet.ts';
import type { ImportState } from './import-state.ts';
import type { JudgedRow } from './judge-import.ts';
import { withoutNumbers } from './mask-numbers.ts';

const fileOf = (sheet: ImportSheet): ImportPreviewFile => ({
  fileName: sheet.fileName,
  encoding: sheet.encoding,
  kind: sheet.kind,
  decidedBy: sheet.decidedBy,
  headerLine: sheet.headerLine,
  rows: sheet.lines.length,
  notStoredColumns: notStoredColumns(sheet),
});

const shownChange = (change: ImportFieldChange): ImportFieldChange =>
  change.field === 'number' || change.field === 'corporateNumber'
    ? change
    : { field: change.field, before: withoutNumbers(change.before), after: withoutNumbers(change.after) };

const rowOf = (judged: JudgedRow): ImportPreviewRow => {
  const { row, person, fields } = judged;
  return {
    rowId: row.rowId,
    fileIndex: row.fileIndex,
    line: row.line,
    kind: row.kind,
    verdict: judged.verdict,
    accepted: judged.accepted,
    leftOut: judged.leftOut,
    name: withoutNumbers(row.fields.name === '' ? (person?.fields.name ?? '') : row.fields.name),
    kana: withoutNumbers(row.fields.kana),
    code: withoutNumbers(row.fields.code),
    relationship: withoutNumbers(row.fields.relationship),
    parentName: withoutNumbers(parentNameOf(judged.parent)),
    birthDate: row.birthShown,
    corporate: fields.corporate,
    corporateNumber: row.fields.corporateNumber ?? '',
    numberShown: judged.numberShown,
    personId: person?.id ?? null,
    doubts: judged.doubts,
    notes: judged.notes,
    changes: judged.changes.map(shownChange),
  };
};

const countsOf = (rows: readonly JudgedRow[]): ImportCounts => {
  const inVerdict = (verdict: JudgedRow['verdict']): number =>
    rows.filter((row) => !row.leftOut && row.verdict === verdict).length;
  return {
    new: inVerdict('new'),
    changed: inVerdict('changed'),
    same: inVerdict('same'),
    doubt: inVerdict('doubt'),
    leftOut: rows.filter(({ leftOut }) => leftOut).length,
    numbers: rows.filter(({ number }) => number !== null).length,
  };
};

/** What crosses to the page: everything the user must see, and not one digit of a number. */
export const buildPreview = (state: ImportState, rows: readonly JudgedRow[]): ImportPreview => ({
  importId: state.importId,
  files: state.sheets.map(fileOf),
  rows: rows.map(rowOf),
  counts: countsOf(rows),
});
