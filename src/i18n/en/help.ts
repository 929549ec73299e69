import type { HelpTexts } from '../help-texts.ts';
import { care } from './help/care.ts';
import { keys } from './help/keys.ts';
import { personTopics } from './help/persons.ts';
import { query } from './help/query.ts';
import { recordTopics } from './help/record.ts';
import { start } from './help/start.ts';

export const help: HelpTexts = {
  title: 'How to use it',
  why: 'It can be read without a network.',
  search: 'Search the help',
  searchHint: 'e.g. copy, forgotten password, employee left',
  topics: 'Topics',
  groups: { begin: 'Begin and open', persons: 'People and numbers', record: 'Record', copies: 'Copies', care: 'Settings and care' },
  steps: 'Steps',
  asks: 'Questions',
  found: (topics) => (topics === 1 ? '1 topic found' : `${topics} topics found`),
  none: 'Nothing was found',
  noneWhy: 'Try another word, or a shorter one.',
  back: 'Back to the topics',
  all: 'See it with a picture',
  picture: (title) => `The screen, for example: ${title}`,
  next: 'Next topic',
  // Written as it sounds.
  readings: [],
  query,
  texts: { ...start, ...personTopics, ...recordTopics, ...keys, ...care },
};
