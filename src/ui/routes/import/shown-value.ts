import { parseWrittenDate } from '../../../core/domain/date/written-date.ts';
import type { ImportField } from '../../../core/domain/import/import-field.ts';
import { isPurposeCode, purposeOf } from '../../../core/domain/person/purpose.ts';
import type { Messages } from '../../../i18n/messages.ts';
import { nameText } from '../../name-text.ts';

/** A date as lists write it, in both calendars; null where it cannot be read. */
export const dateText = (words: Pick<Messages, 'dates'>, written: string): string | null => {
  const read = parseWrittenDate(written);
  return read.ok ? words.dates.date(read.value.date) : null;
};

/** Purposes cross as codes joined by spaces. */
const purposeLabels = (codes: string): readonly string[] =>
  codes.split(' ').flatMap((code) => (isPurposeCode(code) ? [purposeOf(code).label] : []));

/** What a cell says, in words: dates in both calendars, purposes by their names, names without a wide gap. */
export const shownValue = (words: Pick<Messages, 'dates' | 'verify'>, field: ImportField, value: string): string => {
  switch (field) {
    case 'birthDate':
    case 'relationFrom':
    case 'relationTo':
      return dateText(words, value) ?? value;
    case 'purposes':
      return words.verify.list(purposeLabels(value));
    case 'name':
    case 'kana':
      return nameText(value);
    default:
      return value;
  }
};
