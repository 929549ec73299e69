import { describe, expect, it, test } from 'vitest';
import type { CivilDate } from '../../../src/core/domain/date/civil-date.ts';
import { ADDRESS_MAX, CODE_MAX } from '../../../src/core/domain/person/person.ts';
import { PURPOSE_CODES } from '../../../src/core/domain/person/purpose.ts';
import { RELATIONSHIP_MAX } from '../../../src/core/domain/person/relationship.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import { KANA_MAX, NAME_MAX } from '../../../src/core/domain/text/name.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { MAX_BLOB_BYTES, MAX_VECTOR_LOGS } from '../../../src/core/formats/limits.ts';
import type { Planner } from '../../../workers/vault/audit/plan.ts';
import { createBookEdit } from '../../../workers/vault/book/book-edit.ts';
import { SLOTS_PER_INDEX } from '../../../workers/vault/book/layout.ts';
import { closedLogOf, planRestore } from '../../support/vault-fixture-closed.ts';
import { readDisk } from '../../support/vault-fixture-disk.ts';
import { entry, personId, personRecord, planCreate, planEntry, planRegister } from '../../support/vault-fixture-plans.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';

const planLabel =
  (length: number): Planner<null> =>
  () =>
    Promise.resolve(ok({ plan: { entries: [entry('settings')], pages: [{ ref: { book: 'own', kind: 'setting', no: 0 }, content: { label: 'x'.repeat(length) } }] }, value: null }));

test('a page that would outgrow its limit is an answer: nothing is stored, and the vault goes on', async () => {
  const fixture = await createVaultFixture();
  const { writer, store } = await fixture.createStore();
  await writer.commit(planCreate(fixture));
  await writer.commit(planRegister([0]));
  const disk = await readDisk(fixture);
  expect(await writer.commit(planLabel(MAX_BLOB_BYTES))).toEqual(err({ type: 'VaultFull' }));
  expect(await readDisk(fixture)).toEqual(disk);
  expect(writer.isHalted()).toBe(false);
  expect(await writer.commit(planEntry('use'))).toMatchObject({ ok: true });
  store.close();
  const again = await fixture.reopen();
  expect((await again.check()).problems).toEqual([]);
  expect(again.writer.persons.get(personId(0))).not.toBeNull();
});

test('so is one in a rotation: the old keys stay, alone', async () => {
  const fixture = await createVaultFixture();
  const { writer } = await fixture.createStore();
  await writer.commit(planCreate(fixture));
  const rotated = await writer.rotate({
    planner: planLabel(MAX_BLOB_BYTES),
    keyring: { before: fixture.keyring(1), both: fixture.keyring(1, 2), next: fixture.keyring(2) },
    sealer: await fixture.sealer(2),
    renewed: ['profile', 'number', 'note'],
  });
  expect(rotated).toEqual(err({ type: 'VaultFull' }));
  const found = await (await fixture.keyrings()).read();
  expect(found.ok && found.value.keyring.epochs.map(({ epoch }) => epoch)).toEqual([1]);
});

test('a head that takes no further page still takes entries, through every size of the tree', { timeout: 60_000 }, async () => {
  const fixture = await createVaultFixture();
  const { writer, store } = await fixture.createStore();
  await writer.commit(planCreate(fixture));
  let no = 2_000;
  const planPages =
    (count: number): Planner<null> =>
    () =>
      Promise.resolve(ok({ plan: { entries: [entry('cancel')], pages: Array.from({ length: count }, (_, at) => ({ ref: { book: 'own', kind: 'setting', no: no + at }, content: { tombs: [] } })) }, value: null }));
  for (const count of [100, 10, 1]) {
    let stored = await writer.commit(planPages(count));
    for (; stored.ok; stored = await writer.commit(planPages(count))) no += count;
    expect(stored).toEqual(err({ type: 'VaultFull' }));
  }
  expect(no - 2_000).toBeGreaterThan(500);
  // 127 entries have the most nodes of any tree up to here.
  while (writer.book().head.frontier.size < 127) expect(await writer.commit(planEntry('use'))).toMatchObject({ ok: true });
  await writer.idle();
  store.close();
  const again = await fixture.reopen();
  expect(await again.writer.commit(planEntry('unlock'))).toMatchObject({ ok: true });
  expect((await again.check()).problems).toEqual([]);
});

test('a vault that was restored three hundred times opens, with all its logs, from a head as small as any', { timeout: 60_000 }, async () => {
  const first = await createVaultFixture();
  const drafts = [];
  for (let n = 0; n < 300; n += 1) {
    const old = await createVaultFixture(undefined, first.vaultId);
    const { writer, store } = await old.createStore();
    await writer.commit(planCreate(old));
    await writer.idle();
    store.close();
    drafts.push(await closedLogOf(old));
  }
  const { writer, store } = await first.createStore();
  expect(await writer.commit(planRestore(first, drafts))).toMatchObject({ ok: true });
  await writer.idle();
  store.close();
  const again = await first.reopen();
  expect(again.writer.log.closed().map(({ logId, book }) => [logId, book])).toEqual(drafts.map(({ logId }, at) => [logId, `log-${at + 1}`]));
  expect(again.writer.book().headRow?.blob.length).toBeLessThan(2_000);
  const notes = await again.writer.log.checkpoints();
  expect(notes.ok && notes.value.length).toBe(301);
  expect((await again.check()).problems).toEqual([]);
});

describe('the longest that a form takes', () => {
  const date = { date: '1990-12-31' as CivilDate, written: '平成 2年 12月 31日', calendar: 'japanese' } as const;
  const longest = { name: '𠮷'.repeat(NAME_MAX), kana: 'ア'.repeat(KANA_MAX), code: 'X'.repeat(CODE_MAX), relationship: '続'.repeat(RELATIONSHIP_MAX), birthDate: date, relationFrom: date, relationTo: date, address: '𠮷'.repeat(ADDRESS_MAX), purposes: PURPOSE_CODES };
  const vector = Object.fromEntries(Array.from({ length: MAX_VECTOR_LOGS }, (_, n) => [encodeBase64url(new Uint8Array(16).fill(n)), 999_999_999]));

  const planLongest =
    (numbers: readonly number[]): Planner<null> =>
    async ({ book, pages, firstSeq, time }) => {
      const stamp = { logId: book.head.storeId, seq: firstSeq, time };
      const edit = createBookEdit({ index: book.index, pages, stamp });
      for (const n of numbers) {
        const put = await edit.putPerson({ ...personRecord(n, stamp, longest), rev: 999_999, version: vector });
        if (!put.ok) return put;
      }
      return ok({ plan: { book: edit.change(), entries: [entry('register')] }, value: null });
    };

  it('fits for everybody, changed on many devices in turn: persons who take more room get a slot further on', async () => {
    const fixture = await createVaultFixture();
    const { writer } = await fixture.createStore();
    await writer.commit(planCreate(fixture));
    const everybody = Array.from({ length: 2 * SLOTS_PER_INDEX }, (_, n) => n);
    expect(await writer.commit(planLongest(everybody))).toMatchObject({ ok: true });
    expect(await writer.commit(planLongest(everybody))).toMatchObject({ ok: true });
    expect(everybody.every((n) => writer.persons.get(personId(n)) !== null)).toBe(true);
  });
});
