import { expect, test } from 'vitest';
import type { VaultCalls } from '../../../../src/app/bridge/vault-client.ts';
import { createOpenVault } from '../../../../src/app/models/open-vault.ts';
import { err, ok } from '../../../../src/core/domain/result.ts';
import { fakePersonId } from '../../../support/fake-persons.ts';
import { createFakeVault, fakeView } from '../../../support/fake-vault-api.ts';
import { settle } from './support.ts';

const RENEWING: readonly [name: string, renew: (api: VaultCalls) => Promise<unknown>, gone: readonly number[]][] = [
  ['cancelPersons', (api) => api.cancelPersons([fakePersonId(1), fakePersonId(9)]), [1, 9]],
  ['mergePersons', (api) => api.mergePersons({ keep: fakePersonId(2), drop: fakePersonId(1) }), [1]],
  ['suspectLeak', (api) => api.suspectLeak({ password: 'old', nextPassword: 'new' }), []],
];

const open = (passes: boolean) => {
  const saves: (string | null)[] = [];
  const renewed = async () => Promise.resolve(passes ? ok({ oldKeys: 'gone', kit: null, copies: [] }) : err({ type: 'Halted' }));
  const more = {
    cancelPersons: renewed,
    mergePersons: renewed,
    suspectLeak: renewed,
    saveDraft: async (draft: { readonly fields: Readonly<Record<string, string>> } | null) => {
      saves.push(draft?.fields['personId'] ?? null);
      return Promise.resolve(ok(null));
    },
  };
  const { api } = createFakeVault({ more: more as never });
  const owner = createOpenVault({ api, view: fakeView(), kit: null, greet: false, oldKeys: false, now: () => 0 });
  return { ...owner, saves };
};

test.each(RENEWING)('%s: what was typed about whoever is gone goes too, and any other draft is sealed anew', async (_, renew, gone) => {
  for (const who of [1, 2, 9]) {
    const { vault, drafts, saves } = open(true);
    drafts.offer({ route: 'edit', fields: { personId: fakePersonId(who) } });
    await settle();
    expect(saves).toEqual([fakePersonId(who)]);
    await renew(vault.api);
    await settle();
    expect(saves.slice(1)).toEqual([gone.includes(who) ? null : fakePersonId(who)]);
    expect(drafts.offered.value === null).toBe(gone.includes(who));
  }
});

test.each(RENEWING)('%s that is refused leaves the draft as it lies', async (_, renew) => {
  const { vault, drafts, saves } = open(false);
  drafts.offer({ route: 'edit', fields: { personId: fakePersonId(1) } });
  await settle();
  await renew(vault.api);
  await settle();
  expect(saves).toHaveLength(1);
  expect(drafts.offered.value).not.toBeNull();
});
