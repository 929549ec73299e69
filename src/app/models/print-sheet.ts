import type { VaultError } from '../../core/contract/errors.ts';
import type { PrintedSheet } from '../../core/contract/log-api.ts';
import type { Result } from '../../core/domain/result.ts';
import type { OpenVault } from './open-vault.ts';

/**
 * The entry first, then the print dialog. A sheet that cannot be recorded, because nothing can be written any more, is printed all the
 * same: it is on the screen already, and it may be needed now more than ever. The answer says so.
 */
export const printSheet = async ({ api }: Pick<OpenVault, 'api'>, sheet: PrintedSheet, print: () => Promise<void>): Promise<Result<null, VaultError>> => {
  const recorded = await api.recordPrint(sheet);
  await print();
  return recorded;
};
