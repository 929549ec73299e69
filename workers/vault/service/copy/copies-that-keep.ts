import type { VaultError } from '../../../../src/core/contract/errors.ts';
import type { PersonId } from '../../../../src/core/domain/ids.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import { ok } from '../../../../src/core/domain/result.ts';
import { readCopies } from '../../copy/copy-ledger.ts';
import type { OpenVault } from '../../session/open-vault.ts';
import { findEntries } from '../log-query.ts';

/**
 * How many of the copies that were made hold this person: all but those the record speaks of before the registration. By order and not
 * by time, which a clock that was wrong turns round. Where the record cannot be read, or says nothing of the registration, each may
 * hold it and counts. Errors: those of reading the list of copies, StorageFailed.
 */
export const countCopiesThatKeep = async ({ writer }: OpenVault, id: PersonId): Promise<Result<number, VaultError>> => {
  const copies = await readCopies(writer.book(), writer.pages);
  if (!copies.ok) return copies;
  const copyIds: ReadonlySet<string> = new Set(copies.value.map(({ copyId }) => copyId));
  if (copyIds.size === 0) return ok(0);
  const found = await findEntries(writer.log, ({ action, subjectId }) => copyIds.has(subjectId) || (subjectId === id && action === 'register'), 0, Number.POSITIVE_INFINITY);
  if (!found.ok) return found.error.type === 'DatabaseDamaged' ? ok(copyIds.size) : found;
  // Newest first.
  const registered = found.value.entries.findIndex(({ subjectId }) => subjectId === id);
  const earlier = new Set(registered === -1 ? [] : found.value.entries.slice(registered + 1).map(({ subjectId }) => subjectId));
  return ok(copies.value.filter(({ copyId }) => !earlier.has(copyId)).length);
};
