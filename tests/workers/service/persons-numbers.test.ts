import { expect, test } from 'vitest';
import type { NumberId } from '../../../src/core/domain/ids.ts';
import { ok } from '../../../src/core/domain/result.ts';
import { settingRef, TOMBS_NO } from '../../../workers/vault/book/layout.ts';
import { planBook } from '../../../workers/vault/service/book-commit.ts';
import { errorOf, must } from '../session/support/device.ts';
import { actionsOf, ALL, fields, makeRehearsedVault, numberOf, personId } from './support.ts';

test('register, change, list: each is one entry, and a call repeated after a lost answer writes nothing', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const id = personId();
  const input = { id, fields: fields({ code: '0001' }) };
  const view = must(await api.registerPerson(input));
  expect(view).toMatchObject({ id, rev: 1, state: 'not-asked', hasNumber: false });
  const before = await actionsOf(vault);
  expect(before.at(-1)).toBe('register');
  must(await api.registerPerson(input));
  expect(await actionsOf(vault)).toEqual(before);
  expect(errorOf(await api.registerPerson({ id, fields: fields({ name: '別人' }) }))).toBe('ChangedMeanwhile');

  const taken = await api.registerPerson({ id: personId(), fields: fields({ code: '0001' }) });
  expect(taken).toMatchObject({ error: { type: 'InvalidInput', fields: [{ field: 'code', problem: 'Taken' }] } });
  const changed = must(await api.changePerson({ id, rev: 1, fields: fields({ code: '0001', kana: 'サトー' }) }));
  expect(changed.rev).toBe(2);
  expect(errorOf(await api.changePerson({ id, rev: 1, fields: fields({ code: '9' }) }))).toBe('ChangedMeanwhile');
  expect(errorOf(await api.changePerson({ id, rev: 2, fields: fields({ kind: 'payee', purposes: [] }) }))).toBe('InvalidInput');
  expect((await actionsOf(vault)).slice(before.length)).toEqual(['change']);

  const page = must(await api.listPersons({ text: 'さとー', kinds: [], states: [], offset: 0, limit: 10 }));
  expect(page).toMatchObject({ total: 1, rows: [{ id, kana: 'サトー', state: 'not-asked' }] });
});

test('a dependant hangs on an employee or the owner and on nobody else', async () => {
  const { worker: { api } } = await makeRehearsedVault();
  const parent = personId();
  const child = (parentId: typeof parent | null) => ({ id: personId(), fields: fields({ kind: 'dependant', name: '佐藤　蓮', relationship: '子', parentId }) });
  expect(errorOf(await api.registerPerson(child(parent)))).toBe('InvalidInput');
  must(await api.registerPerson({ id: parent, fields: fields() }));
  const first = must(await api.registerPerson(child(parent)));
  expect(first.parent).toEqual({ id: parent, name: '佐藤　一郎' });
  expect(errorOf(await api.registerPerson(child(first.id)))).toBe('InvalidInput');
  expect(must(await api.viewPerson(parent)).dependants.map((row) => row.id)).toEqual([first.id]);
});

test('no number before the recovery code was asked back', async () => {
  const { createTestDevice, makeVault } = await import('../session/support/device.ts');
  const { worker: { api } } = await makeVault(await createTestDevice());
  const id = personId();
  must(await api.registerPerson({ id, fields: fields() }));
  const entered = await api.enterNumber({ personId: id, text: numberOf(1), again: null, replaces: false, sameAs: null });
  expect(errorOf(entered)).toBe('RehearsalMissing');
});

test('a number is entered, compared, shown with its entry before it, replaced; twins are noticed', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const [id, other] = [personId(), personId()];
  must(await api.registerPerson({ id, fields: fields() }));
  must(await api.registerPerson({ id: other, fields: fields({ kind: 'payee', name: '佐藤　一郎', purposes: ['remuneration-report'] }) }));
  const enter = (personIdOf: typeof id, text: string, change: object = {}) =>
    api.enterNumber({ personId: personIdOf, text, again: text, replaces: false, sameAs: null, ...change });

  expect(await enter(id, numberOf(1).slice(1))).toMatchObject({ error: { fields: [{ field: 'text', problem: 'NotTwelveDigits' }] } });
  expect(await enter(id, '000000000000')).toMatchObject({ error: { fields: [{ problem: 'AllZero' }] } });
  expect(await enter(id, numberOf(1), { again: numberOf(2) })).toMatchObject({ error: { fields: [{ field: 'again', problem: 'Different' }] } });
  expect(errorOf(await api.revealNumber({ personId: id, reason: 'input-check' }))).toBe('NumberMissing');
  must(await enter(id, `${numberOf(1).slice(0, 4)}-${numberOf(1).slice(4, 8)}－${numberOf(1).slice(8)}`));
  expect(must(await api.viewPerson(id)).state).toBe('kept');

  expect(await enter(other, numberOf(1))).toMatchObject({ error: { type: 'SameNumber', personId: id, name: '佐藤　一郎' } });
  must(await enter(other, numberOf(1), { sameAs: id }));
  expect(await enter(id, numberOf(2))).toMatchObject({ error: { fields: [{ field: 'replaces', problem: 'AlreadyKept' }] } });
  must(await enter(id, numberOf(2), { replaces: true }));

  expect(must(await api.matchNumber({ personId: id, text: numberOf(2) }))).toEqual({ matches: true });
  expect(must(await api.matchNumber({ personId: id, text: numberOf(1) }))).toEqual({ matches: false });

  expect(errorOf(await api.revealNumber({ personId: id, reason: null }))).toBe('ReasonExpired');
  expect(errorOf(await api.revealNumber({ personId: id, reason: 'rent-report' }))).toBe('NotAllowed');
  const shown = must(await api.revealNumber({ personId: id, reason: 'inquiry' }));
  expect(shown).toMatchObject({ digits: numberOf(2), reason: { reason: 'inquiry' } });
  must(await api.revealNumber({ personId: other, reason: null }));
  vault.device.clock.now += 10 * 60_000;
  expect(errorOf(await api.revealNumber({ personId: id, reason: null }))).toBe('ReasonExpired');
  expect(must(await api.viewReason())).toEqual({ reason: null, until: null });

  const rows = must(await api.listEntries({ ...ALL, personId: id })).rows.map((row) => [row.action, ...row.codes]).toReversed();
  expect(rows).toEqual([
    ['register', 'purpose:wage-withholding'],
    ['number-put'],
    // The twin's number, the twin taken for the same human, and the number that was not to take the place of the kept: each a comparison.
    ['match', 'result:match'],
    ['match', 'result:match'],
    ['match', 'result:no-match'],
    ['number-replace'],
    ['match', 'result:match'],
    ['match', 'result:no-match'],
    ['reveal', 'reason:inquiry'],
  ]);
});

test('a number replaced again and again is refused before its page is full, in words and in the record', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const [id, other] = [personId(), personId()];
  must(await api.registerPerson({ id, fields: fields({ name: '阿部' }) }));
  must(await api.registerPerson({ id: other, fields: fields({ name: '伊藤' }) }));
  must(await api.enterNumber({ personId: other, text: numberOf(500), again: null, replaces: false, sameAs: null }));
  const open = must(vault.worker.vaultRef.current());
  // As 158 replacements would leave it.
  const filled = await open.writer.commit(
    planBook<null>(async (edit, { time }) => {
      const earlier = Array.from({ length: 158 }, (_, n) => ({ id: `number${String(n).padStart(16, '0')}` as NumberId, person: id, value: numberOf(n), from: time, to: time, version: {}, unknown: {} }));
      const put = await edit.putNumbers(id, earlier);
      return put.ok ? ok({ entries: [{ action: 'number-put', subjectId: id, codes: [] }], value: null }) : put;
    }),
  );
  must(filled);
  const enter = (person: typeof id, n: number) => api.enterNumber({ personId: person, text: numberOf(n), again: null, replaces: true, sameAs: null });
  must(await enter(id, 200));
  const before = await actionsOf(vault);
  expect(await enter(id, 201)).toEqual({ ok: false, error: { type: 'NumbersFull', name: '阿部' } });
  expect(await enter(other, 501)).toEqual({ ok: false, error: { type: 'NumbersFull', name: '阿部' } });
  // Told of a number that nobody keeps, and of no other: how it compares is in the record.
  expect((await actionsOf(vault)).slice(before.length)).toEqual(['match', 'match']);
  expect(must(await api.revealNumber({ personId: id, reason: 'input-check' })).digits).toBe(numberOf(200));
  expect(must(await api.revealNumber({ personId: other, reason: 'input-check' })).digits).toBe(numberOf(500));
  // The way out that the words name.
  must(await api.cancelPersons([id]));
  must(await enter(other, 501));
});

test('no digit is shown when its entry cannot be stored', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const id = personId();
  must(await api.registerPerson({ id, fields: fields() }));
  must(await api.enterNumber({ personId: id, text: numberOf(3), again: null, replaces: false, sameAs: null }));
  const size = must(await api.listEntries(ALL)).total;
  vault.worker.kill();
  const next = await vault.device.boot();
  must(await vault.unlock(next));
  vault.device.faults.arm({ at: 1, way: 'lost', error: 'QuotaExceededError', sticky: true, sites: () => true });
  const shown = await next.api.revealNumber({ personId: id, reason: 'inquiry' });
  vault.device.faults.disarm();
  expect(errorOf(shown)).toBe('StorageFull');
  expect(JSON.stringify(shown)).not.toContain(numberOf(3));
  expect(must(await next.api.listEntries(ALL)).total).toBe(size + 1);
});

test('a cancelled person goes with its number, leaves a tombstone, and its dependants stay', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const [id, child] = [personId(), personId()];
  must(await api.registerPerson({ id, fields: fields() }));
  must(await api.registerPerson({ id: child, fields: fields({ kind: 'dependant', name: '蓮', relationship: '子', parentId: id }) }));
  must(await api.enterNumber({ personId: id, text: numberOf(4), again: null, replaces: false, sameAs: null }));
  expect(must(await api.previewCancel(id))).toMatchObject({ hasNumber: true, dependants: [{ id: child }], copiesThatKeepIt: 0 });
  must(await api.cancelPersons([id]));
  expect(errorOf(await api.viewPerson(id))).toBe('NotFound');
  expect(must(await api.viewPerson(child)).parent).toBeNull();
  expect((await actionsOf(vault)).slice(-2)).toEqual(['table', 'cancel']);
  must(await api.lock());
  const next = await vault.device.boot();
  must(await vault.unlock(next));
  expect(errorOf(await next.api.viewPerson(id))).toBe('NotFound');
  expect(must(await next.api.viewPerson(child)).fields.name).toBe('蓮');
});

test('one human entered twice becomes one, with the dependants of both', async () => {
  const { worker: { api } } = await makeRehearsedVault();
  const [keep, drop, child] = [personId(), personId(), personId()];
  must(await api.registerPerson({ id: keep, fields: fields({ code: '1' }) }));
  must(await api.enterNumber({ personId: keep, text: numberOf(5), again: null, replaces: false, sameAs: null }));
  must(await api.registerPerson({ id: drop, fields: fields({ code: '2' }) }));
  must(await api.registerPerson({ id: child, fields: fields({ kind: 'dependant', relationship: '子', parentId: drop }) }));
  must(await api.mergePersons({ keep, drop }));
  expect(errorOf(await api.viewPerson(drop))).toBe('NotFound');
  expect(must(await api.viewPerson(keep)).dependants.map((row) => row.id)).toEqual([child]);
  expect(must(await api.matchNumber({ personId: keep, text: numberOf(5) })).matches).toBe(true);
});

test('what a tombstone and a changed dependant name is the entry that did it, behind that of the table', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const [keep, drop, one, two] = [personId(), personId(), personId(), personId()];
  const [ofDrop, ofOne, ofTwo] = [personId(), personId(), personId()];
  for (const [at, id] of [keep, drop, one, two].entries()) must(await api.registerPerson({ id, fields: fields({ code: String(at) }) }));
  for (const [child, parentId] of [[ofDrop, drop], [ofOne, one], [ofTwo, two]] as const) {
    must(await api.registerPerson({ id: child, fields: fields({ kind: 'dependant', relationship: '子', parentId }) }));
  }
  must(await api.mergePersons({ keep, drop }));
  must(await api.cancelPersons([one, two]));
  const { rows } = must(await api.listEntries(ALL));
  const did = (seq: unknown) => rows.filter((row) => row.seq === seq).map((row) => [row.action, row.personId]);
  const { pages } = must(vault.worker.vaultRef.current()).writer;
  const tombs = must(await pages.read(settingRef(TOMBS_NO)))?.['tombs'];
  expect((tombs as [string, number, string, number][]).map(([id, , , seq]) => [id, did(seq)])).toEqual(
    [drop, one, two].map((id) => [id, [['cancel', id]]]),
  );
  const changedBy = async (id: typeof keep) => did(Object.values(must(await pages.readPerson(id))?.version ?? {})[0]);
  expect(await changedBy(ofDrop)).toEqual([['person-merged', keep]]);
  expect(await changedBy(ofOne)).toEqual([['cancel', one]]);
  expect(await changedBy(ofTwo)).toEqual([['cancel', two]]);
});
