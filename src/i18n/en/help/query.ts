import type { HelpQuery } from '../../help-texts.ts';

export const query: HelpQuery = {
  joins: [],
  particles: ['what', 'when', 'with', 'from', 'have', 'how', 'the', 'and', 'for', 'can', 'was', 'did', 'to', 'do', 'of', 'is', 'in', 'on', 'it', 'my', 'an', 'a', 'i'],
  endings: [],
};
