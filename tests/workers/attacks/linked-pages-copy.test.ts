import { beforeAll, describe, expect, it } from 'vitest';
import { PAGES_TABLE } from '../../../workers/vault/storage/names.ts';
import { fields, personId } from '../service/support.ts';
import type { MadeVault, TestDevice, TestWorker } from '../session/support/device.ts';
import { createTestDevice, makeVault, must, NEXT_PASSWORD, PASSWORD } from '../session/support/device.ts';
import type { DiskState } from './disk-parts.ts';
import { readState } from './disk-parts.ts';

// The head names the last table and the last checkpoint page, each of them the one before. In a copy nothing names them: what somebody without
// keys takes away, puts back or brings from another time line of the same store must not get into one, nor be sealed under new keys.

type Row = DiskState['rows'][number];

/** Enough for the checkpoints to fill a page. */
const SESSIONS = 66;

const keyOf = ([key]: Row): string => (key as readonly unknown[]).join('/');

describe('a copy of a vault whose linked pages were changed on the disk', { timeout: 120_000 }, () => {
  let device: TestDevice;
  let made: MadeVault;
  let early: DiskState;
  let forked: DiskState;
  let now: DiskState;
  let untouched: () => Promise<void>;

  const open = async (): Promise<TestWorker> => {
    const worker = await device.boot();
    must(await made.unlock(worker));
    return worker;
  };

  const close = async (worker: TestWorker): Promise<void> => {
    must(await worker.api.lock());
    worker.kill();
  };

  /** Another time line for each name: sessions, and three renewed keys. */
  const live = async (name: string): Promise<DiskState> => {
    for (let n = 0; n < SESSIONS; n += 1) await close(await open());
    const worker = await open();
    for (let n = 0; n < 3; n += 1) {
      const id = personId();
      must(await worker.api.registerPerson({ id, fields: fields({ name }) }));
      must(await worker.api.cancelPersons([id]));
    }
    await close(worker);
    return readState(device, made.storeId);
  };

  beforeAll(async () => {
    device = await createTestDevice();
    made = await makeVault(device);
    await close(made.worker);
    await close(await open());
    early = await readState(device, made.storeId);
    const back = await device.snapshotAll();
    forked = await live('一郎');
    await back();
    now = await live('二郎');
    untouched = await device.snapshotAll();
  }, 120_000);

  /** Puts the row of another state in its place; without one, takes away what lies there. */
  const change = async (key: string, from: DiskState | null): Promise<void> => {
    const row = from?.rows.find((one) => keyOf(one) === key);
    if (from !== null && row === undefined) throw new Error(`no ${key}`);
    const [book = '', kind = '', no] = key.split('/');
    const database = await device.openDatabase(made.storeId);
    const store = database.transaction(PAGES_TABLE, 'readwrite').objectStore(PAGES_TABLE);
    if (row === undefined) store.delete([book, kind, Number(no)]);
    else store.put(row[1], row[0]);
    await new Promise((resolve) => {
      store.transaction.addEventListener('complete', resolve);
    });
    database.close();
  };

  it('is good where nothing was', async () => {
    await untouched();
    const worker = await open();
    const { copyId, file } = must(await worker.api.makeCopy());
    expect(must(await worker.api.verifyCopy({ copyId, file })).verifiedAt).not.toBeNull();
    worker.kill();
  });

  it.each([
    ['gone', 'own/checkpoint/0'],
    ['put back to fewer', 'own/checkpoint/0'],
    ['of another time line', 'own/checkpoint/0'],
    ['of another time line', 'own/table/2'],
    ['gone', 'own/table/2'],
  ] as const)('is not made: %s, %s', async (what, key) => {
    await untouched();
    const worker = await open();
    await change(key, { gone: null, 'put back to fewer': early, 'of another time line': forked }[what]);
    expect(await worker.api.makeCopy()).toEqual({ ok: false, error: { type: 'DatabaseDamaged', page: key } });
    worker.kill();
  });

  it('nor are keys renewed, where the page would be sealed anew as if it were good', async () => {
    await untouched();
    const worker = await open();
    const id = personId();
    must(await worker.api.registerPerson({ id, fields: fields() }));
    await change('own/table/2', forked);
    const damaged = { ok: false, error: { type: 'DatabaseDamaged', page: 'own/table/2' } };
    expect(await worker.api.cancelPersons([id])).toEqual(damaged);
    expect(await worker.api.suspectLeak({ password: PASSWORD, nextPassword: NEXT_PASSWORD })).toEqual(damaged);
    expect(await worker.api.exportLog('verify')).toEqual(damaged);
    worker.kill();
    // Put back, it opens as before.
    await change('own/table/2', now);
    await close(await open());
  });
});
