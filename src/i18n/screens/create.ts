import { business as businessEn } from '../en/business.ts';
import { business as businessJa } from '../ja/business.ts';
import { create as createEn } from '../en/create.ts';
import { create as createJa } from '../ja/create.ts';
import type { ScreenWords } from '../screen-words.ts';

export const createWords: ScreenWords<'business' | 'create'> = {
  ja: { business: businessJa, create: createJa },
  en: { business: businessEn, create: createEn },
};
