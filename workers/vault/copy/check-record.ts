import { isAuditAction, mayDo } from '../../../src/core/domain/audit/action.ts';
import type { VaultId } from '../../../src/core/domain/ids.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { sameBytes } from '../../../src/core/formats/bytes.ts';
import { parseCheckpoint } from '../../../src/core/formats/log/checkpoint.ts';
import type { Entry, SeenLog } from '../../../src/core/formats/log/entry.ts';
import { hashEntryLine, parseEntry } from '../../../src/core/formats/log/entry.ts';
import { TABLE_ATTACHMENT } from '../../../src/core/formats/log/log-consts.ts';
import { appendLeaf, createFrontier, frontierRoot } from '../../../src/core/formats/log/merkle.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import type { VerifyDeps } from '../../../src/core/formats/signed-note-verify.ts';
import { verifyNoteSignatures } from '../../../src/core/formats/signed-note-verify.ts';
import { memberSigners } from '../../../src/core/formats/table-chain.ts';
import type { VerifiedTable } from '../../../src/core/formats/table.ts';
import type { ClosedLogDraft } from '../audit/plan.ts';

/** Where a record stops being what its members signed. */
export interface BrokenRecord {
  readonly logId: string;
  /** Of the first entry that does not hold, or of the last one a checkpoint vouches for wrongly. */
  readonly seq: number;
}

export interface RecordToCheck {
  readonly vaultId: VaultId;
  /** Verified, version 1 first. */
  readonly tables: readonly VerifiedTable[];
  /** In the order they were opened, with all their checkpoints. */
  readonly logs: readonly Pick<ClosedLogDraft, 'logId' | 'lines' | 'checkpoints'>[];
}

/** What the logs have said of tables so far: versions come into force in order, by an entry that attaches them. */
interface TablesSpoken {
  readonly versionOf: ReadonlyMap<string, number>;
  readonly attached: Set<number>;
}

/** Entries between two words on the progress. */
const STEP = 2048;

/** Signatures verified at once: a platform does them beside each other, and waiting for each takes most of the time. */
const BATCH = 64;

interface AskedSignature {
  readonly seq: number;
  readonly answer: ReturnType<typeof verifyNoteSignatures>;
}

const firstUnsigned = async (asked: readonly AskedSignature[]): Promise<number | null> => {
  const answers = await Promise.all(asked.map(({ answer }) => answer));
  return asked[answers.findIndex(({ ok }) => !ok)]?.seq ?? null;
};

/** Leaf hashes of a log that held; null where it broke is told by `seq`. */
type LogFinding = { readonly ok: true; readonly leaves: readonly Uint8Array[] } | { readonly ok: false; readonly seq: number };

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

const checkLog = async (
  deps: VerifyDeps,
  { vaultId, tables }: RecordToCheck,
  log: RecordToCheck['logs'][number],
  spoken: TablesSpoken,
  onEntry: (entry: Entry) => void,
): Promise<LogFinding> => {
  const notes = new Map<number, ReturnType<typeof parseSignedNote>>();
  for (const note of log.checkpoints) {
    const signed = parseSignedNote(note);
    const claim = signed.ok ? parseCheckpoint(signed.value.text) : signed;
    // Two of one size contradict each other or say nothing; one of a size the log never had vouches for what is gone.
    if (!claim.ok || claim.value.size > log.lines.length || notes.has(claim.value.size)) return { ok: false, seq: claim.ok ? claim.value.size - 1 : 0 };
    notes.set(claim.value.size, signed);
  }
  const leaves: Uint8Array[] = [];
  let frontier = createFrontier();
  let prev = '';
  let least = 0;
  let before: Entry | null = null;
  let asked: AskedSignature[] = [];
  for (const [seq, line] of log.lines.entries()) {
    const parsed = parseEntry(line);
    if (!parsed.ok) return { ok: false, seq };
    const entry = parsed.value;
    if (entry.vaultId !== vaultId || entry.logId !== log.logId || entry.seq !== seq || entry.prev !== prev) return { ok: false, seq };
    if (before !== null && before.actorId !== entry.actorId && !notes.has(seq)) return { ok: false, seq: seq - 1 };
    const version = bringsTables(entry, least, spoken);
    if (version === null || !mayHaveDone(entry, tables)) return { ok: false, seq };
    least = version;
    before = entry;
    onEntry(entry);
    const leaf = hashEntryLine(deps.sha256, line);
    leaves.push(leaf);
    prev = encodeBase64url(leaf);
    frontier = appendLeaf(deps.sha256, frontier, leaf);

    const note = notes.get(seq + 1);
    if (note?.ok !== true) continue;
    const claim = parseCheckpoint(note.value.text);
    const table = tables[entry.tableVersion - 1]?.table;
    const signers = table === undefined ? [] : memberSigners(table).filter(({ name }) => name === entry.actorId);
    const said = claim.ok && claim.value.vaultId === vaultId && claim.value.logId === log.logId && sameBytes(claim.value.root, frontierRoot(deps.sha256, frontier));
    if (!said) return { ok: false, seq };
    asked.push({ seq, answer: verifyNoteSignatures(note.value, signers, deps) });
    const unsigned = asked.length < BATCH ? null : await firstUnsigned(asked);
    if (unsigned !== null) return { ok: false, seq: unsigned };
    if (asked.length >= BATCH) asked = [];
  }
  const unsigned = await firstUnsigned(asked);
  if (unsigned !== null) return { ok: false, seq: unsigned };
  return notes.has(log.lines.length) ? { ok: true, leaves } : { ok: false, seq: log.lines.length - 1 };
};

/** An entry says how far it knew another log. */
interface Mention {
  readonly head: SeenLog;
  readonly logId: string;
  readonly seq: number;
}

const rootAt = ({ sha256 }: VerifyDeps, leaves: readonly Uint8Array[], size: number): string =>
  encodeBase64url(frontierRoot(sha256, leaves.slice(0, size).reduce((frontier, leaf) => appendLeaf(sha256, frontier, leaf), createFrontier())));

/**
 * The whole record of a copy, from the first entry to the last: chain, trees, tables, rights, and every signature, as a verifier of
 * an export checks them (public/spec/log-v1.md §8.3 to §8.5, which workers/verify follows in code of its own). Null: it holds.
 */
export const checkRecord = async (
  deps: VerifyDeps,
  record: RecordToCheck,
  onProgress: (done: number, total: number) => void,
): Promise<BrokenRecord | null> => {
  const total = record.logs.reduce((sum, { lines }) => sum + lines.length, 0);
  const spoken: TablesSpoken = { versionOf: new Map(record.tables.map(({ hash, table }) => [hash, table.version])), attached: new Set() };
  const known = new Map<string, readonly Uint8Array[]>();
  const mentions: Mention[] = [];
  let done = 0;
  for (const log of record.logs) {
    const { logId } = log;
    const first = mentions.length;
    const isOfStore = record.tables.some(({ table }) => table.stores.some(({ id }) => id === logId));
    const found = await checkLog(deps, record, log, spoken, ({ seq, seen }) => {
      mentions.push(...seen.map((head) => ({ head, logId, seq })));
      done += 1;
      if (done % STEP === 0) onProgress(done, total);
    });
    if (!found.ok) return { logId, seq: found.seq };
    // The first entry of a later log names one before it.
    const linked = known.size === 0 || mentions.slice(first).some(({ seq, head }) => seq === 0 && known.has(head.logId));
    if (!isOfStore || known.has(logId) || !linked) return { logId, seq: 0 };
    known.set(logId, found.leaves);
  }
  for (const { head, logId, seq } of mentions) {
    const leaves = known.get(head.logId) ?? [];
    if (leaves.length < head.size || rootAt(deps, leaves, head.size) !== head.root) return { logId, seq };
  }
  onProgress(total, total);
  const unspoken = record.tables.find(({ table }) => !spoken.attached.has(table.version));
  return unspoken === undefined ? null : { logId: '', seq: -1 };
};
