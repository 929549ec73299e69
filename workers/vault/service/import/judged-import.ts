import type { CivilDate } from '../../../../src/core/domain/date/civil-date.ts';
import type { ImportContext } from '../../../../src/core/domain/import/import-context.ts';
import type { ImportState } from '../../../../src/core/domain/import/import-state.ts';
import type { JudgedRow } from '../../../../src/core/domain/import/judge-import.ts';
import { judgeImport } from '../../../../src/core/domain/import/judge-import.ts';
import type { Business } from '../../../../src/core/domain/person/entity-type.ts';
import type { BookState } from '../../audit/book-state.ts';
import type { OpenVault } from '../../session/open-vault.ts';
import { todayOf } from '../book-commit.ts';

/** Rows as judged, and what they were judged by beside themselves. Holds numbers: stays in the worker. */
export interface JudgedImport {
  readonly rows: readonly JudgedRow[];
  readonly index: BookState['index'];
  readonly business: Business;
  readonly today: CivilDate;
}

/** `context`: everybody in `book`. */
export const judge = (state: ImportState, context: ImportContext, book: BookState): JudgedImport => {
  const { business, today } = context;
  return { rows: judgeImport(state, context), index: book.index, business, today };
};

/**
 * True while rows would be judged as they were. An index page states the hashes of its persons and numbers, and a commit makes new ones of
 * those it touches: where all are the same, so is everybody.
 */
export const isStillJudged = ({ index, business, today }: JudgedImport, book: BookState, vault: OpenVault): boolean => {
  const { entityType, paysSalary } = vault.settings();
  const samePages = index.size === book.index.size && [...index].every(([no, page]) => book.index.get(no) === page);
  return samePages && entityType === business.entityType && paysSalary === business.paysSalary && today === todayOf(vault.platform.now());
};
