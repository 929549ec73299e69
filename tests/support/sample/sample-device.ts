import { createCipheriv, createHash } from 'node:crypto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { VaultApi } from '../../../src/core/contract/vault-api.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { KDF_POLICY } from '../../../workers/vault/crypto/kdf.ts';
import { createSlots } from '../../../workers/vault/crypto/slot.ts';
import type { ComposedVault, VaultEnvironment } from '../../../workers/vault/service/compose.ts';
import { composeVault } from '../../../workers/vault/service/compose.ts';
import { createOrigin } from '../../workers/session/support/fake-tabs.ts';
import { createMemoryFolders } from '../failing-store-folder.ts';
import { createFaults } from '../failing-store.ts';

/** Stands in every entry in the place of a build's name: nobody takes the log of a sample for that of a business. */
export const SAMPLE_BUILD = 'sample';

export interface SampleClock {
  /** UTC ms. Stands still until somebody moves it. */
  now: number;
}

export interface SampleDevice extends ComposedVault {
  readonly api: VaultApi;
}

/** AES-256 in counter mode under a hash of the seed: as much repeatable randomness as a vault wants. */
const createStream = (seed: string): ((bytes: Uint8Array) => void) => {
  const key = createHash('sha256').update(seed).digest();
  const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
  return (bytes) => bytes.set(cipher.update(Buffer.alloc(bytes.length)));
};

/**
 * Randomness out of a seed. Each length has a stream of its own: salts are drawn while a mark is still being sealed, in an order
 * that varies, and ids, which have another length, must not depend on it.
 */
export const createSeededFill = (seed: string): VaultEnvironment['fill'] => {
  const streams = new Map<number, (bytes: Uint8Array) => void>();
  return (bytes) => {
    const stream = streams.get(bytes.length) ?? createStream(`${seed} ${bytes.length}`);
    streams.set(bytes.length, stream);
    stream(bytes);
  };
};

/** The whole vault as it runs in a worker, on a disk of memory: IndexedDB, folders and locks of its own. The KDF is the real one. */
export const createSampleDevice = async (
  clock: SampleClock,
  seed: string,
  createSlotsOf: VaultEnvironment['createSlots'] = (deps) => createSlots({ ...deps, policy: KDF_POLICY }),
): Promise<SampleDevice> => {
  const indexedDB = new IDBFactory();
  const { locks, createChannel } = createOrigin().openTab();
  return composeVault({
    folders: createMemoryFolders(createFaults()),
    engine: { indexedDB, IDBKeyRange },
    databaseNames: async () => (await indexedDB.databases()).flatMap(({ name }) => name ?? []),
    locks,
    createChannel,
    fill: createSeededFill(seed),
    now: () => clock.now,
    build: SAMPLE_BUILD,
    createSlots: createSlotsOf,
  });
};

/** A sample in which anything goes wrong is no sample. */
export const must = <T>(result: Result<T, VaultError>): T => {
  if (!result.ok) throw new Error(`The vault refused: ${JSON.stringify(result.error)}`);
  return result.value;
};
