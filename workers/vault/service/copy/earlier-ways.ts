import type { VaultError } from '../../../../src/core/contract/errors.ts';
import type { AuditAction } from '../../../../src/core/domain/audit/action.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import type { Entry } from '../../../../src/core/formats/log/entry.ts';
import { parseEntry } from '../../../../src/core/formats/log/entry.ts';
import type { ClosedLog } from '../../audit/head.ts';
import type { LogReader } from '../../audit/log-reader.ts';
import { ENTRIES_PER_LOG_PAGE } from '../../book/layout.ts';

/** Entries after which a copy made before opens with a password or code that counts no longer. */
export const WAYS_CHANGED: ReadonlySet<string> = new Set<AuditAction>(['password-changed', 'recovery-changed', 'leak-suspected']);

/** The row of a copy is of the moment it was made; one that was restored is of the moment of the restore: its own entry was written behind it. */
const BRINGS_COPY: ReadonlySet<string> = new Set<AuditAction>(['copy-made', 'restore']);

/** Asks the record which of some copies were made before the last change of a password, a recovery code or the keys. */
export interface EarlierWays {
  /** Errors: DatabaseDamaged, StorageFailed. */
  readonly find: (log: LogReader, copyIds: readonly string[]) => Promise<Result<readonly string[], VaultError>>;
}

/** What is known of one log: it only grows, so that it is read backwards once and followed from there. */
interface Known {
  readonly upTo: number;
  /** Copies made since the last change. */
  readonly since: ReadonlySet<string>;
  /** False: no change as far back as a copy that is asked for. */
  readonly changed: boolean;
}

const damaged: Result<never, VaultError> = err({ type: 'DatabaseDamaged', page: 'log' });

const readEntries = async (log: LogReader, from: number, to: number, closed?: ClosedLog): Promise<Result<readonly Entry[], VaultError>> => {
  const stretch = await log.readLines(from, to, closed);
  if (!stretch.ok) return stretch;
  const entries: Entry[] = [];
  for (const line of stretch.value.lines) {
    const entry = parseEntry(line);
    if (!entry.ok) return damaged;
    entries.push(entry.value);
  }
  return ok(entries);
};

/** From the end of the newest log back to the last change, or to the oldest of the copies. */
const readBack = async (log: LogReader, copyIds: readonly string[]): Promise<Result<Known, VaultError>> => {
  const since = new Set<string>();
  const upTo = log.size();
  const logs: readonly (ClosedLog | undefined)[] = [undefined, ...log.closed().toReversed()];
  for (const closed of logs) {
    for (let to = closed?.size ?? upTo; to > 0; to -= ENTRIES_PER_LOG_PAGE) {
      const entries = await readEntries(log, Math.max(0, to - ENTRIES_PER_LOG_PAGE), to, closed);
      if (!entries.ok) return entries;
      for (const { action, subjectId } of entries.value.toReversed()) {
        if (WAYS_CHANGED.has(action)) return ok({ upTo, since, changed: true });
        if (BRINGS_COPY.has(action)) since.add(subjectId);
      }
      if (copyIds.every((id) => since.has(id))) return ok({ upTo, since, changed: false });
    }
  }
  return ok({ upTo, since, changed: false });
};

const follow = async (log: LogReader, known: Known): Promise<Result<Known, VaultError>> => {
  const upTo = log.size();
  const entries = await readEntries(log, known.upTo, upTo);
  if (!entries.ok) return entries;
  const since = new Set(known.since);
  let { changed } = known;
  for (const { action, subjectId } of entries.value) {
    if (WAYS_CHANGED.has(action)) {
      changed = true;
      since.clear();
    } else if (BRINGS_COPY.has(action)) since.add(subjectId);
  }
  return ok({ upTo, since, changed });
};

export const createEarlierWays = (): EarlierWays => {
  const knownOf = new WeakMap<LogReader, Known>();
  return {
    find: async (log, copyIds) => {
      if (copyIds.length === 0) return ok([]);
      const before = knownOf.get(log);
      const known = before === undefined ? await readBack(log, copyIds) : await follow(log, before);
      if (!known.ok) return known;
      const { since, changed } = known.value;
      knownOf.set(log, known.value);
      return ok(changed ? copyIds.filter((id) => !since.has(id)) : []);
    },
  };
};
