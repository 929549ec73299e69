/**
 * What people put between digits: spaces, invisible characters, hyphens of every kind (all dash punctuation, minus,
 * soft hyphen, the kana long-vowel mark and box lines that stand in for a hyphen in Japanese typing).
 * Applied after NFKC, which has already made the full-width and half-width forms one.
 */
export const DIGIT_SEPARATORS = String.raw`\s\p{Pd}\u00ad\u200b-\u200f\u2060\ufeff\u2212\u30fc\u2500\u2501`;

const SEPARATOR = new RegExp(`[${DIGIT_SEPARATORS}]`, 'gu');
const ONLY_DIGITS = /^[0-9]*$/;

/** Full-width digits folded and separators removed; null when anything but ASCII digits is left. May be ''. */
export const foldDigits = (text: string): string | null => {
  const folded = text.normalize('NFKC').replace(SEPARATOR, '');
  return ONLY_DIGITS.test(folded) ? folded : null;
};

/** The digit at a place of a text of digits, 0 beyond its end. */
export const digitAt = (digits: string, at: number): number => {
  const code = digits.charCodeAt(at);
  return Number.isNaN(code) ? 0 : code - 48;
};
