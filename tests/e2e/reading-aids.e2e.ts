import { ja } from '../../src/i18n/ja.ts';
import { COPY_MADE, SAVE_COPY } from './pages/copies-page.ts';
import { SAMPLES, importSamples } from './pages/import-page.ts';
import { createMouseUser } from './pages/mouse-user.ts';
import { unlockVault } from './pages/unlock-page.ts';
import { isFirefox } from './support/engines.ts';
import { distDir, expect, test, WITHOUT_SERVICE_WORKER } from './support/fixtures.ts';
import { untilStill } from './support/look.ts';
import { RARE_STATES } from './support/rare-states.ts';
import { createReadingAids } from './support/reading-aids.ts';
import { SCREENS_BEFORE, SCREENS_BEHIND, goToScreen, isNumbered, untilAtDoor } from './support/screens.ts';
import { seedVault } from './support/seed.ts';
import { buildStage, speak } from './support/stage.ts';
import { withVaultPage } from './support/vault-page/vault-page.ts';

test.use(WITHOUT_SERVICE_WORKER);

// For those who read with colours of their own, or with letters twice as large: every screen, before and behind the lock, and the states it comes into.

test.describe.configure({ timeout: 180_000 });

const DRIVER = 'its driver sets neither colours nor letters of the browser';

test("every screen in the reader's own colours, and with letters as large as the app and as the browser makes them", async ({ page, ownApp }, info) => {
  test.skip(isFirefox(info.project.name), DRIVER);
  const app = await ownApp({ replace: withVaultPage(distDir) });
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await seedVault(page, app.url, 2);
  const { look, lookQuickly } = await createReadingAids(page);
  const user = createMouseUser(page);

  await user.open(app.url);
  await untilAtDoor(page);
  for (const id of SCREENS_BEFORE) {
    await goToScreen(page, id);
    await untilStill(page);
    await look(id);
  }
  await goToScreen(page, 'unlock');
  await unlockVault(user);
  await user.sees(ja.shell.closeVault);
  await untilStill(page);
  await look('home, just opened');
  for (const id of SCREENS_BEHIND) {
    await goToScreen(page, id, isNumbered(id) ? 1 : undefined);
    await untilStill(page);
    await look(id);
  }

  await goToScreen(page, 'import');
  await user.hand(ja.imports.choose, SAMPLES);
  await user.sees(ja.imports.preview.title(7));
  await lookQuickly('import, before');
  await user.press('button', ja.imports.preview.cancel);
  await user.sees(ja.imports.preview.cancelTitle);
  await lookQuickly('import, dropped');
  await page.getByRole('dialog').getByRole('button', { name: ja.imports.preview.cancel }).click();
  await importSamples(user);
  await lookQuickly('import, after');
  await goToScreen(page, 'copies');
  await user.press('button', ja.copies.make);
  await user.sees(COPY_MADE);
  const [download] = await Promise.all([page.waitForEvent('download'), user.press('button', SAVE_COPY)]);
  const file = info.outputPath(download.suggestedFilename());
  await download.saveAs(file);
  await user.sees(ja.copies.toCheck);
  await lookQuickly('copy, to be read back');
  await user.hand(ja.copies.choose, [file]);
  await user.sees(ja.copies.verified);
  await lookQuickly('copy, read back');
});

test('every rare state: questions, bands, walls, in both languages', async ({ page, ownApp }, info) => {
  test.skip(isFirefox(info.project.name), DRIVER);
  const stage = await buildStage();
  const { url } = await ownApp({ dir: () => stage, headers: false });
  const { lookQuickly, lookAtWords } = await createReadingAids(page);
  const user = createMouseUser(page);
  for (const { name, scene, reach } of RARE_STATES)
    await test.step(name, async () => {
      await page.goto(`${url}?scene=${scene}`);
      await reach(user, page);
      await lookQuickly(name);
      // Words are loaded when they are asked for.
      await page.context().setOffline(false);
      await speak(page, 'en');
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await lookAtWords(`${name}, in English`);
      await speak(page, 'ja');
    });
});
