import { foldDigits } from '../../../core/domain/number/digits.ts';
import type { Messages } from '../../../i18n/messages.ts';

const LENGTH = 12;

/** How many digits are still to come, once one has begun. */
export const digitsLeft = (words: Pick<Messages, 'numbers'>, text: string): string | undefined => {
  const digits = foldDigits(text)?.length ?? 0;
  return digits > 0 && digits < LENGTH ? words.numbers.entry.left(LENGTH - digits) : undefined;
};
