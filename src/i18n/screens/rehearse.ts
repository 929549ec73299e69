import { kit as kitEn } from '../en/kit.ts';
import { kit as kitJa } from '../ja/kit.ts';
import { settings as settingsEn } from '../en/settings.ts';
import { settings as settingsJa } from '../ja/settings.ts';
import { unlock as unlockEn } from '../en/unlock.ts';
import { unlock as unlockJa } from '../ja/unlock.ts';
import type { ScreenWords } from '../screen-words.ts';

export const rehearseWords: ScreenWords<'kit' | 'settings' | 'unlock'> = {
  ja: { kit: kitJa, settings: settingsJa, unlock: unlockJa },
  en: { kit: kitEn, settings: settingsEn, unlock: unlockEn },
};
