import { expect, it } from 'vitest';
import { err, ok } from '../../../src/core/domain/result.ts';
import { parseCheckpoint } from '../../../src/core/formats/log/checkpoint.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import { createWriter } from '../../../workers/vault/audit/vault-writer.ts';
import { planCreate, planEntry, planRegister } from '../../support/vault-fixture-plans.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';

/** A session whose slots refuse while `slots.refuse`, and whose looks at the whole database are counted. */
const start = async () => {
  const fixture = await createVaultFixture();
  const first = await fixture.createStore();
  await first.writer.commit(planCreate(fixture));
  await first.writer.idle();
  const parts = await fixture.writerParts();
  const slots = { refuse: false };
  const looks: string[] = [];
  const { store } = first;
  const writer = createWriter({
    ...parts,
    keyring: {
      ...parts.keyring,
      writeEach: (keyring) => (slots.refuse ? Promise.resolve(err({ type: 'StorageFailed', name: 'NoModificationAllowedError' })) : parts.keyring.writeEach(keyring)),
    },
    store: {
      ...store,
      reopen: () => { looks.push('reopen'); return store.reopen(); },
      list: () => { looks.push('list'); return store.list(); },
    },
    state: first.writer.book(),
    sealer: first.sealer,
  });
  fixture.events.length = 0;
  return { fixture, writer, slots, looks, step: { before: fixture.keyring(1), both: fixture.keyring(1, 2), next: fixture.keyring(2) } };
};

it('other parts of the screen hear which kinds of pages a commit changed, and how long the log is', async () => {
  const { fixture, writer } = await start();
  await writer.commit(planRegister([0, 1]));
  await writer.commit(planEntry('use', { attach: [{ kind: 'list', content: { subjects: [] } }] }));
  expect(fixture.events.map((event) => (event.type === 'committed' ? [event.size, event.changed.toSorted()] : event))).toEqual([
    [3, ['checkpoint', 'head', 'index', 'number', 'person', 'tail']],
    [4, ['head', 'list', 'tail']],
  ]);
});

it('it is told when old ways in may still open, and when they do no longer', async () => {
  const { fixture, writer, slots, step } = await start();
  slots.refuse = true;
  expect(await writer.commitWithKeyring(planEntry('use'), step)).toMatchObject({ ok: true, value: { settled: false } });
  await writer.idle();
  const told = () => fixture.events.filter(({ type }) => type === 'slots');
  expect(told()).toEqual([{ type: 'slots', settled: false }]);
  slots.refuse = false;
  expect(await writer.settleSlots()).toBe(true);
  expect(told()).toEqual([{ type: 'slots', settled: false }, { type: 'slots', settled: true }]);
});

it('saving does not read the whole vault again, however many it holds: only a rotation does', async () => {
  const { writer, looks, step } = await start();
  expect(await writer.commit(planRegister([0]))).toMatchObject({ ok: true });
  expect(await writer.commitWithKeyring(planEntry('use'), step)).toMatchObject({ ok: true, value: { settled: true } });
  expect(looks).toEqual([]);
});

it('the last checkpoint under the earlier key is kept when a member goes on with a new one', async () => {
  const { fixture, writer } = await start();
  await writer.commit(planEntry('use'));
  writer.actAs({ ...fixture.signer });
  await writer.commit(planEntry('use'));
  const notes = await writer.log.checkpoints();
  const sizes = notes.ok ? notes.value.map((note) => {
    const parsed = parseSignedNote(note);
    return parsed.ok ? parseCheckpoint(parsed.value.text) : parsed;
  }) : [];
  expect(sizes).toMatchObject([1, 2, 3].map((size) => ok({ size })));
});
