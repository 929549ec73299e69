import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { LanguageModel } from '../app/models/language-model.ts';
import type { Messages } from '../i18n/messages.ts';
import type { ScreenWords } from '../i18n/screen-words.ts';
import type { StartWords } from '../i18n/start-words.ts';

export const WordsContext = createContext<LanguageModel | null>(null);

const useLanguage = (): LanguageModel => {
  const language = useContext(WordsContext);
  if (language === null) throw new Error('WordsContext is missing above this component');
  return language;
};

/** The words of the chosen language that are always at hand; a component that calls this is drawn again when the language changes. */
export const useWords = (): StartWords => useLanguage().words.value;

/** The same, and with them the words that came in the caller's own chunk (i18n/screens). */
export const useWordsWith = <Noun extends keyof Messages>(own: ScreenWords<Noun>): StartWords & Pick<Messages, Noun> => {
  const { language, words } = useLanguage();
  return { ...words.value, ...own[language.value] };
};
