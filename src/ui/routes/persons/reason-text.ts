import { purposeOf } from '../../../core/domain/person/purpose.ts';
import type { RevealReason } from '../../../core/domain/reveal/reason.ts';
import type { Messages } from '../../../i18n/messages.ts';

export const reasonText = (words: Pick<Messages, 'numbers'>, reason: RevealReason): string => {
  if (reason === 'inquiry') return words.numbers.reveal.inquiry;
  return reason === 'input-check' ? words.numbers.reveal.inputCheck : purposeOf(reason).label;
};
