import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { addDays, tokyoDateOf } from '../../../src/core/domain/date/civil-date.ts';
import { ja } from '../../../src/i18n/ja.ts';
import { createMouseUser } from '../../e2e/pages/mouse-user.ts';
import type { User } from '../../e2e/pages/user.ts';
import { begins } from '../../e2e/pages/user.ts';
import { CHROMIUM_ARGS, chromiumPath } from '../../e2e/support/engines.ts';
import { serve } from '../../tools/serve.mjs';
import type { SampleVault } from '../sample/sample-vault.ts';
import { makeSampleVault } from '../sample/sample-vault.ts';

const SIZE = { width: 1180, height: 820 } as const;

/** Brings the sample back from its copy, as a user does. */
const restore = async (user: User, vault: SampleVault, page: Page): Promise<void> => {
  await user.press('link', ja.first.restoreDo);
  const buffer = Buffer.from(await vault.container.arrayBuffer());
  await page.locator('input[type="file"]').setInputFiles({ name: 'sample.kinko', mimeType: 'application/octet-stream', buffer });
  await user.type(ja.restore.password, vault.password);
  await user.press('button', ja.restore.do);
  await user.sees(ja.restore.nextTitle);
};

/** A first copy, saved as a download and chosen again: until then the app would rightly be worried on the picture. */
const makeCopy = async (user: User, page: Page, folder: string): Promise<void> => {
  await user.press('link', ja.restore.copyDo);
  await user.press('button', ja.copies.make);
  const save = page.getByRole('button', { name: ja.copies.save });
  const check = page.getByRole('button', { name: ja.copies.choose });
  const arriving = page.waitForEvent('download');
  await save.or(check).first().waitFor();
  if (await save.isVisible()) await save.click();
  const file = path.join(folder, 'copy.kinko');
  await (await arriving).saveAs(file);
  await check.waitFor();
  await page.locator('input[type="file"]').first().setInputFiles(file);
  await user.sees(ja.copies.verified);
};

/** The home screen of the built app in `dist`, with the people of a sample. Answers a PNG. */
export const takePicture = async (dist: string): Promise<Buffer> => {
  if (chromiumPath === undefined) throw new Error('No Chromium found: install one or set CHROMIUM_PATH');
  const vault = await makeSampleVault({ people: 14, entries: 600, seed: 'picture', until: addDays(tokyoDateOf(Date.now()), -1) });
  const folder = mkdtempSync(path.join(tmpdir(), 'kinko-picture-'));
  const served = await serve({ dir: dist });
  const browser = await chromium.launch({ executablePath: chromiumPath, args: [...CHROMIUM_ARGS] });
  try {
    const page = await browser.newPage({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport: SIZE, reducedMotion: 'reduce' });
    // The browser's own dialog cannot be answered here; without it the file is a download.
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
    await page.goto(served.url);
    const user = createMouseUser(page);
    await restore(user, vault, page);
    await makeCopy(user, page, folder);
    await user.press('link', begins(ja.titles.home));
    await page.getByRole('heading', { name: ja.home.state.title }).waitFor();
    await page.mouse.move(0, 0);
    return await page.screenshot();
  } finally {
    await browser.close();
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
