import { helpNoOf } from '../../src/app/router/help-places.ts';
import { ja } from '../../src/i18n/ja.ts';
import { keys } from '../../src/i18n/ja/help/keys.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { unlockVault } from './pages/unlock-page.ts';
import { deleteDatabase, removeFolder, spoilFiles } from './support/damage.ts';
import { distDir, expect, test } from './support/fixtures.ts';
import { SCREENS_BEFORE, SCREENS_BEHIND, goToScreen } from './support/screens.ts';
import { expectSoundTree, expectTree } from './support/tree.ts';
import { withVaultPage } from './support/vault-page/vault-page.ts';
import { enterVault, seedKinds } from './support/vault-of-kinds.ts';

// Every screen as a screen reader has it: roles, names, the order of headings, landmarks, what is read out by itself, and where the focus
// stands. The trees are kept in trees/, to be read by people; a change of one is a change for somebody who hears the app. What comes of
// acts is in trees-acts.e2e.ts, the first hour in trees-begin.e2e.ts.

test.describe.configure({ timeout: 120_000 });

test('screens of an open vault', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const { vaultId } = await seedKinds(page, app.url);
  const user = await enterVault(page, app.url);
  await user.sees(ja.shell.entered);
  await expectTree(page, 'home-just-opened');
  await user.press('button', ja.actions.close);
  const plain = SCREENS_BEHIND.filter((id) => !['person', 'edit', 'register', 'diagnosis'].includes(id));
  for (const id of plain) {
    await goToScreen(page, id);
    // Labels bear the beginning of the id.
    await expectTree(page, id, [vaultId.slice(0, 8)]);
  }
  await goToScreen(page, 'diagnosis');
  await expectSoundTree(page, 'diagnosis');
  await goToScreen(page, 'help', helpNoOf('number'));
  await expectTree(page, 'help-topic');
  await goToScreen(page, 'help', helpNoOf('keys'));
  await expect(page.getByRole('heading', { level: 1, name: keys.keys.title })).toBeVisible();
  await expectTree(page, 'help-keys');
});

test('screens before the lock, and a vault in trouble', async ({ page, ownApp }) => {
  const app = await ownApp({ replace: withVaultPage(distDir) });
  const { storeId } = await seedKinds(page, app.url);
  const user = createMouseUser(page);
  await user.open(app.url);
  await user.sees(ja.unlock.why);
  for (const id of SCREENS_BEFORE.filter((one) => !['create', 'help', 'diagnosis'].includes(one))) {
    await goToScreen(page, id);
    await expectTree(page, `closed-${id}`);
  }
  await goToScreen(page, 'unlock');
  await unlockVault(user, 'wrong password here!');
  await user.sees(ja.unlock.wrong);
  await expectTree(page, 'unlock-wrong');
  await page.goto(`${app.url}spec/README.md`);
  await spoilFiles(page, storeId, ['keyring-a', 'keyring-b']);
  await user.open(`${app.url}#/persons`);
  await user.sees(ja.trouble.keyringDamaged);
  await expectTree(page, 'trouble-keyring');
  await page.goto(`${app.url}spec/README.md`);
  await deleteDatabase(page, storeId);
  await removeFolder(page, storeId);
  await user.open(app.url);
  await user.sees(ja.first.lost);
  await expectTree(page, 'first-lost');
});
