import { describe, expect, it } from 'vitest';
import type { PersonFields } from '../../../src/core/domain/person/person.ts';
import { ok } from '../../../src/core/domain/result.ts';
import { MAX_BLOB_BYTES } from '../../../src/core/formats/limits.ts';
import { createBookEdit } from '../../../workers/vault/book/book-edit.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';
import { readDisk } from '../../support/vault-fixture-disk.ts';
import type { Session } from '../../support/vault-fixture.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';
import { entry, individualNumber, numberRecord, personId, personRecord, planCreate, planRegister } from '../../support/vault-fixture-plans.ts';

type Step = (edit: ReturnType<typeof createBookEdit>, at: { readonly logId: string; readonly seq: number; readonly time: number }) => Promise<void>;

const commit = async (session: Session, step: Step): Promise<void> => {
  const committed = await session.writer.commit(async ({ book, pages, firstSeq, time }) => {
    const at = { logId: book.head.storeId, seq: firstSeq, time };
    const edit = createBookEdit({ index: book.index, pages, stamp: at });
    await step(edit, at);
    return ok({ plan: { book: edit.change(), entries: [entry('change')] }, value: null });
  });
  if (!committed.ok) throw new Error(JSON.stringify(committed.error));
};

const must = async <T>(result: Promise<{ readonly ok: boolean; readonly value?: T; readonly error?: unknown }>): Promise<T> => {
  const settled = await result;
  if (!settled.ok) throw new Error(JSON.stringify(settled.error));
  return settled.value as T;
};

describe('changes of persons and numbers', { timeout: 60_000 }, () => {
  it('any sequence of them leaves exactly what a plain map would hold', async () => {
    const random = createSeededRandom(11);
    const fixture = await createVaultFixture();
    let session = await fixture.createStore();
    await session.writer.commit(planCreate(fixture));
    const model = new Map<number, { name: string; parent: number | null; number: boolean }>();
    for (let turn = 0; turn < 60; turn += 1) {
      await commit(session, async (edit, at) => {
        for (let n = 0; n < 1 + random.below(12); n += 1) {
          const who = random.below(160);
          const known = model.get(who);
          const roll = random.below(10);
          if (known === undefined || roll < 5) {
            const parents = [...model.keys()].filter((one) => one !== who);
            const parent = parents.length > 0 && random.chance(0.3) ? random.pick(parents) : null;
            const name = `名前${random.below(1000)}${'長'.repeat(random.below(40))}`;
            const before = await must(edit.readPerson(personId(who)));
            const fields: Partial<PersonFields> = { name, parentId: parent === null ? null : personId(parent), kind: parent === null ? 'employee' : 'dependant' };
            await must(edit.putPerson({ ...personRecord(who, at, fields), rev: (before?.rev ?? 0) + 1 }));
            model.set(who, { name, parent, number: known?.number ?? false });
          } else if (roll < 8) {
            const number = random.chance(0.7);
            await must(edit.putNumbers(personId(who), number ? [numberRecord(who, at)] : []));
            model.set(who, { ...known, number });
          } else {
            await must(edit.removePerson(personId(who)));
            model.delete(who);
            for (const [id, one] of model) if (one.parent === who) model.set(id, { ...one, parent: null });
          }
        }
      });
      if (turn % 10 === 9) {
        await session.writer.idle();
        session.store.close();
        session = await fixture.reopen();
        const checked = await session.check();
        expect(checked).toMatchObject({ problems: [], persons: model.size, numbers: [...model.values()].filter(({ number }) => number).length });
        for (const [who, expected] of model) {
          const record = await must(session.writer.pages.readPerson(personId(who)));
          expect(record?.fields.name).toBe(expected.name);
          expect(record?.fields.parentId ?? null).toBe(expected.parent === null ? null : personId(expected.parent));
          const numbers = await must(session.writer.pages.readNumbers(personId(who)));
          expect(numbers.map(({ value }) => value)).toEqual(expected.number ? [individualNumber(who)] : []);
        }
      }
    }
  });

  it('free slots are used again, lowest first, and empty pages go', async () => {
    const fixture = await createVaultFixture();
    const session = await fixture.createStore();
    await session.writer.commit(planCreate(fixture));
    await session.writer.commit(planRegister(Array.from({ length: 40 }, (_, n) => n)));
    await commit(session, async (edit) => {
      for (let n = 16; n < 32; n += 1) await must(edit.removePerson(personId(n)));
    });
    const pages = (await readDisk(fixture)).filter(({ at }) => at.kind === 'person' || at.kind === 'number').map(({ at }) => `${at.kind}/${at.no}`);
    expect(pages.toSorted()).toEqual(['number/0', 'number/2', 'person/0', 'person/2']);
    await session.writer.commit(planRegister([100]));
    expect(session.writer.persons.get(personId(100))?.slot).toBe(16);
    await commit(session, async (edit) => {
      for (const n of [...Array(16).keys(), ...Array.from({ length: 8 }, (_, at) => 32 + at), 100]) await must(edit.removePerson(personId(n)));
    });
    expect((await readDisk(fixture)).map(({ at }) => at.kind).filter((kind) => ['index', 'person', 'number'].includes(kind))).toEqual([]);
    expect((await (await fixture.reopen()).check()).problems).toEqual([]);
  });

  it('a slot freed by a plan is free for the rest of it', async () => {
    const fixture = await createVaultFixture();
    const session = await fixture.createStore();
    await session.writer.commit(planCreate(fixture));
    await commit(session, async (edit, at) => {
      for (let n = 0; n < 256; n += 1) await must(edit.putPerson(personRecord(n, at)));
      await must(edit.putPerson(personRecord(300, at)));
      await must(edit.removePerson(personId(40)));
      await must(edit.putPerson(personRecord(301, at)));
    });
    expect([300, 301].map((n) => session.writer.persons.get(personId(n))?.slot)).toEqual([256, 40]);
  });

  it('names as long as allowed spread over more pages, and none grows beyond a blob', async () => {
    const fixture = await createVaultFixture();
    const session = await fixture.createStore();
    await session.writer.commit(planCreate(fixture));
    const long: Partial<PersonFields> = { name: '𠮷'.repeat(25), kana: 'ア'.repeat(100), code: '長'.repeat(20), address: '東'.repeat(120), relationship: '父'.repeat(10) };
    await session.writer.commit(planRegister(Array.from({ length: 300 }, (_, n) => n), true, long));
    const sizes = (await readDisk(fixture)).map(({ row }) => row.blob.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(MAX_BLOB_BYTES);
    const again = await fixture.reopen();
    expect(again.writer.book().index.size).toBeGreaterThan(3);
    expect(await again.check()).toMatchObject({ problems: [], persons: 300, numbers: 300 });
  });

  it('a row that outgrows its index page moves, number and all', async () => {
    const fixture = await createVaultFixture();
    const session = await fixture.createStore();
    await session.writer.commit(planCreate(fixture));
    await session.writer.commit(planRegister(Array.from({ length: 128 }, (_, n) => n)));
    for (let n = 0; n < 128; n += 1) {
      await commit(session, async (edit, at) => {
        const record = await must(edit.readPerson(personId(n)));
        await must(edit.putPerson({ ...record!, rev: 2, changedAt: at.time, fields: { ...record!.fields, name: '漢'.repeat(50), kana: 'ア'.repeat(100) } }));
      });
    }
    const again = await fixture.reopen();
    expect(again.writer.book().index.size).toBe(2);
    expect(await again.check()).toMatchObject({ problems: [], persons: 128, numbers: 128 });
    const numbers = await must(again.writer.pages.readNumbers(personId(127)));
    expect(numbers.map(({ value }) => value)).toEqual([individualNumber(127)]);
  });

  it('refuses the number that makes a page unreadable, says whose most are, and the numbers before it stay', async () => {
    const fixture = await createVaultFixture();
    const session = await fixture.createStore();
    await session.writer.commit(planCreate(fixture));
    await session.writer.commit(planRegister([0, 1], false));
    const many = (who: number, count: number, at: Parameters<Step>[1]) => Array.from({ length: count }, (_, turn) => ({ ...numberRecord(who, { ...at, seq: turn }), to: turn === 0 ? null : at.time }));
    await commit(session, async (edit, at) => {
      await must(edit.putNumbers(personId(1), many(1, 10, at)));
      await must(edit.putNumbers(personId(0), many(0, 150, at)));
      const full = { ok: false, error: { type: 'NumbersFull', name: '試験 0号' } };
      expect(await edit.putNumbers(personId(0), many(0, 151, at))).toEqual(full);
      expect(await edit.putNumbers(personId(1), many(1, 11, at))).toEqual(full);
    });
    const again = await fixture.reopen();
    expect(await again.check()).toMatchObject({ problems: [], persons: 2 });
    const kept = await Promise.all([0, 1].map((who) => must(again.writer.pages.readNumbers(personId(who)))));
    expect(kept.map(({ length }) => length)).toEqual([150, 10]);
    // Fewer always fit, and make room for others.
    await commit(again, async (edit, at) => {
      await must(edit.putNumbers(personId(0), many(0, 149, at)));
      await must(edit.putNumbers(personId(1), many(1, 11, at)));
    });
    expect(await must(again.writer.pages.readNumbers(personId(1)))).toHaveLength(11);
  });

  it('refuses numbers for somebody else and for nobody', async () => {
    const fixture = await createVaultFixture();
    const session = await fixture.createStore();
    await session.writer.commit(planCreate(fixture));
    await session.writer.commit(planRegister([1]));
    await commit(session, async (edit, at) => {
      expect(await edit.putNumbers(personId(2), [])).toEqual({ ok: false, error: { type: 'NotFound' } });
      expect(await edit.removePerson(personId(2))).toEqual({ ok: false, error: { type: 'NotFound' } });
      await expect(edit.putNumbers(personId(1), [numberRecord(2, at)])).rejects.toThrow();
    });
  });
});
