import type { PersonPage as PersonListPage, PersonQuery } from '../../../src/core/contract/person-api.ts';
import type { CivilDate } from '../../../src/core/domain/date/civil-date.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { IndexPage, IndexRow } from './index-page.ts';

/**
 * List and search of an open book, in memory. Built once at unlock, changed page by page by the commits; a keystroke costs
 * one pass of indexOf over folded text.
 */
export interface PersonIndex {
  readonly size: () => number;
  readonly get: (id: PersonId) => IndexRow | null;
  /** Rows of those who hang on the person. */
  readonly dependantsOf: (id: PersonId) => readonly IndexRow[];
  /** All rows in the order of the list. */
  readonly all: () => readonly IndexRow[];
  /** Visible rows, total of what matches, counts over everybody. States are derived for `today`. */
  readonly query: (query: PersonQuery, today: CivilDate) => PersonListPage;
  /** Called by the writer after a commit; null: the page is gone. */
  readonly apply: (no: number, page: IndexPage | null) => void;
}
