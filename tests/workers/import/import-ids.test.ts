import { expect, test } from 'vitest';
import { isId } from '../../../src/core/domain/ids.ts';
import { createImportIds } from '../../../workers/vault/service/import/commit-import.ts';

const counted = () => {
  const drawn: number[] = [];
  const ids = createImportIds((length) => {
    drawn.push(length);
    return new Uint8Array(Uint32Array.from({ length: length / 4 }, (_, at) => drawn.length * 10_000 + at).buffer);
  });
  return { ids, drawn };
};

test('a row has one id for its person and another for its number, however often they are asked', () => {
  const { ids } = counted();
  const [person, number] = [ids.personOf('0-2'), ids.numberOf('0-2')];
  expect([isId(person), isId(number)]).toEqual([true, true]);
  expect(new Set<string>([person, number, ids.personOf('0-3'), ids.numberOf('0-3')]).size).toBe(4);
  expect([ids.personOf('0-2'), ids.numberOf('0-2')]).toEqual([person, number]);
});

test('no byte of randomness is used twice, and many ids are drawn at once', () => {
  const { ids, drawn } = counted();
  const made = Array.from({ length: 300 }, (_, row) => ids.personOf(`0-${row}`));
  expect(new Set(made).size).toBe(300);
  expect(drawn).toEqual([4096, 4096]);
});
