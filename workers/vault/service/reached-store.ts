import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { StoreId } from '../../../src/core/domain/ids.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { SessionPlatform } from '../session/platform.ts';

/**
 * Before a store is erased: without OPFS a database without keyring may be that of a vault whose folder lies in OPFS, where this
 * session does not reach it. Its label cannot be asked for here, so it is not erased here. Errors: KeyringMissing, StorageFailed.
 */
export const requireReached = async ({ device }: SessionPlatform, storeId: StoreId): Promise<Result<null, VaultError>> => {
  if (device.opfs) return ok(null);
  const listed = await device.registry.list([]);
  if (!listed.ok) return listed;
  const found = listed.value.find((one) => one.storeId === storeId);
  return found?.folder === false && found.database !== 'missing' ? err({ type: 'KeyringMissing' }) : ok(null);
};
