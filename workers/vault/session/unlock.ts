import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { AuditCode } from '../../../src/core/domain/audit/codes.ts';
import { auditCode } from '../../../src/core/domain/audit/codes.ts';
import { findClockDoubt } from '../../../src/core/domain/clock/clock-doubt.ts';
import type { MemberId, StoreId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { Entry } from '../../../src/core/formats/log/entry.ts';
import { readBookRows } from '../audit/load-book.ts';
import type { EntryDraft } from '../audit/plan.ts';
import type { SlotSecret } from '../crypto/slot.ts';
import { completeRenewal } from './complete-renewal.ts';
import { createSession } from './create-session.ts';
import { findMember } from './keyring-edit.ts';
import type { OpenSession } from './open-session.ts';
import { openStore } from './open-store.ts';
import { openWay } from './open-way.ts';
import type { SessionPlatform, StoreFiles } from './platform.ts';
import { replaceSlot } from './replace-slot.ts';
import { planEntries, plainEntry } from './settings-page.ts';
import { openUnderLock } from './under-lock.ts';
import type { VaultSettings } from './vault-settings.ts';
import type { WriterLock } from './writer-lock.ts';

export interface UnlockTask {
  readonly storeId: StoreId;
  readonly memberId: MemberId;
  readonly secret: SlotSecret;
  /** What the page keeps in localStorage for this store. */
  readonly marks: readonly string[];
  /** A password that is to count from now on: the way back in with the recovery code. */
  readonly newPassword: SlotSecret | null;
}

/** One entry a failed try, as far as that says more; beyond, one that says so, with the count in a page only members can read. */
const MOST_FAILED_ENTRIES = 20;

const failedEntries = (failed: number): readonly EntryDraft[] => {
  if (failed <= MOST_FAILED_ENTRIES) return Array.from({ length: failed }, () => plainEntry('unlock-failed'));
  return [{ ...plainEntry('unlock-failed', [auditCode('tries', 'over-20')]), attach: [{ kind: 'list', content: { tries: failed } }] }];
};

/** Entries of an unlock, oldest fact first. */
const unlockEntries = (platform: SessionPlatform, task: UnlockTask, failed: number, last: Entry, doubtful: boolean): readonly EntryDraft[] => {
  const way: AuditCode = auditCode('way', task.secret.kind);
  return [
    ...failedEntries(failed),
    ...(last.build === platform.audit.build ? [] : [plainEntry('build-changed')]),
    ...(doubtful ? [plainEntry('clock-doubtful')] : []),
    plainEntry('unlock', [way]),
  ];
};

interface UnlockRecord {
  readonly entries: readonly EntryDraft[];
  /** Stored with them; null: they stay as they are. */
  readonly settings: VaultSettings | null;
}

/**
 * Whether the clock is in doubt, and the time it is judged by from the next unlock on (null: the last entry's). A doubt stands until
 * somebody confirms the date or the clock fits again what was written before it. That time lies in the settings, which every unlock
 * opens anyway: found in the record, it could lie behind everything that was written in doubt.
 */
const judgeClock = (trustedAt: number | null, lastTime: number, now: number): { readonly doubtful: boolean; readonly trustedAt: number | null } => {
  const against = trustedAt ?? lastTime;
  const doubtful = findClockDoubt(against, now) !== null;
  return { doubtful, trustedAt: doubtful ? against : null };
};

/**
 * The unlock is an entry before anything is shown. A disk that is full or fails does not keep the owner out, for then a copy could
 * not be made either: nothing that is written then succeeds, and the failed tries stay counted for the next time.
 */
const recordUnlock = async (
  platform: SessionPlatform,
  session: OpenSession,
  task: UnlockTask,
  { entries, settings }: UnlockRecord,
  rewrap: Uint8Array<ArrayBuffer> | null,
): Promise<Result<null, VaultError>> => {
  const change = settings ?? {};
  if (task.newPassword !== null) {
    if (rewrap === null) throw new Error('a new password without a key to seal');
    const way = { secret: task.newPassword, usk: rewrap, entries: [...entries, plainEntry('password-changed')], change };
    return replaceSlot(platform, session, way);
  }
  if (rewrap !== null) {
    const stronger = await replaceSlot(platform, session, { secret: task.secret, usk: rewrap, entries, change });
    if (stronger.ok) return stronger;
  }
  const stored = await session.writer.commit(planEntries(entries, settings));
  if (stored.ok) {
    if (settings !== null) session.replace({ ...session.state(), settings });
    return ok(null);
  }
  const passing = stored.error.type === 'StorageFull' || stored.error.type === 'StorageFailed';
  return passing ? ok(null) : stored;
};

const openLocked = async (
  platform: SessionPlatform,
  task: UnlockTask,
  files: StoreFiles,
  lock: WriterLock,
): Promise<Result<OpenSession, VaultError>> => {
  // All that takes no key, side by side.
  const [found, database, failedBefore] = await Promise.all([files.keyring.read(), files.pages.open(), files.tries.read()]);
  if (!found.ok) return found;
  const { keyring } = found.value;
  const member = findMember(keyring, task.memberId);
  if (keyring.state !== 'live' || keyring.storeId !== task.storeId || member === null) return err({ type: 'NotFound' });
  if (!database.ok) return database;

  // Counted before the KDF runs, so that a tab that is closed meanwhile counts too. It informs; a disk that refuses stops nobody.
  const [inFolder] = await Promise.all([files.mark.read(), files.tries.count(failedBefore)]);
  // Sealed rows come while the password is worked on: this thread stands still then, the disk does not. Nothing is opened or believed
  // before the key is there; a failure is told where the rows are wanted, and by nobody when the password was wrong.
  const rows = readBookRows(files.pages);
  const way = await openWay(platform.crypto.slots, keyring.vaultId, member, task.secret);
  if (!way.ok) return way;
  const reseals = task.newPassword !== null || platform.crypto.slots.needsRewrap(way.value.slot);
  const usk = reseals ? way.value.usk.slice() : null;

  try {
    const marks = [...task.marks, ...(inFolder.ok && inFolder.value !== null ? [inFolder.value] : [])];
    const opened = await openStore(platform, { files, found: found.value, memberId: task.memberId, way: way.value, marks, rows });
    if (!opened.ok) return opened;
    const { lastEntry, writer, current, pending } = opened.value;
    const { time, action, seq } = lastEntry;
    const { doubtful, trustedAt } = judgeClock(current.state.settings.clockTrustedAt, time, platform.audit.now());
    const facts = { lastEntry: { time, action, seq }, failedUnlocks: failedBefore, clockDoubtful: doubtful };
    const session = createSession(platform, { files, lock, current, writer, facts });
    const complete = pending === null ? ok(null) : await completeRenewal(session, pending);
    if (!complete.ok) return complete;
    const entries = unlockEntries(platform, task, failedBefore, lastEntry, doubtful);
    const sizeBefore = writer.log.size();
    const { settings } = session.state();
    const record = { entries, settings: settings.clockTrustedAt === trustedAt ? null : { ...settings, clockTrustedAt: trustedAt } };
    const recorded = await recordUnlock(platform, session, task, record, usk);
    if (!recorded.ok) return recorded;
    // Behind the entry, else a try that failed could be forgotten; before the answer, else this one, which did not fail, could be written
    // down as one that did when the worker dies next.
    if (writer.log.size() > sizeBefore) await files.tries.reset();
    return ok(session);
  } finally {
    usk?.fill(0);
  }
};

/**
 * Opens a store that is on this device; makes nothing. Errors: UsedInOtherTab; KeyringMissing, KeyringDamaged, KdfRefused;
 * DatabaseMissing, DatabaseOlder, DatabaseDamaged, NewerFormat; WrongSecret; NotFound (no such member, or a store that was never
 * finished); StorageFull, StorageFailed.
 */
export const unlockStore = (platform: SessionPlatform, task: UnlockTask): Promise<Result<OpenSession, VaultError>> =>
  openUnderLock(platform, {
    storeId: task.storeId,
    openFiles: () => platform.device.openFiles(task.storeId),
    open: (files, lock) => openLocked(platform, task, files, lock),
  });
