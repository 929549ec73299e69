import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import { digitAt, foldDigits } from './digits.ts';

/** Thirteen ASCII digits whose check digit holds. Public: no handling limits, never masked. */
export type CorporateNumber = string & { readonly numberOf: 'corporate' };

export type CorporateNumberProblem =
  | { readonly type: 'NotDigits' }
  | { readonly type: 'NotThirteenDigits'; readonly digits: number }
  | { readonly type: 'CheckDigit' };

const LENGTH = 13;
const BODY = 12;

/**
 * The first digit to the twelve that follow it, 1 to 9. Ministry of Finance Ordinance 70 of 2014, art. 2:
 * 9 - (sum of digit times weight, mod 9), weights 1 and 2 in turn from the right.
 */
export const corporateCheckDigit = (body: string): number => {
  let sum = 0;
  for (let fromRight = 0; fromRight < BODY; fromRight += 1)
    sum += digitAt(body, BODY - 1 - fromRight) * (fromRight % 2 === 0 ? 1 : 2);
  return 9 - (sum % 9);
};

export const isCorporateNumber = (digits: string): digits is CorporateNumber =>
  /^[0-9]{13}$/.test(digits) && corporateCheckDigit(digits.slice(1)) === digitAt(digits, 0);

/** Accepts full-width digits, spaces and hyphens anywhere. */
export const parseCorporateNumber = (text: string): Result<CorporateNumber, CorporateNumberProblem> => {
  const digits = foldDigits(text);
  if (digits === null) return err({ type: 'NotDigits' });
  if (digits.length !== LENGTH) return err({ type: 'NotThirteenDigits', digits: digits.length });
  return isCorporateNumber(digits) ? ok(digits) : err({ type: 'CheckDigit' });
};

/** 1-4-4-4, as the National Tax Agency prints it. */
export const formatCorporateNumber = (number: CorporateNumber): string =>
  `${number.slice(0, 1)} ${number.slice(1, 5)} ${number.slice(5, 9)} ${number.slice(9)}`;
