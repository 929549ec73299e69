import type { PersonFields } from '../person/person.ts';
import type { Candidate } from './candidate.ts';
import type { ImportDoubt } from './import-doubt.ts';
import type { ImportField } from './import-field.ts';

/** A doubt that says no more than that the cell is missing or cannot be read. A formula or a number in it is another matter. */
const isUnreadable = ({ type }: ImportDoubt): boolean =>
  type === 'NameMissing' ||
  type === 'NoSuchDay' ||
  type === 'NotADate' ||
  type === 'EraOutOfRange' ||
  type === 'YearOutOfRange' ||
  type === 'FieldProblem';

const isStored = (field: ImportField, stored: PersonFields): boolean => {
  if (field === 'number' || field === 'parentCode' || field === 'purposes') return false;
  const value = stored[field];
  return value !== null && value !== '';
};

/**
 * For a person who is in the vault already: a cell that cannot be read leaves what is stored, and says so in a note;
 * the user's word that the stored value stays answers any doubt about its cell.
 */
export const settleFieldDoubts = ({ doubts, notes, row }: Candidate, stored: PersonFields): void => {
  const open = doubts.filter((doubt) => {
    if (!isStored(doubt.field, stored)) return true;
    const isOfCell = isUnreadable(doubt) || doubt.type === 'Formula' || doubt.type === 'NumberInText';
    if (isOfCell && row.edits.keepStored.has(doubt.field)) return false;
    if (!isUnreadable(doubt)) return true;
    notes.push({ type: 'StoredKept', field: doubt.field, because: doubt.type });
    return false;
  });
  doubts.splice(0, doubts.length, ...open);
};
