import type { StoreId } from '../../src/core/domain/ids.ts';
import type { SeenLog } from '../../src/core/formats/log/entry.ts';
import type { LogCheck } from './log-check.ts';
import type { ReportBuilder } from './report-builder.ts';

/** Where an entry says how far it knew another log. */
export interface SeenMention {
  readonly seen: SeenLog;
  readonly logId: StoreId;
  readonly seq: number;
  readonly line: number;
}

/** Every mention must fit the log it names as that log stands in this file. public/spec/log-v1.md §8.5 */
export const checkSeen = (
  mentions: readonly SeenMention[],
  logs: ReadonlyMap<string, LogCheck>,
  report: ReportBuilder,
): void => {
  const sizes = new Map<string, Set<number>>();
  for (const { seen } of mentions) {
    const set = sizes.get(seen.logId) ?? new Set<number>();
    sizes.set(seen.logId, set.add(seen.size));
  }
  const roots = new Map([...sizes].map(([logId, asked]) => [logId, logs.get(logId)?.tree.rootsAt(asked)]));
  for (const { seen, logId, seq, line } of mentions) {
    const root = roots.get(seen.logId)?.get(seen.size);
    if (root === undefined) report.problem('SeenTruncated', { logId, seq, line });
    else if (root !== seen.root) report.problem('SeenRewritten', { logId, seq, line });
  }
};
