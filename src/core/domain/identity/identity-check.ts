import type { CivilDate } from '../date/civil-date.ts';
import type { PersonKind } from '../person/person-kind.ts';
import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import type { RuleSource } from '../rules/rule-source.ts';
import type { Channel, IdentityDocumentCode, NumberDocumentCode, ProxyDocumentCode } from './document.ts';
import { identityDocumentOf, numberDocumentOf } from './document.ts';

/** What was looked at when a number was taken in. A record of it is enough, and the app keeps no image (PPC Q6-2). */
export interface IdentityCheck {
  /** The day of the check, in Tokyo. */
  readonly on: CivilDate;
  readonly channel: Channel;
  readonly numberDocument: NumberDocumentCode;
  /** Of the person, or of whoever acts for it. */
  readonly identityDocuments: readonly IdentityDocumentCode[];
  /** That name and address on a notification card are still those of the residence record. */
  readonly seenUnchanged: boolean;
  /** Null: the person came itself. */
  readonly proxy: ProxyDocumentCode | null;
}

/** What decides how a check may be made. */
export interface CheckedPerson {
  readonly kind: PersonKind;
  /** In employment: the owner's staff, whom the business knows. */
  readonly employed: boolean;
  /** A number of this person was checked before. */
  readonly checkedBefore: boolean;
  readonly today: CivilDate;
}

export type CheckProblemType =
  /** A document that shows a number, but is none for this. */
  | 'NotAccepted'
  | 'NotUnchanged'
  | 'NumberNotThisWay'
  | 'NothingKept'
  | 'IdentityNotThisWay'
  | 'StaffAlone'
  | 'NoIdentity'
  | 'TwoNeeded'
  | 'TwiceTheSame'
  | 'InFuture';

/** Why a check is none, with the rule that says so. */
export interface CheckProblem extends RuleSource {
  readonly type: CheckProblemType;
}

/** Act on My Number art. 16, its regulation art. 1, and the NTA's list. */
const ART_16: RuleSource = { source: 'https://elaws.jp/view/426M6000000A003', confidence: 'H' };

/**
 * All that is wrong with a check, in the order of its fields; none: it stands. Every number needs a document of the number and one of the
 * identity (番号法16条); a proxy's identity takes the place of the person's, and what empowers it comes beside (three checks).
 */
export const problemsOfCheck = (check: IdentityCheck, person: CheckedPerson): readonly CheckProblem[] => {
  const problems: CheckProblem[] = [];
  const add = (type: CheckProblemType, { source, confidence }: RuleSource): void => {
    if (!problems.some((known) => known.type === type)) problems.push({ type, source, confidence });
  };
  if (check.on > person.today) add('InFuture', ART_16);

  const number = numberDocumentOf(check.numberDocument);
  if (!number.accepted) add('NotAccepted', number);
  else if (!number.channels.includes(check.channel)) add('NumberNotThisWay', number);
  if (number.unchanged && !check.seenUnchanged) add('NotUnchanged', number);
  if (number.code === 'kept-record' && !person.checkedBefore) add('NothingKept', number);

  const identity = check.identityDocuments.map(identityDocumentOf);
  if (new Set(check.identityDocuments).size !== identity.length) add('TwiceTheSame', ART_16);
  for (const document of identity) {
    if (!document.channels.includes(check.channel)) add('IdentityNotThisWay', document);
    // Known by sight is the person that works here, not somebody who comes for it.
    if (document.staff && (!person.employed || check.proxy !== null)) add('StaffAlone', document);
  }
  if (identity.length === 0) add('NoIdentity', ART_16);
  else if (identity.every(({ kind }) => kind === 'plain') && identity.length < 2) add('TwoNeeded', identity[0] ?? ART_16);
  return problems;
};

export const parseIdentityCheck = (check: IdentityCheck, person: CheckedPerson): Result<IdentityCheck, readonly CheckProblem[]> => {
  const problems = problemsOfCheck(check, person);
  return problems.length === 0 ? ok(check) : err(problems);
};
