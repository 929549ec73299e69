import { persons as personsEn } from '../en/persons.ts';
import { persons as personsJa } from '../ja/persons.ts';
import { prints as printsEn } from '../en/prints.ts';
import { prints as printsJa } from '../ja/prints.ts';
import type { ScreenWords } from '../screen-words.ts';

export const printPersonsWords: ScreenWords<'persons' | 'prints'> = {
  ja: { persons: personsJa, prints: printsJa },
  en: { persons: personsEn, prints: printsEn },
};
