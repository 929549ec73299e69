import { afterEach, expect, test, vi } from 'vitest';
import type { TestWorker } from '../session/support/device.ts';
import { createTestDevice, must, PASSWORD } from '../session/support/device.ts';
import { ALL, fields, makeRehearsedVault, personId } from './support.ts';

// A platform that fails to verify has said nothing of a signature. Told as a forgery it would put into the record, for good, that the record
// is broken, and call a good copy a bad one.

afterEach(() => {
  vi.restoreAllMocks();
});

const actsOf = async ({ api }: TestWorker) =>
  must(await api.listEntries(ALL)).rows.map(({ action, codes }) => [action, ...codes].join(' ')).toReversed();

const FAILURES = [new DOMException('the engine', 'OperationError'), new DOMException('the engine', 'UnknownError'), new TypeError('not by WebCrypto')];

test.each(FAILURES)('verification that fails by $name: a defect with a number, and nothing is called broken', async (failure) => {
  const vault = await makeRehearsedVault();
  const { worker } = vault;
  must(await worker.api.registerPerson({ id: personId(), fields: fields() }));
  const copy = must(await worker.api.makeCopy());
  const secret = { kind: 'password', password: PASSWORD } as const;
  const elsewhere = await createTestDevice();
  const other = await elsewhere.boot();

  const failing = vi.spyOn(crypto.subtle, 'verify').mockRejectedValue(failure);
  const defect = { ok: false, error: { type: 'Unexpected' } };
  expect(await worker.api.verifyCopy({ copyId: copy.copyId, file: copy.file })).toMatchObject(defect);
  expect(await other.api.restoreCopy({ file: copy.file, secret, evenIfOlder: false })).toMatchObject(defect);
  must(await worker.api.lock());
  const later = await vault.device.boot();
  expect(await vault.unlock(later)).toMatchObject(defect);
  expect(failing).toHaveBeenCalled();
  failing.mockRestore();

  // Once the engine is well again everything is, and what failed left no word of it.
  must(await vault.unlock(later));
  expect((await actsOf(later)).slice(-4)).toEqual(['copy-made', 'lock', 'unlock-failed', 'unlock way:password']);
  expect(must(await later.api.verifyCopy({ copyId: copy.copyId, file: copy.file })).verifiedAt).not.toBeNull();
  expect(must(await other.api.restoreCopy({ file: copy.file, secret, evenIfOlder: false })).record).toBe('good');
});
