import type { NumberId, PersonId } from '../../src/core/domain/ids.ts';
import type { PersonFields } from '../../src/core/domain/person/person.ts';
import { ok } from '../../src/core/domain/result.ts';
import { encodeBase64url } from '../../src/core/formats/base64url.ts';
import type { EntryDraft, Planner } from '../../workers/vault/audit/plan.ts';
import { createBookEdit } from '../../workers/vault/book/book-edit.ts';
import type { NumberRecord } from '../../workers/vault/book/number-page.ts';
import type { PersonRecord } from '../../workers/vault/book/person-page.ts';
import { NO_STORED_LIFE } from '../../workers/vault/book/stored-life.ts';
import { syntheticFields, syntheticNumber } from './synthetic.ts';
import type { VaultFixture } from './vault-fixture.ts';

/** Plans as use cases make them, with synthetic persons and numbers. */

/** Stable ids, so that a test can ask for the n-th person after any crash. */
export const personId = (n: number): PersonId => {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setUint32(12, n + 1);
  return encodeBase64url(bytes) as PersonId;
};

const numberId = (n: number, turn: number): NumberId => {
  const bytes = new Uint8Array(16).fill(7);
  new DataView(bytes.buffer).setUint32(8, turn);
  new DataView(bytes.buffer).setUint32(12, n + 1);
  return encodeBase64url(bytes) as NumberId;
};

/** The n-th person's. */
export const individualNumber = syntheticNumber;

export const personFields = (n: number, change: Partial<PersonFields> = {}): PersonFields =>
  syntheticFields({ name: `試験 ${n}号`, kana: 'シケン', code: `E${n}`, postalCode: '1000001', address: '東京都千代田区', purposes: [], ...change });

export const personRecord = (n: number, at: { readonly logId: string; readonly seq: number; readonly time: number }, fields?: Partial<PersonFields>): PersonRecord => ({
  id: personId(n),
  rev: 1,
  version: { [at.logId]: at.seq },
  registeredAt: at.time,
  changedAt: at.time,
  fields: personFields(n, fields),
  life: NO_STORED_LIFE,
  unknown: {},
});

export const numberRecord = (n: number, at: { readonly logId: string; readonly seq: number; readonly time: number }): NumberRecord => ({
  id: numberId(n, at.seq),
  person: personId(n),
  value: individualNumber(n),
  from: at.time,
  to: null,
  version: { [at.logId]: at.seq },
  unknown: {},
});

export const entry = (action: string, change: Partial<EntryDraft> = {}): EntryDraft => ({ action, subjectId: '', codes: [], ...change });

/** First commit of a store: attaches its table. */
export const planCreate = (fixture: VaultFixture): Planner<null> => () => {
  const table = fixture.table(1, 1);
  return Promise.resolve(
    ok({
      plan: {
        entries: [entry('create', { attach: [{ kind: 'table', hash: table.hash }] })],
        table,
        pages: [{ ref: { book: 'own', kind: 'setting', no: 0 }, content: { label: 'test' } }],
      },
      value: null,
    }),
  );
};

export const planEntry = (action: string, change: Partial<EntryDraft> = {}): Planner<null> => () =>
  Promise.resolve(ok({ plan: { entries: [entry(action, change)] }, value: null }));

/** Registers persons with or without a number, one entry each. */
export const planRegister =
  (numbers: readonly number[], withNumber = true, fields: Partial<PersonFields> = {}): Planner<readonly number[]> =>
  async ({ book, pages, firstSeq, time }) => {
    const logId = book.head.storeId;
    const edit = createBookEdit({ index: book.index, pages, stamp: { logId, seq: firstSeq, time } });
    for (const [at, n] of numbers.entries()) {
      const stamp = { logId, seq: firstSeq + at, time };
      const put = await edit.putPerson(personRecord(n, stamp, fields));
      if (!put.ok) return put;
      const numbered = withNumber ? await edit.putNumbers(personId(n), [numberRecord(n, stamp)]) : ok(null);
      if (!numbered.ok) return numbered;
    }
    return ok({ plan: { book: edit.change(), entries: numbers.map((n) => entry('register', { subjectId: personId(n) })) }, value: numbers });
  };

/** Changes the name of a person. */
export const planRename =
  (n: number, name: string): Planner<null> =>
  async ({ book, pages, firstSeq, time }) => {
    const stamp = { logId: book.head.storeId, seq: firstSeq, time };
    const edit = createBookEdit({ index: book.index, pages, stamp });
    const record = await edit.readPerson(personId(n));
    if (!record.ok) return record;
    if (record.value === null) throw new Error('no such person');
    const put = await edit.putPerson({ ...record.value, rev: record.value.rev + 1, changedAt: time, fields: { ...record.value.fields, name } });
    return put.ok ? ok({ plan: { book: edit.change(), entries: [entry('change', { subjectId: personId(n) })] }, value: null }) : put;
  };

/** Removes persons; with `table`, as a rotation does. */
export const planRemove =
  (fixture: VaultFixture, numbers: readonly number[], epoch: number): Planner<null> =>
  async ({ book, pages, firstSeq, time }) => {
    const edit = createBookEdit({ index: book.index, pages, stamp: { logId: book.head.storeId, seq: firstSeq, time } });
    for (const n of numbers) {
      const removed = await edit.removePerson(personId(n));
      if (!removed.ok) return removed;
    }
    const table = fixture.table(epoch, epoch);
    return ok({
      plan: {
        book: edit.change(),
        table,
        entries: [
          entry('table', { attach: [{ kind: 'table', hash: table.hash }] }),
          ...numbers.map((n) => entry('cancel', { subjectId: personId(n) })),
        ],
      },
      value: null,
    });
  };
