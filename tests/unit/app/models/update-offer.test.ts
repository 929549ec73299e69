import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { createCopiesModel } from '../../../../src/app/models/copies-model.ts';
import { createImportModel } from '../../../../src/app/models/import-model.ts';
import type { Session } from '../../../../src/app/models/session-model.ts';
import { createOpenVault } from '../../../../src/app/models/open-vault.ts';
import { createUpdateOffer } from '../../../../src/app/models/update-offer.ts';
import { createVerifyModel } from '../../../../src/app/models/verify-model.ts';
import { createUpdatesModel } from '../../../../src/app/models/updates-model.ts';
import type { UpdateChanges } from '../../../../src/app/sw/update-changes.ts';
import type { StoreId, VaultId } from '../../../../src/core/domain/ids.ts';
import { ok } from '../../../../src/core/domain/result.ts';
import { createFakeVault, fakeView } from '../../../support/fake-vault-api.ts';

const settled = () => new Promise((settle) => setTimeout(settle));
const note = (version: string) => ({ version, date: '2026-11-23', ja: [version], en: [version] });
const changesOf = (version: string, ...notes: readonly string[]): UpdateChanges => ({ version, build: '0123456789ab', notes: notes.map(note) });

const bench = (options: { readonly others?: boolean; readonly asks?: boolean } = {}) => {
  const did: string[] = [];
  const changes = signal<UpdateChanges | null>(null);
  const kit = { storeId: 's' as StoreId, vaultId: 'v' as VaultId, recoveryCode: 'CODE', createdAt: 0 };
  const { api } = createFakeVault();
  const { vault } = createOpenVault({ api, view: fakeView(), kit, greet: false, oldKeys: false, now: () => 0 });
  const state = {
    working: false,
    dirty: false,
    others: options.others === true,
    go: (): void => undefined,
    takingOver: { mayReload: (): boolean => false, onGivenUp: (): void => undefined },
  };
  const session = signal<Session>({ at: 'open', vault, idle: { stop: () => undefined } as never });
  const offer = createUpdateOffer({
    updates: {
      offlineReady: signal(true),
      updateReady: signal(true),
      changes,
      applyUpdate: (mayReload, onGivenUp) => {
        did.push('switch');
        state.takingOver = { mayReload, onGivenUp };
      },
      checkForUpdate: async () => Promise.resolve(),
    },
    session: {
      session,
      isWorking: () => state.working,
      lock: async () => {
        did.push('lock');
        session.value = { at: 'closing' };
        return Promise.resolve();
      },
    },
    router: {
      isDirty: () => state.dirty,
      end: (act) => {
        if (options.asks === true) state.go = act;
        else act();
      },
    },
    otherTabs: {
      haveUnsaved: async () => {
        did.push('ask');
        return Promise.resolve(state.others);
      },
    },
    version: '0.2.0',
  });
  return { offer, changes, did, state, session, vault };
};

test('other tabs are asked, the vault is locked, then the newer version takes over', async () => {
  const { offer, did } = bench();
  await offer.apply();
  await settled();
  expect(did).toEqual(['ask', 'lock', 'switch']);
  expect(offer.hindrance.value).toBeNull();
  // Once: the page is on its way out.
  expect(offer.isApplying.value).toBe(true);
  await offer.apply();
  expect(did).toHaveLength(3);
});

test('whoever opens the vault again, or types something, before the newer version is there is not run over; it is offered still', async () => {
  const { offer, state, session, vault } = bench();
  await offer.apply();
  await settled();
  expect(state.takingOver.mayReload()).toBe(true);
  state.dirty = true;
  expect(state.takingOver.mayReload()).toBe(false);
  state.dirty = false;
  session.value = { at: 'open', vault, idle: { stop: () => undefined } as never };
  expect(state.takingOver.mayReload()).toBe(false);
  state.takingOver.onGivenUp();
  expect(offer.isApplying.value).toBe(false);
});

test('a restore, a creation or a reset that began behind the question is not reloaded over; when it is done, the newer version comes', async () => {
  const { offer, state, session } = bench();
  await offer.apply();
  await settled();
  session.value = { at: 'starting' };
  state.working = true;
  expect(state.takingOver.mayReload()).toBe(false);
  state.working = false;
  expect(state.takingOver.mayReload()).toBe(true);
});

test('what was typed is asked about first: nothing happens until it is given up', async () => {
  const { offer, did, state } = bench({ asks: true });
  await offer.apply();
  expect(did).toEqual(['ask']);
  expect(offer.isApplying.value).toBe(false);
  state.go();
  await settled();
  expect(did).toEqual(['ask', 'lock', 'switch']);
});

test('it does not take over while the vault works, or another tab has something unsaved; afterwards it does', async () => {
  const { offer, did, state, session } = bench({ others: true });
  await offer.apply();
  expect(offer.hindrance.value).toBe('otherTab');
  state.working = true;
  await offer.apply();
  expect(offer.hindrance.value).toBe('working');
  // A restore runs before any vault is open.
  session.value = { at: 'closing' };
  await offer.apply();
  expect(offer.hindrance.value).toBe('working');
  expect(did).toEqual(['ask', 'ask', 'ask']);
  state.working = false;
  state.others = false;
  await offer.apply();
  await settled();
  expect(offer.hindrance.value).toBeNull();
  expect(did.slice(3)).toEqual(['ask', 'lock', 'switch']);
});

test('it does not take over an import that is decided, a copy that nobody has, a checkpoint to compare, a recovery code on its way to paper', async () => {
  const { offer, did, vault } = bench();
  const hindered = async () => {
    await offer.apply();
    await settled();
    return offer.hindrance.value;
  };
  vault.atKit.value = true;
  expect(await hindered()).toBe('unfinished');
  vault.kit.value = null;

  const preview = { importId: 'i', files: [], rows: [], counts: { doubt: 0 } };
  const file = new Blob(['copy']);
  const overview = { copies: [], lastVerifiedAt: null, age: 'good', changesSince: 0 };
  const calls = { readImport: async () => ok(preview), dropImport: async () => ok(null), makeCopy: async () => ok({ copyId: 'c', fileName: 'a.kinko', file }), overviewCopies: async () => ok(overview) };
  const parts = { ...vault, api: calls as never };
  const imports = createImportModel(parts);
  await imports.read([]);
  expect(await hindered()).toBe('unfinished');
  await imports.drop();

  const records = createVerifyModel(vault);
  records.typeKept('a checkpoint kept elsewhere');
  expect(await hindered()).toBe('unfinished');
  records.typeKept('');

  const copies = createCopiesModel(parts);
  await copies.make();
  expect(await hindered()).toBe('unfinished');
  expect(did).not.toContain('switch');
  await copies.save({ save: async () => ({ how: 'downloaded' }) } as never);
  expect(await hindered()).toBeNull();
  expect(did).toContain('switch');
});

test('what changes is told from the running version on, and whether the host has gone back', () => {
  const { offer, changes } = bench();
  expect(offer.news.value).toBeNull();
  const told = (next: UpdateChanges) => {
    changes.value = next;
    return { step: offer.news.value?.step, notes: offer.news.value?.notes.map(({ version }) => version) };
  };
  expect(told(changesOf('0.10.0', '0.10.0', '0.3.0', '0.2.0', '0.1.0'))).toEqual({ step: 'later', notes: ['0.10.0', '0.3.0'] });
  expect(told(changesOf('0.2.0', '0.2.0', '0.1.0'))).toEqual({ step: 'same', notes: [] });
  expect(told(changesOf('0.1.9', '0.1.9'))).toEqual({ step: 'earlier', notes: [] });
  expect(told(changesOf('1.0.0'))).toEqual({ step: 'later', notes: [] });
});

test('what the registration learns comes through while it loads and after', async () => {
  const { offer: _, ...rest } = bench();
  const inner = { offlineReady: signal(false), updateReady: signal(false), changes: rest.changes, applyUpdate: () => undefined, checkForUpdate: async () => Promise.resolve() };
  const updates = createUpdatesModel(async () => Promise.resolve(inner));
  expect(updates.changes.value).toBeNull();
  await updates.checkForUpdate();
  rest.changes.value = changesOf('0.3.0');
  inner.updateReady.value = true;
  expect([updates.updateReady.value, updates.changes.value?.version]).toEqual([true, '0.3.0']);
});

test('put off, it is only out of the way', () => {
  const { offer } = bench();
  offer.putOff();
  expect([offer.isPutOff.value, offer.updateReady.value]).toEqual([true, true]);
});
