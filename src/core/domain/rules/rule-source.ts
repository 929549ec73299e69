/**
 * Where a rule comes from and how sure it is. H: official text read, or two sources agree; M: one good source; L: thin or old; K: general
 * knowledge, not confirmed; INF: what follows for this app, said nowhere.
 */
export type Confidence = 'H' | 'M' | 'L' | 'K' | 'INF';

export interface RuleSource {
  /** An address, or the section of a text. */
  readonly source: string;
  readonly confidence: Confidence;
}

/** The day as of which all rules of law here were looked up. Shown wherever one of them is. */
export const RULES_AS_OF = '2026-11-22';

/** What is not confirmed guides, marked as such, and never refuses or destroys anything. */
export const isEnforceable = ({ confidence }: Pick<RuleSource, 'confidence'>): boolean => confidence === 'H' || confidence === 'M';
