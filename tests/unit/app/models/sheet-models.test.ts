import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { fingerprintOf, logIdOf } from '../../../../src/app/models/checkpoint-text.ts';
import { createLabelModel } from '../../../../src/app/models/label-model.ts';
import { createPersonSheetModel } from '../../../../src/app/models/person-sheet-model.ts';
import { MOST_ON_PAPER } from '../../../../src/app/models/print-sheet.ts';
import { createReading } from '../../../../src/app/models/reading.ts';
import { createRecordSheetModel } from '../../../../src/app/models/record-sheet-model.ts';
import type { VaultCalls } from '../../../../src/app/bridge/vault-client.ts';
import type { CopyRow } from '../../../../src/core/contract/copy-api.ts';
import type { VaultError } from '../../../../src/core/contract/errors.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import { fakeRecord } from '../../../support/fake-record.ts';
import { syntheticNumber } from '../../../support/synthetic.ts';
import { NOON } from './support.ts';

const FILTER = { from: null, to: null, personId: null, memberId: null, actions: [] } as const;
const noteOf = (size: number): string => `kinko/vault/log\n${size}\nABCDEFGHIJ=\n\n— x y\n`;

/** A record of so many entries; each look at the checkpoint takes the next of `sizes`, the last one for ever. */
const vaultOf = (entries: number, sizes: readonly number[]) => {
  let looks = 0;
  const viewCheckpoint = async () => {
    const size = sizes[Math.min(looks, sizes.length - 1)] ?? 0;
    looks += 1;
    return { ok: true, value: { note: noteOf(size), size, time: NOON } };
  };
  return { api: { ...fakeRecord(entries, NOON), viewCheckpoint } as unknown as VaultCalls };
};

describe('the record for paper', () => {
  test('every entry once, newest first, with the checkpoint of that moment', async () => {
    const model = createRecordSheetModel(vaultOf(450, [450]), FILTER);
    await model.load();
    const sheet = model.content.value;
    expect(sheet?.rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 450 }, (_, at) => 449 - at));
    expect(sheet?.checkpoint.size).toBe(450);
  });

  test('an entry that lands meanwhile has it read anew; one after another is told', async () => {
    const once = createRecordSheetModel(vaultOf(3, [3, 4, 4]), FILTER);
    await once.load();
    expect(once.content.value?.checkpoint.size).toBe(4);
    const restless = createRecordSheetModel(vaultOf(3, [1, 2, 3, 4, 5, 6, 7]), FILTER);
    await restless.load();
    expect([restless.content.value, restless.error.value]).toEqual([null, { type: 'ChangedMeanwhile' }]);
  });

  test('more than paper is for: how many, and no rows', async () => {
    const most = MOST_ON_PAPER + 1;
    const model = createRecordSheetModel(vaultOf(most, [most]), FILTER);
    await model.load();
    expect(model.content.value).toMatchObject({ rows: [], total: most });
  });
});

describe('the list of persons for paper', () => {
  const SHEET = { rows: [], total: 0, counts: { all: 0, withNumber: 0, withoutNumber: 0 } };

  test('is asked for as it is narrowed, and no longer than paper is for', async () => {
    const asked: unknown[] = [];
    const viewPersonSheet = async (query: unknown) => {
      asked.push(query);
      return { ok: true, value: SHEET };
    };
    const filter = { text: '佐', kinds: ['payee'], states: ['kept'] } as const;
    const model = createPersonSheetModel({ api: { viewPersonSheet } as unknown as VaultCalls }, filter);
    expect(model.content.value).toBeNull();
    await model.load();
    expect([asked, model.content.value, model.error.value]).toEqual([[{ ...filter, limit: MOST_ON_PAPER }], SHEET, null]);
  });
});

test('what was read stays when reading it anew fails, and the failure goes when it succeeds', async () => {
  const answers: readonly Result<string, VaultError>[] = [ok('first'), err({ type: 'Halted' }), ok('second')];
  let reads = 0;
  const reading = createReading(async () => {
    const answer = answers[reads] ?? ok('');
    reads += 1;
    return answer;
  });
  const seen: unknown[] = [];
  for (const _ of answers) {
    await reading.load();
    seen.push([reading.content.value, reading.error.value]);
  }
  expect(seen).toEqual([['first', null], ['first', { type: 'Halted' }], ['second', null]]);
});

test('the fingerprint is the root, in groups that can be read out', () => {
  expect(fingerprintOf({ note: noteOf(3) })).toEqual(['ABCD', 'EFGH', 'IJ=']);
  expect(logIdOf({ note: noteOf(3) })).toBe('log');
});

describe('a label', () => {
  const copy = (copyId: string, madeAt: number, verifiedAt: number | null) => ({ copyId, madeAt, verifiedAt }) as CopyRow;
  const copies = signal([copy('a', 1, 2), copy('b', 5, 6), copy('c', 9, null)]);

  test('is for the newest copy that was read back, until another or none is chosen', () => {
    const model = createLabelModel(copies, '佐藤');
    expect([model.copyId.value, model.label.value]).toEqual(['b', { day: 5, contact: '佐藤' }]);
    model.choose('c');
    expect(model.label.value.day).toBe(9);
    model.choose(null);
    expect(model.label.value.day).toBeNull();
  });

  test('takes a telephone number and refuses an individual number', () => {
    const model = createLabelModel(copies, '');
    model.typeContact('佐藤 090-1234-5678');
    expect([model.problem.value, model.label.value.contact]).toEqual([null, '佐藤 090-1234-5678']);
    model.typeContact(`佐藤 ${syntheticNumber(3)}`);
    expect([model.problem.value, model.label.value.contact]).toEqual(['IndividualNumber', '']);
  });
});
