import type { VaultError } from '../../../src/core/contract/errors.ts';
import { auditCode } from '../../../src/core/domain/audit/codes.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { ok } from '../../../src/core/domain/result.ts';
import type { EntryDraft } from '../audit/plan.ts';
import type { BookOutcome } from './book-commit.ts';

/** A number was compared with the one kept of this person. */
export const matchEntry = (personId: PersonId, matches: boolean): EntryDraft => ({
  action: 'match',
  subjectId: personId,
  codes: [auditCode('result', matches ? 'match' : 'no-match')],
});

/**
 * An answer that says how a number compares with one that is kept: an entry as any other match, stored before the answer is given.
 * The answer travels as the value, an error too: an error of the plan itself would write nothing.
 */
export const comparedWith = <T>(
  personId: PersonId,
  matches: boolean,
  answer: Result<T, VaultError>,
): Result<BookOutcome<Result<T, VaultError>>, VaultError> => ok({ entries: [matchEntry(personId, matches)], value: answer });
