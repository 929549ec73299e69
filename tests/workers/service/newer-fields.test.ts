import { expect, test } from 'vitest';
import type { PersonFields } from '../../../src/core/domain/person/person.ts';
import { ok } from '../../../src/core/domain/result.ts';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import { isArray, isObject } from '../../../src/core/formats/canonical.ts';
import { createBookEdit } from '../../../workers/vault/book/book-edit.ts';
import { COPIES_NO, SETTINGS_NO, settingRef, TOMBS_NO } from '../../../workers/vault/book/layout.ts';
import type { TestWorker } from '../session/support/device.ts';
import { createTestDevice, must, NEXT_PASSWORD, PASSWORD } from '../session/support/device.ts';
import { fields, makeRehearsedVault, numberOf, personId } from './support.ts';

/** public/spec/page-v1.md §4.3: what a newer program added stays, whatever this one rewrites. */

const vaultOf = (worker: TestWorker) => must(worker.vaultRef.current());

const readSetting = async (worker: TestWorker, no: number): Promise<JsonObject> =>
  must(await vaultOf(worker).writer.pages.read(settingRef(no))) ?? {};

/** Adds a key to the page, and to each element of its list: as a newer program would write them. */
const grow = async (worker: TestWorker, no: number, list: string): Promise<void> => {
  const content = await readSetting(worker, no);
  const items = content[list];
  if (!isArray(items)) throw new Error(list);
  const grown = { ...content, [list]: items.map((item) => (isObject(item) ? { ...item, later: 'in the row' } : item)), later: 'on the page' };
  const pages = [{ ref: settingRef(no), content: grown }];
  must(await vaultOf(worker).writer.commit(async () => Promise.resolve(ok({ plan: { pages, entries: [{ action: 'newer', subjectId: '', codes: [] }] }, value: null }))));
};

const laterOf = async (worker: TestWorker, no: number, list: string): Promise<readonly unknown[]> => {
  const content = await readSetting(worker, no);
  const items = content[list];
  return [content['later'], ...(isArray(items) ? items.map((item) => (isObject(item) ? item['later'] : 'row')) : [])];
};

test('settings, copies made and tombstones keep what a newer program added, over every rewrite and a restore', async () => {
  const vault = await makeRehearsedVault();
  const { worker, device } = vault;
  const [ann, bob] = [personId(), personId()];
  for (const id of [ann, bob]) must(await worker.api.registerPerson({ id, fields: fields() }));
  const first = must(await worker.api.makeCopy());
  must(await worker.api.cancelPersons([ann]));
  await grow(worker, SETTINGS_NO, 'members');
  await grow(worker, COPIES_NO, 'copies');
  await grow(worker, TOMBS_NO, 'tombs');
  must(await worker.api.lock());

  const next = await device.boot();
  must(await vault.unlock(next));
  must(await next.api.changeSettings({ idleMinutes: 9 }));
  must(await next.api.changePassword({ current: PASSWORD, next: NEXT_PASSWORD }));
  must(await next.api.verifyCopy({ copyId: first.copyId, file: first.file }));
  must(await next.api.cancelPersons([bob]));
  const second = must(await next.api.makeCopy());
  const kept = async (worker_: TestWorker): Promise<void> => {
    expect(await laterOf(worker_, SETTINGS_NO, 'members')).toEqual(['on the page', 'in the row']);
    expect((await laterOf(worker_, COPIES_NO, 'copies')).slice(0, 2)).toEqual(['on the page', 'in the row']);
    expect(await laterOf(worker_, TOMBS_NO, 'tombs')).toEqual(['on the page', 'row', 'row']);
  };
  await kept(next);

  const elsewhere = await (await createTestDevice()).boot();
  must(await elsewhere.api.restoreCopy({ file: second.file, secret: { kind: 'password', password: NEXT_PASSWORD }, evenIfOlder: false }));
  await kept(elsewhere);
});

test('a person keeps fields and purposes that the form does not know', async () => {
  const { worker } = await makeRehearsedVault();
  const id = personId();
  must(await worker.api.registerPerson({ id, fields: fields({ birthDate: { date: '1990-04-01', written: '1990-04-01', calendar: 'western' } as NonNullable<PersonFields['birthDate']> }) }));
  must(await worker.api.enterNumber({ personId: id, text: numberOf(1), again: null, replaces: false, sameAs: null }));
  const { writer } = vaultOf(worker);
  const stored = must(await writer.pages.readPerson(id));
  if (stored === null) throw new Error('person');
  const newer: unknown = {
    ...stored.fields,
    birthDate: { ...stored.fields.birthDate, precision: 'day' },
    purposes: [...stored.fields.purposes, 'pension-fund'],
    nickname: 'はなこ',
  };
  must(
    await writer.commit(async (base) => {
      const edit = createBookEdit({ index: base.book.index, pages: base.pages, stamp: { logId: 'x', seq: base.firstSeq, time: base.time } });
      must(await edit.putPerson({ ...stored, fields: newer as PersonFields }));
      return ok({ plan: { book: edit.change(), entries: [{ action: 'newer', subjectId: id, codes: [] }] }, value: null });
    }),
  );

  const view = must(await worker.api.viewPerson(id));
  expect(view.fields.purposes).toEqual(['wage-withholding']);
  const changed = must(await worker.api.changePerson({ id, rev: view.rev, fields: { ...view.fields, address: '東京都千代田区千代田1-1' } }));
  must(await worker.api.changePerson({ id, rev: changed.rev, fields: { ...changed.fields, purposes: ['health-pension'] } }));
  const record = must(await writer.pages.readPerson(id));
  expect(record?.fields).toMatchObject({
    address: '東京都千代田区千代田1-1',
    nickname: 'はなこ',
    purposes: ['health-pension', 'pension-fund'],
    birthDate: { date: '1990-04-01', precision: 'day' },
  });
});
