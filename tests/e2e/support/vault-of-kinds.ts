import type { Page } from '@playwright/test';
import { parseCorporateNumber } from '../../../src/core/domain/number/corporate-number.ts';
import { ja } from '../../../src/i18n/ja.ts';
import { fakeFields, fakePersonId } from '../../support/fake-persons.ts';
import { createMouseUser } from '../pages/mouse-user.ts';
import { unlockVault } from '../pages/unlock-page.ts';
import type { User } from '../pages/user.ts';
import { addPerson } from './seed.ts';
import { openVaultPage } from './vault-page/vault-page.ts';
import { createVault, must } from './vault-page/vault-use.ts';

/** A vault with one of each kind: an owner, staff with family, a payee without a number, a company. */
export const seedKinds = async (page: Page, app: string): Promise<{ readonly storeId: string; readonly vaultId: string }> => {
  const vault = await openVaultPage(page, app);
  await createVault(vault);
  await addPerson(vault, 0);
  const company = parseCorporateNumber('7123456789012');
  const more = [
    fakeFields({ kind: 'owner', name: '山田　太郎', kana: 'ヤマダ　タロウ' }),
    fakeFields({ kind: 'dependant', name: '対象　花', kana: 'タイショウ　ハナ', parentId: fakePersonId(0), relationship: '子' }),
    fakeFields({ kind: 'payee', name: '森　詩織', kana: 'モリ　シオリ', code: 'P03' }),
    fakeFields({ kind: 'payee', name: '株式会社ナナ印刷', kana: 'ナナインサツ', corporate: true, corporateNumber: company.ok ? company.value : null }),
  ];
  for (const [at, fields] of more.entries()) must(await vault.call('registerPerson', { id: fakePersonId(at + 1), fields }));
  const { storeId, vaultId } = must(await vault.call('viewSession'));
  must(await vault.call('lock'));
  await vault.end();
  return { storeId, vaultId };
};

/** Unlocked, by mouse. */
export const enterVault = async (page: Page, app: string): Promise<User> => {
  const user = createMouseUser(page);
  await user.open(app);
  await unlockVault(user);
  await user.sees(ja.shell.closeVault);
  return user;
};
