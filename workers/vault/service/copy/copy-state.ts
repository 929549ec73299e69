import type { CopyOverview } from '../../../../src/core/contract/copy-api.ts';
import type { VaultError } from '../../../../src/core/contract/errors.ts';
import type { AuditAction } from '../../../../src/core/domain/audit/action.ts';
import { copyAgeOf } from '../../../../src/core/domain/copy/copy-age.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import { parseEntry } from '../../../../src/core/formats/log/entry.ts';
import { ENTRIES_PER_LOG_PAGE } from '../../book/layout.ts';
import type { LogReader } from '../../audit/log-reader.ts';
import type { OpenVault } from '../../session/open-vault.ts';
import { copyRowOf, readCopies } from './copy-ledger.ts';

/** Entries after which the newest copy lacks something that would be missed. */
const CHANGES: ReadonlySet<string> = new Set<AuditAction>([
  'register',
  'change',
  'cancel',
  'person-merged',
  'number-put',
  'number-replace',
  'purpose-changed',
  'setting-changed',
  'password-changed',
  'recovery-changed',
  'leak-suspected',
]);

/**
 * Changes in the own log behind the entry of a copy, read from the log's end; all of them for a copy of an earlier store, or none. By
 * order and not by time: after a clock that was wrong, everything would lie before the copy. Errors: DatabaseDamaged, StorageFailed.
 */
const countChangesSince = async (log: LogReader, copyId: string | null): Promise<Result<number, VaultError>> => {
  let changes = 0;
  for (let to = log.size(); to > 0; to -= ENTRIES_PER_LOG_PAGE) {
    const stretch = await log.readLines(Math.max(0, to - ENTRIES_PER_LOG_PAGE), to);
    if (!stretch.ok) return stretch;
    for (const line of stretch.value.lines.toReversed()) {
      const entry = parseEntry(line);
      if (!entry.ok) return err({ type: 'DatabaseDamaged', page: 'log' });
      if (entry.value.action === 'copy-made' && entry.value.subjectId === copyId) return ok(changes);
      if (CHANGES.has(entry.value.action)) changes += 1;
    }
  }
  return ok(changes);
};

/** The copies that were made, newest first, and how urgent the next one is. */
export const overviewOf = async (vault: OpenVault): Promise<Result<CopyOverview, VaultError>> => {
  const copies = await readCopies(vault.writer.book(), vault.writer.pages);
  if (!copies.ok) return copies;
  // The ledger is in the order they were made.
  const newest = copies.value.findLast((copy) => copy.verifiedAt !== null);
  const lastVerifiedAt = newest?.madeAt ?? null;
  const changes = await countChangesSince(vault.writer.log, newest?.copyId ?? null);
  if (!changes.ok) return changes;
  return ok({
    copies: copies.value.map(copyRowOf).toReversed(),
    age: copyAgeOf({ lastVerifiedAt, changesSince: changes.value, now: vault.platform.now() }),
    lastVerifiedAt,
    changesSince: changes.value,
  });
};
