import type { VaultError } from '../../core/contract/errors.ts';
import type { PrintedSheet } from '../../core/contract/log-api.ts';
import type { Result } from '../../core/domain/result.ts';
import type { OpenVault } from './open-vault.ts';

/** Rows of a list. About a hundred sheets of A4: beyond, it is no use on paper, and the page would be slow to lay out. */
export const MOST_ON_PAPER = 2000;

/** Needed most when nothing can be written any more, and without a name of anybody but the user: printed all the same. */
const EVEN_UNRECORDED: readonly PrintedSheet[] = ['kit', 'checkpoint', 'system'];

/** What cannot be recorded is not printed, but for the sheets above. */
export const needsEntry = (sheet: PrintedSheet): boolean => !EVEN_UNRECORDED.includes(sheet);

/** The entry first, then the print dialog. The answer says whether it was recorded. */
export const printSheet = async ({ api }: Pick<OpenVault, 'api'>, sheet: PrintedSheet, print: () => Promise<void>): Promise<Result<null, VaultError>> => {
  const recorded = await api.recordPrint(sheet);
  if (recorded.ok || !needsEntry(sheet)) await print();
  return recorded;
};
