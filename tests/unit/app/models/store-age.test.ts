import { expect, test } from 'vitest';
import { storeAgeOf } from '../../../../src/app/models/store-age.ts';
import type { StoreId, VaultId } from '../../../../src/core/domain/ids.ts';
import { fakeStore } from '../../../support/fake-vault-api.ts';

const id = (letter: string): StoreId => letter.repeat(22) as StoreId;
const store = (letter: string, knows: readonly string[], vault = 'v') => fakeStore({ storeId: id(letter), vaultId: vault.repeat(22) as VaultId, knows: knows.map(id) });

test('of two vaults of one name the one that was restored is told from the one before', () => {
  const [before, after] = [store('a', ['a']), store('b', ['a', 'b'])];
  expect([before, after].map((one) => storeAgeOf(one, [before, after]))).toEqual(['earlier', 'restored']);
  // Twice restored: the one in the middle is no longer the newest.
  const newest = store('c', ['a', 'b', 'c']);
  expect([before, after, newest].map((one) => storeAgeOf(one, [newest, after, before]))).toEqual(['earlier', 'earlier', 'restored']);
});

test('where there is one alone, or they are of different vaults or do not know each other, nothing is said', () => {
  const [one, other] = [store('a', ['a']), store('b', ['a', 'b'], 'w')];
  expect(storeAgeOf(one, [one])).toBeNull();
  expect([one, other].map((each) => storeAgeOf(each, [one, other]))).toEqual([null, null]);
  // Two that came of one copy: neither is before the other.
  const [left, right] = [store('b', ['a', 'b']), store('c', ['a', 'c'])];
  expect([left, right].map((each) => storeAgeOf(each, [left, right]))).toEqual([null, null]);
  // Of damaged ones nothing is known, their vault neither.
  const damaged = fakeStore({ storeId: id('x'), vaultId: '' as VaultId, knows: [id('a')] });
  expect([one, damaged].map((each) => storeAgeOf(each, [one, damaged]))).toEqual([null, null]);
});
