import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { Keyring } from '../../../src/core/formats/keyring.ts';
import { createSlotKeeper } from '../../../workers/vault/audit/slot-keeper.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';

const failed = err({ type: 'StorageFailed', name: 'NoModificationAllowedError' } as const);

/** Slots that refuse as often as they are told to; `written` has what they took, `tries` what they were asked. */
const slotsOf = async () => {
  const fixture = await createVaultFixture();
  const written: Keyring[] = [];
  const tries: Keyring[] = [];
  const told: boolean[] = [];
  let refusals = 0;
  const take = (keyring: Keyring) => {
    tries.push(keyring);
    refusals -= 1;
    if (refusals >= 0) return Promise.resolve(failed);
    written.push(keyring);
    return Promise.resolve(ok(null));
  };
  const keeper = createSlotKeeper({ write: take, writeEach: take }, (settled) => told.push(settled));
  return { keeper, written, tries, told, refuse: (times: number) => (refusals = times), one: fixture.keyring(1), two: fixture.keyring(2), both: fixture.keyring(1, 2) };
};

describe('what a session owes the keyring’s slots', () => {
  it('is nothing while they take what they are given, and nobody is told', async () => {
    const { keeper, written, told, both, two } = await slotsOf();
    expect(await keeper.write(both)).toEqual(ok(null));
    expect(await keeper.settle(two)).toBe(true);
    expect(await keeper.payOff()).toBe(true);
    expect(written).toEqual([both, two]);
    expect(told).toEqual([]);
  });

  it('what belongs to the stored state is tried three times, what is put back once', async () => {
    const { keeper, tries, refuse, one, two } = await slotsOf();
    refuse(2);
    expect(await keeper.settle(two)).toBe(true);
    expect(tries).toEqual([two, two, two]);
    refuse(3);
    expect(await keeper.settle(two)).toBe(false);
    expect(tries).toHaveLength(6);
    refuse(1);
    expect(await keeper.putBack(one)).toBe(false);
    expect(tries).toHaveLength(7);
  });

  it('is tried again until they take it; it is told once that something is owed, and once that nothing is', async () => {
    const { keeper, written, tries, told, refuse, two } = await slotsOf();
    refuse(5);
    expect(await keeper.settle(two)).toBe(false);
    expect(await keeper.payOff()).toBe(false);
    expect(await keeper.payOff()).toBe(false);
    expect(told).toEqual([false]);
    expect(await keeper.payOff()).toBe(true);
    expect(told).toEqual([false, true]);
    expect(written).toEqual([two]);
    const asked = tries.length;
    expect(await keeper.payOff()).toBe(true);
    expect(tries).toHaveLength(asked);
  });

  it('is the newest keyring alone', async () => {
    const { keeper, written, refuse, one, two } = await slotsOf();
    refuse(2);
    await keeper.putBack(one);
    await keeper.putBack(two);
    expect(await keeper.payOff()).toBe(true);
    expect(written).toEqual([two]);
  });

  it('is in a keyring that is written before a change: taken, it pays; refused, it owes what it did', async () => {
    const { keeper, written, told, refuse, one, both } = await slotsOf();
    refuse(1);
    await keeper.putBack(one);
    refuse(1);
    expect(await keeper.write(both)).toEqual(failed);
    expect(told).toEqual([false]);
    expect(await keeper.write(both)).toEqual(ok(null));
    expect(told).toEqual([false, true]);
    expect(await keeper.payOff()).toBe(true);
    expect(written).toEqual([both]);
  });

  it('a refused write before a change owes nothing by itself: whoever asked puts back', async () => {
    const { keeper, tries, told, refuse, both } = await slotsOf();
    refuse(1);
    expect(await keeper.write(both)).toEqual(failed);
    expect(await keeper.payOff()).toBe(true);
    expect(tries).toEqual([both]);
    expect(told).toEqual([]);
  });
});
