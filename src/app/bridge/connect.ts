import type { ScriptPolicy } from '../platform/trusted-types.ts';
import { spawnWorker } from './spawn-worker.ts';
import type { VaultClient, VaultClientDeps } from './vault-client.ts';
import { createVaultClient } from './vault-client.ts';
import type { VerifyLogExport } from './verify-client.ts';
import { createVerifyClient } from './verify-client.ts';
import type { WorkerName } from './worker-files.ts';

/** What the vault's client tells the session. */
export type ClientHooks = Omit<VaultClientDeps, 'spawn' | 'silence'>;

export const connectVault = (scripts: ScriptPolicy<WorkerName>, hooks: ClientHooks): VaultClient =>
  createVaultClient({ ...hooks, spawn: (onLost) => spawnWorker({ scripts, name: 'vault', onLost }) });

export const connectVerifier = (scripts: ScriptPolicy<WorkerName>): VerifyLogExport =>
  createVerifyClient((onLost) => spawnWorker({ scripts, name: 'verify', onLost }));
