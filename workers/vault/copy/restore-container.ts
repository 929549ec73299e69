import type { CopyCounts } from '../../../src/core/contract/copy-api.ts';
import type { VaultError } from '../../../src/core/contract/errors.ts';
import { auditCode } from '../../../src/core/domain/audit/codes.ts';
import type { MemberId, StoreId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { ContainerMember } from '../../../src/core/formats/container.ts';
import type { KeyringMember } from '../../../src/core/formats/keyring.ts';
import { mayWrite } from '../../../src/core/formats/table-rights.ts';
import { checkStore } from '../audit/check-store.ts';
import type { EntryDraft, PageChange, Planner } from '../audit/plan.ts';
import { ownRef } from '../book/layout.ts';
import type { MemberKeys } from '../crypto/member-keys.ts';
import { importSealKey } from '../crypto/seal.ts';
import type { SlotSecret } from '../crypto/slot.ts';
import { makeEpoch } from '../session/epoch-keys.ts';
import { newKeyring } from '../session/new-keyring.ts';
import type { OpenSession } from '../session/open-session.ts';
import { createKdfBudget, openWay } from '../session/open-way.ts';
import { createPageSealer } from '../session/page-sealer.ts';
import type { SessionPlatform } from '../session/platform.ts';
import { roleIn, signingMember } from '../session/session-state.ts';
import { plainEntry, settingsChange } from '../session/settings-page.ts';
import { stageStore } from '../session/stage-store.ts';
import { createTableMaker, mayFollow, storesWith } from '../session/table-maker.ts';
import { withWays } from '../session/vault-settings.ts';
import type { BrokenLog, RecordFinding } from './check-record.ts';
import { brokenUntil, checkRecord } from './check-record.ts';
import { addCopy } from './copy-ledger.ts';
import { copyFileName } from './copy-name.ts';
import { openContainer } from './open-container.ts';
import { progressIn } from './progress.ts';
import type { ReadContainer } from './read-container.ts';
import type { RestoredBook } from './restored-book.ts';
import { recordOf, restoreContent } from './restored-content.ts';
import type { RestoredLogs } from './restored-logs.ts';

export interface RestoredStore {
  readonly session: OpenSession;
  readonly counts: CopyCounts;
  /** UTC ms of the copy's last entry. */
  readonly restoredUpTo: number;
  /** Whether the record in the copy holds from its first entry to its last, but for what it names itself. */
  readonly record: 'good' | 'broken';
  /** UTC ms of the last entry of a log that does not hold, named or not; null: all hold. */
  readonly brokenUntil: number | null;
}

export interface RestoreTask {
  readonly container: ReadContainer;
  /** Size of the file. */
  readonly bytes: number;
  readonly secret: SlotSecret;
  /** Takes the place of the password slots: the way in with the recovery code. */
  readonly newPassword: SlotSecret | null;
}

/** Read, opened, its record checked, opened again from the new store. */
export const RESTORE_STAGES = 4;

/** Epochs of a store count from 1. */
const FIRST = 1;

interface OpenedMember {
  readonly member: ContainerMember;
  readonly usk: Uint8Array<ArrayBuffer>;
  readonly keys: MemberKeys;
}

/** Tries the secret on every member of the copy. Zero `usk` after use. Errors: WrongSecret, FileRefused, KdfRefused. */
const openMember = async ({ crypto }: SessionPlatform, { container, secret }: RestoreTask): Promise<Result<OpenedMember, VaultError>> => {
  const { vaultId } = container.header;
  const table = container.tables.at(-1)?.table;
  const budget = createKdfBudget();
  let tried = false;
  for (const member of container.members) {
    if (!member.slots.some((slot) => slot.kind === secret.kind)) continue;
    const way = await openWay(crypto.slots, vaultId, member, secret, budget);
    if (!way.ok && way.error.type === 'KdfRefused') return way;
    tried = true;
    if (!way.ok) continue;
    const row = table?.members.find((one) => one.id === member.id);
    const usk = await importSealKey(way.value.usk);
    const owner = { vaultId, memberId: member.id, generation: member.generation };
    const keys = row === undefined ? null : await crypto.members.openMemberKeys(owner, usk, member.keys, row);
    if (keys?.ok !== true) return err({ type: 'FileRefused', reason: 'Damaged' });
    return ok({ member, usk: way.value.usk, keys: keys.value });
  }
  return err(tried ? { type: 'WrongSecret' } : { type: 'FileRefused', reason: 'NoWayIn' });
};

/** Slots of the restored member: as in the copy, or with the new password in the place of the old. */
const slotsOf = async (platform: SessionPlatform, { container, newPassword }: RestoreTask, opened: OpenedMember) => {
  const { member, usk } = opened;
  if (newPassword === null) return member.slots;
  const owner = { vaultId: container.header.vaultId, memberId: member.id, generation: member.generation };
  const slot = await platform.crypto.slots.makeSlot(owner, newPassword, usk);
  return [...member.slots.filter(({ kind }) => kind !== slot.kind), slot];
};

/**
 * The copy is all the owner may have left: it comes back, and that a log of it does not hold is said for ever, with the last head that does.
 * What is written from here on can be good again: later copies are read back with this entry in hand.
 */
const brokenEntry = ({ logId, good }: BrokenLog): EntryDraft => ({
  action: 'chain-verified',
  subjectId: logId,
  codes: [auditCode('result', 'bad')],
  seen: good === null ? [] : [good],
});

const planRestore =
  ({ container, bytes, newPassword }: RestoreTask, content: RestoredBook, logs: RestoredLogs, finding: RecordFinding): Planner<null> =>
  async ({ time }) => {
    const { header, manifest, sha256 } = container;
    const { persons, numbers, entries } = manifest.counts;
    // Its row was written behind it. Whoever is removed later must be told that this file still holds him.
    const settings = addCopy(
      {
        copyId: header.copyId,
        madeAt: header.created,
        fileName: copyFileName(header.created),
        bytes,
        counts: { persons, numbers, entries },
        verifiedAt: time,
        brokenUntil: brokenUntil(finding),
        sha256,
        unknown: {},
      },
      content.pages,
    );
    if (settings === null) return err({ type: 'FileRefused', reason: 'Damaged' });
    const tables: PageChange[] = container.tables.map(({ table, note }) => ({
      ref: ownRef('table', table.version),
      content: { ...content.tables.get(table.version), note },
    }));
    const restore = {
      action: 'restore',
      subjectId: header.copyId,
      codes: [],
      attach: [{ kind: 'file', hash: sha256 }],
      seen: [logs.seen],
    };
    const pages = [settingsChange(content.settings), ...settings, ...tables];
    const reset = newPassword === null ? [] : [plainEntry('password-changed')];
    const acts = [restore, ...finding.unnamed.map(brokenEntry), ...reset];
    return Promise.resolve(ok({ plan: { book: content.book, pages, closed: logs.drafts, entries: acts }, value: null }));
  };

/** Opens every page that was stored; a store that differs from the copy by one record never becomes live. */
const verifyStored = async (platform: SessionPlatform, session: OpenSession, counts: CopyCounts): Promise<Result<null, VaultError>> => {
  const check = await checkStore({
    store: session.files.pages,
    sealer: session.state().sealer,
    state: session.writer.book(),
    sha256: platform.audit.sha256,
    onProgress: progressIn(platform.emit, 'restore', RESTORE_STAGES)(3),
  });
  const [problem] = check.problems;
  if (problem !== undefined) return err(problem);
  if (check.persons !== counts.persons || check.numbers !== counts.numbers) return err({ type: 'FileRefused', reason: 'Damaged' });
  return ok(null);
};

const build = async (platform: SessionPlatform, task: RestoreTask, opened: OpenedMember): Promise<Result<RestoredStore, VaultError>> => {
  const { container } = task;
  const { crypto, audit } = platform;
  const { vaultId } = container.header;
  const newest = container.tables.at(-1);
  const memberId: MemberId = opened.member.id;
  const role = newest === undefined ? null : roleIn(newest.table, memberId);
  if (newest === undefined || role === null || !mayWrite(role, 'table')) return err({ type: 'NotAllowed' });
  if (!mayFollow(newest)) return err({ type: 'VaultFull' });

  const stage = progressIn(platform.emit, 'restore', RESTORE_STAGES);
  const pages = await openContainer(crypto, container, memberId, opened.keys.hpke, stage(1));
  if (!pages.ok) return pages;
  const restored = restoreContent(pages.value, container, audit.sha256);
  if (!restored.ok) return restored;
  const { book: content, logs } = restored.value;
  const finding = await checkRecord(crypto.notes.verifyDeps, recordOf(container, logs), stage(2));

  const slots = await slotsOf(platform, task, opened);
  // A doubt was of the clock that wrote the copy: the new log begins by the one that is here.
  const settings = { ...withWays(content.settings, memberId, slots.map(({ id }) => id)), clockTrustedAt: null };
  const storeId = crypto.random.id() as StoreId;
  const scope = { vaultId, storeId, epoch: FIRST };
  const epoch = await makeEpoch(crypto.random, scope, newest.table.members, null);
  const stores = storesWith(newest.table, storeId, epoch.epoch, epoch.keyIds);
  const tableContent = { time: audit.now(), members: newest.table.members, stores };
  const table = await createTableMaker(crypto).makeNext(vaultId, newest, tableContent, signingMember(memberId, opened.keys));
  const nameOf = (id: MemberId): string => settings.members.find((member) => member.id === id)?.name ?? '';
  const members: KeyringMember[] = container.members.map((member) => ({
    ...member,
    name: nameOf(member.id),
    slots: member.id === memberId ? slots : member.slots,
  }));
  const keyring = newKeyring({ vaultId, storeId, table, members, epoch: epoch.grants, settings });
  const state = {
    memberId,
    keyring,
    usk: await importSealKey(opened.usk),
    keys: opened.keys,
    table,
    sealer: createPageSealer(crypto, scope, epoch.keys),
    settings,
  };
  const { persons, numbers, entries } = container.manifest.counts;
  const counts = { persons, numbers, entries };
  const session = await stageStore(platform, {
    state,
    planner: planRestore(task, { ...content, settings }, logs, finding),
    verify: (stored) => verifyStored(platform, stored, counts),
  });
  const record = finding.broken === null ? 'good' : 'broken';
  return session.ok ? ok({ session: session.value, counts, restoredUpTo: logs.lastTime, record, brokenUntil: brokenUntil(finding) }) : session;
};

/**
 * A copy becomes a new store: its own id, log and epoch keys; the copy's logs stay in it, closed. Nothing of another store is
 * touched, and the new one is live only after every page of it was opened again. Errors: WrongSecret, KdfRefused, FileRefused,
 * NotAllowed (the member may not open a store), VaultFull, StorageFull, StorageFailed, DatabaseDamaged.
 */
export const restoreContainer = async (platform: SessionPlatform, task: RestoreTask): Promise<Result<RestoredStore, VaultError>> => {
  const opened = await openMember(platform, task);
  if (!opened.ok) return opened;
  try {
    return await build(platform, task, opened.value);
  } finally {
    opened.value.usk.fill(0);
  }
};
