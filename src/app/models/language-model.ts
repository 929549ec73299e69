import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { ja } from '../../i18n/ja.ts';
import type { Messages } from '../../i18n/messages.ts';
import type { Preferences } from '../platform/preferences.ts';

export type Language = 'ja' | 'en';

export interface LanguageModel {
  readonly language: ReadonlySignal<Language>;
  readonly words: ReadonlySignal<Messages>;
  /** Loads the catalogue first; if that fails the words stay as they are. */
  readonly choose: (language: Language) => Promise<void>;
}

/** Japanese is always at hand; English is its own chunk. `page` is told the language for the screen reader's voice. */
export const createLanguageModel = (deps: {
  readonly preferences: Preferences;
  readonly loadEnglish: () => Promise<Messages>;
  readonly page: { lang: string };
}): LanguageModel => {
  const language = signal<Language>('ja');
  const words = signal<Messages>(ja);

  const apply = (next: Language, catalogue: Messages): void => {
    language.value = next;
    words.value = catalogue;
    deps.page.lang = next;
  };
  const choose = async (next: Language): Promise<void> => {
    if (next === 'ja') apply('ja', ja);
    else {
      const english = await deps.loadEnglish().catch(() => null);
      if (english === null) return;
      apply('en', english);
    }
    deps.preferences.set('language', next);
  };
  if (deps.preferences.get('language') === 'en') void choose('en');
  return { language, words, choose };
};
