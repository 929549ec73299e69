import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { addDays, tokyoDateOf } from '../../../src/core/domain/date/civil-date.ts';
import { en } from '../../../src/i18n/en.ts';
import { ja } from '../../../src/i18n/ja.ts';
import type { Messages } from '../../../src/i18n/messages.ts';
import { createMouseUser } from '../../e2e/pages/mouse-user.ts';
import type { User } from '../../e2e/pages/user.ts';
import { CHROMIUM_ARGS, chromiumPath } from '../../e2e/support/engines.ts';
import { serve } from '../../tools/serve.mjs';
import type { SampleVault } from '../sample/sample-vault.ts';
import { makeSampleVault } from '../sample/sample-vault.ts';

/** A tablet on its side. */
const SIZE = { width: 1180, height: 820 } as const;

/** A browser on the built app with nothing in it yet, and a sample vault to bring back. */
export interface SamplePage {
  readonly page: Page;
  readonly user: User;
  readonly words: Messages;
  readonly vault: SampleVault;
  /** Brings the sample back from its copy, as a user does. */
  readonly restore: () => Promise<void>;
  /** A first copy, saved as a download and chosen again: until then the app would rightly be worried on a picture. */
  readonly makeCopy: () => Promise<void>;
}

export const withSamplePage = async <Taken>(
  dist: string,
  language: 'ja' | 'en',
  work: (sample: SamplePage) => Promise<Taken>,
): Promise<Taken> => {
  if (chromiumPath === undefined) throw new Error('No Chromium found: install one or set CHROMIUM_PATH');
  const vault = await makeSampleVault({ people: 14, entries: 600, seed: 'picture', until: addDays(tokyoDateOf(Date.now()), -1) });
  const words: Messages = language === 'ja' ? ja : en;
  const folder = mkdtempSync(path.join(tmpdir(), 'kinko-picture-'));
  const served = await serve({ dir: dist });
  const browser = await chromium.launch({ executablePath: chromiumPath, args: [...CHROMIUM_ARGS] });
  try {
    const page = await browser.newPage({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport: SIZE, reducedMotion: 'reduce' });
    await page.addInitScript((chosen) => {
      // The browser's own dialog cannot be answered here; without it the file is a download.
      Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
      localStorage.setItem('kinko-language', chosen);
    }, language);
    await page.goto(served.url);
    const user = createMouseUser(page);
    const restore = async (): Promise<void> => {
      await page.goto(`${served.url}#/restore`);
      await page.locator('input[type="file"]').setInputFiles({
        name: 'sample.kinko',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(await vault.container.arrayBuffer()),
      });
      await user.type(words.restore.password, vault.password);
      await user.press('button', words.restore.do);
      await user.sees(words.restore.nextTitle);
    };
    const makeCopy = async (): Promise<void> => {
      await user.press('link', words.restore.copyDo);
      await user.press('button', words.copies.make);
      const save = page.getByRole('button', { name: words.copies.save }).or(page.getByRole('button', { name: words.copies.saveDownload }));
      const check = page.getByRole('button', { name: words.copies.choose });
      const arriving = page.waitForEvent('download');
      await save.or(check).first().waitFor();
      if (await save.isVisible()) await save.click();
      const file = path.join(folder, 'copy.kinko');
      await (await arriving).saveAs(file);
      await check.waitFor();
      await page.locator('input[type="file"]').first().setInputFiles(file);
      await user.sees(words.copies.verified);
    };
    return await work({ page, user, words, vault, restore, makeCopy });
  } finally {
    await browser.close();
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
