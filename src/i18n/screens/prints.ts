import { prints as printsEn } from '../en/prints.ts';
import { prints as printsJa } from '../ja/prints.ts';
import type { ScreenWords } from '../screen-words.ts';

export const printsWords: ScreenWords<'prints'> = {
  ja: { prints: printsJa },
  en: { prints: printsEn },
};
