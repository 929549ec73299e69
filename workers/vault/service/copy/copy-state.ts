import type { CopyOverview } from '../../../../src/core/contract/copy-api.ts';
import type { VaultError } from '../../../../src/core/contract/errors.ts';
import type { AuditAction } from '../../../../src/core/domain/audit/action.ts';
import { copyAgeOf } from '../../../../src/core/domain/copy/copy-age.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import { parseEntry } from '../../../../src/core/formats/log/entry.ts';
import { ENTRIES_PER_LOG_PAGE } from '../../book/layout.ts';
import type { LogReader } from '../../audit/log-reader.ts';
import type { LedgerCopy } from '../../copy/copy-ledger.ts';
import { copyRowOf, readCopies } from '../../copy/copy-ledger.ts';
import type { OpenVault } from '../../session/open-vault.ts';
import type { EarlierWays } from './earlier-ways.ts';
import { WAYS_CHANGED } from './earlier-ways.ts';

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

interface Standing {
  /** Null: none of this store. */
  readonly newest: LedgerCopy | null;
  /** Changes behind it; all of this store when there is none. */
  readonly changes: number;
  readonly waysChanged: boolean;
}

/**
 * The newest of the copies that were read back, and the changes behind its entry, read from the end of the own log. By order and not
 * by time: after a clock that was wrong, everything would lie before the copy. A copy of an earlier store has its entry in an earlier
 * log: what was restored asks for a copy of its own at once. Errors: DatabaseDamaged, StorageFailed.
 */
const readStanding = async (log: LogReader, verified: ReadonlyMap<string, LedgerCopy>): Promise<Result<Standing, VaultError>> => {
  let changes = 0;
  let waysChanged = false;
  for (let to = log.size(); to > 0; to -= ENTRIES_PER_LOG_PAGE) {
    const stretch = await log.readLines(Math.max(0, to - ENTRIES_PER_LOG_PAGE), to);
    if (!stretch.ok) return stretch;
    for (const line of stretch.value.lines.toReversed()) {
      const entry = parseEntry(line);
      if (!entry.ok) return err({ type: 'DatabaseDamaged', page: 'log' });
      const newest = entry.value.action === 'copy-made' ? verified.get(entry.value.subjectId) : undefined;
      if (newest !== undefined) return ok({ newest, changes, waysChanged });
      if (CHANGES.has(entry.value.action)) changes += 1;
      if (WAYS_CHANGED.has(entry.value.action)) waysChanged = true;
    }
  }
  return ok({ newest: null, changes, waysChanged });
};

/** The copies that were made, newest first, and how urgent the next one is. */
export const overviewOf = async (vault: OpenVault, earlier: EarlierWays): Promise<Result<CopyOverview, VaultError>> => {
  const copies = await readCopies(vault.writer.book(), vault.writer.pages);
  if (!copies.ok) return copies;
  const verified = new Map(copies.value.filter((copy) => copy.verifiedAt !== null).map((copy) => [copy.copyId, copy]));
  const standing = await readStanding(vault.writer.log, verified);
  if (!standing.ok) return standing;
  const { newest, changes, waysChanged } = standing.value;
  const opensEarlier = await earlier.find(vault.writer.log, copies.value.map(({ copyId }) => copyId));
  if (!opensEarlier.ok) return opensEarlier;
  const lastVerifiedAt = newest?.madeAt ?? null;
  return ok({
    copies: copies.value.map(copyRowOf).toReversed(),
    opensEarlier: opensEarlier.value,
    age: copyAgeOf({ lastVerifiedAt, changesSince: changes, waysChanged, now: vault.platform.now() }),
    lastVerifiedAt,
    changesSince: changes,
    waysChanged,
  });
};
