import { describe, expect, it } from 'vitest';
import { createVaultFixture } from '../../support/vault-fixture.ts';
import { individualNumber, personId, planCreate, planEntry, planRegister, planRename } from '../../support/vault-fixture-plans.ts';

describe('commit', () => {
  it('stores persons, numbers and entries, and finds them after reopening', async () => {
    const fixture = await createVaultFixture();
    const session = await fixture.createStore();
    expect(await session.writer.commit(planCreate(fixture))).toMatchObject({ ok: true, value: { firstSeq: 0, size: 1 } });
    expect(await session.writer.commit(planRegister([0, 1, 2]))).toMatchObject({ ok: true, value: { firstSeq: 1, size: 4 } });
    await session.writer.idle();
    expect(fixture.mark()).toMatchObject({ size: 4, epoch: 1, tableVersion: 1 });
    session.store.close();

    const again = await fixture.reopen();
    expect(again.writer.persons.size()).toBe(3);
    const numbers = await again.writer.pages.readNumbers(personId(1));
    expect(numbers.ok && numbers.value.map(({ value }) => value)).toEqual([individualNumber(1)]);
    expect((await again.check()).problems).toEqual([]);
    const lines = await again.writer.log.readLines(0, 10);
    expect(lines.ok && lines.value.lines.map((line) => JSON.parse(line)[8])).toEqual(['create', 'register', 'register', 'register']);
  });

  it('asks every write transaction to be strict', async () => {
    const fixture = await createVaultFixture();
    const session = await fixture.createStore();
    fixture.engine.durabilities.length = 0;
    await session.writer.commit(planCreate(fixture));
    for (let n = 0; n < 20; n += 1) await session.writer.commit(planEntry('unlock'));
    expect(fixture.engine.durabilities).toEqual(Array.from({ length: 21 }, () => 'strict'));
  });

  it('folds tails into log pages and reads any stretch back', async () => {
    const fixture = await createVaultFixture();
    const session = await fixture.createStore();
    await session.writer.commit(planCreate(fixture));
    for (let n = 1; n < 300; n += 1) await session.writer.commit(planEntry('unlock', { codes: [`n-${n}`] }));
    const again = await fixture.reopen();
    expect(again.writer.log.size()).toBe(300);
    const lines = await again.writer.log.readLines(100, 290);
    expect(lines.ok && lines.value.lines.map((line) => JSON.parse(line)[3])).toEqual(Array.from({ length: 190 }, (_, at) => 100 + at));
    const kinds = await again.store.list();
    const count = (kind: string) => (kinds.ok ? kinds.value.refs.filter((ref) => ref.kind === kind).length : -1);
    expect([count('log'), count('tail')]).toEqual([2, 3]);
    expect((await again.check()).problems).toEqual([]);
  });

  it('runs commits one after the other in the order of the calls', async () => {
    const fixture = await createVaultFixture();
    const session = await fixture.createStore();
    await session.writer.commit(planCreate(fixture));
    const all = await Promise.all(Array.from({ length: 50 }, (_, n) => session.writer.commit(planRegister([n]))));
    expect(all.map((one) => (one.ok ? one.value.firstSeq : -1))).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
    expect(await session.writer.commit(planRename(17, '改名'))).toMatchObject({ ok: true });
    expect((await (await fixture.reopen()).check()).problems).toEqual([]);
  });

  it('imports thousands in one commit', async () => {
    const fixture = await createVaultFixture();
    const session = await fixture.createStore();
    await session.writer.commit(planCreate(fixture));
    const numbers = Array.from({ length: 2000 }, (_, n) => n);
    expect(await session.writer.commit(planRegister(numbers))).toMatchObject({ ok: true, value: { size: 2001 } });
    const again = await fixture.reopen();
    expect(await again.check()).toMatchObject({ problems: [], persons: 2000, numbers: 2000, entries: 2001 });
  });
});
