import { expect, test } from 'vitest';
import { createDatabaseFolders } from '../../../workers/vault/storage/database-folders.ts';
import { createTestDevice, errorOf, INPUT, must, NEXT_PASSWORD, PASSWORD } from './support/device.ts';

test('where files cannot be rewritten in place the vault works all the same, and says so', async () => {
  const device = await createTestDevice();
  const folders = createDatabaseFolders(device.engine);
  const boot = () => device.boot({ folders });
  const worker = await boot();
  const { storeId } = must(await worker.api.createVault(INPUT));
  const view = must(await worker.api.viewSession());
  expect(view.opfs).toBe(false);
  must(await worker.api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD }));
  must(await worker.api.lock());

  const next = await boot();
  expect(must(await next.api.inspectDevice([]))).toMatchObject({ opfs: false, lost: [], stores: [{ storeId, keyring: 'ready', database: 'ready' }] });
  const again = { storeId, memberId: view.memberId };
  expect(errorOf(await next.api.unlock({ ...again, password: PASSWORD }))).toBe('WrongSecret');
  must(await next.api.unlock({ ...again, password: NEXT_PASSWORD }));
  must(await next.api.suspectLeak({ password: NEXT_PASSWORD, nextPassword: PASSWORD }));
  must(await next.api.eraseVault({ storeId, label: INPUT.label }));
  expect(must(await next.api.inspectDevice([]))).toEqual({ stores: [], lost: [], opfs: false });
  expect(device.folders.files.size).toBe(0);
});
