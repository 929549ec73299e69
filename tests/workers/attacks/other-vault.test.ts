import { expect, test } from 'vitest';
import { readDisk, notice, putBack, writeDisk } from '../../support/vault-fixture-disk.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';
import { planCreate, planEntry, planRegister } from '../../support/vault-fixture-plans.ts';
import { pageRefKey } from '../../../src/core/formats/page.ts';
import { createVerifyBoth } from '../../support/verify-both.ts';
import { fields, personId, rehearse } from '../service/support.ts';
import type { MadeVault, TestDevice } from '../session/support/device.ts';
import { createTestDevice, errorOf, makeVault, must, pageMarks, PASSWORD } from '../session/support/device.ts';
import { PARTS, readState, writeState } from './disk-parts.ts';

// A26: what belongs to another vault of the same owner, with the same password, laid into this one: rows, files, copies, record.

const makeTwo = async (): Promise<{ readonly device: TestDevice; readonly one: MadeVault; readonly two: MadeVault }> => {
  const device = await createTestDevice();
  const vaults: MadeVault[] = [];
  for (const label of ['一', '二']) {
    const made = await makeVault(device, { label });
    await rehearse(made);
    must(await made.worker.api.registerPerson({ id: personId(), fields: fields({ name: label }) }));
    vaults.push(made);
  }
  const [one, two] = vaults;
  if (one === undefined || two === undefined) throw new Error('two vaults');
  return { device, one, two };
};

test('every row of another vault in the place of ours is noticed', async () => {
  const [one, two] = await Promise.all([createVaultFixture(), createVaultFixture()]);
  for (const fixture of [one, two]) {
    const session = await fixture.createStore();
    await session.writer.commit(planCreate(fixture));
    await session.writer.commit(planRegister([0, 1]));
    await session.writer.commit(planEntry('use', { attach: [{ kind: 'attach', content: { a: 1 } }, { kind: 'list', content: { b: 2 } }] }));
    await session.writer.idle();
    session.store.close();
  }
  const disk = await readDisk(one);
  const foreign = await readDisk(two);
  expect(foreign.length).toBeGreaterThanOrEqual(8);
  for (const page of foreign) {
    await writeDisk(one, [page]);
    expect(await notice(one), pageRefKey(page.at)).not.toBeNull();
    await putBack(one, disk);
  }
  await putBack(one, foreign);
  expect(await notice(one)).toBe('DatabaseDamaged');
  await putBack(one, disk);
  expect(await notice(one)).toBeNull();
});

test('the database, the keyring, the marks of another vault, alone and together, do not open as this one', async () => {
  const { device, one, two } = await makeTwo();
  for (const { worker } of [one, two]) must(await worker.api.lock());
  const ours = await readState(device, one.storeId);
  const foreign = await readState(device, two.storeId);
  for (let at = 1; at < 8; at += 1) {
    const parts = PARTS.filter((part) => (part === 'mark' ? at & 1 : part === 'keyring' ? at & 2 : at & 4) !== 0);
    await writeState(device, one.storeId, ours, foreign, parts);
    const worker = await device.boot();
    await worker.api.inspectDevice(pageMarks(device));
    for (const { memberId } of [one, two]) {
      const answer = await worker.api.unlock({ storeId: one.storeId, memberId, password: PASSWORD });
      // A mark of another vault is passed over: only ours tell something of ours.
      if (answer.ok) expect([parts, answer.value.label, answer.value.vaultId]).toEqual([['mark'], '一', one.kit.vaultId]);
      else expect(['DatabaseDamaged', 'KeyringDamaged', 'WrongSecret', 'NotFound'], parts.join()).toContain(answer.error.type);
    }
    worker.kill();
  }
  await writeState(device, one.storeId, ours, ours, []);
  expect(must(await one.unlock(await device.boot())).label).toBe('一');
});

test('a copy of another vault is no copy of this one, and its lines make no other copy', async () => {
  const { one, two } = await makeTwo();
  const [mine, other] = [must(await one.worker.api.makeCopy()), must(await two.worker.api.makeCopy())];
  expect(errorOf(await one.worker.api.verifyCopy({ copyId: mine.copyId, file: other.file }))).toBe('FileRefused');
  const [lines, foreign] = [(await mine.file.text()).split('\n'), (await other.file.text()).split('\n')];
  let tried = 0;
  for (const [at, line] of lines.entries()) {
    const kind = /^\{"(\w+)"/.exec(line)?.[1];
    const there = foreign.find((candidate) => kind !== undefined && candidate.startsWith(`{"${kind}"`));
    if (there === undefined) continue;
    tried += 1;
    const file = new Blob([lines.with(at, there).join('\n')]);
    expect(errorOf(await one.worker.api.verifyCopy({ copyId: mine.copyId, file })), `line ${at + 1}`).toBe('FileRefused');
  }
  expect(tried).toBeGreaterThan(10);
  expect(errorOf(await one.worker.api.verifyCopy({ copyId: mine.copyId, file: mine.file }))).toBe('ok');
});

test('an entry, a table or a checkpoint of another vault in the record is noticed, and a checkpoint kept of another vault says so', async () => {
  const { one, two } = await makeTwo();
  const both = await createVerifyBoth();
  const text = async ({ worker }: MadeVault): Promise<string> => must(await worker.api.exportLog('verify')).file.text();
  const [lines, foreign] = [(await text(one)).split('\n'), (await text(two)).split('\n')];
  const tried: string[] = [];
  for (const [at, line] of lines.slice(0, -1).entries()) {
    const start = line.startsWith('[') ? '[' : (/^\{"\w+"/.exec(line)?.[0] ?? '{');
    // Where both records have the same line, such as the end, nothing is changed.
    for (const there of foreign.filter((candidate) => candidate.startsWith(start) && candidate !== line)) {
      tried.push(start);
      const { app, independent } = await both(new TextEncoder().encode(lines.with(at, there).join('\n')));
      expect(app.ok, `line ${at + 1}`).toBe(false);
      expect(independent).toEqual(app);
    }
  }
  expect(new Set(tried)).toEqual(new Set(['{"kinkolog"', '{"table"', '{"log"', '[', '{"checkpoint"']));
  expect(tried.length).toBeGreaterThan(10);
  const { note } = must(await two.worker.api.viewCheckpoint());
  const kept = await both(new TextEncoder().encode(lines.join('\n')), note);
  expect(kept.app.problems.map(({ type }) => type)).toEqual(['KeptForeign']);
});
