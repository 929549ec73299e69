import { foldForSearch } from '../../core/domain/text/fold.ts';
import { toldKeys } from '../../i18n/help-keys.ts';
import type { HelpId, HelpTexts, HelpTopic } from '../../i18n/help-texts.ts';
import { HELP_IDS } from '../../i18n/help-texts.ts';
import { helpPieces } from './help-pieces.ts';

/** Folded once per language: where a word stands decides how much it counts. */
interface Folded {
  readonly id: HelpId;
  readonly title: string;
  readonly words: string;
  readonly body: string;
}

export interface HelpSearch {
  /**
   * Topics that hold every word, best first; all in their own order for an empty text. Where no topic holds them all,
   * those that hold most of the pieces of the sentence.
   */
  readonly find: (text: string) => readonly HelpId[];
}

/** Of a sentence whose words no topic holds together: behind these nobody looks any more. */
const MOST_FOR_A_SENTENCE = 6;

const TITLE = 4;
const WORDS = 2;
const BODY = 1;

/** Keys by their names, and what they do. */
const keyWords = ({ keys }: HelpTopic): readonly string[] =>
  keys === undefined ? [] : toldKeys(keys).flatMap(({ where, rows }) => [where, ...rows.flatMap(({ keys: pressed, what }) => [...pressed.map((key) => keys.names[key]), what])]);

/** A text as it is written and, behind it, as it sounds. */
const foldBoth = (text: string, readings: HelpTexts['readings']): string => {
  const sound = readings.reduce((rest, [word, reading]) => rest.replaceAll(word, reading), text);
  return foldForSearch(sound === text ? text : `${text}\n${sound}`);
};

const foldTopic = (id: HelpId, topic: HelpTopic, readings: HelpTexts['readings']): Folded => ({
  id,
  title: foldBoth(topic.title, readings),
  words: foldBoth(topic.words, readings),
  body: foldBoth([topic.lead, ...topic.steps, ...keyWords(topic), ...topic.asks.flatMap(({ ask, answer }) => [ask, answer])].join(' '), readings),
});

const weigh = (topic: Folded, word: string): number => {
  if (topic.title.includes(word)) return TITLE;
  if (topic.words.includes(word)) return WORDS;
  return topic.body.includes(word) ? BODY : 0;
};

export const createHelpSearch = (texts: HelpTexts): HelpSearch => {
  const topics = HELP_IDS.map((id) => foldTopic(id, texts.texts[id], texts.readings));

  /** Of the ways to take each piece the first that any topic holds: a piece that none holds says nothing of any. */
  const knownPieces = (text: string): readonly string[] => {
    const known = helpPieces(text, texts.query).map((ways) => ways.map(foldForSearch).find((way) => way !== '' && topics.some((topic) => weigh(topic, way) > 0)));
    return [...new Set(known)].filter((piece) => piece !== undefined);
  };

  const findPieces = (text: string): readonly HelpId[] => {
    const pieces = knownPieces(text);
    const weighed = topics.map((topic) => {
      const weights = pieces.map((piece) => weigh(topic, piece)).filter((weight) => weight > 0);
      return { id: topic.id, held: weights.length, weight: weights.reduce((sum, weight) => sum + weight, 0) };
    });
    const most = Math.max(...weighed.map(({ held }) => held));
    return weighed
      .filter(({ held }) => held > 0 && 2 * held >= most)
      .toSorted((one, other) => other.held - one.held || other.weight - one.weight)
      .slice(0, MOST_FOR_A_SENTENCE)
      .map(({ id }) => id);
  };

  return {
    find: (text) => {
      const words = text.split(/\s+/u).map(foldForSearch).filter((word) => word !== '');
      const weighed = topics.map((topic) => {
        const weights = words.map((word) => weigh(topic, word));
        return { id: topic.id, weight: weights.includes(0) ? 0 : 1 + weights.reduce((sum, weight) => sum + weight, 0) };
      });
      const whole = weighed
        .filter(({ weight }) => weight > 0)
        .toSorted((one, other) => other.weight - one.weight)
        .map(({ id }) => id);
      return whole.length > 0 ? whole : findPieces(text);
    },
  };
};
