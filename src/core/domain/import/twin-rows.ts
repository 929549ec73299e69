import { foldForSearch } from '../text/fold.ts';
import type { Candidate, ParentRef } from './candidate.ts';
import { otherRowOf } from './candidate.ts';
import { sameText } from './compare-text.ts';
import type { RowDifference } from './import-field.ts';
import type { ReadRow } from './import-row.ts';
import { withoutNumbers } from './mask-numbers.ts';
import { foldCode } from './vault-index.ts';

type By = 'code' | 'name' | 'person';

interface TwinKey {
  readonly by: By;
  readonly key: string;
}

const parentKey = (parent: ParentRef): string =>
  parent.type === 'person' ? `person ${parent.person.id}` : `row ${parent.candidate.row.rowId}`;

/** All by which a row is recognised as being about the same person as another. A name alone is never enough. */
const keysOf = ({ row, person, parent }: Candidate): readonly TwinKey[] => {
  const { kind, fields, number, edits } = row;
  const keys: TwinKey[] = [];
  if (person !== null) keys.push({ by: 'person', key: `person ${person.id}` });
  if (fields.code !== '') keys.push({ by: 'code', key: `code ${kind} ${foldCode(fields.code)}` });
  const name = foldForSearch(fields.name);
  if (name === '' || edits.otherPerson) return keys;
  if (kind === 'dependant') {
    if (parent !== null) keys.push({ by: 'name', key: `name ${parentKey(parent)} ${name}` });
    return keys;
  }
  const address = fields.address.normalize('NFKC').replace(/\s/g, '');
  if (fields.birthDate !== null) keys.push({ by: 'name', key: `birth ${kind} ${fields.birthDate.date} ${name}` });
  if (number !== null) keys.push({ by: 'name', key: `number ${kind} ${number} ${name}` });
  if (kind === 'payee' && address !== '') keys.push({ by: 'name', key: `address ${address} ${name}` });
  return keys;
};

/** Children of one parent with one name and two birth dates are a slip of the pen or two children: they are no twins here. */
const birthsAgree = (a: ReadRow, b: ReadRow): boolean =>
  a.fields.birthDate === null || b.fields.birthDate === null || a.fields.birthDate.date === b.fields.birthDate.date;

const COMPARED = ['name', 'code', 'kana', 'relationship', 'postalCode', 'address'] as const;
const COMPARED_DATES = ['birthDate', 'relationFrom', 'relationTo'] as const;

/** What the second row says that the first does not. What only the first says is no difference: nothing is lost. */
export const differencesOf = (first: ReadRow, second: ReadRow): readonly RowDifference[] => {
  const differences: RowDifference[] = [];
  for (const field of COMPARED) {
    const [before, after] = [first.fields[field], second.fields[field]];
    if (after !== '' && !sameText(before, after))
      differences.push({ field, first: withoutNumbers(before), second: withoutNumbers(after) });
  }
  for (const field of COMPARED_DATES) {
    const [before, after] = [first.fields[field], second.fields[field]];
    if (after !== null && before?.date !== after.date)
      differences.push({ field, first: before?.written ?? '', second: after.written });
  }
  const [before, after] = [first.fields.corporateNumber, second.fields.corporateNumber];
  if (after !== null && before !== after)
    differences.push({ field: 'corporateNumber', first: before ?? '', second: after });
  if (second.fields.corporate === first.fields.corporate && !second.fields.corporate) {
    const read = second.number ?? second.suggestedNumber;
    if (second.numberGiven && (read === null || read !== (first.number ?? first.suggestedNumber)))
      differences.push({ field: 'number', change: 'another' });
  }
  return differences;
};

const markTwin = (first: Candidate, second: Candidate, by: By): void => {
  const { row } = second;
  if (first.row.edits.taken > row.edits.taken) {
    second.leftOut = true;
    second.notes.push({ type: 'Superseded', fileIndex: first.row.fileIndex, line: first.row.line });
    return;
  }
  second.twin = true;
  const differences = differencesOf(first.row, row);
  if (differences.length === 0 && row.doubts.length === 0)
    second.notes.push({ type: 'RepeatsRow', fileIndex: first.row.fileIndex, line: first.row.line });
  else second.doubts.push({ type: 'SamePersonTwice', field: 'name', by, other: otherRowOf(first), differences });
};

/**
 * Finds rows about one person. The first row in the files counts, or the one the user took last; the others become
 * doubts with what they say differently, repetitions, or are left out. Parents and persons must be known by now.
 */
export const markTwins = (candidates: readonly Candidate[]): void => {
  const seen = new Map<string, Candidate[]>();
  const inOrder = candidates
    .filter(({ leftOut }) => !leftOut)
    .toSorted((a, b) => b.row.edits.taken - a.row.edits.taken);
  for (const candidate of inOrder) {
    const keys = keysOf(candidate);
    let found: { readonly first: Candidate; readonly by: By } | null = null;
    for (const { by, key } of keys) {
      const first = seen.get(key)?.find(({ row }) => by !== 'name' || birthsAgree(row, candidate.row));
      if (first !== undefined) found ??= { first, by };
    }
    if (found !== null) {
      markTwin(found.first, candidate, found.by);
      continue;
    }
    for (const { key } of keys) {
      const rows = seen.get(key);
      if (rows === undefined) seen.set(key, [candidate]);
      else rows.push(candidate);
    }
  }
};
