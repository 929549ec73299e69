import { describe, expect, test } from 'vitest';
import { createPersonsModel, WINDOW_ROWS } from '../../../../src/app/models/persons-model.ts';
import type { VaultResult } from '../../../../src/core/contract/errors.ts';
import type { PersonPage, PersonQuery } from '../../../../src/core/contract/person-api.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import { manyPersons } from '../../../support/fake-persons.ts';
import { held, NOON, settle, testVault } from './support.ts';

const namesOf = (model: ReturnType<typeof createPersonsModel>, count: number): readonly (string | undefined)[] =>
  Array.from({ length: count }, (_, at) => model.rowAt(at)?.name);

describe('list of persons', () => {
  test('shows everybody by reading, with counts', async () => {
    const model = createPersonsModel(testVault());
    expect(model.total.value).toBeNull();
    await settle();
    expect(model.total.value).toBe(12);
    expect(model.counts.value).toEqual({ all: 12, withNumber: 8, withoutNumber: 3 });
    expect(namesOf(model, 2)).toEqual(['青木税理士事務所　青木　誠', '佐藤　一郎']);
    expect(model.isNarrowed.value).toBe(false);
  });

  test('narrows by text, kind and state together, and back', async () => {
    const model = createPersonsModel(testVault());
    model.search('たかはし');
    model.toggleKind('dependant');
    model.toggleState('not-asked');
    await settle();
    expect(model.total.value).toBe(1);
    expect(namesOf(model, 1)).toEqual(['髙橋　蓮']);
    expect(model.isNarrowed.value).toBe(true);
    model.toggleState('not-asked');
    await settle();
    expect(model.total.value).toBe(2);
    model.clear();
    await settle();
    expect(model.total.value).toBe(12);
  });

  test('drops an answer that comes after a newer question', async () => {
    const answers = new Map<string, ReturnType<typeof held<Awaited<VaultResult<PersonPage>>>>>();
    const vault = testVault({
      more: () => ({
        listPersons: (query: PersonQuery) => {
          const answer = held<Awaited<VaultResult<PersonPage>>>();
          answers.set(query.text, answer);
          return answer.promise;
        },
      }),
    });
    const page = (total: number) => ok({ rows: [], total, counts: { all: 9, withNumber: 9, withoutNumber: 0 } });
    const model = createPersonsModel(vault);
    model.search('た');
    model.search('たか');
    answers.get('たか')?.give(page(2));
    await settle();
    answers.get('た')?.give(page(7));
    answers.get('')?.give(page(9));
    await settle();
    expect(model.total.value).toBe(2);
  });

  test('fetches only windows in sight, each once', async () => {
    const vault = testVault({ persons: manyPersons(1000, NOON) });
    const model = createPersonsModel(vault);
    await settle();
    model.see(250, 320);
    model.see(255, 325);
    await settle();
    expect(model.rowAt(0)).not.toBeNull();
    expect(model.rowAt(260)).not.toBeNull();
    expect(model.rowAt(150)).toBeNull();
    const offsets = vault.calls.map(({ input }) => (input as PersonQuery).offset);
    expect(offsets).toEqual([0, 2 * WINDOW_ROWS, 3 * WINDOW_ROWS]);
  });

  test('reads again what is in sight when persons have changed, and keeps the old rows until then', async () => {
    const vault = testVault();
    const model = createPersonsModel(vault);
    await settle();
    model.see(0, 11);
    const [first] = vault.book.persons();
    if (first !== undefined) first.fields = { ...first.fields, name: '佐藤　次郎' };
    vault.book.emit({ type: 'PersonsChanged' });
    expect(model.rowAt(1)?.name).toBe('佐藤　一郎');
    await settle();
    expect(model.rowAt(1)?.name).toBe('佐藤　次郎');
  });

  test('says what went wrong and tries again', async () => {
    let fails = true;
    const vault = testVault({
      more: (book) => ({
        listPersons: async (query) =>
          fails || book.calls.listPersons === undefined ? err({ type: 'Locked' }) : book.calls.listPersons(query),
      }),
    });
    const model = createPersonsModel(vault);
    await settle();
    expect(model.error.value).toEqual({ type: 'Locked' });
    fails = false;
    await model.reload();
    expect(model.error.value).toBeNull();
    expect(model.total.value).toBe(12);
  });
});
