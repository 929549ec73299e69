import type { VerifiedLog } from '../../src/core/contract/verify-api.ts';
import { isAuditAction, mayDo } from '../../src/core/domain/audit/action.ts';
import { auditCode, isAuditCode } from '../../src/core/domain/audit/codes.ts';
import type { StoreId, VaultId } from '../../src/core/domain/ids.ts';
import { encodeBase64url } from '../../src/core/formats/base64url.ts';
import type { Entry } from '../../src/core/formats/log/entry.ts';
import { hashEntryLine } from '../../src/core/formats/log/entry.ts';
import { CLOCK_STEP_MS, TABLE_ATTACHMENT } from '../../src/core/formats/log/log-consts.ts';
import { createLogTree } from '../../src/core/formats/log/log-tree.ts';
import type { LogTree } from '../../src/core/formats/log/log-tree.ts';
import type { VerifyDeps } from '../../src/core/formats/signed-note-verify.ts';
import { checkCheckpoint } from './checkpoint-check.ts';
import type { ReportBuilder } from './report-builder.ts';
import type { TableRegister } from './table-register.ts';

/** One log of the file, checked line by line in the order of public/spec/log-v1.md §8.3 and §8.4. */
export interface LogCheck {
  readonly logId: StoreId;
  readonly entry: (entry: Entry, text: string, line: number) => void;
  readonly checkpoint: (note: string, line: number) => Promise<void>;
  /** `line` is the one that ends the log: the next log's or the end line. */
  readonly close: (line: number) => void;
  readonly summary: () => VerifiedLog;
  readonly tree: Pick<LogTree, 'size' | 'rootsAt'>;
  /** Sizes at which the file has a checkpoint with a good signature, whatever its root. */
  readonly signedSizes: ReadonlySet<number>;
  /** Ids of logs that an entry here says are broken. */
  readonly says: ReadonlySet<string>;
}

export interface LogCheckDeps extends VerifyDeps {
  readonly vaultId: VaultId;
  readonly logId: StoreId;
  readonly tables: TableRegister;
  readonly report: ReportBuilder;
}

const BROKEN = auditCode('result', 'bad');

export const createLogCheck = (deps: LogCheckDeps): LogCheck => {
  const { vaultId, logId, tables, report, sha256 } = deps;
  const tree = createLogTree(sha256);
  const signedSizes = new Set<number>();
  const says = new Set<string>();
  let previous: Entry | null = null;
  let firstTime = 0;
  let prev = '';
  let checkpoints = 0;
  // Size of the last checkpoint that stood at its place.
  let vouched = 0;
  // Least version an entry may name: what an entry before it acted under or brought into force.
  let leastVersion = 0;

  const checkTables = (entry: Entry, line: number): void => {
    const place = { logId, seq: tree.size(), line };
    let brought = leastVersion;
    for (const { kind, hash } of entry.attach) {
      if (kind !== TABLE_ATTACHMENT) continue;
      const version = tables.versionOf(hash);
      if (version === null) {
        report.problem('TableUnknown', place);
        continue;
      }
      if (version > 1 && !tables.isAttached(version - 1)) report.problem('TableOrder', place);
      tables.attach(version);
      brought = Math.max(brought, version);
    }
    if (entry.tableVersion > tables.versions.length) report.problem('TableUnknown', place);
    else if (entry.tableVersion > tables.highestAttached()) report.problem('TableEarly', place);
    if (entry.tableVersion < leastVersion) report.problem('TableBack', place);
    leastVersion = Math.max(brought, entry.tableVersion);
  };

  const checkRights = (entry: Entry, line: number): void => {
    const place = { logId, seq: tree.size(), line };
    const known = isAuditAction(entry.action) ? entry.action : null;
    const member = tables.memberAt(entry.tableVersion, entry.actorId);
    if (member === null) report.problem('NotAMember', place);
    else if (known !== null && !mayDo(member.role, known)) report.problem('NotAllowed', place);
    if (known === null) report.unknownAction(entry.action);
    for (const code of entry.codes) if (!isAuditCode(code)) report.unknownCode(code);
  };

  const checkTime = (entry: Entry): void => {
    if (previous === null) return;
    const step = entry.time - previous.time;
    if (step < 0) report.note({ type: 'TimeBack', logId, seq: tree.size() });
    else if (step > CLOCK_STEP_MS) report.note({ type: 'TimeStep', logId, seq: tree.size() });
  };

  return {
    logId,
    tree,
    signedSizes,
    says,
    entry: (entry, text, line) => {
      const place = { logId, seq: tree.size(), line };
      if (entry.action === 'chain-verified' && entry.codes.includes(BROKEN)) says.add(entry.subjectId);
      if (entry.vaultId !== vaultId || entry.logId !== logId) report.problem('ForeignEntry', place);
      if (entry.seq !== tree.size()) report.problem('Gap', place);
      if (entry.prev !== prev) report.problem('Chain', place);
      checkTables(entry, line);
      checkRights(entry, line);
      checkTime(entry);
      if (previous !== null && previous.actorId !== entry.actorId && vouched !== tree.size()) {
        report.problem('RunUnsigned', { logId, seq: tree.size() - 1, line });
      }
      if (previous === null) firstTime = entry.time;
      previous = entry;
      const leaf = hashEntryLine(sha256, text);
      prev = encodeBase64url(leaf);
      tree.append(leaf);
    },
    checkpoint: async (note, line) => {
      checkpoints += 1;
      if (previous === null) return;
      const head = { vaultId, logId, size: tree.size(), root: tree.root() };
      const signer = tables.signerAt(previous.tableVersion, previous.actorId);
      const found = await checkCheckpoint({ note, head, signer, vouched, deps });
      for (const type of found.problems) report.problem(type, { logId, seq: head.size - 1, line });
      if (found.placed) vouched = head.size;
      if (found.signed) signedSizes.add(head.size);
    },
    close: (line) => {
      if (vouched !== tree.size()) report.problem('EndUnsigned', { logId, seq: tree.size() - 1, line });
    },
    summary: () => ({
      logId,
      entries: tree.size(),
      checkpoints,
      root: encodeBase64url(tree.root()),
      firstTime,
      lastTime: previous?.time ?? 0,
    }),
  };
};
