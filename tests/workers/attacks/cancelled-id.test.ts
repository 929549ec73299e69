import { expect, test } from 'vitest';
import { actionsOf, fields, makeRehearsedVault, personId } from '../service/support.ts';
import { errorOf, must } from '../session/support/device.ts';

// A page chooses the ids of the persons it registers. One under the id of somebody cancelled would be removed by their tombstone.

test('nobody is registered under the id of a person who was cancelled, alike or not, in this session or a later one', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const [gone, other] = [personId(), personId()];
  must(await api.registerPerson({ id: gone, fields: fields() }));
  must(await api.cancelPersons([gone]));
  const before = (await actionsOf(vault)).length;
  expect(errorOf(await api.registerPerson({ id: gone, fields: fields() }))).toBe('ChangedMeanwhile');
  expect(errorOf(await api.registerPerson({ id: gone, fields: fields({ name: '別人' }) }))).toBe('ChangedMeanwhile');
  expect((await actionsOf(vault)).length).toBe(before);
  must(await api.lock());
  const worker = await vault.device.boot();
  must(await vault.unlock(worker));
  expect(errorOf(await worker.api.registerPerson({ id: gone, fields: fields() }))).toBe('ChangedMeanwhile');
  must(await worker.api.registerPerson({ id: other, fields: fields() }));
});

test('nor under that of a person who was merged away', async () => {
  const { worker: { api } } = await makeRehearsedVault();
  const [keep, drop] = [personId(), personId()];
  for (const id of [keep, drop]) must(await api.registerPerson({ id, fields: fields() }));
  must(await api.mergePersons({ keep, drop }));
  expect(errorOf(await api.registerPerson({ id: drop, fields: fields() }))).toBe('ChangedMeanwhile');
});
