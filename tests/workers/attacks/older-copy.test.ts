import { expect, test } from 'vitest';
import type { RestoreInput } from '../../../src/core/contract/copy-api.ts';
import { parseEntry } from '../../../src/core/formats/log/entry.ts';
import { createVerifyBoth } from '../../support/verify-both.ts';
import { createTestDevice, errorOf, must, pageMarks, PASSWORD } from '../session/support/device.ts';
import { ALL, fields, makeRehearsedVault, numberOf, personId } from '../service/support.ts';

// Somebody puts an older copy in the place of the newer one: what the device knows of the vault must be said.

const byPassword = (file: Blob): RestoreInput => ({ file, secret: { kind: 'password', password: PASSWORD }, evenIfOlder: false });

const twoCopies = async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const id = personId();
  must(await api.registerPerson({ id, fields: fields() }));
  must(await api.enterNumber({ personId: id, text: numberOf(1), again: null, replaces: false, sameAs: null }));
  const first = must(await api.makeCopy());
  must(await api.cancelPersons([id]));
  const second = must(await api.makeCopy());
  // The page's mark comes behind the answer.
  await must(vault.worker.vaultRef.current()).writer.idle();
  return { vault, id, copyId: first.copyId, first: new File([first.file], 'a.kinko'), second: new File([second.file], 'b.kinko') };
};

test('with the newer copy restored here, the older one of the same log is told to be older', async () => {
  const { first, second } = await twoCopies();
  const device = await createTestDevice();
  const worker = await device.boot();
  must(await worker.api.restoreCopy(byPassword(second)));
  expect(await worker.api.restoreCopy(byPassword(first))).toMatchObject({ error: { type: 'FileRefused', reason: 'Older' } });
  const agreed = await worker.api.restoreCopy({ ...byPassword(first), evenIfOlder: true });
  expect(errorOf(agreed)).toBe('ok');
});

test('with everything of the vault gone but the mark of the page, the copy is told to be older', async () => {
  const { vault, first } = await twoCopies();
  const device = await createTestDevice();
  const worker = await device.boot();
  must(await worker.api.inspectDevice(pageMarks(vault.device)));
  const inspected = must(await worker.api.inspectCopies([first]));
  expect(inspected.usable[0]?.entriesMissing).toBeGreaterThan(0);
  expect(inspected.usable[0]?.sameVaultHere).toBe(false);
  expect(await worker.api.restoreCopy(byPassword(first))).toMatchObject({ error: { type: 'FileRefused', reason: 'Older' } });
});

test('behind the agreement an older copy brings back who was removed since; the record says where it goes on from, a later checkpoint what is missing', async () => {
  const { vault, id, copyId, first } = await twoCopies();
  const kept = must(await vault.worker.api.viewCheckpoint());
  must(await vault.worker.api.lock());
  vault.worker.kill();
  const worker = await vault.device.boot();
  must(await worker.api.inspectDevice(pageMarks(vault.device)));
  expect(await worker.api.restoreCopy(byPassword(first))).toMatchObject({ error: { type: 'FileRefused', reason: 'Older' } });
  must(await worker.api.restoreCopy({ ...byPassword(first), evenIfOlder: true }));

  // No tombstone reaches a file: said before (restore.olderBack), not solved.
  expect(must(await worker.api.viewPerson(id)).hasNumber).toBe(true);
  expect(must(await worker.api.matchNumber({ personId: id, text: numberOf(1) })).matches).toBe(true);
  expect(must(await worker.api.listEntries({ ...ALL, actions: ['cancel'] })).total).toBe(0);

  const { log } = must(worker.vaultRef.current()).writer;
  const entries = must(await log.readLines(0, log.size())).lines.map((line) => must(parseEntry(line)));
  expect(entries.find(({ action }) => action === 'restore')).toMatchObject({ subjectId: copyId });
  const [begins] = entries[0]?.seen ?? [];
  expect(begins?.logId).toBe(vault.storeId);
  expect(begins?.size).toBeLessThan(kept.size);
  const record = new Uint8Array(await must(await worker.api.exportLog('verify')).file.arrayBuffer());
  const verify = await createVerifyBoth();
  expect((await verify(record)).app.ok).toBe(true);
  const { app, independent } = await verify(record, kept.note);
  expect(app).toEqual(independent);
  expect(app.problems.map(({ type }) => type)).toEqual(['Truncated']);
});
