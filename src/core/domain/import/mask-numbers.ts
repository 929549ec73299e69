import { ANY_SEPARATOR } from '../number/digits.ts';
import { containsIndividualNumber, MASKED_NUMBER } from '../number/individual-number.ts';

/**
 * Digits that may be a number although they do not pass as one: eleven and more in a row (a number with a slip, or
 * without its leading zero), or in groups of four as on the card,
 * with any one sign between them.
 */
const NUMBER_LIKE = new RegExp(
  String.raw`[0-9]{11,}|[0-9]{4}[\s\p{Pd}\u2212\u30fc]{1,3}[0-9]{4}[\s\p{Pd}\u2212\u30fc]{1,3}[0-9]{3,}|[0-9]{4}(${ANY_SEPARATOR}{1,3})[0-9]{4}\1[0-9]{3,}`,
  'gu',
);

const SHORTEST = 11;

/** A text that may be shown: whatever looks like a number in it is replaced. Other texts come back as they are. */
export const withoutNumbers = (text: string): string => {
  const plain = text.normalize('NFKC');
  if (plain.length < SHORTEST) return text;
  const masked = plain.replace(NUMBER_LIKE, MASKED_NUMBER);
  if (containsIndividualNumber(masked)) return MASKED_NUMBER;
  return masked.includes(MASKED_NUMBER) ? masked : text;
};
