import { expect, test } from 'vitest';
import type { StoreId } from '../../../src/core/domain/ids.ts';
import { ok } from '../../../src/core/domain/result.ts';
import { isArray } from '../../../src/core/formats/canonical.ts';
import { ownRef } from '../../../workers/vault/book/layout.ts';
import type { TestWorker } from '../session/support/device.ts';
import type { Entry } from '../../../src/core/formats/log/entry.ts';
import { parseEntry } from '../../../src/core/formats/log/entry.ts';
import { createTestDevice, must, PASSWORD } from '../session/support/device.ts';
import { ALL, fields, makeRehearsedVault, personId } from './support.ts';

/** A kept checkpoint whose signature is another: what a defect, or a program of somebody with the keys, would leave. */
const spoilCheckpoint = async (worker: TestWorker, logId: StoreId): Promise<void> => {
  const { writer } = must(worker.vaultRef.current());
  const ref = ownRef('checkpoint', 0);
  const notes = must(await writer.pages.read(ref))?.['notes'];
  if (!isArray(notes)) throw new Error('checkpoints');
  const first = notes.findIndex((note) => typeof note === 'string' && note.includes(`/${logId}\n`));
  const spoilt = notes.map((note, at) => {
    const text = typeof note === 'string' ? note : '';
    // A character in the middle of the signature.
    const place = text.length - 40;
    return at !== first ? text : text.slice(0, place) + (text[place] === 'A' ? 'B' : 'A') + text.slice(place + 1);
  });
  const entries = [{ action: 'newer', subjectId: '', codes: [] }];
  must(await writer.commit(async () => Promise.resolve(ok({ plan: { pages: [{ ref, content: { notes: spoilt } }], entries }, value: null }))));
};

const entriesOf = async (worker: TestWorker): Promise<readonly Entry[]> => {
  const { log } = must(worker.vaultRef.current()).writer;
  return must(await log.readLines(0, log.size())).lines.map((line) => must(parseEntry(line)));
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

  await spoilCheckpoint(worker, vault.storeId);
  const bad = must(await worker.api.makeCopy());
  expect(await worker.api.verifyCopy({ copyId: bad.copyId, file: bad.file })).toMatchObject({ ok: false, error: { type: 'RecordBroken', logId: vault.storeId } });
  expect((await actsOf(worker)).at(-1)).toBe('copy-verified result:bad');
  expect(must(await worker.api.overviewCopies()).copies.find(({ copyId }) => copyId === bad.copyId)?.verifiedAt).toBeNull();

  const elsewhere = await (await createTestDevice()).boot();
  const secret = { kind: 'password', password: PASSWORD } as const;
  expect(must(await elsewhere.api.restoreCopy({ file: good.file, secret, evenIfOlder: false })).record).toBe('good');
  expect((await actsOf(elsewhere)).slice(-2)).toEqual(['table', 'restore']);
  const again = await (await createTestDevice()).boot();
  const came = must(await again.api.restoreCopy({ file: bad.file, secret, evenIfOlder: false }));
  expect(came.record).toBe('broken');
  expect((await actsOf(again)).slice(-3)).toEqual(['table', 'restore', 'chain-verified result:bad']);
  expect(must(await again.api.listPersons({ text: '', kinds: [], states: [], offset: 0, limit: 9 })).total).toBe(1);
  // Its first head was spoilt: nothing before it is vouched for.
  expect((await entriesOf(again)).at(-1)).toMatchObject({ subjectId: vault.storeId, seen: [] });
  const until = (await entriesOf(worker)).find(({ action }) => action === 'newer')?.time ?? 0;
  expect(came.brokenUntil).toBe(until);

  // The way forward: what was written since is good again, and it is said that what came before is not, now and after the next restore.
  must(await again.api.registerPerson({ id: personId(), fields: fields({ name: '二郎' }) }));
  const next = must(await again.api.makeCopy());
  const row = must(await again.api.verifyCopy({ copyId: next.copyId, file: next.file }));
  expect(row).toMatchObject({ brokenUntil: until });
  expect(row.verifiedAt).not.toBeNull();
  expect((await actsOf(again)).at(-1)).toBe('copy-verified result:good');
  expect(must(await again.api.overviewCopies())).toMatchObject({ age: 'green', copies: [{ brokenUntil: until }, { brokenUntil: until }, { brokenUntil: null }] });
  const third = await (await createTestDevice()).boot();
  expect(must(await third.api.restoreCopy({ file: next.file, secret, evenIfOlder: false }))).toMatchObject({ record: 'good', brokenUntil: until });
  expect((await actsOf(third)).slice(-2)).toEqual(['table', 'restore']);
  const last = must(await third.api.makeCopy());
  expect(must(await third.api.verifyCopy({ copyId: last.copyId, file: last.file }))).toMatchObject({ brokenUntil: until });

  // What breaks in the new log is named by nobody, and what it said of the other counts no longer: such a copy is as red as the first.
  must(await again.api.lock());
  must(await again.api.unlock({ storeId: came.storeId, memberId: vault.memberId, password: PASSWORD }));
  await spoilCheckpoint(again, came.storeId);
  const worse = must(await again.api.makeCopy());
  expect(await again.api.verifyCopy({ copyId: worse.copyId, file: worse.file })).toMatchObject({ ok: false, error: { type: 'RecordBroken', logId: vault.storeId } });
  const fourth = await (await createTestDevice()).boot();
  must(await fourth.api.restoreCopy({ file: worse.file, secret, evenIfOlder: false }));
  const named = (await entriesOf(fourth)).filter(({ action }) => action === 'chain-verified');
  expect(named.map(({ subjectId }) => subjectId)).toEqual([vault.storeId, came.storeId]);
  const whole = must(await fourth.api.makeCopy());
  expect(must(await fourth.api.verifyCopy({ copyId: whole.copyId, file: whole.file })).verifiedAt).not.toBeNull();
});
