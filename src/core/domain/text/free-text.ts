import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import type { TextProblem } from './plain-text.ts';
import { findTextProblem, lengthOf } from './plain-text.ts';
import { containsIndividualNumber } from '../number/individual-number.ts';

export type FreeTextProblem = { readonly type: TextProblem };

/**
 * Text of one or more lines, at most `max` characters in all, '' allowed. Line ends become LF, outer spaces go.
 * Refused as a whole when it holds an individual number, also one that is split by a line end.
 */
export const parseFreeText = (text: string, max: number): Result<string, FreeTextProblem> => {
  const plain = text.replace(/\r\n?/g, '\n').trim();
  if (lengthOf(plain) > max) return err({ type: 'TooLong' });
  for (const line of plain.split('\n')) {
    const problem = findTextProblem(line.replaceAll('\t', ' '), max);
    if (problem !== null) return err({ type: problem });
  }
  return containsIndividualNumber(plain) ? err({ type: 'IndividualNumber' }) : ok(plain);
};
