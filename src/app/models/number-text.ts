import { foldDigits } from '../../core/domain/number/digits.ts';

const GROUP = 4;

/** Digits as they are printed on the card, in fours; a text with anything else in it comes back as it is. */
export const groupDigits = (text: string): string => {
  const digits = foldDigits(text);
  return digits === null ? text : (digits.match(/[0-9]{1,4}/g) ?? []).join(' ');
};

/** Where the caret belongs after grouping: behind as many digits as stood before it. */
export const caretAfter = (before: string): number => {
  const digits = foldDigits(before);
  if (digits === null || digits === '') return before.length;
  return digits.length + Math.floor((digits.length - 1) / GROUP);
};

/** Twelve digits taken from elsewhere, grouped; null for any other text. */
export const pastedNumber = (text: string): string | null => (foldDigits(text)?.length === 12 ? groupDigits(text) : null);
