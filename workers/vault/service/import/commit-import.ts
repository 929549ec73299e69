import type { VaultError } from '../../../../src/core/contract/errors.ts';
import type { ImportOutcome } from '../../../../src/core/contract/import-api.ts';
import type { AuditCode } from '../../../../src/core/domain/audit/codes.ts';
import { auditCode } from '../../../../src/core/domain/audit/codes.ts';
import type { NumberId, PersonId } from '../../../../src/core/domain/ids.ts';
import type { ImportState } from '../../../../src/core/domain/import/import-state.ts';
import type { ImportPlan, ImportStep } from '../../../../src/core/domain/import/plan-import.ts';
import { planImport } from '../../../../src/core/domain/import/plan-import.ts';
import { SHEET_CONTENT } from '../../../../src/core/domain/import/sheet-kind.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import { encodeBase64url } from '../../../../src/core/formats/base64url.ts';
import { ID_BYTES } from '../../../../src/core/formats/consts.ts';
import type { EntryDraft, PlanBase } from '../../audit/plan.ts';
import type { BookEdit } from '../../book/book-edit.ts';
import { keepNewerFields } from '../../book/stored-fields.ts';
import { NO_STORED_LIFE } from '../../book/stored-life.ts';
import { stepVector } from '../../book/version-vector.ts';
import type { OpenVault } from '../../session/open-vault.ts';
import { planBook } from '../book-commit.ts';
import { changeEntries, purposeCodes } from '../person-rules.ts';
import { importContextOf } from './import-context.ts';
import type { JudgedImport } from './judged-import.ts';
import { isStillJudged, judge } from './judged-import.ts';

/** Which lists an import is about, for its entries. */
const contentCodes = (state: ImportState): readonly AuditCode[] => [...new Set(state.sheets.map((sheet) => auditCode('content', SHEET_CONTENT[sheet.kind])))];

/** The numbers of the files were held against all that are kept. */
export const fileMatchEntry = (state: ImportState): EntryDraft => ({ action: 'match', subjectId: '', codes: contentCodes(state) });

/** Rows that were judged anew hold numbers against those that are kept by now. */
const comparesNumbers = ({ rows, index }: JudgedImport): boolean =>
  rows.some(({ row }) => (row.number ?? row.suggestedNumber) !== null) && [...index.values()].some((page) => page.rows.some(({ hasNumber }) => hasNumber));

const putFields = async (step: ImportStep, edit: BookEdit, base: PlanBase, seq: number): Promise<Result<readonly EntryDraft[], VaultError>> => {
  const existing = await edit.readPerson(step.personId);
  if (!existing.ok) return existing;
  const { storeId } = base.book.head;
  if (step.type === 'register') {
    const record = { id: step.personId, rev: 1, version: stepVector({}, storeId, seq), registeredAt: base.time, changedAt: base.time, fields: step.fields, life: NO_STORED_LIFE, unknown: {} };
    const put = await edit.putPerson(record);
    return put.ok ? ok([{ action: 'register', subjectId: step.personId, codes: purposeCodes(step.fields.purposes) }]) : put;
  }
  if (existing.value === null) return err({ type: 'ChangedMeanwhile' });
  if (!step.fieldsChanged) return ok([]);
  const { version, rev } = existing.value;
  const fields = keepNewerFields(existing.value.fields, step.fields);
  const put = await edit.putPerson({ ...existing.value, rev: rev + 1, version: stepVector(version, storeId, seq), changedAt: base.time, fields });
  return put.ok ? ok(changeEntries(step.personId, existing.value.fields, fields)) : put;
};

const putNumber = async (step: ImportStep, id: NumberId, edit: BookEdit, base: PlanBase, seq: number): Promise<Result<readonly EntryDraft[], VaultError>> => {
  if (step.number === null) return ok([]);
  const numbers = await edit.readNumbers(step.personId);
  if (!numbers.ok) return numbers;
  const { storeId } = base.book.head;
  const ended = numbers.value.map((record) =>
    record.to === null ? { ...record, to: base.time, version: stepVector(record.version, storeId, seq) } : record,
  );
  const added = { id, person: step.personId, value: step.number, from: base.time, to: null, version: stepVector({}, storeId, seq), unknown: {} };
  const put = await edit.putNumbers(step.personId, [...ended, added]);
  const replaces = step.type === 'change' && step.replacesNumber;
  return put.ok ? ok([{ action: replaces ? 'number-replace' : 'number-put', subjectId: step.personId, codes: [] }]) : put;
};

/** Asking the platform for randomness costs more than the randomness. */
const IDS_AT_ONCE = 256;

/** Ids of what the import brings, made once, so that a commit tried again registers nobody twice. */
export interface ImportIds {
  readonly personOf: (rowId: string) => PersonId;
  readonly numberOf: (rowId: string) => NumberId;
}

export const createImportIds = (random: (length: number) => Uint8Array): ImportIds => {
  const ids = new Map<string, string>();
  let drawn: Uint8Array = new Uint8Array();
  const newId = (): string => {
    if (drawn.length === 0) drawn = random(ID_BYTES * IDS_AT_ONCE);
    const id = drawn.subarray(0, ID_BYTES);
    drawn = drawn.subarray(ID_BYTES);
    return encodeBase64url(id);
  };
  const idOf = (key: string): string => {
    const known = ids.get(key) ?? newId();
    ids.set(key, known);
    return known;
  };
  return {
    personOf: (rowId) => idOf(`person ${rowId}`) as PersonId,
    numberOf: (rowId) => idOf(`number ${rowId}`) as NumberId,
  };
};

/**
 * Everything accepted in one commit: an `import` entry with the kind and length of each file in a sealed list, then the entries of each person.
 * What counts is how rows are judged against what the commit is applied to: anew, unless that is what the preview was made from.
 * `judged`: as previewed, null when there was no preview. Errors: RehearsalMissing, ChangedMeanwhile, the writer's.
 */
export const commitImport = async (
  vault: OpenVault,
  state: ImportState,
  ids: ImportIds,
  judged: JudgedImport | null,
): Promise<Result<ImportOutcome, VaultError>> => {
  const judgeOn = async ({ book, pages }: PlanBase): Promise<Result<JudgedImport, VaultError>> => {
    if (judged !== null && isStillJudged(judged, book, vault)) return ok(judged);
    const context = await importContextOf(vault, book, pages);
    return context.ok ? ok(judge(state, context.value, book)) : context;
  };

  const stored = await vault.writer.commit(
    planBook<ImportPlan>(async (edit, base) => {
      const current = await judgeOn(base);
      if (!current.ok) return current;
      const plan = planImport(current.value.rows, ids.personOf);
      if (plan.steps.length === 0) {
        // Nothing goes in, and the answer says so: of numbers that no preview has compared it would be a match without an entry.
        const tells = current.value !== judged && comparesNumbers(current.value);
        return ok({ entries: tells ? [fileMatchEntry(state)] : [], value: plan });
      }
      const ready = plan.numbers === 0 ? ok(null) : vault.requireRehearsal();
      if (!ready.ok) return ready;
      const entries: EntryDraft[] = [
        {
          action: 'import',
          // Whoever says later that the files were destroyed says it of this one.
          subjectId: state.importId,
          codes: contentCodes(state),
          // No file names: people write names and numbers into them, and the record outlives every cancellation.
          attach: [{ kind: 'list', content: { sheets: state.sheets.map((sheet) => [SHEET_CONTENT[sheet.kind], sheet.lines.length]) } }],
        },
      ];
      for (const [at, step] of plan.steps.entries()) {
        const fields = await putFields(step, edit, base, base.firstSeq + entries.length);
        if (!fields.ok) return fields;
        entries.push(...fields.value);
        const number = await putNumber(step, ids.numberOf(step.rowId), edit, base, base.firstSeq + entries.length);
        if (!number.ok) return number;
        entries.push(...number.value);
        if (at % 100 === 0) vault.emit({ type: 'Progress', job: 'import', done: at, total: plan.steps.length });
      }
      return ok({ entries, value: plan });
    }),
  );
  if (!stored.ok) return stored;
  const { registered, changed, unchanged, leftOut, numbers } = stored.value.value;
  return ok({ registered, changed, unchanged, leftOut, numbers });
};
