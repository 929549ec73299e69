/**
 * What people put between digits: spaces, invisible characters, hyphens of every kind (all dash punctuation, minus,
 * soft hyphen, the kana long-vowel mark and box lines that stand in for a hyphen in Japanese typing).
 * Applied after NFKC, which has already made the full-width and half-width forms one.
 */
export const DIGIT_SEPARATORS = String.raw`\s\p{Pd}\u00ad\u200b-\u200f\u2060\ufeff\u2212\u30fc\u2500\u2501`;

/**
 * Anything that is neither letter nor digit: what text that holds a number may have between its digits. The kana long-vowel mark is a
 * letter to Unicode; the Japanese comma and full stop go between the items of a list and the sentences of a text.
 */
export const ANY_SEPARATOR = String.raw`(?:\u30fc|[^\p{L}\p{N}\u3001\u3002])`;

const SEPARATOR = new RegExp(`[${DIGIT_SEPARATORS}]`, 'gu');
const ONLY_DIGITS = /^[0-9]*$/;

/** Full-width digits folded and separators removed; null when anything but ASCII digits is left. May be ''. */
export const foldDigits = (text: string): string | null => {
  const folded = text.normalize('NFKC').replace(SEPARATOR, '');
  return ONLY_DIGITS.test(folded) ? folded : null;
};

const KANJI_DIGITS = '\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d';
const KANJI_ZERO = '\u96f6';
const OTHER_DIGIT = new RegExp(`[^\\P{Nd}0-9]|[${KANJI_DIGITS}${KANJI_ZERO}]`, 'gu');
const DECIMAL = /^\p{Nd}$/u;

const valueOf = (digit: string): number => {
  if (digit === KANJI_ZERO) return 0;
  if (!DECIMAL.test(digit)) return KANJI_DIGITS.indexOf(digit);
  // Unicode puts the ten digits of a script in a row, zero first.
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (DECIMAL.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
};

/** Digits of other scripts and kanji that stand for one digit each, as ASCII digits; the rest stays. Of a text after NFKC. */
export const foldOtherDigits = (text: string): string => text.replace(OTHER_DIGIT, (digit) => String(valueOf(digit)));

/** The digit at a place of a text of digits, 0 beyond its end. */
export const digitAt = (digits: string, at: number): number => {
  const code = digits.charCodeAt(at);
  return Number.isNaN(code) ? 0 : code - 48;
};
