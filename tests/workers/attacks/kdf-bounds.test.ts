import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MockInstance } from 'vitest';
import type { KeySlot } from '../../../src/core/formats/keyring.ts';
import { KDF_POLICY, parseKdfParams, policyToParams } from '../../../workers/vault/crypto/kdf.ts';
import { createSlots } from '../../../workers/vault/crypto/slot.ts';
import { openWay } from '../../../workers/vault/session/open-way.ts';
import { createCampaignCrypto } from '../../campaigns/reference.ts';
import type { MadeVault, TestDevice } from '../session/support/device.ts';
import { createTestDevice, errorOf, makeVault, must, NEXT_PASSWORD, PASSWORD } from '../session/support/device.ts';

// A1, A2: parameters of the KDF, lowered or raised by whoever can write to the file.

const MEMORY = [-1, 0, 1, 8, 19 * 1024, 38 * 1024 - 1, 38 * 1024, 64 * 1024, 256 * 1024, 256 * 1024 + 1, 4 * 1024 * 1024, 2 ** 31, 2 ** 40, 0.5, Number.NaN];
const PASSES = [-1, 0, 1, 2, 3, 10, 11, 1_000_000, 2 ** 40, 1.5];
const LANES = [-1, 0, 1, 4, 5, 255, 2 ** 24];
const COMBINATIONS = MEMORY.flatMap((m) => PASSES.flatMap((t) => LANES.map((p) => [m, t, p] as const)));

/** From the specification, keyring-v1 §4, and not from the code. */
const within = (m: number, t: number, p: number): boolean =>
  [m, t, p].every((value) => Number.isInteger(value) && value >= 1) && m <= 262_144 && t <= 10 && p <= 4 && m * t >= 38_912;

const realSlots: NonNullable<Parameters<TestDevice['boot']>[0]> = { createSlots: (deps) => createSlots({ ...deps, policy: KDF_POLICY }) };

const passwordSlots = async (device: TestDevice, made: MadeVault): Promise<readonly KeySlot[]> =>
  must(await (await device.keyringOf(made.storeId)).read()).keyring.members.flatMap(({ slots }) => slots.filter(({ kind }) => kind === 'password'));

const plant = (device: TestDevice, made: MadeVault, change: (slot: KeySlot) => KeySlot): Promise<void> =>
  device.editKeyring(made.storeId, (keyring) => ({
    ...keyring,
    members: keyring.members.map((member) => ({ ...member, slots: member.slots.map((slot) => (slot.kind === 'password' ? change(slot) : slot)) })),
  }));

describe('parameters that are not ours', { timeout: 120_000 }, () => {
  let instantiate: MockInstance<typeof WebAssembly.instantiate>;
  beforeEach(() => {
    instantiate = vi.spyOn(WebAssembly, 'instantiate');
  });
  afterEach(() => instantiate.mockRestore());

  it('every combination around floor and ceiling is judged as the specification says', () => {
    const accepted = COMBINATIONS.filter((params) => parseKdfParams(params).ok);
    expect(accepted).toEqual(COMBINATIONS.filter(([m, t, p]) => within(m, t, p)));
    expect(accepted.length).toBeGreaterThan(10);
    for (const params of [[], [65_536], [65_536, 3], [65_536, 3, 1, 1]]) expect(parseKdfParams(params).ok).toBe(false);
  });

  it('none outside the bounds takes memory or time: no WebAssembly is made for it', async () => {
    const crypto = await createCampaignCrypto();
    const device = await createTestDevice();
    const made = await makeVault(device);
    const keyring = must(await (await device.keyringOf(made.storeId)).read()).keyring;
    const [member] = keyring.members;
    const [slot] = await passwordSlots(device, made);
    if (member === undefined || slot === undefined) throw new Error('no slot');
    const secret = { kind: 'password', password: new TextEncoder().encode(PASSWORD) } as const;
    instantiate.mockClear();
    const before = process.memoryUsage().rss;
    let longest = 0;
    for (const params of COMBINATIONS.filter(([m, t, p]) => !within(m, t, p))) {
      const began = process.cpuUsage();
      const way = await openWay(crypto.slots, keyring.vaultId, { ...member, slots: [{ ...slot, params }] }, secret);
      const { user, system } = process.cpuUsage(began);
      longest = Math.max(longest, (user + system) / 1000);
      expect(way, params.join()).toEqual({ ok: false, error: { type: 'KdfRefused' } });
    }
    expect(instantiate).not.toHaveBeenCalled();
    // What is within the bounds is worked on, where the spy sees it.
    expect((await openWay(crypto.slots, keyring.vaultId, { ...member, slots: [{ ...slot, params: [38_912, 1, 1] }] }, secret)).ok).toBe(false);
    expect(instantiate).toHaveBeenCalled();
    expect(longest).toBeLessThan(50);
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(64);
  });

  it('a vault whose only slot is outside the bounds says so, and its keyring stays as it is', async () => {
    const device = await createTestDevice();
    const made = await makeVault(device);
    must(await made.worker.api.lock());
    for (const params of [[8, 1, 1], [4 * 1024 * 1024, 3, 1], [65_536, 1_000_000, 1]]) {
      await plant(device, made, (slot) => ({ ...slot, params }));
      const worker = await device.boot(realSlots);
      instantiate.mockClear();
      expect(errorOf(await made.unlock(worker)), params.join()).toBe('KdfRefused');
      expect(instantiate).not.toHaveBeenCalled();
      worker.kill();
      expect((await passwordSlots(device, made)).map((slot) => slot.params)).toEqual([params]);
    }
  });

  it('parameters within the bounds are taken to open, and never to write: every slot that is written is of ours', async () => {
    const device = await createTestDevice();
    const weak = { memory: 38 * 1024, passes: 1, lanes: 1 };
    const first = await device.boot({ createSlots: (deps) => createSlots({ ...deps, policy: weak }) });
    const kit = must(await first.api.createVault({ label: '弱', entityType: 'sole', paysSalary: false, ownerName: '所', password: PASSWORD }));
    const { memberId } = must(await first.api.viewSession());
    must(await first.api.lock());
    first.kill();
    const { storeId } = kit;
    const params = async (): Promise<readonly (readonly number[])[]> =>
      must(await (await device.keyringOf(storeId)).read()).keyring.members.flatMap(({ slots }) => slots.filter(({ kind }) => kind === 'password').map((slot) => slot.params));
    expect(await params()).toEqual([[weak.memory, weak.passes, weak.lanes]]);
    const ours = [policyToParams(KDF_POLICY)];

    const { api } = await device.boot(realSlots);
    must(await api.unlock({ storeId, memberId, password: PASSWORD }));
    expect(await params(), 'after the unlock').toEqual(ours);
    must(await api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD }));
    expect(await params(), 'after a change').toEqual(ours);
    const copy = must(await api.makeCopy());
    const text = await copy.file.text();
    expect(new Set([...text.matchAll(/"params":(\[[^\]]*\])/g)].map((match) => match[1]))).toEqual(new Set([JSON.stringify(ours[0]), '[]']));
    must(await api.lock());
    must(await api.resetPassword({ storeId, memberId, recoveryCode: kit.recoveryCode, newPassword: PASSWORD }));
    expect(await params(), 'after the way back').toEqual(ours);
  });
});
