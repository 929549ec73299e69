import type { CivilDate } from '../domain/date/civil-date.ts';
import type { PersonId } from '../domain/ids.ts';
import type { NumberState } from '../domain/person/number-state.ts';
import type { PersonFields } from '../domain/person/person.ts';
import type { PersonKind } from '../domain/person/person-kind.ts';
import type { VaultResult } from './errors.ts';

/** One line of the list: all that a row shows, nothing more crosses to the page. */
export interface PersonRow {
  readonly id: PersonId;
  readonly kind: PersonKind;
  readonly name: string;
  readonly kana: string;
  readonly code: string;
  readonly corporate: boolean;
  readonly parentName: string;
  readonly state: NumberState;
}

export interface PersonQuery {
  /** Folded and matched against name, kana and code as one types. */
  readonly text: string;
  readonly kinds: readonly PersonKind[];
  readonly states: readonly NumberState[];
  readonly offset: number;
  /** At most 200. */
  readonly limit: number;
}

export interface PersonPage {
  readonly rows: readonly PersonRow[];
  readonly total: number;
  readonly counts: { readonly all: number; readonly withNumber: number; readonly withoutNumber: number };
}

export interface PersonView {
  readonly id: PersonId;
  readonly rev: number;
  readonly fields: PersonFields;
  readonly state: NumberState;
  readonly hasNumber: boolean;
  readonly parent: { readonly id: PersonId; readonly name: string } | null;
  readonly dependants: readonly PersonRow[];
  readonly registeredAt: number;
  readonly changedAt: number;
}

export interface PersonSheetQuery extends Pick<PersonQuery, 'text' | 'kinds' | 'states'> {
  /** More than paper is for: then the answer has no rows. At most 2,000. */
  readonly limit: number;
}

/** A row for paper: of a number it says no more than the list does. */
export interface PersonSheetRow extends PersonRow {
  /** Of a dependant. */
  readonly relationship: string;
  /** First and last day of the relation; null where it is not known or lasts. */
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

export interface PersonSheet {
  readonly rows: readonly PersonSheetRow[];
  readonly total: number;
  readonly counts: PersonPage['counts'];
}

/** What a cancelled registration takes along. */
export interface CancelPreview {
  readonly name: string;
  readonly hasNumber: boolean;
  /** They stay, without the one they hang on, unless named in the call. */
  readonly dependants: readonly PersonRow[];
  /** Copies made since the registration, by the order of the record; where the record cannot tell, all of them. */
  readonly copiesThatKeepIt: number;
}

/**
 * What is left on this device of the keys that opened what was removed. 'traces': gone, but this browser keeps for a while what it
 * overwrote. 'owed': their file could not be rewritten yet, and they still open; it is tried again (event OldKeys).
 */
export type OldKeys = 'gone' | 'traces' | 'owed';

export interface PersonApi {
  readonly listPersons: (query: PersonQuery) => VaultResult<PersonPage>;
  /** The list for printing. No number is read for it; the printing itself is recorded by `recordPrint`. */
  readonly viewPersonSheet: (query: PersonSheetQuery) => VaultResult<PersonSheet>;
  readonly viewPerson: (id: PersonId) => VaultResult<PersonView>;
  /** The caller makes the id, so that a retry after a doubtful answer registers nobody twice. ChangedMeanwhile: it is taken, or was that of a person who was removed. */
  readonly registerPerson: (input: { readonly id: PersonId; readonly fields: PersonFields }) => VaultResult<PersonView>;
  readonly changePerson: (input: {
    readonly id: PersonId;
    readonly rev: number;
    readonly fields: PersonFields;
  }) => VaultResult<PersonView>;
  readonly previewCancel: (id: PersonId) => VaultResult<CancelPreview>;
  /** For a person entered by mistake: removes person and number and rotates the epoch (public/spec/keyring-v1.md §7). Errors: VaultFull. */
  readonly cancelPersons: (ids: readonly PersonId[]) => VaultResult<{ readonly oldKeys: OldKeys }>;
}
