import { expect, test } from 'vitest';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import { createTestDevice, errorOf, makeVault, must, PASSWORD } from './support/device.ts';

const answersOf = (code: string, groups: readonly number[]) => groups.map((group) => ({ group, text: code.split('-')[group] ?? '' }));

test('three groups are asked back; wrong ones are named, all right is recorded and lasts', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  const { api } = made.worker;
  expect(errorOf(await api.confirmRehearsal([]))).toBe('NotFound');
  const groups = must(await api.startRehearsal());
  expect(groups).toHaveLength(3);
  expect(new Set(groups).size).toBe(3);
  const right = answersOf(made.kit.recoveryCode, groups);
  const [first, ...rest] = right;
  const wrong = [{ group: first?.group ?? 0, text: 'AAAAA' }, ...rest];
  expect(await api.confirmRehearsal(wrong)).toEqual({ ok: false, error: { type: 'RehearsalWrong', groups: [groups[0]] } });
  expect(await api.confirmRehearsal([])).toEqual({ ok: false, error: { type: 'RehearsalWrong', groups } });
  expect(await api.confirmRehearsal([...right, { group: groups[0] ?? 0, text: 'AAAAA' }])).toMatchObject({ error: { type: 'RehearsalWrong' } });
  expect(must(await api.viewSession()).rehearsedAt).toBeNull();
  expect(must(await api.confirmRehearsal(right.map((answer) => ({ ...answer, text: answer.text.toLowerCase() })))).rehearsedAt).not.toBeNull();
  expect(errorOf(await api.startRehearsal())).toBe('NotFound');
  must(await api.lock());
  expect(must(await made.unlock(await device.boot())).rehearsedAt).not.toBeNull();
});

test('after a lock nobody knows the code any more: a new kit is the way, and waits for its own rehearsal', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  must(await made.worker.api.lock());
  const { api } = await device.boot().then(async (worker) => {
    must(await made.unlock(worker));
    return worker;
  });
  expect(errorOf(await api.startRehearsal())).toBe('NotFound');
  const kit = must(await api.renewKit({ password: PASSWORD }));
  const groups = must(await api.startRehearsal());
  expect(errorOf(await api.confirmRehearsal(answersOf(made.kit.recoveryCode, groups)))).toBe('RehearsalWrong');
  expect(errorOf(await api.confirmRehearsal(answersOf(kit.recoveryCode, groups)))).toBe('ok');
});

test('no number is stored before the rehearsal, but in a sample business', async () => {
  const device = await createTestDevice();
  const enter = { personId: 'AAAAAAAAAAAAAAAAAAAAAA' as PersonId, text: '900000000001', again: null, replaces: false, sameAs: null };
  const made = await makeVault(device);
  expect(errorOf(await made.worker.api.enterNumber(enter))).toBe('RehearsalMissing');
  const { api } = await device.boot();
  must(await api.createTrial());
  const seqOf = async (action: string) => must(await api.listEntries({ from: null, to: null, personId: null, memberId: null, actions: [action], offset: 0, limit: 99 })).rows.at(-1)?.seq ?? NaN;
  expect(await seqOf('number-put')).toBeLessThan(await seqOf('kit-rehearsed'));
});

test('a year later the whole code is put to the proof: it opens its way in, is recorded, and counts from then on', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  const groups = must(await made.worker.api.startRehearsal());
  must(await made.worker.api.confirmRehearsal(answersOf(made.kit.recoveryCode, groups)));
  must(await made.worker.api.lock());
  device.clock.now += 366 * 86_400_000;
  const worker = await device.boot();
  must(await made.unlock(worker));
  const { api } = worker;
  const before = must(await api.viewSession()).rehearsedAt;
  const entries = async () => must(await api.listEntries({ from: null, to: null, personId: null, memberId: null, actions: ['kit-rehearsed'], offset: 0, limit: 9 })).total;

  const code = made.kit.recoveryCode;
  const slip = `${code.startsWith('A') ? 'B' : 'A'}${code.slice(1)}`;
  expect(await api.rehearseKit({ recoveryCode: slip })).toMatchObject({ error: { type: 'RecoveryGroupWrong', group: 0 } });
  expect(errorOf(await api.rehearseKit({ recoveryCode: '' }))).toBe('InvalidInput');
  const other = await makeVault(await createTestDevice());
  expect(errorOf(await api.rehearseKit({ recoveryCode: other.kit.recoveryCode }))).toBe('WrongSecret');
  expect([must(await api.viewSession()).rehearsedAt, await entries()]).toEqual([before, 1]);

  const { rehearsedAt } = must(await api.rehearseKit({ recoveryCode: code.toLowerCase() }));
  expect((rehearsedAt ?? 0) - (before ?? 0)).toBeGreaterThanOrEqual(366 * 86_400_000);
  expect(await entries()).toBe(2);
  must(await api.lock());
  expect(must(await made.unlock(await device.boot())).rehearsedAt).toBe(rehearsedAt);
});

test('a code that was renewed no longer passes', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  const { api } = made.worker;
  const kit = must(await api.renewKit({ password: PASSWORD }));
  expect(errorOf(await api.rehearseKit({ recoveryCode: made.kit.recoveryCode }))).toBe('WrongSecret');
  expect(must(await api.rehearseKit({ recoveryCode: kit.recoveryCode })).rehearsedAt).not.toBeNull();
});
