import { expect, test } from 'vitest';
import { createVerifyBoth } from '../../support/verify-both.ts';
import type { RehearsedVault } from '../service/support.ts';
import { ALL, fields, makeRehearsedVault, numberOf, personId } from '../service/support.ts';
import type { TestWorker } from '../session/support/device.ts';
import { errorOf, must } from '../session/support/device.ts';

// A3: what was changed behind the vault's back is refused, the rest stays usable, and the record says so: once for a page and what lies there.

type Row = { rev: number; epoch: number; blob: Uint8Array<ArrayBuffer> };

/** Changes one row beside the vault's own code; null takes it away. */
const change = async ({ device, storeId }: RehearsedVault, kind: string, edit: (row: Row) => Row | null): Promise<void> => {
  const database = await device.openDatabase(storeId);
  const transaction = database.transaction('pages', 'readwrite');
  const store = transaction.objectStore('pages');
  const key = ['own', kind, 0];
  await new Promise((resolve, reject) => {
    const found = store.get(key);
    transaction.addEventListener('complete', resolve);
    transaction.addEventListener('abort', reject);
    found.addEventListener('success', () => {
      const next = edit(found.result as Row);
      if (next === null) store.delete(key);
      else store.put(next, key);
    });
  });
  database.close();
};

const flipped = (row: Row): Row => {
  const blob = row.blob.slice();
  blob[90] = (blob[90] ?? 0) ^ 1;
  return { ...row, blob };
};

const damages = async ({ api }: TestWorker): Promise<readonly string[]> =>
  must(await api.listEntries({ ...ALL, actions: ['damage-found'] })).rows.flatMap(({ codes }) => codes).toReversed();

test('damage that is met is an entry, once for a page and what lies there, and the rest stays usable', async () => {
  const vault = await makeRehearsedVault();
  const { api } = vault.worker;
  const id = personId();
  must(await api.registerPerson({ id, fields: fields() }));
  must(await api.enterNumber({ personId: id, text: numberOf(1), again: null, replaces: false, sameAs: null }));
  const reveal = ({ api: of }: TestWorker) => of.revealNumber({ personId: id, reason: 'inquiry' });
  let good: Row | null = null;

  await change(vault, 'number', (row) => flipped((good = row)));
  for (let looks = 0; looks < 3; looks += 1) expect(errorOf(await reveal(vault.worker))).toBe('DatabaseDamaged');
  await Promise.all([reveal(vault.worker), reveal(vault.worker)]);
  expect(await damages(vault.worker)).toEqual(['page:number']);
  expect(must(await api.viewPerson(id)).hasNumber).toBe(true);
  must(await api.lock());

  const next = await vault.device.boot();
  must(await vault.unlock(next));
  expect(errorOf(await reveal(next))).toBe('DatabaseDamaged');
  expect(await damages(next)).toEqual(['page:number']);

  await change(vault, 'number', (row) => flipped(flipped({ ...row, blob: row.blob.slice(0, -1) })));
  expect(errorOf(await reveal(next))).toBe('DatabaseDamaged');
  let person: Row | null = null;
  await change(vault, 'person', (row) => ((person = row), null));
  expect(errorOf(await next.api.viewPerson(id))).toBe('DatabaseDamaged');
  expect(errorOf(await next.api.viewPerson(id))).toBe('DatabaseDamaged');
  expect(await damages(next)).toEqual(['page:number', 'page:number', 'page:person']);

  // Whole again: nothing more is said, and the record holds for both verifiers.
  await change(vault, 'number', () => good);
  await change(vault, 'person', () => person);
  must(await reveal(next));
  expect(await damages(next)).toHaveLength(3);
  const { app, independent } = await (await createVerifyBoth())(new Uint8Array(await must(await next.api.exportLog('verify')).file.arrayBuffer()));
  expect(app).toEqual(independent);
  expect(app).toMatchObject({ ok: true, unknownActions: [], unknownCodes: [] });
});

test('what cannot be written now is told at the next look', async () => {
  const vault = await makeRehearsedVault();
  const id = personId();
  must(await vault.worker.api.registerPerson({ id, fields: fields() }));
  await change(vault, 'person', flipped);
  vault.device.faults.arm({ at: 1, way: 'lost', error: 'QuotaExceededError', sticky: true, sites: (site) => site === 'idb.commit' });
  expect(errorOf(await vault.worker.api.viewPerson(id))).toBe('DatabaseDamaged');
  vault.device.faults.disarm();
  expect(await damages(vault.worker)).toEqual([]);
  expect(errorOf(await vault.worker.api.viewPerson(id))).toBe('DatabaseDamaged');
  expect(await damages(vault.worker)).toEqual(['page:person']);
});
