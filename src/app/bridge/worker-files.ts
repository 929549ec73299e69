import vaultWorker from '../../../workers/vault/vault.worker.ts?worker&url';
import verifyWorker from '../../../workers/verify/verify.worker.ts?worker&url';

/** Addresses of the built worker files: the only lines of src/ that know where workers live. */
export const WORKER_FILES = { vault: vaultWorker, verify: verifyWorker } as const;

export type WorkerName = keyof typeof WORKER_FILES;
