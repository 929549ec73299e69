import { COMPANY_MARKS, ENTITY_WORDS } from './header-synonyms.data.ts';
import { isThirteenDigits } from './number-cell.ts';

/** Cells after cleanCell; '' where the file has no such column, or they say nothing. */
export interface PayeeCells {
  readonly name: string;
  /** The column for either number, or for the individual one. */
  readonly number: string;
  /** The column for corporate numbers alone. */
  readonly corporateNumber: string;
  readonly entity: string;
}

export interface PayeeIdentity {
  readonly corporate: boolean;
  /** Not said, or said in two ways: the number cells are not read until the user answers. */
  readonly unclear: boolean;
  /** The cell that holds the number of what the payee is. */
  readonly cell: string;
  /** False when nothing in the row says what the payee is: then what the vault says holds. */
  readonly said: boolean;
}

const INDIVIDUAL: ReadonlySet<string> = new Set(ENTITY_WORDS.individual.split(' '));
const COMPANY: ReadonlySet<string> = new Set(ENTITY_WORDS.company.split(' '));
const MARKS = COMPANY_MARKS.split(' ');

const saidBy = (entity: string): boolean | null => {
  const word = entity.normalize('NFKC').replace(/\s/g, '');
  if (COMPANY.has(word)) return true;
  return INDIVIDUAL.has(word) ? false : null;
};

/**
 * Individual or company, which decides what the number means. The user's answer, else the column that says so, else
 * the number itself; a name with the mark of a company and no number, or a contradiction, is unclear.
 */
export const readPayeeIdentity = (cells: PayeeCells, answer: boolean | null): PayeeIdentity => {
  const { number, corporateNumber: own } = cells;
  const cellOf = (corporate: boolean): string => (corporate && own !== '' ? own : number);
  if (answer !== null) return { corporate: answer, unclear: false, cell: cellOf(answer), said: true };

  const said = saidBy(cells.entity);
  const byNumber = own !== '' || isThirteenDigits(number);
  const both = own !== '' && number !== '';
  if (said === false && byNumber) return { corporate: false, unclear: true, cell: number === '' ? own : number, said: true };
  if (both) return { corporate: true, unclear: true, cell: own, said: true };
  if (said !== null || byNumber) return { corporate: said ?? true, unclear: false, cell: cellOf(said ?? true), said: true };

  const name = cells.name.normalize('NFKC');
  const marked = MARKS.some((mark) => name.includes(mark));
  return { corporate: marked, unclear: marked, cell: number, said: marked };
};
