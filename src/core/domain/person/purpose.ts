import type { Business, EntityType } from './entity-type.ts';
import type { PersonKind } from './person-kind.ts';
import { PURPOSES } from './purpose.data.ts';
import { relationshipGroupOf } from './relationship.ts';

export type PurposeCode = (typeof PURPOSES)[number]['code'];

export interface Purpose {
  readonly code: PurposeCode;
  /** The wording of the notice, a legal text: the same in every language of the screen. */
  readonly label: string;
  readonly kinds: readonly PersonKind[];
  readonly entities: readonly EntityType[];
  readonly wages: boolean;
  readonly source: string;
  readonly confidence: 'H' | 'M' | 'L' | 'K';
}

/** Assigned, so that the data is held to the shape. */
const ALL: readonly Purpose[] = PURPOSES;

export const PURPOSE_CODES: readonly PurposeCode[] = ALL.map(({ code }) => code);

export const isPurposeCode = (value: unknown): value is PurposeCode => PURPOSE_CODES.some((code) => code === value);

/** The purpose of a code. */
export const purposeOf = (code: PurposeCode): Purpose => {
  const found = ALL.find((purpose) => purpose.code === code);
  if (found === undefined) throw new RangeError(`no purpose ${code}`);
  return found;
};

/** Purposes a person of this kind may have, whatever the business: what was stored once stays readable. */
export const purposesOfKind = (kind: PersonKind): readonly Purpose[] => ALL.filter(({ kinds }) => kinds.includes(kind));

/** Purposes this business may ask a number for. Others may not be asked for, even with consent. */
export const purposesFor = (kind: PersonKind, business: Business): readonly Purpose[] =>
  purposesOfKind(kind).filter(
    ({ entities, wages }) => entities.includes(business.entityType) && (business.paysSalary || !wages),
  );

export interface PurposeSubject {
  readonly kind: PersonKind;
  /** Of a dependant: on whom it hangs. */
  readonly parentKind: PersonKind | null;
  /** Of a dependant; '' else. */
  readonly relationship: string;
  readonly corporate: boolean;
}

/** A dependant of staff is on the employer's forms, one of the owner on the owner's own return. */
const fitsParent = (code: PurposeCode, { kind, parentKind }: PurposeSubject): boolean =>
  kind !== 'dependant' || (parentKind === 'owner') === (code === 'owner-return');

/**
 * The purposes ticked for a new person. Not ticked by itself: the rent report, due for landlords alone; the
 * third-category spouse and insurance of dependants, due for some; anything of a company, whose number is public.
 * A sole proprietor who pays no salaries may not be bound to file the remuneration report at all: left to the user.
 */
export const defaultPurposes = (subject: PurposeSubject, business: Business): readonly PurposeCode[] => {
  if (subject.corporate) return [];
  return purposesFor(subject.kind, business)
    .map(({ code }) => code)
    .filter((code) => {
      if (code === 'rent-report' || code === 'third-category-spouse') return false;
      if (code === 'health-pension') return subject.kind === 'employee';
      if (code === 'remuneration-report') return business.paysSalary || business.entityType === 'company';
      return fitsParent(code, subject);
    });
};

/** True where the third-category pension notice can apply: the spouse of an employee. */
export const mayBeThirdCategory = ({ kind, parentKind, relationship }: PurposeSubject): boolean =>
  kind === 'dependant' && parentKind === 'employee' && relationshipGroupOf(relationship) === 'spouse';
