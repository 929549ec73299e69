import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fakeFields, fakeNumber, fakePersonId } from '../support/fake-persons.ts';
import { distDir, expect, test, WITHOUT_SERVICE_WORKER } from './support/fixtures.ts';
import { listenForTransactions } from './support/transactions.ts';
import { openVaultPage, withVaultPage } from './support/vault-page/vault-page.ts';
import type { VaultPage } from './support/vault-page/vault-page.ts';
import { PASSWORD, createVault, must, unlock } from './support/vault-page/vault-use.ts';

test.use(WITHOUT_SERVICE_WORKER);

const WATCH = ['watch-transactions.js'];
const samples = path.join(import.meta.dirname, '../fixtures/samples');

/** How many lines the record has, without adding one. */
const entriesOf = async (vault: VaultPage): Promise<number> => must(await vault.call('viewCheckpoint')).size;

const importAll = async (vault: VaultPage): Promise<void> => {
  const files = ['meibo-sjis.csv', 'fuyou-utf8bom.csv', 'shiharaisaki-utf8.csv'].map((name) => new File([readFileSync(path.join(samples, name))], name));
  const preview = must(await vault.call('readImport', files));
  const outcome = must(await vault.call('commitImport', preview.importId));
  expect(outcome.registered).toBeGreaterThan(5);
  must(await vault.call('confirmSourceDestroyed', preview.importId));
};

test('every write of the vault asks the disk to flush', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const vault = await openVaultPage(page, app.url);
  const seen = await listenForTransactions(page);
  await vault.start(WATCH);
  await createVault(vault);
  const [first, second] = [fakePersonId(1), fakePersonId(2)];
  for (const [at, id] of [first, second].entries()) {
    must(await vault.call('registerPerson', { id, fields: fakeFields({ name: `対象 ${at}` }) }));
    must(await vault.call('enterNumber', { personId: id, text: fakeNumber(at), again: null, replaces: false, sameAs: null }));
  }
  const view = must(await vault.call('viewPerson', first));
  must(await vault.call('changePerson', { id: first, rev: view.rev, fields: { ...view.fields, code: '77' } }));
  must(await vault.call('revealNumber', { personId: first, reason: 'inquiry' }));
  must(await vault.call('matchNumber', { personId: first, text: fakeNumber(0) }));
  await importAll(vault);
  must(await vault.call('cancelPersons', [second]));
  must(await vault.call('changeSettings', { idleMinutes: 10 }));
  must(await vault.call('changePassword', { current: PASSWORD, next: PASSWORD }));
  must(await vault.call('renewKit', { password: PASSWORD }));
  must(await vault.call('suspectLeak', { password: PASSWORD, nextPassword: PASSWORD }));
  must(await vault.call('saveDraft', { route: 'register', fields: { name: '対象' } }));
  const copy = must(await vault.call('makeCopy'));
  must(await vault.call('verifyCopy', { copyId: copy.copyId, file: copy.file }));
  must(await vault.call('exportLog', 'give'));
  must(await vault.call('lock'));
  await vault.start(WATCH);
  await unlock(vault);

  const transactions = await seen();
  expect(transactions.length).toBeGreaterThan(20);
  expect(transactions.filter(({ durability }) => durability !== 'strict')).toEqual([]);
  expect(transactions.filter(({ how }) => how !== 'complete')).toEqual([]);
  expect([...new Set(transactions.map(({ database }) => database))]).toEqual([expect.stringMatching(/^kinko-[\w-]{22}$/)]);
});

test('each write is one more line of the record, and is answered when it is on its way to the disk', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const vault = await openVaultPage(page, app.url);
  const seen = await listenForTransactions(page);
  await vault.start(WATCH);
  await createVault(vault);
  const [entries, transactions] = [await entriesOf(vault), (await seen()).length];
  for (let at = 0; at < 20; at += 1) {
    must(await vault.call('registerPerson', { id: fakePersonId(at), fields: fakeFields({ name: `対象 ${at}` }) }));
    expect(await entriesOf(vault)).toBe(entries + at + 1);
  }
  await expect.poll(async () => (await seen()).length).toBe(transactions + 20);
  expect((await seen()).filter(({ how }) => how !== 'complete')).toEqual([]);
});
