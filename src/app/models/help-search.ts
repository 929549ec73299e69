import { foldForSearch } from '../../core/domain/text/fold.ts';
import { toldKeys } from '../../i18n/help-keys.ts';
import type { HelpId, HelpTexts, HelpTopic } from '../../i18n/help-texts.ts';
import { HELP_IDS } from '../../i18n/help-texts.ts';

/** Folded once per language: where a word stands decides how much it counts. */
interface Folded {
  readonly id: HelpId;
  readonly title: string;
  readonly words: string;
  readonly body: string;
}

export interface HelpSearch {
  /** Topics that hold every word, best first; all in their own order for an empty text. */
  readonly find: (text: string) => readonly HelpId[];
}

const TITLE = 4;
const WORDS = 2;
const BODY = 1;

/** Keys by their names, and what they do. */
const keyWords = ({ keys }: HelpTopic): readonly string[] =>
  keys === undefined ? [] : toldKeys(keys).flatMap(({ where, rows }) => [where, ...rows.flatMap(({ keys: pressed, what }) => [...pressed.map((key) => keys.names[key]), what])]);

const foldTopic = (id: HelpId, topic: HelpTopic): Folded => ({
  id,
  title: foldForSearch(topic.title),
  words: foldForSearch(topic.words),
  body: foldForSearch([topic.lead, ...topic.steps, ...keyWords(topic), ...topic.asks.flatMap(({ ask, answer }) => [ask, answer])].join(' ')),
});

const weigh = (topic: Folded, word: string): number => {
  if (topic.title.includes(word)) return TITLE;
  if (topic.words.includes(word)) return WORDS;
  return topic.body.includes(word) ? BODY : 0;
};

export const createHelpSearch = (texts: HelpTexts): HelpSearch => {
  const topics = HELP_IDS.map((id) => foldTopic(id, texts.texts[id]));
  return {
    find: (text) => {
      const words = text.split(/\s+/u).map(foldForSearch).filter((word) => word !== '');
      const weighed = topics.map((topic) => {
        const weights = words.map((word) => weigh(topic, word));
        return { id: topic.id, weight: weights.includes(0) ? 0 : 1 + weights.reduce((sum, weight) => sum + weight, 0) };
      });
      return weighed
        .filter(({ weight }) => weight > 0)
        .toSorted((one, other) => other.weight - one.weight)
        .map(({ id }) => id);
    },
  };
};
