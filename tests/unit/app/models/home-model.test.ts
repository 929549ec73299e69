import { describe, expect, test } from 'vitest';
import { createHomeModel } from '../../../../src/app/models/home-model.ts';
import type { CopyRow } from '../../../../src/core/contract/copy-api.ts';
import { workshop } from '../../../support/fake-persons.ts';
import { held, NOON, settle, testVault } from './support.ts';

const DAY = 86_400_000;
const copy = (daysAgo: number, verified: boolean): CopyRow => ({
  copyId: 'c'.repeat(22),
  madeAt: NOON - daysAgo * DAY,
  fileName: 'kinko.kinko',
  bytes: 1,
  counts: { persons: 1, numbers: 1, entries: 1 },
  verifiedAt: verified ? NOON - daysAgo * DAY : null,
  brokenUntil: null,
});
const typesOf = async (options: Parameters<typeof testVault>[0]) => {
  const vault = testVault(options);
  const model = createHomeModel(vault);
  await settle();
  return { vault, model, types: model.todos.value?.map(({ type }) => type) };
};
const complete = workshop(NOON).filter(({ number }) => number !== null);

describe('what is to be done', () => {
  test('an empty vault: paper, then the first person; no copy of nothing', async () => {
    expect((await typesOf({ persons: [], view: { rehearsedAt: null } })).types).toEqual(['rehearse', 'first-person']);
    expect((await typesOf({ persons: [] })).types).toEqual(['first-person']);
  });

  test('after the first person the first copy is asked for, before the numbers', async () => {
    expect((await typesOf({ persons: workshop(NOON).slice(4, 5) })).types).toEqual(['first-copy', 'numbers-missing']);
  });

  test('a new vault goes in four steps, which can be left and come back until all are done', async () => {
    const stepsOf = async (options: Parameters<typeof testVault>[0]) => (await typesOf(options)).model.firstSteps.value;
    const people = workshop(NOON);
    const without = people.filter(({ number }) => number === null);
    expect(await stepsOf({ persons: [], view: { rehearsedAt: null } })).toEqual({ done: [], now: 'kit' });
    expect(await stepsOf({ persons: [] })).toEqual({ done: ['kit'], now: 'person' });
    expect(await stepsOf({ persons: without })).toEqual({ done: ['kit', 'person'], now: 'number' });
    expect(await stepsOf({ persons: without, copies: [copy(0, true)] })).toEqual({ done: ['kit', 'person', 'copy'], now: 'number' });
    expect(await stepsOf({ persons: complete })).toEqual({ done: ['kit', 'person', 'number'], now: 'copy' });
    expect(await stepsOf({ persons: complete, copies: [copy(0, false)] })).toEqual({ done: ['kit', 'person', 'number'], now: 'copy' });
    expect(await stepsOf({ persons: complete, copies: [copy(0, true)] })).toBeNull();
    expect(await stepsOf({ persons: [], view: { experience: true } })).toBeNull();
  });

  test('what no open step stands for is shown beside the steps, and the rail counts what is shown', async () => {
    const besidesOf = async (options: Parameters<typeof testVault>[0], doubts = 0) => {
      const { vault, model } = await typesOf(options);
      vault.doubts.value = doubts;
      return { beside: model.besides.value?.map(({ type }) => type), waiting: vault.waiting.value };
    };
    const people = workshop(NOON);
    const without = people.filter(({ number }) => number === null);
    expect(await besidesOf({ persons: [], view: { rehearsedAt: null } })).toEqual({ beside: [], waiting: 4 });
    expect(await besidesOf({ persons: [] }, 3)).toEqual({ beside: ['import-doubts'], waiting: 4 });
    expect(await besidesOf({ persons: without })).toEqual({ beside: [], waiting: 2 });
    // A step that is done asks for nothing any more: not for the numbers of others, nor for the paper after a year.
    expect(await besidesOf({ persons: people })).toEqual({ beside: ['numbers-missing'], waiting: 2 });
    expect(await besidesOf({ persons: complete, view: { rehearsedAt: NOON - 400 * DAY } })).toEqual({ beside: ['rehearse-again'], waiting: 2 });
    expect(await besidesOf({ persons: without, copies: [copy(40, true)] })).toEqual({ beside: ['old-copy'], waiting: 2 });
    expect(await besidesOf({ persons: people, copies: [copy(40, true)] }, 1)).toEqual({ beside: ['old-copy', 'import-doubts', 'numbers-missing'], waiting: 3 });
  });

  test('numbers come before a copy that is only due, behind one that is overdue', async () => {
    expect((await typesOf({ copies: [copy(9, true)] })).types).toEqual(['numbers-missing', 'old-copy']);
    expect((await typesOf({ copies: [copy(40, true)] })).types).toEqual(['old-copy', 'numbers-missing']);
  });

  test('names three who have no number, and counts all', async () => {
    const { model } = await typesOf({ copies: [copy(1, true)] });
    expect(model.todos.value).toEqual([
      { type: 'numbers-missing', count: 3, names: ['鈴木　花子', '髙橋　蓮', '森　詩織'] },
    ]);
  });

  test('a copy nobody has read back does not count', async () => {
    const { model, types } = await typesOf({ persons: complete, copies: [copy(0, false)] });
    expect(types).toEqual(['unverified-copy']);
    expect(model.hasCopy.value).toBe(false);
    expect(model.daysSinceCopy.value).toBeNull();
  });

  test('copies of before a restore are told from copies that were not read back', async () => {
    const vault = testVault({ persons: complete });
    const overview = { copies: [copy(3, true)], opensEarlier: [], age: 'red', lastVerifiedAt: null, changesSince: 0, waysChanged: false };
    const api = new Proxy(vault.api, {
      get: (target, name) => (name === 'overviewCopies' ? async () => ({ ok: true, value: overview }) : Reflect.get(target, name)),
    });
    const model = createHomeModel({ ...vault, api });
    await settle();
    expect(model.todos.value?.map(({ type }) => type)).toEqual(['restored-copy']);
  });

  test('a copy that opens with the password of before says so, and not that it is old', async () => {
    const vault = testVault({ persons: complete });
    const overview = { copies: [copy(3, true)], opensEarlier: ['x'], age: 'amber', lastVerifiedAt: NOON, changesSince: 1, waysChanged: true };
    const api = new Proxy(vault.api, {
      get: (target, name) => (name === 'overviewCopies' ? async () => ({ ok: true, value: overview }) : Reflect.get(target, name)),
    });
    const model = createHomeModel({ ...vault, api });
    await settle();
    expect(model.todos.value).toEqual([{ type: 'old-copy', urgent: false, days: 0, changes: 1, opensBefore: true }]);
  });

  test('before the first answer nothing is claimed about copies', () => {
    const model = createHomeModel(testVault());
    expect([model.hasCopy.value, model.todos.value]).toEqual([null, null]);
  });

  test('a year after the paper was checked it is asked for again, behind what is more urgent, and not on a doubtful date', async () => {
    const at = (days: number) => ({ rehearsedAt: NOON - days * DAY });
    const done = { persons: complete, copies: [copy(1, true)] };
    expect((await typesOf({ ...done, view: at(364) })).types).toEqual([]);
    expect((await typesOf({ ...done, view: at(365) })).types).toEqual(['rehearse-again']);
    expect((await typesOf({ ...done, copies: [copy(40, true)], view: at(400) })).types).toEqual(['old-copy', 'rehearse-again']);
    expect((await typesOf({ ...done, view: { ...at(400), clockDoubtful: true } })).types).toEqual([]);
  });

  test('rows of an import that wait for a decision are said, and go with it', async () => {
    const { vault, model } = await typesOf({ persons: complete, copies: [copy(1, true)] });
    vault.doubts.value = 3;
    expect(model.todos.value).toEqual([{ type: 'import-doubts', count: 3 }]);
    vault.doubts.value = 0;
    expect(model.todos.value).toEqual([]);
  });

  test('no figure is shown before it is known, and the size of the record does not wait for its verifications', async () => {
    const checks = held<unknown>();
    const { vault, model } = await typesOf({
      persons: complete,
      more: (book) => ({ listEntries: async (query) => (query.actions.length > 0 ? await checks.promise : await book.calls.listEntries?.(query)) as never }),
    });
    expect([model.isRead.value, model.isVerifiedRead.value]).toEqual([true, false]);
    expect(model.record.value).toEqual({ entries: vault.book.entries.length, verified: undefined, damagedAt: null, unmatched: [], sources: [] });
    checks.give({ ok: true, value: { rows: [], total: 0, members: [] } });
    await settle();
    expect([model.isVerifiedRead.value, model.record.value?.verified]).toEqual([true, null]);
  });

  test('all is well only once all is known: not while the newest verification is looked for, and never where something could not be read', async () => {
    const done = { persons: complete, copies: [copy(2, true)] };
    const checks = held<unknown>();
    const looking = await typesOf({
      ...done,
      more: (book) => ({ listEntries: async (query) => (query.actions.length > 0 ? await checks.promise : await book.calls.listEntries?.(query)) as never }),
    });
    expect([looking.types, looking.model.isAllDone.value]).toEqual([[], false]);
    checks.give({ ok: true, value: { rows: [], total: 0, members: [] } });
    await settle();
    expect(looking.model.isAllDone.value).toBe(true);

    const failure = async () => ({ ok: false, error: { type: 'Damaged', pages: [] } }) as never;
    const failing = {
      copies: { overviewCopies: failure },
      record: { listEntries: failure },
    };
    for (const part of ['copies', 'record'] as const) {
      const { model, vault } = await typesOf({ ...done, more: () => failing[part] });
      expect(model.todos.value).toEqual([{ type: 'unread', parts: [part] }]);
      expect([model.isRead.value, model.isAllDone.value, vault.waiting.value]).toEqual([true, false, 1]);
    }
    const both = await typesOf({ ...done, more: () => ({ ...failing.copies, ...failing.record }) });
    expect(both.model.todos.value).toEqual([{ type: 'unread', parts: ['copies', 'record'] }]);
  });

  test('a page that could not be read is said until a copy was read back since, and not of an installation before', async () => {
    const { vault, model } = await typesOf({ persons: complete, copies: [copy(2, true)] });
    const entries = vault.book.entries as unknown as object[];
    const row = (logId: string, seq: number, action: string) => ({ logId, seq, action, time: NOON - DAY, memberName: '', personName: '', personId: '', codes: [] });
    const showing = async (...rows: readonly object[]) => {
      entries.splice(0, entries.length, ...rows);
      vault.book.emit({ type: 'LogGrew', size: rows.length });
      await settle();
      return model.todos.value;
    };
    const damage = [{ type: 'damage', at: NOON - DAY }];
    const [found, checked] = [row('a', 1, 'damage-found'), row('a', 2, 'copy-verified')];
    expect(await showing(found, row('a', 0, 'create'))).toEqual(damage);
    expect(await showing(row('a', 3, 'lock'), checked, found, row('a', 0, 'create'))).toEqual([]);
    expect(await showing(row('a', 3, 'damage-found'), checked, found, row('a', 0, 'create'))).toEqual(damage);
    expect(await showing(row('b', 0, 'restore'), found, row('a', 0, 'create'))).toEqual([]);
  });

  test('whose number was not the one it was compared with is named, until one matches or it is replaced', async () => {
    const { vault, model } = await typesOf({ persons: complete, copies: [copy(2, true)] });
    const entries = vault.book.entries as unknown as object[];
    const row = (seq: number, action: string, person: string, result?: 'match' | 'no-match') => ({
      logId: 'a',
      seq,
      action,
      time: NOON,
      memberName: '',
      personName: person === '' || person === 'gone' ? '' : `name of ${person}`,
      personId: person,
      codes: result === undefined ? [] : [`result:${result}`],
    });
    const showing = async (...rows: readonly object[]) => {
      entries.splice(0, entries.length, ...rows);
      vault.book.emit({ type: 'LogGrew', size: rows.length });
      await settle();
      return model.todos.value;
    };
    const open = (...ids: readonly string[]) => [{ type: 'numbers-unmatched', persons: ids.map((id) => ({ id, name: `name of ${id}` })) }];
    const [p, q] = [row(1, 'match', 'p', 'no-match'), row(2, 'match', 'q', 'no-match')];
    expect(await showing(p)).toEqual(open('p'));
    expect(await showing(q, p)).toEqual(open('q', 'p'));
    expect(await showing(row(3, 'match', 'p', 'match'), q, p)).toEqual(open('q'));
    expect(await showing(row(4, 'number-replace', 'q'), row(3, 'match', 'p', 'match'), q, p)).toEqual([]);
    expect(await showing(row(5, 'match', 'p', 'no-match'), row(3, 'match', 'p', 'match'), p)).toEqual(open('p'));
    expect(await showing(row(6, 'change', 'p'), p)).toEqual(open('p'));
    // Removed since; and the preview of an import, which is of nobody in particular.
    expect(await showing(row(1, 'match', 'gone', 'no-match'), row(2, 'match', ''))).toEqual([]);
    // Behind more comparisons than one look brings.
    const many = Array.from({ length: 450 }, (_, at) => row(1000 - at, 'match', `m${at}`, 'match'));
    expect(await showing(...many, p)).toEqual(open('p'));
    expect(await showing(...many, row(1, 'damage-found', ''))).toEqual([{ type: 'damage', at: NOON }]);
    const endless = Array.from({ length: 1000 }, (_, at) => row(2000 - at, 'match', `m${at}`, 'match'));
    expect(await showing(...endless, row(1, 'damage-found', ''))).toEqual([{ type: 'damage', at: NOON }]);
  });

  test('imports whose files nobody said to be destroyed are there until somebody does', async () => {
    const { vault, model } = await typesOf({ persons: complete, copies: [copy(2, true)] });
    const entries = vault.book.entries as unknown as object[];
    const row = (seq: number, action: string, importId: string, ...codes: readonly string[]) => ({ logId: 'a', seq, action, time: NOON - DAY, memberName: '', personName: '', personId: importId, codes });
    const showing = async (...rows: readonly object[]) => {
      entries.splice(0, entries.length, ...rows);
      vault.book.emit({ type: 'LogGrew', size: rows.length });
      await settle();
      return model.todos.value;
    };
    const left = (importId: string, ...kinds: readonly string[]) => ({ importId, at: NOON - DAY, kinds });
    const [p, q] = [row(1, 'import', 'p', 'content:payees', 'content:staff'), row(2, 'import', 'q', 'content:dependants')];
    expect(await showing(q, p)).toEqual([{ type: 'sources-left', sources: [left('q', 'dependants'), left('p', 'employees', 'payees')] }]);
    expect(await showing(row(3, 'source-destroyed', 'p'), q, p)).toEqual([{ type: 'sources-left', sources: [left('q', 'dependants')] }]);
    expect(await showing(row(4, 'source-destroyed', 'q'), row(3, 'source-destroyed', 'p'), q, p)).toEqual([]);
    // As records of the first versions have it: nobody could answer for it.
    expect(await showing(row(1, 'import', '', 'content:staff'))).toEqual([]);
    expect(await showing(row(5, 'import', 'r'), row(3, 'source-destroyed', 'p'), p)).toEqual([{ type: 'sources-left', sources: [left('r')] }]);
  });

  test('what could not be read is taken back once it can', async () => {
    let fails = true;
    const { model } = await typesOf({
      persons: complete,
      copies: [copy(2, true)],
      more: (book) => ({ overviewCopies: async () => (fails ? { ok: false, error: { type: 'StorageFailed' } } : await book.calls.overviewCopies?.()) as never }),
    });
    expect(model.isAllDone.value).toBe(false);
    fails = false;
    await model.refresh();
    expect([model.todos.value, model.isAllDone.value]).toEqual([[], true]);
  });

  test('nothing to do, and the figure in the rail follows', async () => {
    const { vault, model, types } = await typesOf({ persons: complete, copies: [copy(2, true)] });
    expect(types).toEqual([]);
    expect(vault.waiting.value).toBe(0);
    expect([model.hasCopy.value, model.daysSinceCopy.value]).toEqual([true, 2]);
    const [first] = vault.book.persons();
    if (first !== undefined) first.number = null;
    vault.book.emit({ type: 'PersonsChanged' });
    await settle();
    expect(vault.waiting.value).toBe(1);
  });

  test('the record: its size, and how the newest verification came out', async () => {
    const { vault, model } = await typesOf({});
    expect(model.record.value).toEqual({ entries: vault.book.entries.length, verified: null, damagedAt: null, unmatched: [], sources: [] });
    const row = { logId: 'l', seq: 99, memberName: '', personName: '', personId: '' };
    const entries = vault.book.entries as unknown as object[];
    entries.unshift({ ...row, time: NOON, action: 'chain-verified', codes: ['result:bad'] });
    vault.book.emit({ type: 'LogGrew', size: 100 });
    await settle();
    expect(model.record.value?.verified).toEqual({ at: NOON, good: false, since: 0, isStale: false });
  });

  test('what has come since the verification is counted, through a restore too', async () => {
    const { vault, model } = await typesOf({ persons: [] });
    const entries = vault.book.entries as unknown as object[];
    const row = (logId: string, seq: number, action: string, daysAgo: number) => ({
      logId, seq, action, time: NOON - daysAgo * DAY, memberName: '', personName: '', personId: '', codes: [],
    });
    const showing = async (...rows: readonly object[]) => {
      entries.splice(0, entries.length, ...rows);
      vault.book.emit({ type: 'LogGrew', size: rows.length });
      await settle();
      return model.record.value?.verified;
    };
    const checked = row('a', 1, 'chain-verified', 30);
    const first = row('a', 0, 'create', 30);
    expect(await showing(row('a', 3, 'lock', 0), row('a', 2, 'unlock', 0), checked, first)).toMatchObject({ since: 2, isStale: false });
    expect(await showing(row('b', 1, 'unlock', 0), row('b', 0, 'restore', 0), row('a', 2, 'lock', 1), checked, first)).toMatchObject({ since: 3, isStale: true });
    expect(await showing(row('a', 1, 'chain-verified', 31), first)).toMatchObject({ good: true, since: 0, isStale: true });
  });
});
