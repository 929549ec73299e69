import type { PageRef } from '../../src/core/formats/page.ts';
import { pageRefKey } from '../../src/core/formats/page.ts';
import { HEAD_REF } from '../../workers/vault/book/layout.ts';
import type { StoredPage } from '../../workers/vault/storage/page-row.ts';
import type { VaultFixture } from './vault-fixture.ts';

/** The database as somebody sees and changes it who has the disk and no key. */

export const readDisk = async (fixture: VaultFixture): Promise<readonly StoredPage[]> => {
  const store = fixture.connect();
  await store.open();
  const listed = await store.list();
  const rows = listed.ok ? await store.read(listed.value.refs) : listed;
  store.close();
  if (!listed.ok || !rows.ok) throw new Error('disk');
  return listed.value.refs.map((at, n) => ({ at, row: rows.value[n]! }));
};

export const writeDisk = async (fixture: VaultFixture, puts: readonly StoredPage[], deletes: readonly PageRef[] = []): Promise<void> => {
  const store = fixture.connect();
  await store.open();
  const heads = await store.read([HEAD_REF]);
  const outcome = await store.write({ expect: { at: HEAD_REF, row: (heads.ok ? heads.value[0] : null) ?? null }, puts, deletes });
  store.close();
  if (outcome.type !== 'stored') throw new Error(`disk: ${outcome.type}`);
};

/** The whole database as it was. */
export const putBack = async (fixture: VaultFixture, pages: readonly StoredPage[]): Promise<void> => {
  const kept = new Set(pages.map(({ at }) => pageRefKey(at)));
  const gone = (await readDisk(fixture)).filter(({ at }) => !kept.has(pageRefKey(at))).map(({ at }) => at);
  await writeDisk(fixture, pages, gone);
};

/** What an owner finds out who unlocks and then opens everything: type of the first problem; null: nothing was noticed. */
export const notice = async (fixture: VaultFixture, input: Parameters<VaultFixture['tryOpen']>[0] = {}): Promise<string | null> => {
  const opened = await fixture.tryOpen(input);
  if (!opened.ok) return opened.error.type;
  const session = await fixture.reopen(input);
  const { problems } = await session.check();
  session.store.close();
  return problems[0]?.type ?? null;
};
