import { expect, test } from 'vitest';
import { err, ok } from '../../../src/core/domain/result.ts';
import { importContextOf } from '../../../workers/vault/service/import/import-context.ts';
import { fields, makeRehearsedVault, personId } from '../service/support.ts';
import { must } from '../session/support/device.ts';

test('rows are not judged beside a person who is in the index and on no page', async () => {
  const { worker } = await makeRehearsedVault();
  const id = personId();
  must(await worker.api.registerPerson({ id, fields: fields({ name: '阿部' }) }));
  const vault = must(worker.vaultRef.current());
  const { book, pages } = vault.writer;
  expect(must(await importContextOf(vault, book(), pages)).existing).toMatchObject([{ id, fields: { name: '阿部' }, hasNumber: false }]);
  const damaged = err({ type: 'DatabaseDamaged', page: 'own/person/0' });
  expect(await importContextOf(vault, book(), { ...pages, readPersonPage: async () => ok(null) })).toEqual(damaged);
  expect(await importContextOf(vault, book(), { ...pages, readPersonPage: async (no) => ok({ no, records: new Map(), unknown: {} }) })).toEqual(damaged);
});
