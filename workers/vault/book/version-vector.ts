import type { JsonObject, JsonValue } from '../../../src/core/formats/canonical.ts';
import { isCount, isObject } from '../../../src/core/formats/canonical.ts';
import { isId } from '../../../src/core/domain/ids.ts';
import { MAX_VECTOR_LOGS } from '../../../src/core/formats/limits.ts';

/** Which entry of which log changed a record last: {logId: seq}. Two records compare as their vectors do. */
export type VersionVector = Readonly<Record<string, number>>;

export type VectorOrder = 'same' | 'older' | 'newer' | 'conflict';

/**
 * `vector` after a change by entry `seq` of the log `logId`, which is its last now. Each restore brings a new log: without a limit a record that
 * changes on two devices in turn would outgrow its page. A log that falls out counts as never seen: two records are then told as in conflict,
 * never the older as the newer.
 */
export const stepVector = (vector: VersionVector, logId: string, seq: number): VersionVector =>
  Object.fromEntries([...Object.entries(vector).filter(([log]) => log !== logId), [logId, seq] as const].slice(-MAX_VECTOR_LOGS));

/** How `a` stands to `b`; a log missing in one of them counts as never seen. */
export const compareVectors = (a: VersionVector, b: VersionVector): VectorOrder => {
  const logs = new Set([...Object.keys(a), ...Object.keys(b)]);
  let older = false;
  let newer = false;
  for (const log of logs) {
    const left = a[log] ?? -1;
    const right = b[log] ?? -1;
    if (left < right) older = true;
    if (left > right) newer = true;
  }
  if (older && newer) return 'conflict';
  if (older) return 'older';
  return newer ? 'newer' : 'same';
};

export const vectorToJson = (vector: VersionVector): JsonObject => vector;

export const parseVector = (value: JsonValue | undefined): VersionVector | null => {
  if (!isObject(value)) return null;
  const entries: [string, number][] = [];
  for (const [log, seq] of Object.entries(value)) {
    if (!isId(log) || !isCount(seq)) return null;
    entries.push([log, seq]);
  }
  return Object.fromEntries(entries);
};
