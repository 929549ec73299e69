import { expect, test } from 'vitest';
import { ok } from '../../../src/core/domain/result.ts';
import { isArray } from '../../../src/core/formats/canonical.ts';
import { createVerifyBoth } from '../../support/verify-both.ts';
import { ownRef } from '../../../workers/vault/book/layout.ts';
import { fields, personId } from '../service/support.ts';
import type { MadeVault, TestWorker } from '../session/support/device.ts';
import { createTestDevice, makeVault, must } from '../session/support/device.ts';

// A6, A12: somebody with the keys puts a vault back and writes on from there, and a checkpoint that was kept speaks of what is gone. An export
// that left it out, because the log has no place for it, would be good to every verifier.

/** A vault put back to before its last person, in which the checkpoint `of` lies among those that are kept. */
const withKept = async (of: (later: string) => Promise<string>): Promise<{ readonly vault: MadeVault; readonly worker: TestWorker; readonly note: string }> => {
  const device = await createTestDevice();
  const vault = await makeVault(device);
  must(await vault.worker.api.lock());
  const back = await device.snapshotAll();
  const later = await device.boot();
  must(await vault.unlock(later));
  for (let n = 0; n < 9; n += 1) must(await later.api.registerPerson({ id: personId(), fields: fields({ name: `人${n}` }) }));
  const note = await of(must(await later.api.viewCheckpoint()).note);
  later.kill();
  await back();
  const worker = await device.boot();
  must(await vault.unlock(worker));
  const { writer } = must(worker.vaultRef.current());
  const ref = ownRef('checkpoint', 0);
  const notes = must(await writer.pages.read(ref))?.['notes'];
  if (!isArray(notes)) throw new Error('no checkpoints');
  const entries = [{ action: 'use', subjectId: '', codes: [] }];
  must(await writer.commit(async () => Promise.resolve(ok({ plan: { pages: [{ ref, content: { notes: [note, ...notes.slice(1)] } }], entries }, value: null }))));
  return { vault, worker, note };
};

const verdict = async (worker: TestWorker) => {
  const text = await must(await worker.api.exportLog('verify')).file.text();
  const { app, independent } = await (await createVerifyBoth())(new TextEncoder().encode(text));
  expect(independent).toEqual(app);
  return { text, problems: app.problems.map(({ type }) => type) };
};

test('a kept checkpoint over more entries than there are stands in the export, and both verifiers tell it', async () => {
  const { worker, note } = await withKept((later) => Promise.resolve(later));
  const { text, problems } = await verdict(worker);
  const lines = text.split('\n');
  expect(lines.at(-3)).toBe(JSON.stringify({ checkpoint: note }));
  expect(problems).toEqual(['CheckpointPlace']);
});

test('and so is one of a log that is not there', async () => {
  const { worker, note } = await withKept(async () => {
    const other = await makeVault(await createTestDevice());
    return must(await other.worker.api.viewCheckpoint()).note;
  });
  const { text, problems } = await verdict(worker);
  expect(text.split('\n').at(-3)).toBe(JSON.stringify({ checkpoint: note }));
  expect(problems).toEqual(['ForeignCheckpoint']);
});
