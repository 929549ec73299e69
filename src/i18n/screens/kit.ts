import { copies as copiesEn } from '../en/copies.ts';
import { copies as copiesJa } from '../ja/copies.ts';
import { create as createEn } from '../en/create.ts';
import { create as createJa } from '../ja/create.ts';
import { kit as kitEn } from '../en/kit.ts';
import { kit as kitJa } from '../ja/kit.ts';
import { settings as settingsEn } from '../en/settings.ts';
import { settings as settingsJa } from '../ja/settings.ts';
import { unlock as unlockEn } from '../en/unlock.ts';
import { unlock as unlockJa } from '../ja/unlock.ts';
import type { ScreenWords } from '../screen-words.ts';

export const kitWords: ScreenWords<'copies' | 'create' | 'kit' | 'settings' | 'unlock'> = {
  ja: { copies: copiesJa, create: createJa, kit: kitJa, settings: settingsJa, unlock: unlockJa },
  en: { copies: copiesEn, create: createEn, kit: kitEn, settings: settingsEn, unlock: unlockEn },
};
