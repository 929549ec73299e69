import type { Page } from '@playwright/test';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import { fakeFields, fakeNumber, fakePersonId } from '../../support/fake-persons.ts';
import type { VaultPage } from './vault-page/vault-page.ts';
import { openVaultPage } from './vault-page/vault-page.ts';
import { createVault, must } from './vault-page/vault-use.ts';

export interface Seeded {
  readonly storeId: string;
  readonly recoveryCode: string;
}

/** Scattered digits: rounder ones stand by chance in programs, the app's own among them. */
export const seededNumber = (no: number): string => fakeNumber((3_141_593 + no * 1_299_709) % 10_000_000);

export const addPerson = async (vault: VaultPage, no: number, withNumber = true): Promise<PersonId> => {
  const id = fakePersonId(no);
  must(await vault.call('registerPerson', { id, fields: fakeFields({ name: `対象 ${no}`, kana: 'タイショウ　バンゴウ' }) }));
  if (withNumber) must(await vault.call('enterNumber', { personId: id, text: seededNumber(no), again: null, replaces: false, sameAs: null }));
  return id;
};

/** A vault with persons 対象 0 to `persons` - 1, each with a number, and locked; quicker than through the screens. */
export const seedVault = async (page: Page, app: string, persons = 1): Promise<Seeded> => {
  const vault = await openVaultPage(page, app);
  const { storeId, recoveryCode } = await createVault(vault);
  for (let no = 0; no < persons; no += 1) await addPerson(vault, no);
  must(await vault.call('lock'));
  await vault.end();
  return { storeId, recoveryCode };
};
