import type { CorporateNumber } from '../number/corporate-number.ts';
import { parseCorporateNumber } from '../number/corporate-number.ts';
import { foldDigits } from '../number/digits.ts';
import type { IndividualNumber } from '../number/individual-number.ts';
import { isIndividualNumber, parseIndividualNumber } from '../number/individual-number.ts';
import { isFormula } from '../text/formula.ts';
import { isExponent } from './import-cell.ts';
import type { ImportDoubt, NumberDoubt } from './import-doubt.ts';

export interface NumberReading {
  readonly individual: IndividualNumber | null;
  readonly corporate: CorporateNumber | null;
  /** With LeadingZeroDropped: the number if the user says yes. */
  readonly suggested: IndividualNumber | null;
  readonly doubt: NumberDoubt | Extract<ImportDoubt, { readonly type: 'Formula' }> | null;
}

const NONE: NumberReading = { individual: null, corporate: null, suggested: null, doubt: null };

const doubtful = (doubt: NonNullable<NumberReading['doubt']>, suggested: IndividualNumber | null = null): NumberReading => ({
  ...NONE,
  suggested,
  doubt,
});

/** A cell after cleanCell as the individual number of a person; '' reads as none. `zeroConfirmed`: see LeadingZeroDropped. */
export const readIndividualCell = (cell: string, zeroConfirmed: boolean): NumberReading => {
  if (cell === '') return NONE;
  if (isExponent(cell)) return doubtful({ type: 'SpreadsheetExponent', field: 'number' });
  if (isFormula(cell)) return doubtful({ type: 'Formula', field: 'number', written: '' });
  const padded = `0${foldDigits(cell) ?? ''}`;
  if (isIndividualNumber(padded)) {
    return zeroConfirmed
      ? { ...NONE, individual: padded }
      : doubtful({ type: 'LeadingZeroDropped', field: 'number' }, padded);
  }
  const read = parseIndividualNumber(cell);
  return read.ok ? { ...NONE, individual: read.value } : doubtful({ ...read.error, field: 'number' });
};

/** A cell after cleanCell as the number of a company; an individual number there is said to be one. */
export const readCorporateCell = (cell: string): NumberReading => {
  if (cell === '') return NONE;
  if (isExponent(cell)) return doubtful({ type: 'SpreadsheetExponent', field: 'number' });
  if (isFormula(cell)) return doubtful({ type: 'Formula', field: 'number', written: '' });
  if (parseIndividualNumber(cell).ok) return doubtful({ type: 'NumberForCompany', field: 'number' });
  const read = parseCorporateNumber(cell);
  if (read.ok) return { ...NONE, corporate: read.value };
  if (read.error.type === 'CheckDigit') return doubtful({ type: 'CorporateCheckDigit', field: 'corporateNumber' });
  if (read.error.type === 'NotDigits') return doubtful({ type: 'NotDigits', field: 'number' });
  return doubtful({ ...read.error, field: 'corporateNumber' });
};

/** True for a cell that can only be meant as a corporate number: thirteen digits, right or wrong. */
export const isThirteenDigits = (cell: string): boolean => foldDigits(cell)?.length === 13;
