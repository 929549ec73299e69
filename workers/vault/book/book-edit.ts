import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import type { IndexPage } from './index-page.ts';
import type { NumberPage, NumberRecord } from './number-page.ts';
import type { PersonPage, PersonRecord } from './person-page.ts';

/** New content of persons' pages; null: the page is empty and goes. Index rows only: refs to pages are the writer's. */
export interface BookChange {
  readonly index: ReadonlyMap<number, IndexPage>;
  readonly persons: ReadonlyMap<number, PersonPage | null>;
  readonly numbers: ReadonlyMap<number, NumberPage | null>;
}

/**
 * Collects changes of persons and numbers for one plan: finds slots, reads each page once, keeps index rows and pages in
 * step. Reading errors are the reader's (DatabaseDamaged, StorageFailed, NotAllowed).
 */
export interface BookEdit {
  readonly readPerson: (id: PersonId) => Promise<Result<PersonRecord | null, VaultError>>;
  readonly readNumbers: (id: PersonId) => Promise<Result<readonly NumberRecord[], VaultError>>;
  /** New or changed; a new person gets the lowest free slot. The row follows from the record. */
  readonly putPerson: (record: PersonRecord) => Promise<Result<null, VaultError>>;
  /** Replaces all numbers of the person. NotFound when the person is not in the book. */
  readonly putNumbers: (id: PersonId, numbers: readonly NumberRecord[]) => Promise<Result<null, VaultError>>;
  /** With its numbers. Dependants stay, hanging on nobody. NotFound when the person is not in the book. */
  readonly removePerson: (id: PersonId) => Promise<Result<null, VaultError>>;
  /** Everything so far. */
  readonly change: () => BookChange;
}
