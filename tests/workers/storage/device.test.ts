import { describe, expect, it } from 'vitest';
import { createHasher } from '../../../workers/vault/crypto/sha256.ts';
import { createMarkStore } from '../../../workers/vault/storage/mark-store.ts';
import { channelName, dbName, FALLBACK_DB, FORMAT_VERSION, KEYRING_FILES, lockName, MARK_FILE, markKey, PAGES_TABLE, ROOT_FOLDER } from '../../../workers/vault/storage/names.ts';
import { openOpfsFolders } from '../../../workers/vault/storage/opfs-folders.ts';
import { createStoreRegistry } from '../../../workers/vault/storage/store-registry.ts';
import { createTriesStore } from '../../../workers/vault/storage/tries-store.ts';
import { createVaultFixture } from '../../support/vault-fixture.ts';
import { planCreate } from '../../support/vault-fixture-plans.ts';

const hasher = await createHasher();

const make = async () => {
  const fixture = await createVaultFixture();
  const session = await fixture.createStore();
  await session.writer.commit(planCreate(fixture));
  await session.writer.idle();
  session.store.close();
  const databaseNames = async () => (await fixture.engine.indexedDB.databases()).flatMap(({ name }) => name ?? []);
  return { fixture, registry: createStoreRegistry({ folders: fixture.folders, sha256: hasher.sha256, engine: fixture.engine, databaseNames }) };
};

describe('names', () => {
  it('stay what they are: user data lies under them', () => {
    expect([ROOT_FOLDER, ...KEYRING_FILES, MARK_FILE, PAGES_TABLE, FALLBACK_DB, FORMAT_VERSION]).toEqual(['kinko', 'keyring-a', 'keyring-b', 'mark', 'pages', 'kinko-keyrings', 1]);
    expect([dbName('x'), markKey('x'), lockName('x'), channelName('x')]).toEqual(['kinko-x', 'kinko-mark-x', 'kinko-open-x', 'kinko-tabs-x']);
  });
});

describe('stores of a device', () => {
  it('are found by folder, by database and by what the page remembers', async () => {
    const { fixture, registry } = await make();
    const { storeId } = fixture;
    expect(await registry.list([])).toEqual({ ok: true, value: [{ storeId, folder: true, database: 'ready' }] });
    await fixture.folders.remove(storeId);
    expect(await registry.list([])).toEqual({ ok: true, value: [{ storeId, folder: false, database: 'ready' }] });
    await fixture.connect().destroy();
    expect(await registry.list([])).toEqual({ ok: true, value: [] });
    expect(await registry.list([storeId, 'not an id'])).toEqual({ ok: true, value: [{ storeId, folder: false, database: 'missing' }] });
  });

  it('looking at them makes none', async () => {
    const { fixture, registry } = await make();
    await registry.list(['CCCCCCCCCCCCCCCCCCCCCA']);
    expect((await fixture.engine.indexedDB.databases()).map(({ name }) => name)).toEqual([dbName(fixture.storeId)]);
  });

  it('erasing overwrites the slots before anything is deleted, and can be repeated after a fault', async () => {
    for (let at = 1; ; at += 1) {
      const { fixture, registry } = await make();
      const { storeId, faults } = fixture;
      const slots = fixture.folders.files.get(storeId)!;
      faults.arm({ at, way: 'lost', error: 'UnknownError', sticky: false, sites: (site) => site.startsWith('opfs') });
      const erased = await registry.erase(storeId);
      const fired = faults.fired();
      faults.disarm();
      if (!erased.ok) {
        expect(erased.error.type).toBe('StorageFailed');
        // As long as the database is there, either it still opens or its keys are gone for good.
        const zero = KEYRING_FILES.every((name) => slots.get(name)?.every((byte) => byte === 0) ?? true);
        const found = await registry.list([]);
        if (!found.ok || found.value[0]?.database !== 'ready') expect(zero).toBe(true);
        expect(await registry.erase(storeId)).toEqual({ ok: true, value: null });
      }
      expect(KEYRING_FILES.every((name) => slots.get(name)?.every((byte) => byte === 0) ?? true)).toBe(true);
      expect(await registry.list([])).toEqual({ ok: true, value: [] });
      if (fired === 0) break;
    }
  });
});

describe('marks and tries', () => {
  it('a mark is rewritten at one size and read back as written', async () => {
    const { fixture } = await make();
    const folder = await fixture.folders.open(fixture.storeId);
    const marks = createMarkStore(folder);
    expect(await marks.read()).toEqual({ ok: true, value: null });
    await marks.write('{"long":"0123456789"}');
    const size = fixture.folders.fileOf(fixture.storeId, 'mark')!.length;
    await marks.write('{}');
    expect(await marks.read()).toEqual({ ok: true, value: '{}' });
    expect(fixture.folders.fileOf(fixture.storeId, 'mark')).toHaveLength(size);
    fixture.faults.arm({ at: 1, way: 'lost', error: 'QuotaExceededError', sticky: true, sites: () => true });
    expect(await marks.write('{}')).toEqual({ ok: false, error: { type: 'StorageFull' } });
  });

  it('tries are counted, reset, and stop nobody when the disk refuses', async () => {
    const { fixture } = await make();
    const tries = createTriesStore(await fixture.folders.open(fixture.storeId));
    expect(await tries.read()).toBe(0);
    expect(await tries.count(await tries.read())).toEqual({ ok: true, value: 1 });
    expect(await tries.count(await tries.read())).toEqual({ ok: true, value: 2 });
    expect(await tries.read()).toBe(2);
    await tries.reset();
    expect(await tries.read()).toBe(0);
    fixture.faults.arm({ at: 1, way: 'lost', error: 'UnknownError', sticky: true, sites: () => true });
    expect(await tries.read()).toBe(0);
    expect(await tries.count(await tries.read())).toEqual({ ok: false, error: { type: 'StorageFailed', name: 'UnknownError' } });
  });

  it('without OPFS there are no folders', async () => {
    expect(await openOpfsFolders(undefined)).toBeNull();
    const refusing = { getDirectory: () => Promise.reject(new DOMException('private', 'SecurityError')) } as unknown as StorageManager;
    expect(await openOpfsFolders(refusing)).toBeNull();
  });
});
