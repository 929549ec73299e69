import { describe, expect, it } from 'vitest';
import type { SessionView } from '../../../src/core/contract/session-api.ts';
import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { makeRehearsedVault } from '../service/support.ts';
import type { TestDevice, TestWorker } from '../session/support/device.ts';
import { createTestDevice, errorOf, INPUT, must, PASSWORD } from '../session/support/device.ts';
import { silentFiles } from './silent-files.ts';

// A27: a keyring file stops to answer while a new vault is switched on. Told as failed means that none is there; where none can be taken
// away, that is told.

const source = await makeRehearsedVault();
const file = new File([must(await source.worker.api.makeCopy()).file], 'a.kinko');

const WAYS: readonly (readonly [name: string, make: (worker: TestWorker) => Promise<Result<unknown, VaultError>>])[] = [
  ['creating', ({ api }) => api.createVault(INPUT)],
  ['restoring', ({ api }) => api.restoreCopy({ file, secret: { kind: 'password', password: PASSWORD }, evenIfOlder: false })],
];

/** A worker whose keyring files fall silent behind `allowed` writes, each or one of them; and the page that is loaded anew. */
const make = async (way: (worker: TestWorker) => Promise<Result<unknown, VaultError>>, allowed: number, isSilent: (name: string) => boolean) => {
  const device = await createTestDevice();
  let left = allowed;
  const worker = await device.boot({ folders: silentFiles(device.folders, (name) => isSilent(name) && (left -= 1) < 0) });
  const answer = errorOf(await way(worker));
  worker.kill();
  return { device, answer };
};

const lookAgain = async (device: TestDevice): Promise<readonly Result<SessionView, VaultError>[]> => {
  const { api } = await device.boot();
  const { stores } = must(await api.inspectDevice([]));
  return Promise.all(stores.map(({ storeId, members }) => api.unlock({ storeId, memberId: members[0]!.id, password: PASSWORD })));
};

describe.each(WAYS)('%s', (_name, way) => {
  it.each(['keyring-a', 'keyring-b'])('is told as failed, and no vault is there, when %s falls silent at the switch', async (silent) => {
    const { device, answer } = await make(way, 1, (name) => name === silent);
    expect(answer).toBe('StorageFailed');
    expect(await lookAgain(device)).toEqual([]);
  });

  it('says that a vault may be left when it can no longer be taken away', async () => {
    const { device, answer } = await make(way, 3, (name) => name.startsWith('keyring'));
    expect(answer).toBe('VaultLeft');
    expect((await lookAgain(device)).map(errorOf)).toEqual(['ok']);
  });
});
