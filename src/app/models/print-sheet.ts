import type { VaultError } from '../../core/contract/errors.ts';
import type { PrintedSheet } from '../../core/contract/log-api.ts';
import type { Result } from '../../core/domain/result.ts';
import type { OpenVault } from './open-vault.ts';

/** Needed most when nothing can be written any more, and without a name of anybody but the user: printed all the same. */
const EVEN_UNRECORDED: readonly PrintedSheet[] = ['kit', 'checkpoint', 'system'];

/**
 * The entry first, then the print dialog. What cannot be recorded is not printed, but for the sheets above; the answer says so.
 */
export const printSheet = async ({ api }: Pick<OpenVault, 'api'>, sheet: PrintedSheet, print: () => Promise<void>): Promise<Result<null, VaultError>> => {
  const recorded = await api.recordPrint(sheet);
  if (recorded.ok || EVEN_UNRECORDED.includes(sheet)) await print();
  return recorded;
};
