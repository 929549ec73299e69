import { home as homeEn } from '../en/home.ts';
import { home as homeJa } from '../ja/home.ts';
import { numbers as numbersEn } from '../en/numbers.ts';
import { numbers as numbersJa } from '../ja/numbers.ts';
import { persons as personsEn } from '../en/persons.ts';
import { persons as personsJa } from '../ja/persons.ts';
import type { ScreenWords } from '../screen-words.ts';

export const personsWords: ScreenWords<'home' | 'numbers' | 'persons'> = {
  ja: { home: homeJa, numbers: numbersJa, persons: personsJa },
  en: { home: homeEn, numbers: numbersEn, persons: personsEn },
};
