import { describe, expect, it } from 'vitest';
import type { MemberId, SlotId, VaultId } from '../../../src/core/domain/ids.ts';
import type { KeySlot } from '../../../src/core/formats/keyring.ts';
import { KDF_POLICY } from '../../../workers/vault/crypto/kdf.ts';
import type { SlotSecret } from '../../../workers/vault/crypto/slot.ts';
import { createSlots } from '../../../workers/vault/crypto/slot.ts';
import { toHex, utf8 } from './hex.ts';
import { bytesOf, flipBit, random, seals } from './kit.ts';
import { readVectors } from './vectors.ts';

interface SlotCase {
  readonly name: string;
  readonly vaultId: VaultId;
  readonly memberId: MemberId;
  readonly usk: string;
  readonly slot: KeySlot;
  readonly password?: string;
  readonly code?: string;
  readonly needsRewrap: boolean;
  readonly expect: string;
}

const pass = (readVectors('keyring-v1/must-pass.json') as { slots: readonly SlotCase[] }).slots;
const fail = (readVectors('keyring-v1/must-fail.json') as { slots: readonly SlotCase[] }).slots;
const slots = createSlots({ random, seals, policy: KDF_POLICY });

const secretOf = (one: SlotCase): SlotSecret =>
  one.password === undefined ? { kind: 'recovery', code: bytesOf(one.code ?? '') } : { kind: 'password', password: utf8(one.password) };

describe('slot vectors', () => {
  it.each(pass)('opens: $name', async (one) => {
    const usk = await slots.openSlot(one, one.slot, secretOf(one));
    expect(usk.ok && toHex(usk.value)).toBe(toHex(bytesOf(one.usk)));
    expect(slots.needsRewrap(one.slot)).toBe(one.needsRewrap);
  }, 30_000);

  it.each(fail)('refuses: $name', async (one) => {
    expect(await slots.openSlot(one, one.slot, secretOf(one))).toEqual({ ok: false, error: one.expect });
  }, 30_000);
});

describe('slots we make', () => {
  const owner = { vaultId: 'vvvvvvvvvvvvvvvvvvvvvv' as VaultId, memberId: 'mmmmmmmmmmmmmmmmmmmmmm' as MemberId, generation: 3 };

  it('a password slot has the compiled-in policy, a fresh salt, and opens again', async () => {
    const usk = random.bytes(32);
    const secret: SlotSecret = { kind: 'password', password: utf8('fifteen characters') };
    const slot = await slots.makeSlot(owner, secret, usk);
    expect(slot).toMatchObject({ kind: 'password', kdf: 'argon2id', params: [65536, 3, 1], generation: 3 });
    expect(slots.needsRewrap(slot)).toBe(false);
    const opened = await slots.openSlot(owner, slot, secret);
    expect(opened.ok && toHex(opened.value)).toBe(toHex(usk));
  }, 30_000);

  it('a recovery slot: every flipped bit of the seal, every other code is refused', async () => {
    const code = random.bytes(16);
    const slot = await slots.makeSlot(owner, { kind: 'recovery', code }, random.bytes(32));
    expect(slot).toMatchObject({ kind: 'recovery', kdf: 'hkdf', params: [] });
    expect((await slots.openSlot(owner, slot, { kind: 'recovery', code })).ok).toBe(true);
    for (let bit = 0; bit < 80 * 8; bit += 1) {
      const sealed = Buffer.from(flipBit(bytesOf(slot.sealed), bit)).toString('base64url');
      expect(await slots.openSlot(owner, { ...slot, sealed }, { kind: 'recovery', code })).toEqual({ ok: false, error: 'WrongSecret' });
    }
    for (let bit = 0; bit < 128; bit += 1) {
      const opened = await slots.openSlot(owner, slot, { kind: 'recovery', code: flipBit(code, bit) });
      expect(opened).toEqual({ ok: false, error: 'WrongSecret' });
    }
  });

  it('a seal that opens to something else than a key is damage', async () => {
    const code = random.bytes(16);
    const slot = await slots.makeSlot(owner, { kind: 'recovery', code }, random.bytes(31));
    expect(await slots.openSlot(owner, slot, { kind: 'recovery', code })).toEqual({ ok: false, error: 'Damaged' });
  });

  it.each([
    [[65536, 3, 1], false],
    [[65535, 3, 1], true],
    [[65535, 4, 1], true],
    [[65536, 2, 1], true],
    [[65537, 2, 1], true],
    [[65537, 4, 1], false],
  ])('a password slot of %j is made anew at the next unlock: %s', (params, anew) => {
    const slot: KeySlot = { id: random.id() as SlotId, kind: 'password', generation: 1, kdf: 'argon2id', params, salt: '', sealed: '' };
    expect(slots.needsRewrap(slot)).toBe(anew);
    expect(slots.needsRewrap({ ...slot, kind: 'recovery' })).toBe(false);
  });

  it('a policy outside the accepted bounds cannot be wired', () => {
    expect(() => createSlots({ random, seals, policy: { memory: 8, passes: 1, lanes: 1 } })).toThrow('policy');
  });

  it('whatever a file said, the slot made next is at policy', async () => {
    const low = pass.find((one) => one.needsRewrap);
    if (low === undefined) throw new Error('no vector below policy');
    const usk = await slots.openSlot(low, low.slot, secretOf(low));
    if (!usk.ok) throw new Error('not opened');
    const again = await slots.makeSlot({ ...low, generation: 1 }, secretOf(low), usk.value);
    expect(again.params).toEqual([65536, 3, 1]);
  }, 30_000);
});
