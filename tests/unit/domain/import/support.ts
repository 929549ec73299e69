import { readFileSync } from 'node:fs';
import type { CivilDate } from '../../../../src/core/domain/date/civil-date.ts';
import type { ImportId, PersonId } from '../../../../src/core/domain/ids.ts';
import { buildPreview } from '../../../../src/core/domain/import/build-preview.ts';
import type { ExistingPerson, ImportContext } from '../../../../src/core/domain/import/import-context.ts';
import type { ImportFile } from '../../../../src/core/domain/import/import-file.ts';
import type { ImportPreview, ImportPreviewRow, RowChange } from '../../../../src/core/domain/import/import-preview.ts';
import type { ImportState } from '../../../../src/core/domain/import/import-state.ts';
import { correctImport, startImport } from '../../../../src/core/domain/import/import-state.ts';
import { judgeImport } from '../../../../src/core/domain/import/judge-import.ts';
import type { ImportPlan } from '../../../../src/core/domain/import/plan-import.ts';
import { planImport } from '../../../../src/core/domain/import/plan-import.ts';
import type { IndividualNumber } from '../../../../src/core/domain/number/individual-number.ts';
import { decodeImportText } from '../../../../src/core/formats/import-text.ts';
import { charactersOutsideForms } from '../../../../src/core/formats/jis-x-0208.ts';
import { readCsv } from '../../../../workers/vault/service/import/csv-reader.ts';
import { syntheticNumber } from '../../../support/synthetic.ts';

export const IMPORT = 'i'.repeat(22) as ImportId;
export const TODAY = '2026-11-22' as CivilDate;

export const bytesOf = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../fixtures/samples/${name}`, import.meta.url)));

export const fileOf = (fileName: string, text: string): ImportFile => {
  const lines = readCsv(text);
  if (!lines.ok) throw new Error(lines.error.type);
  return { fileName, encoding: 'utf-8', lines: lines.value };
};

export const sample = (fileName: string): ImportFile => {
  const read = decodeImportText(bytesOf(fileName));
  if (!read.ok) throw new Error(read.error.type);
  return { ...fileOf(fileName, read.value.text), encoding: read.value.encoding };
};

export const SAMPLES = ['meibo-sjis.csv', 'fuyou-utf8bom.csv', 'shiharaisaki-utf8.csv'];

/** A synthetic number: begins with 9000, check digit computed. */
export const numberOf = syntheticNumber;

export const idOf = (text: string): PersonId => text.replace(/[^A-Za-z0-9]/g, '_').padEnd(22, '_') as PersonId;

/** A vault in memory: persons and their numbers, and what a commit does to them. */
export interface Vault {
  readonly persons: ReadonlyMap<PersonId, ExistingPerson['fields']>;
  readonly numbers: ReadonlyMap<PersonId, IndividualNumber>;
}

export const EMPTY: Vault = { persons: new Map(), numbers: new Map() };

export const contextOf = ({ persons, numbers }: Vault): ImportContext => ({
  existing: [...persons].map(([id, fields]) => ({ id, fields, hasNumber: numbers.has(id) })),
  holdersOf: (number) => [...numbers].filter(([, kept]) => kept === number).map(([id]) => id),
  business: { entityType: 'sole', paysSalary: true },
  today: TODAY,
  outsideForms: charactersOutsideForms,
});

export const begin = (...files: readonly ImportFile[]): ImportState => {
  const state = startImport(IMPORT, files);
  if (!state.ok) throw new Error(state.error.refusal.type);
  return state.value;
};

export const correct = (state: ImportState, rowId: string, change: RowChange): ImportState => {
  const next = correctImport(state, { importId: IMPORT, rowId, change });
  if (!next.ok) throw new Error(next.error.type);
  return next.value;
};

export const correctAll = (state: ImportState, changes: readonly (readonly [string, RowChange])[]): ImportState => {
  let next = state;
  for (const [rowId, change] of changes) next = correct(next, rowId, change);
  return next;
};

export const previewOf = (state: ImportState, vault: Vault = EMPTY): ImportPreview =>
  buildPreview(state, judgeImport(state, contextOf(vault)));

export const planOf = (state: ImportState, vault: Vault = EMPTY, prefix = 'row'): ImportPlan =>
  planImport(judgeImport(state, contextOf(vault)), (rowId) => idOf(`${prefix}_${rowId}`));

export const commit = (state: ImportState, vault: Vault = EMPTY, prefix = 'row'): Vault => {
  const persons = new Map(vault.persons);
  const numbers = new Map(vault.numbers);
  for (const step of planOf(state, vault, prefix).steps) {
    persons.set(step.personId, step.fields);
    if (step.number !== null) numbers.set(step.personId, step.number);
  }
  return { persons, numbers };
};

export const rowAt = (preview: ImportPreview, rowId: string): ImportPreviewRow => {
  const row = preview.rows.find((each) => each.rowId === rowId);
  if (row === undefined) throw new Error(`no row ${rowId}`);
  return row;
};

/** verdict, number, doubts and notes of a row in one line. */
export const digest = ({ verdict, numberShown, doubts, notes, changes, leftOut }: ImportPreviewRow): string =>
  [
    leftOut ? `(${verdict})` : verdict,
    numberShown,
    ...doubts.map(({ type, field }) => `${type}:${field}`),
    ...notes.map(({ type }) => `+${type}`),
    ...changes.map(({ field }) => `~${field}`),
  ].join(' ');
