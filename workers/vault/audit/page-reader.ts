import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import type { NumberPage, NumberRecord } from '../book/number-page.ts';
import type { PersonPage, PersonRecord } from '../book/person-page.ts';

/**
 * Reads one page at a time and holds it against the state head or index page name. Errors: DatabaseDamaged (another rev or
 * hash, or it does not open), NotAllowed (no key), StorageFailed, NewerFormat. Null: no such page.
 */
export interface PageReader {
  /** Setting, table and checkpoint pages: content without "page" and "schema". */
  readonly read: (ref: PageRef) => Promise<Result<JsonObject | null, VaultError>>;
  readonly readPersonPage: (no: number) => Promise<Result<PersonPage | null, VaultError>>;
  readonly readNumberPage: (no: number) => Promise<Result<NumberPage | null, VaultError>>;
  /** Null when the index knows no such person. The record's id is checked against the row's. */
  readonly readPerson: (id: PersonId) => Promise<Result<PersonRecord | null, VaultError>>;
  /** All numbers of the person, earlier ones too. */
  readonly readNumbers: (id: PersonId) => Promise<Result<readonly NumberRecord[], VaultError>>;
}
