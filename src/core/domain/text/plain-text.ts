import { containsIndividualNumber } from '../number/individual-number.ts';

/** What may be wrong with any text that is stored and shown again. */
export type TextProblem =
  | 'TooLong'
  /** Control characters, and characters that turn the direction of writing or cannot be seen. */
  | 'ControlCharacter'
  /** Replacement characters, halves of characters, private use: traces of a wrong decoding; they print as boxes. */
  | 'Unreadable'
  /** Twelve digits that pass the check: a number belongs in the number field alone. */
  | 'IndividualNumber';

const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
const UNREADABLE = /[\ufffd\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/u;

/** Length as a person counts, in code points; combining marks count on their own. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** The first thing wrong with one line of text, or null. `max` in code points. */
export const findTextProblem = (line: string, max: number): TextProblem | null => {
  if (lengthOf(line) > max) return 'TooLong';
  if (INVISIBLE.test(line)) return 'ControlCharacter';
  if (UNREADABLE.test(line)) return 'Unreadable';
  return containsIndividualNumber(line) ? 'IndividualNumber' : null;
};
