import { batch, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { startJa } from '../../i18n/start-ja.ts';
import type { StartWords } from '../../i18n/start-words.ts';
import type { Preferences } from '../platform/preferences.ts';

export type Language = 'ja' | 'en';

export interface LanguageModel {
  readonly language: ReadonlySignal<Language>;
  readonly words: ReadonlySignal<StartWords>;
  /** Loads the catalogue first; if that fails the words stay as they are. */
  readonly choose: (language: Language) => Promise<void>;
}

/** Japanese is always at hand; English is its own chunk. Both are without the words that come with their screens. `page` is told the language for the screen reader's voice. */
export const createLanguageModel = (deps: {
  readonly preferences: Preferences;
  readonly loadEnglish: () => Promise<StartWords>;
  readonly page: { lang: string };
}): LanguageModel => {
  const language = signal<Language>('ja');
  const words = signal<StartWords>(startJa);

  const apply = (next: Language, catalogue: StartWords): void => {
    batch(() => {
      language.value = next;
      words.value = catalogue;
    });
    deps.page.lang = next;
  };
  const choose = async (next: Language): Promise<void> => {
    if (next === 'ja') apply('ja', startJa);
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
