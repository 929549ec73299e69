import { expect, test } from 'vitest';
import { createNumberMatchModel } from '../../../../src/app/models/number-match-model.ts';
import { createHandOver } from '../../../../src/app/models/hand-over.ts';
import { createPersonCancelModel } from '../../../../src/app/models/person-cancel-model.ts';
import { createPersonModel } from '../../../../src/app/models/person-model.ts';
import { createPersonFinderModel } from '../../../../src/app/models/person-finder-model.ts';
import { fakeNumber, fakePersonId } from '../../../support/fake-persons.ts';
import { settle, testVault } from './support.ts';

test('cancelling waits for the word, and takes only the dependants that were chosen', async () => {
  const vault = testVault();
  const model = createPersonCancelModel(vault, fakePersonId(1), () => ['取り消す', 'とりけす']);
  await model.load();
  expect(model.preview.value?.dependants.map(({ id }) => id)).toEqual([fakePersonId(9), fakePersonId(10)]);
  expect(await model.cancel()).toBeNull();
  model.type(' 取り 消す');
  expect(model.isConfirmed.value).toBe(true);
  model.choose(fakePersonId(9), true);
  model.choose(fakePersonId(10), true);
  model.choose(fakePersonId(10), false);
  expect(await model.cancel()).toEqual({ oldKeys: 'gone' });
  expect(vault.calls.at(-1)).toEqual({ name: 'cancelPersons', input: [fakePersonId(1), fakePersonId(9)] });
  expect(vault.book.persons().map(({ id }) => id)).toContain(fakePersonId(10));
});

test('comparing says how it came out and keeps no digits', async () => {
  const vault = testVault();
  const model = createNumberMatchModel(vault, fakePersonId(1));
  model.type(fakeNumber(1).slice(0, 11));
  expect(await model.match()).toBe(false);
  model.type(fakeNumber(1));
  await model.match();
  expect([model.outcome.value, model.text.value]).toEqual(['match', '']);
  model.type(fakeNumber(2));
  expect(model.outcome.value).toBeNull();
  await model.match();
  expect([model.outcome.value, model.text.value]).toEqual(['no-match', '']);
});

test('a person is read again when persons change, its entries when the log grows, nothing after it was left', async () => {
  const vault = testVault();
  const model = createPersonModel(vault, fakePersonId(1));
  await model.load();
  expect(model.person.value?.fields.name).toBe('髙橋　美咲');
  const before = model.happened.value?.total ?? 0;
  await vault.api.matchNumber({ personId: fakePersonId(1), text: fakeNumber(1) });
  await settle();
  expect(model.happened.value?.total).toBe(before + 1);
  model.release();
  const calls = vault.calls.length;
  vault.book.emit({ type: 'PersonsChanged' });
  await settle();
  expect(vault.calls).toHaveLength(calls);
});

test('a finder offers only the kinds it is made for, and the arrows go round', async () => {
  const model = createPersonFinderModel(testVault(), ['owner', 'employee']);
  await model.search('たか');
  expect(model.rows.value.map(({ name }) => name)).toEqual(['髙橋　美咲']);
  await model.search('');
  expect(model.total.value).toBe(6);
  model.move(-1);
  expect(model.active.value).toBe(5);
  model.move(1);
  expect(model.active.value).toBe(0);
});

test('what is handed over is taken once, and only by whom it is for', () => {
  const handOver = createHandOver();
  handOver.arrive(fakePersonId(1), 'registered');
  expect(handOver.takeArrival(fakePersonId(1))).toBe('registered');
  expect(handOver.takeArrival(fakePersonId(1))).toBeNull();
  handOver.arrive(fakePersonId(1), 'registered');
  expect(handOver.takeArrival(fakePersonId(2))).toBeNull();
  handOver.recordsOf(fakePersonId(3));
  expect([handOver.takeRecordsOf(), handOver.takeRecordsOf()]).toEqual([fakePersonId(3), null]);
});
