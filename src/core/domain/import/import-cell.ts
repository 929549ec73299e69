import { EMPTY_WORDS } from './header-synonyms.data.ts';

/** ="0001": how programs keep a spreadsheet from dropping zeros. A constant text, no formula. */
const CONSTANT = /^[=\uff1d]"([^"]*)"$/;
/** 'text: how people do the same. */
const TEXT_MARK = /^['\u2019](?=[0-9\uff10-\uff19])/;
const DASHES_ONLY = /^[\p{Pd}\u2212\u30fc\uff70]+$/u;
const EXPONENT = /^[+-]?[0-9]+(?:[.,][0-9]*)?E\+?[0-9]{1,3}$/i;

const EMPTY: ReadonlySet<string> = new Set(EMPTY_WORDS.split(' '));
/** Of a cell that may be such a word: in another width a sign has two units at most. */
const MOST_UNITS = 2 * Math.max(...[...EMPTY].map(({ length }) => length));

/** One line without outer spaces; line ends and tabs within become spaces, wrappings of spreadsheets come off. */
export const cleanCell = (cell: string): string => {
  const line = cell.replace(/[\r\n\t\f]+/g, ' ').trim();
  return (CONSTANT.exec(line)?.[1] ?? line).replace(TEXT_MARK, '').trim();
};

/** True for a name or code cell with nothing but dashes. */
export const isDash = (cell: string): boolean => DASHES_ONLY.test(cell);

/** True for what people type where nothing is to be said: dashes, and words such as none or not handed in. */
export const isEmptyWord = (cell: string): boolean => isDash(cell) || (cell.length <= MOST_UNITS && EMPTY.has(cell.normalize('NFKC').toLowerCase()));

/** 9.00000E+11, also in full width: a long number that a spreadsheet has rounded. */
export const isExponent = (cell: string): boolean => EXPONENT.test(cell.normalize('NFKC').replace(/\s/g, ''));
