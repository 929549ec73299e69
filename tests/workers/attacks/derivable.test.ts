import { describe, expect, test } from 'vitest';
import { createFinder } from '../../support/disk/find-forms.ts';
import { hashForms } from '../../support/disk/hash-forms.ts';
import { numberForms } from '../../support/disk/number-forms.ts';
import { ALL, fields, numberOf, rehearse } from '../service/support.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import type { MadeVault, TestDevice } from '../session/support/device.ts';
import { createTestDevice, makeVault, must } from '../session/support/device.ts';

// A36: 10¹¹ numbers are tried in hours. So nothing outside the sealed pages may be computed from a number without a secret of 128 bits or
// more: not in the record, a checkpoint, a copy, on the disk, or in an answer.

const IDS = Array.from({ length: 6 }, (_, n) => `person000000000000000${n}` as PersonId);

/** Everything that leaves the sealed pages of a vault in which numbers were entered, compared, shown and imported. */
interface Trace {
  readonly device: TestDevice;
  readonly record: string;
  readonly checkpoint: string;
  readonly copy: string;
  readonly disk: Uint8Array;
  readonly answers: string;
}

const enter = async ({ worker: { api } }: MadeVault, id: PersonId, n: number) =>
  api.enterNumber({ personId: id, text: numberOf(n), again: null, replaces: false, sameAs: null });

const traceOf = async (numbers: readonly number[]): Promise<Trace> => {
  const device = await createTestDevice();
  const made = await makeVault(device);
  await rehearse(made);
  const { api } = made.worker;
  const answers: unknown[] = [];
  for (const [at, id] of IDS.entries()) {
    const n = numbers[at] ?? 0;
    answers.push(await api.registerPerson({ id, fields: fields({ name: `人${at}`, code: String(at) }) }));
    answers.push(await enter(made, id, n), await api.matchNumber({ personId: id, text: numberOf(n) }), await api.viewPerson(id));
  }
  // Shown once, as an owner does: the answer is the number, the trace of it is not.
  must(await api.revealNumber({ personId: IDS[0]!, reason: 'inquiry' }));
  const list = new File([`社員番号,氏名,個人番号\n0,人0,${numberOf(numbers[0] ?? 0)}\n9,新,${numberOf((numbers[0] ?? 0) + 50)}\n`], 'a.csv');
  answers.push(await api.readImport([list]), await api.listEntries(ALL), await api.overviewCopies(), await api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 20 }));
  const record = await must(await api.exportLog('verify')).file.text();
  const checkpoint = must(await api.viewCheckpoint()).note;
  const copy = await must(await api.makeCopy()).file.text();
  return { device, record, checkpoint, copy, disk: await device.disk(), answers: JSON.stringify(answers) };
};

describe('what can be derived from a number', { timeout: 120_000 }, () => {
  const numbers = IDS.map((_, at) => at * 7 + 1);

  test('no form of it and no digest of it stands in record, checkpoint, copy, disk or answers', async () => {
    const trace = await traceOf(numbers);
    const find = createFinder(numbers.flatMap((n) => [...numberForms(numberOf(n)), ...hashForms(numberOf(n))]));
    const sealed = trace.copy.split('\n').flatMap((line) => [...line.matchAll(/[A-Za-z0-9_-]{40,}/g)].map(([text]) => Buffer.from(text, 'base64url')));
    const places: Readonly<Record<string, Buffer>> = {
      record: Buffer.from(trace.record),
      checkpoint: Buffer.from(trace.checkpoint),
      copy: Buffer.concat([Buffer.from(trace.copy), ...sealed]),
      disk: Buffer.from(trace.disk),
      answers: Buffer.from(trace.answers),
      'values of the record': Buffer.concat([...trace.record.matchAll(/[A-Za-z0-9_+/-]{20,}/g)].map(([text]) => Buffer.from(text, 'base64'))),
    };
    for (const [place, bytes] of Object.entries(places)) expect(find(bytes), place).toEqual([]);
    // The search finds what is there.
    expect(find(Buffer.from(`x${numberOf(1)}x`))).not.toEqual([]);
  });

  test('two vaults with the same numbers of the same people have no value in common that a number could be tried against', async () => {
    const [one, two] = [await traceOf(numbers), await traceOf(numbers)];
    const known = new Set<string>(IDS);
    for (const part of ['record', 'checkpoint', 'copy'] as const) {
      const values = (text: string): ReadonlySet<string> => new Set([...text.matchAll(/[A-Za-z0-9_+/-]{16,}/g)].map(([value]) => value).filter((value) => !/^[a-z][a-z0-9:/+-]*$/.test(value)));
      const shared = [...values(one[part])].filter((value) => values(two[part]).has(value) && !known.has(value));
      expect(shared, part).toEqual([]);
    }
  });

  test('with one source of randomness and one clock, two vaults that differ in a number alone say the same but for what is salted or signed', async () => {
    // Digits of a number decide nothing in a line: not its length, not its codes, not how many lines there are.
    const shape = async (ns: readonly number[]): Promise<readonly unknown[]> =>
      (await traceOf(ns)).record
        .split('\n')
        .filter((line) => line.startsWith('['))
        .map((line) => {
          const [, , , seq, , time, , table, action, subject, codes, state, attach] = JSON.parse(line) as readonly unknown[];
          return [seq, time, table, action, String(subject).startsWith('person') ? subject : '', codes, String(state).length, (attach as readonly unknown[]).length, line.length];
        });
    expect(await shape(numbers)).toEqual(await shape(numbers.map((n) => n + 1000)));
  });

  test('sizes of what is sealed tell the count of numbers at most, never a digit', async () => {
    const sizes = async (ns: readonly number[]): Promise<readonly number[]> =>
      (await traceOf(ns)).copy.split('\n').filter((line) => line.startsWith('{"page":["own","number"')).map((line) => line.length);
    expect(await sizes(numbers)).toEqual(await sizes(numbers.map((n) => n + 2000)));
  });
});
