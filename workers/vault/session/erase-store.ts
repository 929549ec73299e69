import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { StoreId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { isLabelConfirmed } from '../../../src/core/domain/vault/limits.ts';
import type { SessionPlatform } from './platform.ts';
import type { SessionHolder } from './session-holder.ts';

/** What must be typed: the label on the disk; nothing where it cannot be read, and for a sample business. */
const confirms = async (platform: SessionPlatform, storeId: StoreId, typed: string): Promise<Result<boolean, VaultError>> => {
  const files = await platform.device.openFiles(storeId);
  if (!files.ok) return files.error.type === 'KeyringMissing' ? ok(true) : files;
  const found = await files.value.keyring.read();
  // A disk that refuses just now: the label is there and must be typed. What is damaged or newer has none that can be read.
  if (!found.ok) return found.error.type === 'StorageFailed' ? found : ok(true);
  const { experience, label } = found.value.keyring;
  return ok(experience || isLabelConfirmed(typed, label));
};

/**
 * Everything of a store goes from this device: slots overwritten first, so that what deletion leaves behind stays sealed for ever;
 * then database, mark and folder. Works for damaged and locked stores too, and again after a failure. A session here that has the
 * store open ends. Errors: LabelDoesNotMatch, UsedInOtherTab, StorageFailed.
 */
export const eraseStore = async (
  platform: SessionPlatform,
  holder: SessionHolder,
  input: { readonly storeId: StoreId; readonly label: string },
): Promise<Result<null, VaultError>> => {
  const { storeId } = input;
  const confirmed = await confirms(platform, storeId, input.label);
  if (!confirmed.ok) return confirmed;
  if (!confirmed.value) return err({ type: 'LabelDoesNotMatch' });
  await holder.drop(storeId)?.close();
  const lock = await platform.locks.acquire(storeId);
  if (lock === null) return err({ type: 'UsedInOtherTab' });
  try {
    return await platform.device.registry.erase(storeId);
  } finally {
    await lock.release();
  }
};
