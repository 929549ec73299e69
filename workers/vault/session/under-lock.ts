import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err } from '../../../src/core/domain/result.ts';
import type { OpenSession } from './open-session.ts';
import type { SessionPlatform, StoreFiles } from './platform.ts';
import type { WriterLock } from './writer-lock.ts';

export interface LockedWork {
  readonly storeId: string;
  readonly openFiles: () => Promise<Result<StoreFiles, VaultError>>;
  /** Makes the session, which from then on owns files and lock. */
  readonly open: (files: StoreFiles, lock: WriterLock) => Promise<Result<OpenSession, VaultError>>;
  /** After a failure, with the database closed and the lock still held. */
  readonly undo?: () => Promise<unknown>;
}

/**
 * Opens a store under its lock. Without a session at the end, also when something is thrown, the database is closed and the lock let
 * go. Errors: UsedInOtherTab, and those of the work.
 */
export const openUnderLock = async (platform: SessionPlatform, work: LockedWork): Promise<Result<OpenSession, VaultError>> => {
  const lock = await platform.locks.acquire(work.storeId);
  if (lock === null) return err({ type: 'UsedInOtherTab' });
  let files: StoreFiles | null = null;
  let opened = false;
  try {
    const folder = await work.openFiles();
    if (!folder.ok) return folder;
    files = folder.value;
    const session = await work.open(files, lock);
    opened = session.ok;
    return session;
  } finally {
    if (!opened) {
      files?.pages.close();
      await work.undo?.();
      await lock.release();
    }
  }
};
