import { business as businessEn } from '../en/business.ts';
import { business as businessJa } from '../ja/business.ts';
import { create as createEn } from '../en/create.ts';
import { create as createJa } from '../ja/create.ts';
import { settings as settingsEn } from '../en/settings.ts';
import { settings as settingsJa } from '../ja/settings.ts';
import { unlock as unlockEn } from '../en/unlock.ts';
import { unlock as unlockJa } from '../ja/unlock.ts';
import type { ScreenWords } from '../screen-words.ts';

export const settingsWords: ScreenWords<'business' | 'create' | 'settings' | 'unlock'> = {
  ja: { business: businessJa, create: createJa, settings: settingsJa, unlock: unlockJa },
  en: { business: businessEn, create: createEn, settings: settingsEn, unlock: unlockEn },
};
