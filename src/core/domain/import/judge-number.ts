import type { PersonId } from '../ids.ts';
import type { IndividualNumber } from '../number/individual-number.ts';
import type { Candidate } from './candidate.ts';
import { isActive, otherRowOf } from './candidate.ts';
import type { ImportContext } from './import-context.ts';
import type { ImportDoubt } from './import-doubt.ts';
import type { NumberShown } from './import-preview.ts';
import { withoutNumbers } from './mask-numbers.ts';
import type { VaultIndex } from './vault-index.ts';

export interface NumberOutcome {
  /** To be stored, if the row goes in. */
  readonly store: IndividualNumber | null;
  readonly replaces: boolean;
  readonly shown: NumberShown;
}

/** Doubts that say no more than that the cell cannot be read. They matter less where the vault holds a number. */
const UNREADABLE: ReadonlySet<ImportDoubt['type']> = new Set([
  'SpreadsheetExponent',
  'NotDigits',
  'NotTwelveDigits',
  'AllZero',
  'CheckDigit',
]);

const removeDoubts = (doubts: ImportDoubt[], isGone: (doubt: ImportDoubt) => boolean): void => {
  doubts.splice(0, doubts.length, ...doubts.filter((doubt) => !isGone(doubt)));
};

/** The cell cannot be stored as it stands: is there one in the vault that stays? */
const settleUnread = (candidate: Candidate, holders: (number: IndividualNumber) => readonly PersonId[]): NumberShown => {
  const { row, person, doubts, notes } = candidate;
  const problem = doubts.find(({ field }) => field === 'number');
  if (person === null || !person.hasNumber) return 'problem';
  if (row.edits.keepStored.has('number')) {
    removeDoubts(doubts, (doubt) => doubt === problem);
    return 'kept';
  }
  if (row.suggestedNumber !== null && holders(row.suggestedNumber).includes(person.id)) {
    removeDoubts(doubts, (doubt) => doubt === problem);
    notes.push({ type: 'SameWithLeadingZero' });
    return 'same';
  }
  if (problem !== undefined && UNREADABLE.has(problem.type)) {
    removeDoubts(doubts, (doubt) => doubt === problem);
    notes.push({ type: 'StoredKept', field: 'number', because: problem.type });
    return 'kept';
  }
  return 'problem';
};

/** Compares the number of a row with the vault. Adds to the doubts of the candidate; no digit gets into them. */
export const judgeNumber = (candidate: Candidate, vault: VaultIndex, { holdersOf }: ImportContext): NumberOutcome => {
  const { row, person, doubts } = candidate;
  const nothing = (shown: NumberShown): NumberOutcome => ({ store: null, replaces: false, shown });
  if (doubts.some(({ type }) => type === 'OwnerKindUnclear')) return nothing(row.numberGiven ? 'problem' : 'none');
  if (row.fields.corporateNumber !== null) return nothing('corporate');
  const isCompany = row.fields.corporate || person?.fields.corporate === true;
  if (row.number === null) {
    if (row.numberGiven) return nothing(settleUnread(candidate, holdersOf));
    if (isCompany) return nothing('corporate');
    return nothing(person?.hasNumber === true ? 'kept' : 'none');
  }
  if (isCompany) {
    doubts.push({ type: 'NumberForCompany', field: 'number' });
    return nothing('problem');
  }
  const holders = holdersOf(row.number);
  if (person !== null && holders.includes(person.id)) return nothing('same');
  if (person?.hasNumber === true && row.edits.keepStored.has('number')) return nothing('kept');
  const otherId = holders[0];
  const other = otherId === undefined ? null : vault.byId(otherId);
  if (other !== null) {
    const { name, kind } = other.fields;
    doubts.push({
      type: 'SameNumberTwice',
      field: 'number',
      other: { type: 'person', personId: other.id, name: withoutNumbers(name), sameKind: kind === row.kind },
    });
    return nothing('problem');
  }
  if (person?.hasNumber === true) {
    if (row.edits.takeFile.has('number')) return { store: row.number, replaces: true, shown: 'masked' };
    doubts.push({ type: 'NumberDiffers', field: 'number' });
    return nothing('differs');
  }
  return { store: row.number, replaces: false, shown: 'masked' };
};

/** One number on two rows about different people: which of them is right, nobody here can know. Both are doubted. */
export const doubtSharedNumbers = (candidates: readonly Candidate[]): void => {
  const holders = new Map<IndividualNumber, Candidate[]>();
  for (const candidate of candidates) {
    const { number, edits } = candidate.row;
    const kept = edits.keepStored.has('number') && candidate.person?.hasNumber === true;
    if (number === null || !isActive(candidate) || kept) continue;
    const found = holders.get(number);
    if (found === undefined) holders.set(number, [candidate]);
    else found.push(candidate);
  }
  for (const sharing of holders.values()) {
    for (const candidate of sharing) {
      const other = sharing.find((each) => each !== candidate);
      if (other === undefined) continue;
      candidate.doubts.push({ type: 'SameNumberTwice', field: 'number', other: { type: 'row', ...otherRowOf(other) } });
    }
  }
};
