import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { OpenSession } from './open-session.ts';
import type { SessionPlatform, StoreFiles } from './platform.ts';
import type { WriterLock } from './writer-lock.ts';

export interface LockedWork {
  readonly storeId: string;
  readonly openFiles: () => Promise<Result<StoreFiles, VaultError>>;
  /** Makes the session, which from then on owns files and lock. */
  readonly open: (files: StoreFiles, lock: WriterLock) => Promise<Result<OpenSession, VaultError>>;
  /** After a failure, with the database closed and the lock still held. An error is answered instead of the failure it was to undo. */
  readonly undo?: () => Promise<Result<null, VaultError>>;
}

/**
 * Opens a store under its lock. Without a session at the end, also when something is thrown, the database is closed and the lock let
 * go. Errors: UsedInOtherTab, and those of the work.
 */
export const openUnderLock = async (platform: SessionPlatform, work: LockedWork): Promise<Result<OpenSession, VaultError>> => {
  const lock = await platform.locks.acquire(work.storeId);
  if (lock === null) return err({ type: 'UsedInOtherTab' });
  let files: StoreFiles | null = null;
  const undo = async (): Promise<Result<null, VaultError>> => {
    files?.pages.close();
    return work.undo === undefined ? ok(null) : work.undo();
  };
  let kept = false;
  let ended = false;
  try {
    const folder = await work.openFiles();
    if (folder.ok) files = folder.value;
    const session = folder.ok ? await work.open(folder.value, lock) : folder;
    kept = session.ok;
    ended = true;
    if (session.ok) return session;
    const undone = await undo();
    return undone.ok ? session : undone;
  } finally {
    if (!ended) await undo();
    if (!kept) await lock.release();
  }
};
