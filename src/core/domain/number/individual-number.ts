import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import { ANY_SEPARATOR, DIGIT_SEPARATORS, digitAt, foldDigits, foldOtherDigits } from './digits.ts';

/** Twelve ASCII digits whose check digit holds, and not all zero. Text, because leading zeros count. */
export type IndividualNumber = string & { readonly numberOf: 'individual' };

export type IndividualNumberProblem =
  | { readonly type: 'NotDigits' }
  | { readonly type: 'NotTwelveDigits'; readonly digits: number }
  | { readonly type: 'AllZero' }
  | { readonly type: 'CheckDigit' };

const LENGTH = 12;
const WEIGHTS: readonly number[] = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/**
 * The twelfth digit to eleven given ones. Ministry of Internal Affairs Ordinance 85 of 2014, art. 5:
 * r = sum of digit times weight, mod 11; the check digit is 0 for r of 0 or 1, else 11 - r.
 * About 2 of 100 single typing errors pass it: a number that passes is possible, not proven.
 */
export const individualCheckDigit = (body: string): number => {
  const r = WEIGHTS.reduce((sum, weight, at) => sum + weight * digitAt(body, at), 0) % 11;
  return r <= 1 ? 0 : 11 - r;
};

/** True for twelve bare digits that pass. The formula itself lets twelve zeros through, so they are refused apart. */
export const isIndividualNumber = (digits: string): digits is IndividualNumber =>
  /^[0-9]{12}$/.test(digits) && !/^0+$/.test(digits) && individualCheckDigit(digits) === digitAt(digits, LENGTH - 1);

/** Accepts full-width digits, spaces and hyphens anywhere. Says the one thing that is wrong first. */
export const parseIndividualNumber = (text: string): Result<IndividualNumber, IndividualNumberProblem> => {
  const digits = foldDigits(text);
  if (digits === null) return err({ type: 'NotDigits' });
  if (digits.length !== LENGTH) return err({ type: 'NotTwelveDigits', digits: digits.length });
  if (/^0+$/.test(digits)) return err({ type: 'AllZero' });
  return isIndividualNumber(digits) ? ok(digits) : err({ type: 'CheckDigit' });
};

/** Stands where a number stands. A constant: even the last digits would be a fragment of the number (PPC Q9-4). */
export const MASKED_NUMBER = '\u2022\u2022\u2022\u2022 \u2022\u2022\u2022\u2022 \u2022\u2022\u2022\u2022';

const DIGIT_RUNS = new RegExp(`[0-9]+(?:${ANY_SEPARATOR}{1,3}[0-9]+)*`, 'gu');
const USUAL = new RegExp(`^[${DIGIT_SEPARATORS}]+$`, 'u');
/** As printed on the card. */
const CARD_GROUPS = 3;

/**
 * Spaces and hyphens join any pieces. Points, slashes, brackets and the like join a few, or equal ones: in longer uneven rows they are
 * what stands in a date with its time, or between two telephone numbers, one in eleven of which would pass the check.
 */
const mayBeOneNumber = (pieces: readonly string[], separators: readonly string[]): boolean =>
  pieces.length <= CARD_GROUPS ||
  separators.every((separator) => USUAL.test(separator)) ||
  pieces.every((piece) => piece.length === pieces[0]?.length);

/** True when pieces that follow one another make, joined, twelve digits that pass. */
const joinsToNumber = (run: string): boolean => {
  const pieces = run.match(/[0-9]+/g) ?? [];
  const separators = run.match(/[^0-9]+/g) ?? [];
  return pieces.some((_, start) => {
    let joined = '';
    let end = start;
    for (; end < pieces.length && joined.length < LENGTH; end += 1) joined += pieces[end] ?? '';
    return isIndividualNumber(joined) && mayBeOneNumber(pieces.slice(start, end), separators.slice(start, end - 1));
  });
};

const holdsNumber = (text: string): boolean => (text.match(DIGIT_RUNS) ?? []).some(joinsToNumber);

/**
 * True when a text holds twelve digits in one run, also split by signs that are neither letter nor digit, in full width, in another
 * script or in kanji, that pass the check. Free text is refused then: a note would else become a file of numbers that no disposal finds.
 * A longer unbroken run (a corporate number, say) is not one: only whole pieces are joined.
 */
export const containsIndividualNumber = (text: string): boolean => {
  const plain = text.normalize('NFKC');
  if (plain.length < LENGTH) return false;
  const folded = foldOtherDigits(plain);
  // Both: a kanji in front of a number may be the end of a word.
  return holdsNumber(plain) || (folded !== plain && holdsNumber(folded));
};
