import { kit as kitEn } from '../en/kit.ts';
import { kit as kitJa } from '../ja/kit.ts';
import { settings as settingsEn } from '../en/settings.ts';
import { settings as settingsJa } from '../ja/settings.ts';
import type { ScreenWords } from '../screen-words.ts';

export const rehearseWords: ScreenWords<'kit' | 'settings'> = {
  ja: { kit: kitJa, settings: settingsJa },
  en: { kit: kitEn, settings: settingsEn },
};
