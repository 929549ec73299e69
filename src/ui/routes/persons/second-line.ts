import type { PersonRow } from '../../../core/contract/person-api.ts';
import type { Messages } from '../../../i18n/messages.ts';
import { nameText } from '../../name-text.ts';

/** What tells a person apart from others of the same name: kind and code, or on whom they depend. */
export const secondLineOf = (words: Pick<Messages, 'persons'>, row: PersonRow): string => {
  if (row.kind === 'dependant' && row.parentName !== '') return words.persons.dependantOf(nameText(row.parentName));
  return [words.persons.kinds[row.kind], row.code].filter((part) => part !== '').join(' ');
};
