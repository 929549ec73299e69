import { expect, test } from 'vitest';
import { ok } from '../../../src/core/domain/result.ts';
import { isArray } from '../../../src/core/formats/canonical.ts';
import { ownRef } from '../../../workers/vault/book/layout.ts';
import type { TestWorker } from '../session/support/device.ts';
import { createTestDevice, must, PASSWORD } from '../session/support/device.ts';
import { ALL, fields, makeRehearsedVault, personId } from './support.ts';

/** A kept checkpoint whose signature is another: what a defect, or a program of somebody with the keys, would leave. */
const spoilCheckpoint = async (worker: TestWorker): Promise<void> => {
  const { writer } = must(worker.vaultRef.current());
  const ref = ownRef('checkpoint', 0);
  const notes = must(await writer.pages.read(ref))?.['notes'];
  if (!isArray(notes)) throw new Error('checkpoints');
  const spoilt = notes.map((note, at) => {
    const text = typeof note === 'string' ? note : '';
    // A character in the middle of the signature.
    const place = text.length - 40;
    return at > 0 ? text : text.slice(0, place) + (text[place] === 'A' ? 'B' : 'A') + text.slice(place + 1);
  });
  const entries = [{ action: 'newer', subjectId: '', codes: [] }];
  must(await writer.commit(async () => Promise.resolve(ok({ plan: { pages: [{ ref, content: { notes: spoilt } }], entries }, value: null }))));
};

const actsOf = async ({ api }: TestWorker) =>
  must(await api.listEntries(ALL)).rows.map(({ action, codes }) => [action, ...codes].join(' ')).toReversed();

test('a copy whose record does not hold is never called checked, comes back all the same, and says so', async () => {
  const vault = await makeRehearsedVault();
  must(await vault.worker.api.registerPerson({ id: personId(), fields: fields() }));
  must(await vault.worker.api.lock());
  const worker = await vault.device.boot();
  must(await vault.unlock(worker));

  const good = must(await worker.api.makeCopy());
  expect(must(await worker.api.verifyCopy({ copyId: good.copyId, file: good.file })).verifiedAt).not.toBeNull();
  expect((await actsOf(worker)).at(-1)).toBe('copy-verified result:good');
  const progress = worker.events.flatMap((event) => (event.type === 'Progress' && event.job === 'copy' ? [event.done / event.total] : []));
  expect(progress.at(-1)).toBe(1);

  await spoilCheckpoint(worker);
  const bad = must(await worker.api.makeCopy());
  expect(await worker.api.verifyCopy({ copyId: bad.copyId, file: bad.file })).toMatchObject({ ok: false, error: { type: 'RecordBroken', logId: vault.storeId } });
  expect((await actsOf(worker)).at(-1)).toBe('copy-verified result:bad');
  expect(must(await worker.api.overviewCopies()).copies.find(({ copyId }) => copyId === bad.copyId)?.verifiedAt).toBeNull();

  const elsewhere = await (await createTestDevice()).boot();
  const secret = { kind: 'password', password: PASSWORD } as const;
  expect(must(await elsewhere.api.restoreCopy({ file: good.file, secret, evenIfOlder: false })).record).toBe('good');
  expect((await actsOf(elsewhere)).slice(-2)).toEqual(['table', 'restore']);
  const again = await (await createTestDevice()).boot();
  expect(must(await again.api.restoreCopy({ file: bad.file, secret, evenIfOlder: false })).record).toBe('broken');
  expect((await actsOf(again)).slice(-3)).toEqual(['table', 'restore', 'chain-verified result:bad']);
  expect(must(await again.api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 9 })).total).toBe(1);
});
