import { describe, expect, test } from 'vitest';
import { createPersonFormModel } from '../../../../src/app/models/person-form-model.ts';
import type { PersonFormStart } from '../../../../src/app/models/person-form-values.ts';
import { draftOf, isDraftFor, NO_TEXTS, personOfDraft, revOfDraft } from '../../../../src/app/models/person-form-values.ts';
import { err } from '../../../../src/core/domain/result.ts';
import { fakePersonId } from '../../../support/fake-persons.ts';
import type { TestVault } from './support.ts';
import { testVault } from './support.ts';

const NEW: PersonFormStart = { person: null, kind: null, parent: null, draft: null };
const newId = fakePersonId(900);

const formOn = (vault: TestVault, start: Partial<PersonFormStart> = {}) =>
  createPersonFormModel(
    { api: vault.api, now: vault.now, business: { entityType: 'sole', paysSalary: true }, newPersonId: () => newId },
    { ...NEW, ...start },
  );

describe('registering a person', () => {
  test('stores what was typed, dates as written, under the id made beforehand', async () => {
    const vault = testVault();
    const form = formOn(vault, { kind: 'employee' });
    form.type('name', ' 新田　明 ');
    form.type('kana', 'にった　あきら');
    form.type('birthDate', 'S48.4.2');
    form.type('postalCode', '〒160-0023');
    const person = await form.save();
    expect(person?.id).toBe(newId);
    expect(person?.fields).toMatchObject({
      name: '新田　明',
      kana: 'ニッタ　アキラ',
      postalCode: '1600023',
      birthDate: { date: '1973-04-02', written: 'S48.4.2', calendar: 'japanese' },
      purposes: ['wage-withholding', 'employment-insurance', 'health-pension'],
    });
    expect(form.isDirty()).toBe(false);
  });

  test('says of every field what is wrong, and asks the vault nothing until it is right', async () => {
    const vault = testVault();
    const form = formOn(vault, { kind: 'dependant' });
    form.type('kana', '漢字');
    form.type('birthDate', '2030/1/1');
    form.type('relationTo', '2月30日');
    expect(await form.save()).toBeNull();
    expect(form.problems.value).toEqual({
      name: 'Empty',
      kana: 'NotKana',
      parentId: 'Missing',
      relationship: 'Empty',
      birthDate: 'InFuture',
      relationTo: 'NotADate',
    });
    expect(vault.calls).toEqual([]);
    form.type('kana', 'カナ');
    expect(form.problems.value.kana).toBeUndefined();
  });

  test('a field that was left empty is not complained about yet, a wrong one is', () => {
    const form = formOn(testVault(), { kind: 'employee' });
    form.leave('name');
    form.type('postalCode', '123');
    form.leave('postalCode');
    expect(form.problems.value).toEqual({ postalCode: 'NotSevenDigits' });
  });

  test('what the vault finds stands at its field; other failures stand below', async () => {
    const taken = formOn(testVault(), { kind: 'employee' });
    taken.type('name', '新田　明');
    taken.type('code', '0002');
    expect(await taken.save()).toBeNull();
    expect(taken.problems.value).toEqual({ code: 'Taken' });
    expect(taken.error.value).toBeNull();
    const full = formOn(testVault({ more: () => ({ registerPerson: async () => err({ type: 'StorageFull' }) }) }), { kind: 'owner' });
    full.type('name', '佐藤');
    expect(await full.save()).toBeNull();
    expect(full.error.value).toEqual({ type: 'StorageFull' });
    expect(full.isDirty()).toBe(true);
  });

  test('the usual purposes follow what is chosen, until one is ticked by hand', () => {
    const form = formOn(testVault(), { kind: 'dependant' });
    form.setParent({ id: fakePersonId(0), name: '佐藤', kind: 'owner' });
    expect(form.purposes.value).toEqual(['owner-return']);
    form.setParent({ id: fakePersonId(1), name: '髙橋', kind: 'employee' });
    expect(form.purposes.value).toEqual(['wage-withholding']);
    expect(form.offered.value.map(({ code }) => code)).not.toContain('third-category-spouse');
    form.type('relationship', '妻');
    expect(form.offered.value.map(({ code }) => code)).toContain('third-category-spouse');
    form.tick('wage-withholding', false);
    form.setParent({ id: fakePersonId(0), name: '佐藤', kind: 'owner' });
    expect(form.purposes.value).toEqual([]);
  });

  test('fields of another kind are left out', async () => {
    const form = formOn(testVault(), { kind: 'payee' });
    form.type('name', '株式会社ナナ');
    form.setCorporate(true);
    form.type('corporateNumber', '7 1234 5678 9012');
    form.type('relationship', '妻');
    form.type('birthDate', 'S48.4.2');
    const person = await form.save();
    expect(person?.fields).toMatchObject({ corporateNumber: '7123456789012', relationship: '', birthDate: null, purposes: [] });
  });
});

describe('changing a person', () => {
  test('begins with what is stored, and sends the revision', async () => {
    const vault = testVault();
    const stored = await vault.api.viewPerson(fakePersonId(1));
    if (!stored.ok) throw new Error('no person');
    const form = formOn(vault, { person: stored.value });
    expect(form.texts.value).toMatchObject({ name: '髙橋　美咲', birthDate: '1985/7/15', postalCode: '164-0011' });
    expect(form.isDirty()).toBe(false);
    form.type('address', '東京都中野区本町');
    expect((await form.save())?.fields.address).toBe('東京都中野区本町');
    expect(vault.calls.find(({ name }) => name === 'changePerson')?.input).toMatchObject({ id: fakePersonId(1), rev: 1 });
  });
});

describe('a draft', () => {
  test('is nothing until something is typed, and brings everything back', () => {
    const form = formOn(testVault());
    form.chooseKind('dependant');
    expect([form.isDirty(), form.draft()]).toEqual([false, null]);
    form.type('name', '髙橋　陽');
    form.type('relationship', '子');
    form.setParent({ id: fakePersonId(1), name: '髙橋　美咲', kind: 'employee' });
    form.tick('health-pension', true);
    const draft = form.draft();
    expect(draft?.route).toBe('register');
    const again = formOn(testVault(), { draft: draft?.fields ?? null });
    expect(again.kind.value).toBe('dependant');
    expect(again.texts.value).toEqual(form.texts.value);
    expect(again.parent.value).toEqual(form.parent.value);
    expect(again.purposes.value).toEqual(form.purposes.value);
    expect(again.isDirty()).toBe(true);
  });

  test('of a change names the person; what is foreign in it is left aside', async () => {
    const vault = testVault();
    const stored = await vault.api.viewPerson(fakePersonId(1));
    if (!stored.ok) throw new Error('no person');
    const form = formOn(vault, { person: stored.value });
    form.type('name', '髙橋　美沙');
    const draft = form.draft();
    expect(draft?.route).toBe('edit');
    expect(personOfDraft(draft?.fields ?? {})).toBe(fakePersonId(1));
    expect(personOfDraft({ personId: 'nobody' })).toBeNull();
    // The person went on meanwhile: the vault is told what was changed, not that it is new.
    const later = formOn(vault, { person: { ...stored.value, rev: 4 }, draft: draft?.fields ?? null });
    await later.save();
    expect(vault.calls.find(({ name }) => name === 'changePerson')?.input).toMatchObject({ id: fakePersonId(1), rev: 1 });
    expect(revOfDraft({ rev: '-1' })).toBeNull();
    const odd = formOn(vault, { draft: { kind: 'king', parentId: '?', purposes: 'wage-withholding power' } });
    expect([odd.kind.value, odd.parent.value, odd.purposes.value]).toEqual([null, null, ['wage-withholding']]);
  });
});

test('what was typed about one person goes into no form of another; an address that names nobody takes it', () => {
  const draft = draftOf({ kind: 'employee', texts: { ...NO_TEXTS, name: '阿部' }, corporate: false, parent: null, purposes: null }, { id: fakePersonId(1), rev: 1 }).fields;
  expect([fakePersonId(1), fakePersonId(2), null].map((here) => isDraftFor(draft, here))).toEqual([true, false, true]);
});
