import { persons as personsEn } from '../en/persons.ts';
import { persons as personsJa } from '../ja/persons.ts';
import { register as registerEn } from '../en/register.ts';
import { register as registerJa } from '../ja/register.ts';
import type { ScreenWords } from '../screen-words.ts';

export const registerWords: ScreenWords<'persons' | 'register'> = {
  ja: { persons: personsJa, register: registerJa },
  en: { persons: personsEn, register: registerEn },
};
