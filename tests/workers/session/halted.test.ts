import { describe, expect, test } from 'vitest';
import type { RehearsedVault } from '../service/support.ts';
import { createFastSlots } from './support/fast-slots.ts';
import { errorOf, must, NEXT_PASSWORD, PASSWORD } from './support/device.ts';
import { fields, makeRehearsedVault, personId } from '../service/support.ts';

// A renewal of keys is stored, and the look at it that follows fails: once, in passing. The writer stops, and nobody may be locked out by it.

/** The database does not open again behind the next commit. */
const failBehindCommit = ({ device }: RehearsedVault): void => {
  let stored = false;
  device.faults.arm({
    at: 1,
    way: 'lost',
    error: 'QuotaExceededError',
    sticky: false,
    sites: (site) => {
      if (site === 'idb.commit') stored = true;
      return stored && site === 'idb.open';
    },
  });
};

const EARLIER = 'kumo no ue de mata hirune 99';

const opens = async ({ device, unlock }: RehearsedVault, password: string): Promise<string> => {
  const worker = await device.boot();
  const answer = await unlock(worker, password);
  await worker.api.lock();
  worker.kill();
  return errorOf(answer);
};

const prepared = async (): Promise<RehearsedVault> => {
  const made = await makeRehearsedVault();
  must(await made.worker.api.lock());
  return made;
};

describe('a removal behind which the writer halts', { timeout: 60_000 }, () => {
  test('is told as done, and what follows writes no slots: the vault opens, without the person', async () => {
    const made = await makeRehearsedVault();
    const id = personId();
    must(await made.worker.api.registerPerson({ id, fields: fields() }));
    must(await made.worker.api.lock());
    const worker = await made.device.boot();
    must(await made.unlock(worker));
    failBehindCommit(made);
    // The page hears of the halt when both are under way.
    const [removed, changed, renewed] = await Promise.all([
      worker.api.cancelPersons([id]),
      worker.api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD }),
      worker.api.renewKit({ password: PASSWORD }),
    ]);
    expect(made.device.faults.fired()).toBe(1);
    made.device.faults.disarm();
    expect(removed).toMatchObject({ ok: true, value: { oldKeys: 'owed' } });
    expect([errorOf(changed), errorOf(renewed)]).toEqual(['Halted', 'Halted']);
    expect(errorOf(await worker.api.changePassword({ current: PASSWORD, next: EARLIER }))).toBe('Halted');
    await worker.api.lock();
    worker.kill();

    expect(await opens(made, NEXT_PASSWORD)).toBe('WrongSecret');
    const again = await made.device.boot();
    must(await made.unlock(again));
    expect(errorOf(await again.api.viewPerson(id))).toBe('NotFound');
    must(await again.api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD }));
  });
});

describe('new keys for everything, behind which the writer halts', { timeout: 60_000 }, () => {
  test('the new ways in are told, for the old ones are gone; a copy can still be made', async () => {
    const made = await prepared();
    const worker = await made.device.boot();
    must(await made.unlock(worker));
    failBehindCommit(made);
    const { kit } = must(await worker.api.suspectLeak({ password: PASSWORD, nextPassword: NEXT_PASSWORD }));
    expect(made.device.faults.fired()).toBe(1);
    made.device.faults.disarm();
    expect(errorOf(await worker.api.changePassword({ current: NEXT_PASSWORD, next: EARLIER }))).toBe('Halted');
    expect(errorOf(await worker.api.suspectLeak({ password: NEXT_PASSWORD, nextPassword: EARLIER }))).toBe('Halted');
    const copy = await worker.api.makeCopy();
    await worker.api.lock();
    worker.kill();

    expect([await opens(made, PASSWORD), await opens(made, EARLIER), await opens(made, NEXT_PASSWORD)]).toEqual(['WrongSecret', 'WrongSecret', 'ok']);
    const { storeId, memberId, device } = made;
    const forgotten = await device.boot();
    must(await forgotten.api.resetPassword({ storeId, memberId, recoveryCode: kit.recoveryCode, newPassword: EARLIER }));
    expect((await forgotten.api.viewSession()).ok).toBe(true);
    expect(copy.ok).toBe(true);
  });
});

describe('new keys for everything, before which another commit has halted the writer', { timeout: 60_000 }, () => {
  test('are not told: the ways in are the old ones', async () => {
    const made = await prepared();
    let between: () => Promise<unknown> = () => Promise.resolve();
    const worker = await made.device.boot({
      createSlots: (deps) => {
        const slots = createFastSlots(deps);
        return {
          ...slots,
          makeSlot: async (...given) => {
            const other = between;
            between = () => Promise.resolve();
            await other();
            return slots.makeSlot(...given);
          },
        };
      },
    });
    must(await made.unlock(worker));
    // Nobody knows whether the other commit was stored: it fails, and so does every look behind it.
    let failing = false;
    made.device.faults.arm({
      at: 1,
      way: 'lost',
      error: 'UnknownError',
      sticky: true,
      sites: (site) => {
        failing ||= site === 'idb.commit';
        return failing && site.startsWith('idb.');
      },
    });
    const others: string[] = [];
    between = async () => others.push(errorOf(await worker.api.registerPerson({ id: personId(), fields: fields() })));
    const leak = await worker.api.suspectLeak({ password: PASSWORD, nextPassword: NEXT_PASSWORD });
    made.device.faults.disarm();
    expect([errorOf(leak), ...others]).toEqual(['Halted', 'Halted']);
    await worker.api.lock();
    worker.kill();
    expect([await opens(made, NEXT_PASSWORD), await opens(made, PASSWORD)]).toEqual(['WrongSecret', 'ok']);
  });
});

describe('damage in what keeps its key', { timeout: 60_000 }, () => {
  test('is found before a removal, which then has not happened, and stands in the record', async () => {
    const made = await makeRehearsedVault();
    const id = personId();
    must(await made.worker.api.registerPerson({ id, fields: fields() }));
    must(await made.worker.api.makeCopy());
    must(await made.worker.api.lock());
    made.worker.kill();
    const database = await made.device.openDatabase(made.storeId);
    const pages = () => database.transaction('pages', 'readwrite').objectStore('pages');
    const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((settle, fail) => {
        request.addEventListener('success', () => settle(request.result));
        request.addEventListener('error', () => fail(new Error('no answer')));
      });
    const place = (await answerOf(pages().getAllKeys())).find((key) => Array.isArray(key) && key[1] === 'list');
    if (place === undefined) throw new Error('no list');
    const row = (await answerOf(pages().get(place))) as { readonly blob: Uint8Array<ArrayBuffer> };
    const bent = row.blob.map((byte, at) => (at === 60 ? byte ^ 1 : byte));
    await answerOf(pages().put({ ...row, blob: bent }, place));
    database.close();

    const worker = await made.device.boot();
    must(await made.unlock(worker));
    expect(errorOf(await worker.api.cancelPersons([id]))).toBe('DatabaseDamaged');
    expect((await worker.api.viewPerson(id)).ok).toBe(true);
    must(await worker.api.changeSettings({ idleMinutes: 6 }));
    const rows = must(await worker.api.listEntries({ from: null, to: null, personId: null, memberId: null, actions: ['damage-found'], offset: 0, limit: 10 })).rows;
    expect(rows.length).toBeGreaterThan(0);
    const { keyring } = must(await (await made.device.keyringOf(made.storeId)).read());
    expect(keyring.epochs).toHaveLength(1);
  });
});
