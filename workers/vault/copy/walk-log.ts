import { isAuditAction, mayDo } from '../../../src/core/domain/audit/action.ts';
import type { VaultId } from '../../../src/core/domain/ids.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { sameBytes } from '../../../src/core/formats/bytes.ts';
import { parseCheckpoint } from '../../../src/core/formats/log/checkpoint.ts';
import type { Entry } from '../../../src/core/formats/log/entry.ts';
import { parseEntry } from '../../../src/core/formats/log/entry.ts';
import { TABLE_ATTACHMENT } from '../../../src/core/formats/log/log-consts.ts';
import { appendLeaf, createFrontier, frontierRoot } from '../../../src/core/formats/log/merkle.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import type { VerifyDeps } from '../../../src/core/formats/signed-note-verify.ts';
import { verifyNoteSignatures } from '../../../src/core/formats/signed-note-verify.ts';
import { memberSigners } from '../../../src/core/formats/table-chain.ts';
import type { VerifiedTable } from '../../../src/core/formats/table.ts';
import type { ClosedLogDraft } from '../audit/plan.ts';

/** One log of it, with all its checkpoints. */
export interface RecordedLog extends Pick<ClosedLogDraft, 'logId' | 'lines' | 'checkpoints'> {
  /** Leaf hash of each line: whoever put the lines together made it. */
  readonly leaves: readonly Uint8Array[];
}

export interface RecordToCheck {
  readonly vaultId: VaultId;
  /** Verified, version 1 first. */
  readonly tables: readonly VerifiedTable[];
  /** In the order they were opened, with all their checkpoints. */
  readonly logs: readonly RecordedLog[];
}

/** What the logs have said of tables so far: versions come into force in order, by an entry that attaches them. */
export interface TablesSpoken {
  readonly versionOf: ReadonlyMap<string, number>;
  readonly attached: Set<number>;
}

/** Signatures verified at once: a platform does them beside each other, and waiting for each takes most of the time. */
const BATCH = 64;

export interface AskedSignature {
  readonly seq: number;
  /** Of the tree up to this entry. */
  readonly root: Uint8Array;
  readonly answer: ReturnType<typeof verifyNoteSignatures>;
}

const firstUnsigned = async (asked: readonly AskedSignature[]): Promise<number | null> => {
  const answers = await Promise.all(asked.map(({ answer }) => answer));
  return asked[answers.findIndex(({ ok }) => !ok)]?.seq ?? null;
};

export interface LogFinding {
  /** Where it broke; null: it held. */
  readonly seq: number | null;
  /** Signed ones, growing, as far as they were walked. */
  readonly heads: readonly AskedSignature[];
}

/** Rules of public/spec/log-v1.md §8.3 that one entry alone can break. `least`: lowest version it may act under. */
const bringsTables = (entry: Entry, least: number, { versionOf, attached }: TablesSpoken): number | null => {
  let brought = least;
  for (const { kind, hash } of entry.attach) {
    if (kind !== TABLE_ATTACHMENT) continue;
    const version = versionOf.get(hash);
    if (version === undefined || (version > 1 && !attached.has(version - 1))) return null;
    attached.add(version);
    brought = Math.max(brought, version);
  }
  // They come in order, so their number is the highest of them.
  if (entry.tableVersion < least || entry.tableVersion > attached.size) return null;
  return Math.max(brought, entry.tableVersion);
};

const mayHaveDone = ({ action, actorId, tableVersion }: Entry, tables: readonly VerifiedTable[]): boolean => {
  const member = tables[tableVersion - 1]?.table.members.find(({ id }) => id === actorId);
  return member !== undefined && (!isAuditAction(action) || mayDo(member.role, action));
};

/** Walks a log as long as it holds: signed heads are handed over on the way. Answers where it broke. */
const walkLog = async (
  deps: VerifyDeps,
  { vaultId, tables }: RecordToCheck,
  log: RecordedLog,
  spoken: TablesSpoken,
  onEntry: (entry: Entry) => void,
  heads: AskedSignature[],
): Promise<number | null> => {
  const notes = new Map<number, ReturnType<typeof parseSignedNote>>();
  for (const note of log.checkpoints) {
    const signed = parseSignedNote(note);
    const claim = signed.ok ? parseCheckpoint(signed.value.text) : signed;
    // Two of one size contradict each other or say nothing; one of a size the log never had vouches for what is gone.
    if (!claim.ok || claim.value.size > log.lines.length || notes.has(claim.value.size)) return claim.ok ? claim.value.size - 1 : 0;
    notes.set(claim.value.size, signed);
  }
  let frontier = createFrontier();
  let prev = '';
  let least = 0;
  let before: Entry | null = null;
  let asked: AskedSignature[] = [];
  for (const [seq, line] of log.lines.entries()) {
    const parsed = parseEntry(line);
    const leaf = log.leaves[seq];
    if (!parsed.ok || leaf === undefined) return seq;
    const entry = parsed.value;
    if (entry.vaultId !== vaultId || entry.logId !== log.logId || entry.seq !== seq || entry.prev !== prev) return seq;
    if (before !== null && before.actorId !== entry.actorId && !notes.has(seq)) return seq - 1;
    const version = bringsTables(entry, least, spoken);
    if (version === null || !mayHaveDone(entry, tables)) return seq;
    least = version;
    before = entry;
    onEntry(entry);
    prev = encodeBase64url(leaf);
    frontier = appendLeaf(deps.sha256, frontier, leaf);

    const note = notes.get(seq + 1);
    if (note?.ok !== true) continue;
    const claim = parseCheckpoint(note.value.text);
    const table = tables[entry.tableVersion - 1]?.table;
    const signers = table === undefined ? [] : memberSigners(table).filter(({ name }) => name === entry.actorId);
    const said = claim.ok && claim.value.vaultId === vaultId && claim.value.logId === log.logId && sameBytes(claim.value.root, frontierRoot(deps.sha256, frontier));
    if (!said) return seq;
    const head = { seq, root: claim.value.root, answer: verifyNoteSignatures(note.value, signers, deps) };
    // An engine that fails is heard where the answer is waited for; a log that breaks before never comes to that.
    head.answer.catch(() => undefined);
    asked.push(head);
    heads.push(head);
    const unsigned = asked.length < BATCH ? null : await firstUnsigned(asked);
    if (unsigned !== null) return unsigned;
    if (asked.length >= BATCH) asked = [];
  }
  const unsigned = await firstUnsigned(asked);
  if (unsigned !== null) return unsigned;
  return notes.has(log.lines.length) ? null : log.lines.length - 1;
};

/** One log of a record. */
export const walkRecordedLog = async (
  deps: VerifyDeps,
  record: RecordToCheck,
  log: RecordedLog,
  spoken: TablesSpoken,
  onEntry: (entry: Entry) => void,
): Promise<LogFinding> => {
  const heads: AskedSignature[] = [];
  return { seq: await walkLog(deps, record, log, spoken, onEntry, heads), heads };
};

/** Behind a log that broke, nobody knows which entry brought which table: those before the next log's own count, as the chain of tables has them. */
export const believeTables = (log: RecordedLog, { versionOf, attached }: TablesSpoken): void => {
  const first = parseEntry(log.lines[0] ?? '');
  const brought = first.ok ? first.value.attach.flatMap(({ kind, hash }) => (kind === TABLE_ATTACHMENT ? [versionOf.get(hash) ?? 0] : [])) : [];
  for (let version = 1; version < Math.max(0, ...brought); version += 1) attached.add(version);
};
