import { expect, test } from 'vitest';
import type { SessionOwner } from '../../../src/app/models/session-model.ts';
import { createSessionModel } from '../../../src/app/models/session-model.ts';
import type { MarkStore } from '../../../src/app/platform/marks.ts';
import type { PageMark } from '../../../src/core/contract/session-api.ts';
import type { FakeOptions, FakeVault } from '../../support/fake-vault-api.ts';
import { createFakeVault, FAKE_PASSWORD, fakeStore } from '../../support/fake-vault-api.ts';

const store = fakeStore();
const CREATE = {
  label: '西新宿工房',
  entityType: 'sole',
  paysSalary: true,
  ownerName: '佐藤',
  password: FAKE_PASSWORD,
} as const;

interface Bench {
  readonly model: SessionOwner;
  readonly fake: FakeVault;
  readonly marks: Map<string, string>;
  readonly clock: { now: number };
  readonly unlock: (password?: string) => ReturnType<SessionOwner['unlock']>;
  readonly idle: () => Promise<void>;
}

const bench = (options: FakeOptions = {}, missing: readonly string[] = []): Bench => {
  const clock = { now: Date.UTC(2026, 10, 22) };
  const fake = createFakeVault({ stores: [store], ...options });
  const marks = new Map<string, string>();
  const markStore: MarkStore = {
    list: () => [...marks].map(([storeId, mark]): PageMark => ({ storeId, mark })),
    keep: ({ storeId, mark }) => void marks.set(storeId, mark),
    drop: (storeId) => void marks.delete(storeId),
  };
  const model = createSessionModel({
    client: fake.client,
    marks: markStore,
    now: () => clock.now,
    missing: async () => missing,
    wait: () => new Promise(() => undefined),
  });
  fake.onEvent = model.onEvent;
  const at = store.members[0];
  return {
    model,
    fake,
    marks,
    clock,
    unlock: (password = FAKE_PASSWORD) =>
      model.unlock({ storeId: store.storeId, memberId: at?.id ?? ('' as never), password }),
    idle: async () => {
      const session = model.session.value;
      if (session.at !== 'open') throw new Error('not open');
      clock.now += 6 * 60_000;
      session.idle.tick();
      await new Promise((settle) => setTimeout(settle, 0));
      await new Promise((settle) => setTimeout(settle, 0));
    },
  };
};

test('a browser that lacks what is needed is told so, and nothing is looked for', async () => {
  const { model, fake } = bench({}, ['ed25519']);
  await model.start();
  expect(model.session.value).toEqual({ at: 'unfit', missing: ['ed25519'] });
  expect(fake.calls).toEqual([]);
});

test('start reports the vaults of the device and hands the marks of the page to the worker', async () => {
  let seen: readonly PageMark[] = [];
  const { model, marks } = bench({
    more: {
      inspectDevice: async (given) => {
        seen = given;
        return { ok: true, value: { stores: [store], lost: [], opfs: true } };
      },
    },
  });
  marks.set('s1', 'mark');
  await model.start();
  expect(model.session.value).toMatchObject({ at: 'closed', why: null, report: { stores: [{ label: '西新宿工房' }] } });
  expect(seen).toEqual([{ storeId: 's1', mark: 'mark' }]);
});

test('a device that cannot be looked into is a failure with a way to try again, never an empty start', async () => {
  const { model } = bench({ failing: { inspectDevice: { type: 'StorageFailed', name: 'UnknownError' } } });
  await model.start();
  expect(model.session.value).toEqual({ at: 'failed', error: { type: 'StorageFailed', name: 'UnknownError' } });
});

test('a wrong password leaves the vault closed and says why', async () => {
  const { model, unlock } = bench();
  await model.start();
  expect(await unlock('wrong')).toEqual({ ok: false, error: { type: 'WrongSecret' } });
  expect(model.session.value.at).toBe('closed');
});

test('unlocking opens, greets with the last entry and offers the draft of the last session', async () => {
  const { model, fake, unlock } = bench();
  await fake.api.saveDraft({ route: 'register', fields: { name: '鈴木' } });
  await model.start();
  await unlock();
  const session = model.session.value;
  if (session.at !== 'open') throw new Error('not open');
  expect(session.vault.greeting.value).toBe(true);
  await Promise.resolve();
  await Promise.resolve();
  expect(session.vault.drafts.offered.value).toEqual({ route: 'register', fields: { name: '鈴木' } });
  expect(session.vault.drafts.take('home', () => true)).toBeNull();
  expect(session.vault.drafts.take('register', () => true)).toEqual({ name: '鈴木' });
  expect(session.vault.drafts.offered.value).toBeNull();
});

test('making a vault opens it with the kit in hand, and greets nobody', async () => {
  const { model } = bench({ stores: [] });
  await model.start();
  const made = await model.create(CREATE);
  const session = model.session.value;
  if (!made.ok || session.at !== 'open') throw new Error('not open');
  expect(session.vault.kit.value).toEqual(made.value);
  expect(session.vault.fresh.value).toBe(true);
  expect(session.vault.greeting.value).toBe(false);
  expect(session.vault.view.value.rehearsedAt).toBeNull();
});

test('locking writes the entry, ends the worker and forgets the vault', async () => {
  const { model, fake, unlock } = bench();
  await model.start();
  await unlock();
  await model.lock();
  expect(fake.calls.slice(-2)).toEqual(['lock', 'inspectDevice']);
  expect(fake.restarts()).toBe(1);
  expect(model.session.value).toMatchObject({ at: 'closed', why: 'asked' });
  expect(model.chosen.value).toBe(store.storeId);
});

test('keys go even when the lock entry cannot be written', async () => {
  const { model, fake, unlock } = bench({ failing: { lock: { type: 'Halted' } } });
  await model.start();
  await unlock();
  await model.lock();
  expect(fake.restarts()).toBe(1);
  expect(model.session.value.at).toBe('closed');
});

test('an idle vault locks itself and seals what was typed; one locked by hand keeps nothing', async () => {
  const { model, fake, unlock, idle } = bench();
  await model.start();
  await unlock();
  const session = model.session.value;
  if (session.at !== 'open') throw new Error('not open');
  session.vault.drafts.keep(() => ({ route: 'register', fields: { name: '鈴木' } }));
  await idle();
  expect(fake.calls).toContain('saveDraft');
  expect(fake.calls.indexOf('saveDraft')).toBeLessThan(fake.calls.indexOf('lock'));
  expect(model.session.value).toMatchObject({ at: 'closed', why: 'idle' });

  const other = bench();
  await other.model.start();
  await other.unlock();
  const by = other.model.session.value;
  if (by.at !== 'open') throw new Error('not open');
  by.vault.drafts.keep(() => ({ route: 'register', fields: { name: '鈴木' } }));
  await other.model.lock();
  expect(other.fake.calls).not.toContain('saveDraft');
});

test('while a recovery code stands on the screen the vault waits longer', async () => {
  const { model, clock } = bench({ stores: [] });
  await model.start();
  await model.create(CREATE);
  const session = model.session.value;
  if (session.at !== 'open') throw new Error('not open');
  session.vault.atKit.value = true;
  clock.now += 6 * 60_000;
  session.idle.tick();
  expect(model.session.value.at).toBe('open');
  session.vault.kit.value = null;
  session.idle.tick();
  expect(model.session.value.at).toBe('closing');
});

test('a recovery code that is not on the screen makes no exception', async () => {
  const { model, clock } = bench({ stores: [] });
  await model.start();
  await model.create(CREATE);
  const session = model.session.value;
  if (session.at !== 'open') throw new Error('not open');
  session.vault.atKit.value = true;
  session.vault.atKit.value = false;
  clock.now += 6 * 60_000;
  session.idle.tick();
  expect(model.session.value.at).toBe('closing');
});

test.each([
  ['TakenOver', 'takenOver'],
  ['lost worker', 'lost'],
] as const)('%s closes the vault at once and says why', async (event, why) => {
  const { model, fake, unlock } = bench();
  await model.start();
  await unlock();
  if (event === 'TakenOver') model.onEvent({ type: 'TakenOver' });
  else model.onLost();
  expect(model.session.value.at).toBe('closing');
  await new Promise((settle) => setTimeout(settle, 0));
  expect(fake.calls).not.toContain('lock');
  expect(model.session.value).toMatchObject({ at: 'closed', why });
});

test.each(['WorkerLost', 'WorkerNotStarted'] as const)('%s while starting is a failure, not an endless start', async (type) => {
  const { model } = bench({ failing: { inspectDevice: { type } } });
  const started = model.start();
  model.onLost();
  await started;
  expect(model.session.value).toEqual({ at: 'failed', error: { type } });
  model.onLost();
  expect(model.session.value.at).toBe('failed');
});

test('marks move to the page, halting is shown, progress ends with the last call', async () => {
  const { model, marks, unlock } = bench();
  await model.start();
  await unlock();
  const session = model.session.value;
  if (session.at !== 'open') throw new Error('not open');
  const heard: string[] = [];
  const release = session.vault.listen(({ type }) => heard.push(type));
  model.onEvent({ type: 'MarkMoved', storeId: store.storeId, mark: '{"size":2}' });
  model.onEvent({ type: 'Halted' });
  model.onEvent({ type: 'Progress', job: 'import', done: 3, total: 9 });
  expect(marks.get(store.storeId)).toBe('{"size":2}');
  expect(session.vault.halted.value).toBe(true);
  expect(model.progress.value).toEqual({ job: 'import', done: 3, total: 9 });
  model.onQuiet();
  expect(model.progress.value).toBeNull();
  release();
  model.onEvent({ type: 'PersonsChanged' });
  expect(heard).toEqual(['MarkMoved', 'Halted', 'Progress']);
});

test('erasing drops the mark too, or the device would believe a vault was lost', async () => {
  const { model, marks, unlock } = bench();
  await model.start();
  await unlock();
  marks.set(store.storeId, 'mark');
  expect(await model.erase(store.storeId, 'another')).toEqual({ ok: false, error: { type: 'LabelDoesNotMatch' } });
  expect(marks.size).toBe(1);
  await model.erase(store.storeId, store.label);
  expect(marks.size).toBe(0);
  expect(model.session.value).toMatchObject({ at: 'closed', why: 'erased', report: { stores: [] } });
});

test('what the page knew of the vault is gone after a lock: a new unlock gives a new object', async () => {
  const { model, unlock } = bench();
  await model.start();
  await unlock();
  const first = model.session.value;
  await model.lock();
  await unlock();
  const second = model.session.value;
  if (first.at !== 'open' || second.at !== 'open') throw new Error('not open');
  expect(second.vault).not.toBe(first.vault);
});

test('old keys that still lie in the files are told, also when it was said before anybody could hear it, and not to the next session', async () => {
  const { model, unlock } = bench();
  const left = (): boolean | null => {
    const session = model.session.value;
    return session.at === 'open' ? session.vault.oldKeys.value : null;
  };
  await model.start();
  model.onEvent({ type: 'OldKeys', left: true });
  await unlock();
  expect(left()).toBe(true);
  model.onEvent({ type: 'OldKeys', left: false });
  expect(left()).toBe(false);
  model.onEvent({ type: 'OldKeys', left: true });
  expect(left()).toBe(true);
  await model.lock();
  await unlock();
  expect(left()).toBe(false);
});

test('a call that has not answered is work, whether or not a vault is open', async () => {
  let pending = 0;
  const client = { ...createFakeVault().client, pending: () => pending };
  const marks: MarkStore = { list: () => [], keep: () => undefined, drop: () => undefined };
  const model = createSessionModel({ client, marks, now: () => 0, missing: async () => [], wait: () => new Promise(() => undefined) });
  const works = (calls: number): boolean => {
    pending = calls;
    return model.isWorking();
  };
  expect([works(0), works(1), works(2)]).toEqual([false, true, true]);
  await model.create(CREATE);
  expect(model.session.value.at).toBe('open');
  expect([works(1), works(0)]).toEqual([true, false]);
});
