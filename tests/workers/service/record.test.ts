import { expect, test } from 'vitest';
import { createVerifyBoth } from '../../support/verify-both.ts';
import { errorOf, must, NEXT_PASSWORD, pageMarks, PASSWORD } from '../session/support/device.ts';
import { ALL, fields, makeRehearsedVault, numberOf, personId, rehearse } from './support.ts';

test('a record of several sessions, a new password, a rotation and a suspected leak is good to both verifiers', async () => {
  const vault = await makeRehearsedVault();
  const id = personId();
  let { worker } = vault;
  must(await worker.api.registerPerson({ id, fields: fields() }));
  must(await worker.api.enterNumber({ personId: id, text: numberOf(1), again: null, replaces: false, sameAs: null }));
  must(await worker.api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD }));
  must(await worker.api.lock());
  worker = await vault.device.boot();
  must(await vault.unlock(worker, NEXT_PASSWORD));
  must(await worker.api.cancelPersons([id]));
  worker.kill();
  worker = await vault.device.boot();
  must(await vault.unlock(worker, NEXT_PASSWORD));
  const { kit } = must(await worker.api.suspectLeak({ password: NEXT_PASSWORD, nextPassword: PASSWORD }));
  await rehearse({ ...vault, worker, kit });
  const many = personId();
  must(await worker.api.registerPerson({ id: many, fields: fields() }));
  must(await worker.api.enterNumber({ personId: many, text: numberOf(2), again: null, replaces: false, sameAs: null }));
  for (let n = 0; n < 150; n += 1) must(await worker.api.revealNumber({ personId: many, reason: 'inquiry' }));
  must(await worker.api.lock());
  worker = await vault.device.boot();
  must(await vault.unlock(worker));

  const kept = must(await worker.api.viewCheckpoint());
  for (const sheet of ['kit', 'checkpoint'] as const) must(await worker.api.recordPrint(sheet));
  must(await worker.api.registerPerson({ id: personId(), fields: fields({ name: '山田' }) }));
  const exported = must(await worker.api.exportLog('verify'));
  const file = new Uint8Array(await exported.file.arrayBuffer());
  const both = await createVerifyBoth();
  const { app, independent } = await both(file, kept.note);
  expect(independent).toEqual(app);
  expect(app).toMatchObject({ ok: true, problems: [], unknownActions: [], unknownCodes: [], kept: { result: 'consistent' } });
  expect(app.entries).toBe(exported.entries);
  expect(exported.size).toBe(exported.entries);

  const sizeBefore = must(await worker.api.listEntries(ALL)).total;
  expect(errorOf(await worker.api.recordVerification({ size: sizeBefore + 1, good: true }))).toBe('InvalidInput');
  must(await worker.api.recordVerification({ size: exported.size, good: true }));
  expect(must(await worker.api.listEntries(ALL)).rows[0]).toMatchObject({ action: 'chain-verified', codes: ['result:good'] });
});

test('entries are listed newest first, by window and by filter, also across a full page of the log', async () => {
  const { worker: { api }, device, memberId, ...vault } = await makeRehearsedVault();
  const id = personId();
  must(await api.registerPerson({ id, fields: fields() }));
  must(await api.enterNumber({ personId: id, text: numberOf(1), again: null, replaces: false, sameAs: null }));
  for (let n = 0; n < 140; n += 1) must(await api.matchNumber({ personId: id, text: numberOf(n % 2) }));
  const all = must(await api.listEntries(ALL));
  expect(all.rows.map((row) => row.seq)).toEqual(Array.from({ length: all.total }, (_, at) => all.total - 1 - at));
  const window = must(await api.listEntries({ ...ALL, offset: 7, limit: 5 }));
  expect(window.rows).toEqual(all.rows.slice(7, 12));
  expect(must(await api.listEntries({ ...ALL, offset: all.total - 2, limit: 5 })).rows).toEqual(all.rows.slice(-2));

  const puts = must(await api.listEntries({ ...ALL, actions: ['number-put'] }));
  expect(puts).toMatchObject({ total: 1, rows: [{ personId: id, personName: fields().name, memberName: '山田' }] });
  expect(must(await api.listEntries({ ...ALL, personId: id, offset: 100, limit: 100 })).rows.length).toBe(42);
  expect(must(await api.listEntries({ ...ALL, memberId })).total).toBe(all.total);
  const day = '2026-11-23';
  expect(must(await api.listEntries({ ...ALL, from: day, to: day })).total).toBe(all.total);
  expect(must(await api.listEntries({ ...ALL, from: '2026-11-24' })).total).toBe(0);
  expect(errorOf(await api.listEntries({ ...ALL, from: '2026-02-30' }))).toBe('InvalidInput');
  // The first and the last day there are.
  expect(must(await api.listEntries({ ...ALL, from: '0001-01-01', to: '9999-12-31' })).total).toBe(all.total);
  expect(pageMarks(device).map((mark) => mark.storeId)).toEqual([vault.storeId]);
});
