import { proxy } from 'comlink';
import type { VaultResult } from '../../core/contract/errors.ts';
import type { VerifyApi, VerifyEvent, VerifyInput, VerifyReport } from '../../core/contract/verify-api.ts';
import type { SpawnedWorker } from './spawn-worker.ts';
import { openLine } from './worker-line.ts';

/** Verifies one log export in a worker of its own, which holds no key and ends with the answer. Bytes as progress. */
export type VerifyLogExport = (
  input: VerifyInput,
  onProgress: (event: VerifyEvent) => void,
) => VaultResult<VerifyReport>;

export const createVerifyClient =
  (spawn: (onLost: () => void) => SpawnedWorker): VerifyLogExport =>
  async (input, onProgress) => {
    const line = openLine<VerifyApi>(spawn, {
      onLost: () => undefined,
      greet: (remote) => remote.subscribe(proxy(onProgress)),
    });
    try {
      return await line.call((remote) => remote.verifyLogExport(input));
    } finally {
      line.end();
    }
  };
