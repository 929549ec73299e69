import { describe, expect, test } from 'vitest';
import type { VerifyLogExport } from '../../../../src/app/bridge/verify-client.ts';
import { createVerifyModel, gravestClass, groupProblems, isRecordGood, namedUntil, recordProblems } from '../../../../src/app/models/verify-model.ts';
import type { VerifyProblem, VerifyReport } from '../../../../src/core/contract/verify-api.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import { testVault } from './support.ts';

const GOOD: VerifyReport = {
  ok: true,
  judged: true,
  vaultId: 'v'.repeat(22),
  entries: 12,
  logs: [],
  tables: [],
  problems: [],
  problemCount: 0,
  notes: [],
  noteCount: 0,
  named: [],
  unknownActions: [],
  unknownCodes: [],
  kept: null,
};
const problem = (type: VerifyProblem['type'], seq = 0): VerifyProblem => ({ type, logId: 'l'.repeat(22), seq, line: seq + 3 });
const bad = (problems: readonly VerifyProblem[], change: Partial<VerifyReport> = {}): VerifyReport => ({
  ...GOOD,
  ok: false,
  problems,
  problemCount: problems.length,
  ...change,
});

const prepared = (report: VerifyReport) => {
  const recorded: unknown[] = [];
  const vault = testVault({
    more: () => ({
      exportLog: async () => ok({ file: new Blob(['x'.repeat(90)]), fileName: 'kinko.kinkolog', entries: 14, size: 12 }),
      recordVerification: async (outcome) => {
        recorded.push(outcome);
        return ok(null);
      },
    }),
  });
  const asked: (string | null)[] = [];
  const verify: VerifyLogExport = async ({ kept }, onProgress) => {
    asked.push(kept);
    onProgress({ type: 'Progress', done: 45, total: 90 });
    return ok(report);
  };
  return { vault, verify, recorded, asked, model: createVerifyModel(vault) };
};

describe('a verification', () => {
  test('works on an export that is no entry, and records how it came out', async () => {
    const { vault, verify, recorded, model } = prepared(GOOD);
    const seen: string[] = [];
    model.state.subscribe(({ at }) => seen.push(at));
    await model.run(verify, false);
    expect(vault.calls.map(({ name, input }) => [name, input])).toEqual([
      ['exportLog', 'verify'],
      ['recordVerification', { size: 12, good: true }],
    ]);
    expect(recorded).toHaveLength(1);
    expect(seen).toEqual(['idle', 'exporting', 'checking', 'checking', 'writing', 'done']);
    expect(model.state.value).toMatchObject({ at: 'done', recorded: true, compared: false });
  });

  test('a broken chain is recorded as bad', async () => {
    const { verify, recorded, model } = prepared(bad([problem('Chain', 4)]));
    await model.run(verify, false);
    expect(recorded).toEqual([{ size: 12, good: false }]);
  });

  test('a checkpoint is asked for before it can be compared', async () => {
    const { verify, asked, model, vault } = prepared(GOOD);
    const isUnfinished = (): boolean => vault.held.some((held) => held());
    expect(await model.run(verify, true)).toBe(false);
    expect(asked).toEqual([]);
    expect(isUnfinished()).toBe(false);
    model.typeKept('kinko/…');
    expect(isUnfinished()).toBe(true);
    expect(await model.run(verify, true)).toBe(true);
    // It has served: nothing is lost with it.
    expect(isUnfinished()).toBe(false);
    expect(asked).toEqual(['kinko/…']);
  });

  test('a slip in pasting a checkpoint is not recorded as a broken record', async () => {
    const kept = { result: 'truncated' as const, logId: '', size: 999, signed: false };
    const { verify, recorded, model } = prepared(bad([problem('KeptUnsigned', 998), problem('Truncated', 998)], { kept }));
    model.typeKept('x');
    await model.run(verify, true);
    expect(recorded).toEqual([{ size: 12, good: true }]);
  });

  test('a checkpoint that a member signed counts against the record', () => {
    const kept = { result: 'truncated' as const, logId: '', size: 999, signed: true };
    const report = bad([problem('Truncated', 998)], { kept });
    expect(recordProblems(report)).toHaveLength(1);
    expect(isRecordGood(report)).toBe(false);
  });

  test('nothing good is said of a file that was not judged, nor of problems beyond the list', () => {
    expect(isRecordGood(bad([problem('NewerFormat')], { judged: false }))).toBe(false);
    expect(isRecordGood(bad([problem('KeptUnsigned')], { problemCount: 2 }))).toBe(false);
  });

  test('what cannot be exported or read is said, and nothing is recorded', async () => {
    const { vault, recorded, model } = prepared(GOOD);
    await model.run(async () => err({ type: 'FileUnreadable' }), false);
    expect(model.state.value).toEqual({ at: 'failed', error: { type: 'FileUnreadable' } });
    expect(recorded).toEqual([]);
    expect(vault.calls).toHaveLength(1);
  });
});

describe('a record whose earlier log is named as broken', () => {
  const [FIRST, SECOND] = ['l'.repeat(22), 'm'.repeat(22)];
  const log = (logId: string, lastTime: number) => ({ logId, entries: 6, checkpoints: 2, root: '', firstTime: 1, lastTime });
  const two = { logs: [log(FIRST, 500), log(SECOND, 900)], named: [FIRST] };
  const chain = problem('Chain', 4);

  test('is told until when it does not hold', () => {
    expect(namedUntil(bad([chain, problem('CheckpointRoot', 5)], two))).toBe(500);
  });

  test('not when there is more: in a log that nobody names, against a kept checkpoint, beyond the list, or nothing at all', () => {
    expect(namedUntil(bad([chain], { ...two, named: [] }))).toBeNull();
    expect(namedUntil(bad([chain, { ...chain, logId: SECOND }], two))).toBeNull();
    expect(namedUntil(bad([chain, { ...problem('TableUnlogged', -1), logId: '' }], two))).toBeNull();
    const kept = { result: 'rewritten', logId: FIRST, size: 3, signed: true } as const;
    expect(namedUntil(bad([chain, problem('Rewritten', 2)], { ...two, kept }))).toBeNull();
    expect(namedUntil(bad([chain], { ...two, problemCount: 2 }))).toBeNull();
    expect(namedUntil({ ...GOOD, ...two })).toBeNull();
  });
});

test('problems of one type are gathered in the order they were met', () => {
  const groups = groupProblems([problem('Gap', 3), problem('Chain', 4), problem('Gap', 9)]);
  expect(groups.map(({ type, places }) => [type, places.map(({ seq }) => seq)])).toEqual([
    ['Gap', [3, 9]],
    ['Chain', [4]],
  ]);
});

test('a record that was bent is graver than a file that is cut', () => {
  expect(gravestClass(['NoEnd'])).toBe('file');
  expect(gravestClass(['NoEnd', 'Chain'])).toBe('record');
});
