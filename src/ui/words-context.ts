import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { LanguageModel } from '../app/models/language-model.ts';
import type { Messages } from '../i18n/messages.ts';

export const WordsContext = createContext<LanguageModel | null>(null);

/** The words of the chosen language; a component that calls this is drawn again when the language changes. */
export const useWords = (): Messages => {
  const language = useContext(WordsContext);
  if (language === null) throw new Error('WordsContext is missing above this component');
  return language.words.value;
};
