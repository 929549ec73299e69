import type { IndividualNumber } from '../number/individual-number.ts';
import { parsePersonFields } from '../person/parse-person.ts';
import type { PersonFields } from '../person/person.ts';
import { defaultPurposes } from '../person/purpose.ts';
import type { Candidate, ParentRef } from './candidate.ts';
import { createCandidate } from './candidate.ts';
import { compareWithPerson } from './compare-person.ts';
import { findParents, waitForParents } from './find-parents.ts';
import type { ExistingPerson, ImportContext } from './import-context.ts';
import type { ImportDoubt } from './import-doubt.ts';
import type { ImportFieldChange } from './import-field.ts';
import { isImportField } from './import-field.ts';
import type { ImportNote } from './import-note.ts';
import type { ImportVerdict, NumberShown } from './import-preview.ts';
import type { ReadRow } from './import-row.ts';
import { readRow, rowIdOf } from './import-row.ts';
import type { ImportState } from './import-state.ts';
import type { NumberOutcome } from './judge-number.ts';
import { doubtSharedNumbers, judgeNumber } from './judge-number.ts';
import { withoutNumbers } from './mask-numbers.ts';
import { matchToVault } from './match-vault.ts';
import { NO_EDITS } from './row-edits.ts';
import { settleFieldDoubts } from './settle-doubts.ts';
import { markTwins } from './twin-rows.ts';
import type { VaultIndex } from './vault-index.ts';
import { createVaultIndex } from './vault-index.ts';

/** A row and what would become of it. Holds the number: stays in the worker, and is what preview and plan are made of. */
export interface JudgedRow {
  readonly row: ReadRow;
  readonly verdict: ImportVerdict;
  readonly leftOut: boolean;
  readonly accepted: boolean;
  readonly person: ExistingPerson | null;
  readonly parent: ParentRef | null;
  /** What the vault would hold. `parentId` is null where another row brings the parent. */
  readonly fields: PersonFields;
  readonly number: IndividualNumber | null;
  readonly replacesNumber: boolean;
  readonly numberShown: NumberShown;
  readonly doubts: readonly ImportDoubt[];
  readonly notes: readonly ImportNote[];
  readonly changes: readonly ImportFieldChange[];
}

interface Outcome {
  readonly fields: PersonFields;
  readonly changes: readonly ImportFieldChange[];
  readonly number: NumberOutcome;
}

/** Passes the parser where the parent gets its id with the commit only. */
const SOMEONE = 'A'.repeat(22);

const fieldsOfNew = ({ row, parent }: Candidate, { business }: ImportContext): PersonFields => {
  const { kind, fields, purposes } = row;
  const parentKind = parent === null ? null : parent.type === 'person' ? parent.person.fields.kind : 'employee';
  const subject = { kind, parentKind, relationship: fields.relationship, corporate: fields.corporate };
  return {
    ...fields,
    parentId: parent?.type === 'person' ? parent.person.id : null,
    purposes: purposes ?? defaultPurposes(subject, business),
  };
};

/** What a merge can break although row and vault were each right: an end in the file before the beginning in the vault. */
const doubtMerged = ({ doubts }: Candidate, merged: PersonFields, { today }: ImportContext): void => {
  const parentId = merged.kind === 'dependant' ? (merged.parentId ?? SOMEONE) : merged.parentId;
  const read = parsePersonFields({ ...merged, parentId }, { today });
  if (read.ok) return;
  for (const { field, type } of read.error) {
    if (type === 'EndBeforeBegin') doubts.push({ type: 'RelationEndsBeforeBegin', field: 'relationTo' });
    else doubts.push({ type: 'FieldProblem', field: isImportField(field) ? field : 'name', problem: type, written: '' });
  }
};

/**
 * A row about one person may bring the code of another, where the user said whom it is about. Codes lead the next list to its persons:
 * two of a kind with the same one could not be told apart. Two rows that bring the same are doubted as twins.
 */
const doubtTakenCode = ({ row, doubts }: Candidate, { id, fields }: ExistingPerson, merged: PersonFields, vault: VaultIndex): void => {
  if (fields.kind === 'dependant' || merged.code === fields.code) return;
  if (vault.byCode(fields.kind, merged.code).some((other) => other.id !== id))
    doubts.push({ type: 'FieldProblem', field: 'code', problem: 'Taken', written: withoutNumbers(row.fields.code) });
};

const compare = (candidate: Candidate, vault: VaultIndex, context: ImportContext): Outcome => {
  const { row, person, twin } = candidate;
  // The first row about the person speaks for both; what this one says differently stands in its doubt.
  if (twin) {
    const shown = row.number !== null ? 'masked' : row.numberGiven ? 'problem' : 'none';
    return { fields: row.fields, changes: [], number: { store: null, replaces: false, shown } };
  }
  if (person === null) {
    const number = judgeNumber(candidate, vault, context);
    return { fields: fieldsOfNew(candidate, context), changes: [], number };
  }
  settleFieldDoubts(candidate, person.fields);
  const { merged, changes, doubts } = compareWithPerson(row, person.fields, candidate.matchedBy);
  for (const doubt of doubts) {
    if (!candidate.doubts.some(({ type }) => type === doubt.type)) candidate.doubts.push(doubt);
  }
  doubtTakenCode(candidate, person, merged, vault);
  const number = judgeNumber(candidate, vault, context);
  if (changes.length > 0) doubtMerged(candidate, merged, context);
  if (number.store === null) return { fields: merged, changes, number };
  return {
    fields: merged,
    changes: [...changes, { field: 'number', change: number.replaces ? 'replaced' : 'added' }],
    number,
  };
};

const verdictOf = ({ person, twin, doubts }: Candidate, { changes }: Outcome): ImportVerdict => {
  if (doubts.length > 0) return 'doubt';
  if (twin) return 'same';
  if (person === null) return 'new';
  return changes.length === 0 ? 'same' : 'changed';
};

const match = (candidate: Candidate, vault: VaultIndex, context: ImportContext): void => {
  const parentId = candidate.parent?.type === 'person' ? candidate.parent.person.id : null;
  const { person, by, doubt, note } = matchToVault(candidate.row, parentId, vault, context);
  candidate.person = person;
  candidate.matchedBy = by;
  if (doubt !== null) candidate.doubts.push(doubt);
  if (note !== null) candidate.notes.push(note);
};

/**
 * Judges every row: read for itself, compared with the vault, with the other rows, and with those it hangs on.
 * Pure, and done anew after each correction, so that a decision about one row is seen in all rows it touches.
 */
export const judgeImport = (state: ImportState, context: ImportContext): readonly JudgedRow[] => {
  const vault = createVaultIndex(context.existing);
  const candidates = state.sheets.flatMap((sheet, fileIndex) =>
    sheet.lines.map((line) =>
      createCandidate(readRow(sheet, fileIndex, line, state.edits.get(rowIdOf(fileIndex, line.line)) ?? NO_EDITS, context)),
    ),
  );
  const dependants = candidates.filter(({ row }) => row.kind === 'dependant');
  const others = candidates.filter(({ row }) => row.kind !== 'dependant');
  for (const candidate of others) match(candidate, vault, context);
  markTwins(others);
  findParents(dependants, others.filter(({ row }) => row.kind === 'employee'), vault);
  for (const candidate of dependants) match(candidate, vault, context);
  markTwins(dependants);

  const outcomes = new Map(candidates.map((candidate) => [candidate, compare(candidate, vault, context)]));
  doubtSharedNumbers(candidates);
  waitForParents(dependants);

  return [...outcomes].map(([candidate, outcome]) => {
    const { row, person, parent, leftOut, doubts, notes } = candidate;
    const verdict = verdictOf(candidate, outcome);
    const accepted = !leftOut && verdict !== 'doubt';
    return {
      row,
      verdict,
      leftOut,
      accepted,
      person,
      parent,
      fields: outcome.fields,
      number: accepted ? outcome.number.store : null,
      replacesNumber: outcome.number.replaces,
      numberShown: outcome.number.shown,
      doubts,
      notes,
      changes: outcome.changes,
    };
  });
};
