import { importDoubts as importDoubtsEn } from '../en/import-doubts.ts';
import { importDoubts as importDoubtsJa } from '../ja/import-doubts.ts';
import { imports as importsEn } from '../en/imports.ts';
import { imports as importsJa } from '../ja/imports.ts';
import { numbers as numbersEn } from '../en/numbers.ts';
import { numbers as numbersJa } from '../ja/numbers.ts';
import { persons as personsEn } from '../en/persons.ts';
import { persons as personsJa } from '../ja/persons.ts';
import { verify as verifyEn } from '../en/verify.ts';
import { verify as verifyJa } from '../ja/verify.ts';
import type { ScreenWords } from '../screen-words.ts';

export const importWords: ScreenWords<'importDoubts' | 'imports' | 'numbers' | 'persons' | 'verify'> = {
  ja: { importDoubts: importDoubtsJa, imports: importsJa, numbers: numbersJa, persons: personsJa, verify: verifyJa },
  en: { importDoubts: importDoubtsEn, imports: importsEn, numbers: numbersEn, persons: personsEn, verify: verifyEn },
};
