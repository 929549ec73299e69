import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { LogQuery } from '../../../src/core/contract/log-api.ts';
import { endOfDayMs, parseCivilDate, startOfDayMs } from '../../../src/core/domain/date/civil-date.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { Entry } from '../../../src/core/formats/log/entry.ts';
import { parseEntry } from '../../../src/core/formats/log/entry.ts';
import type { ClosedLog } from '../audit/head.ts';
import type { LogReader } from '../audit/log-reader.ts';

export interface FoundEntries {
  readonly entries: readonly Entry[];
  readonly total: number;
}

type Keep = (entry: Entry) => boolean;

/** One log with its size; the own log is the newest and has no `closed`. */
interface LogPart {
  readonly size: number;
  readonly closed?: ClosedLog;
}

const partsNewestFirst = (log: LogReader): readonly LogPart[] => [
  { size: log.size() },
  ...log.closed().toReversed().map((closed) => ({ size: closed.size, closed })),
];

const readEntries = async (log: LogReader, from: number, to: number, part: LogPart): Promise<Result<readonly Entry[], VaultError>> => {
  const stretch = await log.readLines(from, to, part.closed);
  if (!stretch.ok) return stretch;
  const entries: Entry[] = [];
  for (const line of stretch.value.lines) {
    const entry = parseEntry(line);
    if (!entry.ok) return err({ type: 'DatabaseDamaged', page: 'log' });
    entries.push(entry.value);
  }
  return ok(entries);
};

/** Null when the filter lets everything through, so that only the visible stretch is read. Errors: InvalidInput for a date. */
export const filterOf = (query: LogQuery): Result<Keep | null, VaultError> => {
  const bounds: { from: number; to: number } = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  for (const field of ['from', 'to'] as const) {
    const text = query[field];
    if (text === null) continue;
    const date = parseCivilDate(text);
    if (!date.ok) return err({ type: 'InvalidInput', fields: [{ field, problem: date.error.type }] });
    // Both ends are whole days in Tokyo: the last one ends where the next begins.
    bounds[field] = field === 'from' ? startOfDayMs(date.value) : endOfDayMs(date.value);
  }
  const { personId, memberId, actions } = query;
  if (query.from === null && query.to === null && personId === null && memberId === null && actions.length === 0) return ok(null);
  const wanted = new Set(actions);
  return ok(
    (entry) =>
      entry.time >= bounds.from &&
      entry.time < bounds.to &&
      (personId === null || entry.subjectId === personId) &&
      (memberId === null || entry.actorId === memberId) &&
      (wanted.size === 0 || wanted.has(entry.action)),
  );
};

/** Entries of all logs, newest first, `limit` from `offset` on. Errors: DatabaseDamaged, StorageFailed. */
export const findEntries = async (
  log: LogReader,
  keep: Keep | null,
  offset: number,
  limit: number,
): Promise<Result<FoundEntries, VaultError>> => {
  const found: Entry[] = [];
  let passed = 0;
  for (const part of partsNewestFirst(log)) {
    if (keep === null) {
      const newest = part.size - Math.max(0, offset - passed);
      const wanted = limit - found.length;
      if (newest > 0 && wanted > 0) {
        const entries = await readEntries(log, Math.max(0, newest - wanted), newest, part);
        if (!entries.ok) return entries;
        found.push(...entries.value.toReversed());
      }
      passed += part.size;
      continue;
    }
    const matching: Entry[] = [];
    let damaged = false;
    const read = await log.eachStretch(({ lines }) => {
      for (const line of lines) {
        const entry = parseEntry(line);
        if (!entry.ok) damaged = true;
        else if (keep(entry.value)) matching.push(entry.value);
      }
    }, part.closed);
    if (!read.ok) return read;
    if (damaged) return err({ type: 'DatabaseDamaged', page: 'log' });
    for (const entry of matching.toReversed()) {
      if (passed >= offset && found.length < limit) found.push(entry);
      passed += 1;
    }
  }
  return ok({ entries: found, total: passed });
};
