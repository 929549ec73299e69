import { beforeEach, expect, test, vi } from 'vitest';
import { judgeImport } from '../../../src/core/domain/import/judge-import.ts';
import { fields, makeRehearsedVault, personId } from '../service/support.ts';
import { must } from '../session/support/device.ts';

// What is held in tests/workers/attacks/import-meanwhile.test.ts of rows that were judged before says nothing where they never are.

vi.mock('../../../src/core/domain/import/judge-import.ts', { spy: true });
const judged = vi.mocked(judgeImport);
beforeEach(() => {
  judged.mockClear();
});

const list = (): File => new File(['従業員番号,氏名\n1,山田 太郎\n2,山田 花子\n'], 'a.csv');

test('rows are judged for the preview and not again for the commit', async () => {
  const { api } = (await makeRehearsedVault()).worker;
  const preview = must(await api.readImport([list()]));
  expect(judged).toHaveBeenCalledTimes(1);
  expect(must(await api.commitImport(preview.importId)).registered).toBe(2);
  expect(judged).toHaveBeenCalledTimes(1);
});

test('a corrected row has them judged for its own preview, and a person registered meanwhile for the commit', async () => {
  const { api } = (await makeRehearsedVault()).worker;
  const { importId, rows } = must(await api.readImport([list()]));
  must(await api.correctImport({ importId, rowId: rows[0]?.rowId ?? '', change: { type: 'leaveOut' } }));
  expect(judged).toHaveBeenCalledTimes(2);
  must(await api.registerPerson({ id: personId(), fields: fields({ name: '鈴木 一', code: '9' }) }));
  expect(must(await api.commitImport(importId)).registered).toBe(1);
  expect(judged).toHaveBeenCalledTimes(3);
});
