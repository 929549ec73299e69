import { describe, expect, test } from 'vitest';
import { ACTION_GROUPS, actionsChosen, actionsOf, offeredIn, parseActionChoice } from '../../../../src/app/models/action-groups.ts';
import { actionText, codeText } from '../../../../src/app/models/audit-text.ts';
import { createRecordsModel, ENTRIES_PER_SCREEN } from '../../../../src/app/models/records-model.ts';
import type { VaultResult } from '../../../../src/core/contract/errors.ts';
import type { LogPage, LogQuery } from '../../../../src/core/contract/log-api.ts';
import { AUDIT_ACTIONS } from '../../../../src/core/domain/audit/action.ts';
import { AUDIT_CODES } from '../../../../src/core/domain/audit/codes.ts';
import { ok } from '../../../../src/core/domain/result.ts';
import { en } from '../../../../src/i18n/en.ts';
import { ja } from '../../../../src/i18n/ja.ts';
import { held, settle, testVault } from './support.ts';

const page = (total: number): LogPage => ({ rows: [], total, members: [] });
const row = (action: string): LogPage['rows'][number] => ({ logId: 'a', seq: 0, time: 0, action, memberName: '', personName: '', personId: '', codes: [] });

/** The queries the model sends, in order; those by which it finds what a filter offers, apart. */
const watched = (answer: (query: LogQuery) => VaultResult<LogPage> = async () => ok(page(120))) => {
  const queries: LogQuery[] = [];
  const looks: LogQuery[] = [];
  const vault = testVault({
    more: () => ({
      listEntries: (query) => {
        (query.limit === ENTRIES_PER_SCREEN ? queries : looks).push(query);
        return answer(query);
      },
    }),
  });
  return { vault, queries, looks, model: createRecordsModel(vault) };
};

describe('the record on the screen', () => {
  test('begins with the newest of all', async () => {
    const { queries, model } = watched();
    await settle();
    expect(queries).toEqual([{ from: null, to: null, personId: null, memberId: null, actions: [], offset: 0, limit: ENTRIES_PER_SCREEN }]);
    expect(model.all.value).toBe(120);
    expect(model.isNarrowed.value).toBe(false);
  });

  test('narrows by everything at once, from the top again', async () => {
    const { queries, model } = watched();
    await settle();
    model.turn('older');
    model.narrow({ from: '2026-11-01', memberId: 'm'.repeat(22), action: 'group:put' });
    await settle();
    expect(queries.at(-1)).toMatchObject({ from: '2026-11-01', to: null, memberId: 'm'.repeat(22), actions: ['number-put', 'number-replace', 'number-asked', 'number-refused', 'identity-checked'], offset: 0 });
    expect(model.isNarrowed.value).toBe(true);
    model.clear();
    await settle();
    expect(queries.at(-1)).toMatchObject({ from: null, actions: [], memberId: null });
  });

  test('the last thirty days end today, in Tokyo', async () => {
    const { queries, model } = watched();
    model.lastDays('month');
    await settle();
    expect(queries.at(-1)).toMatchObject({ from: '2026-10-24', to: '2026-11-22' });
  });

  test('turns no further than there is something', async () => {
    const { model } = watched();
    await settle();
    model.turn('older');
    await settle();
    model.turn('older');
    await settle();
    model.turn('older');
    expect(model.offset.value).toBe(100);
    model.turn('newer');
    await settle();
    model.turn('newer');
    await settle();
    model.turn('newer');
    expect(model.offset.value).toBe(0);
  });

  test('drops an answer that comes after a newer question', async () => {
    const slow = held<Awaited<VaultResult<LogPage>>>();
    const { model } = watched((query) => (query.from === null ? slow.promise : Promise.resolve(ok(page(3)))));
    model.narrow({ from: '2026-11-22' });
    await settle();
    slow.give(ok(page(999)));
    await settle();
    expect(model.shown.value?.total).toBe(3);
  });

  test('a new entry shows at the top, and moves nothing further back', async () => {
    const { vault, queries, model } = watched();
    await settle();
    vault.book.emit({ type: 'LogGrew', size: 121 });
    await settle();
    expect(queries).toHaveLength(2);
    model.turn('older');
    await settle();
    vault.book.emit({ type: 'LogGrew', size: 122 });
    await settle();
    expect(queries).toHaveLength(3);
  });
});

describe('what a filter offers', () => {
  const groupsOf = (acts: ReadonlySet<string> | null) => ACTION_GROUPS.filter((group) => offeredIn(group, acts, 'all').length > 0);

  test('acts that have an entry, wherever in the record it stands, and what comes later', async () => {
    const rows = Array.from({ length: 260 }, (_, at) => row(at === 259 ? 'create' : 'unlock'));
    const { vault, model } = watched(async ({ offset, limit }) => ok({ rows: rows.slice(offset, offset + limit), total: rows.length, members: [] }));
    expect(model.actions.value).toBeNull();
    await settle();
    expect(model.actions.value).toEqual(new Set(['unlock', 'create']));
    expect(groupsOf(model.actions.value)).toEqual(['doors', 'keys']);
    expect(offeredIn('doors', model.actions.value, 'all')).toEqual(['unlock']);
    rows.unshift(row('reveal'));
    vault.book.emit({ type: 'LogGrew', size: 261 });
    await settle();
    expect(offeredIn('use', model.actions.value, 'all')).toEqual(['reveal']);
    // What is chosen stays to be seen, whatever the record has.
    expect(offeredIn('copies', model.actions.value, 'restore')).toEqual(['restore']);
  });

  test('of a long record, and where it could not be read, all; a long one is not looked through', async () => {
    const { looks, model } = watched(async () => ok({ rows: [row('unlock')], total: 100_000, members: [] }));
    await settle();
    expect([model.actions.value, looks.length]).toEqual([null, 1]);
    expect(groupsOf(model.actions.value)).toEqual(ACTION_GROUPS);
    const failing = watched(async () => ({ ok: false, error: { type: 'Locked' } }));
    await settle();
    expect(failing.model.actions.value).toBeNull();
  });
});

describe('acts and codes', () => {
  test('every act stands in one group of the filter', () => {
    expect(ACTION_GROUPS.flatMap(actionsOf).toSorted()).toEqual([...AUDIT_ACTIONS].toSorted());
  });

  test('what a filter says is read back, and anything else means all', () => {
    expect(actionsChosen(parseActionChoice('reveal'))).toEqual(['reveal']);
    expect(actionsChosen(parseActionChoice('group:doors'))).toEqual(['unlock', 'unlock-failed', 'lock']);
    expect(actionsChosen(parseActionChoice('group:nothing'))).toEqual([]);
  });

  test.each([
    ['ja', ja],
    ['en', en],
  ])('every act and every code has words in %s', (_, words) => {
    const actions = AUDIT_ACTIONS.map((action) => actionText(words, action));
    expect(new Set(actions).size).toBe(AUDIT_ACTIONS.length);
    const codes = Object.entries(AUDIT_CODES).flatMap(([family, values]) => values.map((value) => `${family}:${value}`));
    const unknown = codes.filter((code) => codeText(words, code) === words.audit.unknownCode(code) || codeText(words, code) === '');
    expect(unknown).toEqual([]);
  });

  test('what a newer version wrote is named, not hidden', () => {
    expect(actionText(ja, 'teleport')).toContain('teleport');
    expect(codeText(ja, 'to:moon')).toContain('to:moon');
    expect(codeText(ja, 'constructor')).toContain('constructor');
  });
});
