import type { PersonKind } from '../person/person-kind.ts';
import type { PurposeCode } from '../person/purpose.ts';
import type { RuleSource } from '../rules/rule-source.ts';

/**
 * Who has to check a person. business: as everybody's. employee: of dependants the employee is the one who handles the number by law, and the
 * business has no duty. business-by-mandate: of a spouse of the third category the business, the employee acting for the spouse. nobody: of the
 * owner, who is the business.
 */
export type Checker = 'business' | 'employee' | 'business-by-mandate' | 'nobody';

export interface WhoChecks extends RuleSource {
  readonly checker: Checker;
}

const DEPENDANTS: RuleSource = { source: 'https://mynumber-univ.com/articles/ihff5', confidence: 'H' };
const THIRD_CATEGORY: RuleSource = { source: 'https://www.pmp.co.jp/', confidence: 'H' };
const EVERYBODY: RuleSource = { source: 'https://www.nta.go.jp/taxes/tetsuzuki/mynumberinfo/honninkakunin/shorui.htm', confidence: 'H' };
const OWNER: RuleSource = { source: 'https://mynumber-univ.com/articles/0m4ej', confidence: 'INF' };

/** `parentKind`: of a dependant, on whom it hangs. The owner's own family is in the owner's household. */
export const whoChecks = (kind: PersonKind, parentKind: PersonKind | null, purposes: readonly PurposeCode[]): WhoChecks => {
  if (kind === 'owner' || (kind === 'dependant' && parentKind === 'owner')) return { checker: 'nobody', ...OWNER };
  if (kind !== 'dependant') return { checker: 'business', ...EVERYBODY };
  return purposes.includes('third-category-spouse') ? { checker: 'business-by-mandate', ...THIRD_CATEGORY } : { checker: 'employee', ...DEPENDANTS };
};
