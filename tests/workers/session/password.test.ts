import { expect, test } from 'vitest';
import type { FaultWay } from '../../support/failing-store.ts';
import type { MadeVault, TestDevice } from './support/device.ts';
import { createTestDevice, errorOf, makeVault, must, NEXT_PASSWORD, PASSWORD } from './support/device.ts';

/** Which of the two passwords open the vault, each tried by a new worker that is killed afterwards. */
const opening = async (device: TestDevice, made: MadeVault): Promise<readonly string[]> => {
  const works: string[] = [];
  for (const [name, password] of [['old', PASSWORD], ['new', NEXT_PASSWORD]] as const) {
    const worker = await device.boot();
    const answer = await made.unlock(worker, password);
    if (answer.ok) works.push(name);
    else expect(answer.error.type).toBe('WrongSecret');
    worker.kill();
  }
  return works;
};

test('a password is changed: the new one opens, the old one does not, and neither slot still holds the old one', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  const before = must(await (await device.keyringOf(made.storeId)).read()).keyring.members[0]?.slots ?? [];
  const old = before.find((slot) => slot.kind === 'password')?.sealed ?? '';
  expect(new TextDecoder().decode(await device.disk())).toContain(old);
  expect(errorOf(await made.worker.api.changePassword({ current: NEXT_PASSWORD, next: NEXT_PASSWORD }))).toBe('WrongSecret');
  expect(errorOf(await made.worker.api.changePassword({ current: PASSWORD, next: 'short' }))).toBe('PasswordTooWeak');
  must(await made.worker.api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD }));
  expect(new TextDecoder().decode(await device.disk())).not.toContain(old);
  must(await made.worker.api.lock());
  expect(await opening(device, made)).toEqual(['new']);
});

test('the recovery code sets a new password, says which group is mistyped, and is refused when it is another vault’s', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  const other = await makeVault(device);
  must(await made.worker.api.lock());
  const { storeId, memberId } = made;
  const worker = await device.boot();
  const reset = (recoveryCode: string, newPassword: string) => worker.api.resetPassword({ storeId, memberId, recoveryCode, newPassword });
  const groups = made.kit.recoveryCode.split('-');
  const wrong = groups.with(3, groups[3] === '00000' ? '00001' : '00000').join('-');
  expect(await reset(wrong, NEXT_PASSWORD)).toEqual({ ok: false, error: { type: 'RecoveryGroupWrong', group: 3 } });
  expect(errorOf(await reset('ABC', NEXT_PASSWORD))).toBe('InvalidInput');
  expect(errorOf(await reset(made.kit.recoveryCode, 'short'))).toBe('PasswordTooWeak');
  expect(errorOf(await reset(other.kit.recoveryCode, NEXT_PASSWORD))).toBe('WrongSecret');
  expect(must(await reset(made.kit.recoveryCode.toLowerCase(), NEXT_PASSWORD)).memberId).toBe(memberId);
  const rows = must(await worker.api.listEntries({ from: null, to: null, personId: null, memberId: null, actions: [], offset: 0, limit: 3 })).rows;
  expect(rows.map((row) => [row.action, row.codes])).toEqual([
    ['password-changed', []],
    ['unlock', ['way:recovery']],
    ['unlock-failed', []],
  ]);
  must(await worker.api.lock());
  expect(await opening(device, made)).toEqual(['new']);
});

test('a new kit takes the place of the old, which opens nothing any more', async () => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  expect(errorOf(await made.worker.api.renewKit({ password: NEXT_PASSWORD }))).toBe('WrongSecret');
  const kit = must(await made.worker.api.renewKit({ password: PASSWORD }));
  expect(kit.recoveryCode).not.toBe(made.kit.recoveryCode);
  must(await made.worker.api.lock());
  const { storeId, memberId } = made;
  const worker = await device.boot();
  const reset = (recoveryCode: string) => worker.api.resetPassword({ storeId, memberId, recoveryCode, newPassword: NEXT_PASSWORD });
  expect(errorOf(await reset(made.kit.recoveryCode))).toBe('WrongSecret');
  expect(errorOf(await reset(kit.recoveryCode))).toBe('ok');
});

// Every call of files and database fails once, or from there on; then the worker dies. Some password of the two always opens the vault,
// and when the change was answered with success it is the new one alone.
test.each<[FaultWay, boolean]>([
  ['torn', false],
  ['reported', false],
  ['lost', true],
])('a change that is cut off (%s, for good: %s) leaves exactly one password that opens', { timeout: 120_000 }, async (way, sticky) => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  made.worker.kill();
  const back = await device.snapshotAll();
  const seen = new Set<string>();
  for (let at = 1; ; at += 1) {
    const worker = await device.boot();
    must(await made.unlock(worker));
    device.faults.arm({ at, way, error: 'AbortError', sticky, sites: (site) => site.startsWith('opfs') || site.startsWith('idb') });
    const answer = await worker.api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD });
    const fired = device.faults.fired();
    device.faults.disarm();
    worker.kill();
    const works = await opening(device, made);
    seen.add(works.join());
    expect(works, `call ${at} of ${way}: ${errorOf(answer)}`).toHaveLength(1);
    if (answer.ok) expect(works, `call ${at} of ${way}`).toEqual(['new']);
    await back();
    if (fired === 0) break;
  }
  // The table went through both sides of the commit.
  expect(seen).toContain('new');
  if (way !== 'reported') expect(seen).toContain('old');
});
