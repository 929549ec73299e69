import path from 'node:path';
import type { HelpId } from '../../../src/i18n/help-texts.ts';
import { begins } from '../../e2e/pages/user.ts';
import type { SamplePage } from './sample-page.ts';
import { withSamplePage } from './sample-page.ts';

type Take = (id: HelpId) => Promise<void>;

const SAMPLES = path.resolve(import.meta.dirname, '../../fixtures/samples');
/** Of 100; below it small kana begin to smear. */
const QUALITY = 60;

const goTo = async ({ page }: SamplePage, address: string): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${address}`);
  await page.waitForTimeout(1500);
};

const beforeTheVault = async (sample: SamplePage, take: Take): Promise<void> => {
  await take('trial');
  await goTo(sample, 'create');
  await take('start');
};

const inside = async (sample: SamplePage, take: Take): Promise<void> => {
  const { page, user, words } = sample;
  await goTo(sample, 'copies');
  await take('copies');
  for (const id of ['home', 'persons', 'register', 'records', 'checkpoint', 'settings', 'password', 'leak', 'system', 'erase'] as const) {
    await goTo(sample, id);
    await take(id);
  }
  await goTo(sample, 'verify');
  await user.press('button', words.verify.do);
  await page.getByRole('button', { name: words.verify.again }).waitFor();
  await take('verify');
  await goTo(sample, 'settings');
  await page.getByText(words.settings.install, { exact: true }).scrollIntoViewIfNeeded();
  await take('install');
  await page.getByText(words.shell.build, { exact: true }).scrollIntoViewIfNeeded();
  await take('update');
  await goTo(sample, 'diagnosis');
  const report = page.getByRole('region', { name: words.checks.report.preview });
  await report.waitFor();
  await take('diagnosis');
  await report.scrollIntoViewIfNeeded();
  await take('trouble');
};

const withPersons = async (sample: SamplePage, take: Take): Promise<void> => {
  const { page, user, words } = sample;
  const open = async (state: string): Promise<void> => {
    await goTo(sample, 'persons');
    await page.locator('.virtual-list a', { hasText: state }).first().click();
    await page.waitForTimeout(800);
  };
  await open(words.persons.statesShort['not-asked']);
  await user.press('button', words.numbers.enter);
  await take('number');
  await user.press('button', words.numbers.entry.cancel);
  await open(words.persons.statesShort.kept);
  await user.press('button', words.numbers.show);
  await take('look');
  await page.keyboard.press('Escape');
  await user.press('button', words.persons.cancel.open);
  await take('cancel');
  await page.keyboard.press('Escape');
  await goTo(sample, 'import');
  await page.locator('input[type="file"]').setInputFiles(['meibo-sjis.csv', 'fuyou-utf8bom.csv'].map((name) => path.join(SAMPLES, name)));
  await page.getByText(words.imports.preview.why).waitFor();
  await take('import');
  await user.press('button', words.imports.preview.cancel);
  await page.getByRole('dialog').getByRole('button', { name: words.imports.preview.cancel }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

const lastOfAll = async (sample: SamplePage, take: Take): Promise<void> => {
  const { page, user, words, vault } = sample;
  await goTo(sample, 'kit');
  await user.type(words.kit.askPassword, vault.password);
  await user.press('button', words.kit.renewDo);
  await page.getByText(words.kit.notAlone).waitFor();
  await take('kit');
  await user.press('button', words.kit.later);
  await user.press('button', words.shell.closeVault);
  await page.locator('input[type="password"]').first().waitFor();
  await goTo(sample, 'unlock');
  await take('unlock');
  await goTo(sample, 'recover');
  await take('recover');
  await goTo(sample, 'restore');
  await take('restore');
};

/** A WebP of each topic's screen, by topic, of the built app in `dist` with the people of a sample. */
export const takeHelpPictures = (dist: string, language: 'ja' | 'en'): Promise<ReadonlyMap<HelpId, Buffer>> =>
  withSamplePage(dist, language, async (sample) => {
    const { page, user, words, restore, makeCopy } = sample;
    const pictures = new Map<HelpId, Buffer>();
    const devtools = await page.context().newCDPSession(page);
    const take: Take = async (id) => {
      await page.mouse.move(0, 0);
      await page.waitForTimeout(400);
      const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
      pictures.set(id, Buffer.from(data, 'base64'));
    };
    await page.waitForTimeout(1500);
    await beforeTheVault(sample, take);
    await restore();
    await makeCopy();
    await user.press('link', begins(words.titles.home));
    await inside(sample, take);
    await withPersons(sample, take);
    await lastOfAll(sample, take);
    return pictures;
  });
