import { describe, expect, test } from 'vitest';
import type { VaultCalls } from '../../../../src/app/bridge/vault-client.ts';
import { createImportModel, ROWS_PER_SCREEN } from '../../../../src/app/models/import-model.ts';
import type { ImportModel } from '../../../../src/app/models/import-model.ts';
import { correctImport } from '../../../../src/core/domain/import/import-state.ts';
import type { ImportState } from '../../../../src/core/domain/import/import-state.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import { begin, fileOf, IMPORT, planOf, previewOf, sample, SAMPLES } from '../../domain/import/support.ts';
import { testVault } from './support.ts';

/** An import in memory: the real rules, without files, worker and vault. */
const importCalls = (first: ImportState, more: Partial<VaultCalls> = {}): Partial<VaultCalls> => {
  let state = first;
  return {
    readImport: async () => ok(previewOf(state)),
    correctImport: async (correction) => {
      const next = correctImport(state, correction);
      if (!next.ok) return err(next.error);
      state = next.value;
      return ok(previewOf(state));
    },
    commitImport: async () => {
      const { registered, changed, unchanged, leftOut, numbers } = planOf(state);
      return ok({ registered, changed, unchanged, leftOut, numbers });
    },
    dropImport: async () => ok(null),
    confirmSourceDestroyed: async () => ok(null),
    ...more,
  };
};

const samples = () => begin(...SAMPLES.map(sample));
const opened = async (state = samples(), more: Partial<VaultCalls> = {}) => {
  const vault = testVault({ more: () => importCalls(state, more) });
  const model = createImportModel(vault);
  await model.read([]);
  return { vault, model };
};
const idsOf = (model: ImportModel): readonly string[] => model.shown.value.map(({ row }) => row.rowId);
const groupsOf = (model: ImportModel): readonly string[] => [...new Set(model.shown.value.map(({ placed }) => placed.group))];

describe('an import on the screen', () => {
  test('begins with what has to be decided', async () => {
    const { model } = await opened();
    expect(groupsOf(model)).toEqual(['doubt', 'new']);
    expect(idsOf(model).slice(0, 7)).toEqual(['0-5', '0-7', '0-9', '0-10', '0-12', '0-13', '1-8']);
    expect(model.total.value).toBe(23);
  });

  test('keeps a decided row in its place until another part is looked at', async () => {
    const { model } = await opened();
    const before = idsOf(model);
    expect(await model.answer('0-7', { type: 'leaveEmpty', field: 'number' })).toBe(true);
    expect(idsOf(model)).toEqual(before);
    expect(model.shown.value.find(({ row }) => row.rowId === '0-7')?.row.verdict).toBe('new');
    expect(model.decided.value.has('0-7')).toBe(true);
    model.show('doubt');
    expect(idsOf(model)).not.toContain('0-7');
    await model.answer('0-9', { type: 'leaveOut' });
    model.show('leftOut');
    expect(idsOf(model)).toEqual(['0-9']);
    await model.answer('0-9', { type: 'reset' });
    expect(model.decided.value.has('0-9')).toBe(false);
  });

  test('shows thousands of rows a screenful at a time, and finds one among them', async () => {
    const rows = Array.from({ length: 1500 }, (_, at) => `${at + 1},人${at},2000/1/1`);
    const { model } = await opened(begin(fileOf('many.csv', ['従業員番号,氏名,生年月日', ...rows].join('\n'))));
    expect(model.shown.value).toHaveLength(ROWS_PER_SCREEN);
    model.turn('later');
    expect(idsOf(model)[0]).toBe(`0-${ROWS_PER_SCREEN + 2}`);
    model.turn('earlier');
    model.turn('earlier');
    expect(model.offset.value).toBe(0);
    model.goTo('0-1501');
    expect(model.wanted.value).toBe('0-1501');
    expect(idsOf(model)).toContain('0-1501');
    model.turn('later');
    expect(idsOf(model)).toContain('0-1501');
  });

  test('goes to a row that the view leaves out', async () => {
    const { model } = await opened();
    model.show('doubt');
    model.goTo('2-2');
    expect(model.view.value).toBe('all');
    expect(idsOf(model)).toContain('2-2');
  });

  test('goes to the first row that is still open, where it stands in what is looked at', async () => {
    const { model } = await opened();
    await model.answer('0-5', { type: 'leaveOut' });
    model.goToDoubt();
    expect(model.wanted.value).toBe('0-7');
    expect(model.view.value).toBe('all');
    model.arrived();
    model.show('new');
    model.goToDoubt();
    expect([model.view.value, model.wanted.value]).toEqual(['all', '0-7']);
    model.arrived();
    for (const { row } of model.shown.value.slice(0, 6)) await model.answer(row.rowId, { type: 'leaveOut' });
    model.goToDoubt();
    expect(model.wanted.value).toBeNull();
  });

  test('says when nothing is open any more among the rows that were to be decided', async () => {
    const { model } = await opened();
    const [last, ...open] = idsOf(model).slice(0, 7);
    for (const rowId of open) await model.answer(rowId, { type: 'leaveOut' });
    expect(model.allDecided.value).toBe(false);
    await model.answer(last ?? '', { type: 'leaveOut' });
    expect(model.allDecided.value).toBe(true);
    await model.answer(last ?? '', { type: 'putBack' });
    expect(model.allDecided.value).toBe(false);
    await model.answer(last ?? '', { type: 'leaveOut' });
    // Put in order anew, nothing stands there.
    model.show('all');
    expect(model.allDecided.value).toBe(false);
  });

  test('another kind drops the decisions about that file alone', async () => {
    const { model } = await opened();
    await model.answer('0-7', { type: 'leaveEmpty', field: 'number' });
    await model.answer('1-8', { type: 'leaveOut' });
    await model.setKind(1, 'payees');
    expect([...model.decided.value]).toEqual(['0-7']);
    expect(model.shown.value.find(({ row }) => row.rowId === '1-8')?.row.kind).toBe('payee');
  });

  test('sends answers one after another', async () => {
    const running = { now: 0, most: 0 };
    const calls = importCalls(samples());
    const { model } = await opened(samples(), {
      correctImport: async (correction) => {
        running.now += 1;
        running.most = Math.max(running.most, running.now);
        await new Promise((done) => setTimeout(done, 1));
        running.now -= 1;
        return calls.correctImport?.(correction) ?? err({ type: 'NotFound' });
      },
    });
    await Promise.all([model.answer('0-7', { type: 'leaveOut' }), model.answer('0-9', { type: 'leaveOut' })]);
    expect(running.most).toBe(1);
    expect(model.stage.value).toMatchObject({ preview: { counts: { leftOut: 2 } } });
  });

  test('says at the row what went wrong with its answer', async () => {
    const { model } = await opened(samples(), { correctImport: async () => err({ type: 'StorageFailed', name: 'x' }) });
    expect(await model.answer('0-7', { type: 'leaveOut' })).toBe(false);
    expect(model.rowError.value).toMatchObject({ rowId: '0-7', error: { type: 'StorageFailed' } });
  });

  test('a refused file leads back to choosing, with its reason', async () => {
    const refusal = { type: 'ImportRefused' as const, fileName: 'a.xlsx', refusal: { type: 'Workbook' as const } };
    const { model } = await opened(samples(), { readImport: async () => err(refusal) });
    expect(model.stage.value.at).toBe('choose');
    expect(model.error.value).toEqual(refusal);
  });

  test('a commit that is refused keeps every decision', async () => {
    const { model } = await opened(samples(), { commitImport: async () => err({ type: 'RehearsalMissing' }) });
    await model.answer('0-7', { type: 'leaveOut' });
    expect(await model.commit()).toBe(false);
    expect(model.error.value?.type).toBe('RehearsalMissing');
    expect(model.stage.value).toMatchObject({ at: 'preview', isCommitting: false, preview: { counts: { leftOut: 1 } } });
  });

  test('remembers the source files until they are said to be destroyed', async () => {
    const { model } = await opened();
    expect(await model.commit()).toBe(true);
    expect(model.stage.value).toMatchObject({ at: 'done', outcome: { registered: 16, numbers: 13, leftOut: 7 } });
    model.again();
    expect(model.sources.value).toEqual([{ importId: IMPORT, fileNames: SAMPLES }]);
    expect(await model.confirmDestroyed(IMPORT)).toBe(true);
    expect(model.sources.value).toEqual([]);
    expect(model.destroyed.value).toEqual(new Set([IMPORT]));
  });

  test('stopping tells the worker to forget the numbers', async () => {
    const { vault, model } = await opened();
    await model.drop();
    expect(vault.calls.at(-1)).toEqual({ name: 'dropImport', input: IMPORT });
    expect(model.stage.value.at).toBe('choose');
  });
});
