import { persons as personsEn } from '../en/persons.ts';
import { persons as personsJa } from '../ja/persons.ts';
import type { ScreenWords } from '../screen-words.ts';

export const personChoiceWords: ScreenWords<'persons'> = { ja: { persons: personsJa }, en: { persons: personsEn } };
