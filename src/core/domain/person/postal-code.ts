import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import { foldDigits } from '../number/digits.ts';

/**
 * Seven digits without hyphen, or '' when none is known. The postal mark, spaces, hyphens and full width are
 * accepted. Six digits are refused, not filled up: which zero a spreadsheet dropped is the user's to say.
 */
export const parsePostalCode = (text: string): Result<string, { readonly type: 'NotSevenDigits' }> => {
  const digits = foldDigits(text.replace(/^\s*\u3012/, ''));
  return digits !== null && (digits === '' || digits.length === 7) ? ok(digits) : err({ type: 'NotSevenDigits' });
};

/** 3-4 with a hyphen; '' stays ''. */
export const formatPostalCode = (code: string): string => (code === '' ? '' : `${code.slice(0, 3)}-${code.slice(3)}`);
