import { expect, test } from 'vitest';
import { fillTrial } from '../../../src/app/models/trial.ts';
import type { EnterNumberInput } from '../../../src/core/contract/number-api.ts';
import { isId } from '../../../src/core/domain/ids.ts';
import { isIndividualNumber } from '../../../src/core/domain/number/individual-number.ts';
import type { PersonFields } from '../../../src/core/domain/person/person.ts';
import { ok } from '../../../src/core/domain/result.ts';
import { trial } from '../../../src/i18n/ja/trial.ts';
import { createFakeVault } from '../../support/fake-vault-api.ts';

let seed = 0;
const randomBytes = (length: number) => Uint8Array.from({ length }, () => (seed += 37) % 256);

const run = async () => {
  const persons: { readonly id: string; readonly fields: PersonFields }[] = [];
  const numbers: EnterNumberInput[] = [];
  const fake = createFakeVault({
    more: {
      registerPerson: async (input) => {
        persons.push(input);
        return ok({ id: input.id } as never);
      },
      enterNumber: async (input) => {
        numbers.push(input);
        return ok(null);
      },
    },
  });
  const answer = await fillTrial(fake.api, randomBytes);
  return { answer, persons, numbers, fake };
};

test('the sample business is made by the calls of a real one: vault, rehearsal, persons, numbers', async () => {
  const { answer, persons, numbers, fake } = await run();
  expect(answer).toEqual({ ok: true, value: null });
  expect(fake.calls).toEqual(['createVault', 'startRehearsal', 'confirmRehearsal']);
  expect(persons.map(({ fields }) => fields.name)).toEqual(trial.persons.map(({ input }) => input.name));
  expect(persons.every(({ id }) => isId(id))).toBe(true);
  expect(numbers.length).toBe(trial.persons.filter(({ number }) => number !== null).length);
});

test('its numbers are made up, each its own, with check digits that hold', async () => {
  const { numbers } = await run();
  const texts = numbers.map(({ text }) => text);
  expect(texts.every((text) => text.startsWith('9000') && isIndividualNumber(text))).toBe(true);
  expect(new Set(texts).size).toBe(texts.length);
});

test('a dependant hangs on the one it names', async () => {
  const { persons } = await run();
  const child = persons.find(({ fields }) => fields.kind === 'dependant');
  const parent = persons.find(({ id }) => id === child?.fields.parentId);
  expect(parent?.fields.name).toBe('髙橋 美咲');
});

test('the first failure ends it and is told', async () => {
  const fake = createFakeVault({ failing: { createVault: { type: 'StorageFull' } } });
  expect(await fillTrial(fake.api, randomBytes)).toEqual({ ok: false, error: { type: 'StorageFull' } });
  expect(fake.calls).toEqual(['createVault']);
});
