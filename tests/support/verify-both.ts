import type { VerifyReport } from '../../src/core/contract/verify-api.ts';
import { createVerifyEd25519 } from '../../workers/verify/ed25519.ts';
import { createSha256 } from '../../workers/verify/sha256.ts';
import { verifyLogFile } from '../../workers/verify/verify-log.ts';
import { loadIndependentVerifier } from './independent-verifier.ts';

export interface BothReports {
  /** The app's, from the code of the verify worker. */
  readonly app: VerifyReport;
  /** The downloadable one's. */
  readonly independent: VerifyReport;
}

/** Asks both verifiers about the same file. */
export const createVerifyBoth = async (): Promise<(file: Uint8Array, kept?: string) => Promise<BothReports>> => {
  const independent = await loadIndependentVerifier();
  const deps = { sha256: await createSha256(), verify: createVerifyEd25519(crypto.subtle), onProgress: () => undefined };
  return async (file, kept) => ({
    app: await verifyLogFile({ size: file.length, read: async (from, to) => file.subarray(from, to) }, kept ?? null, deps),
    independent: independent.verifyLog(file, { checkpoint: kept }),
  });
};
