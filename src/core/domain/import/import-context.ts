import type { CivilDate } from '../date/civil-date.ts';
import type { PersonId } from '../ids.ts';
import type { IndividualNumber } from '../number/individual-number.ts';
import type { Business } from '../person/entity-type.ts';
import type { PersonFields } from '../person/person.ts';

/** A person in the vault, as far as the rows are compared with it. */
export interface ExistingPerson {
  readonly id: PersonId;
  readonly fields: PersonFields;
  readonly hasNumber: boolean;
}

/** What rows are judged by, beside themselves. Nothing of it is changed. */
export interface ImportContext {
  readonly existing: readonly ExistingPerson[];
  /** Whose number this is now, in the vault. Runs where the numbers are; asked at most a few times a row. */
  readonly holdersOf: (number: IndividualNumber) => readonly PersonId[];
  readonly business: Business;
  /** Today in Tokyo. */
  readonly today: CivilDate;
  /** Characters that electronic forms do not take, each once. */
  readonly outsideForms: (text: string) => readonly string[];
}
