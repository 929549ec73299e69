import { describe, expect, test } from 'vitest';
import { createNumberEntryModel } from '../../../../src/app/models/number-entry-model.ts';
import type { EnterNumberInput } from '../../../../src/core/contract/number-api.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import { fakeNumber, fakePersonId } from '../../../support/fake-persons.ts';
import { settle, testVault } from './support.ts';

const HANAKO = { id: fakePersonId(4), hasNumber: false, fields: { kind: 'employee' as const } };
const GOOD = fakeNumber(100);
/** The last digit is one too many: the check fails. */
const WRONG = GOOD.slice(0, 11) + String((Number(GOOD.at(11)) + 1) % 10);

describe('putting a number in', () => {
  test('typed once is not enough, typed twice alike is', async () => {
    const vault = testVault();
    const model = createNumberEntryModel(vault, HANAKO);
    model.type(GOOD.slice(0, 8), 'typed');
    expect(model.verdict.value).toBe('open');
    expect(model.wantsSecond.value).toBe(false);
    model.type(GOOD, 'typed');
    expect(model.wantsSecond.value).toBe(true);
    expect(model.isReady.value).toBe(false);
    expect(await model.save()).toBe(false);
    model.typeAgain(GOOD);
    expect(model.isReady.value).toBe(true);
    expect(await model.save()).toBe(true);
    expect(vault.book.persons()[4]?.number).toBe(GOOD);
  });

  test('pasted needs no second typing, and a correction by hand does again', () => {
    const model = createNumberEntryModel(testVault(), HANAKO);
    model.type(GOOD, 'pasted');
    expect(model.wantsSecond.value).toBe(false);
    expect(model.isReady.value).toBe(true);
    model.type(GOOD, 'typed');
    expect(model.isReady.value).toBe(false);
  });

  test.each([
    [WRONG, 'CheckDigit'],
    ['000000000000', 'AllZero'],
    ['9000a', 'NotDigits'],
    [`${GOOD}1`, 'NotTwelveDigits'],
    ['', 'open'],
    ['９０００-', 'open'],
  ])('%s is told at once: %s', (text, verdict) => {
    const model = createNumberEntryModel(testVault(), HANAKO);
    model.type(text, 'typed');
    expect(model.verdict.value).toBe(verdict);
    expect(model.isReady.value).toBe(false);
  });

  test('says that the second typing differs, once it is whole', () => {
    const model = createNumberEntryModel(testVault(), HANAKO);
    model.type(GOOD, 'typed');
    model.typeAgain(fakeNumber(101).slice(0, 11));
    expect(model.differs.value).toBe(false);
    model.typeAgain(fakeNumber(101));
    expect(model.differs.value).toBe(true);
    expect(model.isReady.value).toBe(false);
  });

  test('sends null for a pasted second and the text for a typed one, and empties the fields', async () => {
    const vault = testVault();
    const model = createNumberEntryModel(vault, HANAKO);
    model.type('9000-0000-1008', 'pasted');
    await model.save();
    const sent = vault.calls.find(({ name }) => name === 'enterNumber')?.input as EnterNumberInput;
    expect(sent).toEqual({ personId: HANAKO.id, text: '9000-0000-1008', again: null, replaces: false, sameAs: null });
    expect([model.first.value, model.second.value, model.pasted.value]).toEqual(['', '', false]);
  });

  test('a number that stands already is replaced only when the person has one', async () => {
    const vault = testVault();
    const misaki = { id: fakePersonId(1), hasNumber: true, fields: { kind: 'employee' as const } };
    const model = createNumberEntryModel(vault, misaki);
    model.type(GOOD, 'pasted');
    expect(await model.save()).toBe(true);
    expect(vault.calls.find(({ name }) => name === 'enterNumber')?.input).toMatchObject({ replaces: true });
  });

  test('keeps the digits when saving failed, and says why', async () => {
    const vault = testVault({ more: () => ({ enterNumber: async () => err({ type: 'RehearsalMissing' }) }) });
    const model = createNumberEntryModel(vault, HANAKO);
    model.type(GOOD, 'pasted');
    expect(await model.save()).toBe(false);
    expect(model.error.value).toEqual({ type: 'RehearsalMissing' });
    expect(model.first.value).toBe(GOOD);
  });
});

describe('the same number for somebody else', () => {
  const meet = async (kind: 'employee' | 'payee') => {
    const vault = testVault();
    const id = kind === 'employee' ? fakePersonId(4) : fakePersonId(6);
    const model = createNumberEntryModel(vault, { id, hasNumber: false, fields: { kind } });
    model.type(fakeNumber(1), 'pasted');
    expect(await model.save()).toBe(false);
    await settle();
    return { vault, model, id };
  };

  test('names the other, and whether both are of one kind', async () => {
    const { model } = await meet('employee');
    expect(model.same.value).toEqual({ id: fakePersonId(1), name: '髙橋　美咲', sameKind: true, copies: 0 });
    expect(model.error.value).toBeNull();
    expect((await meet('payee')).model.same.value?.sameKind).toBe(false);
  });

  test('says how many copies hold the one that would go', async () => {
    const vault = testVault({ more: () => ({ previewCancel: async () => ok({ name: '', hasNumber: false, dependants: [], copiesThatKeepIt: 2 }) }) });
    const model = createNumberEntryModel(vault, HANAKO);
    model.type(fakeNumber(1), 'pasted');
    await model.save();
    await settle();
    expect(model.same.value?.copies).toBe(2);
    expect(vault.calls.find(({ name }) => name === 'previewCancel')?.input).toBe(HANAKO.id);
  });

  test('another relation of one human: stored for both', async () => {
    const { vault, model } = await meet('payee');
    expect(await model.saveAsSame()).toBe(true);
    expect(vault.book.persons()[6]?.number).toBe(fakeNumber(1));
    expect(model.same.value).toBeNull();
  });

  test('entered twice: this one goes, the other stays', async () => {
    const { vault, model, id } = await meet('employee');
    expect(await model.merge()).toEqual({ kept: fakePersonId(1), oldKeys: 'gone' });
    expect(vault.book.persons().map((person) => person.id)).not.toContain(id);
    expect(model.first.value).toBe('');
  });

  test('a mistake: nothing is stored and the digits are gone', async () => {
    const { vault, model } = await meet('employee');
    model.dropSame();
    expect([model.same.value, model.first.value]).toEqual([null, '']);
    expect(vault.book.persons()[4]?.number).toBeNull();
  });
});
