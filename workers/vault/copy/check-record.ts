import { auditCode } from '../../../src/core/domain/audit/codes.ts';
import type { StoreId } from '../../../src/core/domain/ids.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import type { Entry, SeenLog } from '../../../src/core/formats/log/entry.ts';
import { parseEntry } from '../../../src/core/formats/log/entry.ts';
import { createLogTree } from '../../../src/core/formats/log/log-tree.ts';
import type { VerifyDeps } from '../../../src/core/formats/signed-note-verify.ts';
import type { AskedSignature, RecordedLog, RecordToCheck, TablesSpoken } from './walk-log.ts';
import { believeTables, walkRecordedLog } from './walk-log.ts';

/** Where a record stops being what its members signed. */
export interface BrokenRecord {
  readonly logId: string;
  /** Of the first entry that does not hold, or of the last one a checkpoint vouches for wrongly. */
  readonly seq: number;
}

/** A log that does not hold, for the entry that names it. */
export interface BrokenLog extends BrokenRecord {
  /** Its newest head before the break that a member signed: up to here it holds. Null: none. */
  readonly good: SeenLog | null;
  /** UTC ms of its last entry. */
  readonly until: number;
}

export interface RecordFinding {
  /** The first fault that the record does not name itself. Null: it holds, but for what it names. */
  readonly broken: BrokenRecord | null;
  /** Logs that do not hold and of which a later log that holds says so: it was opened by a restore that told it. In their order. */
  readonly named: readonly BrokenLog[];
  /** The others that do not hold: what an entry of a new log has to name. */
  readonly unnamed: readonly BrokenLog[];
}

/** Entries between two words on the progress. */
const STEP = 2048;

/** An entry says how far it knew another log. */
interface Mention {
  readonly head: SeenLog;
  readonly seq: number;
}

interface CheckedLog {
  readonly log: RecordedLog;
  readonly heads: readonly AskedSignature[];
  readonly mentions: readonly Mention[];
  /** Ids of logs that an entry here says are broken. */
  readonly says: ReadonlySet<string>;
  /** Where it broke; null: it holds. */
  seq: number | null;
}

/** base64url roots of the logs at the sizes that entries mention: one pass over the leaves of each, however many mention it. */
const rootsMentioned = (
  { sha256 }: VerifyDeps,
  mentions: readonly Mention[],
  known: ReadonlyMap<string, readonly Uint8Array[]>,
): ReadonlyMap<string, ReadonlyMap<number, string>> => {
  const sizes = new Map<string, Set<number>>();
  for (const { head } of mentions) sizes.set(head.logId, (sizes.get(head.logId) ?? new Set()).add(head.size));
  return new Map(
    [...sizes].map(([logId, asked]) => {
      const tree = createLogTree(sha256);
      for (const leaf of known.get(logId) ?? []) tree.append(leaf);
      return [logId, tree.rootsAt(asked)];
    }),
  );
};

/** The logs of which one behind them that holds says that they are broken. */
const namedBehind = (checked: readonly CheckedLog[]): ReadonlySet<CheckedLog> => {
  const named = new Set<CheckedLog>();
  const said = new Set<string>();
  for (const one of checked.toReversed()) {
    if (one.seq === null) for (const other of one.says) said.add(other);
    else if (said.has(one.log.logId)) named.add(one);
  }
  return named;
};

const saysBroken = ({ action, codes }: Entry): boolean => action === 'chain-verified' && codes.includes(auditCode('result', 'bad'));

const brokenLogOf = async ({ log, heads }: CheckedLog, seq: number): Promise<BrokenLog> => {
  let good: SeenLog | null = null;
  for (const head of heads) {
    if ((seq >= 0 && head.seq >= seq) || !(await head.answer).ok) break;
    good = { logId: log.logId as StoreId, size: head.seq + 1, root: encodeBase64url(head.root) };
  }
  const last = parseEntry(log.lines.at(-1) ?? '');
  return { logId: log.logId, seq, good, until: last.ok ? last.value.time : 0 };
};

/**
 * The whole record of a copy, from the first entry to the last: chain, trees, tables, rights, and every signature, as a verifier of
 * an export checks them (public/spec/log-v1.md §8.3 to §8.5, which workers/verify follows in code of its own). A log that does not hold
 * is told as `named` where a later one says so (log-v1 §7.3): the copy of a vault that came back from a broken copy can be good again.
 */
export const checkRecord = async (
  deps: VerifyDeps,
  record: RecordToCheck,
  onProgress: (done: number, total: number) => void,
): Promise<RecordFinding> => {
  const total = record.logs.reduce((sum, { lines }) => sum + lines.length, 0);
  const spoken: TablesSpoken = { versionOf: new Map(record.tables.map(({ hash, table }) => [hash, table.version])), attached: new Set() };
  const known = new Map<string, readonly Uint8Array[]>();
  const checked: CheckedLog[] = [];
  let done = 0;
  for (const log of record.logs) {
    const { logId, leaves } = log;
    const mentions: Mention[] = [];
    const says = new Set<string>();
    const isOfStore = record.tables.some(({ table }) => table.stores.some(({ id }) => id === logId));
    if ((checked.at(-1)?.seq ?? null) !== null) believeTables(log, spoken);
    const { seq, heads } = await walkRecordedLog(deps, record, log, spoken, (entry) => {
      for (const head of entry.seen) mentions.push({ head, seq: entry.seq });
      if (saysBroken(entry)) says.add(entry.subjectId);
      done += 1;
      if (done % STEP === 0) onProgress(done, total);
    });
    // The first entry of a later log names one before it.
    const linked = known.size === 0 || mentions.some((mention) => mention.seq === 0 && known.has(mention.head.logId));
    const placed = isOfStore && !known.has(logId) && linked;
    checked.push({ log, heads, mentions, says, seq: seq ?? (placed ? null : 0) });
    if (!known.has(logId)) known.set(logId, leaves);
  }
  const roots = rootsMentioned(deps, checked.flatMap(({ mentions }) => mentions), known);
  for (const one of checked) {
    const wrong = one.mentions.find(({ head }) => roots.get(head.logId)?.get(head.size) !== head.root);
    if (one.seq === null && wrong !== undefined) one.seq = wrong.seq;
  }
  onProgress(total, total);
  // No entry of any log brought them: the newest has to answer for it.
  const last = checked.at(-1);
  if (last?.seq === null && record.tables.some(({ table }) => !spoken.attached.has(table.version))) last.seq = -1;

  const named: BrokenLog[] = [];
  const unnamed: BrokenLog[] = [];
  const behind = namedBehind(checked);
  for (const one of checked) {
    if (one.seq === null) continue;
    (behind.has(one) ? named : unnamed).push(await brokenLogOf(one, one.seq));
  }
  const [first] = unnamed;
  return { broken: first === undefined ? null : { logId: first.logId, seq: first.seq }, named, unnamed };
};

/** Up to when the record has logs that do not hold, named or not; null: it holds throughout. */
export const brokenUntil = ({ named, unnamed }: RecordFinding): number | null => {
  const all = [...named, ...unnamed];
  return all.length === 0 ? null : Math.max(...all.map(({ until }) => until));
};
