import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import type { TextProblem } from '../text/plain-text.ts';
import { findTextProblem } from '../text/plain-text.ts';
import { RELATIONSHIP_SYNONYMS, RELATIONSHIPS } from './relationship.data.ts';

export type RelationshipGroup = (typeof RELATIONSHIPS)[number]['group'];
export type RelationshipProblem = { readonly type: 'Empty' | TextProblem };

export const RELATIONSHIP_MAX = 10;

const SYNONYMS: ReadonlyMap<string, string> = new Map(RELATIONSHIP_SYNONYMS);

/** A word of the list, its synonym turned into it, or another word of up to ten characters. */
export const parseRelationship = (text: string): Result<string, RelationshipProblem> => {
  const word = text.normalize('NFKC').trim();
  if (word === '') return err({ type: 'Empty' });
  const problem = findTextProblem(word, RELATIONSHIP_MAX);
  return problem === null ? ok(SYNONYMS.get(word) ?? word) : err({ type: problem });
};

/** 'other' for a word that is not in the list. */
export const relationshipGroupOf = (relationship: string): RelationshipGroup =>
  RELATIONSHIPS.find(({ label }) => label === relationship)?.group ?? 'other';
